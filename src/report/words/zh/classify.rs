//! Words of `melon classify`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::classify::*;

crate::report::words::texts! { Zh;
    TitleRipe = "这瓜熟不熟？";
    Title { target } = "“{target}”是哪一类？";
    Learned { model, samples, classes } = "{model}，从 {samples}里学来，其中 {classes}。";
    LearnedMany { model, samples, n, target, least, most } = "{model}，从 {samples}里学来：{target} 有 {n} 类，最少的一类 {least} 个，最多的 {most} 个。";
    ClassCount { n, class } = "{class} {n} 个";
    LooksAt { features } = "它只看{features}。", features = behind(features);
    Penalty { l2 } = "惩罚 l2 = {l2}：把系数压小，免得把偶然当成规律。";
    NoPenalty = "没有惩罚（l2 = 0）：极大似然估计。";

    WhatSpeaks { class } = "什么说明 {class}？";
    SideAgainst = "← 不像";
    SideFor = "像 →";
    LogOdds = "对数几率";
    LogOddsRemark { class } = "加在一起就是对数几率：加 0.69，{class} 的几率翻倍；减 0.69，减半。";
    SoftmaxRemark = "每一列是一类：各项得分相加，再经 softmax 变成概率。";

    ClassAgainst { class, reference } = "{class}，和 {reference} 相比";

    Likelihoods = "它学到了什么？";
    LikelihoodsRemark =
        "箭头左边是数出来的：这一类的样本里，取这个值的有几个；右边是平滑过的比例。要分类，就拿第一行平滑过的比例，乘上符合这个样本的各行平滑过的比例：乘积最大的那一类就是答案。";
    LikelihoodsNumbers = "数值列是平均 ± 标准差，相乘时用它的密度。";
    Smoothing { alpha } = "拉普拉斯修正给每个计数都加 {alpha}，这样某一类里没见过的值不会让这一类变得不可能。";
    SmoothedByHand { value, class, count, total, raw, sum } = "手算 {class} 里的 {value}：数出来 {count}/{total} = {raw}，平滑后 {sum}。";
    SpreadRemark = "标准差除以 n - 1，和书上（7.3 节）一样；scikit-learn 的 GaussianNB 除以 n，所以略小一点。";
    Prior = "这一类占，P(y)";
    ProductTitle = "它这样算：每一类里取这些值的比例（数字用密度），乘起来";
    Product = "乘积，P(x,y)";
    ShareOfSum = "占总和，P(y|x)";
    SummedOver { features } = "没有给的：{features}。生成式模型把它们可能的取值都加起来（边缘化）；逻辑回归做不到。";
    HowUsualMelon = "这样的瓜常见吗？";
    HowUsualSample = "这样的样本常见吗？";
    Usual { log, n, less } = "ln P(x) = {log}。学过的 {n}里，P(x) 比它更低、也就是更少见的有 {less} 个。";
    UsualRemark = "P(x) 是各类的乘积之和。判别式模型只学 P(y|x)，答不了这个问题。";
    DensityRemark = "数值列用的是密度：可以大于 1，大小随单位而变。";
    OddsRatio = "几率比";
    OddsSteps { steps } = "数值列的几率比，按常见的一步算：{steps}。";
    Deviances { null, null_df, residual, residual_df } = "零偏差 {null}（自由度 {null_df}）；残差偏差 {residual}（自由度 {residual_df}）";
    Aic { aic } = "AIC {aic}";
    Iterations { n } = "迭代 {n} 次";

    NoEstimate = "为什么没有系数";
    SeparatedCompletely = "不犯一个错，就能把各类完全分开（完全分离）：";
    SeparatedQuasi = "一部分样本可以一个错都不犯地分出来（准分离）：";
    SeparatedAlone { column } = "单凭{column}", column = behind(column);
    SeparatedTogether { columns } = "靠{columns}合起来", columns = between(columns);
    SeparatedSomehow = "这是由拟合看出来的：表太大，没有逐列去查。";
    SeparatedBy { by, values } = "{by}：{values}";
    PureValue { term, n, class } = "{term} 的全是 {class}（{n} 个）";
    SeparatedWhy = "系数越大，拟合就越好，没有尽头：极大似然估计不存在。所以这里不列系数；下面的成绩，只属于拟合停下来的那一点。";
    SeparatedRemedy = "补救：加一点惩罚（--l2 1）。";
    SeparatedRemedies { columns } = "补救：加一点惩罚（--l2 1），或者拿掉{columns}。", columns = behind(columns);
    SeparatedAnswer = "当心：各类是分离的，没有惩罚就没有估计值。下面的概率只说明拟合停在了哪里；加上 --l2 1 再问一次。";
    UnfinishedSaved = "存下的模型不是最好的那个：拟合还没有到最优点。";
    SeparatedSaved = "存下的模型没有估计值（各类是分离的），它的概率都会贴着 0% 和 100%。加上 --l2 1 再存。";

    OnTraining { samples } = "学过的{samples}";
    OnUnseen { samples } = "没见过的{samples}";
    Always { class } = "一律猜 {class}";
    NotLooking { class } = "不看特征：一律猜 {class}";
    Right = "答对";
    RightOf { right, n } = "{right}/{n}";
    LogLoss = "对数损失";
    SchemeLoo = "没见过的：每次留出一个，用其余的学，再考这一个（留一法）。";
    SchemeFold { k } = "没见过的：分成 {k} 份，每次留出一份，用其余的学，再考这一份（{k} 折交叉验证）。";

    Strata { list } = "每一份里各类都占自己的比例（分层）：{list}。";
    StratumOf { n, class } = "{class} {n} 个";
    StratumFrom { least, most, class } = "{class} {least} 或 {most} 个";
    SchemeRepeated { k, n } =
        "没见过的：分成 {k} 份，每次留出一份，用其余的学，再考这一份；重分 {n} 次，取平均（重复的 {k} 折交叉验证）。";
    Divisions { low, high, least, most } = "各次划分，对数损失从 {low} 到 {high}，准确率从 {least} 到 {most}。";

    VerdictUntested = "只在学过的样本上考过，不能说明新样本上怎样。加上 --cv loo 或 --cv 5 再考一次。";

    WhereUnseen { samples } = "错在哪里？（没见过的{samples}）";
    WhereUnseenMean { samples, n } = "错在哪里？（没见过的{samples}，{n} 次划分的平均）";
    WhereTraining { samples } = "错在哪里？（学过的{samples}）";
    Called { class } = "猜 {class}";
    AndMoreClasses { n } = "……另有 {n} 类，--format csv 可以看全";
    TrueClass = "其实";
    PredictedClass = "猜成";
    Times = "次数";
    MoreMistakes { n } = "……另有 {n} 种错，都不比这些更常见；--format json 有整张表";
    MeanOfClasses { precision, recall, f1 } = "各类的平均（宏平均）：查准率 {precision}，查全率 {recall}，F1 {f1}。";
    MacroAverage = "宏平均";
    NeverPredicted { classes } =
        "从来没有猜过{classes}：那里查准率没有定义，按惯例算作 0，和 scikit-learn 一样。", classes = behind(classes);
    NClasses { n } = "{n} 个类";
    TrulySome { class, drawn, n } = "其实 {class}（{n} 个里画了 {drawn} 个）";
    Truly { class, n } = "其实 {class}（{n}）";
    Precision = "查准率";
    Recall = "查全率";

    Likeliest { n, class } = "{n} 种组合里，最可能 {class} 的";
    InTheTable = "表里有";
    Probability = "概率";

    ASampleWith { values } = "{values} 的样本";
    AMelonWith { values } = "一个{values}的瓜", values = between(values);
    TheAnswer = "← 回答";
    FromThreshold { class, threshold } = "概率到了 {threshold} 才答 {class}（--threshold）。";
    Shares { class } = "为什么？每个特征给 {class} 的对数几率加了多少";
    SumLine { log_odds, probability } = "合计：对数几率 {log_odds}，经 sigmoid 变成 {probability}。";
    HowFarToTrust = "这个回答有多可信？";
    Trust { cv, interval, baseline_class, baseline } =
        "没见过的样本上，它对 {cv}（95% 区间 {interval}）；一律猜 {baseline_class} 能对 {baseline}。";

    TryMelon = "问一个瓜：熟不熟，为什么";
    TrySample = "问一个样本：是哪一类，为什么";
    TryPartly = "只知道一部分，也能问";
    TryLogistic = "换成判别式的逻辑回归";
    TryNoPenalty = "去掉惩罚，看看会怎样";
    TryPenalty = "加上惩罚";
    TryPlot = "画出 sigmoid 曲线和样本";
    TryMoreData = "一千个合成的瓜：数据多了会怎样";
    TryCv = "在没见过的样本上考它";

    PathTitle = "自由多一些，少一些，会怎样？";
    PathRemark = "l2 越小，系数越自由。每个点用同样的划分来考；最低的一点是看着这些样本挑的，所以显得比实际好一点。";
    PathX = "l2（对数坐标）：自由 ← → 惩罚";
    PathLearned { samples } = "学过的{samples}";
    PathUnseen { samples } = "没见过的{samples}";
    PathShares { log_loss } = "只按各类的比例猜：{log_loss}";
    PathMore { l2, change, low, high } = "自由多些（l2 = {l2}）：没见过的对数损失 {change}（{low} 到 {high}）。";
    PathLess { l2, change, low, high } = "自由少些（l2 = {l2}）：没见过的对数损失 {change}（{low} 到 {high}）。";
    PathIntervals = "括号里是变化的区间，两个合起来 95%。";
    PathIntervalsOne = "括号里是变化的区间，97.5%。";
    PathChance { l2, p } = "l2 = {l2} 时，区间不含 0；但样本这么少，要看精确检验：全凭偶然，变化也有 {p} 的可能这么大。";
    Overfits { l2 } = "自由多了变差，少了变好：l2 = {l2} 时，这个模型过拟合。";
    PathSteps { more, less } = "自由多了，{more}；自由少了，{less}。";
    StepHurts = "变差";
    StepHelps = "变好";
    StepLooksWorse = "看上去变差，但可能只是偶然";
    StepLooksBetter = "看上去变好，但可能只是偶然";
    StepEven = "看不出差别";
    NothingFollows { l2 } = "所以看不出 l2 = {l2} 的自由是太多还是太少。";
    MayOverfit { l2 } = "所以 l2 = {l2} 时，这个模型可能过拟合，但还不能确定。";
    Underfits { l2 } = "自由多了变好，少了变差：l2 = {l2} 的惩罚太重（欠拟合）。";
    MayUnderfit { l2 } = "所以 l2 = {l2} 的惩罚可能太重（欠拟合），但还不能确定。";
    AboutRight { l2 } = "自由多了变差，少了也变差：l2 = {l2} 既不过拟合，也不欠拟合。";
    MayBeRight { l2 } = "所以 l2 = {l2} 时看不出过拟合，但还不能确定没有。";
    OverfitsFree = "加上惩罚就变好：不加惩罚，这个模型过拟合。";
    OverfitsCertain { n, m, l2, accuracy, penalised } =
        "不加惩罚，按对数损失看，这个模型过拟合：有 {n} 次测试，真的那一类它一点可能也不给（l2 = {l2} 时是 {m} 次）。差多少，要看这几次怎么算。按准确率看：不加是 {accuracy}，l2 = {l2} 时是 {penalised}。";
    MayOverfitFree = "加上惩罚看上去变好，像是不加就过拟合；但这些样本说明不了，也可能只是偶然。";
    AboutRightFree = "加上这样的惩罚就变差：不加惩罚，也看不出过拟合。";
    MayBeRightFree = "加上这样的惩罚，看上去没有变好，所以看不出过拟合；但这些样本还不能确定。";
    FreedomUnclear { l2 } = "这些样本看不出 l2 = {l2} 的自由是太多还是太少。";
    TryPath = "过拟合了吗？沿着 l2 试一遍";

    SigmoidTitle { class } = "每个样本的对数几率，和它变成的 {class} 的概率";
    SigmoidY { class } = "P({class})";
    NoPlots = "没有画图";
    NoPlotsWhy { n, classes } = "要有两个类、有系数、样本不超过 {n} 个，才画 sigmoid。用来学的正好是两列数值、不超过 {classes} 个类，并且（如果模型有系数）系数存在，才画平面。";
    Threshold { threshold } = "阈值 {threshold}";

    BoundaryTitle { class, x, y } = "{x}和{y}各取什么值时，{class}的概率有多大", x = before(x), y = between(y), class = between(class);
    RegionsTitle { x, y } = "{x}和{y}各取什么值时，回答是什么", x = before(x), y = between(y);
    RegionsRemark = "背景是那里最可能的类：它的颜色，和小一号的记号。";
    SomeDrawn { drawn, all } = "{all} 个样本里随机挑了 {drawn} 个画出来。";
    AnswerChanges = "过了这条线，回答就变了";
    BoundaryRemark = "样本之间的地方谁也没有量过，那里只是模型的推断。";
    Shaded { class } = "P({class})：颜色越浓越大";
    Boundary { class, threshold } = "P({class}) = {threshold}：过了这条线，回答就变了";
}
