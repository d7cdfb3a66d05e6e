//! Options that several commands share, as typed and as resolved.

use super::console::Console;
use super::failure::Failure;
use super::usage;
use crate::data;
use crate::data::read::ReadOptions;
use crate::data::{
    Builtin, Dataset, Feature, Goal, MissingPolicy, Selection, Table, builtin, catalogue, parse_melon, select,
};
use crate::engine::EngineChoice;
use crate::report::errors::InFile;
use crate::report::words::usage as words;
use crate::rng::Seed;
use crate::task::Melon;

/// What to do about missing cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Missing {
    Error,
    Drop,
    Impute,
}

/// Which engine fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum EngineName {
    Auto,
    Linfa,
    Native,
}

impl From<EngineName> for EngineChoice {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Auto => EngineChoice::Auto,
            EngineName::Linfa => EngineChoice::Linfa,
            EngineName::Native => EngineChoice::Native,
        }
    }
}

/// The melons of `--melon`, in the dataset's own words.
pub(super) fn melons(typed: &[String], dataset: &Dataset) -> Result<Vec<Melon>, Failure> {
    let features: Vec<Feature> = dataset.features.iter().map(Feature::from).collect();
    Ok(typed.iter().map(|text| parse_melon(text, &features)).collect::<Result<_, _>>()?)
}

/// What a model was fitted on, in 64 digits.
pub(super) fn fingerprint(dataset: &Dataset) -> String {
    data::fingerprint(dataset.features.iter().chain(&dataset.target))
}

/// Where the rows come from and how they are read.
#[derive(Debug, clap::Args)]
pub(super) struct SourceArgs {
    #[arg(long, value_name = "CHAR")]
    pub delimiter: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long, value_name = "N")]
    pub rows: Option<usize>,
    #[arg(long, default_value_t = 42, allow_negative_numbers = true, value_name = "N")]
    pub seed: u64,
}

/// A table and the roles of its columns.
#[derive(Debug, clap::Args)]
pub(super) struct DataArgs {
    #[arg(id = "data_name", default_value = "melons", value_name = "DATA")]
    pub data: String,
    #[arg(long, value_name = "COLUMN")]
    pub target: Option<String>,
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    pub features: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    pub drop: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    pub categorical: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    pub numeric: Vec<String>,
    #[arg(long, default_value = "error", value_name = "POLICY")]
    pub missing: Missing,
    #[command(flatten)]
    pub source: SourceArgs,
}

impl SourceArgs {
    /// How to read a file whose columns are of these kinds.
    pub fn read_options(
        &self,
        categorical: &[String],
        numeric: &[String],
        console: &Console,
    ) -> Result<ReadOptions, Failure> {
        let delimiter = match self.delimiter.as_deref() {
            None => None,
            Some("tab" | "\\t" | "\t") => Some(b'\t'),
            Some(text) if text.len() == 1 => Some(text.as_bytes()[0]),
            Some(text) => {
                let wanted = words::WantedDelimiter.text(console.lang);
                return Err(usage::bad_option("delimiter", text, wanted, console.lang));
            }
        };
        if let Some(rows) = self.rows {
            usage::rows(rows, console.lang)?;
        }
        Ok(ReadOptions {
            delimiter,
            encoding: self.encoding.clone(),
            categorical: categorical.to_vec(),
            numeric: numeric.to_vec(),
        })
    }

    /// The built-in table or file called `data`.
    pub fn table(&self, data: &str, options: &ReadOptions, console: &Console) -> Result<Table, Failure> {
        self.check_rows(data, console)?;
        Ok(builtin::open(data, self.rows, Seed(self.seed), options)?)
    }
}

impl SourceArgs {
    /// Only the synthetic table has as many rows as one likes.
    pub fn check_rows(&self, data: &str, console: &Console) -> Result<(), Failure> {
        match self.rows {
            Some(rows) if catalogue::find(data) != Some(Builtin::MelonField) => {
                let wanted = words::WantedField.text(console.lang);
                Err(usage::bad_option("rows", &rows.to_string(), wanted, console.lang))
            }
            _ => Ok(()),
        }
    }
}

impl DataArgs {
    /// Reads the table and chooses its columns; says aloud what was decided.
    pub fn load(&self, goal: Goal, labels: Option<&str>, console: &Console) -> Result<Dataset, Failure> {
        let options = self.source.read_options(&self.categorical, &self.numeric, console)?;
        let table = self.source.table(&self.data, &options, console)?;
        let is_builtin = table.builtin.is_some();
        let chosen = select(table, &self.selection(labels), goal);
        if is_builtin {
            return Ok(chosen?);
        }
        let dataset = chosen.map_err(|error| InFile::of(error, &self.data))?;
        console.notices(&dataset.notices);
        Ok(dataset)
    }

    fn selection(&self, labels: Option<&str>) -> Selection {
        Selection {
            target: self.target.clone(),
            features: self.features.clone(),
            drop: self.drop.clone(),
            categorical: self.categorical.clone(),
            numeric: self.numeric.clone(),
            labels: labels.map(str::to_owned),
            missing: match self.missing {
                Missing::Error => MissingPolicy::Error,
                Missing::Drop => MissingPolicy::Drop,
                Missing::Impute => MissingPolicy::Impute,
            },
        }
    }
}
