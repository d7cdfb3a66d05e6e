//! Words of a report to hand in, and of pictures.

crate::report::words::messages! {
    Data = "The data";
    Table { name, n_samples, n_features } = "Table: {name}. Samples: {n_samples}. Columns to learn from: {n_features}.";
    MoreColumns { n } = "Further columns to learn from: {n}.";
    OfFiles =
        "The fingerprint below is that of the file, as sha256sum gives it; of a folder, that of its parts one after the other.";
    Text { files, n_chars } = "Text: {files}. Characters: {n_chars}.";
    Asked = "The model that was asked";
    Role = "role";
    Kind = "kind";
    Holds = "what it holds";
    Missing = "missing";
    Feature = "to learn from";
    Target = "the answer";
    LeftOut = "left out";
    Number = "number";
    Category = "category";
    ManyTexts { n } = "{n} texts";
    BuiltinChats { n } = "the built-in conversations ({n})";
    ManyValues { n } = "{n} different values";
    KeepInMind = "What to keep in mind";
    OtherSamples =
        "Other samples of the same kind would have given other figures. Where a figure has an interval, the interval shows how much chance alone may do.";
    LikelyNotTrue = "A language model says what is likely after the text that it has learned from, not what is true.";
    HowMade = "How it was made";
    Typed = "command";
    Version = "program";
    Seed = "seed";
    Fingerprint = "fingerprint of the data (SHA-256)";
    OfModel = "fingerprint of the model (SHA-256)";
    DataRow = "data";
    MadeFromSeed = "made by the program from the seed";
    CheckModel = "Anyone with the same model (the same fingerprint) can run the command again and check the figures.";
    CheckMade = "Anyone can run the command again and check the figures.";
    ByTheClock { iters } =
        "How many steps were done here was a matter of time, so another run of this command gives other figures. With --iters {iters} instead of the time limit it can be repeated.";
    ByTheClockAlone =
        "How many steps were done here was a matter of time (a limit, or the run was stopped), so another run of this command gives other figures.";
    WentOn =
        "This run went on where an earlier one had ended. The command alone does not give these figures: it needs the folder as it was before.";
    Check = "Anyone with the same data (the same fingerprint) can run the command again and check the figures.";

    Several = "several of these at one place";
    SharedMark { n } = "a mark may stand for up to {n} points";
    NothingToDraw { why } = "There is nothing to draw here. {why}";
    NoGlyphs { characters } =
        "No font on this computer has {characters}: they are missing from the picture. Install a font (for Chinese, Noto Sans CJK), or write an .svg, which other computers can show.";
    NotAPicture { path } = "--plot cannot write {path}: the file must end in .svg or .png.";
    NotAReport { path } = "--report cannot write {path}: the file must end in .html or .md. To get a PDF, open the .html in a browser and print it.";
    OutputIsNotWritten { path } = "-o does not write the kind of file that {path} is named for. It writes text: .txt, .csv, .json; melon data export and make write a table also as .tsv, .jsonl, .arff, .xlsx, .ods and .parquet, and packed as .gz or .zip.";
    OutputIsOtherWorkbook { path } = "-o does not write workbooks of the kind that {path} is named for. Write .xlsx, which every spreadsheet program of today opens.";
    OutputIsPicture { path } = "-o writes plain text, and {path} is not the name of such a file. For a picture use --plot with an .svg or .png, for a report --report with an .html.";
}
