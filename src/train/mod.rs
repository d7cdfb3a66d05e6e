//! How a GPT learns: the loop, the optimisers, the schedule, and who watches.
//!
//! ```text
//! repeat  draw a batch          from the stream named after the step
//!         loss and gradient     shard by shard, added up in order
//!         clip                  to a norm of 1, unless set otherwise
//!         update                AdamW or Muon, at the schedule's learning rate
//!         evaluate              now and then; the best parameters are kept
//! ```
//!
//! A run is determined by its model, its data and its [`TrainOptions`], whatever the number
//! of threads and however often it was interrupted.

mod adamw;
mod estimate;
mod muon;
mod observer;
mod optimizer;
mod options;
mod preset;
mod run;
mod schedule;
mod shards;
mod source;
mod state;
#[cfg(test)]
mod tests;
mod update;

pub use estimate::{TimeEstimate, estimate};
pub use observer::{Flow, Observer, StepEvent};
pub use optimizer::{Moments, Optimizer};
pub use options::{OptionsError, Range, TrainOptions};
pub use preset::Preset;
pub use run::{Ending, TrainData, TrainError, evaluate, train};
pub use schedule::learning_rate;
pub use source::{Batch, Conversations, ExampleSource, SourceError, Windows};
pub use state::{Best, Evaluation, RunningLoss, TrainState};
