//! Options that several commands share, as typed and as resolved.

use super::console::Console;
use super::failure::Failure;
pub(super) use super::fingerprint::fingerprint;
use super::output::{OutputArgs, OutputFormat, OutputNames};
use super::usage;
use crate::data::read::{Markers, Notations, ReadOptions};
use crate::data::{
    Builtin, Dataset, Feature, Goal, MissingPolicy, Notice, Selection, Table, builtin, catalogue, parse_melon, select,
    with_kinds,
};
use crate::engine::EngineChoice;
use crate::report::Lang;
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

/// Whether line 1 names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum HeaderChoice {
    Auto,
    Yes,
    No,
}

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Decimal {
    #[value(name = ".")]
    Point,
    #[value(name = ",")]
    Comma,
}

/// In which language the names of the built-in tables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum NamesIn {
    Zh,
    En,
}

/// Which engine fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum EngineName {
    Auto,
    Linfa,
    Native,
    Datafusion,
}

impl From<EngineName> for EngineChoice {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Auto => EngineChoice::Auto,
            EngineName::Linfa => EngineChoice::Linfa,
            EngineName::Native => EngineChoice::Native,
            EngineName::Datafusion => EngineChoice::Native, // it adds up what the native drivers ask for
        }
    }
}

/// The melons of `--melon`, in the dataset's own words.
pub(super) fn melons(typed: &[String], dataset: &Dataset) -> Result<Vec<Melon>, Failure> {
    let features: Vec<Feature> = dataset.features.iter().map(Feature::from).collect();
    let parse = |text: &String| parse_melon(text, &features).map_err(|error| error.explained(&dataset.left_out));
    Ok(typed.iter().map(parse).collect::<Result<_, _>>()?)
}

/// Whose names are written, as in [`SourceArgs::names`].
pub(super) fn names(asked: Option<NamesIn>, is_builtin: bool, is_table: bool, console: &Console) -> OutputNames {
    match asked {
        Some(NamesIn::En) => OutputNames::English,
        None if is_builtin && is_table && console.lang == Lang::En => OutputNames::English,
        Some(NamesIn::Zh) | None => OutputNames::Own,
    }
}

/// Whether a text is one sign, once or several times.
fn is_one_sign(text: &str) -> bool {
    text.is_ascii() && text.bytes().next().is_some_and(|first| text.bytes().all(|byte| byte == first))
}

/// The texts of a list that was cut at every comma, also at those within quotes.
fn listed(pieces: &[String]) -> Vec<String> {
    crate::data::names::listed(&[pieces.join(",")], std::iter::empty::<&str>())
}

/// Where the rows come from and how they are read.
#[derive(Debug, clap::Args)]
pub(super) struct SourceArgs {
    #[arg(long, value_name = "CHAR")]
    pub delimiter: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long, default_value = "auto", value_name = "WHETHER")]
    pub header: HeaderChoice,
    #[arg(long, value_name = "MARK")]
    pub decimal: Option<Decimal>,
    #[arg(long, value_delimiter = ',', allow_hyphen_values = true, value_name = "TEXTS")]
    pub missing_values: Vec<String>,
    #[arg(long, value_delimiter = ',', allow_hyphen_values = true, value_name = "TEXTS")]
    pub values: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "LANG")]
    names: Option<NamesIn>,
    #[arg(long, value_name = "N")]
    pub rows: Option<usize>,
    #[arg(long, default_value_t = 42, value_name = "N")]
    pub seed: u64,
}

/// What columns are, where it is not left to their cells.
#[derive(Debug, Default, clap::Args)]
pub(super) struct KindArgs {
    #[arg(long, value_name = "COLUMNS")]
    pub categorical: Vec<String>,
    #[arg(long, value_name = "COLUMNS")]
    pub numeric: Vec<String>,
}

impl KindArgs {
    fn selection(&self) -> Selection {
        Selection { categorical: self.categorical.clone(), numeric: self.numeric.clone(), ..Selection::default() }
    }
}

/// A table and the roles of its columns.
#[derive(Debug, clap::Args)]
pub(super) struct DataArgs {
    #[arg(id = "data_name", default_value = "melons", value_name = "DATA")]
    pub data: String,
    #[arg(long, value_name = "COLUMN")]
    pub target: Option<String>,
    #[arg(long, value_name = "COLUMNS")]
    pub features: Vec<String>,
    #[arg(long, value_name = "COLUMNS")]
    pub drop: Vec<String>,
    #[command(flatten)]
    pub kinds: KindArgs,
    #[arg(long, default_value = "error", value_name = "POLICY")]
    pub missing: Missing,
    #[command(flatten)]
    pub source: SourceArgs,
}

