//! Words of `melon regress`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::regress::*;

crate::report::words::texts! { Zh;
    TitleSugar = "这瓜有多甜？";
    Title { target } = "“{target}”是多少？";
    Learned { samples, target, features } = "线性回归，从 {samples}里学：用{features}预测{target}。", features = between(features), target = behind(target);
    Ridge { l2 } = "惩罚 l2 = {l2}（岭回归）：系数被有意压小。";
    WhatAdds { target } = "什么让{target}变大、变小？", target = between(target);
    SideLower = "← 变小";
    SideHigher = "变大 →";
    R2Line { r2, adjusted } = "R² {r2}，调整后 {adjusted}";
    ResidualLine { error, df } = "残差标准误 {error}（自由度 {df}）";
    FLine { f, df1, df2, p } = "F 统计量 {f}（自由度 {df1} 和 {df2}），p 值 {p}";
    ConditionLine { condition } = "条件数 {condition}";
    NoFreedom = "参数和样本一样多，没有剩下自由度：拟合必然分毫不差，残差说明不了误差有多大，所以没有标准误、t、p 值和 F 统计量。";
    NoResidual = "拟合分毫不差，没有剩下残差：误差是 0，所以没有 t、p 值和 F 统计量。";
    NoErrors = "这个引擎不给标准误和 p 值；--engine native 给。";
    AlwaysMean = "一律猜平均值";
    Rmse = "RMSE";
    Mae = "平均绝对误差";
    R2 = "R²";
    RmseRemark { target } = "RMSE 是典型的误差，单位和{target}一样；越小越好。", target = between(target);

    VerdictBetter { share, rmse, baseline } = "在没见过的样本上，它的误差 {rmse} 比一律猜平均值（{baseline}）小 {share}。";
    VerdictFarBetter { rmse, baseline } = "在没见过的样本上，它的误差 {rmse} 不到一律猜平均值（{baseline}）的 1%。";
    VerdictExact { baseline } = "没见过的样本它也分毫不差地答对；一律猜平均值的误差是 {baseline}。";
    VerdictUntested = "只在学过的样本上量过误差，不能说明新样本上怎样。加上 --cv loo 或 --cv 5。";

    Answer { target, value } = "预测的{target}：{value}", target = behind(target);
    Shares { target } = "为什么？每一项给{target}加了多少", target = between(target);
    SumLine { value } = "合计 {value}。";
    Trust { rmse, baseline } = "没见过的样本上，典型误差 {rmse}；一律猜平均值是 {baseline}。";

    ResidualTitle = "残差：真实值减去预测值";
    ResidualX { target } = "预测的{target}", target = behind(target);
    ResidualY = "残差";
    ResidualRemark = "模型合适时，点子没有规律地散在 0 线上下；看得出形状，就说明还有东西没学到。";
    TryPlot = "画出残差";
    TryRidge = "加一点惩罚（岭回归）";

    LineTitle { target, feature } = "{target}随{feature}变化：拟合的直线", target = before(target), feature = between(feature);
    TheLine = "拟合的直线";
    Band = "95% 置信带：平均值可能在这里";
    FittedTitle = "预测值和真实值";
    FittedRemark = "落在斜线上就是预测得分毫不差。这些都是模型学过的样本。";
    ObservedY { target } = "真实的{target}", target = behind(target);
    Exactly = "真实值 = 预测值";
    NoPlots = "没有图";
    NoPlotsWhy { n } = "样本超过 {n} 个就不画了。";
}
