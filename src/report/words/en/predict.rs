//! Words of `melon predict` and of saving a model.

crate::report::words::messages! {
    Done { rows, name } = "Rows with predictions added: {rows} (model: {name}).";
    NotMissed { columns } =
        "The data have no column for: {columns}. No question of this tree asks for it, so the predictions are the same without.";
    MissingAsLearned { texts } = "Read as missing, as in the table that the model learned from: {texts}.";
    Saved { path, command } = "Model saved to {path}. To use it: {command}";
    Data = "DATA";
    Written { path } = "Written to {path}.";
}
