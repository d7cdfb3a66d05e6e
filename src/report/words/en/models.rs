//! The classifiers: their names, what is said of single ones, and the help of their options.

crate::report::words::messages! {
    Logistic = "logistic regression";
    NaiveBayes = "naive Bayes";
    Knn = "k-nearest neighbours";
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
    ];
}
