//! Words of `melon cluster`.

super::words! {
    title = "谁和谁是一伙的？", "Which belong together?";
    learned(samples, features, k) = "k 均值把 {samples}按{features}分成 {k} 簇。没有人告诉它答案，它只看谁离谁近。",
        "k-means puts {samples} into {k} clusters by {features}. Nobody told it any answer: it only sees who is near whom.";
    learned_one(samples, features) = "k 均值把 {samples}按{features}放进 1 簇：大家都是一伙。",
        "k-means puts {samples} into 1 cluster by {features}: all of them belong together.";
    standardized = "数值列已标准化，量纲不同也公平。", "Numeric columns were standardised, so that no scale outweighs another.";
    learned_range(samples, features) = "k 均值把 {samples}按{features}分簇，每个 k 都试一遍。",
        "k-means groups {samples} by {features}, trying one number of clusters after the other.";
    centroid = "簇心", "centroid";
    clusters = "各簇", "The clusters";
    cluster = "簇", "cluster";
    size = "个数", "size";
    inertia_line(inertia, silhouette) = "惯性（到簇心的平方距离之和）{inertia}；轮廓系数 {silhouette}",
        "Inertia (sum of squared distances to the centroids) {inertia}; silhouette {silhouette}";
    iterations_line(iterations) = "第 {iterations} 次迭代后稳定。", "Stable after iteration {iterations}.";
    not_converged(iterations) = "迭代 {iterations} 次还没有稳定：加大 --max-iter。", "Not yet stable after iteration {iterations}: raise --max-iter.";
    silhouette_remark = "轮廓系数从 -1 到 1：接近 1，簇分得清；接近 0，簇挨在一起。",
        "The silhouette runs from -1 to 1: near 1 clusters are well apart, near 0 they touch.";
    profiles = "每一簇是什么样的？", "What is each cluster like?";
    profile(cluster, traits) = "簇 {cluster}：{traits}", "Cluster {cluster}: {traits}";
    trait_number(word, column, mean) = "{column}{word}（平均 {mean}）", "{word} {column} (mean {mean})";
    trait_word(column, share, value) = "{column}多是{value}（{share}）", "{column} mostly {value} ({share})";
    high = "高", "high";
    low = "低", "low";
    middle = "居中", "average";
    ordinary = "没有突出的地方", "nothing that stands out";
    scatter = "画出来看看（数字是簇，* 是簇心）", "As a picture (digits are clusters, * their centroids)";
    trace = "Lloyd 算法的每一步", "Every step of Lloyd's algorithm";
    trace_remark = "第 0 步是起点。每一步：先把每个样本归给最近的簇心，再把簇心移到自己那群的中央。",
        "Step 0 is the start. Each step gives every sample to its nearest centroid, then moves each centroid to the middle of its own.";
    trace_end(step) = "第 {step} 步没有样本换簇：稳定了。", "In step {step} no sample changes its cluster: stable.";
    step = "步", "step";
    inertia = "惯性", "inertia";
    range = "分几簇好？", "How many clusters?";
    silhouette = "轮廓系数", "silhouette";
    range_remark = "簇越多惯性总是越小，所以别看最小值，看拐弯处；轮廓系数则越大越好。",
        "More clusters always mean less inertia: look for the bend, not for the least. Of the silhouette, more is better.";
    best_silhouette(k) = "轮廓系数在 k = {k} 时最大。", "The silhouette is largest at k = {k}.";
    against(column) = "和“{column}”对一对", "Held against {column}";
    against_remark = "k 均值没有看过这一列。", "k-means has not seen this column.";
    agreement(ari, nmi, purity) = "ARI {ari}，NMI {nmi}，纯度 {purity}。", "ARI {ari}, NMI {nmi}, purity {purity}.";
    agreement_remark = "ARI 为 0 等于乱分，为 1 完全一致；纯度在簇多的时候天然偏高。",
        "An ARI of 0 is chance, of 1 perfect agreement; purity rises by itself with the number of clusters.";
    try_range = "分几簇好？都试一遍", "how many clusters? try them all";
    try_trace = "看它一步一步怎么走", "watch it step by step";
    try_standardize = "先把各列标准化", "standardise the columns first";
}
