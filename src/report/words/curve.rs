//! Words of `melon curve`.

super::words! {
    title_melons = "要多少个瓜才学得会？", "How many melons does it take?";
    title_samples = "要多少个样本才学得会？", "How many samples does it take?";
    opening(models, from, to, samples, table) =
        "{models} 个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。",
        "{models} models learn from {from} to {to} of the {samples} in {table}.";
    opening_one(from, to, samples, table) =
        "一个模型从“{table}”的 {samples}里，每次用 {from} 到 {to} 个来学。",
        "One model learns from {from} to {to} of the {samples} in {table}.";
    fair(n_test, n_splits) =
        "训练用的、考试用的（每次 {n_test} 个，谁也没见过），大家都一样；随机分 {n_splits} 次，取平均。",
        "All learn from the same ones and are tested on the same {n_test}, which none of them saw. Means over {n_splits} random splits.";
    logistic(l2) = "逻辑回归（l2={l2}）", "logistic l2={l2}";
    naive_bayes = "朴素贝叶斯", "naive Bayes";
    ngram = "n 元语法", "n-gram";
    y_axis = "答错的百分比", "wrong answers, %";
    x_axis = "训练样本数（对数坐标）", "training samples (logarithmic)";
    guessing(class) = "一律猜 {class}", "always answering {class}";
    best = "知道真相的人", "whoever knows the truth";
    line = "线", "line";

    table_title = "答错的百分比（±：平均值的 95% 区间）", "Wrong answers, % (±: 95% interval of the mean)";
    size = "样本", "samples";
    best_mark = "绿色：这一行里最小的。", "Green: the least of its row.";

    who = "谁领先？在哪里换人？", "Who is ahead, and where does that change?";
    never_sure(a, b) = "{a}和{b}：没有一个样本数能肯定谁领先，没有看到交叉；切分再多些（--splits），也许会看到。",
        "{a} and {b}: at no size is either surely ahead. No crossing is seen (try more --splits).";
    one_ahead(a, b, sizes) = "{a}和{b}：能肯定的时候（{sizes} 个样本）都是{a}领先，没有看到交叉；切分再多些（--splits），也许会看到。",
        "{a} and {b}: wherever it is sure (with {sizes} samples) {a} is ahead. No crossing is seen (try more --splits).";
    crossing(a, b, from, to) = "{a}和{b}：到 {from} 个样本为止{a}领先，从 {to} 个起{b}领先。交叉就在这之间。",
        "{a} and {b}: up to {from} samples {a} is ahead, from {to} on {b} is. They cross in between.";
    crossings(a, b, n) = "{a}和{b}：领先的换了 {n} 次：", "{a} and {b}: the lead changes {n} times:";
    change(b, from, to) = "{from} 到 {to} 个样本之间换成{b}", "between {from} and {to} samples to {b}";
    sure_remark = "“肯定”：同一次划分里两个错误率之差，它的区间不含 0；所有样本数合起来是 95%（Bonferroni）。",
        "Sure: the interval of the difference within a split leaves out 0, at 95% for all sizes together (Bonferroni).";
    overlap_remark = "区间说的是随机划分这张表的运气；换一批样本会怎样，它不知道。",
        "The intervals are about the luck of splitting this table; they cannot know about other samples.";
    tiny(n_test, n) = "每次只考 {n_test} 个，一共才 {n} 个样本：这么小的表什么也证明不了。",
        "Each test has {n_test} samples and the table {n} in all: so small a table proves nothing.";

    theory = "理论怎么说，数据怎么说", "What theory says, and what the data say";
    ng_jordan = "Ng 和 Jordan（2001）：样本够多时，不加惩罚的逻辑回归不会比朴素贝叶斯差；但朴素贝叶斯用少得多的样本就接近自己的极限。",
        "Ng and Jordan (2001): with samples enough, logistic regression without a penalty is no worse than naive Bayes; but naive Bayes comes close to its own limit with far fewer.";
    settled(points, list) = "离自己最后的错误率不超过 {points} 个百分点，并且不再离开，需要：{list}。",
        "To come within {points} point of their own last error and stay there, they need: {list}.";
    needs_fewer(a, b) = "这里也是这样：{a}要的比{b}少。", "So it is here: {a} needs fewer than {b}.";
    needs_no_fewer(a, b) = "这里不是这样：{a}要的并不比{b}少。", "Not so here: {a} needs no fewer than {b}.";
    settled_one(model, n) = "{model} {n} 个", "{model} {n}";
    last_better(a, b, n, points, low, high) = "用 {n} 个样本时，{a}比{b}少错 {points} 个百分点（区间 {low} 到 {high}）。",
        "With {n} samples {a} errs {points} points less than {b} (interval {low} to {high}).";
    last_unsure(a, b, n, low, high) = "用 {n} 个样本时，{a}和{b}分不出高下（差在 {low} 到 {high} 个百分点之间）。",
        "With {n} samples {a} and {b} cannot be told apart (the difference is between {low} and {high} points).";
    dependent(n, pairs, a, b, nats) = "朴素贝叶斯假定同一类里各特征互不相干。这里 {pairs} 对特征有 {n} 对相干（最强的是{a}和{b}，互信息 {nats} 奈特）：假定不成立，它的极限可能高于最好的。",
        "Naive Bayes takes features for independent within a class. Here {n} of {pairs} pairs are not (most of all {a} and {b}, {nats} nats): the assumption fails, so its limit may lie above the best.";
    independent(pairs) = "朴素贝叶斯假定同一类里各特征互不相干。这里的 {pairs} 对特征都没查出相干：假定没有被推翻。",
        "Naive Bayes takes features for independent within a class. In none of the {pairs} pairs was a dependence found: the assumption is not refuted.";
    untested = "朴素贝叶斯假定同一类里各特征互不相干；样本太少，查不了。",
        "Naive Bayes takes features for independent within a class; there are too few samples to check.";
    best_error(error) = "这些瓜是照已知的真相造的：知道真相的人也要错 {error}，谁也低不过它。",
        "These melons were drawn from a known truth: even whoever knows it errs {error} of the time. Nobody can do better.";

    caveats = "要记住的", "To keep in mind";
    guessed(list) = "有的划分里，训练样本全是一类（或有一列全空）：没法学，就一律猜这一类，也算进平均。样本数：次数 = {list}。",
        "In some splits the training samples were all of one class (or lacked a column altogether): with nothing to fit, that class was the answer, and counts in the mean. Size: splits = {list}.";
    separated(model, list) = "{model}：有的划分里各类完全（或部分）分开，估计值不存在，用的是拟合停下时的方向。样本数：次数 = {list}。",
        "{model}: in some splits the classes were separated and no estimate exists; the answers are those of where the fit stopped. Size: splits = {list}.";

    try_more(n) = "分 {n} 次，区间更窄", "{n} splits: narrower intervals";
    try_table = "十七个瓜：太少了会怎样", "seventeen melons: what too few look like";
    try_csv = "全部数字，自己画图", "every figure, to draw your own plot";
    try_bayes = "朴素贝叶斯记住了什么", "what naive Bayes remembers";
    try_field = "一万个以上合成的瓜", "synthetic melons, as many as needed";
}
