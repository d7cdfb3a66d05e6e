//! Words of `melon pretrain` and `melon finetune`.

use crate::report::words::Zh;
use crate::report::words::train::*;

crate::report::words::texts! { Zh;
    WantedTime = "是一段时间，如 90s、15m、2h";
    WantedShare = "不小于 0 且小于 1";
    Running { loss } = "损失 {loss}";
    Measured { step, train, validation } = "第 {step} 步：训练损失 {train}，验证损失 {validation}";

    // Before.
    PlanLayers { n_layer, n_head } = "{n_layer} 层，每层 {n_head} 个头";
    PlanModel { layers, n_embd, context_len, n_params } =
        "模型：{layers}，向量有 {n_embd} 个数，最多往回看 {context_len} 个词元；共 {n_params} 个参数。";
    PlanText { n_chars, n_train, n_validation, vocab_size, kind } =
        "文字：{n_chars} 个字。{n_train} 个词元用来学，{n_validation} 个留着考；词表 {vocab_size} 个（{kind}）。";
    PlanChats { n_train, n_validation } = "对话：{n_train} 段用来学，{n_validation} 段留着考。只有回答算损失。";
    LeftOut { n, n_all } = "{n_all} 段对话里有 {n} 段没法学，已略去：";
    LeftOutMore { n } = "还有 {n} 段";
    PlanTooLong { n } = "有 {n} 段对话比上下文长，后面的部分学不到。";
    PlanSteps { iters, sequences, passes } = "练习：{iters} 步，每步 {sequences} 段，相当于把全部文字读 {passes} 遍。";
    PlanFrom { step, iters } = "从第 {step} 步接着练，一共 {iters} 步。";
    PlanTime { time } = "大约要 {time}。按 Ctrl-C 会在这一步之后停下。";
    PlanTimeSaved { time, folder } = "大约要 {time}。按 Ctrl-C 会先存到 {folder} 再停，以后可以接着练。";
    PlanUnsaved = "没有 --save，练完就没了。想留下它，加 --save 文件夹。";
    CharKind = "一个字符一个词元";
    BpeKind = "字节对编码，常见的字节串合成一个";
    OtherKind = "别处来的";
    Secs { n } = "{n} 秒";
    Minutes { n } = "{n} 分钟";
    Hours { n } = "{n} 小时";

    // After.
    PretrainedTitle { n_chars } = "预训练：从 {n_chars} 个字里学着预测下一个词元";
    FinetunedTitle { n } = "微调：从 {n} 段对话里学着回答";
    Curve = "损失曲线";
    CurveY = "损失（每个词元多少奈特）";
    CurveX = "步数";
    LegendTrain = "训练：学过的文字";
    LegendAnswers = "训练：学过的回答";
    LegendValidation = "验证：没见过的文字";
    LegendHeldOut = "验证：留着考的回答";
    LegendUniform = "瞎猜";
    Numbers = "这些数是什么意思";
    LossColumn = "损失";
    PerplexityColumn = "困惑度";
    RowUniform = "瞎猜";
    RowTrain = "在学过的文字上";
    RowTrainAnswers = "在学过的回答上";
    RowValidation = "在没见过的文字上";
    RowHeldOut = "在留着考的回答上";
    RowBefore = "同样的回答，微调之前";
    LossMeans { vocab_size, uniform } =
        "损失是给真正出现的词元的概率取对数再变号，求平均。在 {vocab_size} 个词元里瞎猜，损失是 ln {vocab_size} = {uniform}；猜得越准越接近 0。";
    PerplexityMeans { perplexity } = "困惑度是 e 的损失次方：平均起来，这个模型猜下一个词元时，就像在 {perplexity} 个里面瞎猜。";
    VerdictOverfits { step, best, last } =
        "验证损失在第 {step} 步最低（{best}），后来又升到 {last}，训练损失却还在降：它开始背书了，这叫过拟合。留下的是第 {step} 步的模型。";
    VerdictNotBetter { first, last } = "在留出的考题上，后来的模型没有一个比一开始的那个更好（{first}；最后一个是 {last}），所以存下来的是一开始的那个。如果它以前学过同样的文字，这次留出的考题里就有它学过的，这样比不公平：加 --validation-share 0，存最后一个。不然可以把 --learning-rate 调小。";
    VerdictFalling = "到最后验证损失还在降：再多练一些，它多半还会更好。";
    VerdictSettled = "这一次训练里，最后两次测的验证损失几乎一样。可是训练快结束时学习率很小，每一步都走得很小：训练得更久（--iters 更大），它还可能再降。";
    VerdictLevel = "到停下为止，最后两次测的验证损失几乎一样。这说明不了练完会怎样：接着练，它还可能再降。";
    VerdictUnknown = "文字太短，没有留出考题：只看训练损失，分不清它是学会了还是背下来了。换长一些的文字。";
    VerdictUnknownAnswers = "训练途中没有用留出的回答测过损失：只看训练损失，分不清它是学会了还是背下来了。";
    VerdictNothing = "它和瞎猜差不多：步数太少，或学习率不合适。多练几步（--iters），或换一个 --learning-rate。";
    Stopped { step, iters } = "在第 {step} 步停下了，一共要 {iters} 步。";
    OutOfTime { step, iters } = "时间到了，停在第 {step} 步，一共要 {iters} 步。";
    StoppedSaved { folder } = "到此为止的都存在 {folder} 里。这样接着练，和没停过一模一样：";
    NextResume = "接着这一次练";
    StoppedUnsaved = "没有 --save，所以什么都没存下。";
    SavedTo { folder } = "模型存在 {folder}。";
    NotSaved = "没有 --save，这个模型没有存下。";

    // Fine-tuning.
    Examples = "同样的问题，微调前后";
    Practised = "学过";
    HeldOut = "留着考";
    Question = "问题";
    Asked { question, kind } = "{question}（{kind}）";
    Before = "之前";
    After = "之后";
    Expected = "答案";
    NothingSaid = "（什么也没说）";
    Forgotten = "忘了多少";
    ForgottenMore { before, after } = "在预训练的文字上，验证损失从 {before} 升到 {after}：学会了回答，接着写文章的本事就差了一些。这叫灾难性遗忘；学习率越小、步数越少，忘得越少。";
    ForgottenLittle { before, after } = "在预训练的文字上，验证损失从 {before} 变成 {after}：几乎没有忘。";
    ForgottenUnknown = "不知道它预训练用的是什么文字。用 --corpus 给出来，就能看出忘了多少。";

    // Counting.
    CountedTitle { n_chars } = "数数：在 {n_chars} 个字里，哪个字后面跟着哪个字";
    CountedWhat = "数了什么";
    Length = "几个连在一起";
    Distinct = "有多少种";
    CountedMeans = "n 元模型不训练，只数：每种连着的字各出现几次。越长的串越少重复，没见过的就看短一点的。";
    NotForNgram { flag } = "--{flag} 只对 --model gpt 有意义：n 元模型是数出来的，没有这一项。";
    OnlyForNgram = "--order 只对 --model ngram 有意义。";

    // What next.
    NextGpt = "再训练一个会往远处看的";
    Next = "接下来";
    NextGenerate = "让它接着写";
    NextFinetune = "教它回答问题";
    NextChat = "和它聊聊";
    NextLonger = "多练一倍";
    NextDropout = "训练时随机关掉一些，少背一些";
    NextLarger = "换大一些的模型";
    NextGentle = "学习率小一些，忘得少一些";
    NextSave = "把模型留下";
}
