//! Words of the scripts that `--script` writes.

use crate::report::words::Zh;
use crate::report::words::script::*;

crate::report::words::texts! { Zh;
    Title { command } = "和这条命令得到同样的数：{command}";
    NotComputed { what } = "melon 给出、这里不算的：{what}。";
    RoundingErrors = "标准误和区间：拟合是精确的，它们只是舍入误差";
    RoundedAuc = "AUC：有些样本的概率可能只差最后一位，而它要看哪些相等";
    AskedReasons = "为什么这样回答 --melon";
    AskedRank = "有多少样本比 --melon 所问的更少见";
    PenaltyPath = "换别的惩罚时的数（--l2-path）";
    ExactTests = "样本少时的精确检验";
    FoldsBeside = "留一法旁边的多次分折";
    OtherTrees = "别的树（--ties）";
    SampledSilhouette = "轮廓系数：它只取了随机的一部分样本";
    ClusterRange = "别的簇数（--k-range）";
    ClusterAgreement = "各簇和一列的符合程度（--labels）";
    ClusterSteps = "每一步（--trace）";
    CompareRest = "各模型的回答、填空、造瓜和打分，AUC，各个数的区间，和它们之差的区间";
    CurveRest = "模型之差的区间";
    NeedsPython = "需要 numpy、pandas 和 scikit-learn（1.7 或更新；它自带 scipy）。";
    NeedsPandas = "需要 numpy 和 pandas。";
    NeedsScipy = "需要 numpy、pandas 和 scipy。";
    NeedsNothing = "只要有 Python。";
    Applied = "模型学到的，和它怎样回答。";
    EachRow = "每一行的回答。";
    NeedsR = "需要 R 4 或更新，不用别的包。";
    Data = "读进来的数据。空格子是缺失值。";
    DataFile { file } = "读进来的数据在 {file} 里：请在同一个文件夹里运行。空格子是缺失值。";
    OneHot = "离散特征变成几列，每个取值一列。";
    DropFirst = "离散特征变成几列，每个取值一列，第一个取值除外：别的取值都和它比。";
    Standardize = "数：减去平均值，再除以标准差（除数是 n）。";
    Impute = "缺的数用平均值代替，缺的类别用最常见的代替。";
    Aliased = "能由前面的列相加得到的列去掉了：它们没有估计值。";
    PenaltyC { l2 } = "最小化：对数损失之和 + l2/2 * 权重的平方和，l2 = {l2}。scikit-learn 写成 C = 1/l2，是一回事。截距不受惩罚。";
    NoPenaltyC = "极大似然，没有惩罚：l2 = 0，所以 C = 1/l2 是无穷大。";
    ReferenceClass = "以第一个类别为准：只有各类得分之差有意义。";
    PenaltyAlpha { l2 } = "岭回归：误差平方和 + l2 * 权重的平方和，alpha = l2 = {l2}。截距不受惩罚。";
    PenaltySolve { l2 } = "岭回归：误差平方和 + l2 * 权重的平方和，l2 = {l2}。截距不受惩罚。";
    LeastSquares = "最小二乘法。";
    LeastSquaresAll = "最小二乘法。tol=0：不因为一列的数比别的列小而丢掉它。";
    LinearInference = "估计值有多可靠。A 是在 X 前面加上一列 1（截距），s 是残差标准误：误差平方和除以样本数与参数个数之差（df2），再开方。一个估计值的标准误，是 s 乘以 A'A 的逆矩阵对角线上那一格的平方根；t 是估计值除以标准误；low 和 high 是 95% 区间的两端（t 分布）。下面是拟合得怎么样，以及和只用平均值相比的 F。";
    LogisticInference = "估计值有多可靠。A 是在 X 前面加上一列 1（截距）；费希尔信息矩阵是 A'WA，权重是 p (1 - p)，它的逆矩阵就是估计值的协方差（类别多于两个时，每两类有这样一块）。标准误是对角线的平方根；z 是估计值除以标准误；low 和 high 是 95% 区间的两端（Wald）。几率比按旁边的 step 这一步来算。下面是对数似然、偏差和 AIC。";
    PenaltyNewton { l2 } = "用牛顿法最小化：对数损失之和 + l2/2 * 权重的平方和，l2 = {l2}。截距不受惩罚。glmnet 包取 alpha = 0、lambda = l2/n 是同一个问题，只是没有这么精确。";
    Glm = "极大似然，没有惩罚。";
    Neighbors { k } = "最近的 {k} 个样本投票；并列最后的平分剩下的票。scikit-learn 的 KNeighborsClassifier 只取并列中的几个。类别不同，距离的平方加 1。票按整数来数（每一票都乘上并列的样本数），所以一半的票正好是 0.5。";
    Counted { alpha } = "朴素贝叶斯：每个计数加 {alpha}；数用正态密度，取该类的平均值和标准差（除数 n - 1；scikit-learn 的 GaussianNB 是 n），该类只有一个值时用整列的标准差。";
    CountedTable =
        "它学到了什么：数出来的和平滑过的比例（前几行是类本身），以及数的平均值和标准差。";
    TreeSettings = "可以问的特征，每个离散特征的取值，类别，以及树的选项。scikit-learn 的树不接受类别，R 的树每个问题只有两个分支，所以这里按规则自己长出这棵树。";
    TreeHeld = "留出的样本（held）不参加生长：由它们决定剪掉什么。";
    TreeImpurity = "类别有多混杂：Ent(D) = -sum p log2 p，Gini(D) = 1 - sum p^2。一个划分值多少：信息增益是它让熵减少的量，rho * (Ent(D) - sum r_v Ent(D_v))，只算取值已知的样本，它们占全部的 rho。增益率是增益除以 IV = -sum r_v log2 r_v；基尼指数是 sum r_v Gini(D_v)。";
    TreeOffers = "一个特征能提供什么：离散特征是一个划分，每个取值一个分支；数在相邻两个取值的中点分成两支，留下最好的，并列的都留。";
    TreeChoice = "最好的划分；一样好时先取优先的特征，否则取表中靠前的，同一个数取最小的阈值。用增益率时，只有增益不低于平均的特征参加。";
    TreeAnswer = "树怎样回答：沿着分支走到叶子，叶子里各类的比例就是概率。缺失值就沿每个分支都走，权重是训练样本走那一支的比例。没有样本到达的叶子，照父结点回答。";
    TreeGrowth = "树从根长起，直到结点里只有一类，或者没有可问的。一条路上离散特征只问一次，数只要有用可以再问。";
    TreePre = "预剪枝：只有划分之后答对更多留出的样本，才留下这个划分。";
    TreePost = "后剪枝，从最低的划分往上：换成叶子之后答对更多留出的样本，就换成叶子。";
    TreeTrace = "每个要作选择的结点：到达的样本，它们的熵，以及每个特征能提供的最好的划分。";
    TreeRules = "把树写成规则，每个叶子一条：生长用的样本有 n 个到达这里，其中 right 个是这一类。";
    TreeRight = "留出的样本里，树答对了几个。";
    LikeSklearn = "特征都是数，而且没有哪两个划分一样好：这里 scikit-learn 的树一定是同一棵。（它用单精度存数。）";
    InSample = "每个样本的答案。这些样本是学过的：这些数说明不了新样本会怎样。";
    Learned = "学过的样本上的成绩，说明不了新样本会怎样。旁边是不看样本的猜法的（知道的话）：各类比例（shares），或者平均值（mean）。";
    HeldOut =
        "在没见过的样本上的成绩，用的是程序里同样的划分：每次划分里，一个样本一个记号；记号相同的，由其余样本拟合的模型来回答。数字是所有回答的平均（least 和 most 是单次划分里最小和最大的）；旁边是学过的样本上的（learned），和不看样本的猜法的：shares 是各类比例的对数损失，和一律猜最多一类的准确率。";
    HeldOutNumbers =
        "在没见过的样本上的成绩，用的是程序里同样的划分：每次划分里，一个样本一个记号；记号相同的，由其余样本拟合的模型来回答。数字由所有回答合起来算；旁边是学过的样本上的（learned），和一律猜拟合所用样本的平均值时的 RMSE（mean）。R^2 也是和这个平均值比。";
    AccuracyInterval = "答对的比例和它的 95% 区间（Wilson；同样的样本多考几次，样本并没有变多）。";
    RocAuc = "AUC，ROC 曲线下的面积：这一类的一个样本，得到这一类的概率比别类的一个样本高，这样的情形占多少；相等的算一半。多于两类时，取各类的平均。";
    MistakesLearned = "学过的样本里，哪一类（truth）被当成哪一类；查准率、查全率和 F1。";
    Mistakes = "哪一类（truth）被当成哪一类（各次划分的平均）；查准率、查全率和 F1。";
    Gain = "在没见过的样本上，它的对数损失比各类比例的小多少（gain），和 95% 区间：对样本用 t 分布，每个样本先取各次划分的平均。";
    AlongPenalties = "同样的模型，自由多一些（l2 小）和少一些：学过的样本和没见过的样本上的对数损失，以及后者的准确率。下面是从选定的惩罚换成十分之一和十倍时，没见过的样本上的对数损失怎样变；两个区间同时成立的把握是 95%。";
    AskedSamples = "所问的样本和回答。回答如果是一个和，下面是每一项加了多少。";
    AskedCombinations = "特征取值的所有组合：最像第二类的十个。";
    Silhouette = "平均轮廓系数：每个样本离自己的簇，比离最近的别的簇近多少。";
    TogetherFolds =
        "按程序里的划分来回答、并量出成绩的函数：每次划分里，一个样本一个记号；记号相同的，由其余样本学出的模型来回答。没有学过的类得不到概率。各模型旁边，是不看样本的各类比例（shares）。";
    TogetherSplits =
        "按程序里的划分来量错误率的函数：每行一次划分，竖线前面是用来考的样本，后面是用来学的，每种大小取最前面的几个（样本从 0 数起）。只有一类可学，或者样本比投票的邻居还少时，就答最多的一类。错误率是各次划分的平均，附 95% 区间（Student）。";
    LeftOut { models } = "这里不重算：{models}。没有办法让别的程序得到同样的数。";
    NoHeldOut { why } = "没见过的样本上的成绩，这里不重算：{why}";
    NotWithoutPenalty = "没有惩罚时，有的训练样本能把各类完全分开，这时没有别的程序也能求出的估计值。";
    NotUnfinished =
        "有一份的拟合没有到达最优，别的程序会得到别的数。";
    NotSoMany = "划分写出来太长。";
    FromCentroids = "k 均值从找到的中心出发：它们不会再动，所以各簇的编号也一样。中心用的是聚类时的单位。";
    FreshStarts = "簇内平方和：这些簇的，以及换别的起点跑 100 次里最好的。";

    WrittenData { file } = "脚本从 {file} 读数据。";
    NotAScript { path } = "--script 只写 .py、.ipynb 和 .R，{path} 不是。";
    Separated = "没有脚本：类别完全可分，不加惩罚就没有估计值，别的程序也找不到。加上 --l2 1。";
    Unfinished = "没有脚本：拟合没有到达最优，别的程序会得到别的数。";
    NoneOfThese = "没有脚本：这些模型里，没有一个能让别的程序照样拟合出来。能写成脚本的是：有惩罚的逻辑回归（估计值存在时，没有惩罚也行）、朴素贝叶斯、k 近邻和决策树。";
    Missing = "没有脚本：朴素贝叶斯遇到缺失值就跳过那一格，scikit-learn 的不会。加上 --missing drop。";
}
