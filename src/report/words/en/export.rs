//! Words of `melon export`, which stand as comments in the Python file.

crate::report::words::messages! {
    Head { what, data, n, melon } = "{what}, learned from the {n} rows of {data} (melon {melon}).";
    Use =
        "predict({\"column\": \"value\", ...}) answers for one row; a missing value is left out, None or \"\".\npython3 THIS_FILE TABLE.csv answers for a table in UTF-8.";
    Columns = "What predict returns.";
    Threshold = "From this probability on the second class is predicted.";
    OtherNames = "Other names of columns and values that mean the same.";
    Missing = "Texts that stand for a missing value, in small letters, unless they are a level of their column.";
    Features =
        "How each column becomes a number: (value - center) / scale, or 1 for its level and 0 for the others.\n\"missing\" stands in for a missing value; None: there is no answer without one.";
    Outputs = "The score of a class is its intercept and the sum of the weights; of two classes, the first one's is 0.";
    Weights = "Of each column, in the order of FEATURES: its weight in every score; of a category, that of each level.";
    Priors = "P(class), in the order of CLASSES.";
    Likelihoods = "P(value | class), or the mean and the standard deviation of a number in each class.";
    TreeFeatures = "Columns and what they may be; None: a number.";
    Nodes =
        "From node 0: ask for a column and follow the answer to (share, node). Where the value is missing,\nevery way is followed, each for its share. \"shares\" are the classes' at a leaf.";
    Samples = "Every sample is kept, encoded, with its class. The K nearest vote; those as far as the last share its vote.";
    Centroids = "The centre of each cluster, in the encoded units; of a category, the share of each level.";
    Logistic = "Logistic regression";
    Linear = "Linear regression";
    NaiveBayes = "Naive Bayes";
    Tree = "A decision tree";
    Knn = "k nearest neighbours";
    KMeans = "k-means";
    GptIsNoFunction { name } =
        "{name} is a language model: it is exported with --to onnx only. Python's transformers opens the folder of a saved GPT as it is.";
}
