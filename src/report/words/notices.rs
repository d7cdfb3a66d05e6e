//! What was guessed, left out or repaired.

super::words! {
    note = "提示：", "note: ";
    encoding(encoding) = "文件不是普通的 UTF-8，按 {encoding} 读的；不对就用 --encoding 指定。",
        "The file is not plain UTF-8; it was read as {encoding}. If that is wrong, say --encoding.";
    delimiter(delimiter) = "格子之间用{delimiter}隔开；不对就用 --delimiter 指定。", "Cells are separated by {delimiter}. If that is wrong, say --delimiter.";
    tab = "制表符", "tabs";
    index_named(column) = "第一列没有名字，先叫它“{column}”。", "The first column has no name; it is called {column} here.";
    missing_tokens(tokens) = "这些写法当作缺失：{tokens}。", "Read as missing: {tokens}.";
    almost_numeric(column, count, line, text) =
        "“{column}”列几乎全是数字，但有 {count} 格不是（第 {line} 行的“{text}”），所以当作类别。若应是数字，改掉它们，或加 --numeric {column} 看看都在哪里。",
        "Nearly all of column {column} is numbers, but not all (cells that are none: {count}, the first on line {line}: \"{text}\"), so it was read as words. If it should be numeric, mend those cells; --numeric {column} insists.";
    decimal_commas(column, text, number) = "“{column}”列像是用逗号作小数点的数（如“{text}”），只能当作文字读了；请写成 {number}。",
        "Column {column} looks like numbers with decimal commas (as {text}); they are read as words. Write {number} instead.";
    id_column(column) = "“{column}”只是编号，没有用它；要用就写进 --features。", "Column {column} only numbers the rows and was left out; name it in --features to use it.";
    outcome(column) = "“{column}”是答案，聚类时没有用它；要对答案就加 --labels {column}。", "Column {column} is the answer and was kept from the clustering; hold the clusters against it with --labels {column}.";
    target_by_name(column) = "没有指定目标，看名字选了“{column}”；换一个用 --target。", "No target was named; {column} was taken for its name. Another: --target.";
    target_last(column) = "没有指定目标，选了最后一个合适的列“{column}”；换一个用 --target。", "No target was named; {column} was taken, the last column that fits. Another: --target.";
    high_cardinality(column, n_levels, n_rows) = "“{column}”在 {n_rows} 行里有 {n_levels} 种值，几乎各不相同，学不到什么；考虑 --drop {column}。",
        "Column {column} has {n_levels} values in {n_rows} rows, nearly all different: little can be learned from it. Consider --drop {column}.";
    constant(column) = "“{column}”每行都一样，学不到什么。", "Column {column} is the same in every row: nothing can be learned from it.";
    missing_cells(column, count, lines) = "“{column}”缺 {count} 格（第 {lines} 行）。", "Missing in column {column}: {count} (line {lines}).";
    rows_dropped(dropped, n_rows) = "去掉了有缺失的 {dropped} 行（共 {n_rows} 行）。", "Rows left out because of missing cells: {dropped} of {n_rows}.";
    differs(table, line, column, found, book) =
        "这张表和书里的 {table} 只差一点：第 {line} 行的“{column}”这里是 {found}，书上是 {book}。网上流传的抄本常有这个错。",
        "This table is the book's {table} but for line {line}, {column}: {found} here, {book} in the book. Copies on the web often carry such typos.";
}
