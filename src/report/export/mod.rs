//! A fitted model for other programs: as ONNX, or as a Python function that needs nothing else.
//!
//! Both answer as [`Predictor::predict`](crate::task::Predictor::predict) does, from the cells of
//! a table: categories as words, missing cells as they are. What the program refuses (an unseen
//! category, a gap where nothing was learned to fill it) Python refuses likewise, and ONNX, which
//! has no errors, answers with no class and NaN.

mod onnx;
mod python;
mod spelling;

pub use onnx::{gpt_onnx, onnx};
pub use python::{functions as python_functions, python};

/// Where a model comes from, as its file says.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSource {
    /// Built-in name or file name of the table.
    pub data: String,
    /// Its rows.
    pub n_samples: usize,
    /// The version of the program that fitted it.
    pub melon: String,
}
