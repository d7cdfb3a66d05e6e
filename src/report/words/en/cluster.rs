//! Words of `melon cluster`.

crate::report::words::messages! {
    Title = "Which belong together?";
    Learned { samples, features, k } =
        "k-means puts {samples} into {k} clusters by {features}. It is given no answers: it only sees which lie near each other.";
    LearnedOne { samples, features } =
        "k-means puts {samples} into 1 cluster by {features}: all of them belong together.";
    Standardized = "Numeric columns were standardised, so that no scale outweighs another.";
    LearnedRange { samples, features } =
        "k-means groups {samples} by {features}, trying one number of clusters after the other.";
    Centroid = "centroid";
    Clusters = "The clusters";
    Cluster = "cluster";
    Size = "size";
    InertiaLine { inertia, silhouette } =
        "Inertia (sum of squared distances to the centroids) {inertia}; silhouette {silhouette}";
    IterationsLine { iterations } = "Stable after iteration {iterations}.";
    NotConverged { iterations } = "Not yet stable after iteration {iterations}: raise --max-iter.";
    SilhouetteRemark = "The silhouette runs from -1 to 1: near 1 clusters are well apart, near 0 they touch.";
    Profiles = "What is each cluster like?";
    Profile { cluster, traits } = "Cluster {cluster}: {traits}";
    TraitNumber { word, column, mean } = "{word} {column} (mean {mean})";
    TraitAll { column, value } = "{column} always {value}";
    TraitWord { column, share, value } = "{column} mostly {value} ({share})";
    High = "high";
    Low = "low";
    Middle = "average";
    Ordinary = "nothing that stands out";
    Trace = "Every step of Lloyd's algorithm";
    TraceRemark =
        "Step 0 is the start. Each step gives every sample to its nearest centroid, then moves each centroid to the middle of its own.";
    TraceEnd { step } = "In step {step} no sample changes its cluster: stable.";
    Step = "step";
    Inertia = "inertia";
    Range = "How many clusters?";
    Silhouette = "silhouette";
    RangeRemark =
        "More clusters always mean less inertia: look for the bend, not for the least. Of the silhouette, more is better.";
    BestSilhouette { k } = "The silhouette is largest at k = {k}.";
    Against { column } = "Compared with {column}";
    AgainstRemark = "k-means has not seen this column.";
    Agreement { ari, nmi, purity } = "ARI {ari}, NMI {nmi}, purity {purity}.";
    AgreementRemark =
        "An ARI of 0 is chance, of 1 perfect agreement; purity rises by itself with the number of clusters.";
    TryRange = "how many clusters? try them all";
    TryTrace = "watch it step by step";
    TryStandardize = "standardise the columns first";

    ScatterOf { x, y } = "The clusters by {x} and {y}";
    ScatterOfRemark = "Clusters that lie over each other here may differ in the other columns.";
    NoPicture = "There is no plot";
    NoPictureWhy { n } = "A picture needs two columns of numbers and at most {n} samples, or --k-range.";
    ElbowTitle = "Inertia over the number of clusters";
    ElbowRemark = "Look for the bend (the elbow): beyond it a further cluster gains little.";
    SilhouetteTitle = "Silhouette over the number of clusters";
    NumberOfClusters = "number of clusters k";
}
