//! What can be wrong with files, tables, columns, cells and conversations.

use super::super::grammar::s;
use super::{Io, did_you_mean, file_name, list, show};
use crate::data::conversation::{ConversationError, ConversationFault};
use crate::data::read::{Fault, FileFormat, Obstacle, ReadError};
use crate::data::split::SplitError;
use crate::data::verbalise::SentenceError;
use crate::data::write::WriteError;
use crate::data::{EncodeError, MelonError, MissingCells, Place, SchemaError, WhyLeftOut};
use crate::report::names::in_list;
use crate::report::notices::line_list;
use crate::report::number::grouped;
use crate::report::words::{Lang, Say, errors};

errors! {
    ReadError {
        Self { file, fault } = "{file}: {fault}", file = file_name(file);
    }
    Fault {
        Self::NotFound { nearest } =
            "there is no such file, and no built-in table of that name.{nearest} melon data list shows the built-in ones.", nearest = did_you_mean(nearest);
        Self::NoFile = "there is no such file. Check its name and its folder.";
        Self::Io { message } = "{text}", text = Io { message }.say(Lang::En);
        Self::UnknownEncoding { label } =
            "the encoding {label} is not known. Try utf-8, gbk, gb18030, big5 or utf-16le.";
        Self::UnclearEncoding { candidates } =
            "the file is not UTF-8, and how to read it is not clear. Name the encoding with --encoding; the first line would be: {readings}. If none of these reads right, try another, as windows-1255 or windows-874.", readings = readings(candidates);
        Self::Undecodable { line, encoding, candidates } =
            "line {line} is not valid {encoding}. {advice}", advice = other_encodings(candidates);
        Self::Binary { format: FileFormat::Unknown } = "this is not text. Save it as CSV first.";
        Self::Binary { format } = "this is {format}, not text. Save it as CSV first.";
        Self::BinaryText { format: FileFormat::Unknown } = "this is not text. Save it as plain text (UTF-8) first.";
        Self::BinaryText { format } = "this is {format}, not plain text. Save it as plain text (UTF-8) first.";
        Self::NoTexts =
            "The folder holds no .txt and no .jsonl file. Put the text to learn from into a .txt file, or name the files themselves.";
        Self::NoTextInLine { line } =
            "Line {line} is not text: each line of a .jsonl file is a JSON string or an object with a text, as {{\"text\": \"A ripe melon\"}}.";
        Self::Empty =
            "the file is empty. It should have column names in its first line and one sample in each line below.";
        Self::NoTable { format } = "this is {format} and no table. Save it as CSV first.";
        Self::NamesRepeated { line } =
            "line {line} repeats the names of the columns, as when files are joined one behind the other. Remove that line.";
        Self::NoRows = "there are no rows below the column names.";
        Self::NoHeader { line, cells } =
            "line {line} should name the columns but holds numbers: {cells}. If no line names them, use --header no, or add a line of names on top; if this line does, --header yes.", cells = cells.join(", ");
        Self::EmptyName { line, column } = "line {line}: column {column} has no name. Give it one.";
        Self::DuplicateName { line, name, first, second } =
            "line {line}: columns {first} and {second} are both called {name}. Rename one.", name = show(name);
        Self::FullWidthCommas { line } =
            "line {line} separates cells by the full-width comma U+FF0C. Use an ASCII comma.";
        Self::Ragged { line, found: 1, expected } =
            "line {line}: cells found: 1, column names: {expected}. If the line is a remark and no row, remove it or begin it with #; else look for a comma or quote too many or too few.";
        Self::Ragged { line, found, expected } =
            "line {line}: cells found: {found}, column names: {expected}. Look for a comma or quote too many or too few.{hint}", hint = decimal_comma(*found > *expected);
        Self::OneNameLess { line, names_line, n_names, are_cut_at_commas } =
            "line {line}: cells found: {found}, column names: {n_names}, and the rows below it are alike. If the first column has no name, as where R writes the names of rows, put a name and a {separator} in front of line {names_line}.{hint}", found = n_names + 1, separator = if *are_cut_at_commas { "comma" } else { "separator" }, hint = decimal_comma(*are_cut_at_commas);
        Self::LinesQuoted { line } =
            "line {line} stands between quotes as a whole, and so is one cell; so do the lines below it. Remove the quotes around the lines, and write those within them once, not doubled.";
        Self::UnclosedQuote { line } =
            "line {line}: a quote is opened and never closed. Close it with \", or remove it.";
        Self::StrayQuote { line } =
            "line {line}: the quotes around a cell that begins here are closed before the cell ends. Double the quotes within it, or remove them.";
        Self::LooksLikeSample { line, cell } =
            "line {line} looks like a sample and not like the names of the columns ({cell} is a value of its column). If no line names the columns, use --header no; if this line does, --header yes.";
        Self::WordsAboveNumbers { line, texts } =
            "line {line} has words ({words}) above columns of numbers, and they do not look like units. If it is a second line of names or a remark, remove it; if it is a sample, correct it, or say which text stands for a missing value: --missing-values \"{listed}\".", words = texts.join(", "), listed = texts.iter().map(|text| in_list(text)).collect::<Vec<_>>().join(",");
        Self::TypesBelowNames { line, texts } =
            "line {line} says of what type each column is ({types}) and is no sample. Remove that line, and a line of roles (class, meta) below it if there is one.", types = texts.join(", ");
        Self::OtherUnit { column, learned, found } =
            "column {column} is in {found} here, and the model learned it in {learned}. Write its cells in {learned}, or train a model on a table in {found}.", column = show(column);
        Self::MarkdownTable { line } =
            "line {line} is the rule of a table that is drawn in text (|---| or ---+---), as in Markdown. Remove that line and the bars at both ends, or export the table as CSV.";
        Self::MixedQuotesArff { line } = "line {line}: a value stands between other quotes than those above it. Put the same quotes, ' or \", around the values of an ARFF file.";
        Self::SparseArff { line } = "line {line}: this ARFF file has sparse rows ({{index value, ...}}). Export it as CSV.";
        Self::BrokenGzip = "the compressed file is cut short or damaged. Download or compress it again.";
        Self::Swollen =
            "the compressed file unpacks to more than 1 GB and to over 100 times its size, which no table does. If it is meant, unpack it first, and read what comes out.";
        Self::CutShort = "the file became shorter while it was being read. Try again when nothing else writes to it.";
        Self::BrokenZip = "the archive is damaged, has a password or is packed in a way that is not known here. Unpack it, and name the file that was in it.";
        Self::BrokenWorkbook =
            "no table can be read from this workbook: it is damaged, has a password, or is a document of another kind. Save it again as .xlsx, or as CSV.";
        Self::BrokenParquet =
            "no table can be read from this Parquet file: it is damaged, or packed in a way that is not known here. Export it as CSV.";
        Self::ParquetLeftOut =
            "this is a Parquet file, and this melon was built without what reads it. Export it as CSV, or build melon with cargo build --release --features parquet.";
        Self::DatafusionLeftOut =
            "this melon was built without the engine datafusion. Build it with cargo build --release --features datafusion.";
        Self::ClusterLeftOut =
            "this melon was built without --scheduler. Build it with cargo build --release --features cluster, or leave the option out: this process reads the files then.";
        Self::NoScheduler { address } =
            "no scheduler answers at {address}. Start one with melon cluster-scheduler, and on each machine melon cluster-executor; or leave --scheduler out: this process reads the files then.";
        Self::Query { message } = "the engine datafusion says: {message}";
        Self::OtherThanNumber { column, text } =
            "column {column}: \"{text}\" in some row is no finite number. Correct it, leave the column out with --drop, or take it for words with --categorical.", column = show(column);
        Self::NoTableFiles = "there is no Parquet and no CSV file here: names need to end in .parquet, .csv, .tsv or .txt.";
        Self::SeveralFormats = "there are Parquet and CSV files in one place. Name those of one kind, as in 'data/*.parquet'.";
        Self::NotInPasses { obstacle } =
            "a file is read in passes only if it can be cut between its rows, and this one cannot: {obstacle}";
        Self::NoTables = "there is no file in this folder that could be a part of a table: it needs to end in .csv, .tsv, .txt or .parquet.";
        Self::OtherColumns { first } =
            "its columns are not those of {first}, the first file of the folder. All parts of a table need the same columns, in the same order.";
        Self::Changed = "the file was changed while it was being read. Try again when nothing else writes to it.";
        Self::NoSheets = "--sheet is for workbooks (.xlsx, .ods) and archives (.zip), and this is neither. Leave it out.";
        Self::NoSuchSheet { asked, nearest, known } =
            "there is no sheet {asked} in it.{nearest} There are: {known}.", asked = show(asked), nearest = did_you_mean(nearest), known = list(known);
        Self::SeveralFiles { known } =
            "the archive holds several files, and which is the table is not clear. Name one with --sheet: {known}.", known = list(known);
        Self::Folder = "this is a folder, not a table. Name a file in it, as folder/melons.csv.";
        Self::NotANumber { line, column, text } =
            "line {line}, column {column}: \"{text}\" is not a number, and the column is to hold numbers. Correct it; or, if the value is missing there, {or}.", column = show(column), or = or_missing(text);
        Self::TwoReadings { column, text } =
            "column {column}: the mark in {text} can stand before the decimals or between thousands. Use --decimal , or --decimal . to decide.", column = show(column);
        Self::PointsAmongCommas { column } =
            "column {column} has points in its numbers, and other columns have commas before their decimals: 1.500 could be 1500 there, or one and a half. Write its numbers with a comma before the decimals, and without points.", column = show(column);
        Self::Infinite { line, column, text } =
            "line {line}, column {column}: \"{text}\" is infinite, and models need finite numbers. Correct it.", column = show(column);
    }
    FileFormat {
        Self::Workbook = "an Excel workbook (.xlsx) or another zip archive";
        Self::OldWorkbook = "an old Excel workbook (.xls)";
        Self::Pdf = "a PDF";
        Self::Parquet = "a Parquet file";
        Self::Packed = "a compressed file of a kind that is not unpacked here (.gz and .zip are)";
        Self::Html = "a web page (HTML or XML)";
        Self::Json = "JSON, but no list of objects that are its rows,";
        Self::Unknown = "not text";
    }
    Obstacle {
        Self::Once = "the standard input comes only once. Write it into a file first.";
        Self::Packed = "it is packed, or a workbook. Unpack it, or export it as CSV.";
        Self::Encoding { encoding } = "it is written in {encoding}, where no byte alone is a line end. Save it as UTF-8.";
        Self::LineEnds = "its lines end in carriage returns alone. Save it with line feeds.";
        Self::Blanks = "runs of blanks separate its cells. Export it as CSV.";
        Self::Above = "something stands above the names of its columns, or marks them. Begin the file with the names.";
        Self::Names = "not all its columns are named in line 1. Name each there, or none and say --header no.";
        Self::Units = "a row of units stands below the names of its columns. Remove it.";
        Self::Lists = "its cells hold lists or structures. Export it as CSV.";
        Self::Minus = "- is a value beside + and may be a missing cell. Write the missing cells as nothing.";
    }
    SchemaError {
        Self::UnknownColumn { asked, nearest, known } =
            "There is no column {asked}.{nearest} The columns are: {known}.", nearest = did_you_mean(nearest), known = list(known);
        Self::Contradiction { column } =
            "Column {column} cannot be two things at once (target, feature, dropped, categorical, numeric ...). Remove it from one of the options, or name another --target.", column = show(column);
        Self::NotANumber { line, column, text } =
            "line {line}, column {column}: \"{text}\" is not a number. Correct it, or treat the column as a category: --categorical {column}.", column = show(column);
        Self::NearlyNumeric { column, count, line, text } =
            "column {column} has numbers, but also {count} cell{s} without one (line {line}: \"{text}\"). If such a cell means that the value is missing, use --missing-values \"{listed}\"; to treat the column as a category, --categorical {column}; to leave it out, --drop {column}; or correct the cells.", column = show(column), s = s(count), listed = in_list(text);
        Self::MixedNumbers { column, texts } =
            "column {column}: the cells are numbers with something around them ({texts}). Write plain numbers, all in one unit, as in 5.98; to treat the column as a category, --categorical {column}; to leave it out, --drop {column}.", column = show(column), texts = texts.join(", ");
        Self::TwoReadings { column, text } =
            "column {column}: {text} can be read with a decimal comma or with a thousands mark. Use --decimal , or --decimal . to decide, or --categorical {column}.", column = show(column);
        Self::NoFeatures =
            "No feature is left: every column is the target, an id, an outcome or dropped. Name some with --features.";
        Self::NoTarget = "No column fits as the target. Name one with --target.";
        Self::Missing { columns } =
            "Cells are missing: {cells}. Fill them in, leave those rows out with --missing drop, or fill them with --missing impute.", cells = cells(columns);
        Self::TooManyWords { column } =
            "Column {column} has more different words than fit into this memory. If they only tell the rows apart, leave it out: --drop {column}. Or give more --memory.", column = show(column);
        Self::NoRowsLeft { n_rows } =
            "None of the {n_rows} rows is left once those with missing cells are dropped. Try --missing impute, or --drop the columns that lack most.";
        Self::OneClass { target, class } =
            "Column {target} is {class} in every row: there is nothing to tell apart. Choose another --target.", target = show(target), class = show(class);
        Self::NumericTarget { target, n_distinct, is_least } =
            "Column {target} holds {least}{n_distinct} different numbers: a quantity, not classes. Use melon regress, or insist with --categorical {target}.", target = show(target), least = if *is_least { "at least " } else { "" };
        Self::ClassPerSample { target, n_samples } =
            "Each of the {n_samples} samples has its own value in column {target}: these are not classes. Choose another --target.", target = show(target);
        Self::WordsTarget { target, example, numeric } =
            "Column {target} holds words, as {example}. Use melon classify.{numeric}", target = show(target), example = show(example), numeric = or_numeric(numeric);
    }
    WriteError {
        Self::BeyondSheet =
            "A workbook's sheet has room for 1,048,576 rows, 16,384 columns and 32,767 characters in a cell, and this table needs more. Write it as CSV: --format csv.";
        Self::ParquetLeftOut =
            "This melon was built without what writes Parquet. Write .csv.gz or .xlsx instead, or build melon with cargo build --release --features parquet.";
    }
    EncodeError {
        Self::MissingColumn { column, nearest, known } =
            "The data lack column {column}, which the model needs.{nearest} The columns are: {known}.", column = show(column), nearest = did_you_mean(nearest), known = list(known);
        Self::NoSuchFeature { column, nearest, known } =
            "There is no feature {column}.{nearest} The features are: {known}.", nearest = did_you_mean(nearest), known = list(known);
        Self::UnseenCategory { column, place, value, nearest, known } =
            "{place}, column {column}: {value} was not seen in training.{nearest} It may be: {known}.", column = show(column), value = show(value), nearest = did_you_mean(nearest), known = list(known);
        Self::MissingCell { column, place } =
            "{place}, column {column}: the cell is missing. Fill it in, remove the row, or train with --missing impute.", column = show(column);
        Self::NotANumber { column, place, text } =
            "{place}, column {column}: \"{text}\" is not a number. Correct it.", column = show(column);
        Self::NotFinite { column, place } = "{place}, column {column}: not a finite number. Correct it.", column = show(column);
        Self::NoValues { column } =
            "Column {column} has no value in any row. Leave it out: --drop {column}.", column = show(column);
        Self::TooManyLevels { column, n_levels, n_samples } =
            "Column {column} has {n_levels} different values: a column for each, in all {n_samples} rows, would not fit into memory. Leave it out (--drop {column}), or group its values into fewer.", column = show(column), n_levels = grouped(*n_levels), n_samples = grouped(*n_samples);
        Self::Damaged { column, fault } =
            "The model is damaged (column {column}: {fault}). Train and save it again.", column = show(column);
    }
    Place {
        Self::Row(row) = "row {row}", row = row + 1;
        Self::Line(line) = "line {line}";
    }
    MelonError {
        Self::NoEqualsSign { part, melon: _ } =
            "{part} is not of the form name=value, as in --melon color=green,root=curled.";
        Self::UnknownFeature { asked, nearest, known } =
            "There is no feature {asked}.{nearest} The features are: {known}.", nearest = did_you_mean(nearest), known = list(known);
        Self::NotAFeature { column, why } =
            "{column} is no feature here: {why}. Leave it out of --melon, or name the features with --features.", column = show(column);
        Self::UnknownValue { feature, value, nearest, known } =
            "{feature} is never {value}.{nearest} It may be: {known}.", feature = show(feature), nearest = did_you_mean(nearest), known = list(known);
        Self::NotANumber { feature, value } = "{feature} must be a number, and {value} is not one.", feature = show(feature);
        Self::Infinite { feature, value } =
            "{feature}: {value} is infinite, and models need finite numbers.", feature = show(feature);
        Self::Twice { feature } = "{feature} is given twice. Remove one.", feature = show(feature);
        Self::LeftOut { features } =
            "The melon lacks {features}. Logistic and linear regression need every feature: add them to --melon.", features = list(features);
    }
    WhyLeftOut {
        Self::Id = "it only tells the rows apart";
        Self::Outcome = "it is known only once the answer is";
        Self::Dropped = "it was left out by --drop or --features";
    }
    SplitError {
        Self::Folds { n_samples, n_folds } =
            "{n_samples} samples cannot be divided into {n_folds} folds. --cv may be 2 to {n_samples}, loo or none.";
        Self::Fraction { n_samples, fraction } =
            "Holding out {fraction} of {n_samples} samples leaves one side empty.";
    }
    ConversationError {
        Self { name, line, fault } = "{name}, line {line}: {fault}";
    }
    ConversationFault {
        Self::NotJson { reason } =
            "this is not JSON ({reason}). Each line should be {{\"messages\": [{{\"role\": \"user\", \"content\": \"...\"}}, {{\"role\": \"assistant\", \"content\": \"...\"}}]}}.";
        Self::NoObject =
            "this is not a conversation. It should be {{\"messages\": [{{\"role\": \"user\", \"content\": \"...\"}}, {{\"role\": \"assistant\", \"content\": \"...\"}}]}}.";
        Self::UnknownForm { fields } =
            "there is no conversation in the fields {fields}. Known are messages (role, content), conversations (from, value), instruction with output, and prompt with completion.";
        Self::NoRole { message } = "message {message} does not say who speaks. Give it a role: user or assistant.";
        Self::NoText { message } = "message {message} is not text. Leave out pictures, calls of tools and the like.";
        Self::UnknownRole { message, role } =
            "the role of message {message} is {role}; it must be user, assistant or system (or human and gpt).";
        Self::OutOfTurn { message, expected } =
            "message {message} should be the {expected}'s: the user begins, and they take turns.";
        Self::Empty { message } = "message {message} is empty. Fill it in, or leave the line out.";
        Self::NoAnswer = "the conversation does not end with an answer. Let the assistant have the last word.";
        Self::Several { n } = "there are {n} conversations in the file, and only one can go on. Put it into a file of its own.";
    }
    SentenceError {
        Self::NoEnd { sentence } = "the sentence does not end in a full stop: {sentence}";
        Self::NotUnderstood { clause } = "this says nothing about any column: {clause}";
    }
}

