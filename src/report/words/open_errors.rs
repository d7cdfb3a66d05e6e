//! What can go wrong when a language model is opened or counted.

super::words! {
    no_such_model(name) = "没有叫“{name}”的模型，也没有这个文件夹。", "There is no model {name}, and no folder of that name.";
    models_are = "自带的有 ngram、gpt、gpt-chat；也可以写一个文件夹（melon pretrain --save 存下的，或 GPT-2 格式的），或一个 .arpa 文件。",
        "Built in are ngram, gpt and gpt-chat; a folder will do too (saved by melon pretrain, or any GPT-2 in that format), and an .arpa file.";
    order(order) = "--order 不能是 {order}：n-gram 的阶数是 1 到 6。", "--order cannot be {order}: n-grams have 1 to 6 tokens.";
    add_k(k) = "加 k 平滑的 k 要是正数，不能是 {k}。", "The k of add-k smoothing must be a positive number, not {k}.";
    corpus_too_short(n_tokens) = "语料只有 {n_tokens} 个词元：至少要 2 个，才有“谁跟在谁后面”可数。换一份更长的文字。",
        "The corpus has {n_tokens} tokens, and at least 2 are needed: with fewer, nothing follows anything. Give it a longer text.";
    too_many_tokens(vocab_size, order) = "词表有 {vocab_size} 个词元，数不了 {order} 阶。把 --order 调小。",
        "A vocabulary of {vocab_size} is too large for n-grams of {order} tokens. Lower --order.";
    json_unread(file, reason) = "{file} 读不懂：{reason}。重新复制这个文件。", "{file} cannot be read: {reason}. Copy the file again.";
    counts_unread(reason) = "model.safetensors 读不懂：{reason}。文件不完整或被改过，重新复制，或重新数一遍。",
        "model.safetensors cannot be read: {reason}. It is incomplete or was changed: copy it again, or count again.";
    counts_damaged(column) = "model.safetensors 里的 {column} 对不上别的列。文件被改过，重新复制，或重新数一遍。",
        "model.safetensors: {column} does not fit the other columns. The file was changed: copy it again, or count again.";
    arpa_words(word) = "里面有“{word}”，不止一个字。单独一个 .arpa 文件只能是一个个字的；词的模型要和它的 tokenizer.json 放进一个文件夹，再写一个 config.json：{{\"model_type\": \"ngram\"}}。",
        "it has the word {word}, which is longer than a character. An .arpa file by itself must be one of characters; put a model of words into a folder with its tokenizer.json and a config.json that reads {{\"model_type\": \"ngram\"}}.";
    arpa_header = "这不是 ARPA 文件：开头没有 \\data\\ 一节说明各有多少 n-gram。", "this is no ARPA file: it has no \\data\\ section that says how many n-grams there are.";
    arpa_order(order) = "里面有 {order} 阶的 n-gram；只支持 1 到 6 阶。", "it holds n-grams of {order} tokens; 1 to 6 are supported.";
    arpa_count(length, declared, found) = "开头说有 {declared} 个 {length} 阶 n-gram，其实有 {found} 个：文件断了或被改过，重新复制。",
        "it declares {declared} {length}-grams and holds {found}: it was cut off or changed. Copy it again.";
    arpa_line(line, text) = "第 {line} 行读不懂：“{text}”。", "line {line} cannot be read: {text}";
    arpa_word(line, word) = "第 {line} 行的“{word}”不在词表里：它和 tokenizer.json 不是一套。", "line {line} has the word {word}, which is not in the vocabulary: it belongs to another tokenizer.json.";
}
