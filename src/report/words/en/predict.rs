//! Words of `melon predict` and of saving a model.

crate::report::words::messages! {
    Done { rows, name } = "Rows with predictions added: {rows} (model: {name}).";
    Saved { path, command } = "Model saved to {path}. To use it: {command}";
    Data = "DATA";
    Written { path } = "Written to {path}.";
}
