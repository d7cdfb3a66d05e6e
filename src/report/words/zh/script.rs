//! Words of the scripts that `--script` writes.

use crate::report::words::Zh;
use crate::report::words::script::*;

crate::report::words::texts! { Zh;
    Title { command } = "和这条命令得到同样的数：{command}";
    NotComputed { what } = "melon 给出、这里不算的：{what}。";
    LogisticErrors = "标准误、区间、优势比、z、p、偏差和 AIC";
    LinearErrors = "标准误、区间、t、p、R^2、F 和平均绝对误差";
    LinearFit = "R^2 和平均绝对误差";
    AskedAnswers = "对 --melon 所问的回答";
    PenaltyPath = "换别的惩罚时的数（--l2-path）";
    NeedsPython = "需要 numpy、pandas 和 scikit-learn（1.6 或更新）。";
    NeedsPandas = "需要 numpy 和 pandas。";
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
    HeldOut =
        "在没见过的样本上的成绩，用的是程序里同样的划分：每次划分里，一个样本一个记号；记号相同的，由其余样本拟合的模型来回答。数字是所有回答的平均；旁边是学过的样本上的（learned），和不看样本的猜法的（shares）：各类比例的对数损失，一律猜最多一类的准确率。";
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
