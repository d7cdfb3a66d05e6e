//! The words of `melon compare`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::compare::*;

crate::report::words::texts! { Zh;
    TitleMelon { n } = "同一个瓜，{n} 种模型";
    TitleSample { n } = "同一个样本，{n} 种模型";
    Learned { samples, classes, features } = "都从同样的 {samples}里学：{classes}。特征是{features}。", features = behind(features);
    ClassCount { n, class } = "{class} {n} 个";
    TheMelon { values } = "问的瓜：{values}。";
    TheSample { values } = "问的样本：{values}。";
    NothingKnown = "没有给出任何特征";
    LeftOut { features } = "没有给出{features}。", features = behind(features);
    FromRow { row, class } = "没有给 --melon，就拿表里的第 {row} 行来问，它其实是 {class}。每种模型都学过它。";
    SeenNever = "表里没有这样的。";
    Seen { counts } = "表里这样的有：{counts}。";

    Kinds = "判别式模型和生成式模型";
    KindDiscriminative { target, samples } = "判别式模型只学一件事：给定特征，{target}是什么，即 P(y|x)。它学怎样用特征区分各类，不学{samples}本身是什么样。", target = before(target);
    KindGenerative { samples } = "生成式模型学特征和答案怎样一起出现，即 P(x,y)；或者一句话里下一个词元是什么。学会了这些，也能回答是哪一类，还能补缺、造新的{samples}、评估哪些少见。";
    KindNeither { samples } = "k 均值两类都不是：它不看答案，只按远近给{samples}分组。";

    Learns = "学的是";
    NextToken = "P(下个)";
    Distance = "距离";
    Labels = "标签";
    LabelsUsed = "看";
    LabelsAsWords = "当词";
    LabelsNotUsed = "不看";
    Answer = "回答";
    Probability = "概率";
    GlanceRemark = "“标签”：学习时看不看真实的类别；语言模型把它当作词来读。“概率”：对自己的回答有多大把握。";
    AccuracyRemark = "“准确率”是交叉验证的，算的是没有学过的样本。";
    CountedRemark = "不看标签的模型自己没有答案：它只分组，分好以后再数组里的类别。";

    Abilities = "各种模型能做什么";
    Classify = "回答";
    Fill = "补缺";
    Make = "造新";
    Rate = "评估";
    Params = "参数";
    TrainingTime = "训练用时";
    Milliseconds { ms } = "{ms} 毫秒";
    Seconds { secs } = "{secs} 秒";
    AbilitiesRemark { sample } = "回答：说出这个{sample}是哪一类。补缺：猜出盖住的特征。造新：写出一个新的{sample}。评估：说出一个{sample}有多常见。";
    TokensClause { sentence } = "语言模型读的是句子，如“{sentence}”一个分句是一个词元，所以词表就是表里的几个词。数值按大小三等分，说成低、中、高。";
    TokensCharacter { sentence } = "语言模型读的是句子，如“{sentence}”一个字是一个词元，所以它们得先学会拼字。数值按大小三等分，说成低、中、高。";

    Section { model, family } = "{model}（{family}）";
    Says { class, probability } = "它的回答是 {class}，概率 {probability}。";
    CannotAnswer { features, samples } = "它答不了：缺{features}。它的分数是每个特征一份加起来的，少一份就算不出；{samples}一般是什么样它没有学过，补不了缺。", features = behind(features);
    WhyLogOdds { class, against, shares, sum } = "为什么？{class} 对 {against} 的对数几率：{shares}；合计 {sum}。";
    WhyRatios { class, against, shares, odds } = "为什么？下列各项在 {class} 里的出现率是在 {against} 里的多少倍：{shares}；乘起来，几率是 {odds}。";
    Start = "起点";
    WhyNext { sentence, candidates } = "为什么？读到“{sentence}”时，它认为下一个词元是：{candidates}。";
    SentenceEnd = "（句子结束）";
    ClassMass { mass } = "各类的词元合起来占 {mass}，回答的概率只在这里面算；其余落在别的词元上。";
    SpeltMass { mass } = "把每一类的写法逐字乘下来，各类合起来占 {mass}，回答的概率只在这里面算。";
    WhyCluster { cluster, distance } = "为什么？它离第 {cluster} 组的中心最近，距离 {distance}。";
    OtherCentres { distances } = "离其余中心：{distances}。";
    CentreIs { values } = "这个中心：{values}。", values = behind(values);
    CountedAfterwards { size, counts } = "分好组以后再数类别：这一组 {size} 个里，{counts}。";
    MeanOf { feature, value } = "{feature}平均 {value}", feature = before(feature);

    FillHidden { feature, guess, truth } = "盖住{feature}，它猜{guess}（其实是{truth}）。", feature = behind(feature), guess = behind(guess), truth = behind(truth);
    FillGap { feature, guess } = "没有给出的{feature}，它猜{guess}。", feature = behind(feature), guess = behind(guess);
    RepeatsMelon { values, class, row } = "它造的一个：{values}，{class}。不是新的：和表里第 {row} 行一样。";
    RepeatsText { text, row } = "它写的一句：“{text}”不是新的：就是表里第 {row} 行。";
    MakesMelon { values, class } = "让它造一个：{values}，{class}。";
    MakesText { text } = "让它写一句：“{text}”";
    MakesNonsense { text, sample } = "让它写一句：“{text}”这句话说的不是一个{sample}。";
    UsualOneIn { n } = "常见吗？大约 {n} 个里有一个这样的；";
    UsualOneInOne = "常见吗？几乎个个这样；";
    UsualDensity { nats } = "常见吗？对数密度 {nats}（和单位有关，只能用来互相比较）；";
    UsualDistance { distance } = "常见吗？离最近的中心 {distance}；";
    LessUsual { n, of } = "表里 {of} 个中有 {n} 个比它少见。";
    CannotGenerate = "补缺、造新、评估，它都不会：它只学了怎样用特征区分各类，没有学特征怎样一起出现，也没有学什么常见。";
    CannotMake { sample } = "它造不了新的：组的中心是平均值，不是一个{sample}。";

    HowGood { samples } = "在没有学过的{samples}上，哪个更好？";
    TestedLoo = "准确率：留一法，各种模型用同样的划分。";
    TestedFolds { k } = "准确率：{k} 折交叉验证，各种模型用同样的划分。";
    TestedRepeated { k, n } = "准确率：{k} 折交叉验证，重分 {n} 次取平均，各种模型用同样的划分。";
    TestedFewer { k, n, more } = "准确率：{k} 折交叉验证，重分 {n} 次取平均，各种模型用同样的划分。（没有 GPT 时重分 {more} 次，数字略有不同。）";
    SameFoldsLoo { n } = "留一法：{n} 个里轮流藏起一个，各种模型用其余的重新学，再考这一个。大家的考题一样。方括号里是 95% 区间。";
    SameFolds { k } = "{k} 折交叉验证：轮流藏起一份，各种模型用其余的重新学，再考这一份。大家的考题一样。方括号里是 95% 区间。";
    SameFoldsRepeated { k, n } = "{k} 折交叉验证，重分 {n} 次：轮流藏起一份，各种模型用其余的重新学，再考这一份；然后重新分。大家的考题一样，数字是各次的平均。方括号里是 95% 区间。";
    Untested = "没有测试（--cv none）：它们在没有学过的样本上有多好，不知道。";
    AccuracyPercent = "准确率（%）";
    LogLossNats = "对数损失（奈特）";
    Always { class } = "一律猜{class}", class = behind(class);
    NoDifference { n } = "模型两两相比，共 {n} 对：按对数损失之差的区间（合起来 95%），没有一对的差别是确定的；由此看不出哪个更好。";
    SomeDiffer { clear, n, list } = "模型两两相比，共 {n} 对，其中 {clear} 对的对数损失之差，区间不含 0（合起来 95%，说的是换一批样本；换一个 --seed，可能是另外几对）：{list}。其余的差别可能是偶然。";
    BetterThan { a, b } = "{a}好于{b}", a = before(a), b = behind(b);
    RestsOnClip { list, clipped, more } = "不按对数损失评判的：{list}。有几次测试，真的那一类它一点可能也不给，对数损失是无穷大，这里每次算 {clipped}。请比准确率和 Brier 分数{more}。";
    LogLossSaysNothing { clipped, more } =
        "这里对数损失说明不了什么：每种模型都至少有一次测试，一点可能也没给真的那一类，那里的对数损失是无穷大，每次算 {clipped}。请比准确率和 Brier 分数{more}。";
    InMore = "（--more）";
    NoneBeatsBaseline = "按对数损失，没有一个确定好于按各类的比例猜。";
    BeatsBaseline { list } = "按对数损失，确定好于按各类的比例猜的：{list}。";
    WorseThanBaseline { list } = "按对数损失，确定不如按各类的比例猜的：{list}。";
    BestBelow { models, accuracy, baseline_class, baseline } = "准确率最高的是{models}（{accuracy}），低于一律猜{baseline_class}的 {baseline}。", models = behind(models), baseline_class = between(baseline_class);
    BestAsGood { models, accuracy, baseline_class } = "准确率最高的是{models}（{accuracy}），和一律猜{baseline_class}的正好一样。", models = behind(models), baseline_class = between(baseline_class);
    BestNotSurelyAbove { models, accuracy, interval, baseline_class, baseline } = "准确率最高的是{models}（{accuracy}），但它的区间 {interval} 包含一律猜{baseline_class}的 {baseline}。", models = behind(models), baseline_class = between(baseline_class);
    BestProbablyAbove { models, accuracy, interval, baseline_class, baseline, n, p } =
        "准确率最高的是{models}（{accuracy}，区间 {interval}），一律猜{baseline_class}的是 {baseline}：也许更好，但还不能确定。一个每次有 {baseline} 会对的猜法，在 {n} 个样本上至少对这么多的概率是 {p}；从好几个这样的猜法里挑最好的，更容易碰上。", models = behind(models), baseline_class = between(baseline_class);
    Raw { list } = "语言模型的概率已经在各类之间重新归一。不归一，落在别的词元上的就算丢掉，对数损失是：{list}。";
    RawLogLoss { model, log_loss } = "{model} {log_loss}";
    Small { n, samples } = "{n} 个样本不多：换一批{samples}，名次可能反过来。这一页能说明的是每种模型会做什么，不是哪个最好。";

    Verdict { samples } = "在没有学过的{samples}上考出来怎样";
    TryAll = "全部：各个模型的理由、造的东西、所有数字";
    NewMelons { n, samples } = "造的{samples}：每种生成式模型造 {n} 个";
    Valid = "合格";
    New = "新的";
    Marginals = "单列差";
    Pairs = "成对差";
    Agrees = "逻辑回归同意";
    RealHalves = "真实的两半";
    DistancesRemark =
        "“合格”：每个特征说一次，还说了类别。“新的”：表里没有的。“单列差”“成对差”：造的和表里的，每一列（每两列一起）的分布差多少，0 是一样，1 是毫无共同。“真实的两半”是把表随机分成两半的差：比它小的差可能只是偶然。";
    AgreesRemark = "“逻辑回归同意”：逻辑回归也会给出同样的类别。";
    NaivePairs { marginals, pairs } = "朴素贝叶斯先抽类别，再各自独立地抽每个特征：单列和表差 {marginals}，成对差 {pairs}。";
    WorstPair { a, b, distance } = "差得最多的一对是{a}和{b}：{distance}。", a = between(a), b = behind(b);
    GptPairs { pairs } = "GPT 一个特征接一个特征地写，看得到前面的：成对差 {pairs}。";
    BeyondHalves { list } = "成对差比真实的两半之间还大的：{list}。";
    WithinHalves { halves, samples } = "但没有一种模型的成对差有真实的两半之间那么大（{halves}）：换一批真的{samples}，差别可能比这更大，所以看不出哪种造得最像真的。";
    LogProbs { samples } = "各种模型觉得这些{samples}有多常见：平均 ln P(x,y)，奈特";
    By = "评估者";
    TableRows = "表里的（学过）";
    HeldOutRows = "真的（没学过）";
    MadeBy { model } = "{model}造的", model = before(model);
    ReadDown = "越大越常见。在同一列里比：一种模型觉得哪些更常见。不同模型的数，只有没有数值列时才能互相比。";
    ByHeart { models, samples } = "{models}觉得，学过的{samples}比没学过的真{samples}常见得多：学到的有一部分，只是把这张表背了下来。", models = before(models);

    TryLeaveOut = "少给一个特征：哪些模型还能回答？";
    TryCharacters = "让语言模型一个字一个字地读";
    TryMore = "瓜多了，哪些差别能确定？";
    TryBayes = "朴素贝叶斯记住的每一个概率";

    AnswersPlot { class } = "{class}的概率：各个模型怎么说", class = before(class);
    EvenOdds = "0.5：一半对一半";
    AccuracyPlot = "没见过的，各个模型答对多少";
    AccuracyPlotRemark = "两个区间重叠得多，差别就可能只是偶然。";
}
