//! Words of `melon curve`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::curve::*;

crate::report::words::texts! { Zh;
    TitleMelons = "要多少个瓜才学得会？";
    TitleSamples = "要多少个样本才学得会？";
    Opening { models, from, to, samples, table } = "{models} 个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。";
    OpeningOne { models, n, samples, table } = "{models} 个模型从“{table}”的 {samples}里，每次用 {n} 个来学。";
    Fair { n_test, n_splits } = "随机划分 {n_splits} 次。每次划分里，所有模型都用同样的训练样本，并在同样的 {n_test} 个没学过的样本上测试。下面的数字是各次划分的平均值。";
    YAxis = "错误率（%）";
    XAxis = "训练样本数（对数坐标）";
    Guessing { class, error } = "一律猜{class}：{error}%", class = behind(class);
    Best { error } = "理论上的最低值：{error}%";

    TableTitle = "错误率（%，±：平均值的 95% 区间）";
    Size = "样本";
    BestMark = "粗体：这一行里最小的。";

    Who = "哪个模型领先？在哪里反超？";
    NeverSure { a, b, n, low, high } = "{a}和{b}：谁更好，没有显出来。在每个样本数上，两者错误率之差的区间都含 0；用 {n} 个样本时是 {low} 到 {high} 个百分点。", a = before(a), b = behind(b);
    Certainly = "能确定";
    OneAhead { a, b, certainly, sizes, n, by } = "{c}和{b}：用 {sizes} 个样本时，{certainly}领先的是{a}；{n} 个时领先得最多（{by} 个百分点）。", c = before(a), a = behind(a), b = behind(b);
    AheadOnce { a, b, certainly, n, by } = "{c}和{b}：用 {n} 个样本时，{certainly}领先的是{a}（{by} 个百分点）。", c = before(a), a = behind(a), b = behind(b);
    Elsewhere = "用其他样本数时，谁更好没有显出来。";
    Crossing { a, b, certainly, from, to, first, then } = "{c}和{d}：{from} 个样本时{certainly}{a}领先（{first} 个百分点），{to} 个时{certainly}{b}领先（{then} 个百分点），两条曲线在这之间交叉。", c = before(a), d = behind(b), a = between(a), b = between(b);
    Between { low, high } = "{low} 到 {high}";
    Crossings { a, b, n, changes } = "{a}和{b}：领先的换了 {n} 次：{changes}。", a = before(a), b = behind(b);
    Change { b, from, to } = "{from} 到 {to} 个样本之间换成{b}领先", b = between(b);
    Certain = "确定";
    Ahead = "领先";
    SureRemark { what } = "“{what}”是指：两者错误率之差的区间不含 0；各样本数合起来的置信水平是 95%（Bonferroni 校正）。含 0 时，既没有显出谁更好，也没有显出两者一样好。";
    TableRemark = "这些区间把划分的偶然、表里样本的偶然都算了进去；上面的 ± 只是划分的偶然。";
    Tiny { n_test, n } = "每次测试只有 {n_test} 个样本，整张表 {n} 个：这些区间只是粗略的，谁领先只当线索，样本多了再看。";

    Theory = "理论怎么说，数据怎么说";
    NgJordan = "Ng 和 Jordan（2001）：样本足够多时，不加惩罚的逻辑回归不会比朴素贝叶斯差；但朴素贝叶斯只要少得多的样本，就能接近自己的极限。";
    Settled { points, list } = "从多少个样本起，错误率与最大样本数时的相差一直不超过 {points} 个百分点：{list}。";
    SettledRemark = "方括号里是 95% 区间：把这些划分有放回地重抽（自助法）得到。只试过这些样本数；“或更多”：在试过的范围里还没有稳定下来。";
    NeedsFewer { a, b } = "这里，{a}需要的样本比{b}少。", a = between(a), b = between(b);
    NeedsUnclear { a, b } = "{a}和{b}谁需要的样本少，不能确定：重抽划分，结论不一致。", a = before(a), b = between(b);
    NeedsSame { a, b, n } = "在试过的样本数里，{a}和{b}需要的一样多，都是 {n} 个；样本数分得更细（--sizes），也许才能分出来。", a = before(a), b = between(b);
    NeedsLater { a, b, n } = "{a}和{b}在 {n} 个样本（试过的最多的）之前都没有稳定下来：谁需要的样本少，这里看不出来。", a = before(a), b = between(b);
    SettledOne { model, n, low, high } = "{model}：{n} [{low} … {high}]";
    SettledLater { model, n } = "{model}：{n}";
    OrMore { n } = "{n} 或更多";
    LastBetter { a, b, n, points, low, high } = "用 {n} 个样本学时，{a}的错误率比{b}低 {points} 个百分点（区间 {low} 到 {high}）。", a = before(a), b = between(b);
    LastUnsure { a, b, n, low, high } = "用 {n} 个样本学时，{a}和{b}哪个更好，没有显出来（错误率之差的区间 {low} 到 {high} 个百分点，含 0）。", a = between(a), b = between(b);
    LastSame { a, b, n } = "用 {n} 个样本学时，{a}和{b}在每次划分里答错的都一样多。", a = before(a), b = between(b);
    Dependent { n, pairs, a, b, nats } =
        "朴素贝叶斯假定：在同一类里，各特征相互独立。这里检验的 {pairs} 对特征中，有 {n} 对不独立（最强的是{a}和{b}，互信息 {nats} 奈特）：假定不成立，它的极限可能高于理论上的最低值。", a = between(a), b = behind(b);
    Independent { pairs } = "朴素贝叶斯假定：在同一类里，各特征相互独立。这里检验的 {pairs} 对特征，都没有查出不独立：假定没有被推翻（也没有被证实）。";
    Untested = "朴素贝叶斯假定：在同一类里，各特征相互独立；样本太少，没法检验。";
    BestError { error } = "这些瓜是按已知的规律造的：就算按真实规律判断，也有 {error}% 会错；长远来看，没有模型能更低。";

    BelowBest { n_test } = "上面有的平均值比这还低：测试只用这一张表里的 {n_test} 个样本，它们可能碰巧容易。那是偶然，不是模型更好。";

    Caveats = "要记住的";
    Guessed { models, list } = "{models}：有的划分里没法学（训练样本全是一类，或有一列全空，或样本比投票的邻居还少），就一律回答最多的那一类，也算进平均。样本数：划分次数 = {list}。";
    Separated { models, list } = "{models}：有的划分里，训练样本的各类能完全（或部分）分开，极大似然估计不存在，用的是拟合停下时的参数。样本数：划分次数 = {list}。";

    TryMore { n } = "分 {n} 次，区间更窄";
    TryTable = "十七个瓜：太少了会怎样";
    TryCsv = "全部数字，自己画图";
    TryBayes = "朴素贝叶斯记住了什么";
    TryField = "合成的瓜，要多少有多少";
}
