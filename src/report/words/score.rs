//! Words of `melon score` and `melon ladder`.

super::words! {
    title = "这段文字有多意外？", "How surprising is this text?";
    means = "每个词元的意外程度 = -ln(概率)：板上钉钉是 0，概率减半加 0.69。",
        "A token's surprise is -ln of its probability: 0 for what was certain, 0.69 more for each halving.";
    token = "词元", "token";
    probability = "概率", "probability";
    surprise = "意外（nats）", "surprise (nats)";
    by_line = "哪一段最意外？", "Which lines are the most surprising?";
    line = "行", "line";
    per_char = "每字", "a character";
    most_surprising = "最意外的词元", "The most surprising tokens";
    after = "在……之后", "after";
    all_together = "合在一起", "All together";
    total(nats, n) = "整段的对数概率：{nats} nats（{n} 个词元）", "Log-probability of the whole: {nats} nats ({n} tokens)";
    per_token(token, char) = "平均每个词元 {token} nats，每个字 {char} nats", "On average {token} nats a token, {char} nats a character";
    perplexity(perplexity, vocab_size) = "困惑度 {perplexity}：平均起来，像在这么多个词元里瞎猜（词表一共 {vocab_size} 个）",
        "Perplexity {perplexity}: on average as unsure as among so many tokens (there are {vocab_size} in all)";
    perplexity_blind(perplexity, vocab_size) = "困惑度 {perplexity}：比词表的 {vocab_size} 个词元还多。这段文字对它来说，比在全部词元里瞎猜还难：它把概率给了别的词元。",
        "Perplexity {perplexity}: more than the {vocab_size} tokens there are. On this text it does worse than a blind guess among all of them: it gave its probability to other tokens.";
    try_generate = "模型自己会怎么接？", "and what would the model write?";
    try_other = "换一个模型来听", "another model's opinion";
    try_ladder = "从瞎猜到 GPT，一级级比", "from guessing to the GPT, step by step";

    ladder_title = "从瞎猜到 GPT：同一份考卷", "From guessing to a GPT: one examination";
    ladder_split(n_train, n_validation, share) = "每篇的前 {share} 用来学（{n_train} 字），剩下的用来考（{n_validation} 字）。分数是每个字的意外，越低越好。",
        "Of each document the first {share} teach ({n_train} characters) and the rest examine ({n_validation}). The score is the surprise by the character: lower is better.";
    ladder_sampled(n) = "学过的那份太长，均匀取了 {n} 字来考。", "The text learned from is long: {n} characters, evenly spread, stand for it.";
    model = "模型", "model";
    params = "参数", "parameters";
    train = "学过的", "learned from";
    validation = "没学过的", "held out";
    uniform = "均匀（瞎猜）", "uniform (guessing)";
    unigram = "unigram（只看常见不常见）", "unigram (how common)";
    bigram = "bigram（看前一个字）", "bigram (one before)";
    n_gram(order, before) = "{order}-gram（看前 {before} 个字）", "{order}-gram ({before} before)";
    gpt(n) = "GPT（看前 {n} 个）", "GPT ({n} before)";
    reading = "数的是 n-gram，平滑用 Kneser-Ney。两列差得越多，背的越多；考卷那列才是本事。",
        "The n-grams are counted, with Kneser-Ney smoothing. The wider apart the two columns, the more is memory; what counts is the held-out one.";
    best(model, nats) = "没学过的文字上最好的是 {model}：每个字 {nats} nats。", "Best on what was held out: {model}, {nats} nats a character.";
    gpt_trained(steps, secs) = "GPT 是刚刚在学的那份上训练的：{steps} 步，{secs} 秒。", "The GPT was trained just now on the same text: {steps} steps in {secs} seconds.";
    gpt_same(name) = "GPT 是 {name}：训练记录说，它学的正是同一份文字，考卷也没见过。", "The GPT is {name}: by its record it learned from the same text and never saw what is held out here.";
    gpt_other(name) = "小心：{name} 是用别的文字训练的（或没有记录），考卷它可能见过，两列不能和上面比。",
        "Careful: {name} learned from other text, or there is no record: it may have seen the examination, and its figures cannot be compared.";
    gpt_none = "没有 GPT 这一级（--no-gpt）。", "Without the GPT (--no-gpt).";
    try_longer = "让 GPT 多学一会儿", "let the GPT learn for longer";
    try_order = "看得更远，背得更多", "looks further, remembers more";
    try_score = "给一句话打分", "the score of a sentence";
    nothing_held_out = "语料太短，留不出考卷：至少要让每篇的最后一成有一个字。换一份更长的文字。",
        "The corpus is too short to hold anything out: a tenth of it is not a single character. Give it a longer text.";
}
