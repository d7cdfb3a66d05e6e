//! What is worth saying about a result.

crate::report::words::messages! {
    TrainingFlatters { train, held_out } =
        "From {train} on what it learned from to {held_out} on what it never saw: overfitting does that, and with few samples so do chance and the way of testing.";
    LeaveOneOutTilts =
        "Leave-one-out can push figures down: the class left out becomes rarer.";
    Below { held_out, interval, class, baseline } =
        "On what it never saw it is right {held_out} of the time ({interval}), less often than by always answering {class} ({baseline}): no sign of learning, and no proof against it.";
    AsGood { held_out, interval, class } =
        "On what it never saw it is right {held_out} of the time ({interval}), exactly as often as by always answering {class}: no sign of learning, and no proof against it.";
    NotSurelyAbove { held_out, interval, baseline } =
        "On what it never saw it is right {held_out} of the time, but the interval {interval} includes always giving the most frequent answer ({baseline}): by accuracy, it is not certain that it is better.";
    SurelyAbove { held_out, low, baseline } =
        "On what it never saw it is right {held_out} of the time; even the low end of the interval, {low}, is above always giving the most frequent answer ({baseline}): this is unlikely to be chance.";
    NothingToLearn { p } =
        "No relation is shown: the F test has p = {p}. If the features had no effect at all, a fit at least this good would come up with that probability; with few samples a real relation can be missed.";
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
        "The samples are few: {n} of the rarest class for {parameters} parameters; ten for each is the usual rule.";
    FewSamplesNumeric { n, parameters } =
        "The samples are few: {n} for {parameters} parameters; ten for each is the usual rule.";
    Imbalance { class, share } = "{share} are {class}: accuracy alone is misleading here; look at recall and AUC.";
    NotConverged = "Careful: the fit has not reached its optimum, so the figures are not final. A larger --l2 often helps.";
    NotConvergedHere = "Careful: linfa has not reached the optimum, so the figures are not final. --engine native does reach it.";
    FoldsNotConverged { n } =
        "Fits of the cross-validation that have not converged: {n}.";
    FoldsLackClass { n, classes } =
        "Folds without a sample of {classes} to learn from: {n}.";
    BorrowedSpread { columns } = "{columns} hardly varies within some class; the standard deviation of the whole column is used there.";
    CategoricalDistances { columns } =
        "{columns}: categories, one-hot encoded (0 or 1); any two different values are √2 apart, none nearer than another.";
    MixedScales { wide, narrow } =
        "{wide} varies far more than {narrow} and alone decides the distances. Try --standardize.";
    WeakStructure { silhouette } =
        "The silhouette is only {silhouette}: the clusters are not clearly separated; they may not be real groups.";
    SilhouetteSampled { n } = "With so many samples the silhouette was measured on {n} drawn at random.";
}
