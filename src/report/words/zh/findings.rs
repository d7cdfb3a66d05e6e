//! What is worth saying about a result.

use super::grammar::before;
use crate::report::words::Zh;
use crate::report::words::findings::*;

crate::report::words::texts! { Zh;
    TrainingFlatters { train, held_out } = "学过的样本上成绩显得好：对数损失 {train}，没见过的是 {held_out}。";
    CertainlyWrong { n, of, clipped } =
        "{of} 次测试里有 {n} 次，真的那一类它一点可能也不给：对数损失本该是无穷大，这里每次算 {clipped}。所以它的对数损失全看怎么算这几次，这里不据此下结论：请比准确率和 Brier 分数。";
    SeparableFolds =
        "学的样本恰好能把各类完全分开、惩罚又很小或没有时，系数会一路变大，概率就变成 0 和 1；问到的数值远在学过的范围之外时也会这样。各类能完全分开又没有惩罚时，其余各次的对数损失也要看拟合停在哪里。把 --l2 调大，能压住系数。";
    Unlearned = "那几次，学的样本里根本没有真的那一类：加多大的惩罚、换什么设置都没用，要这一类有更多样本才行。";
    UnlearnedSome { n } = "其中 {n} 次，学的样本里根本没有真的那一类：加多大的惩罚、换什么设置都没用，要这一类有更多样本才行。";
    SeparableOthers =
        "其余几次，是因为学的样本恰好能把各类完全分开、惩罚又很小或没有，或者问到的数值远在学过的范围之外：那里把 --l2 调大，能压住系数。";
    GuessToo { n } = "“不看特征”的对数损失里，这样的也有 {n} 次。";
    TooFewBesideShares { log_loss, shares, p } =
        "没见过的样本上，它的对数损失是 {log_loss}；只按各类的比例猜是 {shares}。样本太少，还说明不了什么：假如两者在每个样本上谁好全凭偶然，差得至少这么多的概率是 {p}。";
    AboveByChance { held_out, interval, class, baseline, n, p } =
        "它对 {held_out}（{interval}），一律猜 {class} 对 {baseline}：多半更好，但还不能确定。一个每次有 {baseline} 会对的猜法，在这 {n} 个样本上至少对这么多的概率是 {p}。";
    BetterThanShares { log_loss, shares, gain, low, high } =
        "没见过的样本上，它的对数损失是 {log_loss}；只按各类的比例猜是 {shares}。它好 {gain}（95% 区间 {low} 到 {high}）：不大可能只是偶然。";
    WorseThanShares { log_loss, shares, loss, low, high } =
        "没见过的样本上，它的对数损失是 {log_loss}；只按各类的比例猜是 {shares}。它差 {loss}（95% 区间 {low} 到 {high}）。";
    UnclearBesideShares { log_loss, shares, low, high } =
        "没见过的样本上，它的对数损失是 {log_loss}；只按各类的比例猜是 {shares}。它好多少，95% 区间 {low} 到 {high} 含 0：按对数损失，这些样本既看不出它学到了什么，也不证明没有东西可学。";
    LeaveOneOut { accuracy, log_loss, n, k, folds_accuracy, least, most, folds_log_loss } =
        "留一法：对 {accuracy}，对数损失 {log_loss}。同样的模型，分成 {k} 份，重分 {n} 次：对 {folds_accuracy}（各次从 {least} 到 {most}），对数损失 {folds_log_loss}。";
    BetterByBoth = "不论按准确率还是按对数损失，每一次划分都比留一法好";
    BetterByLogLossNoWorse = "按对数损失，每一次划分都比留一法好，按准确率也没有一次更差";
    BetterByLogLoss = "按对数损失，每一次划分都比留一法好";
    BetterByAccuracy = "按准确率，每一次划分都比留一法好";
    TheTestsDoing { better } =
        "{better}，虽然学的样本更少：差别来自测试的方法。留出一个样本，其余样本里它那一类就少了一个，离各类比例不远的模型就被推向错的回答。";
    PartlyTheTests =
        "差别可能有一部分来自测试的方法：留出一个样本，其余样本里它那一类就少了一个，离各类比例不远的模型就被推向错的回答。但各次划分之间也差这么多。";
    FollowsTheShares { n, of, class } =
        "没见过的样本上，它每次都答当时所学样本里最多的一类。{of} 次测试里有 {n} 次，最多的不是 {class}：藏起一些样本，其余样本里它们那一类就少了。所以它比一律猜 {class} 差，是测试的方法造成的。";
    EvenShares { class } = "（两类一样多时，它答 {class}。）";
    AucOfShares = "AUC 小于 0.5，也是同样的原因。";
    Below { held_out, interval, class, baseline } = "它对 {held_out}（{interval}）；一律猜 {class} 的 {baseline} 在区间之内。";
    SurelyBelow { held_out, interval, class, baseline } = "它对 {held_out}（{interval}）；一律猜 {class} 的 {baseline} 高过整个区间。";
    AsGood { held_out, interval, class } = "它对 {held_out}（{interval}），和一律猜 {class} 正好一样多。";
    NotSurelyAbove { held_out, interval, class, baseline } = "它对 {held_out}（{interval}）；一律猜 {class} 的 {baseline} 在区间之内。";
    SurelyAbove { held_out, low, baseline } = "它对 {held_out}，区间的下端 {low} 也高过一律猜的 {baseline}。";
    NothingToLearn { p } =
        "各特征合起来看，还不能确定有关系：F 检验的 p 值是 {p}。如果各特征全无作用，拟合至少这么好的概率就有这么大；样本少时，真有的关系也可能看不出来。";
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
    FoldsLackClass { n, classes } = "有 {n} 份里，某一类一个样本也没有，学不到它；遇到这种情况的类：{classes}。";
    BorrowedSpread { columns } = "{columns}在某一类里几乎不变，那里的标准差用的是整列的。", columns = before(columns);
    CategoricalDistances { columns } = "{columns}是类别，已变成 0/1 的独热编码：两个值不同，就相距 √2，不分远近。", columns = before(columns);
    MixedScales { wide, narrow } = "“{wide}”的数比“{narrow}”散开得多，距离几乎只由它定。加上 --standardize 再看。";
    WeakStructure { silhouette } = "轮廓系数只有 {silhouette}：这些簇分得不清，不一定真有这么几类。";
    SilhouetteSampled { n } = "样本多，轮廓系数只用随机抽的 {n} 个来算。";
}
