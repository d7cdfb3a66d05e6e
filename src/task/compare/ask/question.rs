//! The melon that all are asked about.

use crate::data::table::MISSING;
use crate::data::{Column, Dataset, Feature, Labels, Values, melon};
use crate::task::compare::result::QueryMelon;
use crate::task::{Melon, TaskError};

/// The melon that all are asked about.
pub(in crate::task::compare) struct AskedMelon<'a> {
    pub(super) data: &'a Dataset,
    pub(super) labels: &'a Labels,
    melon: Melon,
    /// The same as columns of one row, missing where not given.
    pub(super) row: Vec<Column>,
    /// Its row in the table (from 0), if it was taken from there.
    from: Option<usize>,
    /// The table with the melon's gaps in every row.
    pub(super) alike: Vec<Column>,
    /// The feature that is hidden to be guessed.
    pub(super) hidden: usize,
}

impl<'a> AskedMelon<'a> {
    /// About `melon`, or else about the first row.
    pub fn new(data: &'a Dataset, labels: &'a Labels, melon: Option<&Melon>) -> Result<Self, TaskError> {
        let cell = |column: &Column| Some((column.name.clone(), column.text(0)?.into_owned()));
        let from = if melon.is_some() { None } else { Some(0) };
        let melon = melon.cloned().unwrap_or_else(|| data.features.iter().filter_map(cell).collect());
        let row = melon::row(&melon, &data.features.iter().map(Feature::from).collect::<Vec<_>>())?;
        let alike = data
            .features
            .iter()
            .zip(&row)
            .map(|(column, own)| if own.is_missing(0) { blank(column) } else { column.clone() });
        let alike = alike.collect();
        let gap = row.iter().position(|column| column.is_missing(0));
        let last_word = row.iter().rposition(|column| !column.is_numeric());
        let hidden = gap.or(last_word).unwrap_or(row.len() - 1);
        Ok(AskedMelon { data, labels, melon, row, from, alike, hidden })
    }

    /// What was asked, for the reader.
    pub fn summary(&self) -> QueryMelon {
        let (data, labels) = (self.data, self.labels);
        let known: Vec<usize> = (0..self.row.len()).filter(|&at| !self.row[at].is_missing(0)).collect();
        let same = |row: usize| known.iter().all(|&at| data.features[at].text(row) == self.row[at].text(0));
        let mut seen = vec![0; labels.classes.len()];
        (0..data.n_samples()).filter(|&row| same(row)).for_each(|row| seen[labels.codes[row]] += 1);
        QueryMelon {
            input: self.melon.iter().cloned().collect(),
            left_out: self.left_out(),
            row: self.from.map(|row| data.rows[row]),
            truth: self.from.map(|row| labels.classes[labels.codes[row]].clone()),
            seen,
        }
    }

    pub(super) fn left_out(&self) -> Vec<String> {
        self.row.iter().filter(|column| column.is_missing(0)).map(|column| column.name.clone()).collect()
    }
}

/// A column without any cell.
fn blank(column: &Column) -> Column {
    let values = match &column.values {
        Values::Numbers(cells) => Values::Numbers(vec![f64::NAN; cells.len()]),
        Values::Words { levels, codes } => Values::Words { levels: levels.clone(), codes: vec![MISSING; codes.len()] },
    };
    Column { name: column.name.clone(), values }
}
