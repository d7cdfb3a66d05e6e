//! `melon`: the same watermelons, seen by a *discriminative* model (what is ripe?
//! `P(y|x)`) and by a *generative* one (what would the next melon, or the next word,
//! be? `P(x, y)`, `P(next token | context)`), side by side.
//!
//! # The map of the house
//!
//! Every room may call the rooms further down and never the ones further up. `engine`, `lm`,
//! `model` and `eval` share a floor and do not know each other; `report` words the errors of
//! its neighbour `store`, and `data` draws from its neighbour `rng`. No file needs itself in
//! the end, so that each can be read after those that it uses:
//!
//! | room       | what happens there                                               | touches the world |
//! |------------|------------------------------------------------------------------|-------------------|
//! | [`cli`]    | commands, flags, progress bars: one thin file a command          | yes |
//! | [`web`]    | the page in a browser: one protocol, a local server, the page itself | the server |
//! | [`store`]  | saved models, written whole or not at all                        | yes |
//! | `distributed` | with the feature `datafusion`: a table read by it, here or (`cluster`) on many machines | yes |
//! | [`report`] | a result becomes a page, JSON or CSV, in zh or en                | no  |
//! | [`task`]   | the use-cases: data and options in, a result struct out          | no  |
//! | [`train`]  | training a GPT: batches, optimisers, schedules, evaluation, interruption | no  |
//! | [`engine`] | fitting, as sums over blocks of rows; linfa and native           | no  |
//! | [`lm`]     | language models: tokenizers, n-gram, GPT, sampling, generation   | no  |
//! | [`model`]  | parameters, predictions and their explanation                    | no  |
//! | [`eval`]   | metrics, intervals and tests                                     | no  |
//! | [`data`]   | tables, roles, encoders, splits; only `data::read` opens a file  | `read` only |
//! | [`rng`]    | one seed, many independent named streams                         | no  |
//! | [`math`]   | the few functions everything rests on                            | no  |
//!
//! A command reads as: resolve options, load a [`data::Dataset`], call a function of
//! [`task`], hand its result to [`report`], write. `tests/architecture` holds these rules.

#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod data;
#[cfg(all(feature = "datafusion", not(target_family = "wasm")))]
pub mod distributed;
pub mod engine;
pub mod eval;
pub mod lm;
pub mod math;
pub mod model;
pub mod report;
pub mod rng;
pub mod store;
pub mod task;
pub mod train;
pub mod web;
