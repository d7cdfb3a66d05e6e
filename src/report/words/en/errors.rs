//! What went wrong, where, and what to do about it.

use super::grammar::s;

crate::report::words::messages! {
    Error = "error: ";
    DidYouMean { name } = "Did you mean {name}?";
    KnownColumns { list } = "The columns are: {list}.";
    KnownValues { list } = "It may be: {list}.";
    KnownFeatures { list } = "The features are: {list}.";

    InFile { file, what } = "{file}: {what}";
    StandardInput = "standard input";
    NotFound = "there is no such file, and no built-in table of that name. melon data list shows the built-in ones.";
    NoFile = "there is no such file. Check its name and its folder.";
    NoTexts =
        "The folder holds no .txt and no .jsonl file. Put the text to learn from into a .txt file, or name the files themselves.";
    NoTextInLine { line } =
        "Line {line} is no text: each line of a .jsonl file is a JSON string or an object with a text, as {{\"text\": \"A ripe melon\"}}.";
    Io { message } = "it cannot be read or written: {message}.";
    NoSuchPath = "there is no such file or folder. Check the path.";
    FolderMissing { folder } = "there is no folder {folder}. Make it first, or write elsewhere.";
    NotAllowed = "permission denied. Choose another place or file.";
    IsFolder = "this is a folder, not a file. Add the name of a file.";
    OutputIsOwn { path } =
        "-o {path} would overwrite a file that this command itself reads or saves. Choose another name.";
    BrokenGzip = "the compressed file is cut short or damaged. Download or compress it again.";
    FolderForTable = "this is a folder, not a table. Name a file in it, as folder/melons.csv.";
    UnclearEncoding { readings } =
        "the file is not UTF-8, and how to read it is not clear. Name the encoding with --encoding; the first line would be: {readings}.";
    Reading { name, text } = "{name} \"{text}\"";
    StrayQuote { line } =
        "line {line}: the quotes around a cell that begins here are closed before the cell ends. Double the quotes within it, or take them out.";
    LooksLikeSample { line, cell } =
        "line {line} looks like a sample and not like the names of the columns ({cell} is a value of its column). If no line names the columns, say --header no; if this line does, --header yes.";
    MarkdownTable { line } =
        "line {line} is the rule of a Markdown table (|---|). Take out that line and the bars at both ends, or export the table as CSV.";
    SparseArff { line } = "line {line}: this ARFF file has sparse rows ({{index value, ...}}). Export it as CSV.";
    UnclosedQuote { line } = "line {line}: a quote is opened and never closed. Close it with \", or take it out.";
    MelonInfinite { feature, value } = "{feature}: {value} is infinite, and models need finite numbers.";
    UnknownEncoding { label } = "the encoding {label} is not known. Try utf-8, gbk, gb18030, big5 or utf-16le.";
    Undecodable { line, encoding } =
        "line {line} is not valid {encoding}. Name the right encoding, as in --encoding gbk.";
    Binary = "this is not text. Save it as CSV first.";
    BinaryFormat { format } = "this is {format}, not text. Save it as CSV first.";
    BinaryText = "this is not text. Save it as plain text (UTF-8) first.";
    BinaryTextFormat { format } = "this is {format}, not plain text. Save it as plain text (UTF-8) first.";
    Empty = "the file is empty. It should have column names in its first line and one sample a line below.";
    NoRows = "there are no rows below the column names.";
    NoHeader { line, cells } =
        "line {line} should name the columns but holds numbers: {cells}. Add a line of column names on top.";
    EmptyName { line, column } = "line {line}: column {column} has no name. Give it one.";
    DuplicateName { line, first, second, name } =
        "line {line}: columns {first} and {second} are both called {name}. Rename one.";
    FullWidthCommas { line } = "line {line} separates cells by the full-width comma U+FF0C. Use an ASCII comma.";
    Ragged { line, found, expected } =
        "line {line}: cells found: {found}, column names: {expected}. Look for a stray comma or quote.";
    CellNotNumber { line, column, text } =
        "line {line}, column {column}: \"{text}\" is not a number. Mend it, or read the column as words: --categorical {column}.";
    CellInfinite { line, column, text } =
        "line {line}, column {column}: \"{text}\" is infinite, and models need finite numbers. Mend it.";

    UnknownColumn { asked } = "There is no column {asked}.";
    Contradiction { column } =
        "Column {column} cannot be two things at once (target, feature, dropped, words, numbers ...). Take it out of one of the options, or name another --target.";
    NearlyNumeric { column, n, line, text } =
        "column {column} is numbers but for {n} cell{s} (line {line}: \"{text}\"). If such a cell means that the value is missing, say --missing-values \"{text}\"; to read the column as words, --categorical {column}; to leave it out, --drop {column}; or mend the cells.",
        s = s(n);
    TwoReadings { column, text } =
        "column {column}: {text} can be read with a decimal comma or with a thousands mark. Say --decimal , or --decimal . to decide, or --categorical {column}.";
    NoFeatures =
        "No feature is left: every column is the target, an id, an outcome or dropped. Name some with --features.";
    NoTarget { table } = "{table} has no column that fits as the target. Name one with --target.";
    Missing { cells } =
        "Cells are missing: {cells}. Fill them in, leave those rows out with --missing drop, or fill them with --missing impute.";
    MissingIn { column, count, lines } = "{column} {count} (line {lines})";
    NoRowsLeft { n_rows } =
        "None of the {n_rows} rows is left once those with missing cells are dropped. Try --missing impute, or --drop the columns that lack most.";
    OneClass { target, class } =
        "Column {target} is {class} in every row: there is nothing to tell apart. Choose another --target.";
    NumericTarget { target, n } =
        "Column {target} holds {n} different numbers: a quantity, not classes. Use melon regress, or insist with --categorical {target}.";
    ClassPerSample { target, n } =
        "Each of the {n} samples has its own value in column {target}: these are not classes. Choose another --target.";
    WordsTarget { target, example } = "Column {target} holds words, as {example}. Use melon classify.";
    OrNumeric { list } = "Or choose a numeric target: {list}.";

    LacksColumn { column } = "The data lack column {column}, which the model needs.";
    RowPlace { row } = "row {row}";
    LinePlace { line } = "line {line}";
    Unseen { place, column, value } = "{place}, column {column}: {value} was not seen in training.";
    CellMissing { place, column } =
        "{place}, column {column}: the cell is missing. Fill it in, take the row out, or train with --missing impute.";
    RowNotNumber { place, column, text } = "{place}, column {column}: \"{text}\" is not a number. Mend it.";
    RowNotFinite { place, column } = "{place}, column {column}: not a finite number. Mend it.";
    NotOurs { path } =
        "{path} is not a model that melon saved. Name another file; models are made with melon classify --save FILE.";
    ModelDamaged { path, line, column } =
        "{path} is damaged (line {line}, column {column}): cut short or changed by hand. Train and save it again.";
    ModelNewer { path, melon, found } =
        "{path} was written by a newer melon ({melon}, format {found}). Update this program.";
    ModelUnsound { path, why } = "{path}: {why}";
    NoValues { column } = "Column {column} has no value in any row. Leave it out: --drop {column}.";
    Damaged { fault } = "The model is damaged: {fault}. Train and save it again.";

    NoEquals { part } = "{part} is not of the form name=value, as in --melon color=green,root=curled.";
    UnknownFeature { asked } = "There is no feature {asked}.";
    UnknownValue { feature, value } = "{feature} is never {value}.";
    MelonNotNumber { feature, value } = "{feature} is a number, and {value} is none.";
    Twice { feature } = "{feature} is given twice. Take one out.";
    LeftOut { features } =
        "The melon lacks {features}. Logistic and linear regression need every feature: add them to --melon.";

    NotFinite { row, column } = "Row {row}, feature {column} is not a finite number.";
    TargetNotFinite { row } = "The target of row {row} is not a finite number.";
    Overflow { column } = "Feature {column} is too large to be squared. Change its unit, or add --standardize.";
    TargetOverflow = "The target is too large to be squared. Change its unit.";
    TooSpread { column } = "The values of {column} are too far apart for a standard deviation. Change their unit.";
    NoSamples = "There are no samples to learn from.";
    AllOneClass = "All samples have the same class: there is nothing to tell apart.";
    EmptyClass { class } = "Class {class} has no sample.";
    Penalty { l2 } = "--l2 must be a number not below 0, not {l2}.";
    NoClusters = "--k must be at least 1.";
    NoIterations = "--n-init and --max-iter must be at least 1.";
    TooManyClusters { k, distinct } =
        "{k} clusters are asked for, but the number of different samples is only {distinct}. Lower --k.";
    StartCount { k, given } =
        "{k} clusters are asked for, but {given} starting rows are given. Name exactly {k} after --init rows:.";
    StartOutOfRange { row, n } = "Starting row {row} is outside the table of {n} rows (counted from 1).";
    StartDuplicate { first, second } = "Starting rows {first} and {second} are the same point. Choose another.";
    Unsupported { engine, feature } = "The engine {engine} offers no {feature}. Use --engine native.";
    Backend { engine, reason } = "The engine {engine} failed: {reason}. Try --engine native.";
    Folds { n_samples, n_folds } =
        "{n_samples} samples cannot be divided into {n_folds} folds. --cv may be 2 to {n_samples}, loo or none.";
    Holdout { fraction, n_samples } = "Holding out {fraction} of {n_samples} samples leaves one side empty.";
    Alpha { alpha } = "The smoothing weight must be a number not below 0, not {alpha}.";
    NoClassPossible { row } = "Row {row}: without smoothing no class can have produced it.";

    NoTargetAtAll = "There is no target to learn. Name one with --target.";
    MissingAnswer { row, column } =
        "Row {row}, column {column}: the answer is missing. Fill it in, or leave the row out with --missing drop.";
    InvalidOption { option, value, wanted } = "--{option} cannot be {value}: it must be {wanted}.";
    WantedProbability = "a probability between 0 and 1";
    WantedTwoClasses = "left out: with more than two classes the likeliest is predicted";
    WantedNotNegative = "a number not below 0";
    WantedPositive = "a whole number from 1";
    WantedTwo = "a whole number from 2";
    WantedShare = "a number between 0 and 1";
    TrainingSize { size, most, n_test, n_samples } =
        "--sizes cannot hold {size}: of {n_samples} samples {n_test} are the test, so from 1 to {most} can teach.";
    WantedCv = "loo, a number of folds from 2, none or auto";
    TooLarge { term } = "The values of {term} are too large to be summed. Change their unit, or add --standardize.";
    Untrained { model, reason } =
        "The {model} could not be trained on the sentences of this table: {reason}. Try again without very large or varied columns (--drop).";
    InFold { fold } = "In fold {fold} of the cross-validation:";
}
