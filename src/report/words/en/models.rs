//! The classifiers: their names, what is said of single ones, and the help of their options.

crate::report::words::messages! {
    Logistic = "logistic regression";
    NaiveBayes = "naive Bayes";
    Knn = "k-nearest neighbours";
    Tree = "decision tree";
    Ngram = "n-gram";
    Gpt = "GPT";
    KMeans = "k-means";
    WithSetting { model, setting } = "{model} {setting}";

    Discriminative = "discriminative";
    Generative = "generative";
    Unsupervised = "unsupervised";

    Neighbors = "How does it answer?";
    NeighborsVote { k, samples } =
        "It fits nothing: it keeps the {samples}, and asks the {k} nearest ones which class they are. A class's probability is its share of these votes.";
    NeighborsNumbers { features } =
        "for each of {features}: the difference divided by the standard deviation (population formula, over the samples that it keeps), squared;";
    NeighborsWords { features } =
        "for each of {features}: 1 if the values differ, else 0.";
    NeighborsRoot =
        "The distance of two samples is the square root of a sum:";
    NeighborsTies = "Samples that tie for the last votes share them equally, so the order of the rows decides nothing.";
    NeighborsOwn =
        "Asked about a sample that it keeps, it finds that very sample at distance 0: so the figures on what it learned from are too good, most of all with --k 1.";
    NearestTitle { n } = "The {n} that vote, the nearest first";
    Nearest { row, values, class, distance } = "row {row}: {values}: {class} (distance {distance})";
    NearestInPart { row, values, class, distance, vote } =
        "row {row}: {values}: {class} (distance {distance}, {vote} of a vote)";
    NearestMore { n } = "… and {n} more as near as the last.";
    WhyNeighbors { list } = "Why? The nearest to it: {list}.";
    KnnCannotGenerate =
        "It cannot fill a gap, make one or say how usual this one is: it only asks its neighbours which class they are.";
    KnnCannotAnswer { features } =
        "It cannot answer without {features}: without all features there is no distance.";
    TryOtherK =
        "another k: a small k follows accidents of single samples, a large k smooths over detail";
}

pub mod help {
    //! The help of the classifiers' options.

    /// Every entry as `(key, text)`.
    pub const ALL: &[(&str, &str)] = &[
        ("neighbors", "Neighbours that vote, for the model knn (5 unless given)"),
        ("neighbors_list", "Neighbours that vote, for the model knn, a curve each"),
        ("criterion", "How a tree judges a split: information gain, gain ratio (C4.5) or Gini index"),
        ("prune", "When a tree gives up a branch: never, before it grows, or afterwards"),
        ("validation", "Samples set aside to prune a tree: a share (0.3), or table-4.2 for the book's"),
        ("max_depth", "Questions on a way down a tree, at most"),
        ("min_samples", "A node of a tree with fewer samples is not split (2)"),
        ("prefer", "The feature that a tree asks for first where splits are equally good"),
        ("tree_trace", "Of a tree: every split that each node could choose, with its gain"),
        ("ties", "Of a tree: draw the other trees that are exactly as good"),
        ("rules", "Of a tree: write it as rules as well"),
    ];
}
