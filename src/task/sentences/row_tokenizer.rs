//! Rows in tokens: what each cell reads as, and back.

use super::{SentenceOptions, Unit};
use crate::data::table::{MISSING, by_name};
use crate::data::verbalise::{Tongue, parse_sentence};
use crate::data::{Bins, Column, EncodeError, Feature, Labels, Place, Values, names, read};
use crate::lm::TokenId;
use crate::model::ModelError;
use std::collections::HashMap;

/// The token between two sentences: each begins after one and ends with one.
pub(super) const BOUNDARY: TokenId = 0;

/// The words of a row: for each feature the place of its value among those it may have,
/// `None` where the cell is missing.
pub(in crate::task) type Codes = Vec<Option<usize>>;

/// How the cells of a table are spoken and spelt.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::task) struct RowTokenizer {
    tongue: Tongue,
    /// The features and then the target, each with the values it may have, in words: a number
    /// is low, medium or high.
    columns: Vec<Feature>,
    /// Of each feature, where it is numeric.
    bins: Vec<Option<Bins>>,
    /// The tokens of each value of each column.
    spelt: Vec<Vec<Vec<TokenId>>>,
    /// The text of each token; the boundary has none.
    texts: Vec<String>,
}

impl RowTokenizer {
    /// A phrase for every value that a column may have, seen in these rows or not: a fold
    /// then has the vocabulary of the whole table. Numbers are cut where these rows lie.
    pub fn new(features: &[Column], labels: &Labels, options: &SentenceOptions) -> RowTokenizer {
        let bins: Vec<Option<Bins>> = features.iter().map(bins_of).collect();
        let word = |(column, bins): (&Column, &Option<Bins>)| Feature {
            name: column.name.clone(),
            levels: Some(levels_of(column, bins.as_ref(), options.tongue)),
        };
        let target = Feature { name: labels.target.clone(), levels: Some(labels.classes.clone()) };
        let columns: Vec<Feature> = features.iter().zip(&bins).map(word).chain([target]).collect();
        let mut speller = Speller { unit: options.unit, ids: HashMap::new(), texts: vec![String::new()] };
        let last = columns.len() - 1;
        let phrases = |(at, column): (usize, &Feature)| {
            let mark = if at == last { options.tongue.end() } else { options.tongue.separator() };
            let levels = column.levels.iter().flatten();
            levels.map(|level| speller.spell(&(options.tongue.clause(column, level, &columns) + mark))).collect()
        };
        let spelt = columns.iter().enumerate().map(phrases).collect();
        RowTokenizer { tongue: options.tongue, bins, spelt, texts: speller.texts, columns }
    }

    /// The number of tokens, the boundary included.
    pub fn vocab_size(&self) -> usize {
        self.texts.len()
    }

    /// The text of a token; empty for the boundary.
    pub fn text(&self, token: TokenId) -> &str {
        &self.texts[token as usize]
    }

    /// The features, each with its values in words.
    pub fn features(&self) -> &[Feature] {
        &self.columns[..self.columns.len() - 1]
    }

    /// Where a numeric feature is cut.
    pub fn bins(&self, feature: usize) -> Option<&Bins> {
        self.bins[feature].as_ref()
    }

    /// The number of tokens of the longest sentence, one boundary included.
    pub fn longest(&self) -> usize {
        let longest = |phrases: &Vec<Vec<TokenId>>| phrases.iter().map(Vec::len).max().unwrap_or(0);
        1 + self.spelt.iter().map(longest).sum::<usize>()
    }

    /// A sentence up to its class: the boundary, then a clause for each cell that is known.
    pub fn prefix(&self, codes: &[Option<usize>]) -> Vec<TokenId> {
        let known = codes.iter().zip(&self.spelt).filter_map(|(code, phrases)| Some(&phrases[(*code)?]));
        std::iter::once(BOUNDARY).chain(known.flatten().copied()).collect()
    }

    /// The clause that says the class.
    pub fn class(&self, class: usize) -> &[TokenId] {
        &self.spelt[self.spelt.len() - 1][class]
    }

    /// The text of tokens.
    pub fn write(&self, tokens: &[TokenId]) -> String {
        tokens.iter().map(|&token| self.text(token)).collect()
    }

    /// The words of every row. Columns are found by name.
    ///
    /// # Errors
    /// A column that is not there, an unseen category, a cell that is no number.
    pub fn codes(&self, columns: &[Column]) -> Result<Vec<Codes>, ModelError> {
        let n_rows = columns.first().map_or(0, Column::len);
        let mut rows = vec![Codes::with_capacity(self.bins.len()); n_rows];
        for (feature, bins) in self.features().iter().zip(&self.bins) {
            let column = find(feature, columns)?;
            let codes = match bins {
                Some(bins) => binned(column, bins)?,
                None => matched(column, feature.levels.as_deref().unwrap_or_default())?,
            };
            rows.iter_mut().zip(codes).for_each(|(row, code)| row.push(code));
        }
        Ok(rows)
    }

