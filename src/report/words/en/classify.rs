//! Words of `melon classify`.

crate::report::words::messages! {
    TitleRipe = "Is it ripe?";
    Title { target } = "Which {target} is it?";
    Learned { model, samples, classes } = "{model}, learned from {samples}: {classes}.";
    ClassCount { n, class } = "{n} {class}";
    LooksAt { features } = "It looks at {features} and nothing else.";
    Penalty { l2 } = "A penalty (l2 = {l2}) keeps coefficients small, so that chance is not taken for a rule.";
    NoPenalty = "No penalty (l2 = 0): maximum likelihood.";

    WhatSpeaks { class } = "What speaks for {class}?";
    Against = "← against";
    SpeaksFor = "for →";
    LogOddsRemark { class } = "They sum to log-odds: +0.69 doubles the odds of {class}, -0.69 halves them.";
    SoftmaxRemark = "One column a class: its scores add up, and softmax turns the sums into probabilities.";

    ClassAgainst { class, reference } = "{class}, measured against {reference}";

    Likelihoods = "What did it remember?";
    LikelihoodsRemark =
        "Each figure is the share of the class that looks so; of a number, mean ± standard deviation. Multiplied together (with the first line), the larger class wins.";
    Prior = "share of the class";
    ProductTitle = "How it reckons: the share of each class that looks so, multiplied";
    Product = "product, P(x, y)";
    ShareOfSum = "share of the sum";
    SummedOver { features } =
        "Not given: {features}. A generative model sums over what they might be (it marginalises); logistic regression cannot.";
    HowUsualMelon = "How usual is such a melon?";
    HowUsualSample = "How usual is such a sample?";
    Usual { log, n, less } = "ln P(x) = {log}. Of the {n} it learned from, {less} are less usual.";
    UsualRemark = "P(x) is the sum of the products. A discriminative model only learns P(y|x) and cannot say.";
    DensityRemark = "Numbers have a density: it may exceed 1, and depends on their unit.";
    OddsRatio = "odds ratio";
    Deviances { null, null_df, residual, residual_df } =
        "Null deviance {null} on {null_df} degrees of freedom; residual deviance {residual} on {residual_df}";
    Aic { aic } = "AIC {aic}";
    Iterations { n } = "iterations: {n}";

    NoEstimate = "There is no estimate, and here is why";
    SeparatedCompletely = "The classes can be told apart without a single mistake (complete separation):";
    SeparatedQuasi = "Some samples can be told apart without a single mistake (quasi-separation):";
    SeparatedAlone { column } = "by {column} alone";
    SeparatedTogether { columns } = "by {columns} together";
    SeparatedSomehow = "seen from the fit: the table is too large to ask each column";
    PureValue { term, n, class } = "{term}: {n} in all, always {class}";
    SeparatedWhy =
        "The larger a coefficient, the better the fit, without end: the maximum-likelihood estimate does not exist. A coefficient would mean nothing here, so none is printed; the results below belong to the point where the fit stopped.";
    SeparatedRemedy = "The remedy: a little penalty (--l2 1).";
    SeparatedRemedies { columns } = "The remedy: a little penalty (--l2 1), or leave out {columns}.";
    SeparatedAnswer =
        "Careful: the classes are separated, and without a penalty there is no estimate. The probabilities below only show where the fit stopped; ask again with --l2 1.";
    SeparatedSaved =
        "The saved model has no estimate (the classes are separated): its probabilities will lie at 0% and 100%. Save it again with --l2 1.";

    OnTraining { samples } = "{samples} it learned from";
    OnUnseen { samples } = "{samples} it never saw";
    Always { class } = "always answering {class}";
    Right = "right";
    RightOf { right, n } = "{right}/{n}";
    LogLoss = "log-loss";
    SchemeLoo = "Never saw: each in turn is hidden, the rest teach, and the hidden one is the test (leave-one-out).";
    SchemeFold { k } =
        "Never saw: one of {k} parts in turn is hidden, the rest teach, the hidden part is the test ({k}-fold).";

    VerdictUntested = "It was only tested on what it had learned from, which proves nothing. Add --cv loo or --cv 5.";

    WhereUnseen { samples } = "Where does it go wrong? ({samples} it never saw)";
    WhereTraining { samples } = "Where does it go wrong? ({samples} it learned from)";
    Called { class } = "called {class}";
    Truly { class, n } = "truly {class} ({n})";
    Precision = "precision";
    Recall = "recall";

    Likeliest { n, class } = "The likeliest {class} of all {n} combinations";
    Seen { n } = "{n} in the table";
    NeverSeen = "not in the table";

    ASampleWith { values } = "A sample with {values}";
    AMelonWith { values } = "A melon that is {values}";
    Answer { class, probability } = "The answer: {class}, probability {probability}";
    Shares { class } = "Why? Each feature's share of the log-odds of {class}";
    SumLine { log_odds, probability } =
        "They sum to log-odds of {log_odds}, which the sigmoid turns into {probability}";
    HowFarToTrust = "How far to trust this answer";
    Trust { cv, interval, baseline_class, baseline } =
        "On samples it never saw it is right {cv} of the time (95% interval {interval}); always answering {baseline_class} is right {baseline}.";

    TryMelon = "ask about one melon, and why";
    TrySample = "ask about one sample, and why";
    TryPartly = "ask with only a part known";
    TryLogistic = "the discriminative twin, logistic regression";
    TryNoPenalty = "without the penalty: what then?";
    TryPenalty = "with a penalty";
    TryPlot = "draw the sigmoid and the samples";
    TryMoreData = "what a thousand melons would do";
    TryCv = "test it on samples it never saw";

    SigmoidTitle { class } = "Each sample's log-odds, and the probability of {class} it becomes";
    SigmoidX = "log-odds";
    SigmoidY { class } = "P({class})";
    SigmoidLegend { positive, others } = "+ truly {positive}    - truly {others}";
    Threshold { threshold } = "threshold {threshold}";
}
