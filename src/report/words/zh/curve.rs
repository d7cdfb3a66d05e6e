//! Words of `melon curve`.

use crate::report::words::Zh;
use crate::report::words::curve::*;

crate::report::words::texts! { Zh;
    TitleMelons = "要多少个瓜才学得会？";
    TitleSamples = "要多少个样本才学得会？";
    Opening { models, from, to, samples, table } = "{models} 个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。";
    OpeningOne { from, to, samples, table } = "一个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。";
    Fair { n_test, n_splits } = "训练用的、考试用的（每次 {n_test} 个，谁也没见过），大家都一样；随机分 {n_splits} 次，取平均。";
    Logistic { l2 } = "逻辑回归（l2={l2}）";
    NaiveBayes = "朴素贝叶斯";
    Ngram = "n 元语法";
    YAxis = "答错的百分比";
    XAxis = "训练样本数（对数坐标）";
    Guessing { class } = "一律猜 {class}";
    Best = "知道真相的人";

    TableTitle = "答错的百分比（±：平均值的 95% 区间）";
    Size = "样本";
    BestMark = "绿色：这一行里最小的。";

    Who = "谁领先？在哪里换人？";
    NeverSure { a, b } = "{a}和{b}：没有一个样本数能肯定谁领先，没有看到交叉；切分再多些（--splits），也许会看到。";
    OneAhead { a, b, sizes } = "{a}和{b}：能肯定的时候（{sizes} 个样本）都是{a}领先，没有看到交叉；切分再多些（--splits），也许会看到。";
    Crossing { a, b, from, to } = "{a}和{b}：到 {from} 个样本为止{a}领先，从 {to} 个起{b}领先。交叉就在这之间。";
    Crossings { a, b, n, changes } = "{a}和{b}：领先的换了 {n} 次：{changes}。";
    Change { b, from, to } = "{from} 到 {to} 个样本之间换成{b}";
    SureRemark = "“肯定”：同一次划分里两个错误率之差，它的区间不含 0；所有样本数合起来是 95%（Bonferroni）。";
    OverlapRemark = "区间说的是随机划分这张表的运气；换一批样本会怎样，它不知道。";
    Tiny { n_test, n } = "每次只考 {n_test} 个，一共才 {n} 个样本：这么小的表什么也证明不了。";

    Theory = "理论怎么说，数据怎么说";
    NgJordan = "Ng 和 Jordan（2001）：样本够多时，不加惩罚的逻辑回归不会比朴素贝叶斯差；但朴素贝叶斯用少得多的样本就接近自己的极限。";
    Settled { points, list } = "离自己最后的错误率不超过 {points} 个百分点，并且不再离开，需要：{list}。";
    NeedsFewer { a, b } = "这里也是这样：{a}要的比{b}少。";
    NeedsNoFewer { a, b } = "这里不是这样：{a}要的并不比{b}少。";
    SettledOne { model, n } = "{model} {n} 个";
    LastBetter { a, b, n, points, low, high } = "用 {n} 个样本时，{a}比{b}少错 {points} 个百分点（区间 {low} 到 {high}）。";
    LastUnsure { a, b, n, low, high } = "用 {n} 个样本时，{a}和{b}分不出高下（差在 {low} 到 {high} 个百分点之间）。";
    Dependent { n, pairs, a, b, nats } =
        "朴素贝叶斯假定同一类里各特征互不相干。这里 {pairs} 对特征有 {n} 对相干（最强的是{a}和{b}，互信息 {nats} 奈特）：假定不成立，它的极限可能高于最好的。";
    Independent { pairs } = "朴素贝叶斯假定同一类里各特征互不相干。这里的 {pairs} 对特征都没查出相干：假定没有被推翻。";
    Untested = "朴素贝叶斯假定同一类里各特征互不相干；样本太少，查不了。";
    BestError { error } = "这些瓜是照已知的真相造的：知道真相的人也要错 {error}，谁也低不过它。";

    Caveats = "要记住的";
    Guessed { list } = "有的划分里，训练样本全是一类（或有一列全空）：没法学，就一律猜这一类，也算进平均。样本数：次数 = {list}。";
    Separated { model, list } = "{model}：有的划分里各类完全（或部分）分开，估计值不存在，用的是拟合停下时的方向。样本数：次数 = {list}。";

    TryMore { n } = "分 {n} 次，区间更窄";
    TryTable = "十七个瓜：太少了会怎样";
    TryCsv = "全部数字，自己画图";
    TryBayes = "朴素贝叶斯记住了什么";
    TryField = "一万个以上合成的瓜";
}
