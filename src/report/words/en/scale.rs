//! Words of `melon scale`.

use super::grammar::s;

crate::report::words::messages! {
    Title = "Does ability come all at once?";
    Opening { n, from, to, iters } =
        "{n} GPTs of {from} to {to} parameters learned the same {iters} steps of the same 64 problems each.";
    Tested { n } = "The test is {n} problems that none of them learned from; only the answers count.";
    FromBudget { secs } =
        "The number of steps was chosen to take about {secs} seconds on this machine; on another machine it, and the results, would differ. To repeat this run, give --iters.";
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
    InPercent { measure } = "{measure}, %";
    InNats { measure } = "{measure}, nats";
    ColumnsRemark =
        "The same answers by three measures: all right (one wrong token fails it), share of tokens right, log-probability of the right answer. In brackets and after ±: 95% intervals.";

    Plots = "Three measures over the number of parameters";
    XAxis = "parameters (logarithmic scale)";

    Seen = "What is seen";
    Rise { measure, share, from, to } = "{measure} {share} ({from} to {to})";
    Rises { task, list } = "{task}: of the whole rise, the largest single step makes up: {list}.";
    NoRise { task, measure } = "{task}: “{measure}” does not certainly rise.";
    Sharper { task } =
        "{task}: “all right” rises more suddenly than the log-probability. In this run the answers are the same for both; part of the suddenness comes from the measure.";
    NotSharper { task } =
        "{task}: “all right” rises no more suddenly than the log-probability: in this run the measure does not make it more sudden.";
    EvenRemark { share } = "If all steps were equal, each would make up {share}.";
    OneRun = "Each size was trained once: the intervals cover the chance in the test problems, not that in training.";

    Law = "Loss over parameters: a power law?";
    LawFit { factor, exponent, low, high, r2 } =
        "Loss ≈ {factor} × parameters^-{exponent} (95% interval of the exponent {low} to {high}, R² {r2}).";
    Loss = "loss, nats a token";
    Fitted = "by the law";
    Off = "deviation";
    LawBent { off } =
        "The farthest point is {off} off: on logarithmic axes these points are not on a straight line. Do not extrapolate.";
    LawClose { off } = "The farthest point is {off} off. Even so, this holds only for these sizes and this training.";
    LawFew { n, needed } =
        "Only {n} point{s}, so no fit: with fewer than {needed}, points can hardly contradict a line.", s = s(n);
    LawFlat { exponent, low, high } =
        "No fit: the loss does not certainly fall with the parameters (the exponent would be {exponent}, interval {low} to {high}).";
    LawZero = "No fit: a loss is not above zero and has no logarithm.";

    Axis = "Beside other models";
    AxisMelon = "a melon judged by three features";
    AxisSmallest = "your smallest model";
    AxisLargest = "your largest model";
    AxisGpt3 = "GPT-3";
    AxisGpt4 = "GPT-4 (rumoured)";
    AxisBars = "The bars are logarithmic: each further step of the same length is the same factor. OpenAI has never published the size of GPT-4.";
    AxisRemark { factor } =
        "From your largest model to GPT-3 it is a factor of {factor}. What is seen here does not reach that far.";

    TryAdd = "addition only";
    TryLonger { iters } = "{iters} steps: is the rise still sudden?";
    TryJson = "every figure";
    TrySeed = "another seed: does it rise in the same place?";

    TakenUp { done, all } = "{done} of {all} sizes were trained before and are used again.";
    Interrupted = "Stopped. What is done is kept: run it again to go on.";
    CacheDamaged { path } = "{path} is damaged: starting again from nothing.";
}
