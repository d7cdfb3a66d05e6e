//! What a model is fitted on where it does not fit into memory: the columns of a survey, chosen.

use super::read::ReadError;
use super::read::passes::{Cells, TableFacts};
use super::schema::{SchemaError, select};
use super::table::{Column, MISSING, Table, Values};
use super::table_passes::{SurveyedTable, TablePasses};
use super::{Dataset, Goal, MissingCells, MissingPolicy, Notice, Selection};
use std::ops::Range;
use std::sync::Mutex;

/// A dataset that is read in passes.
pub struct InPasses<'p> {
    /// A small dataset of some of the samples, whose columns have the names, kinds and levels of the
    /// whole, and the whole's notices.
    pub sketch: Dataset,
    /// The samples: the features' cells, then the target's. Codes are places in [`levels`](Self::levels).
    pub passes: Box<dyn TablePasses + 'p>,
    /// Of each column of the passes, its levels; empty for a numeric one.
    pub levels: Vec<Vec<Level>>,
    /// Of each feature that is a number, the least and the largest cell of all rows.
    pub ranges: Vec<Option<[f64; 2]>>,
    /// Features that have missing cells.
    pub incomplete: Vec<String>,
    /// The rows of the table.
    pub n_rows: usize,
    /// SHA-256 of the file; of a folder, of its files one after the other. Where a query engine reads them, of
    /// the list of them.
    pub sha256: String,
}

/// A distinct word of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The word.
    pub name: String,
    /// How many samples have it. One of a row left out may have none.
    pub count: u64,
}

/// Why columns could not be chosen.
#[derive(Debug)]
pub enum ChoiceError {
    /// They cannot be meant.
    Schema(SchemaError),
    /// The files cannot be read once more.
    Read(ReadError),
}

/// Chooses features and target as [`select`] does in memory, and with its words.
///
/// # Errors
/// Those of [`select`]; a column of too many different words; a file that changes.
pub fn select_in_passes<'p>(
    surveyed: Box<dyn SurveyedTable<'p> + 'p>,
    selection: &Selection,
    goal: Goal,
) -> Result<InPasses<'p>, ChoiceError> {
    let survey = surveyed.facts();
    let (is_complete, n_rows, sha256) = (survey.is_complete, survey.n_rows, survey.sha256.clone());
    let impute = Selection { missing: MissingPolicy::Impute, ..selection.clone() };
    let how = if is_complete { selection } else { &impute };
    let chosen = select(survey.sketch.clone(), how, goal).map_err(|error| of_some(error, !is_complete));
    let mut sketch = chosen.map_err(ChoiceError::Schema)?;
    say_what_was_compared(&mut sketch, &survey.sketch);
    let used: Vec<String> = sketch.features.iter().chain(&sketch.target).map(|column| column.name.clone()).collect();
    if let Some(column) = used.iter().find(|name| survey.is_overflown(name)) {
        return Err(ChoiceError::Schema(SchemaError::TooManyWords { column: column.clone() }));
    }
    let missing = missing_cells(survey, &used);
    if selection.missing == MissingPolicy::Error && !missing.is_empty() {
        return Err(ChoiceError::Schema(SchemaError::Missing { columns: missing }));
    }
    let whole: Vec<Column> = used.iter().map(|name| of_sketch(&survey.sketch, name)).collect();
    let is_needed = |at: usize| selection.missing == MissingPolicy::Drop || at >= sketch.features.len();
    let chosen: Vec<(&Column, bool)> = whole.iter().enumerate().map(|(at, column)| (column, is_needed(at))).collect();
    let counts: Vec<Vec<u64>> = used.iter().map(|name| survey.counts(name)).collect();
    let ranges = sketch.features.iter().map(|column| survey.range(&column.name)).collect();
    let passes = surveyed.passes(&chosen).map_err(ChoiceError::Read)?;
    let n_samples = passes.n_samples();
    if n_samples == 0 {
        return Err(ChoiceError::Schema(SchemaError::NoRowsLeft { n_rows }));
    }
    if !is_complete {
        say_of_all_rows(&mut sketch.notices, &missing, n_rows, n_samples);
    }
    // Where rows are left out, what is left is counted once more.
    let (levels, incomplete) = if n_samples < n_rows {
        counted(&*passes, &whole)?
    } else {
        let has_gaps = |name: &&String| missing.iter().any(|cells| cells.column == **name);
        let levels = whole.iter().zip(counts).map(|(column, counts)| levels_of(column, counts)).collect();
        (levels, used.iter().filter(has_gaps).cloned().collect())
    };
    let is_feature = |name: &String| sketch.features.iter().any(|column| column.name == *name);
    let incomplete = incomplete.into_iter().filter(is_feature).collect();
    let (features, target) = (sketch.features.len(), sketch.target.is_some());
    for (at, column) in sketch.features.iter_mut().enumerate() {
        *column = with_levels(column, &levels[at]);
    }
    if let Some(column) = sketch.target.as_mut().filter(|_| target) {
        *column = with_levels(column, &levels[features]);
    }
    Ok(InPasses { sketch, passes, levels, ranges, incomplete, n_rows, sha256 })
}

