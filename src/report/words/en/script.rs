//! Words of the scripts that `--script` writes.

crate::report::words::messages! {
    Title { command } = "The same figures as: {command}";
    NeedsPython = "Needs numpy, pandas and scikit-learn (1.6 or later).";
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
    PenaltyNewton { l2 } =
        "Minimised by Newton's method: the sum of the log-losses + l2/2 * the sum of the squared weights, with l2 = {l2}. The intercept is not penalised. The package glmnet solves the same with alpha = 0 and lambda = l2/n, less exactly.";
    Glm = "Maximum likelihood, without a penalty.";
    Neighbors { k } =
        "The {k} nearest samples vote; those that tie for the last votes share them. scikit-learn's KNeighborsClassifier takes some of the tied ones instead. A category that differs counts 1.";
    Counted { alpha } =
        "Naive Bayes: {alpha} is added to every count; a number has a normal density with its class's mean and standard deviation (divisor n - 1; scikit-learn's GaussianNB: n), or that of the whole column where the class has one value only.";
    InSample = "Each sample's answer. These samples were learned from: the figures say nothing about new ones.";
    FromCentroids = "k-means started from the centroids that were found: they stay where they are, so the clusters have the same numbers. Centroids are in the units that were clustered.";
    FreshStarts = "The sum of squared distances: of these clusters, and of the best of 100 runs from other starts.";

    WrittenData { file } = "the script reads its data from {file}.";
    NotAScript { path } = "--script writes .py, .ipynb or .R. {path} is none of these.";
    Separated = "There is no script: the classes are separated, so without a penalty there is no estimate that another program could find. Add --l2 1.";
    Unfinished = "There is no script: the fit has not reached its optimum, so another program would find other figures.";
    Missing = "There is no script: naive Bayes leaves missing cells out, which scikit-learn's does not. Add --missing drop.";
    Tree = "There is no script for a tree: scikit-learn's trees take no categories, and R's have two branches at every question. --format json has the whole tree.";
}
