//! A table in memory or, with `--memory`, one that may be larger, read in passes.

use super::args::{DataArgs, EngineName, melons};
use super::console::Console;
use super::distributed;
use super::failure::Failure;
use super::progress::PassBar;
use super::usage;
use crate::data::read::n_bytes;
use crate::data::read::passes::{MemoryBudget, Progress, survey};
use crate::data::{ChoiceError, Dataset, Goal, InPasses, SurveyedFiles, SurveyedTable, catalogue, select_in_passes};
use crate::report::Say;
use crate::report::errors::InFile;
use crate::report::words::in_passes as words;
use crate::task::{Melon, TaskError};

/// The least that is taken: the program itself, and room for a few pieces of text.
const LEAST: u64 = 64 << 20;
/// What sums and words may take where a query engine reads the rows, unless another size is named.
const WITH_DATAFUSION: u64 = 2 << 30;
/// What the program takes before it reads anything.
const OWN: u64 = 40 << 20;
/// Bytes in memory for a byte of text, while a table is read and fitted there.
const TIMES: u64 = 4;

/// As typed.
#[derive(Debug, Default, clap::Args)]
pub(super) struct MemoryArgs {
    #[arg(long, value_name = "SIZE")]
    memory: Option<String>,
    #[arg(long, value_name = "HOST:PORT")]
    scheduler: Option<String>,
}

impl MemoryArgs {
    /// Bytes, if any were named.
    pub fn bytes(&self, console: &Console) -> Result<Option<u64>, Failure> {
        let Some(text) = &self.memory else { return Ok(None) };
        let bytes = size(text).filter(|&bytes| bytes >= LEAST);
        let wanted = || words::WantedMemory.text(console.lang);
        bytes.map(Some).ok_or_else(|| usage::bad_option("memory", text, wanted(), console.lang))
    }

    /// What is found out about the table: `in_memory`, or `in_passes` if memory was named. With it the
    /// dataset that is shown: of a table that is read in passes, some of its samples.
    pub fn fit<T>(
        &self,
        asked: &TableRequest,
        console: &Console,
        in_memory: impl FnOnce(&Dataset, &[Melon]) -> Result<T, Failure>,
        in_passes: impl FnOnce(&InPasses, &[Melon], u64) -> Result<T, TaskError>,
    ) -> Result<(T, Dataset), Failure> {
        if self.scheduler.is_some() && !asked.is_for_datafusion() {
            return Err(Failure::Usage(words::ForDatafusion { flag: "--scheduler" }.say(console.lang)));
        }
        let named = self.bytes(console)?;
        let Some(memory) = named.or(asked.is_for_datafusion().then_some(WITH_DATAFUSION)) else {
            refuse_what_does_not_fit(&asked.data.data, console)?;
            let dataset = asked.data.load(asked.goal, asked.labels, console)?;
            let melons = melons(asked.melons, &dataset)?;
            return Ok((in_memory(&dataset, &melons)?, dataset));
        };
        asked.refuse_what_needs_rows(console)?;
        let bar = PassBar::new(console);
        let progress = |pass: usize, done: u64, total: u64| bar.update(pass, done, total);
        let data = asked.select(memory, self.scheduler.as_deref(), &progress, console)?;
        bar.hidden(|| console.notices(&data.sketch.notices));
        let melons = melons(asked.melons, &data.sketch)?;
        let result = in_passes(&data, &melons, memory)?;
        Ok((result, data.sketch))
    }
}

/// A table, and what is asked of it.
pub(super) struct TableRequest<'a> {
    pub data: &'a DataArgs,
    pub engine: EngineName,
    pub goal: Goal,
    /// The column that clusters are compared with.
    pub labels: Option<&'a str>,
    /// As typed.
    pub melons: &'a [String],
    /// Flags that need the rows in memory, and whether they were given.
    pub unfit: &'a [(&'a str, bool)],
}

impl TableRequest<'_> {
    fn is_for_datafusion(&self) -> bool {
        self.engine == EngineName::Datafusion
    }

    fn refuse_what_needs_rows(&self, console: &Console) -> Result<(), Failure> {
        let data = &self.data.data;
        if let Some((flag, _)) = self.unfit.iter().find(|(_, given)| *given) {
            return Err(Failure::Usage(match self.is_for_datafusion() {
                true => words::NeedsRowsInMemory { flag }.say(console.lang),
                false => words::NeedsRows { flag }.say(console.lang),
            }));
        }
        match (catalogue::find(data), self.is_for_datafusion()) {
            (Some(_), true) => Err(Failure::Usage(words::FilesForDatafusion { data }.say(console.lang))),
            (Some(_), false) => Err(Failure::Usage(words::FilesOnly { data }.say(console.lang))),
            (None, _) => Ok(()),
        }
    }

    /// The columns that are meant, of the files once they were read through.
    fn select<'p>(
        &self,
        memory: u64,
        scheduler: Option<&str>,
        progress: &'p Progress<'p>,
        console: &Console,
    ) -> Result<InPasses<'p>, Failure> {
        let DataArgs { data, source, kinds, .. } = self.data;
        let options = source.read_options(kinds, console)?;
        source.check_rows(data, console)?;
        let room = MemoryBudget::of(memory - OWN.min(memory / 2), rayon::current_num_threads());
        let surveyed: Box<dyn SurveyedTable> = match self.is_for_datafusion() {
            true => distributed::survey(data, &options, scheduler, room, progress, console)?,
            false => Box::new(SurveyedFiles { survey: survey(data, &options, room, progress)?, progress }),
        };
        let chosen = select_in_passes(surveyed, &self.data.selection(self.labels), self.goal);
        chosen.map_err(|error| match error {
            ChoiceError::Schema(error) => InFile::of(error, data).into(),
            ChoiceError::Read(error) => Failure::from(error),
        })
    }
}

/// `2GB`, `512MB`, `1.5 GiB`.
fn size(text: &str) -> Option<u64> {
    let text = text.trim().to_ascii_uppercase();
    let digits = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = match unit.trim() {
        "KB" | "K" => 1e3,
        "MB" | "M" => 1e6,
        "GB" | "G" => 1e9,
        "TB" | "T" => 1e12,
        "KIB" => 1024f64,
        "MIB" => 1024f64.powi(2),
        "GIB" => 1024f64.powi(3),
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| (number * unit) as u64)
}

/// A table that would fill all memory is not begun: the system would end the program in the middle.
fn refuse_what_does_not_fit(data: &str, console: &Console) -> Result<(), Failure> {
    let (Some(bytes), Some(free)) = (n_bytes(data), super::doctor::free_memory()) else { return Ok(()) };
    if bytes.saturating_mul(TIMES) <= free {
        return Ok(());
    }
    let giga = |bytes: u64| format!("{:.1}", bytes as f64 / 1e9);
    let memory = format!("{}MB", (free / 2 / 1_000_000).max(LEAST.div_ceil(1_000_000)));
    let told = words::DoesNotFit { data, size: giga(bytes), free: giga(free), memory };
    Err(Failure::Said(told.say(console.lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_with_a_unit() {
        let sizes = ["256MB", "2GB", "1.5 gib", "64M", "1TB"].map(size);
        assert_eq!(sizes, [256_000_000, 2_000_000_000, 3 << 29, 64_000_000, 1_000_000_000_000].map(Some));
        assert_eq!(["256", "MB", "much", "-1GB", ""].map(size), [None; 5]);
    }
}
