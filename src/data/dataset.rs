//! What a model is fitted on: the features, and the target if there is one.

use super::table::{MISSING, by_name};
use super::{Builtin, Column, Notice, Values};

/// The chosen features of a table, its target, and what was noticed on the way.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// The table's name.
    pub name: String,
    /// Which built-in table it is of; `None` for the user's own, whatever that is called.
    pub builtin: Option<Builtin>,
    /// The columns that a model may look at, in the table's order.
    pub features: Vec<Column>,
    /// The column to be learned: classes for a classification, numbers for a regression; or
    /// the labels that a clustering is compared with.
    pub target: Option<Column>,
    /// Each sample's row in the table, from 1: rows with missing cells may have been dropped.
    pub rows: Vec<usize>,
    /// The columns of the table that are neither, and why.
    pub left_out: Vec<(String, WhyLeftOut)>,
    /// What the reader guessed, left out or repaired, to be reported.
    pub notices: Vec<Notice>,
}

impl Dataset {
    /// The number of samples.
    pub fn n_samples(&self) -> usize {
        self.rows.len()
    }

    /// The number of feature columns, before encoding.
    pub fn n_features(&self) -> usize {
        self.features.len()
    }

    /// The samples at `samples` (from 0), in that order.
    pub fn take(&self, samples: &[usize]) -> Dataset {
        Dataset {
            name: self.name.clone(),
            builtin: self.builtin,
            features: self.features.iter().map(|column| column.take(samples)).collect(),
            target: self.target.as_ref().map(|column| column.take(samples)),
            rows: samples.iter().map(|&i| self.rows[i]).collect(),
            left_out: self.left_out.clone(),
            notices: Vec::new(),
        }
    }
}

/// Why a column is neither feature nor target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It tells the rows apart and nothing else.
    Id,
    /// It is known only with the answer.
    Outcome,
    /// The user wants it so.
    Dropped,
}

/// A categorical target as class indices, in the order of `classes`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The target's name.
    pub target: String,
    /// The class names in the order of [`by_name`]: of two, the second is the positive one.
    pub classes: Vec<String>,
    /// The class of each sample.
    pub codes: Vec<usize>,
}

impl Labels {
    /// The classes of a target column, in the order of [`by_name`]. Levels that no sample
    /// has are left out. `None` if a cell is missing. Numbers become classes by their
    /// shortest text.
    pub fn from_column(column: &Column) -> Option<Labels> {
        let words = column.clone().into_words();
        let Values::Words { levels, codes } = &words.values else { return None };
        if codes.contains(&MISSING) {
            return None;
        }
        let mut classes: Vec<String> = words.levels_in_use().into_iter().map(str::to_owned).collect();
        classes.sort_by(|a, b| by_name(a, b));
        let class_of = |level: &String| classes.iter().position(|class| class == level).unwrap_or(0);
        let class_of_level: Vec<usize> = levels.iter().map(class_of).collect();
        let codes = codes.iter().map(|&code| class_of_level[code as usize]).collect();
        Some(Labels { target: column.name.clone(), classes, codes })
    }

    /// The labels of the samples at `samples`, of the classes that they have; and which of
    /// these labels' classes those are, in ascending order.
    pub fn among(&self, samples: &[usize]) -> (Labels, Vec<usize>) {
        let codes = || samples.iter().map(|&sample| self.codes[sample]);
        let mut place = vec![None; self.classes.len()];
        codes().for_each(|class| place[class] = Some(0));
        let present: Vec<usize> = (0..place.len()).filter(|&class| place[class].is_some()).collect();
        present.iter().enumerate().for_each(|(at, &class)| place[class] = Some(at));
        let known = Labels {
            target: self.target.clone(),
            classes: present.iter().map(|&class| self.classes[class].clone()).collect(),
            codes: codes().map(|class| place[class].unwrap_or(0)).collect(),
        };
        (known, present)
    }

    /// How many samples each class has.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.classes.len()];
        self.codes.iter().for_each(|&code| counts[code] += 1);
        counts
    }

    /// The class with the most samples, the first one on a tie.
    pub fn majority(&self) -> usize {
        let counts = self.counts();
        (0..counts.len()).reduce(|best, c| if counts[c] > counts[best] { c } else { best }).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_sorted_by_name_and_numbers_by_size() {
        let words = Column::words("好瓜", [Some("是"), Some("否"), Some("是")]);
        let labels = Labels::from_column(&words).unwrap();
        assert_eq!(labels.classes, ["否", "是"]);
        assert_eq!(labels.codes, [1, 0, 1]);
        assert_eq!(labels.counts(), [1, 2]);
        let numbers = Labels::from_column(&Column::numbers("y", [10.0, 9.0, 10.0])).unwrap();
        assert_eq!(numbers.classes, ["9", "10"]);
    }

    #[test]
    fn a_part_of_the_samples_has_only_the_classes_it_shows() {
        let labels = Labels::from_column(&Column::words("c", ["a", "c", "b", "c"].map(Some))).unwrap();
        let (known, present) = labels.among(&[1, 0, 3]);
        assert_eq!((known.classes, known.codes, present), (vec!["a".into(), "c".into()], vec![1, 0, 1], vec![0, 2]));
    }

    #[test]
    fn a_level_without_samples_is_no_class_and_a_missing_label_is_none() {
        let column = Column::words("c", [Some("a"), Some("b"), Some("c"), None]);
        assert_eq!(Labels::from_column(&column.take(&[2, 0])).unwrap().classes, ["a", "c"]);
        assert_eq!(Labels::from_column(&column), None);
    }
}
