//! What can go wrong with language models: their text, their training and their files.

super::words! {
    // Vocabularies.
    empty_corpus = "语料是空的：一个字也没有，学不了词表。换一份有内容的文字。", "The corpus is empty: there is no text to learn a vocabulary from. Give it some text.";
    vocabulary_small(asked, least) = "词表只有 {asked} 个词元太少：标记和字节要先占位。--vocab-size 至少是 {least}。",
        "A vocabulary of {asked} tokens is too small: markers and bytes come first. --vocab-size must be at least {least}.";
    vocabulary_large(asked, most) = "词表要不了 {asked} 个词元：这份语料最多给得出 {most} 个。把 --vocab-size 调到 {most} 以内，或换更长的语料。",
        "This corpus does not yield a vocabulary of {asked} tokens: {most} at most. Lower --vocab-size to {most}, or take a longer corpus.";
    tokenizer_format(reason) = "tokenizer.json 读不懂：{reason}。重新复制或下载这个文件。", "tokenizer.json cannot be read: {reason}. Copy or download the file again.";
    tokenizer_unencodable(text) = "tokenizer.json 里的词表写不出“{text}”，也没有代替生字的词元。换一个带 unk 或字节词元的词表。",
        "The vocabulary in tokenizer.json cannot spell {text}, and has no token to stand for what it does not know. Take one with an unk token or with bytes.";
    tokenizer_id(id, most) = "tokenizer.json 里有编号 {id}，最多只能到 {most}：文件坏了。重新复制或下载这个文件。",
        "tokenizer.json has the id {id}, and {most} is the most an id may be: the file is damaged. Copy or download it again.";
    no_markers(marker) = "这个模型的词表里没有 {marker}，分不清轮到谁说话，不能聊天。换一个用 melon pretrain 训练的模型，再微调它。",
        "The vocabulary of this model has no token {marker}, so it cannot tell whose turn it is. Take a model that melon pretrain has made, and fine-tune that.";

    // Too little to learn from.
    too_short(n_tokens, context_len, needed) =
        "用来学的文字只有 {n_tokens} 个词元，而上下文长 {context_len}，至少要 {needed} 个。换更长的语料，或把 --context-len 调小。",
        "There are {n_tokens} tokens to learn from, but a context of {context_len} needs at least {needed}. Take a longer corpus, or lower --context-len.";
    outside_vocabulary(token, vocab_size) = "词元 {token} 不在词表里（一共 {vocab_size} 个）：词表和模型不是一套。", "Token {token} lies outside the vocabulary of {vocab_size}: the vocabulary is another model's.";
    no_answers = "没有一段对话的回答放得进模型的上下文：没有可学的。换短一些的对话，或用 --context-len 更大的模型。",
        "No conversation has an answer that fits into the model's context: there is nothing to learn. Take shorter conversations, or a model with a larger --context-len.";
    no_conversations(file) = "{file}：一段对话也没有。每行要有一个 {{\"messages\": [...]}}。", "{file}: there is no conversation in it. Each line should hold one {{\"messages\": [...]}}.";
    other_vocabulary(tokenizer, model) = "词表有 {tokenizer} 个词元，模型却只认 {model} 个：它们不是一套。", "The tokenizer has {tokenizer} tokens and the model {model}: they do not belong together.";

    // Training.
    diverged(step, loss, rate) = "第 {step} 步的损失成了 {loss}：训练发散了，停在这里。多半是学习率太大（这一步是 {rate}）：把 --learning-rate 降到十分之一再试。",
        "In step {step} the loss became {loss}: training has diverged and was stopped. The learning rate ({rate} in that step) is probably too high: try again with a tenth of --learning-rate.";
    kept(path, step) = "到第 {step} 步为止最好的模型还好好地在 {path} 里。", "The best model so far, of step {step}, is safe in {path}.";
    zero(name) = "--{name} 至少是 1。", "--{name} must be at least 1.";
    not_positive(name, value) = "--{name} 要是正数，不能是 {value}。", "--{name} must be a positive number, not {value}.";
    out_of_range(name, value, range) = "--{name} 不能是 {value}（{range}）。", "--{name} cannot be {value}: it must be {range}.";
    uneven_heads(n_embd, n_head) = "宽度 {n_embd} 不能平分给 {n_head} 个头。让 --n-embd 是 --n-head 的整数倍，如 --n-embd {n_embd} --n-head 1，或 --n-embd 128 --n-head 4。",
        "{n_head} heads cannot share a width of {n_embd} evenly. Make --n-embd a multiple of --n-head, as in --n-embd 128 --n-head 4.";
    dropout(value) = "--dropout 要不小于 0 且小于 1，不能是 {value}。", "--dropout must be at least 0 and below 1, not {value}.";
    epsilon(value) = "layer_norm_epsilon 要是正数，不能是 {value}。", "layer_norm_epsilon must be a positive number, not {value}.";
    too_large_model(n_layer, n_embd, vocab_size, gib) = "{n_layer} 层、宽 {n_embd}、词表 {vocab_size} 的模型太大，训练它要 {gib} GiB 内存。把 --n-layer 或 --n-embd 调小。",
        "A model of {n_layer} layers, {n_embd} wide, with a vocabulary of {vocab_size} is too large: training it would take {gib} GiB of memory. Lower --n-layer or --n-embd.";
    no_memory(batch_size, gib) = "每步 {batch_size} 段文字，训练至少要 {gib} GiB 内存，没有这么多。把 --batch-size 调小，或换小一些的模型。",
        "With {batch_size} sequences in a batch, training takes at least {gib} GiB of memory, which there is not. Lower --batch-size, or take a smaller model.";
    wrong_model(expected, found) = "训练状态有 {found} 个参数，模型却有 {expected} 个：它们不是一套。", "The training state has {found} parameters and the model {expected}: they do not belong together.";
    broken_logits(n_tokens) = "模型在第 {n_tokens} 个词元之后给出的分数不是有限的数：它坏了，多半是训练发散所致。换一个模型，或重新训练。",
        "After {n_tokens} tokens the model's logits are not finite: it is broken, probably by a training that diverged. Take another model, or train again.";

    // Generating and scoring.
    temperature(value) = "--temperature 要是不小于 0 的数，不能是 {value}。", "--temperature must be a number from 0 up, not {value}.";
    top_p(value) = "--top-p 要大于 0、不超过 1，不能是 {value}。", "--top-p must be above 0 and at most 1, not {value}.";
    min_p(value) = "--min-p 要在 0 和 1 之间，不能是 {value}。", "--min-p must be between 0 and 1, not {value}.";
    no_text = "没有文字可以打分。写一段文字，或用 --file 指一个文件。", "There is no text to score. Give a text, or name a file with --file.";

    // Conversations.
    in_line(file, line, what) = "{file} 第 {line} 行：{what}", "{file}, line {line}: {what}";
    not_a_conversation(reason) = "不是一段对话（{reason}）。每行要写成 {{\"messages\": [{{\"role\": \"user\", \"content\": \"…\"}}, {{\"role\": \"assistant\", \"content\": \"…\"}}]}}。",
        "this is no conversation ({reason}). Each line is to read {{\"messages\": [{{\"role\": \"user\", \"content\": \"...\"}}, {{\"role\": \"assistant\", \"content\": \"...\"}}]}}.";
    unknown_role(message, role) = "第 {message} 句的 role 是“{role}”，只能是 user 或 assistant。", "the role of message {message} is {role}; it must be user or assistant.";
    out_of_turn(message, expected) = "第 {message} 句该轮到 {expected}：user 先说，两边轮流。", "message {message} should be the {expected}'s: the user begins, and they take turns.";
    empty_message(message) = "第 {message} 句是空的。写上内容，或去掉这一行。", "message {message} is empty. Fill it in, or leave the line out.";
    no_answer = "这段对话最后没有回答。让 assistant 说最后一句。", "the conversation does not end with an answer. Let the assistant have the last word.";

    // Files of a model.
    no_model_file(file) = "里面没有 {file}：这不是存好的模型，或者没复制全。模型是一个文件夹，由 melon pretrain --save 存下。",
        "it has no {file}: it is not a saved model, or was not copied whole. A model is a folder that melon pretrain --save has written.";
    no_such_model = "没有这个文件夹。用 melon pretrain --save 先训练一个模型，或写 gpt、chat 用自带的模型。",
        "there is no such folder. Train a model with melon pretrain --save first, or say gpt or chat for the built-in ones.";
    no_run = "没有这个文件夹，没有可以接着练的。检查一下名字；要从头练，去掉 --resume。",
        "there is no such folder, and so no run to go on with. Check its name; to begin a run, leave out --resume.";
    is_ngram = "里面是 n-gram：它是数出来的，没有步数，不能接着训练，也不能微调。直接用 melon generate --model 让它写；要训练或微调，先用 melon pretrain --save 另一个文件夹 练一个 GPT。",
        "it holds an n-gram, which was counted: there are no steps to go on with and nothing to fine-tune. Let it write with melon generate --model; to train or fine-tune, make a GPT with melon pretrain --save in another folder.";
    checkpoint_damaged = "checkpoint.safetensors（接着练要用的训练状态）坏了，不能接着练。存下的模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就加 --overwrite 从头练。",
        "checkpoint.safetensors, the state to go on from, is damaged, so the run cannot go on. The saved model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, begin anew with --overwrite.";
    other_weights(found) = "权重在 {found} 里，这种格式读不了。在 Python 里用 transformers 打开它，再 save_pretrained 存成一个 model.safetensors。",
        "its weights are in {found}, which is not read. Open it with transformers in Python and save_pretrained it as a single model.safetensors.";
    config_unread(reason) = "config.json 读不懂：{reason}。重新复制或下载这个文件。", "config.json cannot be read: {reason}. Copy or download the file again.";
    unsupported(setting, value, known) = "config.json 里的 {setting} = {value} 不支持，只支持 {known}。这里只能用 GPT-2 一类的模型。",
        "config.json says {setting} = {value}, which is not supported, only {known}. Models of the GPT-2 family are.";
    shapeless(what) = "config.json 写的形状不成立：{what}", "config.json describes no possible model: {what}";
    weights_damaged(reason) = "model.safetensors 读不懂：{reason}。重新复制或下载这个文件。", "the weights cannot be read: {reason}. Copy or download the file again.";
    cut_off(tensor, n_bytes, needed) = "权重文件在 {tensor} 中间断了：有 {n_bytes} 字节，该有 {needed} 字节。重新复制或下载这个文件。",
        "the weights end within {tensor}: {n_bytes} bytes of {needed}. Copy or download the file again.";
    missing_tensor(tensor, shape) = "config.json 要的 {tensor} {shape}，权重文件里没有：它们不是一套。找回和权重配套的 config.json。",
        "config.json asks for {tensor} of shape {shape}, which the weights do not have: they do not belong together. Find the config.json that came with the weights.";
    unexpected_tensor(tensor) = "权重文件里有 {tensor}，config.json 却没有它的位置：它们不是一套。找回和权重配套的 config.json。",
        "the weights have {tensor}, for which config.json has no place: they do not belong together. Find the config.json that came with the weights.";
    tensor_shape(tensor, found, expected) = "{tensor} 的形状是 {found}，config.json 要的却是 {expected}：它们不是一套。找回和权重配套的 config.json。",
        "{tensor} has the shape {found}, but config.json asks for {expected}: they do not belong together. Find the config.json that came with the weights.";
    tensor_type(tensor, found) = "{tensor} 里的数是 {found}，读不了。先转成 F32、F16 或 BF16。", "{tensor} holds {found} numbers, which are not read. Convert it to F32, F16 or BF16.";
    not_finite(tensor) = "{tensor} 里有不是有限的数：模型存下之前就坏了。换一个模型，或重新训练。", "{tensor} holds numbers that are not finite: the model was broken before it was saved. Take another model, or train again.";
    record_unread(file, reason) = "{file} 读不懂：{reason}。它是训练的记录；文件坏了就重新训练。", "{file} cannot be read: {reason}. It is the record of the training; if it is damaged, train again.";
    exists(path) = "{path} 里已经有一个模型。要接着训练它，加 --resume；要换掉它，加 --overwrite；不然换一个文件夹。",
        "{path} already holds a model. Say --resume to go on training it, --overwrite to replace it, or save to another folder.";
    not_resumable = "不能接着训练：", "The training cannot be resumed: ";
    no_record = "里面没有 training.json，它不是在这里训练的。", "there is no training.json; it was not trained here.";
    complete(step) = "{step} 步已经全部做完了。要再学，就从头训练，或用 melon finetune 微调。", "all {step} steps are done. To learn more, train anew, or fine-tune it with melon finetune.";
    state_gone(step, iters, stage) = "{iters} 步做了 {step} 步，可是接着练要用的 checkpoint.safetensors 不见了。模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就用 melon {stage} --overwrite 从头练。",
        "checkpoint.safetensors, the state to go on from, is gone; {step} of {iters} steps were done. The model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, begin anew with melon {stage} --overwrite.";
    other_stage(wanted, found) = "它是 melon {found} 开始的，不是 melon {wanted}。用 melon {found} --resume。", "it was begun by melon {found}, not by melon {wanted}. Use melon {found} --resume.";
    other_text(expected, found) = "文字变了：开始时有 {expected} 个字，现在是 {found} 个，内容也不一样。换回原来的文字，或从头训练。",
        "the text has changed: it began with {expected} characters and has {found} now, or other ones. Bring the old text back, or train anew.";
    other_base(expected, found) = "它是从 {expected} 开始微调的，{found} 不是那个模型。换回原来的模型，或从头微调。", "the run began with the model {expected}, which {found} is not. Name that model, or fine-tune anew.";
    other_setting(flag, expected, found) = "开始时 --{flag} 是 {expected}，半路不能改成 {found}。去掉这个选项，或从头训练。", "--{flag} was {expected} when the run began and cannot become {found} half-way. Leave the flag out, or train anew.";
    foreign(found) = "这个文件夹里有“{found}”，不是模型的一部分，所以不动它。换一个文件夹来存。", "the folder holds {found}, which is no part of a saved model, so it is left alone. Save to another folder.";
    full = "磁盘满了，没有写成；原来的东西都还在。腾出地方再来一次，或换一个地方存。", "the disk is full and nothing was written; what was there is still there. Make room and try again, or save elsewhere.";
}
