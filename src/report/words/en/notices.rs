//! What was guessed, left out or repaired.

crate::report::words::messages! {
    Note = "note: ";
    Encoding { encoding } = "The file is not plain UTF-8; it was read as {encoding}. If that is wrong, use --encoding.";
    SheetChosen { sheet, others } =
        "The first sheet with cells, {sheet}, was read. Others can be read with --sheet: {others}.";
    SheetOfRows { sheet, others } =
        "The first sheet with rows below a line of names, {sheet}, was read. Others can be read with --sheet: {others}.";
    FileChosen { file } = "Of the files in the archive, {file} was read. Choose another with --sheet.";
    Delimiter { delimiter } = "Cells are separated by {delimiter}. If that is wrong, use --delimiter.";
    Tab = "tabs";
    IndexNamed { column } = "The first column has no name; it is called {column} here.";
    NamesGiven { columns } = "Columns without a name are called by their places here: {columns}.";
    EndMark = "The file ends in Ctrl-Z, as old systems write it; it was left out.";
    MissingTokens { tokens } = "Read as missing: {tokens}.";
    MissingByHabit { tokens, values } =
        "Read as missing: {tokens}. If that is wrong, and they are values like any other: --values \"{values}\"";
    MarkersNotFound { texts } = "--missing-values names {texts}, but nothing of the kind stands in any cell. Upper and lower case count; a number also stands for itself written in another way, as -999 for -999.0.";
    AlmostNumeric { column, count, line, text } =
        "Column {column} has numbers, but also cells without one ({count}, the first on line {line}: \"{text}\"), so it was read as a category. If it should be numeric, correct those cells; with --numeric {column} they are an error.";
    DecimalCommas { column } = "Column {column}: commas were read as decimal points. If that is wrong: --decimal .";
    Thousands { column, example } =
        "Column {column}: the marks between groups of digits were left out ({example} is 4955).";
    Unit { column, unit } = "Column {column}: every cell ends or begins with {unit}; the numbers were read without it.";
    LookAlike { column, text, read } =
        "Column {column}: {text} was read as {read}: it has characters that a plain number has not (another minus sign, full-width digits, invisible marks). Cells like it are read likewise.";
    TwoReadings { column, text } =
        "Column {column}: {text} can be read with a decimal comma or with a thousands mark. Use --decimal , or --decimal . to decide.";
    SeparatorLine = "Line 1 names the separator (sep=) and is no row.";
    LinesAbove { n, first } = "Lines above the header that are no rows: {n}, the first \"{first}\".";
    NamesInComment { line } = "The comment on line {line} names the columns.";
    BlanksSeparate = "Cells are separated by runs of blanks. If that is wrong, use --delimiter.";
    NamelessColumns { n } = "Columns without a name and without a cell were left out: {n}.";
    NamesMade { n } = "No line names the columns; they are called x1 to x{n}.";
    NumbersAsNames { names } = "Columns are called by numbers ({names}). If line 1 does not name the columns: --header no";
    OneColumn = "There is only one column. If something else separates the cells, name it with --delimiter.";
    LinesQuoted =
        "There is only one column, and each of its cells holds separators, as where each line stands between quotes as a whole. If they are to separate cells, remove the quotes around the lines.";
    CommentsBetween { n, line } = "Lines between the rows that begin as comments do were left out: {n}, the first line {line}.";
    LinesBelow { n, line, first } = "Lines below the rows that are no rows: {n}, the first on line {line}: \"{first}\".";
    CodeRead { column, text, read } =
        "Column {column}: {text} was read as the number {read}. If it is a code and no quantity, as a postcode is: --categorical {column}";
    Moments { column, text } =
        "Column {column} holds dates or times ({text}) and was read as a category, each of them a class of its own. To use them as a quantity, write numbers instead, such as days since the first or minutes; to leave them out: --drop {column}";
    DateNumbers { column, text } =
        "Column {column} holds dates written as numbers ({text}) and was read as a quantity, in which a day counts 1 within a month and far more from one month to the next. To use them, write days since the first; to leave them out: --drop {column}";
    MergedCells { column } =
        "Column {column}: each value stands only once, above empty cells, as merged cells of a spreadsheet do. If it is meant for the rows below it as well, write it in each of them.";
    MixedNumbers { column, texts } =
        "Column {column}: the cells are numbers with something around them ({texts}), so it was read as a category. To use them as numbers, write plain numbers, all in one unit.";
    EmptyRows { n } = "Rows without any cell were left out: {n}.";
    QuotesPlain { line } =
        "A quote in the cell that begins on line {line} is not closed as it should be; quotes were read as characters like any other.";
    RowsOfManyLines { n, line, last } =
        "Rows that take several lines, because a cell between quotes goes on over line ends: {n}; the longest stands on lines {line} to {last}. If a quote there belongs to the text, double it or remove it.";
    SurplusSeparators { n } = "Rows with separators behind the last column: {n}. Nothing stands there.";
    SingleQuotes = "Cells stand between single quotes; the quotes were left out.";
    ExplainingRow { line, text } =
        "Line {line} seems to explain the columns ({text}) and was read as a sample like the others. If it is none, remove that line.";
    TotalRow { line, text } =
        "Line {line} is called {text} and was read as a sample like the others. If it sums up the rows above it, remove that line.";
    StandIn { column, value, n, from, to, marker } =
        "Column {column}: {n} cells are {value}, far from all others ({from} to {to}). If this stands for a missing value: --missing-values {marker}";
    PointRead { column, read, grouped } =
        "Column {column}: the point in {read} was read as a decimal point. If it stands between groups of digits ({grouped}): --decimal ,";
    UnitsLeftOut { line, units } = "Line {line} holds units ({units}) and no sample; it was left out.";
    UnitAssumed { column, unit } =
        "Column {column}: the model learned it in {unit}; here the cells have no unit and are taken to be in {unit}, too.";
    CaseVariants { column, variants } =
        "Column {column}: {variants} differ only in upper and lower case, in full and half width or in blanks (some cannot be seen), and count as different. Are they the same?";
    IdColumn { column } = "Column {column} only numbers the rows and was left out; name it in --features to use it.";
    DistinctColumn { column } =
        "Column {column} is different in every row, as an id is, and was left out; name it in --features to use it.";
    IdRepeats { column } =
        "Column {column} is called like an id, but its values repeat, so it is used as a feature. If it only says which row belongs to whom: --drop {column}.";
    CountsRows { column } =
        "Column {column} goes up by one from row to row and is used as a feature. If it only numbers the rows: --drop {column}.";
    DistinctInSome { column, n_rows } =
        "Column {column} is called like an id, is different in each of the {n_rows} rows that were compared, and was left out; name it in --features to use it.";
    KeptApart { column } = "{column} was not used to learn from: it is known only once the melon is cut.";
    KnownOnceCut { column } =
        "Column {column} is known only once a melon is cut, as in the built-in melons, and was left out; name it in --features to use it.";
    NotAskedFor { column } = "{column} was not used: it was not asked for.";
    Outcome { column } =
        "Column {column} is the answer, so the clustering does not use it; compare the clusters with it: --labels {column}.";
    TargetByName { column } = "No target was named; {column} was chosen by its name. Choose another with --target.";
    TargetLast { column } = "No target was named; {column} was chosen, the last column that fits. Choose another with --target.";
    HighCardinality { column, n_levels, n_rows } =
        "Column {column} has {n_levels} values in {n_rows} rows, nearly all different: little can be learned from it. Consider --drop {column}.";
    Constant { column } = "Column {column} is the same in every row: nothing can be learned from it.";
    MissingCellsUnnumbered { column, count } = "Missing in column {column}: {count}.";
    MissingCells { column, count, lines } = "Missing in column {column}: {count} (line {lines}).";
    RowsDropped { dropped, n_rows } = "Rows left out because of missing cells: {dropped} of {n_rows}.";
    Differs { table, line, column, found, book } =
        "This table is the book's {table}, except in line {line}, {column}: {found} here, {book} in the book. Copies on the web often have such errors.";
}
