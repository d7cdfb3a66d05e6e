//! Words of `melon regress`.

use super::grammar::s;

crate::report::words::messages! {
    TitleSugar = "How sweet is it?";
    Title { target } = "How much {target}?";
    Learned { samples, target, features } = "Linear regression, learned from {samples}: {target} from {features}.";
    Ridge { l2 } = "Penalty l2 = {l2} (ridge): coefficients are shrunk on purpose.";
    WhatAdds { target } = "What goes with more {target}, what with less?";
    SideLower = "← lower";
    SideHigher = "higher →";
    R2Line { r2, adjusted } = "R² {r2}, adjusted {adjusted}";
    ResidualLine { error, df } = "Residual standard error {error} on {df} degree{s} of freedom", s = s(df);
    FLine { f, df1, df2, p } = "F statistic {f} on {df1} and {df2} degrees of freedom, p-value {p}";
    ConditionLine { condition } = "Condition number {condition}";
    NoFreedom =
        "There are as many parameters as samples, so no degrees of freedom are left: the fit is exact whatever the data, and there is no standard error, t, p-value or F statistic.";
    NoResidual =
        "The fit is exact: no residual is left to measure an error by, so there is no t, p-value or F statistic.";
    NoErrors = "This engine gives no standard errors or p-values; --engine native does.";
    AlwaysMean = "always the mean";
    Rmse = "RMSE";
    Mae = "mean abs. error";
    R2 = "R²";
    RmseRemark { target } = "RMSE is a typical error, in the unit of {target}; smaller is better.";
    R2Remark = "R² of what it never saw is measured against always the mean: 0 is no better, below 0 is worse.";
    MayBeChance { p } =
        "But that may be chance: the F test has p = {p}. If the features had no effect at all, a fit at least this good would come up with that probability.";
    TooFewToTest = "But with so few samples no test can tell whether that is more than chance.";

    VerdictBetter { share, rmse, baseline } =
        "On samples it never saw, its error of {rmse} is {share} smaller than that of always answering the mean ({baseline}).";
    VerdictFarBetter { rmse, baseline } =
        "On samples it never saw, its error of {rmse} is less than 1% of that of always answering the mean ({baseline}).";
    VerdictExact { baseline } =
        "Samples that it never saw it answers exactly too; always answering the mean has an error of {baseline}.";
    VerdictUntested =
        "Its error was only measured on what it had learned from, which says little about new samples. Add --cv loo or --cv 5.";

    Answer { target, value } = "Predicted {target}: {value}";
    Shares { target } = "Why? What each term adds to {target}";
    SumLine { value } = "The sum is {value}.";
    Trust { rmse, baseline } =
        "On samples it never saw its typical error is {rmse}; always answering the mean has {baseline}.";

    ResidualTitle = "Residuals: the truth minus the prediction";
    ResidualX { target } = "predicted {target}";
    ResidualY = "residual";
    ResidualRemark =
        "If the model fits, the points lie around the zero line without a pattern; a pattern means that something is left to learn.";
    TryPlot = "draw the residuals";
    TryRidge = "with a penalty (ridge)";

    LineTitle { target, feature } = "{target} over {feature}: the line";
    TheLine = "the fitted line";
    Band = "95% band: here the mean may lie";
    FittedTitle = "Predicted and observed";
    FittedRemark = "On the straight line a prediction would be exact. These are samples that the model learned from.";
    ObservedY { target } = "observed {target}";
    Exactly = "observed = predicted";
    NoPlots = "There is no plot";
    NoPlotsWhy { n } = "More than {n} samples are not drawn.";
}
