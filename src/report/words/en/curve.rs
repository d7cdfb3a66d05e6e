//! Words of `melon curve`.

crate::report::words::messages! {
    TitleMelons = "How many melons does it take?";
    TitleSamples = "How many samples does it take?";
    Opening { models, from, to, samples, table } =
        "{models} models learn from {from} to {to} of the {samples} in {table}.";
    OpeningOne { from, to, samples, table } = "One model learns from {from} to {to} of the {samples} in {table}.";
    Fair { n_test, n_splits } =
        "All learn from the same ones and are tested on the same {n_test}, which none of them saw. Means over {n_splits} random splits.";
    Logistic { l2 } = "logistic l2={l2}";
    NaiveBayes = "naive Bayes";
    Ngram = "n-gram";
    YAxis = "wrong answers, %";
    XAxis = "training samples (logarithmic)";
    Guessing { class } = "always answering {class}";
    Best = "whoever knows the truth";

    TableTitle = "Wrong answers, % (±: 95% interval of the mean)";
    Size = "samples";
    BestMark = "Green: the least of its row.";

    Who = "Who is ahead, and where does that change?";
    NeverSure { a, b } = "{a} and {b}: at no size is either surely ahead. No crossing is seen (try more --splits).";
    OneAhead { a, b, sizes } =
        "{a} and {b}: wherever it is sure (with {sizes} samples) {a} is ahead. No crossing is seen (try more --splits).";
    Crossing { a, b, from, to } =
        "{a} and {b}: up to {from} samples {a} is ahead, from {to} on {b} is. They cross in between.";
    Crossings { a, b, n, changes } = "{a} and {b}: the lead changes {n} times: {changes}.";
    Change { b, from, to } = "between {from} and {to} samples to {b}";
    SureRemark =
        "Sure: the interval of the difference within a split leaves out 0, at 95% for all sizes together (Bonferroni).";
    OverlapRemark = "The intervals are about the luck of splitting this table; they cannot know about other samples.";
    Tiny { n_test, n } = "Each test has {n_test} samples and the table {n} in all: so small a table proves nothing.";

    Theory = "What theory says, and what the data say";
    NgJordan =
        "Ng and Jordan (2001): with samples enough, logistic regression without a penalty is no worse than naive Bayes; but naive Bayes comes close to its own limit with far fewer.";
    Settled { points, list } =
        "To come within {points} point of their own last error and stay there, they need: {list}.";
    NeedsFewer { a, b } = "So it is here: {a} needs fewer than {b}.";
    NeedsNoFewer { a, b } = "Not so here: {a} needs no fewer than {b}.";
    SettledOne { model, n } = "{model} {n}";
    LastBetter { a, b, n, points, low, high } =
        "With {n} samples {a} errs {points} points less than {b} (interval {low} to {high}).";
    LastUnsure { a, b, n, low, high } =
        "With {n} samples {a} and {b} cannot be told apart (the difference is between {low} and {high} points).";
    Dependent { n, pairs, a, b, nats } =
        "Naive Bayes takes features for independent within a class. Here {n} of {pairs} pairs are not (most of all {a} and {b}, {nats} nats): the assumption fails, so its limit may lie above the best.";
    Independent { pairs } =
        "Naive Bayes takes features for independent within a class. In none of the {pairs} pairs was a dependence found: the assumption is not refuted.";
    Untested = "Naive Bayes takes features for independent within a class; there are too few samples to check.";
    BestError { error } =
        "These melons were drawn from a known truth: even whoever knows it errs {error} of the time. Nobody can do better.";

    Caveats = "To keep in mind";
    Guessed { list } =
        "In some splits the training samples were all of one class (or lacked a column altogether): with nothing to fit, that class was the answer, and counts in the mean. Size: splits = {list}.";
    Separated { model, list } =
        "{model}: in some splits the classes were separated and no estimate exists; the answers are those of where the fit stopped. Size: splits = {list}.";

    TryMore { n } = "{n} splits: narrower intervals";
    TryTable = "seventeen melons: what too few look like";
    TryCsv = "every figure, to draw your own plot";
    TryBayes = "what naive Bayes remembers";
    TryField = "synthetic melons, as many as needed";
}
