//! Errors of choosing columns, encoding cells and understanding melons.

use super::{Tell, did_you_mean, names, sentences};
use crate::data::split::SplitError;
use crate::data::{EncodeError, MelonError, SchemaError};
use crate::report::Lang;
use crate::report::names::show;
use crate::report::notices::line_list;
use crate::report::words::errors as words;

impl Tell for SchemaError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            SchemaError::UnknownColumn { asked, nearest, known } => {
                let columns = words::known_columns(lang, names(lang, known));
                sentences(lang, [words::unknown_column(lang, asked), did_you_mean(lang, nearest), columns])
            }
            SchemaError::Contradiction { column } => words::contradiction(lang, show(lang, column)),
            SchemaError::NotANumber { column, line, text } => {
                words::cell_not_number(lang, line, show(lang, column), text)
            }
            SchemaError::NoFeatures => words::no_features(lang).to_owned(),
            SchemaError::NoTarget { table } => words::no_target(lang, table),
            SchemaError::Missing { columns } => {
                let one = |cells: &crate::data::MissingCells| {
                    let lines = line_list(lang, &cells.lines, cells.count);
                    words::missing_in(lang, show(lang, &cells.column), cells.count, lines)
                };
                words::missing(lang, columns.iter().map(one).collect::<Vec<_>>().join(lang.pick("，", "; ")))
            }
            SchemaError::NoRowsLeft { n_rows } => words::no_rows_left(lang, n_rows),
            SchemaError::OneClass { target, class } => words::one_class(lang, show(lang, target), show(lang, class)),
            SchemaError::NumericTarget { target, n_distinct } => {
                words::numeric_target(lang, show(lang, target), n_distinct)
            }
            SchemaError::ClassPerSample { target, n_samples } => {
                words::class_per_sample(lang, show(lang, target), n_samples)
            }
            SchemaError::WordsTarget { target, example, numeric } => {
                let or = if numeric.is_empty() { String::new() } else { words::or_numeric(lang, names(lang, numeric)) };
                sentences(lang, [words::words_target(lang, show(lang, target), show(lang, example)), or])
            }
        }
    }
}

impl Tell for EncodeError {
    fn tell(&self, lang: Lang) -> String {
        tell_at(self, lang, |row| words::row_place(lang, row + 1))
    }
}

/// An error of encoding, its row (from 0) named by `place`.
pub(super) fn tell_at(error: &EncodeError, lang: Lang, place: impl Fn(usize) -> String) -> String {
    match error {
        EncodeError::MissingColumn { column, nearest, known } => {
            let columns = words::known_columns(lang, names(lang, known));
            sentences(lang, [words::lacks_column(lang, show(lang, column)), did_you_mean(lang, nearest), columns])
        }
        EncodeError::NoSuchFeature { column, nearest, known } => {
            let features = words::known_features(lang, names(lang, known));
            sentences(lang, [words::unknown_feature(lang, column), did_you_mean(lang, nearest), features])
        }
        EncodeError::UnseenCategory { column, row, value, nearest, known } => {
            let unseen = words::unseen(lang, place(*row), show(lang, column), show(lang, value));
            let values = words::known_values(lang, names(lang, known));
            sentences(lang, [unseen, did_you_mean(lang, nearest), values])
        }
        EncodeError::MissingCell { column, row } => words::cell_missing(lang, place(*row), show(lang, column)),
        EncodeError::NotANumber { column, row, text } => {
            words::row_not_number(lang, place(*row), show(lang, column), text)
        }
        EncodeError::NotFinite { column, row } => words::row_not_finite(lang, place(*row), show(lang, column)),
        EncodeError::NoValues { column } => words::no_values(lang, show(lang, column)),
        EncodeError::Damaged { fault, .. } => words::damaged(lang, fault),
    }
}

impl Tell for MelonError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            MelonError::NoEqualsSign { part, .. } => words::no_equals(lang, part),
            MelonError::UnknownFeature { asked, nearest, known } => {
                let features = words::known_features(lang, names(lang, known));
                sentences(lang, [words::unknown_feature(lang, asked), did_you_mean(lang, nearest), features])
            }
            MelonError::UnknownValue { feature, value, nearest, known } => {
                let unknown = words::unknown_value(lang, show(lang, feature), value);
                let values = words::known_values(lang, names(lang, known));
                sentences(lang, [unknown, did_you_mean(lang, nearest), values])
            }
            MelonError::NotANumber { feature, value } => words::melon_not_number(lang, show(lang, feature), value),
            MelonError::Infinite { feature, value } => words::melon_infinite(lang, show(lang, feature), value),
            MelonError::Twice { feature } => words::twice(lang, show(lang, feature)),
            MelonError::LeftOut { features } => words::left_out(lang, names(lang, features)),
        }
    }
}

impl Tell for SplitError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            SplitError::Folds { n_samples, n_folds } => words::folds(lang, n_samples, n_folds),
            SplitError::Fraction { n_samples, fraction } => words::holdout(lang, fraction, n_samples),
        }
    }
}
