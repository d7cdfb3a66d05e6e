//! Words of the page in the browser and of its server. What the page itself says stands in
//! `src/web/page/words`.

crate::report::words::messages! {
    HowToStop = "Anyone on this computer who has this address can open the page; no other computer can. Ctrl-C ends it.";
    OpenYourself = "No browser could be opened. Open the address yourself.";
    PortTaken { port, next } =
        "port {port} is taken: another program listens there, or melon serve runs already. Choose another one, as melon serve --port {next}.";
    PortRefused { port } = "port {port} is not allowed here. Choose one from 1024 up, as melon serve --port 8765.";
    CannotServe { message } = "the page cannot be served: {message}.";

    NotUnderstood { fault } = "The page has asked something that is not understood ({fault}). Load it again.";
    NoSuchQuestion { name } = "The page has asked for {name}, which this program does not know. Load it again.";
    NoSuchTable { name } = "There is no built-in table {name}. melon data list shows those that there are.";
    NoSuchModel { name } = "There is no model {name}.";
    StillTrained = "It is still being trained, perhaps in another tab. Stop it there.";
    NoSuchScreen { name } = "The tour has no screen {name}.";
    TooManyRows { n, most } =
        "The table has {n} rows. The page computes with {most} at most; in a terminal the program takes any number.";
    TooManyPoints { most } = "There are too many points: the page computes with {most} at most.";
    TooManyClusters { most } = "The page shows {most} clusters at most. In a terminal, melon cluster takes any number.";
    NoPlane { most } =
        "Steps are drawn over two columns of numbers, without gaps, and for {most} rows at most. Choose two such columns.";
    TextTooLong { most } = "The text is too long: the page reads {most} characters at most.";

    TryCompare = "the same melon, asked of every model";
    TryClassify = "what each feature adds, in figures";
    TryBayes = "each factor of P(x, y)";
    TryMake = "what the generative models make, and how good it is";
    TryLogistic = "the same boundary, in figures";
    TryBayesHere = "the means and spreads behind the ellipses";
    TryNeighbors = "the neighbours' votes";
    TrySteps = "the same steps, as a table";
    TryTrace = "the same four steps";
    TryWrite = "the same text";
    TryTrain = "the same training, kept in a folder";
    TryTrained = "what it writes then";
    TrySame = "the same page in a terminal";
    TryScreen = "the same screen in a terminal";
}
