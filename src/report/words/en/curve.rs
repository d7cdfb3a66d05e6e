//! Words of `melon curve`.

use super::grammar::{s, third};

crate::report::words::messages! {
    TitleMelons = "How many melons does it take?";
    TitleSamples = "How many samples does it take?";
    Opening { models, from, to, samples, table } =
        "{models} model{s} learn{third} from {from} to {to} of the {samples} in {table}.", s = s(models), third = third(models);
    OpeningOne { models, n, samples, table } =
        "{models} model{s} learn{third} from {n} of the {samples} in {table}.", s = s(models), third = third(models);
    Fair { n_test, n_splits } =
        "In each of {n_splits} random splits, every model learns from the same samples and is tested on the same {n_test}, from which none has learned. The figures are means over the splits.";
    YAxis = "wrong answers, %";
    XAxis = "training samples (logarithmic scale)";
    Guessing { class, error } = "always answering {class}: {error}%";
    Best { error } = "the lowest possible: {error}%";

    TableTitle = "Wrong answers, % (±: 95% interval of the mean)";
    Size = "samples";
    BestMark = "Bold: the lowest in its row.";

    Who = "Which is ahead, and where does that change?";
    NeverSure { a, b, n, low, high } =
        "{a} and {b}: not shown either way. The interval of their difference includes 0 at every size; with {n} samples it is {low} to {high} percentage points.";
    Certainly = "certainly ";
    OneAhead { a, b, certainly, sizes, n, by } =
        "{a} and {b}: with {sizes} samples {a} is {certainly}ahead, the most with {n} (by {by} percentage points).";
    AheadOnce { a, b, certainly, n, by } =
        "{a} and {b}: with {n} samples {a} is {certainly}ahead (by {by} percentage points).";
    Elsewhere = "With the other sizes it is not shown either way.";
    Crossing { a, b, certainly, from, to, first, then } =
        "{a} and {b}: at {from} samples {a} is {certainly}ahead (by {first} percentage points), at {to} {b} is (by {then}). They cross in between.";
    Between { low, high } = "{low} to {high}";
    Crossings { a, b, n, changes } = "{a} and {b}: the lead changes {n} times: {changes}.";
    Change { b, from, to } = "between {from} and {to} samples to {b}";
    Certain = "Certain";
    Ahead = "Ahead";
    SureRemark { what } =
        "{what}: the interval of the difference does not include 0, at 95% for all sizes together (Bonferroni). Where it does, neither is shown to be ahead, nor that they are equally good.";
    TableRemark =
        "These intervals allow for the chance of the splits and for that of the samples in the table; the ± above are of the splits alone.";
    Tiny { n_test, n } = "Each test has only {n_test} sample{s} and the table {n}: these intervals are rough. Take a lead as a hint, and look again with more samples.", s = s(n_test);

    Theory = "What theory says, and what the data say";
    NgJordan =
        "Ng and Jordan (2001): with enough samples, logistic regression without a penalty is no worse than naive Bayes; but naive Bayes comes close to its own limit with far fewer.";
    Settled { points, list } =
        "Samples from which on each stays within {points} percentage point of its own last error: {list}.";
    SettledRemark =
        "In brackets: between which sizes it lies in 95% of draws of the same splits with replacement (bootstrap). Only these sizes were tried; \"or more\": it has not settled within what was tried.";
    NeedsFewer { a, b } = "Here, {a} settles with fewer samples than {b}.";
    NeedsUnclear { a, b } =
        "Whether {a} or {b} settles with fewer samples is not certain: drawn again, the splits do not agree.";
    NeedsSame { a, b, n } =
        "Of the sizes tried here, {a} and {b} need the same one, {n}. Finer ones (--sizes) might tell them apart.";
    NeedsLater { a, b, n } =
        "Neither {a} nor {b} settles below {n} samples, the most that were tried: which of them needs fewer is not to be seen here.";
    SettledOne { model, n, low, high } = "{model} {n} [{low} … {high}]";
    SettledLater { model, n } = "{model} {n}";
    OrMore { n } = "{n} or more";
    LastBetter { a, b, n, points, low, high } =
        "With {n} samples {a} is wrong {points} percentage points less often than {b} (interval {low} to {high}).";
    LastUnsure { a, b, n, low, high } =
        "With {n} samples neither {a} nor {b} is shown to be better: the interval of the difference, {low} to {high} percentage points, includes 0.";
    LastSame { a, b, n } = "With {n} samples {a} and {b} are wrong equally often in every split.";
    Dependent { n, pairs, a, b, nats } =
        "Naive Bayes assumes that features are independent within a class. Here {n} of {pairs} pairs are not (most of all {a} and {b}, mutual information {nats} nats): the assumption is wrong, so its limit may lie above the lowest possible error.";
    Independent { pairs } =
        "Naive Bayes assumes that features are independent within a class. In {pairs} pair{s} no dependence was found: the assumption is not refuted.", s = s(pairs);
    Untested = "Naive Bayes assumes that features are independent within a class; there are too few samples to check.";
    BestError { error } =
        "These melons were drawn from a known truth: even with that truth one is wrong {error}% of the time. In the long run no model can do better.";

    BelowBest { n_test } =
        "Some means here lie lower still: each test has only {n_test} samples of this one table, which may be easier than most. That is chance, not a better model.";

    Caveats = "To keep in mind";
    Guessed { models, list } =
        "{models}: in some splits there was nothing to fit (the training samples were all of one class, or lacked a column, or were fewer than the neighbours that vote); the most frequent class was the answer, and counts in the mean. Size: splits = {list}.";
    Separated { models, list } =
        "{models}: in some splits the classes were separated and no estimate exists; the answers are those of where the fit stopped. Size: splits = {list}.";

    TryMore { n } = "{n} splits: narrower intervals";
    TryTable = "seventeen melons: what too few look like";
    TryCsv = "every figure, to draw your own plot";
    TryBayes = "what naive Bayes remembers";
    TryField = "synthetic melons, as many as needed";
}
