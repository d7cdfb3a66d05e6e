//! Words of `melon score` and `melon ladder`.

use crate::report::words::Zh;
use crate::report::words::score::*;

crate::report::words::texts! { Zh;
    Title = "这段文字有多意外？";
    Means = "一个词元的意外程度是 -ln(概率)：肯定出现的是 0，概率每减一半，多 0.69。";
    Token = "词元";
    Probability = "概率";
    Surprise = "意外（奈特）";
    ByLine = "哪一段最意外？";
    Line = "行";
    PerChar = "每字（奈特）";
    LineText = "内容";
    MostSurprising = "最意外的词元";
    AllTogether = "合在一起";
    Total { nats, n } = "整段的对数概率：{nats} 奈特（{n} 个词元）";
    PerToken { nats_per_token, nats_per_char } = "平均每个词元 {nats_per_token} 奈特，每个字 {nats_per_char} 奈特";
    Perplexity { perplexity, vocab_size } = "困惑度 {perplexity}：平均起来，像在这么多个词元里瞎猜（词表一共 {vocab_size} 个）";
    PerplexityBlind { perplexity, vocab_size } =
        "困惑度 {perplexity}：比词表的 {vocab_size} 个词元还多。这段文字对它来说，比在全部词元里瞎猜还难：它把概率给了别的词元。";
    TryOther = "换一个模型来看";
    TryLadder = "从瞎猜到 GPT，一级级比";

    LadderTitle = "从瞎猜到 GPT：同一份考卷";
    LadderSplit { n_train, n_validation, share } = "每篇的前 {share} 用来学（{n_train} 字），剩下的用来考（{n_validation} 字）。分数是平均每个字的意外程度（奈特），越低越好。";
    LadderSampled { n } = "学过的那份太长，均匀取了 {n} 字来考。";
    Model = "模型";
    Params = "参数";
    Train = "学过的";
    Validation = "没学过的";
    Uniform = "均匀（瞎猜）";
    Unigram = "一元（只看常见不常见）";
    Bigram = "二元（看前一个字）";
    NGram { order, before } = "{order} 元（看前 {before} 个字）";
    Gpt { n } = "GPT（看前 {n} 个）";
    Reading = "n 元模型是数出来的，平滑用 Kneser-Ney。要看的是没学过的那一列；两列差得越多，背下来的越多。";
    Best { model, nats } = "没学过的文字上最好的是 {model}：每个字 {nats} 奈特。";
    NotComparable { model } = "小心：{model} 写不全考卷上的字。不认识的词它一律看成同一个（`<unk>`），这样好猜得多；所以它的数不能和别的比，选最好的时候也不算它。";
    GptTrained { steps, secs } = "GPT 是刚刚在学的那份上训练的：{steps} 步，{secs} 秒。";
    GptSame { name } = "GPT 是 {name}：训练记录说，它学的正是同一份文字，考卷也没见过。";
    GptStories { n } = "它还读了每种语言 {n} 篇按规则写的故事，这里的 n 元模型没有读。";
    GptLost { model, readings } =
        "GPT 为什么不如 {model}？数数只要把文字看一遍；GPT 每一步只把所有参数挪一点点，到现在把这份文字读了 {readings} 遍。";
    GptLostBefore { model } = "GPT 为什么不如 {model}？数数只要把文字看一遍；GPT 每一步只把所有参数挪一点点，要很多步，也要很多文字。";
    LacksTime = "连学过的文字它也几乎一样意外：还没有学完。多走些步，或者多些参数，会好起来。";
    LacksSamples = "学过的文字它熟得多，没学过的差得远：它已经开始背了。要改变这一点，靠的是更多的文字，不是更多的时间。";
    GptOther { name } = "小心：{name} 是用别的文字训练的（或没有记录），考卷它可能见过，它的数不能和别的比。";
    GptNone = "没有 GPT 这一级（--no-gpt）。";
    TryLonger = "让 GPT 多学一会儿";
    TryOrder = "看得更远，背得更多";
    TryScore = "给一句话打分";

    LadderPlot = "没见过的文本上，各个模型有多意外";
    LadderX = "意外程度（奈特/字），越小越好";
}
