//! Words of `melon classify`.

use super::grammar::s;

crate::report::words::messages! {
    TitleRipe = "Is it ripe?";
    Title { target } = "Which {target} is it?";
    Learned { model, samples, classes } = "{model}, learned from {samples}: {classes}.";
    LearnedMany { model, samples, n, target, least, most } = "{model}, learned from {samples}: {n} classes of {target}, the smallest with {least} and the largest with {most}.";
    ClassCount { n, class } = "{n} with {class}";
    LooksAt { features } = "It looks only at {features}.";
    Penalty { l2 } =
        "A penalty (l2 = {l2}) keeps the coefficients small, so that patterns that are mere chance count for less.";
    NoPenalty = "No penalty (l2 = 0): maximum likelihood.";

    WhatSpeaks { class } = "What speaks for {class}?";
    SideAgainst = "← against";
    SideFor = "for →";
    LogOdds = "log-odds";
    LogOddsRemark { class } = "They sum to log-odds: +0.69 doubles the odds of {class}, -0.69 halves them.";
    SoftmaxRemark = "Each column is a class: its scores are added up, and softmax turns the sums into probabilities.";

    ClassAgainst { class, reference } = "{class}, measured against {reference}";

    Likelihoods = "What did it learn?";
    LikelihoodsRemark =
        "Left of the arrow: counted, samples with this value among those of the class. Right: smoothed. To classify, multiply the smoothed first line by the smoothed lines that fit the sample: the class with the largest product wins.";
    LikelihoodsNumbers = "Of a number: mean ± standard deviation; what is multiplied is its density.";
    Smoothing { alpha } =
        "Laplace smoothing adds {alpha} to every count, so that a value never seen in a class does not make it impossible.";
    SmoothedByHand { value, class, count, total, raw, sum } =
        "By hand, {value} with {class}: counted {count}/{total} = {raw}, smoothed {sum}.";
    SpreadRemark =
        "The standard deviation divides by n - 1, as the book (7.3) does; scikit-learn's GaussianNB divides by n and so has slightly smaller ones.";
    Prior = "share of the class, P(y)";
    ProductTitle = "How it is computed: for each class, its shares (of a number, the density) are multiplied";
    Product = "product, P(x,y)";
    ShareOfSum = "share of the sum, P(y|x)";
    SummedOver { features } =
        "Not given: {features}. A generative model adds up all that they might be (it marginalises); logistic regression cannot.";
    HowUsualMelon = "How common is such a melon?";
    HowUsualSample = "How common is such a sample?";
    Usual { log, n, less } = "ln P(x) = {log}. Of the {n} it learned from, {less} have a lower P(x): they are less common.";
    UsualRemark = "P(x) is the sum of the products. A discriminative model learns only P(y|x) and cannot answer this.";
    DensityRemark = "For a number it is a density: it may be larger than 1, and depends on the unit.";
    OddsRatio = "odds ratio";
    OddsSteps { steps } = "The odds ratio of a number is that of a step of usual size: {steps}.";
    Deviances { null, null_df, residual, residual_df } =
        "Null deviance {null} on {null_df} degrees of freedom; residual deviance {residual} on {residual_df}";
    Aic { aic } = "AIC {aic}";
    Iterations { n } = "iterations: {n}";

    NoEstimate = "Why there are no coefficients";
    SeparatedCompletely = "The classes can be told apart without a single mistake (complete separation):";
    SeparatedQuasi = "Some samples can be told apart without a single mistake (quasi-separation):";
    SeparatedAlone { column } = "by {column} alone";
    SeparatedTogether { columns } = "by {columns} together";
    SeparatedSomehow = "The fit shows it; the table is too large to test each column.";
    SeparatedBy { by, values } = "{by}: {values}";
    PureValue { term, n, class } = "every sample with {term} is {class} ({n} in all)";
    SeparatedWhy =
        "The larger the coefficients, the better the fit, without end: the maximum-likelihood estimate does not exist. So no coefficients are shown; the figures below belong to the point where the fit was stopped.";
    SeparatedRemedy = "The remedy: a little penalty (--l2 1).";
    SeparatedRemedies { columns } = "The remedy: a little penalty (--l2 1), or leave out {columns}.";
    SeparatedAnswer =
        "Careful: the classes are separated, and without a penalty there is no estimate. The probabilities below only show where the fit stopped; ask again with --l2 1.";
    UnfinishedSaved = "The saved model is not the best one: the fit has not reached its optimum.";
    SeparatedSaved =
        "The saved model has no estimate (the classes are separated): its probabilities will lie at 0% and 100%. Save it again with --l2 1.";

    OnTraining { samples } = "{samples} it learned from";
    OnUnseen { samples } = "{samples} it never saw";
    Always { class } = "always answering {class}";
    NotLooking { class } = "not looking: always {class}";
    Right = "right";
    RightOf { right, n } = "{right}/{n}";
    LogLoss = "log-loss";
    SchemeLoo = "Never saw: each is tested on a model fitted to the others (leave-one-out).";
    SchemeFold { k } =
        "Never saw: each of {k} parts is tested on a model fitted to the others ({k}-fold cross-validation).";

    Strata { list } = "Each part has its share of every class (stratified): {list}.";
    StratumOf { n, class } = "{n} with {class}";
    StratumFrom { least, most, class } = "{least} or {most} {class}";
    SchemeRepeated { k, n } =
        "Never saw: mean of {n} {k}-fold cross-validations, each part tested on a model fitted to the others.";
    Divisions { low, high, least, most } =
        "One alone: log-loss {low} to {high}, accuracy {least} to {most}.";

    VerdictUntested =
        "It was only tested on what it had learned from, which says little about new samples. Add --cv loo or --cv 5.";

    WhereUnseen { samples } = "Where does it go wrong? ({samples} it never saw)";
    WhereUnseenMean { samples, n } = "Where does it go wrong? ({samples} it never saw, mean of {n} divisions)";
    WhereTraining { samples } = "Where does it go wrong? ({samples} it learned from)";
    Called { class } = "predicted {class}";
    AndMoreClasses { n } = "... and {n} more classes: --format csv shows them all";
    TrueClass = "truly";
    PredictedClass = "predicted";
    Times = "times";
    MoreMistakes { n } = "... and {n} other mistakes, none of them more often: --format json has the whole table";
    MeanOfClasses { precision, recall, f1 } = "Mean over the classes (macro average): precision {precision}, recall {recall}, F1 {f1}.";
    MacroAverage = "macro average";
    NeverPredicted { classes } =
        "Never predicted: {classes}. Precision is not defined there and counts as 0, as in scikit-learn.";
    NClasses { n } = "{n} classes";
    TrulySome { class, drawn, n } = "truly {class} ({drawn} of {n} drawn)";
    Truly { class, n } = "truly {class} ({n})";
    Precision = "precision";
    Recall = "recall";

    Likeliest { n, class } = "The likeliest {class} of all {n} combinations";
    InTheTable = "in the table";
    Probability = "probability";

    ASampleWith { values } = "A sample with {values}";
    AMelonWith { values } = "A melon that is {values}";
    TheAnswer = "← the answer";
    FromThreshold { class, threshold } = "{class} is the answer only from a probability of {threshold} on (--threshold).";
    Shares { class } = "Why? What each feature adds to the log-odds of {class}";
    SumLine { log_odds, probability } =
        "The sum is a log-odds of {log_odds}, which the sigmoid turns into {probability}.";
    HowFarToTrust = "How far to trust this answer";
    Trust { cv, interval, baseline_class, baseline } =
        "On samples it never saw it is right {cv} of the time (95% interval {interval}); always answering {baseline_class} is right {baseline}.";

    TryMelon = "ask about one melon, and see why";
    TrySample = "ask about one sample, and see why";
    TryPartly = "ask when only a part is known";
    TryLogistic = "the discriminative counterpart: logistic regression";
    TryNoPenalty = "without the penalty";
    TryPenalty = "with a penalty";
    TryPlot = "draw the sigmoid and the samples";
    TryMoreData = "learn from a thousand melons";
    TryCv = "test it on samples it never saw";

    PathTitle = "With more freedom, with less?";
    PathRemark =
        "The smaller l2, the more freedom the coefficients have. Every point is tested in the same folds; the lowest is chosen by looking at these samples, and so looks a little better than it is.";
    PathX = "l2 (log scale): freedom ← → penalty";
    PathLearned { samples } = "{samples} it learned from";
    PathUnseen { samples } = "{samples} it never saw";
    PathShares { log_loss } = "the classes' shares alone: {log_loss}";
    PathMore { l2, change, low, high } = "More freedom (l2 = {l2}): held-out log-loss {change} ({low} to {high}).";
    PathLess { l2, change, low, high } = "Less freedom (l2 = {l2}): held-out log-loss {change} ({low} to {high}).";
    PathIntervals = "In brackets: intervals of the change, 95% for both together.";
    PathIntervalsOne = "In brackets: the interval of the change, 97.5%.";
    PathChance { l2, p } = "For l2 = {l2} the interval leaves 0 out, but with so few samples an exact test counts more: a change as large comes up with probability {p} by chance alone.";
    Overfits { l2 } = "More freedom hurts and less helps: with l2 = {l2} this model overfits.";
    PathSteps { more, less } = "More freedom {more}; less freedom {less}.";
    StepHurts = "hurts";
    StepHelps = "helps";
    StepLooksWorse = "looks worse, which may be chance";
    StepLooksBetter = "looks better, which may be chance";
    StepEven = "makes no difference that shows";
    NothingFollows { l2 } = "So nothing shows that l2 = {l2} gives too much freedom or too little.";
    MayOverfit { l2 } = "So with l2 = {l2} this model may overfit, but that is not certain.";
    Underfits { l2 } = "More freedom helps and less hurts: with l2 = {l2} the penalty is too strong (underfitting).";
    MayUnderfit { l2 } =
        "So with l2 = {l2} the penalty may be too strong (underfitting), but that is not certain.";
    AboutRight { l2 } = "More freedom hurts and less hurts, too: with l2 = {l2} it neither overfits nor underfits.";
    MayBeRight { l2 } =
        "So with l2 = {l2} no overfitting shows, but that there is none is not certain.";
    OverfitsFree = "Without a penalty this model overfits: a penalty helps.";
    OverfitsCertain { n, m, l2, accuracy, penalised } =
        "Without a penalty this model overfits by log-loss: in {n} test{s} it gave the true class no chance at all (with l2 = {l2}: {m}). How large the difference is depends on how those are counted. By accuracy: {accuracy} without, {penalised} with l2 = {l2}.", s = s(n);
    MayOverfitFree =
        "With a penalty it looks better, as when a model overfits without one; but with these samples that may be chance.";
    AboutRightFree = "This penalty hurts: without one, no overfitting shows.";
    MayBeRightFree =
        "With this penalty it does not look better, so no overfitting shows; but with these samples that is not certain.";
    FreedomUnclear { l2 } = "These samples do not show whether l2 = {l2} gives too much freedom or too little.";
    TryPath = "does it overfit? a path over l2";

    SigmoidTitle { class } = "Each sample's log-odds, and the probability of {class} it becomes";
    SigmoidY { class } = "P({class})";
    NoPlots = "There is no plot";
    NoPlotsWhy { n, classes } =
        "The sigmoid needs two classes, coefficients, and no more than {n} samples. The plane needs exactly two columns to learn from, both numbers, no more than {classes} classes, and coefficients if the model has any.";
    Threshold { threshold } = "threshold {threshold}";

    BoundaryTitle { class, x, y } = "The probability of {class} everywhere between {x} and {y}";
    RegionsTitle { x, y } = "The answer everywhere between {x} and {y}";
    RegionsRemark = "The background has the colour and the mark, small, of the likeliest class there.";
    SomeDrawn { drawn, all } = "Drawn are {drawn} of the {all} samples, chosen at random.";
    AnswerChanges = "here the answer changes";
    BoundaryRemark = "Between the samples it is what the model takes for granted: nobody has measured there.";
    Shaded { class } = "P({class}): the stronger the shade, the higher";
    Boundary { class, threshold } = "P({class}) = {threshold}: here the answer changes";
}
