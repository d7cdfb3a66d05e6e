//! Words of `melon scale`.

crate::report::words::messages! {
    Title = "Does ability come all at once?";
    Opening { n, from, to, iters } =
        "{n} GPTs of {from} to {to} parameters learned the same {iters} steps of the same 64 problems each.";
    Tested { n } = "The test is {n} problems that none of them learned from; only the answers count.";
    FromBudget { secs } =
        "The number of steps was reckoned from {secs} seconds on this machine: elsewhere it and the results would differ. To repeat a run, give --iters.";
    NothingDone = "No size is done yet. Run it again to go on.";
    Incomplete { done, all } = "{done} of {all} sizes are done; run it again to go on.";

    Copying = "copying";
    Reversing = "reversing";
    Adding = "two-digit addition";
    TaskTitle { task, example } = "{task}: {example}";
    Params = "parameters";
    Exact = "all right";
    Tokens = "tokens right";
    LogProb = "ln P(answer)";
    ColumnsRemark =
        "The same answers by three measures: all right (one wrong token fails it), share of tokens right, log-probability of the right answer (nats). In brackets and after ±: 95% intervals.";

    PlotExact = "all right, %";
    PlotTokens = "tokens right, %";
    PlotLog = "ln P(answer), nats";
    Plots = "Three measures over the same axis";
    XAxis = "parameters (logarithmic)";

    Seen = "What is seen";
    Rise { measure, share, from, to } = "{measure} {share} ({from} to {to})";
    Rises { task, list } = "{task}: of the whole rise, the largest single step makes up: {list}.";
    NoRise { task, measure } = "{task}: {measure} does not surely rise.";
    Sharper { task } =
        "{task}: all-right leaps more than the log-probability does. The answers are the same; part of the suddenness is the measure.";
    NotSharper { task } =
        "{task}: all-right leaps no more than the log-probability does: sudden or not, here it is not the measure.";
    EvenRemark { share } = "If every step were alike, the largest would make up {share}.";
    OneRun = "Each size was trained once: the intervals cover the luck of the test problems, not that of training.";

    Law = "Loss over parameters: a power law?";
    LawFit { factor, exponent, low, high, r2 } =
        "Loss ≈ {factor} × parameters^-{exponent} (95% interval of the exponent {low} to {high}, R² {r2}).";
    Loss = "loss, nats a token";
    Fitted = "the law says";
    Off = "off";
    LawBent { off } = "The farthest point is {off} off: these points are no straight line. Do not extrapolate.";
    LawClose { off } = "The farthest point is {off} off. Even so it speaks for these sizes and this training only.";
    LawFew { n, needed } = "Only {n} points, so no fit: it takes {needed} before points can contradict a line.";
    LawFlat { exponent, low, high } =
        "No fit: the loss does not surely fall with the parameters (the exponent would be {exponent}, interval {low} to {high}).";
    LawZero = "No fit: a loss is not above zero and has no logarithm.";

    Axis = "On a longer axis";
    AxisMelon = "the three parameters that judge a melon";
    AxisGpt3 = "GPT-3";
    AxisGpt4 = "GPT-4 (rumoured; its makers never said)";
    AxisYours { from, to } = "your models, {from} to {to}";
    AxisRemark { factor } =
        "From your largest model to GPT-3 it is a factor of {factor}. What is seen here does not reach that far.";

    TryAdd = "addition alone";
    TryLonger { iters } = "{iters} steps: is it still sudden?";
    TryJson = "every figure";
    TrySeed = "another seed: in the same place?";

    TakenUp { done, all } = "{done} of {all} sizes were trained before and are taken up.";
    Interrupted = "Stopped. What is done is kept: run it again to go on.";
    CacheDamaged { path } = "{path} is damaged: beginning anew.";
}
