//! Errors of choosing columns, encoding cells and understanding melons.

use super::{Tell, did_you_mean, names, sentences};
use crate::data::split::SplitError;
use crate::data::{EncodeError, MelonError, SchemaError};
use crate::report::names::show;
use crate::report::notices::line_list;
use crate::report::words::errors as words;
use crate::report::{Lang, Say};

impl Tell for SchemaError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            SchemaError::UnknownColumn { asked, nearest, known } => {
                let columns = words::KnownColumns { list: names(lang, known) }.say(lang);
                sentences(lang, [words::UnknownColumn { asked }.say(lang), did_you_mean(lang, nearest), columns])
            }
            SchemaError::Contradiction { column } => words::Contradiction { column: show(lang, column) }.say(lang),
            SchemaError::NotANumber { column, line, text } => {
                words::CellNotNumber { line, column: show(lang, column), text }.say(lang)
            }
            SchemaError::NearlyNumeric { column, count, line, text } => {
                words::NearlyNumeric { column: show(lang, column), n: count, line, text }.say(lang)
            }
            SchemaError::TwoReadings { column, text } => {
                words::TwoReadings { column: show(lang, column), text }.say(lang)
            }
            SchemaError::NoFeatures => words::NoFeatures.text(lang).to_owned(),
            SchemaError::NoTarget { table } => words::NoTarget { table }.say(lang),
            SchemaError::Missing { columns } => {
                let one = |cells: &crate::data::MissingCells| {
                    let lines = line_list(lang, &cells.lines, cells.count);
                    words::MissingIn { column: show(lang, &cells.column), count: cells.count, lines }.say(lang)
                };
                words::Missing { cells: columns.iter().map(one).collect::<Vec<_>>().join(lang.pick("，", "; ")) }
                    .say(lang)
            }
            SchemaError::NoRowsLeft { n_rows } => words::NoRowsLeft { n_rows }.say(lang),
            SchemaError::OneClass { target, class } => {
                words::OneClass { target: show(lang, target), class: show(lang, class) }.say(lang)
            }
            SchemaError::NumericTarget { target, n_distinct } => {
                words::NumericTarget { target: show(lang, target), n: n_distinct }.say(lang)
            }
            SchemaError::ClassPerSample { target, n_samples } => {
                words::ClassPerSample { target: show(lang, target), n: n_samples }.say(lang)
            }
            SchemaError::WordsTarget { target, example, numeric } => {
                let or = if numeric.is_empty() {
                    String::new()
                } else {
                    words::OrNumeric { list: names(lang, numeric) }.say(lang)
                };
                sentences(
                    lang,
                    [words::WordsTarget { target: show(lang, target), example: show(lang, example) }.say(lang), or],
                )
            }
        }
    }
}

impl Tell for EncodeError {
    fn tell(&self, lang: Lang) -> String {
        tell_at(self, lang, |row| words::RowPlace { row: row + 1 }.say(lang))
    }
}

/// An error of encoding, its row (from 0) named by `place`.
pub(super) fn tell_at(error: &EncodeError, lang: Lang, place: impl Fn(usize) -> String) -> String {
    match error {
        EncodeError::MissingColumn { column, nearest, known } => {
            let columns = words::KnownColumns { list: names(lang, known) }.say(lang);
            sentences(
                lang,
                [words::LacksColumn { column: show(lang, column) }.say(lang), did_you_mean(lang, nearest), columns],
            )
        }
        EncodeError::NoSuchFeature { column, nearest, known } => {
            let features = words::KnownFeatures { list: names(lang, known) }.say(lang);
            sentences(lang, [words::UnknownFeature { asked: column }.say(lang), did_you_mean(lang, nearest), features])
        }
        EncodeError::UnseenCategory { column, row, value, nearest, known } => {
            let unseen =
                words::Unseen { place: place(*row), column: show(lang, column), value: show(lang, value) }.say(lang);
            let values = words::KnownValues { list: names(lang, known) }.say(lang);
            sentences(lang, [unseen, did_you_mean(lang, nearest), values])
        }
        EncodeError::MissingCell { column, row } => {
            words::CellMissing { place: place(*row), column: show(lang, column) }.say(lang)
        }
        EncodeError::NotANumber { column, row, text } => {
            words::RowNotNumber { place: place(*row), column: show(lang, column), text }.say(lang)
        }
        EncodeError::NotFinite { column, row } => {
            words::RowNotFinite { place: place(*row), column: show(lang, column) }.say(lang)
        }
        EncodeError::NoValues { column } => words::NoValues { column: show(lang, column) }.say(lang),
        EncodeError::Damaged { fault, .. } => words::Damaged { fault }.say(lang),
    }
}

impl Tell for MelonError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            MelonError::NoEqualsSign { part, .. } => words::NoEquals { part }.say(lang),
            MelonError::UnknownFeature { asked, nearest, known } => {
                let features = words::KnownFeatures { list: names(lang, known) }.say(lang);
                sentences(lang, [words::UnknownFeature { asked }.say(lang), did_you_mean(lang, nearest), features])
            }
            MelonError::UnknownValue { feature, value, nearest, known } => {
                let unknown = words::UnknownValue { feature: show(lang, feature), value }.say(lang);
                let values = words::KnownValues { list: names(lang, known) }.say(lang);
                sentences(lang, [unknown, did_you_mean(lang, nearest), values])
            }
            MelonError::NotANumber { feature, value } => {
                words::MelonNotNumber { feature: show(lang, feature), value }.say(lang)
            }
            MelonError::Infinite { feature, value } => {
                words::MelonInfinite { feature: show(lang, feature), value }.say(lang)
            }
            MelonError::Twice { feature } => words::Twice { feature: show(lang, feature) }.say(lang),
            MelonError::LeftOut { features } => words::LeftOut { features: names(lang, features) }.say(lang),
        }
    }
}

impl Tell for SplitError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            SplitError::Folds { n_samples, n_folds } => words::Folds { n_samples, n_folds }.say(lang),
            SplitError::Fraction { n_samples, fraction } => words::Holdout { fraction, n_samples }.say(lang),
        }
    }
}
