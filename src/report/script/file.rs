//! Parts as a file: comments above code, or the cells of a notebook.

use super::part::ScriptPart;
use serde_json::{Value, json};

/// Both languages begin a comment with `#`.
pub fn with_comments(parts: &[ScriptPart]) -> String {
    let comment = |line: &str| format!("# {line}").trim_end().to_owned() + "\n";
    let one = |part: &ScriptPart| {
        let words: String = part.words.lines().map(comment).collect();
        if part.code.is_empty() { words } else { format!("{words}{}\n", part.code.trim_end()) }
    };
    parts.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A notebook of format 4.5: a cell of words and a cell of code a part.
pub fn notebook(parts: &[ScriptPart]) -> String {
    let cells: Vec<Value> = parts.iter().enumerate().flat_map(|(at, part)| cells(at, part)).collect();
    let kernel = json!({"display_name": "Python 3", "language": "python", "name": "python3"});
    let book = json!({
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    });
    format!("{book:#}\n")
}

fn cells(at: usize, part: &ScriptPart) -> Vec<Value> {
    let words = json!({
        "cell_type": "markdown", "id": format!("words-{at}"), "metadata": {}, "source": part.words.replace('\n', "\n\n"),
    });
    let code = json!({
        "cell_type": "code", "id": format!("code-{at}"), "metadata": {}, "source": part.code.trim_end(),
        "execution_count": null, "outputs": [],
    });
    [(!part.words.is_empty()).then_some(words), (!part.code.is_empty()).then_some(code)].into_iter().flatten().collect()
}
