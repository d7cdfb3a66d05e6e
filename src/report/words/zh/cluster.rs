//! Words of `melon cluster`.

use super::grammar::between;
use crate::report::words::Zh;
use crate::report::words::cluster::*;

crate::report::words::texts! { Zh;
    Title = "哪些彼此相像？";
    Learned { samples, features, k } = "k 均值把 {samples}按{features}分成 {k} 簇。没有人告诉它答案，它只看远近。", features = between(features);
    LearnedOne { samples, features } = "k 均值把 {samples}按{features}放进 1 簇：所有样本都在一起。", features = between(features);
    Standardized = "数值列已标准化，单位不同也不影响。";
    LearnedRange { samples, features } = "k 均值把 {samples}按{features}分簇，每个 k 都试一遍。", features = between(features);
    Centroid = "簇心";
    Clusters = "各簇";
    Cluster = "簇";
    Size = "个数";
    InertiaLine { inertia, silhouette } = "惯性（到簇心的平方距离之和）{inertia}；轮廓系数 {silhouette}";
    IterationsLine { iterations } = "第 {iterations} 次迭代后稳定。";
    NotConverged { iterations } = "迭代 {iterations} 次还没有稳定：加大 --max-iter。";
    SilhouetteRemark = "轮廓系数从 -1 到 1：接近 1，簇分得清；接近 0，簇挨在一起。";
    Profiles = "每一簇是什么样的？";
    Profile { cluster, traits } = "簇 {cluster}：{traits}";
    TraitNumber { word, column, mean } = "{column}{word}（平均 {mean}）";
    TraitAll { column, value } = "{column}都是{value}";
    TraitWord { column, share, value } = "{column}多是{value}（{share}）";
    High = "高";
    Low = "低";
    Middle = "居中";
    Ordinary = "没有突出的地方";
    Trace = "Lloyd 算法的每一步";
    TraceRemark = "第 0 步是起点。每一步：先把每个样本归给最近的簇心，再把簇心移到自己这一簇的中央。";
    TraceEnd { step } = "第 {step} 步没有样本换簇：稳定了。";
    Step = "步";
    Inertia = "惯性";
    Range = "分几簇好？";
    Silhouette = "轮廓系数";
    RangeRemark = "簇越多惯性总是越小，所以别看最小值，看拐弯处；轮廓系数则越大越好。";
    BestSilhouette { k } = "轮廓系数在 k = {k} 时最大。";
    Against { column } = "和“{column}”比较";
    AgainstRemark = "k 均值没有看过这一列。";
    Agreement { ari, nmi, purity } = "ARI {ari}，NMI {nmi}，纯度 {purity}。";
    AgreementRemark = "ARI 为 0 等于随机分，为 1 完全一致；簇越多，纯度本来就越高。";
    TryRange = "分几簇好？都试一遍";
    TryTrace = "看它一步一步怎么走";
    TryStandardize = "先把各列标准化";

    ScatterOf { x, y } = "按{x}和{y}看各个簇", x = between(x), y = between(y);
    ScatterOfRemark = "在这两列上重叠的簇，别的列上可能不同。";
    NoPicture = "没有图";
    NoPictureWhy { n } = "要画图，需要两列数值、最多 {n} 个样本，或者加 --k-range。";
    ElbowTitle = "簇数和惯性";
    ElbowRemark = "找拐弯的地方（“肘部”）：过了它，再多分一个簇也没有多少好处。";
    SilhouetteTitle = "簇数和轮廓系数";
    NumberOfClusters = "簇数 k";
}
