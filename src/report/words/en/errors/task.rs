//! What can go wrong when a command does its work.

use super::{flag, list, show};
use crate::report::words::{Lang, errors};
use crate::store::scale::ScaleRunError;
use crate::task::dialogue::NoMarkers;
use crate::task::ladder::LadderError;
use crate::task::ngram::CountError;
use crate::task::scale::ScaleError;
use crate::task::score::NoText;
use crate::task::tour::TourError;
use crate::task::{SentenceModelError, TaskError, Wanted};

errors! {
    TaskError {
        Self::NoTarget = "There is no target to learn. Name one with --target.";
        Self::MissingAnswer { column, row } =
            "Row {row}, column {column}: the answer is missing. Fill it in, or leave the row out with --missing drop.", column = show(column);
        Self::NotANumber { column, row, text } =
            "row {row}, column {column}: \"{text}\" is not a number. Correct it.", column = show(column);
        Self::InvalidOption { option, value, wanted } =
            "--{option} cannot be {value}: it must be {wanted}.", option = flag(option);
        Self::UnreadOption { option, models, readers } =
            "--{option} means nothing to {models}: it belongs to {readers}. Leave it out.", models = Lang::En.list(models), readers = Lang::En.list(readers);
        Self::NoSuchRow { row, n_samples } =
            "Starting row {row} is outside the table of {n_samples} rows (counted from 1).";
        Self::NotTheBooksMelons =
            "--validation table-4.2 means rows of the book's seventeen melons, and this is another table. Set a share aside: --validation 0.3.";
        Self::AnotherMelon { row, column, found, expected } =
            "--validation table-4.2 means rows of the book's seventeen melons, but row {row} is not the book's melon {row}: {column} is {found}, in the book {expected}. Put the rows into the book's order, or set a share aside: --validation 0.3.", column = show(column), found = show(found), expected = show(expected);
        Self::StartingPoint { given, terms } =
            "A starting point has {given} numbers, but there is one number for each of these columns, in this order: {terms}.", terms = list(terms);
        Self::TrainingSize { size, most, n_test, n_samples } =
            "--sizes cannot have {size}: of {n_samples} samples {n_test} are for the test, so 1 to {most} are left to learn from.";
        Self::TooLarge { term } =
            "The values of {term} are too large to be summed. Change their unit, or add --standardize.", term = show(term);
        Self::TooManyTerms { n_terms, most } =
            "There would be {n_terms} terms, and this memory has room for the products of {most}. Leave out columns with many categories (--drop), or give more --memory.";
        Self::TooManyCounts { n_counts, most } =
            "There would be {n_counts} counts to keep, and this memory has room for {most}. Leave out columns with many categories (--drop), or give more --memory.";
        Self::Read(error) = "{error}";
        Self::Fold { fold, source } = "In fold {fold} of the cross-validation: {source}";
        Self::Untrained { model, source } =
            "The {model} could not be trained on the sentences of this table: {source} Try again without very large or varied columns (--drop).";
        Self::Melon(error) = "{error}";
        Self::Split(error) = "{error}";
        Self::Encode(error) = "{error}";
        Self::Engine(error) = "{error}";
        Self::Model(error) = "{error}";
    }
    Wanted {
        Self::NotNegative = "a number not below 0";
        Self::Share = "a number between 0 and 1";
        Self::AtLeast(least) = "a whole number from {least}";
        Self::AtMost(most) = "a whole number up to {most}";
        Self::Rising = "two whole numbers from 1, the smaller first";
        Self::NothingForManyClasses = "left out: with more than two classes the likeliest is predicted";
        Self::OneFile = "a classifier that is saved in one file";
        Self::ModelsOnce = "at least one model, each once";
        Self::Start = "k-means++, random, row numbers from 1 as in rows:6,12,24, or points as in points:0.4,0.2/0.6,0.4/0.7,0.1";
        Self::DifferentRows = "rows that differ from each other";
        Self::Cv = "loo, a number of folds from 2, 20x5 (twenty divisions into five folds), none or auto";
        Self::SomeFolds = "loo, a number of folds from 2, 20x5 or auto: a path over l2 is judged by samples that are held out";
        Self::Validation = "a share between 0 and 1 (0.3), or table-4.2 with the book's seventeen melons";
        Self::HashedFolds = "a number of folds from 2, none or auto: rows that are read in passes cannot be held out one by one";
        Self::NativeInPasses = "auto or native: linfa wants all rows in memory, and --memory reads them in passes";
        Self::ClassifierInPasses = "logistic or naive-bayes: other classifiers want all rows in memory, and --memory reads them in passes";
        Self::SyntheticTask = "copy, reverse, addition or all";
    }
    SentenceModelError {
        Self::NGram(error) = "{error}";
        Self::Source(error) = "{error}";
        Self::Config(error) = "{error}";
        Self::Train(error) = "{error}";
    }
    NoMarkers {
        Self { marker } =
            "The vocabulary of this model has no token {marker}, so it cannot tell who is speaking. Take a model that melon pretrain has made, and fine-tune that.";
    }
    NoText {
        Self = "There is no text to score. Give a text, or name a file with --file.";
    }
    CountError {
        Self::Tokenizer(error) = "{error}";
        Self::NGram(error) = "{error}";
    }
    LadderError {
        Self::Count(error) = "{error}";
        Self::NothingHeldOut =
            "The corpus is too short to hold anything out: a tenth of it is less than one character. Give it a longer text.";
    }
    // Shapes and rates are the command's own: neither can fail on what a user asks.
    ScaleError {
        Self::Config(error) = "Training failed: {error} Try another --seed.";
        Self::Train(error) = "Training failed: {error} Try another --seed.";
    }
    ScaleRunError {
        Self::Cache(error) = "{error}";
        Self::Training(error) = "{error}";
    }
    TourError {
        Self::Task(error) = "{error}";
        Self::Training(error) = "{error}";
        Self::Tokenizer(error) = "{error}";
        Self::Count(error) = "{error}";
        Self::NGram(error) = "{error}";
        Self::NoMarkers(error) = "{error}";
        Self::Broken(error) = "{error}";
    }
}
