//! Words of `melon classify`.

super::words! {
    title_ripe = "这瓜熟不熟？", "Is it ripe?";
    title(target) = "“{target}”是哪一类？", "Which {target} is it?";
    logistic = "逻辑回归", "Logistic regression";
    naive_bayes = "朴素贝叶斯", "Naive Bayes";
    learned(model, samples, classes) = "{model}，从 {samples}里学来，其中 {classes}。", "{model}, learned from {samples}: {classes}.";
    class_count(n, class) = "{n} 个 {class}", "{n} {class}";
    looks_at(features) = "它只看{features}。", "It looks at {features} and nothing else.";
    penalty(l2) = "惩罚 l2 = {l2}：不许系数太大，免得把偶然当规律。",
        "A penalty (l2 = {l2}) keeps coefficients small, so that chance is not taken for a rule.";
    no_penalty = "没有惩罚（l2 = 0）：极大似然估计。", "No penalty (l2 = 0): maximum likelihood.";

    what_speaks(class) = "什么说明 {class}？", "What speaks for {class}?";
    against = "← 不像", "← against";
    speaks_for = "像 →", "for →";
    log_odds_remark(class) = "这些数加在一起就是对数几率：加 0.69，{class} 的几率翻倍；减 0.69，减半。",
        "They sum to log-odds: +0.69 doubles the odds of {class}, -0.69 halves them.";
    softmax_remark = "每一列是一类的得分；得分经过 softmax 变成概率。",
        "One column a class: its scores add up, and softmax turns the sums into probabilities.";

    class_against(class, reference) = "{class}，和 {reference} 相比", "{class}, measured against {reference}";

    likelihoods = "它记住了什么？", "What did it remember?";
    likelihoods_remark = "每一格是“这一类里有多少是这样”；数值列是平均 ± 标准差。各格相乘（再乘第一行），哪一类大就是哪一类。",
        "Each figure is the share of the class that looks so; of a number, mean ± standard deviation. Multiplied together (with the first line), the larger class wins.";
    prior = "这一类占", "share of the class";
    product_title = "它这样算：每一类里有多少是这样，乘起来", "How it reckons: the share of each class that looks so, multiplied";
    product = "乘积 P(x, y)", "product, P(x, y)";
    share_of_sum = "占总和", "share of the sum";
    summed_over(features) = "没有给的：{features}。生成式模型把它们可能的取值都算进去了（边缘化）；逻辑回归做不到。",
        "Not given: {features}. A generative model sums over what they might be (it marginalises); logistic regression cannot.";
    how_usual_melon = "这样的瓜常见吗？", "How usual is such a melon?";
    how_usual_sample = "这样的样本常见吗？", "How usual is such a sample?";
    usual(log, n, less) = "ln P(x) = {log}。学过的 {n}里，有 {less} 个比它更少见。",
        "ln P(x) = {log}. Of the {n} it learned from, {less} are less usual.";
    usual_remark = "P(x) 是各类的乘积之和。判别式模型只学 P(y|x)，答不了这个问题。",
        "P(x) is the sum of the products. A discriminative model only learns P(y|x) and cannot say.";
    density_remark = "数值列用的是密度：可以大于 1，大小随单位而变。", "Numbers have a density: it may exceed 1, and depends on their unit.";
    odds_ratio = "几率比", "odds ratio";
    deviances(null, null_df, residual, residual_df) =
        "零偏差 {null}（自由度 {null_df}）；残差偏差 {residual}（自由度 {residual_df}）",
        "Null deviance {null} on {null_df} degrees of freedom; residual deviance {residual} on {residual_df}";
    aic(aic) = "AIC {aic}", "AIC {aic}";
    iterations(n) = "迭代 {n} 次", "iterations: {n}";

    no_estimate = "没有估计值，原因在这里", "There is no estimate, and here is why";
    separated_completely = "不犯一个错，就能把各类完全分开（完全分离）：", "The classes can be told apart without a single mistake (complete separation):";
    separated_quasi = "一部分样本可以一个错都不犯地分出来（准分离）：", "Some samples can be told apart without a single mistake (quasi-separation):";
    separated_alone(column) = "单凭{column}", "by {column} alone";
    separated_together(columns) = "靠{columns}合起来", "by {columns} together";
    separated_somehow = "这是由拟合看出来的：表太大，没有逐列去查", "seen from the fit: the table is too large to ask each column";
    pure_value(term, n, class) = "{term}：{n} 个，全是{class}", "{term}: {n} in all, always {class}";
    separated_why = "系数越大，拟合就越好，永远到不了头：极大似然估计不存在。印出系数来也没有意义，所以一个也不印；下面的成绩，只属于拟合停下来的那一点。",
        "The larger a coefficient, the better the fit, without end: the maximum-likelihood estimate does not exist. A coefficient would mean nothing here, so none is printed; the results below belong to the point where the fit stopped.";
    separated_remedy = "补救：加一点惩罚（--l2 1）。", "The remedy: a little penalty (--l2 1).";
    separated_remedies(columns) = "补救：加一点惩罚（--l2 1），或者拿掉{columns}。", "The remedy: a little penalty (--l2 1), or leave out {columns}.";
    separated_answer = "当心：各类是分离的，没有惩罚就没有估计值。下面的概率只说明拟合停在了哪里；加上 --l2 1 再问一次。",
        "Careful: the classes are separated, and without a penalty there is no estimate. The probabilities below only show where the fit stopped; ask again with --l2 1.";
    separated_saved = "存下的模型没有估计值（各类是分离的），它的概率都会贴着 0% 和 100%。加上 --l2 1 再存。",
        "The saved model has no estimate (the classes are separated): its probabilities will lie at 0% and 100%. Save it again with --l2 1.";

    on_training(samples) = "学过的{samples}", "{samples} it learned from";
    on_unseen(samples) = "没见过的{samples}", "{samples} it never saw";
    always(class) = "一律猜 {class}", "always answering {class}";
    right = "答对", "right";
    right_of(right, n) = "{right}/{n}", "{right}/{n}";
    log_loss = "对数损失", "log-loss";
    scheme_loo = "没见过的：每次藏起一个，用其余的学，再考这一个（留一法）。",
        "Never saw: each in turn is hidden, the rest teach, and the hidden one is the test (leave-one-out).";
    scheme_fold(k) = "没见过的：分成 {k} 份，轮流藏起一份，用其余的学，再考这一份（{k} 折交叉验证）。",
        "Never saw: one of {k} parts in turn is hidden, the rest teach, the hidden part is the test ({k}-fold).";

    verdict_untested = "只在学过的样本上考过，这个成绩不能当真。加上 --cv loo 或 --cv 5 再考一次。",
        "It was only tested on what it had learned from, which proves nothing. Add --cv loo or --cv 5.";

    where_unseen(samples) = "错在哪里？（没见过的{samples}）", "Where does it go wrong? ({samples} it never saw)";
    where_training(samples) = "错在哪里？（学过的{samples}）", "Where does it go wrong? ({samples} it learned from)";
    called(class) = "猜 {class}", "called {class}";
    truly(class, n) = "其实 {class}（{n}）", "truly {class} ({n})";
    precision = "查准率", "precision";
    recall = "查全率", "recall";

    likeliest(n, class) = "{n} 种组合里，最可能 {class} 的", "The likeliest {class} of all {n} combinations";
    seen(n) = "表里有 {n} 个", "{n} in the table";
    never_seen = "表里没有", "not in the table";

    a_sample_with(values) = "{values} 的样本", "A sample with {values}";
    a_melon_with(values) = "一个{values}的瓜", "A melon that is {values}";
    answer(class, probability) = "回答：{class}，概率 {probability}", "The answer: {class}, probability {probability}";
    shares(class) = "为什么？每个特征对 {class} 的对数几率出了多少力", "Why? Each feature's share of the log-odds of {class}";
    sum_line(log_odds, probability) = "对数几率合计 {log_odds}，经 sigmoid 变成 {probability}",
        "They sum to log-odds of {log_odds}, which the sigmoid turns into {probability}";
    how_far_to_trust = "这个回答有多可信？", "How far to trust this answer";
    trust(cv, interval, baseline_class, baseline) = "没见过的样本上，它对 {cv}（95% 区间 {interval}）；一律猜 {baseline_class} 能对 {baseline}。",
        "On samples it never saw it is right {cv} of the time (95% interval {interval}); always answering {baseline_class} is right {baseline}.";

    try_melon = "问一个瓜：熟不熟，为什么", "ask about one melon, and why";
    try_sample = "问一个样本：是哪一类，为什么", "ask about one sample, and why";
    try_partly = "只知道一部分，也能问", "ask with only a part known";
    try_logistic = "换成判别式的逻辑回归", "the discriminative twin, logistic regression";
    try_no_penalty = "去掉惩罚，看看会怎样", "without the penalty: what then?";
    try_penalty = "加上惩罚", "with a penalty";
    try_plot = "画出 sigmoid 曲线和样本", "draw the sigmoid and the samples";
    try_more_data = "一千个合成的瓜：数据多了会怎样", "what a thousand melons would do";
    try_drop = "拿掉这些列", "leave those columns out";
    try_cv = "在没见过的样本上考它", "test it on samples it never saw";

    sigmoid_title(class) = "每个样本的对数几率，和它变成的 {class} 的概率", "Each sample's log-odds, and the probability of {class} it becomes";
    sigmoid_x = "对数几率", "log-odds";
    sigmoid_y(class) = "P({class})", "P({class})";
    sigmoid_legend(positive, others) = "+ 确实 {positive}    - 其实 {others}", "+ truly {positive}    - truly {others}";
    threshold(threshold) = "阈值 {threshold}", "threshold {threshold}";
}
