//! Words of `melon regress`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::regress::*;

crate::report::words::texts! { Zh;
    TitleSugar = "这瓜有多甜？";
    Title { target } = "“{target}”是多少？";
    Learned { samples, target, features } = "线性回归，从 {samples}里学：用{features}预测{target}。", features = between(features), target = behind(target);
    Ridge { l2 } = "惩罚 l2 = {l2}（岭回归）：有意把系数压小。";
    WhatAdds { target } = "{target}高低和什么有关？", target = before(target);
    SideLower = "← 变小";
    SideHigher = "变大 →";
    R2Line { r2, adjusted } = "R² {r2}，调整后 {adjusted}";
    ResidualLine { error, df } = "残差标准误 {error}（自由度 {df}）";
    FLine { f, df1, df2, p } = "F 统计量 {f}（自由度 {df1} 和 {df2}），p 值 {p}";
    ConditionLine { condition } = "条件数 {condition}";
    NoFreedom = "参数和样本一样多，没有剩余的自由度：不论数据怎样，拟合都分毫不差，所以没有标准误、t 值、p 值和 F 统计量。";
    NoResidual = "拟合分毫不差，没有残差可以用来估计误差，所以没有 t 值、p 值和 F 统计量。";
    NoErrors = "这个引擎不给出标准误和 p 值；换成 --engine native 就有。";
    AlwaysMean = "一律猜平均值";
    Rmse = "RMSE";
    Mae = "平均绝对误差";
    R2 = "R²";
    RmseRemark { target } = "RMSE 是典型的误差，单位和{target}一样；越小越好。", target = between(target);
    R2Remark = "没见过的样本上的 R² 是和一律猜平均值比的：0 表示不比它好，负数表示还不如它。";
    MayBeChance { p } = "但这可能只是偶然：F 检验的 p 值是 {p}。如果各特征全无作用，拟合至少这么好的概率就有这么大。";
    TooFewToTest = "但样本太少，没有检验能说明这是不是偶然。";

    VerdictBetter { share, rmse, baseline } = "在没见过的样本上，它的误差 {rmse} 比一律猜平均值（{baseline}）小 {share}。";
    VerdictFarBetter { rmse, baseline } = "在没见过的样本上，它的误差 {rmse} 不到一律猜平均值（{baseline}）的 1%。";
    VerdictExact { baseline } = "没见过的样本，它也预测得分毫不差；一律猜平均值的误差是 {baseline}。";
    VerdictUntested = "只在学过的样本上测过误差，不能说明在新样本上怎样。加上 --cv loo 或 --cv 5。";

    Answer { target, value } = "预测的{target}：{value}", target = behind(target);
    Shares { target } = "为什么？每一项给{target}加了多少", target = between(target);
    SumLine { value } = "合计 {value}。";
    Trust { rmse, baseline } = "在没见过的样本上，它的典型误差是 {rmse}；一律猜平均值是 {baseline}。";

    ResidualTitle = "残差：真实值减去预测值";
    ResidualX { target } = "预测的{target}", target = behind(target);
    ResidualY = "残差";
    ResidualRemark = "模型合适时，这些点没有规律地散在 0 线上下；看得出规律，就说明还有东西没学到。";
    TryPlot = "画出残差";
    TryRidge = "加一点惩罚（岭回归）";

    LineTitle { target, feature } = "{target}随{feature}变化：拟合的直线", target = before(target), feature = between(feature);
    TheLine = "拟合的直线";
    Band = "95% 置信带：平均值可能在这里";
    FittedTitle = "预测值和观测值";
    FittedRemark = "落在斜线上的点，预测得分毫不差。这些都是模型学过的样本。";
    ObservedY { target } = "观测的{target}", target = behind(target);
    Exactly = "观测值 = 预测值";
    NoPlots = "没有图";
    NoPlotsWhy { n } = "样本超过 {n} 个，就不画图。";
}
