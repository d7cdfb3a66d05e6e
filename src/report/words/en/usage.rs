//! Words about the command line itself.

crate::report::words::messages! {
    OnlyOfTrees { option } = "--{option} is about decision trees: add --model tree, or leave it out.";
    Usage = "Usage";
    Commands = "Commands";
    Command = "command";
    Arguments = "Arguments";
    Options = "Options";
    Examples = "Examples";
    ExitCode = "Exit codes";
    ExitCodes =
        "  0  done\n  1  failed: the data, the model, the disk; lab check: not all right yet\n  2  wrong usage: a command, an option or its value";
    DefaultValue { value } = "[default: {value}]";
    PossibleValues { values } = "[{values}]";
    MoreHelp { command } = "For more help: {command} --help";

    NoScriptHere { command, commands } =
        "{command} writes no script. Scripts are of what other programs compute as well: --script belongs to {commands}.";
    OptionElsewhere { command, option, commands } = "{command} has no {option}. It belongs to {commands}.";
    Streams = "predict reads piece by piece anyway, in memory that does not grow with the file: leave the option out.";
    UnknownArgument { found } = "There is no option {found}.";
    UnknownSubcommand { found } = "There is no command {found}.";
    DidYouMean { name } = "Did you mean {name}?";
    CommandsAre { list } = "The commands are: {list}.";
    InvalidValue { arg, value } = "{arg} cannot be {value}.";
    EmptyValue { arg } = "{arg} needs a value.";
    ItMeans { help } = "It means: {help}.";
    MayBe { list } = "It may be: {list}.";
    MissingArguments { list } = "Missing: {list}.";
    MissingSubcommand = "A command is missing.";
    Conflict { one, other } = "{one} and {other} cannot be used together.";
    ExtraValue { value } = "There is an extra argument: {value}.";
    NotUnicode = "An argument is not valid Unicode.";
    Other { message } = "The command is not understood: {message}";

    BadOption { option, value, wanted } = "--{option} cannot be {value}: it must be {wanted}.";
    BomForText = "--bom is for CSV and TSV: other kinds of file say by themselves how they are encoded. Leave it out.";
    WorkbookNeedsFile = "This kind of file is no text for a terminal. Name a file with -o, as in -o melons.xlsx.";
    WantedRange = "a range such as 2..8, from small to large";
    WantedDelimiter = "one character, as , or ;, or tab";
    WantedField = "left out: only melon-field can have any number of rows";
    WantedFewerRows { most } = "a whole number up to {most}: more do not fit into memory";
    WantedSeed = "A seed is a whole number from 0 up to 18446744073709551615.";
    WantedRows = "a whole number from 1";

    OverviewTitle = "melon: the same watermelons, seen in two ways";
    OverviewWhat =
        "A discriminative model asks whether a melon is ripe; a generative model asks what the next melon, or the next word, will be. Here you can try both.";
    OverviewStart = "Start here";
    OverviewServe = "all of it in your browser";
    OverviewTour = "the lesson, one idea a screen";
    OverviewDiscriminative = "Discriminative: look, then decide";
    OverviewGenerative = "Generative: go on writing";
    OverviewGenerate = "the next word, and the next; --trace shows how";
    OverviewPretrain = "train a small GPT from nothing";
    OverviewChat = "ask the built-in model";
    OverviewContrast = "Side by side: both views compared";
    OverviewCompare = "one melon, five models";
    OverviewCurve = "how many melons does it take?";
    OverviewScale = "do new abilities appear as models grow?";
    OverviewMore = "And also";
    OverviewClassify = "is it ripe?";
    OverviewRegress = "how sweet is it?";
    OverviewCluster = "which melons are alike?";
    OverviewData = "the built-in tables";
    OverviewHelp = "all commands and options";
    Working = "Working...";
    RowsDone { rows } = "{rows} rows done";
}
