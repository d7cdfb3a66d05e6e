//! The words of `melon compare`.

use super::grammar::behind;
use crate::report::words::Zh;
use crate::report::words::compare::*;

crate::report::words::texts! { Zh;
    TitleMelon = "同一个瓜，五种模型";
    TitleSample = "同一个样本，五种模型";
    Learned { samples, classes, features } = "都从同样的 {samples}里学：{classes}。看的是 {features}。";
    ClassCount { n, class } = "{n} 个 {class}";
    TheMelon { values } = "问的瓜：{values}。";
    TheSample { values } = "问的样本：{values}。";
    NothingKnown = "什么都没说";
    LeftOut { features } = "没说 {features}。";
    FromRow { row, class } = "没有给 --melon，就拿表里的第 {row} 行来问，它其实 {class}。五种模型都学过它。";
    SeenNever = "表里没有这样的。";
    Seen { counts } = "表里这样的：{counts}。";

    Halves = "机器学习的两半";
    HalfDiscriminative { target, samples } = "判别式模型只学一件事：给定特征，{target} 是什么，即 P(y|x)。它学的是类和类的分界，不学{samples}本身长什么样。";
    HalfGenerative { samples } = "生成式模型学{samples}是怎么来的：特征和答案一起，即 P(x,y)；或者一句话里下一个词元是什么。知道怎么来的，也就能答是哪一类，还能补缺、造新的、看稀不稀奇。";
    HalfNeither { samples } = "k 均值哪一半都不算：它不看答案，只按远近把{samples}分成堆。";

    Logistic = "逻辑回归";
    NaiveBayes = "朴素贝叶斯";
    Ngram = "n 元模型";
    Gpt = "GPT";
    KMeans = "k 均值";
    ShortLogistic = "逻辑|回归";
    ShortNaiveBayes = "朴素|贝叶斯";
    ShortNgram = "n 元|模型";
    ShortGpt = "GPT|";
    ShortKMeans = "k|均值";
    Discriminative = "判别式";
    Generative = "生成式";
    Unsupervised = "无监督";

    RowModels = "学的是";
    NextToken = "P(下个)";
    Distance = "远近";
    RowLabels = "答案";
    LabelsUsed = "看";
    LabelsAsWords = "当词";
    LabelsNotUsed = "不看";
    RowAnswer = "回答";
    RowProbability = "概率";
    RowParams = "参数";
    RowTime = "训练";
    RowAccuracy = "没见过的";
    RowLogLoss = "对数损失";
    RowClassify = "分类";
    RowFill = "补一格";
    RowMake = "造新瓜";
    RowUsual = "稀不稀奇";
    Milliseconds { ms } = "{ms} 毫秒";
    Seconds { secs } = "{secs} 秒";
    GridRemark = "“没见过的”一行是交叉验证的准确率，“概率”是对自己回答的把握。k 均值的回答是分好堆以后才数的。";
    TokensClause { sentence } = "语言模型读的是一句一句的话，如“{sentence}”一个分句是一个词元：词表就是表里的那几个词。数值说成低、中、高三档。";
    TokensCharacter { sentence } = "语言模型读的是一句一句的话，如“{sentence}”一个字是一个词元：它们得先学会拼字。数值说成低、中、高三档。";

    InLogistic = "逻辑回归";
    InNgram = "n 元模型";
    InNaiveBayes = "朴素贝叶斯";
    InGpt = "GPT";

    Section { name, family } = "{name}（{family}）";
    Says { class, probability } = "它答 {class}，概率 {probability}。";
    CannotAnswer { features, samples } = "它答不了：缺 {features}。它的分数是每个特征各占一份加起来的，少一份就不成数；{samples}一般什么样它没学过，没法替你补。";
    WhyLogOdds { class, against, shares, sum } = "为什么？{class} 对 {against} 的对数几率：{shares}；合计 {sum}。";
    WhyRatios { class, against, shares, odds } = "为什么？这些在 {class} 里比在 {against} 里常见多少倍：{shares}；乘起来，几率 {odds}。";
    Start = "起点";
    WhyNext { sentence, candidates } = "为什么？读到“{sentence}”时，它认为下一个词元是：{candidates}。";
    SentenceEnd = "（句子结束）";
    ClassMass { mass } = "各类的词元合起来占 {mass}，回答只在这里面比；其余落在别的词元上。";
    SpeltMass { mass } = "把每一类的说法一字一字乘下来，各类合起来占 {mass}，回答只在这里面比。";
    WhyCluster { cluster, distance, others } = "为什么？它离第 {cluster} 堆的中心最近：{distance}（别的：{others}）。";
    CentreIs { values } = "那里最常见的是 {values}。";
    CountedAfterwards { size, counts } = "分好以后再数答案：这一堆 {size} 个里，{counts}。";
    MeanOf { feature, value } = "{feature} 约 {value}";

    FillHidden { feature, guess, truth } = "盖住 {feature}，它猜 {guess}（其实是 {truth}）。";
    FillGap { feature, guess } = "没说的 {feature}，它猜 {guess}。";
    MakesMelon { values, class } = "让它造一个：{values}，{class}。";
    MakesText { text } = "让它写一句：“{text}”";
    MakesNonsense { text, sample } = "让它写一句：“{text}”这句话不是一个{sample}。";
    UsualOneIn { n } = "稀不稀奇？大约 {n} 个里有一个这样的；";
    UsualOneInOne = "稀不稀奇？几乎个个这样；";
    UsualDensity { nats } = "稀不稀奇？对数密度 {nats}（和单位有关，只能互相比）；";
    UsualDistance { distance } = "稀不稀奇？离最近的中心 {distance}；";
    LessUsual { n, of } = "表里 {of} 个中有 {n} 个比它更稀奇。";
    CannotGenerate = "补缺、造瓜、看稀不稀奇，它都不会：它只学过分界，没学过特征之间怎么搭配，也没学过什么样的瓜常见。";
    CannotMake { sample } = "它造不了新的：堆的中心是平均，不是一个{sample}。";

    HowGood { samples } = "在没见过的{samples}上，谁更好？";
    SameFoldsLoo { n } = "留一法：{n} 个轮流藏起一个，五种模型都用其余的重新学，再考这一个。考题完全一样。方括号里是 95% 区间。";
    SameFolds { k } = "{k} 折交叉验证：轮流藏起一份，五种模型都用其余的重新学，再考这一份。考题完全一样。后面是 95% 区间。";
    Untested = "没有考（--cv none）：它们在没见过的样本上怎么样，谁也不知道。";
    Always { class } = "一律猜 {class}";
    NoDifference { n } = "{n} 对模型两两相比，对数损失之差的区间（合起来 95%）都含着 0：分不出谁更好。";
    SomeDiffer { clear, n, list } = "{n} 对模型里有 {clear} 对的对数损失差得开（差的区间不含 0，合起来 95%）：{list}。其余的差别都不算数。";
    BetterThan { a, b } = "{a} 好过 {b}";
    NoneBeatsBaseline = "没有一个确定好过闭着眼按比例猜。";
    BeatsBaseline { list } = "确定好过按比例猜的：{list}。";
    WorseThanBaseline { list } = "确定还不如按比例猜的：{list}。";
    BestNotAbove { model, accuracy, baseline_class, baseline } =
        "对得最多的是{model}，也只有 {accuracy}，没有超过一律猜 {baseline_class} 的 {baseline}。", model = behind(model);
    BestNotSurelyAbove { model, accuracy, interval, baseline_class, baseline } =
        "对得最多的是{model}（{accuracy}），可它的区间 {interval} 里就有一律猜 {baseline_class} 的 {baseline}。", model = behind(model);
    Raw { ngram, gpt } = "语言模型的概率在各类之间重新归一过。不归一，把落在别的词元上的也算作丢掉的，n 元模型的对数损失是 {ngram}，GPT 是 {gpt}。";
    Small { n, samples } = "只有 {n} 个样本，什么也证明不了：换一批{samples}，名次就可能倒过来。这一页能让你看懂的是它们各自会什么，不是谁强。";

    NewMelons { n, samples } = "新的{samples}：三种生成模型各造 {n} 个";
    Valid = "合格";
    New = "新的";
    Marginals = "单列差";
    Pairs = "成对差";
    Agrees = "逻辑回归同意";
    RealHalves = "真的：两半互比";
    DistancesRemark =
        "“合格”：每个特征说一次，还说了类别。“新的”：表里没有的。“单列差”“成对差”：造的和表里的，每一列（每两列一起）的分布差多少，0 是一样，1 是毫无共同。“两半互比”是把真的随机分成两半的差距：比这还小的差距，说明不了什么。";
    NaivePairs { marginals, pairs, gpt } =
        "朴素贝叶斯定下类别以后，各个特征就各抽各的：单列只差 {marginals}，成对却差 {pairs}（GPT 一个接一个地写，成对差 {gpt}）。";
    WorstPair { a, b, distance } = "差得最多的一对是 {a} 和 {b}：{distance}。";
    BeyondHalves { list } = "成对差比真瓜两半互比还大的：{list}。";
    WithinHalves { halves, samples } = "可三种都还没有真表的两半差得远（{halves}）：换一批真的{samples}，差别都可能比这大，看不出谁造得更像真的。";
    LogProbs = "它们互相怎么看（平均 ln P(x,y)，越大越寻常）";
    By = "谁来看";
    TableRows = "表里的（学过）";
    HeldOutRows = "真的（没学过）";
    MadeBy { model } = "{model} 造的";
    ReadDown = "竖着看：一个模型觉得哪些更寻常。横着比，只在没有数值列时才有意义。";
    ByHeart { models, samples } = "{models}觉得，学过的{samples}比没学过的真{samples}寻常得多：学到的有一部分，只是把这张表背了下来。";

    TryLeaveOut = "少说一样：谁还能答？";
    TryCharacters = "让语言模型一个字一个字地读";
    TryMore = "瓜多了，差别才看得出来";
    TryBayes = "朴素贝叶斯记住的每一个概率";
}