    /// A sentence read back: the words of its features and the class, or nothing if it is no
    /// sentence about a melon. Each column may be spoken of once, and the class must be.
    pub fn read(&self, sentence: &str) -> Option<(Codes, usize)> {
        let cells = parse_sentence(sentence, &self.columns, self.tongue).ok()?;
        let mut codes: Codes = vec![None; self.columns.len()];
        for (name, value) in cells {
            let at = self.columns.iter().position(|column| column.name == name)?;
            let level = self.columns[at].levels.iter().flatten().position(|level| *level == value)?;
            if codes[at].replace(level).is_some() {
                return None;
            }
        }
        let class = codes.pop()??;
        Some((codes, class))
    }
}

/// Gives each new piece of text the next number.
struct Speller {
    unit: Unit,
    ids: HashMap<String, TokenId>,
    texts: Vec<String>,
}

impl Speller {
    fn spell(&mut self, phrase: &str) -> Vec<TokenId> {
        match self.unit {
            Unit::Clause => vec![self.token(phrase)],
            Unit::Character => phrase.chars().map(|c| self.token(c.encode_utf8(&mut [0; 4]))).collect(),
        }
    }

    fn token(&mut self, text: &str) -> TokenId {
        *self.ids.entry(text.to_owned()).or_insert_with(|| {
            self.texts.push(text.to_owned());
            self.texts.len() as TokenId - 1
        })
    }
}

fn bins_of(column: &Column) -> Option<Bins> {
    match &column.values {
        Values::Numbers(cells) => Some(Bins::fit(cells)),
        Values::Words { .. } => None,
    }
}

/// A column's values in the order of their names, so that the rows' order does not matter.
fn levels_of(column: &Column, bins: Option<&Bins>, tongue: Tongue) -> Vec<String> {
    match (&column.values, bins) {
        (Values::Words { levels, .. }, None) => {
            let mut levels = levels.clone();
            levels.sort_by(|a, b| by_name(a, b));
            levels
        }
        (_, bins) => degrees(bins.map_or(1, Bins::n_bins), tongue).into_iter().map(str::to_owned).collect(),
    }
}

/// What the bins of a number are called.
fn degrees(n_bins: usize, tongue: Tongue) -> Vec<&'static str> {
    let [low, medium, high] = if tongue == Tongue::Chinese { ["低", "中", "高"] } else { ["low", "medium", "high"] };
    match n_bins {
        1 => vec![medium],
        2 => vec![low, high],
        _ => vec![low, medium, high],
    }
}

fn find<'c>(feature: &Feature, columns: &'c [Column]) -> Result<&'c Column, ModelError> {
    let known = || columns.iter().map(|column| column.name.as_str());
    let lacking = || EncodeError::MissingColumn {
        column: feature.name.clone(),
        nearest: names::nearest(&feature.name, known()),
        known: known().map(str::to_owned).collect(),
    };
    Ok(columns.iter().find(|column| column.name == feature.name).ok_or_else(lacking)?)
}

fn matched(column: &Column, known: &[String]) -> Result<Codes, ModelError> {
    let words = column.clone().into_words();
    let Values::Words { levels, codes } = &words.values else { unreachable!("made of words just now") };
    let place: Vec<Option<usize>> = levels.iter().map(|level| known.iter().position(|k| k == level)).collect();
    let of = |(row, &code): (usize, &u32)| match code {
        MISSING => Ok(None),
        code => place[code as usize].map(Some).ok_or_else(|| {
            let value = levels[code as usize].clone();
            let nearest = names::nearest(&value, known.iter().map(String::as_str));
            EncodeError::UnseenCategory {
                column: column.name.clone(),
                place: Place::Row(row),
                value,
                nearest,
                known: known.to_vec(),
            }
            .into()
        }),
    };
    codes.iter().enumerate().map(of).collect()
}

fn binned(column: &Column, bins: &Bins) -> Result<Codes, ModelError> {
    let cell = |row: usize| -> Result<Option<usize>, ModelError> {
        let not_a_number = |text: &str| EncodeError::NotANumber {
            column: column.name.clone(),
            place: Place::Row(row),
            text: text.to_owned(),
        };
        let number = match &column.values {
            Values::Numbers(cells) => Some(cells[row]).filter(|cell| !cell.is_nan()),
            Values::Words { .. } => match column.text(row) {
                Some(text) => Some(read::number(&text).ok_or_else(|| not_a_number(&text))?),
                None => None,
            },
        };
        Ok(number.map(|x| bins.of(x)))
    };
    (0..column.len()).map(cell).collect()
}
