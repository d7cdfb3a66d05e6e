//! Words of `melon curve`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::curve::*;

crate::report::words::texts! { Zh;
    TitleMelons = "要多少个瓜才学得会？";
    TitleSamples = "要多少个样本才学得会？";
    Opening { models, from, to, samples, table } = "{models} 个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。";
    OpeningOne { models, n, samples, table } = "{models} 个模型从“{table}”的 {samples}里，每次用 {n} 个来学。";
    Fair { n_test, n_splits } = "随机划分 {n_splits} 次；每次划分里，各个模型用同样的样本学，用同样的 {n_test} 个没学过的样本考。数字都是各次划分的平均。";
    YAxis = "答错的百分比（%）";
    XAxis = "训练样本数（对数坐标）";
    Guessing { class, error } = "一律猜{class}：{error}%", class = behind(class);
    Best { error } = "可能的最小值：{error}%";

    TableTitle = "答错的百分比（±：平均值的 95% 区间）";
    Size = "样本";
    BestMark = "粗体：这一行里最小的。";

    Who = "谁领先？在哪里换人？";
    NeverSure { a, b } = "{a}和{b}：没有一个样本数能确定谁领先，没有看到交叉（切分再多些，即 --splits 更大，也许会看到）。", a = before(a), b = behind(b);
    OneAhead { a, b, sizes } = "{c}和{b}：能确定的时候（{sizes} 个样本）都是{a}领先，没有看到交叉（切分再多些，即 --splits 更大，也许会看到）。", c = before(a), a = between(a), b = behind(b);
    Crossing { a, b, from, to } = "{c}和{d}：{from} 个样本时确定是{a}领先，{to} 个时是{b}领先。交叉就在这之间。", c = before(a), d = behind(b), a = between(a), b = between(b);
    Crossings { a, b, n, changes } = "{a}和{b}：领先的换了 {n} 次：{changes}。", a = before(a), b = behind(b);
    Change { b, from, to } = "{from} 到 {to} 个样本之间换成{b}", b = behind(b);
    SureRemark = "“确定”：同一次划分里两个错误率之差，它的区间不含 0；所有样本数合起来是 95%（Bonferroni）。";
    OverlapRemark = "区间只包括随机划分这张表的偶然；换一批样本会怎样，它说不出。";
    Tiny { n_test, n } = "每次只考 {n_test} 个，一共才 {n} 个样本：这么小的表什么也证明不了。";

    Theory = "理论怎么说，数据怎么说";
    NgJordan = "Ng 和 Jordan（2001）：样本够多时，不加惩罚的逻辑回归不会比朴素贝叶斯差；但朴素贝叶斯用少得多的样本就接近自己的极限。";
    Settled { points, list } = "从多少个样本起，和自己最后的错误率一直相差不到 {points} 个百分点：{list}。";
    SettledRemark = "方括号里：把同样的划分有放回地重抽（自助法），95% 的抽法里它在哪两个样本数之间。只试过这张表里的样本数。";
    NeedsFewer { a, b } = "这里，{a}要的样本比{b}少。", a = between(a), b = between(b);
    NeedsUnclear { a, b } = "{a}和{b}谁要的样本少，不能确定：重抽划分，说法不一。", a = before(a), b = between(b);
    SettledOne { model, n, low, high } = "{model}：{n} 个 [{low} … {high}]";
    LastBetter { a, b, n, points, low, high } = "用 {n} 个样本时，{a}比{b}少错 {points} 个百分点（区间 {low} 到 {high}）。", a = before(a), b = between(b);
    LastUnsure { a, b, n, low, high } = "用 {n} 个样本时，{a}和{b}分不出哪个更好（差在 {low} 到 {high} 个百分点之间）。", a = before(a), b = between(b);
    LastSame { a, b, n } = "用 {n} 个样本时，{a}和{b}在每次划分里都错得一样多。", a = before(a), b = between(b);
    Dependent { n, pairs, a, b, nats } =
        "朴素贝叶斯假定同一类里各特征互相独立。这里 {pairs} 对特征有 {n} 对不独立（最强的是{a}和{b}，互信息 {nats} 奈特）：假定不成立，它的极限可能高于可能的最小值。", a = between(a), b = behind(b);
    Independent { pairs } = "朴素贝叶斯假定同一类里各特征互相独立。这里的 {pairs} 对特征都没有查出不独立：假定没有被推翻。";
    Untested = "朴素贝叶斯假定同一类里各特征互相独立；样本太少，查不了。";
    BestError { error } = "这些瓜是照已知的真相造的：照着真相回答也要错 {error}%，长远来看没有模型能更低。";

    BelowBest { n_test } = "上面有的平均值比这还低：每次只考这一张表里的 {n_test} 个样本，它们可能碰巧容易。那是偶然，不是模型更好。";

    Caveats = "要记住的";
    Guessed { models, list } = "{models}：有的划分里没法学（训练样本全是一类，或有一列全空，或比投票的邻居少），就一律回答最多的那一类，也算进平均。样本数：次数 = {list}。";
    Separated { models, list } = "{models}：有的划分里各类完全（或部分）分开，估计值不存在，用的是拟合停下时的参数。样本数：次数 = {list}。";

    TryMore { n } = "分 {n} 次，区间更窄";
    TryTable = "十七个瓜：太少了会怎样";
    TryCsv = "全部数字，自己画图";
    TryBayes = "朴素贝叶斯记住了什么";
    TryField = "合成的瓜，要多少有多少";
}
