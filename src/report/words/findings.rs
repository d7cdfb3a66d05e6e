//! What is worth saying about a result.

super::words! {
    training_flatters(train, held_out) = "从学过的 {train} 掉到没见过的 {held_out}：掉的这一截叫过拟合，它背下来的比学会的多。",
        "From {train} on what it learned from to {held_out} on what it never saw: that fall is overfitting. It has memorised more than it learned.";
    leave_one_out_tilts = "留一法也添了一把力：藏起哪一个，其余的里它那一类就少一个。",
        "Leave-one-out adds to the fall: it makes the hidden one's class rarer.";
    not_above(held_out, class, baseline) = "没见过的只对 {held_out}，还不如闭着眼一律猜 {class}（{baseline}）：它找到的“规律”搬不到新样本上。",
        "On what it never saw it is right {held_out} of the time, no more than by always answering {class} ({baseline}): what it found does not carry over.";
    not_surely_above(held_out, interval, baseline) = "没见过的对 {held_out}，但样本太少，区间 {interval} 里就有乱猜的 {baseline}：不能说它真学到了什么。",
        "On what it never saw it is right {held_out} of the time, but the interval {interval} still holds plain guessing ({baseline}): no proof that it learned anything.";
    surely_above(held_out, low, baseline) = "没见过的对 {held_out}，区间最低也有 {low}，高过一律猜的 {baseline}：它确实学到了东西。",
        "On what it never saw it is right {held_out} of the time; even the low end of the interval, {low}, beats plain guessing ({baseline}): it has learned something real.";
    nothing_to_learn(p) = "这里没有可学的东西：F 检验的 p 值 {p}，这样的拟合光凭运气也常见。",
        "There is nothing to learn here: the F test has p = {p}, so a fit like this is common by luck alone.";
    mean_is_as_good(rmse, baseline) = "没见过的样本上，它的误差 {rmse} 不比一律猜平均值（{baseline}）小：学到的东西搬不过去。",
        "On what it never saw its error of {rmse} is no smaller than that of always answering the mean ({baseline}): what it found does not carry over.";
    constant_target(target) = "{target}在每一行都一样：没有可学的东西。", "{target} is the same in every row: there is nothing to learn.";
    constant_terms(terms) = "{terms}每行都一样，所以没有自己的系数（写作“–”）。",
        "{terms}: the same in every row, so without a coefficient of its own (–).";
    combined_terms(terms) = "{terms}恰好是别的列的组合，和它们分不开，所以没有自己的系数（写作“–”）。",
        "{terms}: an exact combination of other columns that cannot be told apart from them, so without a coefficient of its own (–).";
    far_outside(column, value, low, high) = "{column} = {value} 远在学过的范围（{low} 到 {high}）之外：那里它什么也没见过，这个回答不能信。",
        "{column} = {value} lies far outside of what was learned ({low} to {high}): there it has seen nothing, and this answer cannot be trusted.";
    imputed(columns) = "{columns}有缺失的格子，填的是学过的样本的平均值，或最常见的那个值。",
        "Missing cells of {columns} were filled with the mean, or the most frequent value, of the samples learned from.";
    left_out_of_counts(columns) = "{columns}有缺失的格子：它们不参与计数，别的格子照用。",
        "Missing cells of {columns} were left out of the counts; the other cells of their rows were used.";
    ill_conditioned(terms, condition) = "{terms}几乎是一回事（条件数 {condition}，30 以上就要当心）：它们的系数分不开，单看哪一个都不能当真。考虑 --drop 其中一列，或加一点 --l2。",
        "{terms} nearly repeat each other (condition number {condition}; from 30 on, beware): their coefficients cannot be told apart, and none of them means much alone. Consider --drop for one of them, or a little --l2.";
    few_samples(n, parameters) = "样本太少：最少的一类只有 {n} 个，却要定 {parameters} 个参数；通常每个参数要十个样本。",
        "The samples are few: {n} of the rarest class for {parameters} parameters; ten for each is the usual rule.";
    few_samples_numeric(n, parameters) = "样本太少：{n} 个，却要定 {parameters} 个参数；通常每个参数要十个样本。",
        "The samples are few: {n} for {parameters} parameters; ten for each is the usual rule.";
    imbalance(class, share) = "{share} 都是 {class}：只看准确率会上当，要看查全率和 AUC。",
        "{share} are {class}: accuracy alone deceives here; look at recall and AUC.";
    not_converged = "注意：拟合还没有收敛，数字不是最终的。把数值列标准化（--standardize）常有用。",
        "Careful: the fit has not converged, so the figures are not final. --standardize often helps.";
    folds_not_converged(n) = "交叉验证里有 {n} 次拟合没有收敛。", "{n} fits of the cross-validation have not converged.";
    folds_lack_class(n, classes) = "有 {n} 份里学不到 {classes} 这一类：它在那里一个样本也没有。", "In {n} folds no sample of {classes} was left to learn from.";
    borrowed_spread(columns) = "{columns}在某一类里几乎不变，标准差借用了整列的。", "{columns} hardly varies within some class; the whole column's spread was borrowed.";
    categorical_distances(columns) = "{columns}是类别，已变成 0/1 的独热编码：两个值不同，就相距 √2，不分远近。",
        "{columns}: categories, one-hot encoded (0 or 1); any two different values are √2 apart, none nearer than others.";
    mixed_scales(wide, narrow) = "“{wide}”的数比“{narrow}”散开得多，距离几乎只由它定。加上 --standardize 再看。",
        "{wide} varies far more than {narrow} and alone decides the distances. Try --standardize.";
    weak_structure(silhouette) = "轮廓系数只有 {silhouette}：这些簇并不分明，别当成真有几伙。", "The silhouette is only {silhouette}: the clusters hardly stand out; do not take them for real groups.";
    silhouette_sampled(n) = "样本多，轮廓系数只用随机抽的 {n} 个来算。", "With so many samples the silhouette was measured on {n} drawn at random.";
}
