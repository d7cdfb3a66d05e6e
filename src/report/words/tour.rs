//! Words of `melon tour`: the frame, and the screens in their order.

super::words! {
    list_title = "这一课的每一屏", "The screens of this lesson";
    list_remark = "每一屏都当场算给你看，没有一个数字是事先写好的。",
        "Every screen is computed while you look: no figure was written down beforehand.";
    try_all = "从头看起", "from the beginning";
    try_one(title) = "只看一屏：{title}", "one screen: {title}";
    try_from(number) = "从第 {number} 屏看起", "from screen {number} on";
    keys(title, last) = "下一屏：{title}    回车 继续    s 跳过它    1–{last} 去那一屏    q 离开",
        "Next: {title}    Enter go on    s skip it    1–{last} go there    q quit";
    no_screen_number(typed, last) = "没有第 {typed} 屏，只有 1 到 {last}。", "There is no screen {typed}: they go from 1 to {last}.";
    no_screen_name(typed) = "没有叫“{typed}”的一屏。", "No screen is called {typed}.";
    see_list = "melon tour --list 列出所有的屏。", "melon tour --list lists them all.";

    t_letters = "名字里的四个词", "What the name says";
    letters_idea = "ChatGPT 这个名字由四个词拼成，每个词是一个想法。程序里带着一个很小的 GPT，就用它一个个来看。",
        "ChatGPT is made of four words, and each of them is an idea. There is a very small GPT inside this program to show them.";
    letters_chat = "聊天：你问，它答。", "You ask, it answers.";
    letters_question(text) = "问：{text}", "Q: {text}";
    letters_answer(text) = "答：{text}", "A: {text}";
    letters_g(screen) = "生成：它不是找出一段现成的话，而是一个词元接一个词元地写出来（第 {screen} 屏）。",
        "It does not look up a text, it writes one, token by token (screen {screen}).";
    letters_p(n, screen) = "预训练：聊天之前，它先读了 {n} 个字没有标签的文章（第 {screen} 屏）。",
        "Before it could chat, it read {n} characters of text without any labels (screen {screen}).";
    letters_t(context, layers, heads, params) = "网络的样子：写每个词元前，回头看最多 {context} 个词元。这一个有 {layers} 层，每层 {heads} 个注意力头，一共 {params} 个参数。",
        "The shape of the network: before each token it looks back on up to {context}. This one has {layers} layers of {heads} attention heads, {params} parameters in all.";

    t_next_word = "下一个词", "The next word";
    next_word_idea = "语言模型写字，一次只写一个词元。每写一个之前，它先给所有可能的词元各估一个概率，再从里面选。“生成”说的就是这件事。",
        "A language model writes one token at a time. Before each it gives every possible token a probability, and then it picks one. That is all that 'generative' means.";
    next_word_prompt(prompt) = "话说到这里：“{prompt}”，接下来呢？", "So far: {prompt} ('going to work on Monday is really ...'). What next?";
    next_word_counted(n_chars, n, v) = "概率从哪来？数出来的：自带的语料有 {n_chars} 个字，这句开头出现了 {n} 次。词表里一共有 {v} 个词元可选，没跟在它后面出现过的，概率都几乎是 0。",
        "Where from? They were counted: in the built-in text, {n_chars} characters long, this beginning stands {n} times. Of {v} possible tokens all others get next to nothing.";
    next_word_times(n) = "{n} 次", "{n} times";
    next_word_lesson = "语料换一换，概率就跟着变：它只知道自己读过什么。",
        "Another text gives other probabilities: the model knows what it has read, and no more.";
    gloss_down = "miserable", "miserable";
    gloss_great = "great", "great";

    t_four_steps = "四步，一圈又一圈", "Four steps, round and round";
    step_encode = "1 编码", "1 encode";
    step_predict = "2 预测", "2 predict";
    step_choose = "3 选择", "3 choose";
    step_append = "4 接上", "4 append";
    encode_what = "文字切成词元，每个词元是一个编号", "the text is cut into tokens, each with a number";
    vector_is(text, numbers, n) = "{text} → ({numbers}, …)，GPT 里是 {n} 个数的向量", "{text} → ({numbers}, …): in a GPT, a vector of {n} numbers";
    predict_what(n) = "看最后 {n} 个词元，给下一个估概率", "the last {n} tokens give the next one its odds";
    choose_what = "选概率最大的（常见的做法，也可以按概率抽签）", "take the likeliest (or draw lots by the odds)";
    append_what = "接到后面，回到第 2 步", "put it behind, and back to step 2";
    round = "圈", "round";
    so_far = "已经写了", "so far";
    candidates = "候选", "candidates";
    chosen = "选中", "chosen";
    rounds_more(n) = "……再转 {n} 圈", "... and {n} rounds more";
    written(text) = "写成了：{text}", "Written: {text}";
    stopped_string(rounds, stop) = "转了 {rounds} 圈，写到“{stop}”就停：这是说好的停止条件。", "It stopped after {rounds} rounds, at the {stop} that it was told to stop at.";
    stopped_end(rounds) = "转了 {rounds} 圈，它写出了“全文完”的记号，于是停下。", "It stopped after {rounds} rounds, with the token that ends a text.";
    stopped_max(rounds) = "转满 {rounds} 圈，到了说好的长度，停下。", "It stopped after {rounds} rounds, the length that was agreed.";
    parrot(sure, rounds) = "{rounds} 圈里有 {sure} 圈只有一个候选：读得太少，它多半在背书。",
        "In {sure} of {rounds} rounds there was one candidate only: it has read so little that it mostly recites.";

    t_features = "特征和标签", "Features and labels";
    features_idea(n, features, label) = "换一种问题：不写字，只判断。买来 {n} 个瓜，记下{features}，再一个个切开，记下{label}没{label}。看得见的叫特征，切开才知道的叫标签，整张表就是数据集。",
        "Another kind of question: do not write, tell. Buy {n} melons, note {features}, then cut each open and note whether it is {label}. What you see are the features, what the knife shows is the label; the table is the data set.";
    features_count(n, class) = "{n} 个 {class}", "{n} {class}";
    features_contradiction(a, b) = "{a} 号和 {b} 号看上去一模一样，切开却不同：光看外表，谁也做不到全对。",
        "Melons {a} and {b} look the same and are not the same inside: from outside nobody gets all of them right.";
    features_discriminative = "由特征求标签的概率 P(y|x)，这样的模型叫判别式模型。", "A model of the label given the features, P(y|x), is called discriminative.";

    t_training = "训练：从十个瓜里学", "Training on ten melons";
    training_idea(n) = "从特征和标签里找规律，就叫训练。这里用逻辑回归，当场从 {n} 个瓜学。学完以后，什么样的瓜都能问：",
        "To find the rule between features and labels is to train. A logistic regression learns from the {n} melons, right now. Afterwards it can be asked about any melon:";
    training_likeliest(shown, n) = "{n} 种组合里，最可能熟的 {shown} 种", "Of all {n} combinations, the {shown} likeliest to be ripe";
    training_unseen(unseen, n) = "{n} 种组合有 {unseen} 种它从没见过，照样答得出：这叫泛化。", "It never saw {unseen} of the {n} and still has an answer: that is called to generalise.";
    training_honest(train, held_out, baseline) = "答得出不等于答得对。学过的对 {train}；藏起一个、用其余的学、再考它，对 {held_out}；闭眼猜多的那类，对 {baseline}。",
        "An answer need not be right. On what it learned from: {train} right. Each hidden in turn and asked by the others' rule: {held_out}. Always the commoner answer: {baseline}.";
    training_too_few = "所以，十个瓜太少，学到的还不能当真。", "So ten melons are too few: do not trust the rule yet.";
    training_holds = "没见过的瓜上也比瞎猜强。", "It is better than guessing, on melons it never saw too.";

    t_sum = "Y = f(x₁) + f(x₂) + f(x₃)", "Y = f(x₁) + f(x₂) + f(x₃)";
    sum_idea(melon) = "模型怎么算一个{melon}的瓜？每个特征交出一份证据，正的说像熟，负的说不像，加起来就是 Y：",
        "How does the model judge a melon that is {melon}? Every feature hands in its evidence, positive for ripe, negative against; the sum is Y:";
    sum_name(name) = "f({name})", "f({name})";
    sum_bias = "起点（截距）", "start (intercept)";
    sum_total(total) = "Y = {total}", "Y = {total}";
    sum_sigmoid = "Y 可大可小，概率却在 0 和 1 之间，所以再过一条 S 形曲线：",
        "Y can be any number and a probability lies between 0 and 1, so an S-shaped curve follows:";
    sum_params(n, features) = "每个 f 是一张小表：一个取值一个数。{features} 个特征的取值加上起点，一共 {n} 个数，这些就是训练要定下来的参数。",
        "Each f is a little table with a number for each value. With the start, {features} features make {n} numbers: these are the parameters, and training is to find them.";

    t_classification = "分类：二者选一", "Classification: one of two";
    classification_idea(n, class, other) = "答案只有 {class} 和 {other} 两种，是离散的，这叫分类。{n} 个瓜按 Y 的大小排开，曲线把 Y 变成概率，过了一半就答 {class}。",
        "The answer is {class} or {other}, nothing between: classification. {n} melons stand where their Y puts them; the curve turns Y into a probability, and from one half on the answer is {class}.";
    classification_right(train, held_out, baseline) = "学过的瓜答对 {train}，没见过的答对 {held_out}，一律猜多的那类答对 {baseline}。",
        "Right on melons it learned from: {train}; on melons it never saw: {held_out}; by always giving the commoner answer: {baseline}.";
    not_better = "没见过的没有答得更好：这几样外表，还不足以断定熟不熟。", "On melons it never saw it is no better than that: these looks do not settle the matter.";
    better = "没见过的也答得更好：它学到了点东西。", "On melons it never saw it is better than that: something was learned.";

    t_regression = "回归：答案是个数", "Regression: the answer is a number";
    regression_idea(n) = "不问熟不熟，问有多甜：含糖率是连续的数，这叫回归。还是那三个特征、还是相加，从 {n} 个合成的瓜里学。",
        "Not ripe or unripe but how sweet: sugar is a number on a scale, and that is regression. The same three features, added up again, learned from {n} synthetic melons.";
    regression_answer(melon, sugar) = "一个{melon}的瓜，预测含糖率 {sugar}。", "A melon that is {melon}: predicted sugar {sugar}.";
    regression_x = "预测", "predicted";
    regression_y = "实际的含糖率（点在线上就是正好猜中）", "true sugar (on the line: exactly right)";
    regression_error(rmse, baseline) = "没见过的瓜，一般差 {rmse}；不看瓜、一律猜平均，差 {baseline}。",
        "On melons it never saw it is off by {rmse}, typically; always answering the mean, by {baseline}.";
    regression_few(n, rmse, baseline) = "同样的办法用在书上的 {n} 个瓜：差 {rmse}，猜平均差 {baseline}。",
        "The same on the book's {n} melons: off by {rmse}, the mean by {baseline}.";
    regression_few_worse = "数据太少，学了还不如不学。", "With so few, learning does harm.";
    regression_few_better = "再少也比不学强。", "Few, and still better than none.";

    t_unsupervised = "没有答案也能学", "Learning without answers";
    unsupervised_idea(label, n) = "前面每个瓜都有标签，这叫有监督。现在把“{label}”这一列盖住，只剩外表，让程序自己把 {n} 个瓜分成堆：像的放一起。这叫无监督，这里做的是聚类。",
        "So far every melon came with its answer: supervised learning. Now the column '{label}' is covered. By looks alone the program sorts {n} melons into heaps, like to like: unsupervised learning, here clustering.";
    unsupervised_group(k, n, what) = "第 {k} 堆（{n} 个）：{what}", "Heap {k} ({n}): {what}";
    unsupervised_then = "分完再掀开标签看：", "Only now uncover the labels:";
    unsupervised_heap(k) = "第 {k} 堆", "heap {k}";
    unsupervised_purity(purity, majority) = "把每堆当成它的多数派，能对 {purity}；不分堆、全当多数派，对 {majority}。",
        "Taking each heap for its majority is right {purity} of the time; no heaps at all, {majority}.";
    unsupervised_lesson = "堆是按像不像分的，不是按熟不熟：它没见过答案，也就没有义务猜中。",
        "The heaps go by likeness, not by ripeness: it never saw an answer and does not owe us one.";

    t_clustering = "聚类：走几步就稳了", "Clustering, step by step";
    clustering_idea(n, k) = "{n} 个瓜，只量密度和含糖率，没有标签。k 均值先放 {k} 个中心，每个瓜归最近的中心，中心再挪到自己这堆的正中，如此反复。",
        "{n} melons, density and sugar, no labels. k-means places {k} centres; each melon joins the nearest, each centre moves to the middle of its own, and so on.";
    clustering_steps(steps) = "到各自中心的距离平方和，一步步变小：{steps}", "Squared distances to the centres, step by step: {steps}";
    clustering_stable(n) = "{n} 步以后谁也不再换堆。数字是堆，* 是中心。", "After {n} steps nobody moves any more. Digits are heaps, * their centres.";

    t_pretraining = "预训练：没人批改的阅读", "Pre-training: reading, no teacher";
    pretraining_idea(n_chars, n_params) = "文章里没有标签，但每个字的后面都有下一个字，答案就在文章里。一个小 GPT（{n_params} 个参数）刚刚当场学了自带语料里的 {n_chars} 个字，另有一成留着考它。",
        "Text has no labels, but behind every character stands the next: the answers are in the text. A small GPT ({n_params} parameters) has just learned from {n_chars} characters of the built-in text, live; a tenth of the text is held back to examine it.";
    pretraining_loss = "损失：没读过的那部分，每个字的意外程度（纳特）", "Loss: how surprising each character is, on text held back (nats)";
    pretraining_step(n) = "第 {n} 步", "step {n}";
    pretraining_uniform(v) = "瞎猜：ln {v}", "guessing: ln {v}";
    pretraining_started = "开始时和瞎猜差不多，后来越来越不意外。", "It begins like a guesser and is less and less surprised.";
    pretraining_not_learned = "这一次几乎没有学到什么。", "This time it learned next to nothing.";
    pretraining_before(text) = "训练前：{text}", "before: {text}";
    pretraining_after(text) = "训练后：{text}", "after:  {text}";
    pretraining_lesson = "几秒钟只够认识常用的字和搭配。放大几百万倍，就是大模型的第一阶段。",
        "A few seconds teach common letters and the shapes of words. The same, millions of times larger, is the first stage of a large model.";

    t_finetuning = "微调：从会接话到会答话", "Fine-tuning: learning to answer";
    finetuning_idea(n) = "只读过文章的模型，会接话，不会答话。微调就是再练 {n} 段问答，损失只算在答案上：有了标准答案，这一段是有监督的。同一个问题，问问前后两个模型：",
        "A model that has only read goes on with a text; it does not answer. Fine-tuning lets it practise {n} conversations, and only the answers count: with right answers given, this part is supervised. The same question, before and after:";
    finetuning_before(text) = "微调前，接着写：{text}", "before, it goes on: {text}";
    finetuning_after(text) = "微调后，回答：{text}", "after, it answers: {text}";
    finetuning_not_practised = "（这一问不在练习里。）", "(This question was not among those practised.)";
    finetuning_lesson = "先无监督地读，再有监督地练：两个阶段，改的是同一批参数。它只懂练过的那一点，别的多半答不对。",
        "First to read without answers, then to practise with them: two stages, and the same parameters. It knows the little it has practised; on other things it is mostly wrong.";

    t_parameters = "参数：“大”在哪里", "Parameters: what is large about it";
    parameters_idea = "参数就是训练要定下来的数。下面每往右一格，数目大十倍：", "Parameters are the numbers that training has to find. Each block to the right is ten times more:";
    size_formula = "三个 f 的公式", "three f's, one each";
    size_ten_melons = "十个瓜的逻辑回归", "ten melons, logistic";
    size_gpt = "刚才的小 GPT", "the small GPT just now";
    size_ngram = "自带语料的 n 元模型", "n-gram of the built-in text";
    size_embedded = "自带的聊天 GPT", "the GPT that chats";
    size_gpt3 = "GPT-3", "GPT-3";
    size_gpt4 = "GPT-4（传闻）", "GPT-4 (hearsay)";
    size_counted = "数出来的", "counted";
    size_said = "书上说的", "as told";
    parameters_ratio(ratio) = "从十个瓜到 GPT-3，差了 {ratio} 倍。训练的办法却是同一种：算损失，顺着变小的方向挪一点。",
        "From ten melons to GPT-3 is a factor of {ratio}. The way of training is the same: take the loss, and move a little to where it shrinks.";
    parameters_hearsay = "GPT-3 的数来自论文（2020）；GPT-4 的从未由厂商公布，只是流传很广。", "GPT-3's figure is from its paper (2020); GPT-4's maker never gave one: 1.8 trillion is what is passed around.";

    t_emergence = "涌现：换把尺子再看", "Emergence: try another ruler";
    emergence_idea(len, iters) = "六个小 GPT，只有大小不同，各练 {iters} 步，练同一件事：把 {len} 个字母倒过来写。同一批答卷，用两把尺子打分：",
        "Six GPTs that differ in size alone practise one thing for {iters} steps: write {len} letters backwards. The same answers are marked with two rulers:";
    emergence_params = "参数", "parameters";
    emergence_letters = "字母对", "letters right";
    emergence_words = "整词对", "whole words right";
    emergence_gap(params, letters, words, steps) = "{params} 个参数的那个，字母已经对了 {letters}，整词才对 {words}：用第二把尺子看，它还什么都不会。{steps}",
        "The one with {params} parameters already gets {letters} of the letters, and {words} of the words: by the second ruler it has hardly begun. {steps}";
    emergence_steeper(letters, words) = "最陡的一步，占整词上升的 {words}，只占字母上升的 {letters}：看上去的“突然”，有一部分是尺子造成的。",
        "The steepest step is {words} of the whole rise in words and only {letters} of that in letters: part of what looks sudden is the ruler.";
    emergence_as_steep(letters, words) = "可是最陡的一步，占字母上升的 {letters}，占整词上升的 {words}：这一次换把尺子，突然的程度差不多。",
        "Yet the steepest step is {letters} of the whole rise in letters and {words} of that in words: this time it is about as sudden by either ruler.";
    emergence_no_gap = "这一次两把尺子差不多，看不出谁更突然。", "This time both rulers agree; neither looks more sudden.";
    emergence_lesson(len) = "整词对要 {len} 个字母连着对，约等于字母正确率的 {len} 次方。大模型的“涌现”有多少是真本事，有多少是尺子，至今还在争。",
        "A whole word needs {len} letters right in a row, about the {len}th power of the letters' share. How much of the emergence of large models is ability and how much is the ruler is still argued about.";

    t_side = "并排：两种眼光看同一个瓜", "Side by side: two views of one melon";
    side_idea(n, melon) = "最后，让两家人看同一个瓜：{melon}。五个模型都只学过那 {n} 个瓜；语言模型学的是把瓜写成的句子。",
        "At last both families look at one melon: {melon}. All five learned from the {n} melons, the language models from sentences about them.";
    side_models = "它估的是", "what it models";
    side_answer = "熟的概率", "P(ripe)";
    side_fills = "遮住一项，它猜", "one hidden, its guess";
    side_logistic = "逻辑回归", "logistic";
    side_naive_bayes = "朴素贝叶斯", "naive Bayes";
    side_ngram = "n 元模型", "n-gram";
    side_gpt = "GPT", "GPT";
    side_kmeans = "k 均值", "k-means";
    side_next = "P(下一个词元)", "P(next token)";
    side_distance = "远近", "distances";
    side_afterwards = "* 聚类没看过标签，这是事后数出来的：这个瓜所在的那一堆，熟的占多少。", "* Counted afterwards in the melon's heap: clustering saw no labels.";
    side_make = "再请它们各造一个新瓜：", "Now each is asked for a new melon:";
    side_makes(name, melon) = "{name}：{melon}", "{name}: {melon}";
    side_makes_none(names) = "{names}：造不出，它们不知道瓜长什么样", "{names}: cannot, they do not know what melons look like";
    side_lesson = "判别式模型只回答问它的那一件事；生成式模型学的是整个瓜，所以能判断、能补缺，也能造新的。大语言模型是后一家的。",
        "A discriminative model answers the one thing it was asked. A generative model has learned the whole melon: it can tell, fill in and make new ones. Large language models are of the second family.";

    try_classify_ten = "自己训练一次，看全部系数", "train it yourself and see every coefficient";
    try_ask = "问一个瓜，看它为什么这么答", "ask about one melon, and why";
    try_show_ten = "看这张表", "look at the table";
    try_data_list = "还有哪些数据", "what other tables there are";
    try_no_penalty = "去掉惩罚会怎样？", "what happens without the penalty?";
    try_curve = "要多少个瓜才够？", "how many melons would do?";
    try_candidates = "每一步还有谁可选", "who else might have come, at each step";
    try_draw = "抽签来选，换个种子就换一段", "by lot: another seed, another text";
    try_trace = "每一圈的四步都打出来", "the four steps of every round";
    try_scale = "三种任务、三把尺子，先看三秒", "three tasks, three rulers, for three seconds";
    try_compare = "同一张表，再考一考，看谁更可信", "the same, tested: who is to be trusted?";
    try_chat = "和它聊聊，/quit 结束", "talk to it; /quit ends it";
    try_list = "这一课有哪些屏", "the screens of this lesson";
    try_pretrain = "看着一个更小的 GPT 从头学起", "watch an even smaller GPT learn";
    try_ask_chat = "换一句问它", "ask it something else";
    try_finetune = "看看微调的头两步", "the first two steps of fine-tuning";
    try_naive_bayes = "换一个模型：朴素贝叶斯", "another model: naive Bayes";
    try_plot = "画出每个瓜的位置", "draw where each melon stands";
    try_regress = "看公式和误差", "the formula and its error";
    try_cluster_melons = "换成两堆，再对一次标签", "two heaps, held against the labels";
    try_cluster_range = "到底分几堆好？", "how many heaps are right?";
    try_cluster_trace = "看中心一步步挪", "watch the centres move";
}
