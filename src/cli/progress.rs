//! A sign of life for work that takes longer than a second.

use super::console::Console;
use super::{interrupt, terminal};
use crate::report::Say;
use crate::report::words::{in_passes, train, usage as words};
use crate::train::{Flow, Observer, StepEvent};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Work that is done sooner gets no progress bar.
const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(100);
/// Frames of the bar of a training a second: more would cost time and show nothing.
const FRAMES_PER_SEC: u8 = 5;

fn spinner() -> ProgressBar {
    let style = ProgressStyle::default_spinner();
    ProgressBar::new_spinner().with_style(if terminal::has_unicode() { style } else { style.tick_chars("|/-\\ ") })
}

/// A bar of these characters, or of ASCII ones where the terminal lacks them.
fn bar_style(style: ProgressStyle, characters: &str) -> ProgressStyle {
    style.progress_chars(if terminal::has_unicode() { characters } else { "=> " })
}

/// Does `work`; after a second a spinner turns on the terminal until it is done.
pub(super) fn with_spinner<T>(console: &Console, work: impl FnOnce() -> T) -> T {
    if !console.may_draw() {
        return work();
    }
    let (done, wait) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if wait.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                let spinner = spinner().with_message(words::Working.text(console.lang));
                spinner.enable_steady_tick(TICK);
                let _ = wait.recv();
                spinner.finish_and_clear();
            }
        });
        let result = work();
        drop(done);
        result
    })
}

/// Does `work`, which counts its `total` equal parts through the function it is given; after
/// a second a bar shows how many are done.
pub(super) fn with_bar<T>(console: &Console, total: usize, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    let bar = ProgressBar::hidden().with_style(bar_style(ProgressStyle::default_bar(), "█░"));
    bar.set_length(total as u64);
    let (since, hidden) = (Instant::now(), AtomicBool::new(console.may_draw()));
    let result = work(&|| {
        bar.inc(1);
        if since.elapsed() > PATIENCE && hidden.swap(false, Ordering::Relaxed) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    });
    bar.finish_and_clear();
    result
}

/// The steps of a training, as a bar that appears after a second. Ctrl-C ends the training.
pub(super) struct StepBar<'a> {
    console: &'a Console,
    bar: Option<ProgressBar>,
}

impl<'a> StepBar<'a> {
    pub fn new(console: &'a Console) -> Self {
        StepBar { console, bar: None }
    }
}

impl Observer for StepBar<'_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        if self.console.may_draw() && event.elapsed_secs > PATIENCE.as_secs_f64() {
            show_step(&mut self.bar, event, self.console);
        }
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    }

    fn wants_end(&self) -> fn() -> bool {
        interrupt::asked
    }
}

impl Drop for StepBar<'_> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Moves the bar of a run to this step; the first one draws it.
pub(super) fn show_step(bar: &mut Option<ProgressBar>, event: &StepEvent, console: &Console) {
    let bar = bar.get_or_insert_with(|| fresh_bar(event));
    bar.set_position(event.step as u64);
    bar.set_message(train::Running { loss: format!("{:.3}", event.loss_nats) }.say(console.lang));
}

/// The bar of a run, as far as it is.
fn fresh_bar(event: &StepEvent) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(FRAMES_PER_SEC);
    let bar = ProgressBar::with_draw_target(Some(event.iters as u64), target).with_position(event.step as u64);
    bar.reset_eta();
    let template = "{bar:30.green} {pos}/{len}  {elapsed} < {eta}  {msg}";
    bar.with_style(bar_style(ProgressStyle::with_template(template).expect("a template of known keys"), "━╸ "))
}

/// A count of rows that appears after a second.
pub(super) struct RowCounter<'a> {
    console: &'a Console,
    since: std::time::Instant,
    bar: Option<ProgressBar>,
}

impl<'a> RowCounter<'a> {
    pub fn new(console: &'a Console) -> Self {
        RowCounter { console, since: std::time::Instant::now(), bar: None }
    }

    /// Tells how many rows are done.
    pub fn update(&mut self, rows: usize) {
        if self.bar.is_none() && self.console.may_draw() && self.since.elapsed() > PATIENCE {
            self.bar = Some(spinner());
        }
        if let Some(bar) = &self.bar {
            bar.set_message(words::RowsDone { rows: crate::report::number::grouped(rows) }.say(self.console.lang));
            bar.tick();
        }
    }
}

impl Drop for RowCounter<'_> {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// How far a pass over a file is, as a bar that appears after a second.
pub(super) struct PassBar<'a> {
    console: &'a Console,
    since: Instant,
    bar: std::sync::Mutex<Option<(usize, ProgressBar)>>,
}

impl<'a> PassBar<'a> {
    pub fn new(console: &'a Console) -> Self {
        PassBar { console, since: Instant::now(), bar: std::sync::Mutex::new(None) }
    }

    /// Pass `pass` has read `done` of `total` bytes.
    pub fn update(&self, pass: usize, done: u64, total: u64) {
        if !self.console.may_draw() || self.since.elapsed() < PATIENCE {
            return;
        }
        let mut bar = self.bar.lock().expect("no thread has panicked");
        let is_other = bar.as_ref().is_none_or(|(own, _)| *own != pass);
        if is_other {
            if let Some((_, old)) = bar.take() {
                old.finish_and_clear();
            }
            let target = ProgressDrawTarget::stderr_with_hz(FRAMES_PER_SEC);
            let template = "{msg} {wide_bar:.green} {bytes}/{total_bytes}  {elapsed} < {eta}";
            let style = bar_style(ProgressStyle::with_template(template).expect("a template of known keys"), "━╸ ");
            let fresh = ProgressBar::with_draw_target(Some(total), target).with_style(style);
            *bar = Some((pass, fresh.with_message(in_passes::Pass { number: pass }.say(self.console.lang))));
        }
        if let Some((_, bar)) = &*bar {
            bar.set_position(done);
        }
    }

    /// Says something while nothing is drawn.
    pub fn hidden(&self, say: impl FnOnce()) {
        if let Some((_, bar)) = self.bar.lock().expect("no thread has panicked").take() {
            bar.finish_and_clear();
        }
        say();
    }
}

impl Drop for PassBar<'_> {
    fn drop(&mut self) {
        self.hidden(|| {});
    }
}
