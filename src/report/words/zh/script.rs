//! Words of the scripts that `--script` writes.

use crate::report::words::Zh;
use crate::report::words::script::*;

crate::report::words::texts! { Zh;
    Title { command } = "和这条命令得到同样的数：{command}";
    NeedsPython = "需要 numpy、pandas 和 scikit-learn（1.6 或更新）。";
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
    Neighbors { k } = "最近的 {k} 个样本投票；并列最后的平分剩下的票。scikit-learn 的 KNeighborsClassifier 只取并列中的几个。类别不同，距离的平方加 1。";
    Counted { alpha } = "朴素贝叶斯：每个计数加 {alpha}；数用正态密度，取该类的平均值和标准差（除数 n - 1；scikit-learn 的 GaussianNB 是 n），该类只有一个值时用整列的标准差。";
    InSample = "每个样本的答案。这些样本是学过的：这些数说明不了新样本会怎样。";
    FromCentroids = "k 均值从找到的中心出发：它们不会再动，所以各簇的编号也一样。中心用的是聚类时的单位。";
    FreshStarts = "簇内平方和：这些簇的，以及换别的起点跑 100 次里最好的。";

    WrittenData { file } = "脚本从 {file} 读数据。";
    NotAScript { path } = "--script 只写 .py、.ipynb 和 .R，{path} 不是。";
    Separated = "没有脚本：类别完全可分，不加惩罚就没有估计值，别的程序也找不到。加上 --l2 1。";
    Unfinished = "没有脚本：拟合没有到达最优，别的程序会得到别的数。";
    Missing = "没有脚本：朴素贝叶斯遇到缺失值就跳过那一格，scikit-learn 的不会。加上 --missing drop。";
    Tree = "决策树没有脚本：scikit-learn 的树不接受类别，R 的树每个问题只有两个分支。--format json 里有整棵树。";
}
