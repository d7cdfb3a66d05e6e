//! What can go wrong when a language model is trained, resumed or saved on the way.

use super::flag;
use crate::report::words::Zh;
use crate::report::words::error_texts;
use crate::report::words::zh::grammar::said;
use crate::store::gpt::GptFileError;
use crate::store::ngram::NGramFileError;
use crate::store::training::RunError;
use crate::task::training::{NotAValue, ResumeError, TrainingError};
use crate::train::{OptionsError, Range, SourceError, TrainError};

error_texts! { Zh;
    OptionsError {
        Self::Zero { name } = "--{name} 至少是 1。", name = flag(name);
        Self::OutOfRange { name, value, range } =
            "--{name} 不能是 {value}，要{range}。", name = flag(name), range = said(range);
        Self::Memory { batch_size, gib } =
            "每步 {batch_size} 段文字，训练至少要 {gib} GiB 内存，没有这么多。把 --batch-size 调小，或换小一些的模型。";
    }
    Range {
        Self::Positive = "是正数";
        Self::NotNegative = "是不小于 0 的数";
        Self::BelowOne = "不小于 0 且小于 1";
    }
    SourceError {
        Self::TooShort { n_tokens, context_len, needed } =
            "用来学的文字只有 {n_tokens} 个词元，而上下文长 {context_len}，至少要 {needed} 个。换更长的语料，或把 --context-len 调小。";
        Self::OutsideVocabulary { token, vocab_size } =
            "词元 {token} 不在词表里（一共 {vocab_size} 个）：词表和模型不是一套。";
        Self::NoAnswers =
            "没有一段对话的回答放得进模型的上下文：没有可学的。换短一些的对话，或用 --context-len 更大的模型。";
    }
    TrainError {
        Self::Diverged { step, loss_nats, learning_rate, grad_norm: _ } =
            "第 {step} 步的损失成了 {loss_nats}：训练发散了，停在这里。多半是学习率太大（这一步是 {learning_rate:e}）：把 --learning-rate 降到十分之一再试。";
        Self::Options(error) = "{error}", error = said(error);
        Self::WrongModel { expected, found } = "训练状态有 {found} 个参数，模型却有 {expected} 个：它们不是一套。";
    }
    TrainingError {
        Self::Tokenizer(error) = "{error}", error = said(error);
        Self::Config(error) = "{error}", error = said(error);
        Self::Source(error) = "{error}", error = said(error);
        Self::NoMarkers(error) = "{error}", error = said(error);
        Self::Vocabulary { tokenizer, model } = "词表有 {tokenizer} 个词元，模型却只认 {model} 个：它们不是一套。";
        Self::Train(error) = "{error}", error = said(error);
    }
    NotAValue {
        Self = "这个设置没有这样的值";
    }
    ResumeError {
        Self::NoRecord = "不能接着训练：里面没有 training.json，它不是在这里训练的。";
        Self::Complete { step } =
            "不能接着训练：{step} 步已经全部做完了。要再学，就从头训练，或用 melon finetune 微调。";
        Self::StateGone { step, iters, stage } =
            "不能接着训练：{iters} 步做了 {step} 步，可是接着练要用的 checkpoint.safetensors 不见了。模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就用 melon {stage} --overwrite 从头练。";
        Self::OtherStage { wanted, found } =
            "不能接着训练：它是 melon {found} 开始的，不是 melon {wanted}。用 melon {found} --resume。";
        Self::OtherText { expected, found } =
            "不能接着训练：文字变了：开始时有 {expected} 个字，现在是 {found} 个，内容也不一样。换回原来的文字，或从头训练。";
        Self::OtherBase { expected, found } =
            "不能接着训练：它是从 {expected} 开始微调的，{found} 不是那个模型。换回原来的模型，或从头微调。";
        Self::OtherSetting { flag, expected, found } =
            "不能接着训练：开始时 --{flag} 是 {expected}，半路不能改成 {found}。去掉这个选项，或从头训练。";
    }
    RunError {
        Self::Exists { folder } =
            "{folder} 里已经有一个模型。要接着训练它，加 --resume；要换掉它，加 --overwrite；不然换一个文件夹。";
        Self::Busy { folder } =
            "另一个训练正在往 {folder} 里写。等它结束，或先让它停下；不然换一个文件夹。";
        Self::NoRun { folder } = "{folder}：没有这个文件夹，没有可以接着练的。检查一下名字；要从头练，去掉 --resume。";
        // These name their own file.
        Self::Files { error: GptFileError::Folder(error), .. } = "{error}", error = said(error);
        Self::NGramFiles { error: NGramFileError::Folder(error), .. } = "{error}", error = said(error);
        Self::Files { folder, error } = "{folder}：{error}", error = said(error);
        Self::NGramFiles { folder, error } = "{folder}：{error}", error = said(error);
        Self::NoBase { name } =
            "没有可以微调的模型 {name}。可以用 gpt、gpt-chat、melon pretrain 存下的文件夹（或同样格式的 GPT-2），或把它打成的 .zip。";
        Self::Base(error) = "{error}", error = said(error);
        Self::Resume(error) = "{error}", error = said(error);
        Self::Training(error) = "{error}", error = said(error);
        Self::Kept { error, folder, step } =
            "{error}到第 {step} 步为止最好的模型还好好地在 {folder} 里。", error = said(error);
    }
}
