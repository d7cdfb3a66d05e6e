//! `answer_from(train, labels, test)`: how a model learns from some samples and answers for others, as a function
//! of a script. `train` and `test` are places of samples; `labels` number the classes that are learned from.

pub(super) mod python;
pub(super) mod r;
