//! 分类器：名字、单说某一种的话、它们选项的帮助。

use crate::report::words::Zh;
use crate::report::words::models::*;

crate::report::words::texts! { Zh;
    Logistic = "逻辑回归";
    NaiveBayes = "朴素贝叶斯";
    Knn = "k 近邻";
    Tree = "决策树";
    Ngram = "n 元模型";
    Gpt = "GPT";
    KMeans = "k 均值";
    WithSetting { model, setting } = "{model}（{setting}）";

    Discriminative = "判别式";
    Generative = "生成式";
    Unsupervised = "无监督";

    Neighbors = "它怎样回答？";
    NeighborsVote { k, samples } = "它什么也不拟合：把 {samples}都存下来，再看最近的 {k} 个各是哪一类。一类的概率，就是它在这些票里占的份额。";
    NeighborsNumbers { features } =
        "{features}：两值之差除以这一列的（总体）标准差，再平方；";
    NeighborsWords { features } =
        "{features}：值不同加 1，相同加 0。";
    NeighborsRoot =
        "两个样本的距离是一个和的平方根：";
    NeighborsTies = "几个样本一样远、票不够分时，平分剩下的票，所以和行的先后无关。";
    NeighborsOwn =
        "问到它存着的样本，它会找到那个样本自己，距离是 0：所以在学过的样本上，各项成绩都偏好，--k 1 时最明显。";
    NearestTitle { n } = "投票的 {n} 个，近的在前";
    Nearest { row, values, class, distance } = "第 {row} 行：{values}，{class}（距离 {distance}）";
    NearestInPart { row, values, class, distance, vote } = "第 {row} 行：{values}，{class}（距离 {distance}，{vote} 票）";
    NearestMore { n } = "……还有 {n} 个，和最后一个一样近。";
    WhyNeighbors { list } = "为什么？离它最近的是：{list}。";
    KnnCannotGenerate = "它补不了缺，造不出新的，也说不出这个常见不常见：它只会问邻居各是哪一类。";
    KnnCannotAnswer { features } = "它答不了：没有给{features}，没有它就算不出距离。";
    TryOtherK =
        "换一个 k：k 小，容易被个别样本带偏；k 大，细节被抹平";
}

pub mod help {
    //! 分类器选项的帮助。

    /// Every entry as `(key, text)`.
    pub const ALL: &[(&str, &str)] = &[
        ("neighbors", "几个邻居投票，只用于 knn（不写就是 5）"),
        ("neighbors_list", "几个邻居投票，只用于 knn，每个数一条曲线"),
        ("criterion", "怎样评价划分：信息增益、增益率或基尼指数"),
        ("prune", "树何时放弃枝条：不剪、预剪枝、后剪枝"),
        ("validation", "留出哪些样本来剪枝：一个比例（0.3），或书上的 table-4.2"),
        ("max_depth", "树从根到叶最多问几次"),
        ("min_samples", "结点的样本少于这么多，就不再划分（2）"),
        ("prefer", "几种划分一样好时，树先问哪个特征"),
        ("tree_trace", "树：每个结点能选的每个划分和它的增益"),
        ("ties", "树：画出别的一样好的树"),
        ("rules", "树：再写成规则"),
    ];
}