impl SourceArgs {
    /// How to read a file whose columns are of these kinds.
    pub fn read_options(&self, kinds: &KindArgs, console: &Console) -> Result<ReadOptions, Failure> {
        let delimiter = match self.delimiter.as_deref() {
            None | Some("blanks" | "space" | " ") => None,
            Some("tab" | "\\t" | "\t") => Some(b'\t'),
            // `||` is a bar, and another one with nothing between.
            Some(text) if is_one_sign(text) => Some(text.as_bytes()[0]),
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
            header: match self.header {
                HeaderChoice::Auto => None,
                HeaderChoice::Yes => Some(true),
                HeaderChoice::No => Some(false),
            },
            blanks: matches!(self.delimiter.as_deref(), Some("blanks" | "space" | " ")),
            decimal: self.decimal.map(|decimal| match decimal {
                Decimal::Point => '.',
                Decimal::Comma => ',',
            }),
            points_are_decimal: false,
            sheet: self.sheet.clone(),
            markers: self.markers(),
            categorical: kinds.categorical.clone(),
            numeric: kinds.numeric.clone(),
            written: Notations::default(),
        })
    }

    /// Which texts stand for missing cells.
    pub fn markers(&self) -> Markers {
        Markers::new(&listed(&self.missing_values), &self.values)
    }

    /// The built-in table or file called `data`.
    pub fn table(&self, data: &str, options: &ReadOptions, console: &Console) -> Result<Table, Failure> {
        self.check_rows(data, console)?;
        Ok(builtin::open(data, self.rows, Seed(self.seed), options)?)
    }

    /// The same with columns of these kinds; says aloud what was noticed.
    pub fn table_of_kinds(&self, data: &str, kinds: &KindArgs, console: &Console) -> Result<Table, Failure> {
        let table = self.table(data, &self.read_options(kinds, console)?, console)?;
        console.notices(&table.notices);
        Ok(with_kinds(table, &kinds.selection()).map_err(|error| InFile::of(error, data))?)
    }
}

impl SourceArgs {
    /// Whose names stand in a result on `data`. A table for people (`is_table`: CSV, a file of
    /// its own) speaks the reader's language; JSON, which is for scripts, has the data's own names
    /// whatever the reader speaks. Data of one's own keep their names unless asked.
    pub fn names(&self, data: &str, is_table: bool, console: &Console) -> OutputNames {
        names(self.names, catalogue::find(data).is_some(), is_table, console)
    }

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
    /// Whose names stand in a result that is written so.
    pub fn names(&self, output: &OutputArgs, console: &Console) -> OutputNames {
        self.source.names(&self.data, output.format == OutputFormat::Csv, console)
    }

    /// Reads the table and chooses its columns; says aloud what was decided.
    pub fn load(&self, goal: Goal, labels: Option<&str>, console: &Console) -> Result<Dataset, Failure> {
        let options = self.source.read_options(&self.kinds, console)?;
        let table = self.source.table(&self.data, &options, console)?;
        let is_builtin = table.builtin.is_some();
        let noticed = table.notices.clone();
        let chosen = select(table, &self.selection(labels), goal);
        if is_builtin {
            return Ok(chosen?);
        }
        let dataset = chosen.map_err(|error| {
            // What was noticed explains what went wrong, unless the error says it itself.
            let new: Vec<Notice> = noticed.into_iter().filter(|notice| !error.repeats(notice)).collect();
            console.notices(&new);
            InFile::of(error, &self.data)
        })?;
        console.notices(&dataset.notices);
        Ok(dataset)
    }

    pub fn selection(&self, labels: Option<&str>) -> Selection {
        Selection {
            target: self.target.clone(),
            features: self.features.clone(),
            drop: self.drop.clone(),
            labels: labels.map(str::to_owned),
            missing: match self.missing {
                Missing::Error => MissingPolicy::Error,
                Missing::Drop => MissingPolicy::Drop,
                Missing::Impute => MissingPolicy::Impute,
            },
            ..self.kinds.selection()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn a_text_with_a_comma_stands_in_quotes() {
        let cut = |typed: &str| listed(&typed.split(',').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(cut("-999,unknown"), ["-999", "unknown"]);
        assert_eq!(cut("\"n/a, see\",?"), ["n/a, see", "?"]);
        assert_eq!(cut(""), Vec::<String>::new());
    }
}
