//! From a file or a built-in name to a [`Dataset`] that a model can be fitted on.
//!
//! ```text
//! read / builtin -> Table -> schema (roles, kinds) -> Dataset -> Encoder -> matrix
//! ```
//!
//! ```
//! use melon::data::{Builtin, Encoder, EncodeOptions, Goal, Selection, select};
//! let table = Builtin::Melons.table(None, Default::default());
//! let dataset = select(table, &Selection::default(), Goal::Classify)?;
//! let encoder = Encoder::fit(&dataset.features, EncodeOptions::default())?;
//! assert_eq!(encoder.transform(&dataset.features)?.shape(), [17, 9]);
//! assert_eq!(encoder.terms()[0].name, "色泽=乌黑");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod bins;
pub mod builtin;
pub mod catalogue;
pub mod conversation;
pub mod corpus;
pub mod dataset;
pub mod encode;
pub mod fingerprint;
pub mod glossary;
pub mod grammar;
pub mod in_passes;
pub mod labs;
pub mod lesson;
pub mod melon;
pub mod names;
pub mod notice;
pub mod of_all_rows;
pub mod read;
pub mod records;
pub mod schema;
pub mod split;
pub mod synth;
pub mod table;
pub mod table_passes;
pub mod verbalise;
pub mod write;

pub use bins::Bins;
pub use catalogue::Builtin;
pub use conversation::{Conversation, Role, Turn};
pub use corpus::{Corpus, Document};
pub use dataset::{Dataset, Labels, WhyLeftOut};
pub use encode::{Coding, EncodeError, EncodeOptions, Encoder, Place, Term};
pub use fingerprint::fingerprint;
pub use in_passes::{ChoiceError, InPasses, Level, select_in_passes};
pub use melon::{Feature, MelonError, parse_melon};
pub use notice::{MissingCells, Notice};
pub use of_all_rows::OfAllRows;
pub use schema::{Goal, MissingPolicy, SchemaError, Selection, select, with_kinds};
pub use split::{Folds, Split, SplitError};
pub use table::{Column, Table, Values};
pub use table_passes::{ExternalReader, SurveyedFiles, SurveyedTable, TablePasses};
