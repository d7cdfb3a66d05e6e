//! Words of `melon tour`: the frame, and the screens in their order.

use crate::report::words::Zh;
use crate::report::words::tour::*;

crate::report::words::texts! { Zh;
    ListTitle = "这一课的每一屏";
    ListRemark = "每一屏都当场算给你看，没有一个数字是事先写好的。";
    TryAll = "从头看起";
    TryOne { title } = "只看一屏：{title}";
    TryFrom { number } = "从第 {number} 屏看起";
    Keys { title, last } = "回车：{title}   b 上一屏   t 试一试   1–{last} 去那一屏   q 离开";
    End = "结束";
    NothingBefore = "这是第一屏，前面没有了。";
    NoScreenNumber { typed, last } = "没有第 {typed} 屏，只有 1 到 {last}。";
    NoScreenName { typed } = "没有叫“{typed}”的一屏。";
    SeeList = "melon tour --list 列出所有的屏。";

    LettersTitle = "名字里的四个词";
    LettersIdea = "ChatGPT 这个名字由四个词拼成，每个词是一个想法。程序里带着一个很小的 GPT，就用它一个个来看。";
    LettersChat = "聊天：一来一往，你问，它答。";
    LettersQuestion { text } = "问：{text}";
    LettersAnswer { text } = "答：{text}";
    LettersG { screen } = "生成：它不是找出一段现成的话，而是一个词元接一个词元地写出来（第 {screen} 屏）。";
    LettersP { screen } = "预训练：聊天之前，它先读文章，每到一处就猜下一个是什么。不用谁来标答案，答案就在文章里（第 {screen} 屏）。";
    LettersT =
        "带注意力的网络：写每个词元前，它把前面的词元都掂量一遍，看哪些此刻要紧，要紧的多取一些，隔得再远也行。";

    NextWordTitle = "下一个词";
    NextWordIdea = "语言模型写字，一次只写一个词元。每写一个之前，它先给所有可能的词元各估一个概率，再从里面选。“生成”说的就是这件事。";
    NextWordPrompt { prompt } = "话说到这里：“{prompt}”，接下来呢？";
    NextWordCounted { n_chars, n, v } =
        "概率从哪来？数出来的：自带的语料有 {n_chars} 个字，这句开头出现了 {n} 次。词表里一共有 {v} 个词元可选，没跟在它后面出现过的，概率都几乎是 0。";
    NextWordTimes { n } = "{n} 次";
    NextWordPieces { times, pieces } = "{times}；词元：{pieces}";
    NextWordLesson = "语料换一换，概率就跟着变：它只知道自己读过什么。";
    NextWordComputed { offers } =
        "GPT 里没有存着文章，也不去查：它用训练定下来的那些数，把概率算出来。同一句开头，程序自带的 GPT 算出：{offers}。所以没读过的开头，它也答得出。";

    FourStepsTitle = "四步，一轮又一轮";
    StepEncode = "1 编码";
    StepPredict = "2 预测";
    StepChoose = "3 选择";
    StepAppend = "4 接上";
    EncodeWhat = "文字切成词元，每个词元是一个编号";
    VectorIs { text, numbers, n } = "{text} → ({numbers}, …)，GPT 里是 {n} 个数的向量";
    PredictWhat { n } = "看最后 {n} 个词元，给下一个估概率";
    ChooseWhat = "选概率最大的（常见的做法，也可以按概率随机抽）";
    AppendWhat = "接到后面，回到第 2 步";
    Round = "轮";
    SoFar = "已经写了";
    Candidates = "候选";
    Chosen = "选中";
    RoundsMore { n } = "……再做 {n} 轮";
    Written { text } = "写成了：{text}";
    StoppedString { rounds, stop } = "做了 {rounds} 轮，写到“{stop}”就停：这是设定的停止条件。";
    StoppedEnd { rounds } = "做了 {rounds} 轮，它写出了“全文完”的记号，于是停下。";
    StoppedMax { rounds } = "做满 {rounds} 轮，到了设定的长度，停下。";
    Parrot { sure, rounds } = "{rounds} 轮里有 {sure} 轮只有一个候选：读得太少，它多半在重复读过的话。";

    FeaturesTitle = "特征和标签";
    FeaturesIdea { n, features, label } =
        "换一种问题：不写字，只判断。买来 {n} 个瓜，记下{features}，再一个个切开，记下{label}没{label}。看得见的叫特征，切开才知道的叫标签，整张表就是数据集。";
    FeaturesContradiction { a, b } = "{a} 号和 {b} 号看上去一模一样，切开却不同：只看外表，谁也做不到全对。";
    FeaturesDiscriminative = "由特征求标签的概率 P(y|x)，这样的模型叫判别式模型。";

    TrainingTitle = "训练：从十个瓜里学";
    TrainingIdea { n } = "从特征和标签里找规律，就叫训练。这里用逻辑回归，当场从 {n} 个瓜学。学完以后，什么样的瓜都能问：";
    TrainingLikeliest { shown, n } = "{n} 种组合里，最可能熟的 {shown} 种";
    TrainingUnseen { unseen, n } = "{n} 种组合有 {unseen} 种它从没见过，照样答得出：这叫泛化。";
    TrainingHonest { train, held_out, baseline } = "答得出不等于答得对。学过的对 {train}；学的时候藏起来的，对 {held_out}；一律猜同一类，最多对 {baseline}。";
    TrainingUnsure { n, interval } = "只有 {n} 个瓜，这个数说不准（95% 区间 {interval}），证明不了它比瞎猜强：学到的规律还不可靠。";
    TrainingWorse { interval } = "还不如瞎猜（95% 区间 {interval}）：学到的规律不可靠。";
    TrainingHolds { interval } = "藏起来的瓜上也比瞎猜强（95% 区间 {interval}）。";

    SumTitle = "Y = f(x₁) + f(x₂) + f(x₃)";
    SumIdea { melon } = "模型怎么算一个{melon}的瓜？每个特征给出一份证据，正的说像熟，负的说不像，加起来就是 Y：";
    SumName { name } = "f({name})";
    SumBias = "起点（截距）";
    SumTotal { total } = "Y = {total}";
    SumSigmoid = "Y 可大可小，概率却在 0 和 1 之间，所以再过一条 S 形曲线：";
    SumParams { n, features } = "每个 f 是一张小表：一个取值一个数。{features} 个特征的取值加上起点，一共 {n} 个数，这些就是训练要定下来的参数。";

    ClassificationTitle = "分类：二者选一";
    ClassificationIdea { n, class, other } =
        "答案只有 {class} 和 {other} 两种，是离散的，这叫分类。{n} 个瓜按 Y 的大小排开，曲线把 Y 变成概率，过了一半就答 {class}。";
    ClassificationRight { train, held_out, baseline } = "学过的瓜答对 {train}，没见过的答对 {held_out}，一律猜同一类最多答对 {baseline}。";
    Overfitting { n } = "把只在手头这些瓜上才成立的东西也学了去，叫过拟合，会拉出这样的差距；不过只有 {n} 个瓜，碰巧也会。";

    RegressionTitle = "回归：答案是个数";
    RegressionIdea { n } = "不问熟不熟，问有多甜：含糖率是连续的数，这叫回归。还是那三个特征、还是相加，从 {n} 个合成的瓜里学。";
    RegressionAnswer { melon, sugar } = "一个{melon}的瓜，预测含糖率 {sugar}。";
    RegressionX = "预测";
    RegressionY = "实际的含糖率（点在线上就是正好猜中）";
    RegressionError { rmse, baseline } = "没见过的瓜，一般差 {rmse}；不看瓜、一律猜平均，差 {baseline}。";
    RegressionFew { n, rmse, baseline } = "同样的办法用在书上的 {n} 个瓜：差 {rmse}，猜平均差 {baseline}。";
    RegressionFewWorse = "数据太少，比猜平均还差。";
    RegressionFewBetter = "数据虽少，也比猜平均好。";

    UnsupervisedTitle = "没有答案也能学";
    UnsupervisedIdea { label, n } = "前面每个瓜都有标签，这叫有监督。现在把“{label}”这一列盖住，只剩外表，让程序自己把 {n} 个瓜分成组：像的放一起。这叫无监督，这里做的是聚类。";
    UnsupervisedGroup { k, n, what } = "第 {k} 组（{n} 个）：{what}";
    UnsupervisedThen = "分完组再看标签：";
    UnsupervisedPurity { purity, majority } = "把每组当成它的多数派，能对 {purity}；不分组、全当多数派，对 {majority}。";
    UnsupervisedLesson = "组是按相像分的，不是按熟不熟分的：k 均值没有见过标签，每个特征在它眼里一样重。逻辑回归见过标签：哪个特征更能分出熟不熟，就更看重哪个。";

    ClusteringTitle = "聚类：一步步变稳定";
    ClusteringIdea { n, k } = "{n} 个瓜，只量密度和含糖率，没有标签。k 均值先放 {k} 个中心，每个瓜归最近的中心，中心再挪到自己这组的正中，如此反复。";
    ClusteringSteps { steps } = "到各自中心的距离平方和，一步步变小：{steps}";
    ClusteringStable { n } = "{n} 步以后谁也不再换组。";

    PretrainingTitle = "预训练：没有标签的阅读";
    PretrainingIdea { n_chars, n_params } =
        "文章里没有标签，但每个字的后面都有下一个字，答案就在文章里。一个小 GPT（{n_params} 个参数）刚刚当场学了自带语料里的 {n_chars} 个字，另有一成留着考它。";
    PretrainingLoss = "损失：没读过的那部分，每个字的意外程度（奈特）";
    PretrainingStep { n } = "第 {n} 步";
    PretrainingUniform { v } = "瞎猜：ln {v}";
    PretrainingStarted = "开始时和瞎猜差不多，后来越来越不意外。";
    PretrainingNotLearned = "这一次几乎没有学到什么。";
    PretrainingBefore { text } = "训练前：{text}";
    PretrainingAfter { text } = "训练后：{text}";
    PretrainingLesson = "几秒钟只够认识常用的字和搭配。放大几百万倍，就是大模型的第一阶段。";

    FinetuningTitle = "微调：从续写到回答";
    FinetuningIdea { n } = "只读过文章的模型，会续写，不会回答。微调就是再从 {n} 段问答里练，损失只算在答案上：有了标准答案，这一段是有监督的。";
    FinetuningBefore { text } = "微调前，接着写：{text}";
    FinetuningAfter { text } = "微调后，回答：{text}";
    FinetuningNotPractised = "（这两问都不在练习里。）";
    FinetuningWrong { right } = "（答错了，口气却一样肯定。应该是：{right}。）";
    FinetuningLesson = "先无监督地读，再有监督地练：两个阶段，改的是同一批参数。答得对不对，它自己并不知道。";

    ParametersTitle = "参数：“大”在哪里";
    ParametersIdea = "参数就是训练要定下来的数。下面每往右一格，数目大十倍：";
    SizeFormula = "三个 f 的公式";
    SizeTenMelons = "十个瓜的逻辑回归";
    SizeGpt = "刚才的小 GPT";
    SizeNgram = "自带语料的 n 元模型";
    SizeEmbedded = "自带的聊天 GPT";
    SizeGpt3 = "GPT-3";
    SizeGpt4 = "GPT-4（传闻）";
    SizeCounted = "数出来的";
    SizeSaid = "没有在这里数";
    ParametersRatio { ratio } = "从十个瓜到 GPT-3，差了 {ratio} 倍。训练的办法却是同一种：算损失，顺着变小的方向挪一点。";
    ParametersHearsay = "GPT-3 的数来自论文（2020）；GPT-4 的厂商从未公布，1.8 万亿只是传闻。";

    EmergenceTitle = "涌现：换一种量法再看";
    EmergenceIdea { len, iters } = "六个小 GPT，只有大小不同，各练 {iters} 步，练同一件事：把 {len} 个字母倒过来写。同一批回答，用两种量法打分：";
    EmergenceParams = "参数";
    EmergenceLetters = "字母对";
    EmergenceWords = "整词对";
    EmergenceGap { params, letters, words, steps } = "{params} 个参数的那个，字母已经对了 {letters}，整词才对 {words}：用第二种量法看，它才刚刚开始会。{steps}";
    EmergenceSteeper { letters, words } = "最陡的一步，占整词上升的 {words}，只占字母上升的 {letters}：看上去的“突然”，有一部分是量法造成的。";
    EmergenceAsSteep { letters, words } = "可是最陡的一步，占字母上升的 {letters}，占整词上升的 {words}：这一次两种量法，突然的程度差不多。";
    EmergenceNoGap = "这一次两种量法差不多，看不出哪个更突然。";
    EmergenceLesson { len } = "整词对要 {len} 个字母连着对，约等于字母正确率的 {len} 次方。大模型的“涌现”有多少是能力，有多少是量法造成的，至今还有争论。";

    SideTitle = "对比：两类模型看同一个瓜";
    SideIdea { n, melon } = "最后，让两类模型看同一个瓜：{melon}。五个模型都只学过那 {n} 个瓜；语言模型学的是把瓜写成的句子。";
    SideModels = "它估的是";
    SideAnswer = "熟的概率";
    SideFills = "遮住一项，它猜";
    SideNext = "P(下一个词元)";
    SideDistance = "距离";
    SideAfterwards = "* 聚类没看过标签，这是事后数出来的：这个瓜所在的那一组，熟的占多少。";
    SideMeans = "P(y|x)：长这样的瓜里，熟的占多少。P(x, y)：所有的瓜里，长这样而且熟的占多少。";
    SideMake = "再请它们各造一个新瓜：";
    SideMakes { name, melon } = "{name}：{melon}";
    SideMakesNone { names } = "{names}：造不出，它们没有学 P(x)";
    SideLesson = "判别式模型只回答问它的那一件事；生成式模型学的是整个瓜，所以能判断、能补缺，也能造新的。大语言模型属于后一类。";

    TryClassifyTen = "自己训练一次，看全部系数";
    TryAsk = "问一个瓜，看它为什么这么答";
    TryShowTen = "看这张表";
    TryDataList = "还有哪些数据";
    TryNoPenalty = "去掉惩罚会怎样？";
    TryCurve = "要多少个瓜才够？";
    TryCandidates = "每一步还有哪些候选";
    TryDraw = "随机抽样，换个种子就换一段";
    TryTrace = "每一轮的四步都打出来";
    TryScale = "三种任务、三种量法，先看三秒";
    TryCompare = "同一张表，再检验一次，看哪个更可信";
    TryChat = "和它聊聊，/quit 结束";
    TryList = "这一课有哪些屏";
    TryPretrain = "看着一个更小的 GPT 从头学起";
    TryAskChat = "换一句问它";
    TryPath = "有没有过拟合？自由多些、少些各试一遍";
    TryPlot = "画出每个瓜的位置";
    TryRegress = "看公式和误差";
    TryClusterMelons = "换成两组，再和标签比较";
    TryClusterRange = "分几组好？";
    TryClusterTrace = "看中心一步步挪";
}