/// The missing cells of these columns, of those that have any.
fn missing_cells(survey: &TableFacts, columns: &[String]) -> Vec<MissingCells> {
    let all = columns.iter().map(|name| (name, survey.missing(name)));
    let some = all.filter(|(_, (count, _))| *count > 0);
    some.map(|(name, (count, lines))| MissingCells { column: name.clone(), count, lines }).collect()
}

fn of_sketch(table: &Table, name: &str) -> Column {
    table.column(name).expect("a dataset's columns are its table's").clone()
}

/// Different numbers that were counted in some rows are the least that there can be.
fn of_some(error: SchemaError, is_least: bool) -> SchemaError {
    match error {
        SchemaError::NumericTarget { target, n_distinct, .. } => {
            SchemaError::NumericTarget { target, n_distinct, is_least }
        }
        other => other,
    }
}

/// Where a column was taken for an id, and its cells were compared in the sketch only, that is said.
fn say_what_was_compared(dataset: &mut Dataset, sketch: &Table) {
    let Some(whole) = &sketch.whole else { return };
    for notice in &mut dataset.notices {
        let Notice::IdColumn { column, counts: false } = notice else { continue };
        let at = sketch.columns.iter().position(|other| other.name == *column);
        if at.is_some_and(|at| whole[at].distinct.is_none()) {
            *notice = Notice::IdOfSome { column: std::mem::take(column), n_rows: sketch.n_rows() };
        }
    }
}

/// Notices that count rows count those of the whole.
fn say_of_all_rows(notices: &mut Vec<Notice>, missing: &[MissingCells], n_rows: usize, n_samples: usize) {
    let is_of_rows = |notice: &Notice| {
        matches!(notice, Notice::MissingCells(_) | Notice::RowsDropped { .. } | Notice::HighCardinality { .. })
    };
    notices.retain(|notice| !is_of_rows(notice));
    notices.extend(missing.iter().cloned().map(Notice::MissingCells));
    if n_samples < n_rows {
        notices.push(Notice::RowsDropped { dropped: n_rows - n_samples, n_rows });
    }
}

/// The column of the sketch with all levels that samples have, whether its own rows have them or not.
fn with_levels(column: &Column, levels: &[Level]) -> Column {
    let Values::Words { levels: own, codes } = &column.values else { return column.clone() };
    let names: Vec<String> = levels.iter().filter(|level| level.count > 0).map(|level| level.name.clone()).collect();
    let place = |name: &String| names.iter().position(|other| other == name).map_or(MISSING, |at| at as u32);
    let map: Vec<u32> = own.iter().map(place).collect();
    let codes = codes.iter().map(|&code| map.get(code as usize).copied().unwrap_or(MISSING)).collect();
    Column { name: column.name.clone(), values: Values::Words { levels: names, codes } }
}

/// How many samples have each level, and which columns have missing cells: by a pass.
fn counted(passes: &dyn TablePasses, columns: &[Column]) -> Result<(Vec<Vec<Level>>, Vec<String>), ChoiceError> {
    let blank = |column: &Column| match &column.values {
        Values::Words { levels, .. } => vec![0u64; levels.len()],
        Values::Numbers(_) => Vec::new(),
    };
    let start: Vec<(Vec<u64>, bool)> = columns.iter().map(|column| (blank(column), false)).collect();
    let total = Mutex::new(start.clone());
    let see = |_: usize, piece: super::read::passes::RowPiece| {
        let mut own = start.clone();
        for ((counts, any), cells) in own.iter_mut().zip(&piece.columns) {
            match cells {
                Cells::Numbers(cells) => *any |= cells.iter().any(|cell| cell.is_nan()),
                Cells::Codes(codes) => codes.iter().for_each(|&code| match counts.get_mut(code as usize) {
                    Some(count) => *count += 1,
                    None => *any = true,
                }),
            }
        }
        let mut total = total.lock().expect("no thread has panicked");
        for ((counts, any), (more, too)) in total.iter_mut().zip(own) {
            counts.iter_mut().zip(more).for_each(|(sum, n)| *sum += n);
            *any |= too;
        }
    };
    let partitions = passes.partitions().unwrap_or_else(|| whole(passes.n_samples()));
    passes.pass(&partitions, &see, &|_| {});
    passes.check().map_err(ChoiceError::Read)?;
    let counted = total.into_inner().expect("no thread has panicked");
    let incomplete = (0..columns.len()).filter(|&at| counted[at].1).map(|at| columns[at].name.clone()).collect();
    let levels = columns.iter().zip(counted).map(|(column, (counts, _))| levels_of(column, counts)).collect();
    Ok((levels, incomplete))
}

fn levels_of(column: &Column, counts: Vec<u64>) -> Vec<Level> {
    match &column.values {
        Values::Words { levels, .. } => {
            levels.iter().cloned().zip(counts).map(|(name, count)| Level { name, count }).collect()
        }
        Values::Numbers(_) => Vec::new(),
    }
}

/// All samples in as many ranges as keep the cores busy.
fn whole(n_samples: usize) -> Vec<Range<usize>> {
    const RANGES: usize = 64;
    let bound = |at: usize| n_samples * at / RANGES;
    (0..RANGES).map(|at| bound(at)..bound(at + 1)).filter(|range| !range.is_empty()).collect()
}
