//! What can go wrong with language models: their vocabulary, their counts and their shape.

use super::flag;
use crate::lm::generate::BrokenLogits;
use crate::lm::gpt::{ConfigError, WrongLength};
use crate::lm::ngram::arpa::ArpaError;
use crate::lm::ngram::{DamagedCounts, NGramError};
use crate::lm::sampling::StrategyError;
use crate::lm::tokenizer::TokenizerError;
use crate::report::words::Zh;
use crate::report::words::error_texts;

error_texts! { Zh;
    TokenizerError {
        Self::EmptyCorpus = "语料是空的：一个字也没有，学不了词表。换一份有内容的文字。";
        Self::VocabularyTooSmall { asked, least } =
            "词表只有 {asked} 个词元太少：标记和字节要先占位。--vocab-size 至少是 {least}。";
        Self::VocabularyTooLarge { asked, most } =
            "这份语料给不出 {asked} 个词元的词表，最多 {most} 个。把 --vocab-size 调到 {most} 以内，或换更长的语料。";
        Self::Format(reason) = "tokenizer.json 读不懂：{reason}。重新复制或下载这个文件。";
        Self::Unencodable { text } =
            "tokenizer.json 里的词表写不出“{text}”，也没有代替生字的词元。换一个带 unk 或字节词元的词表。";
        Self::Boundless { setting } =
            "tokenizer.json 用不了：里面的 {setting} 自相矛盾，或者要的内存没有止境。文件坏了，或者是有人故意做的：重新复制或下载。";
        Self::IdOutside { id } =
            "tokenizer.json 给文字的编号 {id} 不在它自己的词表里：文件坏了。重新复制或下载。";
        Self::IdTooLarge { id, most } =
            "tokenizer.json 里有编号 {id}，最多只能到 {most}：文件坏了。重新复制或下载这个文件。";
    }
    ConfigError {
        Self::Zero { name } = "--{name} 至少是 1。", name = flag(name);
        Self::UnevenHeads { n_embd, n_head } =
            "宽度 {n_embd} 不能平分给 {n_head} 个头。让 --n-embd 是 --n-head 的整数倍，如 --n-embd 128 --n-head 4。";
        Self::Dropout { dropout } = "--dropout 要不小于 0 且小于 1，不能是 {dropout}。";
        Self::Epsilon { epsilon } = "layer_norm_epsilon 要是正数，不能是 {epsilon}。";
        Self::TooLarge { n_layer, n_embd, vocab_size, gib } =
            "{n_layer} 层、宽 {n_embd}、词表 {vocab_size} 的模型太大，训练它要 {gib} GiB 内存。把 --n-layer 或 --n-embd 调小。";
    }
    WrongLength {
        Self { expected, found } = "有 {found} 个参数，模型却要 {expected} 个：它们不是一套。";
    }
    StrategyError {
        Self::Temperature { value } = "--temperature 要是不小于 0 的数，不能是 {value}。";
        Self::TopK = "--top-k 至少是 1。";
        Self::TopP { value } = "--top-p 要大于 0、不超过 1，不能是 {value}。";
        Self::MinP { value } = "--min-p 要在 0 和 1 之间，不能是 {value}。";
    }
    BrokenLogits {
        Self { n_tokens } =
            "模型在第 {n_tokens} 个词元之后给出的分数不是有限的数：它坏了，多半是训练发散所致。换一个模型，或重新训练。";
    }
    NGramError {
        Self::Order { order } = "--order 不能是 {order}：n 元模型的 n 是 1 到 6。";
        Self::CorpusTooShort { n_tokens } =
            "语料只有 {n_tokens} 个词元：至少要 2 个，才有“谁跟在谁后面”可数。换一份更长的文字。";
        Self::OutsideVocabulary { token, vocab_size } =
            "词元 {token} 不在词表里（一共 {vocab_size} 个）：词表和模型不是一套。";
        Self::VocabularyTooLarge { vocab_size, order } = "词表有 {vocab_size} 个词元，数不了 {order} 阶。把 --order 调小。";
        Self::AddK { k } = "加 k 平滑的 k 要是正数，不能是 {k}。";
    }
    DamagedCounts {
        Self { column } = "model.safetensors 里的 {column} 对不上别的列。文件被改过，重新复制，或重新数一遍。";
    }
    ArpaError {
        Self::NoHeader = "这不是 ARPA 文件：开头没有 \\data\\ 一节说明各种 n 元组有多少个。";
        Self::Order { order } = "里面有 {order} 元组；只支持 1 到 6 元。";
        Self::Count { length, declared, found } =
            "开头说有 {declared} 个 {length} 元组，其实有 {found} 个：文件断了或被改过，重新复制。";
        Self::Positive { line, log_p } =
            "第 {line} 行写的概率的对数是 {log_p}：概率不超过 1，它的对数就不能大于 0。这个模型做错了：重新做，或把这里改成 0。";
        Self::Line { line, text } = "第 {line} 行读不懂：“{text}”。";
        Self::UnknownWord { line, word } = "第 {line} 行的“{word}”不在词表里：它和 tokenizer.json 不是一套。";
    }
}
