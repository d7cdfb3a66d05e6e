//! The words of `melon compare`.

super::words! {
    title_melon = "同一个瓜，五种模型", "One melon, five models";
    title_sample = "同一个样本，五种模型", "One sample, five models";
    learned(samples, classes, features) = "都从同样的 {samples}里学：{classes}。看的是 {features}。",
        "All learned from the same {samples}: {classes}. They look at {features}.";
    class_count(n, class) = "{n} 个 {class}", "{n} with {class}";
    the_melon(values) = "问的瓜：{values}。", "The melon: {values}.";
    the_sample(values) = "问的样本：{values}。", "The sample: {values}.";
    nothing_known = "什么都没说", "nothing is said of it";
    left_out(features) = "没说 {features}。", "Not said: {features}.";
    from_row(row, class) = "没有给 --melon，就拿表里的第 {row} 行来问，它其实 {class}。五种模型都学过它。",
        "No --melon was given, so this is row {row} of the table, in truth {class}. All five have learned from it.";
    seen_never = "表里没有这样的。", "The table has none like it.";
    seen(counts) = "表里这样的：{counts}。", "The table has some like it: {counts}.";

    halves = "机器学习的两半", "The two halves of machine learning";
    half_discriminative(target, samples) = "判别式模型只学一件事：给定特征，{target} 是什么，即 P(y|x)。它学的是类和类的分界，不学{samples}本身长什么样。",
        "A discriminative model learns one thing: what {target} is, given the features, P(y|x). It learns where the classes part, and nothing about what {samples} are like.";
    half_generative(samples) = "生成式模型学{samples}是怎么来的：特征和答案一起，即 P(x,y)；或者一句话里下一个词元是什么。知道怎么来的，也就能答是哪一类，还能补缺、造新的、看稀不稀奇。",
        "A generative model learns how {samples} come about: features and answer together, P(x,y), or what the next token of a sentence is. From that it can answer, too; and it can fill gaps, make new {samples} and say which are unusual.";
    half_neither(samples) = "k 均值哪一半都不算：它不看答案，只按远近把{samples}分成堆。", "k-means is neither: it saw no answers and only groups {samples} that are near each other.";

    logistic = "逻辑回归", "Logistic regression";
    naive_bayes = "朴素贝叶斯", "Naive Bayes";
    ngram = "n 元模型", "The n-gram";
    gpt = "GPT", "The GPT";
    k_means = "k 均值", "k-means";
    short_logistic = "逻辑|回归", "logistic|";
    short_naive_bayes = "朴素|贝叶斯", "naive|Bayes";
    short_ngram = "n 元|模型", "n-gram|";
    short_gpt = "GPT|", "GPT|";
    short_k_means = "k|均值", "k-means|";
    discriminative = "判别式", "discriminative";
    generative = "生成式", "generative";
    unsupervised = "无监督", "unsupervised";

    row_models = "学的是", "learns";
    next_token = "P(下个)", "P(next)";
    distance = "远近", "distance";
    row_labels = "答案", "labels";
    labels_used = "看", "seen";
    labels_as_words = "当词", "words";
    labels_not_used = "不看", "unseen";
    row_answer = "回答", "answers";
    row_probability = "概率", "with";
    row_params = "参数", "parameters";
    row_time = "训练", "training";
    row_accuracy = "没见过的", "on unseen";
    row_log_loss = "对数损失", "log-loss";
    row_classify = "分类", "classify";
    row_fill = "补一格", "fill a gap";
    row_make = "造新瓜", "make one";
    row_usual = "稀不稀奇", "how usual";
    milliseconds(ms) = "{ms} 毫秒", "{ms} ms";
    seconds(secs) = "{secs} 秒", "{secs} s";
    grid_remark = "“没见过的”一行是交叉验证的准确率，“概率”是对自己回答的把握。k 均值的回答是分好堆以后才数的。",
        "“On unseen” is the cross-validated accuracy; “with” is how sure a model is of its answer. The answer of k-means was only counted once its groups were made.";
    tokens_clause(sentence) = "语言模型读的是一句一句的话，如“{sentence}”一个分句是一个词元：词表就是表里的那几个词。数值说成低、中、高三档。",
        "The language models read sentences, as “{sentence}” A clause is one token, so their vocabulary is the table's own few words; a number is called low, medium or high by its third.";
    tokens_character(sentence) = "语言模型读的是一句一句的话，如“{sentence}”一个字是一个词元：它们得先学会拼字。数值说成低、中、高三档。",
        "The language models read sentences, as “{sentence}” A character is one token: they must first learn to spell. A number is called low, medium or high by its third.";

    in_logistic = "逻辑回归", "logistic regression";
    in_ngram = "n 元模型", "the n-gram";
    in_naive_bayes = "朴素贝叶斯", "naive Bayes";
    in_gpt = "GPT", "the GPT";

    section(name, family) = "{name}（{family}）", "{name} ({family})";
    says(class, probability) = "它答 {class}，概率 {probability}。", "It says {class}, with probability {probability}.";
    cannot_answer(features, samples) = "它答不了：缺 {features}。它的分数是每个特征各占一份加起来的，少一份就不成数；{samples}一般什么样它没学过，没法替你补。",
        "It cannot answer: {features} is not given. Its score is a sum with a share for each feature, and it knows nothing about {samples} that it could fill the gap with.";
    why_log_odds(class, against, shares, sum) = "为什么？{class} 对 {against} 的对数几率：{shares}；合计 {sum}。",
        "Why? The log-odds of {class} against {against}: {shares}; in all {sum}.";
    why_ratios(class, against, shares, odds) = "为什么？这些在 {class} 里比在 {against} 里常见多少倍：{shares}；乘起来，几率 {odds}。",
        "Why? How many times more often each is found with {class} than with {against}: {shares}; multiplied, odds of {odds}.";
    start = "起点", "start";
    why_next(sentence, candidates) = "为什么？读到“{sentence}”时，它认为下一个词元是：{candidates}。",
        "Why? After “{sentence}” it expects the next token to be: {candidates}.";
    sentence_end = "（句子结束）", "(the sentence ends)";
    class_mass(mass) = "各类的词元合起来占 {mass}，回答只在这里面比；其余落在别的词元上。",
        "The classes have {mass} of that together, and the answer is their share of it; the rest falls on other tokens.";
    spelt_mass(mass) = "把每一类的说法一字一字乘下来，各类合起来占 {mass}，回答只在这里面比。",
        "Multiplied along the spelling of each class, the classes have {mass} together, and the answer is their share of it.";
    why_cluster(cluster, distance, others) = "为什么？它离第 {cluster} 堆的中心最近：{distance}（别的：{others}）。",
        "Why? It lies nearest to the centre of group {cluster}: {distance} (the others: {others}).";
    centre_is(values) = "那里最常见的是 {values}。", "The commonest there: {values}.";
    counted_afterwards(size, counts) = "分好以后再数答案：这一堆 {size} 个里，{counts}。",
        "Counted afterwards: of the {size} in that group, {counts}.";
    mean_of(feature, value) = "{feature} 约 {value}", "{feature} about {value}";

    fill_hidden(feature, guess, truth) = "盖住 {feature}，它猜 {guess}（其实是 {truth}）。", "Hide {feature}, and it guesses {guess} (it is {truth}).";
    fill_gap(feature, guess) = "没说的 {feature}，它猜 {guess}。", "For {feature}, which was not said, it guesses {guess}.";
    makes_melon(values, class) = "让它造一个：{values}，{class}。", "A new one from it: {values}, {class}.";
    makes_text(text) = "让它写一句：“{text}”", "A new sentence from it: “{text}”";
    makes_nonsense(text, sample) = "让它写一句：“{text}”这句话不是一个{sample}。", "A new sentence from it: “{text}” That is no {sample}.";
    usual_one_in(n) = "稀不稀奇？大约 {n} 个里有一个这样的；", "How usual? About one in {n} is like this;";
    usual_one_in_one = "稀不稀奇？几乎个个这样；", "How usual? Nearly all are like this;";
    usual_density(nats) = "稀不稀奇？对数密度 {nats}（和单位有关，只能互相比）；", "How usual? A log-density of {nats} (it depends on units and only compares);";
    usual_distance(distance) = "稀不稀奇？离最近的中心 {distance}；", "How usual? It lies {distance} from the nearest centre;";
    less_usual(n, of) = "表里 {of} 个中有 {n} 个比它更稀奇。", "{n} of the table's {of} are less usual.";
    cannot_generate = "补缺、造瓜、看稀不稀奇，它都不会：它只学过分界，没学过特征之间怎么搭配，也没学过什么样的瓜常见。",
        "It cannot fill a gap, make one or say how usual this one is: it learned where the classes part, not how features go together or what is common.";
    cannot_make(sample) = "它造不了新的：堆的中心是平均，不是一个{sample}。", "It makes no new ones: a centre is an average, not a {sample}.";

    how_good(samples) = "在没见过的{samples}上，谁更好？", "Which is better on {samples} it never saw?";
    same_folds_loo(n) = "留一法：{n} 个轮流藏起一个，五种模型都用其余的重新学，再考这一个。考题完全一样。方括号里是 95% 区间。",
        "Leave-one-out: each of the {n} in turn is hidden, all five learn again from the rest, and the hidden one is the test. The same tests for all; 95% intervals behind the figures.";
    same_folds(k) = "{k} 折交叉验证：轮流藏起一份，五种模型都用其余的重新学，再考这一份。考题完全一样。后面是 95% 区间。",
        "{k}-fold cross-validation: each part in turn is hidden, all five learn again from the rest, and that part is the test. The same tests for all; 95% intervals behind the figures.";
    untested = "没有考（--cv none）：它们在没见过的样本上怎么样，谁也不知道。", "Not tested (--cv none): how they do on samples they never saw, nobody knows.";
    always(class) = "一律猜 {class}", "always {class}";
    no_difference(n) = "{n} 对模型两两相比，对数损失之差的区间（合起来 95%）都含着 0：分不出谁更好。",
        "Of the {n} pairs of models none differs for certain: every interval of a difference in log-loss (95% for all of them together) holds 0. There is no winner here.";
    some_differ(clear, n, list) = "{n} 对模型里有 {clear} 对的对数损失差得开（差的区间不含 0，合起来 95%）：{list}。其余的差别都不算数。",
        "Of the {n} pairs of models {clear} differ in log-loss (intervals without 0, 95% for all of them together): {list}. The other differences are none.";
    better_than(a, b) = "{a} 好过 {b}", "{a} beats {b}";
    none_beats_baseline = "没有一个确定好过闭着眼按比例猜。", "None is certainly better than guessing by the classes' shares.";
    beats_baseline(list) = "确定好过按比例猜的：{list}。", "Certainly better than guessing by the classes' shares: {list}.";
    worse_than_baseline(list) = "确定还不如按比例猜的：{list}。", "Certainly worse than guessing by the classes' shares: {list}.";
    best_not_above(model, accuracy, baseline_class, baseline) = "对得最多的是{model}，也只有 {accuracy}，没有超过一律猜 {baseline_class} 的 {baseline}。",
        "The one most often right, {model}, is right {accuracy} of the time: no more than always answering {baseline_class} ({baseline}).";
    best_not_surely_above(model, accuracy, interval, baseline_class, baseline) = "对得最多的是{model}（{accuracy}），可它的区间 {interval} 里就有一律猜 {baseline_class} 的 {baseline}。",
        "The one most often right is {model} ({accuracy}), but its interval {interval} still holds always answering {baseline_class} ({baseline}).";
    raw(ngram, gpt) = "语言模型的概率在各类之间重新归一过。不归一，把落在别的词元上的也算作丢掉的，n 元模型的对数损失是 {ngram}，GPT 是 {gpt}。",
        "The language models' probabilities are renormalised among the classes. Raw, with what falls on other tokens counted as lost, the n-gram's log-loss is {ngram} and the GPT's {gpt}.";
    small(n, samples) = "只有 {n} 个样本，什么也证明不了：换一批{samples}，名次就可能倒过来。这一页能让你看懂的是它们各自会什么，不是谁强。",
        "With {n} samples nothing is proved: other {samples} might turn the order round. What this page can show is what each kind of model can do, not which is best.";

    new_melons(n, samples) = "新的{samples}：三种生成模型各造 {n} 个", "New {samples}: {n} from each generative model";
    valid = "合格", "valid";
    new = "新的", "new";
    marginals = "单列差", "columns";
    pairs = "成对差", "pairs";
    agrees = "逻辑回归同意", "logistic agrees";
    real_halves = "真的：两半互比", "real: half and half";
    distances_remark = "“合格”：每个特征说一次，还说了类别。“新的”：表里没有的。“单列差”“成对差”：造的和表里的，每一列（每两列一起）的分布差多少，0 是一样，1 是毫无共同。“两半互比”是把真的随机分成两半的差距：比这还小的差距，说明不了什么。",
        "“Valid”: every feature once, and a class. “New”: not in the table. “Columns” and “pairs”: how far they lie from the table in each column, and in each two together; 0 is the same, 1 has nothing in common. “Half and half” is how far random halves of the real table lie apart: less than that means nothing.";
    naive_pairs(marginals, pairs, gpt) = "朴素贝叶斯定下类别以后，各个特征就各抽各的：单列只差 {marginals}，成对却差 {pairs}（GPT 一个接一个地写，成对差 {gpt}）。",
        "Once the class is drawn, naive Bayes draws every feature by itself: single columns are off by {marginals}, but pairs by {pairs} (the GPT, which writes one after the other: {gpt}).";
    worst_pair(a, b, distance) = "差得最多的一对是 {a} 和 {b}：{distance}。", "The pair that is farthest off: {a} and {b}, {distance}.";
    beyond_halves(list) = "成对差比真瓜两半互比还大的：{list}。", "Farther off in pairs than two halves of the real table: {list}.";
    within_halves(halves, samples) = "可三种都还没有真表的两半差得远（{halves}）：换一批真的{samples}，差别都可能比这大，看不出谁造得更像真的。",
        "Yet none is as far off as two halves of the real table are from each other ({halves}): other real {samples} may well differ more than that, so whose are the most lifelike cannot be told.";
    log_probs = "它们互相怎么看（平均 ln P(x,y)，越大越寻常）", "What they think of each other's (mean ln P(x,y); higher is more usual)";
    by = "谁来看", "seen by";
    table_rows = "表里的（学过）", "the table's (learned)";
    held_out_rows = "真的（没学过）", "real, held out";
    made_by(model) = "{model} 造的", "made by {model}";
    read_down = "竖着看：一个模型觉得哪些更寻常。横着比，只在没有数值列时才有意义。",
        "Read it down: which does a model find more usual? Across, figures compare only where no feature is a number.";
    by_heart(models, samples) = "{models}觉得，学过的{samples}比没学过的真{samples}寻常得多：学到的有一部分，只是把这张表背了下来。",
        "To {models} the {samples} of this table seem far more usual than real ones never seen: part of what was learned is the table by heart.";

    try_leave_out = "少说一样：谁还能答？", "leave a feature out: who can still answer?";
    try_characters = "让语言模型一个字一个字地读", "let the language models read letter by letter";
    try_more = "瓜多了，差别才看得出来", "with more melons differences become clear";
    try_bayes = "朴素贝叶斯记住的每一个概率", "every probability that naive Bayes keeps";
}
