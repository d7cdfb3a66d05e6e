//! Several fits on parts of the same rows, in the same passes.

use super::source::{AggregateCall, Piece, RowSource, Visitor};
use ndarray::{Array2, Axis};
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};

/// Pieces on their way to a fit.
const ON_THE_WAY: usize = 2;

/// Fits `n_parts` models, each on those rows of `base` for which `is_in(part, row)` says so. Every fit sees
/// a source of its own and asks for passes as it likes. One pass over `base` is made once all fits that are
/// not done have asked for one, and serves them all.
pub fn together<T: Send>(
    base: &dyn RowSource,
    lanes: &[Range<usize>],
    n_parts: usize,
    is_in: &(dyn Fn(usize, usize) -> bool + Sync),
    fit: &(dyn Fn(usize, &dyn RowSource) -> T + Sync),
) -> Vec<T> {
    std::thread::scope(|scope| {
        let (events, happened) = channel();
        let mut outlets = Vec::new();
        let mut fits = Vec::new();
        for part in 0..n_parts {
            let (outlet, inlet) = sync_channel(ON_THE_WAY);
            outlets.push(outlet);
            let events = events.clone();
            fits.push(scope.spawn(move || {
                let _end = Done { events: events.clone() };
                let is_mine = move |row: usize| is_in(part, row);
                let own = Part::new(base, lanes, &is_mine, part, events, inlet);
                fit(part, &own)
            }));
        }
        serve(base, &outlets, &happened);
        fits.into_iter().map(|fit| fit.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

enum Event {
    Asks(usize, Wanted),
    IsDone,
}

/// What a fit wants of a pass.
enum Wanted {
    Rows,
    /// Sums that are made where the rows lie.
    Sums(Vec<AggregateCall>),
}

/// Says that a fit is over, however it ends.
struct Done {
    events: Sender<Event>,
}

impl Drop for Done {
    fn drop(&mut self) {
        let _ = self.events.send(Event::IsDone); // nobody waits any more
    }
}

/// Makes passes until all fits are done.
fn serve(base: &dyn RowSource, outlets: &[SyncSender<Parcel>], happened: &Receiver<Event>) {
    let mut asks: Vec<Option<Wanted>> = outlets.iter().map(|_| None).collect();
    let mut n_active = outlets.len();
    while n_active > 0 {
        match happened.recv() {
            Ok(Event::Asks(part, wanted)) => asks[part] = Some(wanted),
            Ok(Event::IsDone) => n_active -= 1,
            Err(_) => return,
        }
        if n_active > 0 && asks.iter().flatten().count() == n_active {
            let (mut waiting, mut calls) = (Vec::new(), Vec::new());
            for (outlet, wanted) in outlets.iter().zip(asks.iter_mut().map(Option::take)) {
                match wanted {
                    Some(Wanted::Rows) => waiting.push(outlet),
                    Some(Wanted::Sums(of_part)) => calls.push((outlet, of_part)),
                    None => {}
                }
            }
            if !waiting.is_empty() {
                base.pass(&Dealing { waiting: &waiting });
                deal(&waiting, || Parcel::Over);
            }
            if !calls.is_empty() {
                aggregate(base, calls);
            }
        }
    }
}

/// One pass for the sums that several fits want.
fn aggregate(base: &dyn RowSource, calls: Vec<(&SyncSender<Parcel>, Vec<AggregateCall>)>) {
    let all: Vec<AggregateCall> = calls.iter().flat_map(|(_, calls)| calls.iter().cloned()).collect();
    let mut totals = base.aggregate(&all).unwrap_or_default().into_iter();
    for (outlet, calls) in calls {
        let own = totals.by_ref().take(calls.len()).collect();
        let _ = outlet.send(Parcel::Sums(own)); // a fit that has panicked takes no more
    }
}

/// What is sent to a fit.
enum Parcel {
    Rows(usize, Arc<Owned>),
    End(usize),
    Sums(Vec<Vec<f64>>),
    Over,
}

struct Owned {
    first_row: usize,
    x: Array2<f64>,
    y: Vec<f64>,
}

fn deal(waiting: &[&SyncSender<Parcel>], parcel: impl Fn() -> Parcel) {
    for outlet in waiting {
        let _ = outlet.send(parcel()); // a fit that has panicked takes no more
    }
}

struct Dealing<'a> {
    waiting: &'a [&'a SyncSender<Parcel>],
}

impl Visitor for Dealing<'_> {
    fn see(&self, lane: usize, piece: Piece) {
        let rows = Arc::new(Owned { first_row: piece.first_row, x: piece.x.to_owned(), y: piece.y.to_vec() });
        deal(self.waiting, || Parcel::Rows(lane, Arc::clone(&rows)));
    }

    fn end(&self, lane: usize) {
        deal(self.waiting, || Parcel::End(lane));
    }
}

/// Some of the rows, as a source that is served with others.
struct Part<'a> {
    base: &'a dyn RowSource,
    is_mine: &'a (dyn Fn(usize) -> bool + Sync),
    part: usize,
    /// How many of its rows come before each lane, and how many it has.
    before: Vec<usize>,
    n_samples: usize,
    door: Mutex<(Sender<Event>, Receiver<Parcel>)>,
}

