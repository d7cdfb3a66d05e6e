//! `--memory`: a table larger than memory, read in passes.

use super::args::{DataArgs, EngineName, melons};
use super::console::Console;
use super::failure::Failure;
use super::progress::PassBar;
use super::usage;
use crate::data::read::passes::{Room, n_bytes, survey};
use crate::data::{ChoiceError, Goal, InPasses, OfFiles, Surveyed, catalogue, select_in_passes};
use crate::report::Say;
use crate::report::errors::InFile;
use crate::report::words::in_passes as words;
use crate::task::Melon;

/// The least that is taken: the program itself, and room for a few pieces of text.
const LEAST: u64 = 64 << 20;
/// What sums and words may take where others read the rows.
const UNLESS_ASKED: u64 = 2 << 30;
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

    /// What `work` makes of the table, read in passes; `None` if no memory was named.
    ///
    /// `unfit` lists flags that need the rows in memory, as far as they were given.
    pub fn in_passes<T>(
        &self,
        (data, goal, labels): (&DataArgs, Goal, Option<&str>),
        engine: EngineName,
        unfit: &[(&str, bool)],
        console: &Console,
        work: impl FnOnce(&InPasses, &[Melon], u64) -> Result<T, Failure>,
        typed: &[String],
    ) -> Result<Option<T>, Failure> {
        let is_elsewhere = engine == EngineName::Datafusion;
        if self.scheduler.is_some() && !is_elsewhere {
            return Err(Failure::Usage(words::ForDatafusion { flag: "--scheduler" }.say(console.lang)));
        }
        let memory = match self.bytes(console)? {
            Some(memory) => memory,
            None if is_elsewhere => UNLESS_ASKED,
            None => {
                refuse_what_does_not_fit(&data.data, console)?;
                return Ok(None);
            }
        };
        if let Some((flag, _)) = unfit.iter().find(|(_, given)| *given) {
            return Err(Failure::Usage(match is_elsewhere {
                true => words::NeedsRowsHere { flag }.say(console.lang),
                false => words::NeedsRows { flag }.say(console.lang),
            }));
        }
        if catalogue::find(&data.data).is_some() {
            return Err(Failure::Usage(match is_elsewhere {
                true => words::FilesElsewhere { data: &data.data }.say(console.lang),
                false => words::FilesOnly { data: &data.data }.say(console.lang),
            }));
        }
        let options = data.source.read_options(&data.categorical, &data.numeric, console)?;
        data.source.check_rows(&data.data, console)?;
        let room = Room::of(memory - OWN.min(memory / 2), rayon::current_num_threads());
        let bar = PassBar::new(console);
        let progress = |pass: usize, done: u64, total: u64| bar.update(pass, done, total);
        let surveyed: Box<dyn Surveyed> = if is_elsewhere {
            let scheduler = self.scheduler.as_deref();
            super::machines::survey(&data.data, &options, scheduler, room, &progress, console)?
        } else {
            Box::new(OfFiles { survey: survey(&data.data, &options, room, &progress)?, progress: &progress })
        };
        let chosen = select_in_passes(surveyed, &data.selection(labels), goal);
        let chosen = chosen.map_err(|error| match error {
            ChoiceError::Schema(error) => InFile::of(error, &data.data).into(),
            ChoiceError::Read(error) => Failure::from(error),
        })?;
        bar.hidden(|| console.notices(&chosen.sketch.notices));
        let melons = melons(typed, &chosen.sketch)?;
        work(&chosen, &melons, memory).map(Some)
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
