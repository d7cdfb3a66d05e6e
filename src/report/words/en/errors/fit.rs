//! What can go wrong when a model is fitted.

use super::show;
use crate::engine::{EngineError, NotOffered};
use crate::model::ModelError;
use crate::report::words::errors;

errors! {
    EngineError {
        Self::GivenUp = "This took too long here and was given up. On the command line it may take as long as it needs.";
        Self::NotFinite { row, column } =
            "Row {row}, feature {column} is not a finite number.", row = row + 1, column = column + 1;
        Self::TargetNotFinite { row } = "The target of row {row} is not a finite number.", row = row + 1;
        Self::Overflow { column } =
            "Feature {column} is too large to be squared. Change its unit, or add --standardize.", column = column + 1;
        Self::TargetOverflow = "The target is too large to be squared. Change its unit.";
        Self::NoSamples = "There are no samples to learn from.";
        Self::LengthMismatch { n_samples, n_targets } = "{n_samples} samples, but {n_targets} targets.";
        Self::LabelOutOfRange { row, label, n_classes } =
            "Row {row} has label {label}, but there are {n_classes} classes.", row = row + 1;
        Self::OneClass = "All samples have the same class: there is nothing to tell apart.";
        Self::EmptyClass { class } = "Class {class} has no sample.", class = class + 1;
        Self::InvalidPenalty { l2 } = "--l2 must be a number not below 0, not {l2}.";
        Self::NoClusters = "--k must be at least 1.";
        Self::NoIterations = "--n-init and --max-iter must be at least 1.";
        Self::TooManyClusters { k, distinct } =
            "{k} clusters are asked for, but the number of different samples is only {distinct}. Lower --k.";
        Self::StartCount { k, given } =
            "{k} clusters are asked for, but {given} starts are given. Give exactly {k} after --init rows: or points:, or change --k.";
        Self::StartOutOfRange { row, n_samples } =
            "Starting row {row} is outside the table of {n_samples} rows (counted from 1).", row = row + 1;
        Self::StartDuplicate { first, second } =
            "Starting rows {first} and {second} are the same point. Choose another.", first = first + 1, second = second + 1;
        Self::Unsupported { engine, feature } = "The engine {engine} offers no {feature}. Use --engine native.";
        Self::Backend { engine, reason } = "The engine {engine} failed: {reason}. Try --engine native.";
    }
    NotOffered {
        Self::Trace = "trace of k-means";
        Self::ChosenRows = "k-means from chosen rows";
        Self::DependentColumns = "unpenalised fit of columns that depend on each other";
    }
    ModelError {
        Self::Encode(error) = "{error}";
        Self::InvalidAlpha { alpha } = "The smoothing weight must be a number not below 0, not {alpha}.";
        Self::NoSamples = "There are no samples to learn from.";
        Self::OneClass { class } =
            "All samples have the same class, {class}: there is nothing to tell apart.", class = show(class);
        Self::NoClassPossible { row } =
            "Row {row}: without smoothing no class can have produced it.", row = row + 1;
        Self::TooSpread { column } =
            "The values of {column} are too far apart for a standard deviation. Change their unit.", column = show(column);
        Self::OutOfRange { option, value, n_samples } =
            "--{option} cannot be {value} here: {n_samples} samples are learned from, so a whole number from 1 to {n_samples} is possible.";
        Self::Damaged { fault } = "The model is damaged: {fault}. Train and save it again.";
    }
}
