//! Words of `melon generate` and of its trace.

use crate::report::words::Zh;
use crate::report::words::generate::*;

crate::report::words::texts! { Zh;
    Example = "周一上班真的很";
    Model { name, n_params, vocab_size, context_len } =
        "模型 {name}：{n_params} 个参数，词表里有 {vocab_size} 个词元，最多往回看 {context_len} 个。";
    Title { prompt } = "“{prompt}”，接下来是什么？";
    Beginning = "（一段文字的开头）";
    FourSteps = "每写一个词元，都走同样的四步：编码、预测、选择、接上。第一个词元细讲，后面的每个是表里的一行。";

    Encode = "① 编码：文字变成编号";
    Token = "词元";
    Id = "编号";
    NotShown { n } = "前面还有 {n} 个词元，没有列出。";
    Vectors { n } =
        "模型不认得字，只认得向量：每个词元对应 {n} 个数，是训练时学来的。用法相近的词元，向量往往也相近。下面是最后几个词元的头几个数：";
    VectorShades { n_shaded } = "色块是头 {n_shaded} 个数，颜色从浅到深，对应从小到大。";
    NoVectors = "n 元模型没有向量：对它来说词元只是一个编号，两个词元要么一样，要么不一样。";

    Predict = "② 预测：下一个词元是谁，各有多大可能？";
    HeadsTitle = "最后一个词元的每个头往哪里看：颜色越深，注意力越多";
    LooksBack = "要预测下一个，最后一个词元往回看：每一层的每个头，把注意力分给它自己和前面的词元。";
    Layer { layer } = "层{layer}";
    Head { layer, head } = "层{layer} 头{head}";
    Seen { context, n } = "它翻看学过的文字：“{context}”后面出现过 {n} 种词元，各占多少，就有多大可能。";
    SeenSmoothed { context, n } =
        "它翻看学过的文字：“{context}”后面出现过 {n} 种词元，大体上各占多少就有多大可能；平滑又从每个的份额里匀出一点，留给这里没出现过的词元，所以概率不正好等于份额。";
    SeenNothing = "这段开头后面，学过的文字里什么都没有出现过。加 k 平滑不看短一点的，所以每个词元一样可能。";
    NoContext { n } = "一元模型（--order 1）不看前面的词元，只按 {n} 个词元平常有多常见来猜。";
    Smoothed = "平滑又匀出一点概率，留给没出现过的词元。";
    NeverSeen { n } = "最后这个词元后面，学过的文字里什么都没有出现过，只好按 {n} 个词元平常有多常见来猜。";
    Probability = "概率";
    Before = "模型给的";
    After = "调整以后";
    LeftOut = "除外";
    Chosen = "← 选中";
    FurtherDown { token, rank, p } = "选中的 {token} 在更后面：排第 {rank}，概率 {p}。";
    NthToken { n, token } = "第 {n} 个词元 → {token}";

    Choose = "③ 选择：选哪一个？";
    AlwaysLikeliest = "每个词元都取概率最大的那个。";
    AllDrawn { settings } = "每个词元都是随机抽的：{settings}。";
    Greedy { token } = "常规做法（贪心）：谁的概率最大就选谁 → {token}。同样的开头，永远是同样的结果。";
    Drawn { settings, n } =
        "随机抽取：{settings}；还剩 {n} 个词元可以抽到。调整以后的概率首尾相接排成一条，抽一个 0 到 1 之间的随机数，落在谁那里就选谁。";
    FellOn { draw, token } = "{draw} 落在 {token} 上。";

    Append = "④ 接上：写到末尾，再来一遍";
    Again = "加长了的文字就是新的开头，再走一遍这四步，直到该停的时候：";
    Others = "还可能是";
    Text = "写成的文字";

    StopMaxTokens = "够数了（--max-tokens）";
    StopString = "碰到了停止词（--stop）";
    StopEnd = "模型觉得写完了";
    StopInterrupted = "被打断了";
    Ending { name, n, why } = "{name}，写了 {n} 个词元，停下是因为：{why}。";
    Unknown { characters } = "词表里没有这些字：{characters}。它们被拆成字节来读，模型没学过，接下去多半不通。";
    UnknownWords { unknown } = "这个模型一个词一个词地读（词之间要有空格），没有这些词：{unknown}。它把它们都当成同一个生词。";
    Circles = "总选最可能的，容易一直重复。加上 --temperature 0.8，改成随机抽。";
    UsualMinP { p } = "在这个温度下，概率不到最大概率 {p} 倍的词元不抽，GPT 通常如此；加上 --min-p 0 就从全部里抽。";
    OnlyNgram { flag } = "{flag} 只能和 --model ngram 一起用。";

    Memorised = "是新写的，还是从训练文字里背下来的？";
    NothingShared = "和训练用的文字连一个相同的字都没有。";
    LongestRun { n, share, document } = "最长的一段原话有 {n} 个字（占 {share}），在 {document} 里，方括号里的就是：";
    Novel { run, n, of, share } = "连续 {run} 个字的片段有 {of} 个，其中 {n} 个（{share}）训练文字里没有。";
    LossTrain = "学过的文字";
    LossHeldOut = "没学过的文字";
    Loss = "损失（每个词元，奈特）";
    GapWide = "没学过的难得多：它有一部分是背下来的，不是学会的。";
    GapNarrow = "两个数接近：学到的东西用得到新文字上。";
    NoHeldOut = "没有留出文字来考它，所以不知道它在新文字上的损失。";
    UnknownTraining { name } = "不知道 {name} 是用什么文字训练的，没法比对。用 --corpus FILE 指明训练文字。";

    TrySampling = "不总选最可能的，随机抽";
    TrySeed = "换个种子，另一段文字";
    TryColder = "低温：更稳，更重复";
    TryMemorised = "有多少是背下来的？";
    TryHeldOut = "留出一份文字，拿它考各种模型";

    CandidatesAfter { n, text } = "第 {n} 个词元的候选，前文：{text}";
    FirstTokens { n } = "只画前 {n} 个词元。";
    Picked = "选中的";
    NotChosen = "没选的";
}
