//! What can go wrong with language models: their text, their training and their files.

use crate::report::words::gpt_errors::*;

crate::report::words::texts! {
    // Vocabularies.
    EmptyCorpus = "语料是空的：一个字也没有，学不了词表。换一份有内容的文字。";
    VocabularySmall { asked, least } = "词表只有 {asked} 个词元太少：标记和字节要先占位。--vocab-size 至少是 {least}。";
    VocabularyLarge { asked, most } = "词表要不了 {asked} 个词元：这份语料最多给得出 {most} 个。把 --vocab-size 调到 {most} 以内，或换更长的语料。";
    TokenizerFormat { reason } = "tokenizer.json 读不懂：{reason}。重新复制或下载这个文件。";
    TokenizerUnencodable { text } = "tokenizer.json 里的词表写不出“{text}”，也没有代替生字的词元。换一个带 unk 或字节词元的词表。";
    TokenizerId { id, most } = "tokenizer.json 里有编号 {id}，最多只能到 {most}：文件坏了。重新复制或下载这个文件。";
    NoMarkers { marker } = "这个模型的词表里没有 {marker}，分不清轮到谁说话，不能聊天。换一个用 melon pretrain 训练的模型，再微调它。";

    // Too little to learn from.
    TooShort { n_tokens, context_len, needed } =
        "用来学的文字只有 {n_tokens} 个词元，而上下文长 {context_len}，至少要 {needed} 个。换更长的语料，或把 --context-len 调小。";
    OutsideVocabulary { token, vocab_size } = "词元 {token} 不在词表里（一共 {vocab_size} 个）：词表和模型不是一套。";
    NoAnswers = "没有一段对话的回答放得进模型的上下文：没有可学的。换短一些的对话，或用 --context-len 更大的模型。";
    NoConversations { file } = "{file}：一段对话也没有。每行要有一个 {{\"messages\": [...]}}。";
    OtherVocabulary { tokenizer, model } = "词表有 {tokenizer} 个词元，模型却只认 {model} 个：它们不是一套。";

    // Training.
    Diverged { step, loss, rate } =
        "第 {step} 步的损失成了 {loss}：训练发散了，停在这里。多半是学习率太大（这一步是 {rate}）：把 --learning-rate 降到十分之一再试。";
    Kept { path, step } = "到第 {step} 步为止最好的模型还好好地在 {path} 里。";
    Zero { name } = "--{name} 至少是 1。";
    NotPositive { name, value } = "--{name} 要是正数，不能是 {value}。";
    OutOfRange { name, value, range } = "--{name} 不能是 {value}（{range}）。";
    UnevenHeads { n_embd, n_head } =
        "宽度 {n_embd} 不能平分给 {n_head} 个头。让 --n-embd 是 --n-head 的整数倍，如 --n-embd {n_embd} --n-head 1，或 --n-embd 128 --n-head 4。";
    Dropout { value } = "--dropout 要不小于 0 且小于 1，不能是 {value}。";
    Epsilon { value } = "layer_norm_epsilon 要是正数，不能是 {value}。";
    TooLargeModel { n_layer, n_embd, vocab_size, gib } =
        "{n_layer} 层、宽 {n_embd}、词表 {vocab_size} 的模型太大，训练它要 {gib} GiB 内存。把 --n-layer 或 --n-embd 调小。";
    NoMemory { batch_size, gib } = "每步 {batch_size} 段文字，训练至少要 {gib} GiB 内存，没有这么多。把 --batch-size 调小，或换小一些的模型。";
    WrongModel { expected, found } = "训练状态有 {found} 个参数，模型却有 {expected} 个：它们不是一套。";
    BrokenLogits { n_tokens } = "模型在第 {n_tokens} 个词元之后给出的分数不是有限的数：它坏了，多半是训练发散所致。换一个模型，或重新训练。";

    // Generating and scoring.
    Temperature { value } = "--temperature 要是不小于 0 的数，不能是 {value}。";
    TopP { value } = "--top-p 要大于 0、不超过 1，不能是 {value}。";
    MinP { value } = "--min-p 要在 0 和 1 之间，不能是 {value}。";
    NoText = "没有文字可以打分。写一段文字，或用 --file 指一个文件。";

    // Conversations.
    InLine { file, line, what } = "{file} 第 {line} 行：{what}";
    NotAConversation { reason } =
        "不是一段对话（{reason}）。每行要写成 {{\"messages\": [{{\"role\": \"user\", \"content\": \"…\"}}, {{\"role\": \"assistant\", \"content\": \"…\"}}]}}。";
    UnknownRole { message, role } = "第 {message} 句的 role 是“{role}”，只能是 user 或 assistant。";
    OutOfTurn { message, expected } = "第 {message} 句该轮到 {expected}：user 先说，两边轮流。";
    EmptyMessage { message } = "第 {message} 句是空的。写上内容，或去掉这一行。";
    NoAnswer = "这段对话最后没有回答。让 assistant 说最后一句。";

    // Files of a model.
    NoModelFile { file } = "里面没有 {file}：这不是存好的模型，或者没复制全。模型是一个文件夹，由 melon pretrain --save 存下。";
    NoSuchModel = "没有这个文件夹。用 melon pretrain --save 先训练一个模型，或写 gpt、chat 用自带的模型。";
    NoRun = "没有这个文件夹，没有可以接着练的。检查一下名字；要从头练，去掉 --resume。";
    IsNgram =
        "里面是 n-gram：它是数出来的，没有步数，不能接着训练，也不能微调。直接用 melon generate --model 让它写；要训练或微调，先用 melon pretrain --save 另一个文件夹 练一个 GPT。";
    CheckpointDamaged =
        "checkpoint.safetensors（接着练要用的训练状态）坏了，不能接着练。存下的模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就加 --overwrite 从头练。";
    OtherWeights { found } =
        "权重在 {found} 里，这种格式读不了。在 Python 里用 transformers 打开它，再 save_pretrained 存成一个 model.safetensors。";
    ConfigUnread { reason } = "config.json 读不懂：{reason}。重新复制或下载这个文件。";
    Unsupported { setting, value, known } = "config.json 里的 {setting} = {value} 不支持，只支持 {known}。这里只能用 GPT-2 一类的模型。";
    Shapeless { what } = "config.json 写的形状不成立：{what}";
    WeightsDamaged { reason } = "model.safetensors 读不懂：{reason}。重新复制或下载这个文件。";
    CutOff { tensor, n_bytes, needed } = "权重文件在 {tensor} 中间断了：有 {n_bytes} 字节，该有 {needed} 字节。重新复制或下载这个文件。";
    MissingTensor { tensor, shape } = "config.json 要的 {tensor} {shape}，权重文件里没有：它们不是一套。找回和权重配套的 config.json。";
    UnexpectedTensor { tensor } = "权重文件里有 {tensor}，config.json 却没有它的位置：它们不是一套。找回和权重配套的 config.json。";
    TensorShape { tensor, found, expected } =
        "{tensor} 的形状是 {found}，config.json 要的却是 {expected}：它们不是一套。找回和权重配套的 config.json。";
    TensorType { tensor, found } = "{tensor} 里的数是 {found}，读不了。先转成 F32、F16 或 BF16。";
    NotFinite { tensor } = "{tensor} 里有不是有限的数：模型存下之前就坏了。换一个模型，或重新训练。";
    RecordUnread { file, reason } = "{file} 读不懂：{reason}。它是训练的记录；文件坏了就重新训练。";
    Exists { path } = "{path} 里已经有一个模型。要接着训练它，加 --resume；要换掉它，加 --overwrite；不然换一个文件夹。";
    NotResumable = "不能接着训练：";
    NoRecord = "里面没有 training.json，它不是在这里训练的。";
    Complete { step } = "{step} 步已经全部做完了。要再学，就从头训练，或用 melon finetune 微调。";
    StateGone { step, iters, stage } =
        "{iters} 步做了 {step} 步，可是接着练要用的 checkpoint.safetensors 不见了。模型本身还是好的：可以用它写，也可以用 melon finetune 微调；要练完，就用 melon {stage} --overwrite 从头练。";
    OtherStage { wanted, found } = "它是 melon {found} 开始的，不是 melon {wanted}。用 melon {found} --resume。";
    OtherText { expected, found } = "文字变了：开始时有 {expected} 个字，现在是 {found} 个，内容也不一样。换回原来的文字，或从头训练。";
    OtherBase { expected, found } = "它是从 {expected} 开始微调的，{found} 不是那个模型。换回原来的模型，或从头微调。";
    OtherSetting { flag, expected, found } = "开始时 --{flag} 是 {expected}，半路不能改成 {found}。去掉这个选项，或从头训练。";
    Foreign { found } = "这个文件夹里有“{found}”，不是模型的一部分，所以不动它。换一个文件夹来存。";
    Full = "磁盘满了，没有写成；原来的东西都还在。腾出地方再来一次，或换一个地方存。";
}
