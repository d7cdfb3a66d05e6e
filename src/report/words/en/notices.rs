//! What was guessed, left out or repaired.

crate::report::words::messages! {
    Note = "note: ";
    Encoding { encoding } = "The file is not plain UTF-8; it was read as {encoding}. If that is wrong, use --encoding.";
    Delimiter { delimiter } = "Cells are separated by {delimiter}. If that is wrong, use --delimiter.";
    Tab = "tabs";
    IndexNamed { column } = "The first column has no name; it is called {column} here.";
    MissingTokens { tokens } = "Read as missing: {tokens}.";
    AlmostNumeric { column, count, line, text } =
        "Nearly all of column {column} is numbers, but not all (cells that are none: {count}, the first on line {line}: \"{text}\"), so it was read as a category. If it should be numeric, correct those cells; with --numeric {column} they are an error.";
    DecimalCommas { column, text, number } =
        "Column {column} looks like numbers with decimal commas (as {text}); they are read as a category. Write {number} instead.";
    IdColumn { column } = "Column {column} only numbers the rows and was left out; name it in --features to use it.";
    Outcome { column } =
        "Column {column} is the answer, so the clustering does not use it; compare the clusters with it: --labels {column}.";
    TargetByName { column } = "No target was named; {column} was chosen by its name. Choose another with --target.";
    TargetLast { column } = "No target was named; {column} was chosen, the last column that fits. Choose another with --target.";
    HighCardinality { column, n_levels, n_rows } =
        "Column {column} has {n_levels} values in {n_rows} rows, nearly all different: little can be learned from it. Consider --drop {column}.";
    Constant { column } = "Column {column} is the same in every row: nothing can be learned from it.";
    MissingCells { column, count, lines } = "Missing in column {column}: {count} (line {lines}).";
    RowsDropped { dropped, n_rows } = "Rows left out because of missing cells: {dropped} of {n_rows}.";
    Differs { table, line, column, found, book } =
        "This table is the book's {table}, except in line {line}, {column}: {found} here, {book} in the book. Copies on the web often have such errors.";
}
