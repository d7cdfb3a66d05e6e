//! Words of `melon generate` and of its trace.

super::words! {
    example = "周一上班真的很", "On Monday morning";
    model(name, n_params, vocab_size, context_len) = "模型 {name}：{n_params} 个参数，词表里有 {vocab_size} 个词元，最多往回看 {context_len} 个。",
        "The model, {name}, has {n_params} parameters; it knows {vocab_size} tokens and looks back on {context_len} at most.";
    title(prompt) = "“{prompt}”，接下来是什么？", "{prompt} – and then?";
    beginning = "（一段文字的开头）", "(the beginning of a text)";
    four_steps = "每写一个词元，都走同样的四步：编码、预测、选择、接上。第一个慢慢看，后面的一行一个。",
        "Every token takes the same four steps: encode, predict, choose, append. The first is shown slowly, each later one in a line.";

    encode = "① 编码：文字变成编号", "(1) Encode: text becomes numbers";
    token = "词元", "token";
    id = "编号", "id";
    vectors(n) = "模型不认得字，只认得向量：每个词元对应 {n} 个数，是训练时学来的。用得像的词元，向量也像。颜色越深，数越大。",
        "A model does not know letters. Each token stands for {n} numbers that were learned; tokens used alike have numbers alike. The darker, the larger.";
    no_vectors = "n-gram 没有向量：对它来说词元只是一个编号，两个词元要么一样，要么不一样。",
        "An n-gram has no vectors: to it a token is a mere number, and two tokens are the same or they are not.";

    predict = "② 预测：下一个词元是谁，各有多大可能？", "(2) Predict: how likely is each token to be the next?";
    looks_back = "要预测下一个，最后一个词元往回看：每一层的每个头，把注意力分给前面的词元。",
        "To predict it, the last token looks back: every head of every layer shares its attention among the tokens before.";
    shades = "█ 一半以上  ▓ 四分之一以上  ▒ 一成以上  ░ 3% 以上  · 几乎不看",
        "█ half or more  ▓ a quarter  ▒ a tenth  ░ 3%  · next to nothing";
    earlier(n) = "… 那一列是更早的 {n} 个词元，合在一起。", "The column … is the {n} tokens before, taken together.";
    layer(layer) = "层{layer}", "layer {layer}";
    head(layer, head) = "层{layer} 头{head}", "layer {layer}, head {head}";
    seen(context, n) = "它翻看学过的文字：“{context}”后面出现过 {n} 种词元，各占多少，就有多大可能。",
        "It looks up what it has read: after {context} there came {n} different tokens, and their shares are their probabilities.";
    seen_smoothed(context, n) = "它翻看学过的文字：“{context}”后面出现过 {n} 种词元，大体上各占多少就有多大可能；平滑又从每个的份额里匀出一点，留给这里没出现过的词元，所以概率不正好等于份额。",
        "It looks up what it has read: after {context} there came {n} different tokens. Their probabilities follow their shares but are not the same: smoothing has moved some of it to tokens that never came there.";
    seen_nothing = "这段开头后面，学过的文字里什么都没有出现过。加 k 平滑不看短一点的，所以每个词元一样可能。",
        "Nothing it has read ever followed this context, and add-k smoothing asks no shorter one: every token is as likely as any other.";
    no_context(n) = "一元模型（--order 1）不看前面的词元，只按 {n} 个词元平常有多常见来猜。",
        "A model of single tokens (--order 1) looks at none of the tokens before: it goes by how common each of {n} tokens is.";
    smoothed = "平滑又匀出一点，留给没出现过的词元。", " Smoothing has moved some probability to tokens that never came.";
    never_seen(n) = "最后这个词元后面，学过的文字里什么都没有出现过，只好按 {n} 个词元平常有多常见来猜。",
        "Nothing it has read ever followed the last token, so it goes by how common each of {n} tokens is.";
    probability = "概率", "probability";
    before = "模型给的", "from the model";
    after = "调整以后", "after the settings";
    left_out = "除外", "out";
    further_down(token, rank, p) = "…… 选中的 {token} 排在第 {rank}，概率 {p}。", "... the one chosen, {token}, is number {rank} with {p}.";
    nth_token(n) = "第 {n} 个", "token {n}";

    choose = "③ 选择：选哪一个？", "(3) Choose: which one?";
    greedy(token) = "常规做法（贪心）：谁的概率最大就选谁 → {token}。同样的开头，永远是同样的结果。",
        "The usual way (greedy): take the likeliest → {token}. The same beginning always ends the same.";
    drawn(settings, n) = "抽签：{settings}；还剩 {n} 个词元可以抽到。概率首尾相接排成一条，抽一个 0 到 1 之间的数，落在谁那里就选谁。",
        "By lot, with {settings}: {n} tokens can be drawn. Their probabilities are laid end to end, and a number between 0 and 1 falls on one of them.";
    fell_on(draw, token) = "{draw} 落在 {token} 上。", "{draw} falls on {token}.";

    append = "④ 接上：写到末尾，再来一遍", "(4) Append: write it down, and begin again";
    again = "加长了的文字就是新的开头，再走一遍这四步，直到该停的时候：", "The longer text is the new beginning, and the same four steps follow, until it is time to stop:";
    others = "还可能是", "it might have been";
    text = "写成的文字", "The text";

    stop_max_tokens = "够数了（--max-tokens）", "that was the number asked for (--max-tokens)";
    stop_string = "碰到了停止词（--stop）", "a stop string came (--stop)";
    stop_end = "模型觉得写完了", "the model ended the text";
    stop_interrupted = "被打断了", "interrupted";
    ending(name, n, why) = "{name}，写了 {n} 个词元，停下是因为：{why}。", "{name}: {n} tokens; stopped because {why}.";
    unknown(characters) = "词表里没有这些字：{characters}。它们被拆成字节来读，模型没学过，接下去多半不通。",
        "The vocabulary lacks these characters: {characters}. They are spelt in bytes, which the model has hardly seen: do not expect much.";
    circles = "总选最可能的，容易原地打转。加上 --temperature 0.8，让它抽签。",
        "Always taking the likeliest runs in circles. Say --temperature 0.8 to draw instead.";
    only_ngram(flag) = "{flag} 只能和 --model ngram 一起用。", "{flag} goes with --model ngram only.";
    smoothing_here(name) = "现数的 n-gram，平滑：{name}。", "n-gram counted just now, smoothing: {name}.";

    memorised = "是自己写的，还是背下来的？", "Did it write that, or has it read it?";
    nothing_shared = "和训练用的文字连一个相同的字都没有。", "It shares not a single character with the training text.";
    longest_run(n, share, document) = "最长的一段原话有 {n} 个字（占 {share}），在 {document} 里，方括号里的就是：", "The longest passage that stands in the training text has {n} characters ({share} of it), in {document}. Here it is in brackets:";
    novel(run, n, of, share) = "连续 {run} 个字的片段有 {of} 个，其中 {n} 个（{share}）训练文字里没有：", "Of its {of} runs of {run} characters, {n} ({share}) stand nowhere in the training text:";
    loss_train = "学过的文字", "text it learned from";
    loss_held_out = "没学过的文字", "text held out";
    loss(name, nats) = "{name}  每个词元 {nats} nats", "{name}  {nats} nats a token";
    gap_wide = "没学过的难得多：它有一部分是背下来的，不是学会的。", "What it never saw is much harder for it: part of what it knows is memory, not understanding.";
    gap_narrow = "两个数接近：学到的东西用得到新文字上。", "The two are close: what it learned carries over to new text.";
    no_held_out = "没有留出文字来考它，所以不知道它在新文字上怎么样。melon ladder 会留出一份来考。",
        "No text was held out to examine it, so nobody knows how it does on new text. melon ladder holds some out.";
    unknown_training(name) = "不知道 {name} 是用什么文字训练的，没法比对。用 --corpus FILE 指明训练文字。",
        "Nobody has written down what {name} was trained on, so there is nothing to compare with. Name its training text with --corpus FILE.";

    try_sampling = "不总选最大的，抽签", "draw instead of taking the likeliest";
    try_seed = "换个种子，另一段文字", "another seed, another text";
    try_colder = "低温：更稳，更重复", "colder: safer and more repetitive";
    try_memorised = "哪些是背下来的？", "what of it is memory?";
}
