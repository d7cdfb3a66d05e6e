//! What is worth saying about a result.

use super::grammar::before;
use crate::report::words::Zh;
use crate::report::words::findings::*;

crate::report::words::texts! { Zh;
    TrainingFlatters { train, held_out } =
        "从学过的 {train} 降到没见过的 {held_out}：过拟合会这样；样本少时，偶然和测试的办法也会这样。";
    LeaveOneOutTilts =
        "留一法可能把成绩压低：留出一个样本，其余样本里它那一类就少一个。";
    Below { held_out, interval, class, baseline } =
        "没见过的对 {held_out}（{interval}），比一律猜 {class}（{baseline}）少：看不出学到了什么，也不证明没有东西可学。";
    AsGood { held_out, interval, class } =
        "没见过的对 {held_out}（{interval}），和一律猜 {class} 正好一样多：看不出学到了什么，也不证明没有东西可学。";
    NotSurelyAbove { held_out, interval, baseline } =
        "没见过的对 {held_out}，但区间 {interval} 里含有一律猜的 {baseline}：只看准确率，不能确定它更好。";
    SurelyAbove { held_out, low, baseline } =
        "没见过的对 {held_out}，区间的下端 {low} 也高过一律猜的 {baseline}：不大可能只是偶然。";
    NothingToLearn { p } =
        "没有看出关系：F 检验的 p 值是 {p}。如果各特征全无作用，拟合至少这么好的概率就有这么大；样本少时，真有的关系也可能看不出来。";
    MeanIsAsGood { rmse, baseline } = "没见过的样本上，它的误差 {rmse} 不比一律猜平均值（{baseline}）小：还看不出它比平均值猜得准。";
    ConstantTarget { target } = "{target}在每一行都一样：没有可学的东西。", target = before(target);
    ConstantTerms { terms } = "{terms}每行都一样，所以没有自己的系数（写作“–”）。", terms = before(terms);
    CombinedTerms { terms } = "{terms}恰好是别的列的组合，和它们分不开，所以没有自己的系数（写作“–”）。", terms = before(terms);
    FarOutside { column, value, low, high } = "{column} = {value} 远在学过的范围（{low} 到 {high}）之外：那里它什么也没见过，这个回答不能信。", column = before(column);
    Imputed { columns } = "{columns}有缺失的格子，填的是学过的样本的平均值，或最常见的那个值。", columns = before(columns);
    AllBranches { columns } = "{columns}有缺失的格子：划分好不好，只看取值已知的样本；取值未知的样本按各分支所占的比例，同时走进每个分支。", columns = before(columns);
    LeftOutOfCounts { columns } = "{columns}有缺失的格子：它们不参与计数，别的格子照用。", columns = before(columns);
    IllConditioned { terms, condition } =
        "{terms}几乎是一回事（条件数 {condition}，30 以上就要当心）：它们的系数分不开，单看哪一个都没有意义。考虑去掉其中一列（--drop），或加一点 --l2。", terms = before(terms);
    FewSamples { n, parameters } = "样本太少：最少的一类只有 {n} 个，却要定 {parameters} 个参数；通常每个参数要十个样本。";
    FewSamplesNumeric { n, parameters } = "样本太少：{n} 个，却要定 {parameters} 个参数；通常每个参数要十个样本。";
    Imbalance { class, share } = "{share} 都是 {class}：只看准确率会误导，要看查全率和 AUC。";
    NotConverged = "注意：拟合还没有到最优点，数字不是最终的。加大 --l2 常有用。";
    NotConvergedHere = "注意：linfa 还没有走到最优点，数字不是最终的。换成 --engine native 就能走到。";
    FoldsNotConverged { n } = "交叉验证里有 {n} 次拟合没有收敛。";
    FoldsLackClass { n, classes } = "有 {n} 份里学不到 {classes} 这一类：它在那里一个样本也没有。";
    BorrowedSpread { columns } = "{columns}在某一类里几乎不变，那里的标准差用的是整列的。", columns = before(columns);
    CategoricalDistances { columns } = "{columns}是类别，已变成 0/1 的独热编码：两个值不同，就相距 √2，不分远近。", columns = before(columns);
    MixedScales { wide, narrow } = "“{wide}”的数比“{narrow}”散开得多，距离几乎只由它定。加上 --standardize 再看。";
    WeakStructure { silhouette } = "轮廓系数只有 {silhouette}：这些簇分得不清，不一定真有这么几类。";
    SilhouetteSampled { n } = "样本多，轮廓系数只用随机抽的 {n} 个来算。";
}
