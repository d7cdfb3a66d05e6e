//! Words of `melon regress`.

super::words! {
    title_sugar = "这瓜有多甜？", "How sweet is it?";
    title(target) = "“{target}”是多少？", "How much {target}?";
    learned(samples, target, features) = "线性回归，从 {samples}里学：用{features}预测{target}。",
        "Linear regression, learned from {samples}: {target} from {features}.";
    ridge(l2) = "惩罚 l2 = {l2}（岭回归）：系数被有意压小。", "Penalty l2 = {l2} (ridge): coefficients are shrunk on purpose.";
    what_adds(target) = "什么让{target}变大、变小？", "What raises {target}, and what lowers it?";
    lowers = "← 变小", "← lower";
    raises = "变大 →", "higher →";
    adds_up(target) = "这些数加在一起就是预测的{target}。", "The numbers add up to the predicted {target}.";
    r2_line(r2, adjusted) = "R² {r2}，调整后 {adjusted}", "R² {r2}, adjusted {adjusted}";
    residual_line(error, df) = "残差标准误 {error}（自由度 {df}）", "Residual standard error {error} on {df} degrees of freedom";
    f_line(f, df1, df2, p) = "F 统计量 {f}（自由度 {df1} 和 {df2}），p 值 {p}", "F statistic {f} on {df1} and {df2} degrees of freedom, p-value {p}";
    condition_line(condition) = "条件数 {condition}", "Condition number {condition}";
    no_freedom = "参数和样本一样多，没有剩下自由度：拟合必然分毫不差，残差说明不了误差有多大，所以没有标准误、t、p 值和 F 统计量。",
        "There are as many parameters as samples, so no degrees of freedom are left: the fit is exact whatever the data, and there is no standard error, t, p-value or F statistic.";
    no_residual = "拟合分毫不差，没有剩下残差：误差是 0，所以没有 t、p 值和 F 统计量。",
        "The fit is exact: no residual is left to measure an error by, so there is no t, p-value or F statistic.";
    no_errors = "这个引擎不给标准误和 p 值；--engine native 给。", "This engine gives no standard errors or p-values; --engine native does.";
    always_mean = "一律猜平均值", "always the mean";
    rmse = "RMSE", "RMSE";
    mae = "平均绝对误差", "mean abs. error";
    r2 = "R²", "R²";
    rmse_remark(target) = "RMSE 是典型的误差，单位和{target}一样；越小越好。", "RMSE is a typical error, in the unit of {target}; smaller is better.";

    verdict_better(share, rmse, baseline) = "在没见过的样本上，它的误差 {rmse} 比一律猜平均值（{baseline}）小 {share}。",
        "On samples it never saw, its error of {rmse} is {share} smaller than that of always answering the mean ({baseline}).";
    verdict_far_better(rmse, baseline) = "在没见过的样本上，它的误差 {rmse} 不到一律猜平均值（{baseline}）的 1%。",
        "On samples it never saw, its error of {rmse} is less than 1% of that of always answering the mean ({baseline}).";
    verdict_exact(baseline) = "没见过的样本它也分毫不差地答对；一律猜平均值的误差是 {baseline}。",
        "Samples that it never saw it answers exactly too; always answering the mean has an error of {baseline}.";
    verdict_untested = "只在学过的样本上量过误差，这个数不能当真。加上 --cv loo 或 --cv 5。",
        "Its error was only measured on what it had learned from, which proves nothing. Add --cv loo or --cv 5.";

    answer(target, value) = "预测的{target}：{value}", "Predicted {target}: {value}";
    shares(target) = "为什么？每一项给{target}加了多少", "Why? What each term adds to {target}";
    sum_line(value) = "合计 {value}", "They sum to {value}";
    trust(rmse, baseline) = "没见过的样本上，典型误差 {rmse}；一律猜平均值是 {baseline}。",
        "On samples it never saw its typical error is {rmse}; always answering the mean has {baseline}.";

    residual_title = "残差：真实值减去预测值", "Residuals: the truth minus the prediction";
    residual_x(target) = "预测的{target}", "predicted {target}";
    residual_y = "残差", "residual";
    residual_remark = "好的模型，点子在 0 线上下乱撒；看得出形状，就说明还有东西没学到。",
        "For a good model the points scatter around the zero line; a shape means that something is left to learn.";
    try_plot = "画出残差", "draw the residuals";
    try_ridge = "加一点惩罚（岭回归）", "with a penalty (ridge)";
    try_one = "换几列来预测", "from other columns";
}
