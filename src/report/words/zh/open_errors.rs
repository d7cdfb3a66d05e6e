//! What can go wrong when a language model is opened or counted.

use crate::report::words::open_errors::*;

crate::report::words::texts! {
    NoSuchModel { name } = "没有叫“{name}”的模型，也没有这个文件夹。";
    ModelsAre = "自带的有 ngram、gpt、gpt-chat；也可以写一个文件夹（melon pretrain --save 存下的，或 GPT-2 格式的），或一个 .arpa 文件。";
    Order { order } = "--order 不能是 {order}：n-gram 的阶数是 1 到 6。";
    AddK { k } = "加 k 平滑的 k 要是正数，不能是 {k}。";
    CorpusTooShort { n_tokens } = "语料只有 {n_tokens} 个词元：至少要 2 个，才有“谁跟在谁后面”可数。换一份更长的文字。";
    TooManyTokens { vocab_size, order } = "词表有 {vocab_size} 个词元，数不了 {order} 阶。把 --order 调小。";
    JsonUnread { file, reason } = "{file} 读不懂：{reason}。重新复制这个文件。";
    CountsUnread { reason } = "model.safetensors 读不懂：{reason}。文件不完整或被改过，重新复制，或重新数一遍。";
    CountsDamaged { column } = "model.safetensors 里的 {column} 对不上别的列。文件被改过，重新复制，或重新数一遍。";
    ArpaWords { word } =
        "里面有“{word}”，不止一个字。单独一个 .arpa 文件只能是一个个字的；词的模型要和它的 tokenizer.json 放进一个文件夹，再写一个 config.json：{{\"model_type\": \"ngram\"}}。";
    ArpaHeader = "这不是 ARPA 文件：开头没有 \\data\\ 一节说明各有多少 n-gram。";
    ArpaOrder { order } = "里面有 {order} 阶的 n-gram；只支持 1 到 6 阶。";
    ArpaCount { length, declared, found } = "开头说有 {declared} 个 {length} 阶 n-gram，其实有 {found} 个：文件断了或被改过，重新复制。";
    ArpaLine { line, text } = "第 {line} 行读不懂：“{text}”。";
    ArpaWord { line, word } = "第 {line} 行的“{word}”不在词表里：它和 tokenizer.json 不是一套。";
}
