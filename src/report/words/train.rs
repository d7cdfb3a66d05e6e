//! Words of `melon pretrain` and `melon finetune`.

super::words! {
    wanted_time = "是一段时间，如 90s、15m、2h", "a time such as 90s, 15m or 2h";
    wanted_share = "不小于 0 且小于 1", "at least 0 and below 1";
    running(loss) = "损失 {loss}", "loss {loss}";
    measured(step, train, validation) = "第 {step} 步：训练损失 {train}，验证损失 {validation}", "step {step}: training loss {train}, validation loss {validation}";

    // Before.
    plan_layers(n_layer, n_head, s_layer, s_head) = "{n_layer} 层，每层 {n_head} 个头", "{n_layer} layer{s_layer} of {n_head} head{s_head}";
    plan_model(layers, n_embd, context_len, n_params) =
        "模型：{layers}，宽 {n_embd}，最多往回看 {context_len} 个词元；共 {n_params} 个参数。",
        "Model: {layers}, {n_embd} wide, looking back {context_len} tokens at most; {n_params} parameters.";
    plan_text(n_chars, n_train, n_validation, vocab_size, kind) =
        "文字：{n_chars} 个字。{n_train} 个词元用来学，{n_validation} 个留着考；词表 {vocab_size} 个（{kind}）。",
        "Text: {n_chars} characters. {n_train} tokens to learn from, {n_validation} held out; a vocabulary of {vocab_size} ({kind}).";
    plan_chats(n_train, n_validation) = "对话：{n_train} 段用来学，{n_validation} 段留着考。只有回答算损失。", "Conversations: {n_train} to learn from, {n_validation} held out. Only the answers count.";
    plan_too_long(n) = "有 {n} 段对话比上下文长，后面的部分学不到。", "Conversations longer than the context: {n}. What lies beyond it is not learned.";
    plan_steps(iters, sequences, passes, s_iters, s_sequences) = "练习：{iters} 步，每步 {sequences} 段，相当于把全部文字读 {passes} 遍。", "Practice: {iters} step{s_iters} of {sequences} sequence{s_sequences} each, as much as reading everything {passes} times.";
    plan_from(step, iters) = "从第 {step} 步接着练，一共 {iters} 步。", "Going on from step {step} of {iters}.";
    plan_time(time) = "大约要 {time}。按 Ctrl-C 会在这一步之后停下。", "This will take about {time}. Ctrl-C stops it after the step at hand.";
    plan_time_saved(time, folder) = "大约要 {time}。按 Ctrl-C 会先存到 {folder} 再停，以后可以接着练。", "This will take about {time}. Ctrl-C saves to {folder} first and then stops; the run can be resumed.";
    plan_unsaved = "没有 --save，练完就没了。想留下它，加 --save 文件夹。", "Without --save nothing is kept. To keep the model, say --save DIR.";
    char_kind = "一个字符一个词元", "one token a character";
    bpe_kind = "字节对编码，常见的字节串合成一个", "byte-pair encoding: frequent runs of bytes";
    other_kind = "外来的", "from elsewhere";
    secs(n, s) = "{n} 秒", "{n} second{s}";
    minutes(n, s) = "{n} 分钟", "{n} minute{s}";
    hours(n) = "{n} 小时", "{n} hours";

    // After.
    pretrained_title(n_chars) = "预训练：读了 {n_chars} 个字，学着猜下一个词元", "Pre-training: {n_chars} characters read, guessing the next token";
    finetuned_title(n, s) = "微调：从 {n} 段对话里学着回答", "Fine-tuning: learning to answer from {n} conversation{s}";
    curve = "损失曲线", "The loss curve";
    curve_y = "损失（每个词元多少奈特）", "loss (nats a token)";
    curve_x = "步数", "steps";
    legend_train = "训练：练过的文字", "training: text it practised on";
    legend_answers = "训练：练过的回答", "training: answers it practised";
    legend_validation = "验证：没见过的文字", "validation: text it never saw";
    legend_held_out = "验证：没练过的回答", "validation: answers it did not practise";
    legend_uniform = "什么都不懂", "knowing nothing";
    numbers = "这些数是什么意思", "What the numbers mean";
    loss_column = "损失", "loss";
    perplexity_column = "困惑度", "perplexity";
    row_uniform = "什么都不懂", "Knowing nothing";
    row_train = "在练过的文字上", "On text it practised on";
    row_train_answers = "在练过的回答上", "On answers it practised";
    row_validation = "在没见过的文字上", "On text it never saw";
    row_held_out = "在没练过的回答上", "On answers it did not practise";
    row_before = "微调之前", "Before fine-tuning";
    loss_means(vocab_size, uniform) = "损失是给正确答案的概率取对数再变号。在 {vocab_size} 个词元里瞎猜，损失是 ln {vocab_size} = {uniform}；猜得越准越接近 0。",
        "The loss is minus the logarithm of the probability given to the token that really came. A blind guess among {vocab_size} tokens costs ln {vocab_size} = {uniform}; a perfect one 0.";
    perplexity_means(perplexity) = "困惑度是 e 的损失次方：这个模型每猜一个词元，就像在 {perplexity} 个里面瞎猜。", "Perplexity is e to the loss: for each token the model is as undecided as if it guessed among {perplexity}.";
    verdict_overfits(step, best, last) = "验证损失在第 {step} 步最低（{best}），后来又升到 {last}，训练损失却还在降：它开始背书了，这叫过拟合。留下的是第 {step} 步的模型。",
        "The validation loss was lowest at step {step} ({best}) and rose to {last} after that, while the training loss kept falling: the model began to learn by heart. That is overfitting. The model of step {step} is the one kept.";
    verdict_falling = "到最后验证损失还在降：再多练一些，它多半还会更好。", "The validation loss was still falling at the end: more steps would probably make it better.";
    verdict_settled = "这一次练习里，最后两次测的验证损失几乎一样。可是学习率那时已经降到头，每一步都走得很小：练得更久（--iters 更大），它还可能再降。",
        "In this run the last two validation losses hardly differ. But by then the learning rate had fallen to its end, and each step was small: a longer run (more --iters) may still go lower.";
    verdict_level = "到停下为止，最后两次测的验证损失几乎一样。这说明不了练完会怎样：接着练，它还可能再降。",
        "Up to where it stopped, the last two validation losses hardly differ. That does not tell how the whole run would end: it may still go lower.";
    verdict_unknown = "文字太短，没有留出考题：只看训练损失，分不清它是学会了还是背下来了。换长一些的文字。",
        "The text is too short to hold anything out: the training loss alone cannot tell learning from memorising. Take a longer text.";
    verdict_unknown_answers = "没有留出考题：只看训练损失，分不清它是学会了还是背下来了。", "Nothing was held out: the training loss alone cannot tell learning from memorising.";
    verdict_nothing = "它和什么都不懂差不多：练得太少，或学习率不合适。多练几步，或换一个 --learning-rate。", "It is hardly better than knowing nothing: too few steps, or a learning rate that does not suit. Give it more --iters, or another --learning-rate.";
    stopped(step, iters) = "在第 {step} 步停下了，一共要 {iters} 步。", "Stopped after step {step} of {iters}.";
    out_of_time(step, iters) = "时间到了，停在第 {step} 步，一共要 {iters} 步。", "The time is up: stopped after step {step} of {iters}.";
    stopped_saved(folder) = "到此为止的都存在 {folder} 里，接着练会和没停过一模一样：", "All of it is saved in {folder}. To go on as if it had never stopped:";
    stopped_unsaved = "没有 --save，所以什么都没存下。", "Without --save, nothing was kept.";
    saved_to(folder) = "模型存在 {folder}。", "The model is saved in {folder}.";
    not_saved = "没有 --save，这个模型没有存下。", "Without --save, this model was not kept.";

    // Fine-tuning.
    examples = "同样的问题，微调前后", "The same questions, before and after";
    practised = "练过", "practised";
    held_out = "没练过", "not practised";
    question(question, kind) = "问：{question}（{kind}）", "Q: {question} ({kind})";
    before = "之前", "before";
    after = "之后", "after";
    expected = "答案", "in the data";
    nothing_said = "（什么也没说）", "(says nothing)";
    forgotten = "忘了多少", "What was forgotten";
    forgotten_more(before, after) = "在预训练的文字上，验证损失从 {before} 升到 {after}：学会了回答，接着写文章的本事就差了一些。这叫灾难性遗忘；学习率越小、步数越少，忘得越少。",
        "On the text of pre-training, the validation loss rose from {before} to {after}: it learned to answer and became worse at continuing a text. This is called catastrophic forgetting; a lower learning rate or fewer steps forget less.";
    forgotten_little(before, after) = "在预训练的文字上，验证损失从 {before} 变成 {after}：几乎没有忘。", "On the text of pre-training, the validation loss went from {before} to {after}: hardly anything was forgotten.";
    forgotten_unknown = "不知道它预训练用的是什么文字。用 --corpus 给出来，就能看出忘了多少。", "The text of its pre-training is not at hand. Name it with --corpus to see what was forgotten.";

    // Counting.
    counted_title(n_chars) = "数数：在 {n_chars} 个字里，谁后面跟着谁", "Counting: who follows whom in {n_chars} characters";
    counted_what = "数了什么", "What was counted";
    length = "几个连在一起", "length";
    distinct = "有多少种", "distinct runs";
    counted_means = "n 元模型不训练，只数：每种连着的字各出现几次。越长的串越少重复，没见过的就看短一点的。",
        "An n-gram model is not trained: it counts how often each run of characters occurs. Long runs hardly repeat; after one that was never seen, shorter ones are asked.";
    not_for_ngram(flag) = "--{flag} 只对 --model gpt 有意义：n 元模型是数出来的，没有这一项。", "--{flag} is for --model gpt only: an n-gram model is counted and has no such thing.";
    only_for_ngram = "--order 只对 --model ngram 有意义。", "--order is for --model ngram only.";

    // What next.
    next_gpt = "再训练一个会往远处看的", "now one that looks further back";
    next = "接下来", "What next";
    next_generate = "让它接着写", "let it continue a text";
    next_finetune = "教它回答问题", "teach it to answer questions";
    next_chat = "和它聊聊", "talk to it";
    next_longer = "多练一倍", "practise twice as long";
    next_dropout = "练习时随机遮住一些，少背书", "hide some activations while practising: less by heart";
    next_small = "换大一些的模型", "a larger model";
    next_gentle = "学得慢一些，忘得少一些", "learn more gently, forget less";
    next_save = "把模型留下", "keep the model";
    next_resume = "接着练", "go on";
}
