//! What can be wrong with saved models and with their folders.

use crate::report::words::errors::NoModelFile;
use crate::report::words::io::{refused, refused_model};
use crate::report::words::zh::grammar::said;
use crate::report::words::{Lang, Say, Zh, error_texts};
use crate::store::StoreError;
use crate::store::folder::FolderError;
use crate::store::gpt::GptFileError;
use crate::store::language::{OpenError, nearest_builtin};
use crate::store::ngram::NGramFileError;

error_texts! { Zh;
    StoreError {
        Self::Io { path, source } = "{path}：{why}", path = path.display(), why = refused(Lang::Zh, source);
        Self::NotOurs { path } =
            "{path} 不是 melon 存的模型。换一个文件；模型由 melon classify --save 文件名 存下。", path = path.display();
        Self::Damaged { path, line, column, fault: _ } =
            "{path} 坏了（第 {line} 行第 {column} 列），可能没存完或被改过。请重新训练并保存。", path = path.display();
        Self::Newer { path, melon, found } =
            "{path} 是更新的版本（melon {melon}，格式 {found}）存的。请升级 melon。", path = path.display();
        Self::Unsound { path, source } = "{path}：{source}", path = path.display(), source = said(&**source);
    }
    FolderError {
        Self::Io { path, source } = "{path}：{why}", path = path.display(), why = refused_model(Lang::Zh, source);
        Self::NotAModel { path, found } =
            "{path}：这个文件夹里有“{found}”，不是模型的一部分，所以不动它。换一个文件夹来存。", path = path.display();
    }
    GptFileError {
        Self::Folder(error) = "{error}", error = said(error);
        Self::NoFile { file } = "{text}", text = NoModelFile { file }.say(Lang::Zh);
        Self::NGram =
            "里面是 n 元模型：它是数出来的，没有步数，不能接着训练，也不能微调。直接用 melon generate --model 让它写；要训练或微调，先用 melon pretrain --save 另一个文件夹 练一个 GPT。";
        Self::Checkpoint(_) =
            "checkpoint.safetensors（接着练要用的训练状态）坏了，不能接着练。存下的模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就加 --overwrite 从头练。";
        Self::Json { file, reason } = "{file} 读不懂：{reason}。重新复制或下载这个文件。";
        Self::NoShard { file } = "索引里写着 {file}，文件夹里却没有：没有复制完整。重新复制或下载。";
        Self::OtherTokenizer { found } =
            "它的词表在 {found} 里，这个程序读不了，又没有 tokenizer.json。在 Python 里用 AutoTokenizer.from_pretrained(文件夹).save_pretrained(文件夹) 可以做一个。";
        Self::OtherWeights { found } =
            "权重在 {found} 里，这种格式读不了。在 Python 里用 transformers 打开它，再用 save_pretrained 存成一个 model.safetensors。";
        Self::Config { reason } = "config.json 读不懂：{reason}。重新复制或下载这个文件。";
        Self::Unsupported { setting, value, known } =
            "config.json 里的 {setting} = {value} 不支持，只支持 {known}。这里只能用 GPT-2 一类的模型。", known = known.join(" / ");
        Self::Shapeless(error) = "config.json 写的形状不成立：{error}", error = said(error);
        Self::Tokenizer(error) = "{error}", error = said(error);
        Self::Damaged { reason } = "权重读不懂：{reason}。重新复制或下载这个文件。";
        Self::CutOff { tensor, n_bytes, needed } =
            "权重文件在 {tensor} 中间断了：有 {n_bytes} 字节，该有 {needed} 字节。重新复制或下载这个文件。";
        Self::Missing { tensor, shape } =
            "config.json 要的 {tensor} {shape:?}，权重文件里没有：它们不是一套。找回和权重配套的 config.json。";
        Self::Unexpected { tensor } =
            "权重文件里有 {tensor}，config.json 却没有它的位置：它们不是一套。找回和权重配套的 config.json。";
        Self::Shape { tensor, found, expected } =
            "{tensor} 的形状是 {found:?}，config.json 要的却是 {expected:?}：它们不是一套。找回和权重配套的 config.json。";
        Self::Dtype { tensor, found } = "{tensor} 里的数是 {found}，读不了。先转成 F32、F16 或 BF16。";
        Self::NotFinite { tensor } = "{tensor} 里有不是有限的数：模型存下之前就坏了。换一个模型，或重新训练。";
        Self::Record { file, reason } = "{file} 读不懂：{reason}。它是训练的记录；文件坏了就重新训练。";
    }
    NGramFileError {
        Self::Folder(error) = "{error}", error = said(error);
        Self::NoFile { file } = "{text}", text = NoModelFile { file }.say(Lang::Zh);
        Self::Json { file, reason } = "{file} 读不懂：{reason}。重新复制这个文件。";
        Self::Unreadable { reason } =
            "model.safetensors 读不懂：{reason}。文件不完整或被改过，重新复制，或重新数一遍。";
        Self::Damaged(error) = "{error}", error = said(error);
        Self::Arpa(error) = "{error}", error = said(error);
        Self::Tokenizer(error) = "{error}", error = said(error);
        Self::Model(error) = "{error}", error = said(error);
        Self::Vocabulary { tokenizer, model } = "词表有 {tokenizer} 个词元，模型却只认 {model} 个：它们不是一套。";
        Self::Packed { reason } = "解不开这个压缩文件：{reason}。重新复制或下载。";
        Self::Pieces { word } =
            "它的词元是词的碎片（如 {word}），只有配套的分词器才会切。把它改名 model.arpa 放进一个文件夹，再放上配套的 tokenizer.json，和写着 {{\"model_type\": \"ngram\"}} 的 config.json。";
    }
    OpenError {
        Self::NoSuchModel { name } =
            "没有叫“{name}”的模型，也没有这个文件夹。{nearest}自带的有 ngram、gpt、gpt-chat；也可以写一个文件夹（melon pretrain --save 存下的，或 GPT-2 格式的）、它的 .zip，或一个 .arpa 文件。", nearest = super::did_you_mean(&nearest_builtin(name));
        Self::NoArchive { name } =
            "{name}：这个压缩包里读不出模型：它坏了，或者里面没有模型，或者不止一个。模型要有 config.json、model.safetensors 和 tokenizer.json，melon serve 的网页就是这样存的。";
        // These name their own file.
        Self::Gpt { error: GptFileError::Folder(error), .. } = "{error}", error = said(error);
        Self::NGram { error: NGramFileError::Folder(error), .. } = "{error}", error = said(error);
        Self::Gpt { name, error } = "{name}：{error}", error = said(error);
        Self::NGram { name, error } = "{name}：{error}", error = said(error);
        Self::Vocabulary { name, tokenizer, model } =
            "{name}：词表有 {tokenizer} 个词元，模型却只认 {model} 个：它们不是一套。";
    }
}
