//! What is worth saying about a result.

use super::grammar::s;

crate::report::words::messages! {
    TrainingFlatters { train, held_out } =
        "Log-loss {train} on what it learned from, {held_out} elsewhere; trust the second.";
    CertainlyWrong { n, of, clipped } =
        "In {n} of {of} tests it gave the true class no chance at all: an infinite log-loss, counted as {clipped} each. So its log-loss depends on that choice, and nothing is concluded from it here: compare by accuracy and Brier score.";
    SeparableFolds =
        "That happens where the classes it learned from can be separated, and little or no penalty keeps the coefficients from growing until probabilities are 0 and 1; or where a number lies far outside what it learned from. Where classes can be separated and there is no penalty, the log-loss of the other tests depends on where the fit stopped, too. A larger --l2 keeps the coefficients small.";
    Unlearned =
        "In those tests the true class did not occur among the samples it had learned from: no penalty and no other setting changes that; more samples of that class would.";
    UnlearnedSome { n } =
        "In {n} of those tests the true class did not occur among the samples it had learned from: no penalty and no other setting changes that; more samples of that class would.";
    SeparableOthers =
        "The others come up where the classes it learned from can be separated, and little or no penalty keeps the coefficients from growing; or where a number lies far outside what it learned from. There a larger --l2 keeps the coefficients small.";
    GuessToo { n } = "The log-loss of not looking contains {n} such test{s}, too.", s = s(n);
    TooFewBesideShares { log_loss, shares, p } =
        "On what it never saw its log-loss is {log_loss}, that of the classes' shares {shares}. These are too few samples to tell: if chance alone decided on each which of the two does better, a difference this large would come up with probability {p}.";
    AboveByChance { held_out, interval, class, baseline, n, p } =
        "It is right {held_out} ({interval}), always answering {class} {baseline}: probably better, not certainly. A guess that is right {baseline} of the time is right at least as often in {n} samples with probability {p}.";
    BetterThanShares { log_loss, shares, gain, low, high } =
        "On what it never saw its log-loss is {log_loss}, that of the classes' shares {shares}: better by {gain} (95% interval {low} to {high}), which is unlikely to be chance.";
    WorseThanShares { log_loss, shares, loss, low, high } =
        "On what it never saw its log-loss is {log_loss}, that of the classes' shares {shares}: worse by {loss} (95% interval {low} to {high}).";
    UnclearBesideShares { log_loss, shares, low, high } =
        "Log-loss {log_loss} on what it never saw, beside {shares} of the classes' shares: the 95% interval of its advantage, {low} to {high}, includes 0: by log-loss, nothing shows that it learned something, nor that there is nothing to learn.";
    LeaveOneOut { accuracy, log_loss, n, k, folds_accuracy, least, most, folds_log_loss } =
        "Leave-one-out: right {accuracy}, log-loss {log_loss}. The same model in {n} divisions into {k} parts: right {folds_accuracy} ({least} to {most} in one division), log-loss {folds_log_loss}.";
    BetterByBoth = "Every division is better, by accuracy and by log-loss,";
    BetterByLogLossNoWorse = "By log-loss every division is better, and by accuracy none is worse,";
    BetterByLogLoss = "By log-loss every division is better,";
    BetterByAccuracy = "By accuracy every division is better,";
    TheTestsDoing { better } =
        "{better} although it learns from fewer samples, so the difference comes from the test: the class of the one left out becomes rarer among the rest, and a model that stays near the classes' shares is pushed towards the wrong answer.";
    PartlyTheTests =
        "Part of that may come from the test: the class of the one left out becomes rarer among the rest, and a model that stays near the classes' shares is pushed towards the wrong answer. But single divisions differ as much.";
    FollowsTheShares { n, of, class } =
        "On what it never saw, every answer is the class that is most frequent among the samples learned from there. In {n} of {of} tests that is not {class}: hiding some samples leaves fewer of their class among the rest. So it is right less often than always answering {class}: an effect of the test, not of the model.";
    EvenShares { class } = "(Where both are as frequent, it answers {class}.)";
    AucOfShares = "The AUC is below 0.5 for the same reason.";
    Below { held_out, interval, class, baseline } =
        "It is right {held_out} ({interval}); always answering {class}, {baseline}, is within that interval.";
    SurelyBelow { held_out, interval, class, baseline } =
        "It is right {held_out} ({interval}); always answering {class}, {baseline}, is above that interval.";
    AsGood { held_out, interval, class } =
        "It is right {held_out} of the time ({interval}), exactly as often as by always answering {class}.";
    NotSurelyAbove { held_out, interval, class, baseline } =
        "It is right {held_out} ({interval}); always answering {class}, {baseline}, is within that interval.";
    SurelyAbove { held_out, low, baseline } =
        "It is right {held_out} of the time; even the low end of the interval, {low}, is above always giving the most frequent answer ({baseline}).";
    NothingToLearn { p } =
        "Taken together, the features do not certainly show a relation: the F test has p = {p}. If the features had no effect at all, a fit at least this good would come up with that probability; with few samples a real relation can be missed.";
    MeanIsAsGood { rmse, baseline } =
        "On what it never saw its error of {rmse} is no smaller than that of always answering the mean ({baseline}): nothing shows yet that it predicts better than the mean.";
    ConstantTarget { target } = "{target} is the same in every row: there is nothing to learn.";
    ConstantTerms { terms } = "{terms}: the same in every row, so without a coefficient of its own (–).";
    CombinedTerms { terms } =
        "{terms}: an exact combination of other columns that cannot be told apart from them, so without a coefficient of its own (–).";
    FarOutside { column, value, low, high } =
        "{column} = {value} lies far outside of what was learned ({low} to {high}): there it has seen nothing, and this answer cannot be trusted.";
    Imputed { columns } =
        "Missing cells of {columns} were filled with the mean, or the most frequent value, of the samples learned from.";
    AllBranches { columns } =
        "Missing in {columns}: a split is judged by the samples whose value is known; the others go down every branch, each with that branch's share of them.";
    LeftOutOfCounts { columns } =
        "Missing cells of {columns} were left out of the counts; the other cells of their rows were used.";
    IllConditioned { terms, condition } =
        "{terms} nearly repeat each other (condition number {condition}; above 30 is a warning): their coefficients cannot be told apart, and none of them means much alone. Consider leaving one of them out (--drop), or a little --l2.";
    FewSamples { n, parameters } =
        "Few samples: {n} of the rarest class, {parameters} parameters; ten each is the usual rule.";
    FewSamplesNumeric { n, parameters } =
        "Few samples: {n}, {parameters} parameters; ten each is the usual rule.";
    Imbalance { class, share } = "{share} are {class}: accuracy alone is misleading here; look at recall and AUC.";
    NotConverged = "Careful: the fit has not reached its optimum, so the figures are not final. A larger --l2 often helps.";
    NotConvergedHere = "Careful: linfa has not reached the optimum, so the figures are not final. --engine native does reach it.";
    FoldsNotConverged { n } =
        "Fits of the cross-validation that have not converged: {n}.";
    FoldsLackClass { n, classes } =
        "Folds in which a class had no sample to learn from: {n}. It happened to: {classes}.";
    BorrowedSpread { columns } = "{columns} hardly varies within some class; the standard deviation of the whole column is used there.";
    CategoricalDistances { columns } =
        "{columns}: categories, one-hot encoded (0 or 1); any two different values are √2 apart, none nearer than another.";
    MixedScales { wide, narrow } =
        "{wide} varies far more than {narrow} and alone decides the distances. Try --standardize.";
    WeakStructure { silhouette } =
        "The silhouette is only {silhouette}: the clusters are not clearly separated; they may not be real groups.";
    SilhouetteSampled { n } = "With so many samples the silhouette was measured on {n} drawn at random.";
}
