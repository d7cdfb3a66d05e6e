//! Words that every report shares.

super::words! {
    samples(n) = "{n} 个样本", "{n} samples";
    melons(n) = "{n} 个瓜", "{n} melons";
    one_sample = "1 个样本", "1 sample";
    one_melon = "1 个瓜", "1 melon";
    sample = "样本", "sample";
    the_samples = "样本", "samples";
    the_melons = "瓜", "melons";
    melon = "瓜", "melon";
    accuracy = "准确率", "accuracy";
    intercept = "（截距）", "(Intercept)";
    estimate = "估计值", "estimate";
    std_error = "标准误", "std. err";
    p_value = "p 值", "p-value";
    interval = "95% 区间", "95% interval";
    term = "项", "term";
    column = "列", "column";
    how_good = "学得怎么样？", "How good is it?";
    try_next = "接下来可以试试", "What to try next";
    stars = "星号：*** p<0.001，** p<0.01，* p<0.05，. p<0.1", "Stars: *** p<0.001, ** p<0.01, * p<0.05, . p<0.1";
    no_inference = "带惩罚的估计没有标准误和 p 值：惩罚有意把系数压小了。",
        "Penalised estimates have no standard errors or p-values: they are shrunk on purpose.";
    reference(levels) = "每个类别列都和它的基准水平相比：{levels}。",
        "Each level is measured against the one left out: {levels}.";
    standardized = "数值列已经标准化：系数对应的是“多一个标准差”。",
        "Numeric columns were standardised: a coefficient is for one standard deviation more.";
    leave_one_out = "留一法", "leave-one-out";
    k_fold(k) = "{k} 折交叉验证", "{k}-fold cross-validation";
    sum = "合计", "sum";
    and_more(n) = "……另有 {n} 项，--format csv 可以看全", "... and {n} more: --format csv shows them all";
}