impl<'a> Part<'a> {
    fn new(
        base: &'a dyn RowSource,
        lanes: &[Range<usize>],
        is_mine: &'a (dyn Fn(usize) -> bool + Sync),
        part: usize,
        events: Sender<Event>,
        inlet: Receiver<Parcel>,
    ) -> Self {
        let (mut before, mut n_samples) = (Vec::with_capacity(lanes.len()), 0);
        for lane in lanes {
            before.push(n_samples);
            n_samples += lane.clone().filter(|&row| is_mine(row)).count();
        }
        Part { base, is_mine, part, before, n_samples, door: Mutex::new((events, inlet)) }
    }
}

impl RowSource for Part<'_> {
    fn n_samples(&self) -> usize {
        self.n_samples
    }

    fn n_columns(&self) -> usize {
        self.base.n_columns()
    }

    fn n_lanes(&self) -> usize {
        self.base.n_lanes()
    }

    fn pass(&self, visitor: &dyn Visitor) {
        let door = self.door.lock().expect("one pass after the other");
        let (events, inlet) = &*door;
        if events.send(Event::Asks(self.part, Wanted::Rows)).is_err() {
            return;
        }
        let mut next = self.before.clone();
        while let Ok(parcel) = inlet.recv() {
            match parcel {
                Parcel::Over | Parcel::Sums(_) => return,
                Parcel::End(lane) => visitor.end(lane),
                Parcel::Rows(lane, owned) => {
                    let n_rows = owned.x.nrows();
                    let rows: Vec<usize> = (0..n_rows).filter(|&row| (self.is_mine)(owned.first_row + row)).collect();
                    let first_row = next[lane];
                    next[lane] += rows.len();
                    if rows.len() == n_rows {
                        visitor.see(lane, Piece { first_row, x: owned.x.view(), y: &owned.y });
                    } else if !rows.is_empty() {
                        let y: Vec<f64> = if owned.y.is_empty() {
                            Vec::new()
                        } else {
                            rows.iter().map(|&row| owned.y[row]).collect()
                        };
                        visitor.see(lane, Piece { first_row, x: owned.x.select(Axis(0), &rows).view(), y: &y });
                    }
                }
            }
        }
    }

    fn aggregate(&self, calls: &[AggregateCall]) -> Option<Vec<Vec<f64>>> {
        self.base.aggregate(&[])?; // whether it adds up itself
        let door = self.door.lock().expect("one pass after the other");
        let (events, inlet) = &*door;
        let own = calls.iter().map(|call| AggregateCall { part: self.part, ..call.clone() }).collect();
        if events.send(Event::Asks(self.part, Wanted::Sums(own))).is_err() {
            return Some(Vec::new());
        }
        match inlet.recv() {
            Ok(Parcel::Sums(sums)) => Some(sums),
            _ => Some(Vec::new()),
        }
    }
}