/// `sugar 2 (line 3, 5)`, a column after the other.
fn cells(columns: &[MissingCells]) -> String {
    Lang::En.clauses(columns.iter().map(|MissingCells { column, count, lines }| match lines.is_empty() {
        true => format!("{} {count}", show(column)),
        false => format!("{} {count} (line {})", show(column), line_list(Lang::En, lines, *count)),
    }))
}

fn or_numeric(columns: &[String]) -> String {
    if columns.is_empty() { String::new() } else { format!(" Or choose a numeric target: {}.", list(columns)) }
}

/// What may have cut a number, where there are cells too many.
fn decimal_comma(are_too_many: bool) -> &'static str {
    if are_too_many {
        " If commas separate the cells, a number written with a comma, as 6,9, needs quotes: \"6,9\"."
    } else {
        ""
    }
}

/// What a cell may be that is no number: a missing one has a marker, unless a list of markers would be cut in it.
fn or_missing(text: &str) -> String {
    match text.contains(',') {
        true => "leave the cell empty".to_owned(),
        false => format!("use --missing-values \"{text}\""),
    }
}

/// What to do about a line that cannot be decoded.
fn other_encodings(candidates: &[(String, String)]) -> String {
    match candidates.is_empty() {
        true => "Correct that line, save the file once more as UTF-8, or name its encoding with --encoding, as windows-1256.".to_owned(),
        false => format!(
            "If all of the file is in another encoding, name it with --encoding; the line would be: {}. Else correct that line.",
            readings(candidates)
        ),
    }
}

/// What the first line would be in each encoding.
fn readings(candidates: &[(String, String)]) -> String {
    Lang::En.clauses(candidates.iter().map(|(name, text)| format!("{name} \"{text}\"")))
}
