//! Words of the scripts that `--script` writes.

crate::report::words::messages! {
    Title { command } = "The same figures as: {command}";
    NotComputed { what } = "Shown by melon, not computed here: {what}.";
    RoundingErrors = "standard errors and intervals: the fit is exact, so that they are rounding";
    RoundedAuc = "AUC: some probabilities may differ in the last digit only, and it counts which of them are equal";
    AskedReasons = "why --melon is answered so";
    AskedRank = "how many samples are less usual than that of --melon";
    PenaltyPath = "the figures with other penalties (--l2-path)";
    ExactTests = "the exact tests of few samples";
    FoldsBeside = "the divisions into folds beside leave-one-out";
    OtherTrees = "the other trees (--ties)";
    SampledSilhouette = "the silhouette, which is that of a random part of the samples";
    ClusterRange = "the other numbers of clusters (--k-range)";
    ClusterAgreement = "how the clusters agree with a column (--labels)";
    ClusterSteps = "the steps (--trace)";
    CompareRest = "what each model answers, fills in, makes and rates, AUC, and the intervals of the figures and of their differences";
    CurveRest = "the intervals of the differences between models";
    NeedsPython = "Needs numpy, pandas and scikit-learn (1.7 or later), which brings scipy.";
    NeedsPandas = "Needs numpy and pandas.";
    NeedsScipy = "Needs numpy, pandas and scipy.";
    NeedsNothing = "Needs nothing but Python.";
    Applied = "What the model has learned, and how it answers.";
    EachRow = "The answer for each row.";
    NeedsR = "Needs R 4 or later, and no package.";
    Data = "The data, as they were read. An empty cell is missing.";
    DataFile { file } = "The data, as they were read, are in {file}: run this in the same folder. An empty cell is missing.";
    OneHot = "A category becomes one column for each of its values.";
    DropFirst = "A category becomes one column for each of its values but the first, which the others are compared with.";
    Standardize = "Numbers: minus the mean, divided by the standard deviation (divisor n).";
    Impute = "A missing number is taken for the mean, a missing category for the most frequent one.";
    Aliased = "Columns that are sums of those before them are left out: they have no estimate.";
    PenaltyC { l2 } =
        "Minimised: the sum of the log-losses + l2/2 * the sum of the squared weights, with l2 = {l2}. scikit-learn writes the same with C = 1/l2. The intercept is not penalised.";
    NoPenaltyC = "Maximum likelihood, without a penalty: l2 = 0, so C = 1/l2 is infinite.";
    ReferenceClass = "The first class is the reference: only differences between the classes' scores matter.";
    PenaltyAlpha { l2 } = "Ridge regression: the sum of the squared errors + l2 * the sum of the squared weights, with alpha = l2 = {l2}. The intercept is not penalised.";
    PenaltySolve { l2 } = "Ridge regression: the sum of the squared errors + l2 * the sum of the squared weights, with l2 = {l2}. The intercept is not penalised.";
    LeastSquares = "Least squares.";
    LeastSquaresAll = "Least squares. tol=0: no column is left out for being small beside another.";
    LinearInference = "How sure the estimates are. A is X with a column of ones for the intercept, s the residual standard error: the root of the sum of the squared errors, divided by the number of samples less that of parameters (df2). The standard error of an estimate is s times the root of its place on the diagonal of the inverse of A'A; t is the estimate divided by it; low and high are the ends of the 95% interval (Student's t). Below: how well the line fits, and F against the mean alone.";
    LogisticInference = "How sure the estimates are. A is X with a column of ones for the intercept; the inverse of Fisher's information, A'WA with the weights p (1 - p), is the covariance of the estimates (with more classes than two there is such a block for each two of them). The standard error is the root of its diagonal; z is the estimate divided by it; low and high are the ends of the 95% interval (Wald). The odds ratio is that of the step beside it. Below: log-likelihood, deviances and AIC.";
    PenaltyNewton { l2 } =
        "Minimised by Newton's method: the sum of the log-losses + l2/2 * the sum of the squared weights, with l2 = {l2}. The intercept is not penalised. The package glmnet solves the same with alpha = 0 and lambda = l2/n, less exactly.";
    Glm = "Maximum likelihood, without a penalty.";
    Neighbors { k } =
        "The {k} nearest samples vote; those that tie for the last votes share them. scikit-learn's KNeighborsClassifier takes some of the tied ones instead. A category that differs counts 1. Votes are counted in whole numbers (each times as many samples as tie), so that half of them is exactly 0.5.";
    Counted { alpha } =
        "Naive Bayes: {alpha} is added to every count; a number has a normal density with its class's mean and standard deviation (divisor n - 1; scikit-learn's GaussianNB: n), or that of the whole column where the class has one value only.";
    CountedTable =
        "What it learned: counts and smoothed shares (the first lines are the classes themselves), and of a number the mean and the standard deviation.";
    TreeSettings = "What may be asked, the values of each category, the classes, and the options of the tree. scikit-learn's trees take no categories and R's have two branches at every question, so the tree is grown here by the rules themselves.";
    TreeHeld = "The tree is not grown on the samples that are held: they decide what is pruned.";
    TreeImpurity = "How mixed the classes are: Ent(D) = -sum p log2 p, Gini(D) = 1 - sum p^2. What a split is worth: the gain is what it takes away from the entropy, rho * (Ent(D) - sum r_v Ent(D_v)), over the samples whose value is known, which are the share rho of all. The gain ratio is the gain divided by IV = -sum r_v log2 r_v; the Gini index is sum r_v Gini(D_v).";
    TreeOffers = "What a feature offers: a category one split with a branch for each value; a number two branches at each midpoint between neighbouring values, of which the best stay, with all that tie.";
    TreeChoice = "The best split; of several that are as good, one on the preferred feature, else the first in the table, of a number the lowest threshold. For the gain ratio only features take part whose gain is not below the mean.";
    TreeAnswer = "The tree answers: down the branches to a leaf, whose shares of the classes are the probabilities. Where a value is missing, down every branch, with the share of the training samples that went there. A leaf to which no sample came answers as its parent would.";
    TreeGrowth = "The tree grows from the root until a node has one class only, or nothing is left to ask. A category is asked for once on a way, a number as often as it helps.";
    TreePre = "Pre-pruning: a split stays only if the tree then answers more of the held samples right.";
    TreePost = "Post-pruning, from the lowest split up: a leaf takes its place if the tree then answers more of the held samples right.";
    TreeTrace = "Every node that had to choose: the samples that came there, their entropy, and the best that each feature offered.";
    TreeRules = "The tree as rules, one a leaf: n samples that it grew on came there, and so many of them have the class.";
    TreeRight = "How many of the held samples the tree answers right.";
    LikeSklearn = "All features are numbers, and nowhere were two splits as good: here scikit-learn's tree must be the same one. (It keeps numbers in single precision.)";
    InSample = "Each sample's answer. These samples were learned from: the figures say nothing about new ones.";
    Learned = "Figures on the samples learned from, which say nothing about new ones. Beside them those of guesses that do not look at the sample, where they are known: the classes' shares (shares), or the mean (mean).";
    HeldOut =
        "Figures on samples that the fits had not seen, in the folds of the program: of each division, a mark a sample; those with the same mark are answered by a model fitted to the others. Means over all answers (of single divisions the least and the most); beside them the same on samples learned from (learned), and those of guesses that do not look at the sample: shares is the log-loss of the classes' shares and the accuracy of the most frequent class.";
    HeldOutNumbers =
        "Figures on samples that the fits had not seen, in the folds of the program: of each division, a mark a sample; those with the same mark are answered by a model fitted to the others. They are of all answers together; beside them the same on samples learned from (learned), and the RMSE of always answering the mean of the samples that the fit learned from (mean). R^2 is measured against that mean.";
    AccuracyInterval = "The share of right answers with its 95% interval (Wilson's, which knows that testing samples again makes them no more).";
    RocAuc = "AUC, the area under the ROC curve: how often a sample of the class has a higher probability of it than one of another class; ties count one half. Of more than two classes, the mean over them.";
    MistakesLearned = "Which class (truth) is taken for which, among the samples learned from; precision, recall and F1.";
    Mistakes = "Which class (truth) is taken for which, in the mean over the divisions; precision, recall and F1.";
    Gain = "By how much its log-loss on held-out samples is less than that of the classes' shares (gain), with the 95% interval: Student's, over the samples, of each the mean over the divisions.";
    AlongPenalties = "The same model with more freedom (a small l2) and with less: log-loss on samples learned from and on held-out ones, accuracy on these. Below, how the held-out log-loss changes from the chosen penalty to one a tenth and one ten times as large; both intervals together hold in 95% of cases.";
    AskedSamples = "What was asked about, and the answers. Where the answer is a sum, below it what each term adds.";
    AskedCombinations = "All combinations of the features' values: the ten likeliest to be of the second class.";
    Silhouette = "The mean silhouette: how much nearer each sample lies to its own cluster than to the next one.";
    TogetherFolds =
        "Functions that answer in the folds of the program and measure the answers: of each division a mark a sample; those with the same mark are answered by a model that learned from the others. A class that was not learned from gets no probability. Beside the models the classes' shares, which do not look at the sample.";
    TogetherSplits =
        "Functions that measure errors on the splits of the program: a line a split, the samples that test, a bar, and those that teach, of which the first ones are taken at each size (samples count from 0). Where one class alone is there to learn from, or fewer samples than neighbours that vote, the most frequent class is answered. Error: the mean over the splits, with its 95% interval (Student's).";
    LeftOut { models } = "Not computed again here: {models}. No other program can be made to find the same.";
    NoHeldOut { why } = "The figures on samples that it never saw are not computed again here: {why}";
    NotWithoutPenalty =
        "without a penalty the classes of some part may be separated; then there is no estimate that another program could find.";
    NotUnfinished =
        "the fit of some part has not reached its optimum, so another program would find other figures.";
    NotSoMany = "the folds would be too long to write out.";
    FromCentroids = "k-means started from the centroids that were found: they stay where they are, so the clusters have the same numbers. Centroids are in the units that were clustered.";
    FreshStarts = "The sum of squared distances: of these clusters, and of the best of 100 runs from other starts.";

    WrittenData { file } = "the script reads its data from {file}.";
    NotAScript { path } = "--script writes .py, .ipynb or .R. {path} is none of these.";
    Separated = "There is no script: the classes are separated, so without a penalty there is no estimate that another program could find. Add --l2 1.";
    Unfinished = "There is no script: the fit has not reached its optimum, so another program would find other figures.";
    NoneOfThese = "There is no script: none of these models is one that another program can be made to fit in the same way. Scripts are for logistic regression with a penalty (or without, where the estimate exists), naive Bayes, k-nearest neighbours and trees.";
    Missing = "There is no script: naive Bayes leaves missing cells out, which scikit-learn's does not. Add --missing drop.";
}
