//! Words of `melon tree`.

use super::grammar::{before, behind, between};
use crate::report::words::Zh;
use crate::report::words::tree::*;

crate::report::words::texts! { Zh;
    Title = "这棵决策树：每个结点问一个问题，末端是回答";
    Question { feature } = "{feature}？";
    QuestionNumber { feature, threshold } = "{feature} ≤ {threshold}？";
    Yes = "是";
    No = "否";
    Leaf { class } = "{class}";
    Pure { n } = "（{n}）";
    Mixed { right, n } = "（{right}/{n}）";
    NoneCame = "（0：随父结点）";
    MoreBelow { n } = "……下面还有 {n} 个结点";
    OnlyRoot = "只有一个叶结点：什么也不问，所有样本的回答都一样。";
    Size { leaves, depth } = "{leaves} 个叶结点，深 {depth} 层；括号里是到那里的样本数。";
    EmptyLeaves { n } = "有 {n} 个叶结点没有样本：这个值在数据里有，在这里没有，回答就取父结点里最多的一类。";
    TiesRemark { n } = "有 {n} 个结点上，几种划分完全一样好；这里取最靠前的一个。别的程序可能取另一个：--ties 会画出那些树。";
    TiesPreferred { n } = "有 {n} 个结点上，几种划分完全一样好；--prefer 的特征在其中就取它，不在就取最靠前的一个。--ties 会画出别的树。";
    Gain = "信息增益";
    GainRatio = "增益率";
    Gini = "基尼指数";
    Candidate = "划分";
    Midpoints { feature, threshold, n } = "{feature} ≤ {threshold}（{n} 个划分点里最好的）";
    OneMidpoint { feature, threshold } = "{feature} ≤ {threshold}";
    Chosen = "← 选它";
    Tied = "← 一样好";
    BelowMean = "增益低于平均";
    DividesNothing = "在这里分不开";
    NothingToAsk = "这里没有能再分开它们的问题了：虽然类别还是混杂的，也只能作叶结点。";
    TraceNotes = "关于这些数";
    AtRoot = "根结点";
    AtNode { path } = "{path} 处", path = before(path);
    AndAtNode { path } = "{path} 处", path = before(path);
    ExaminedGini { n, gini } = "{n} 个样本，Gini(D) = {gini}";
    Examined { n, entropy } = "{n} 个样本，Ent(D) = {entropy}";
    MoreNodes { n } = "……另有 {n} 个结点，--format json 可以看全。";
    Trace = "每次划分是怎样选的";
    TraceGain = "每次选信息增益最大的划分，也就是让类别的信息熵 Ent(D)（单位：比特）下降最多的那个。";
    TraceRatio = "C4.5：在能分开样本的划分里，先留下增益不低于平均的，再从中选增益率 Gain(D, a) / IV(a) 最大的。只看增益率，会偏爱几乎没有分开样本的划分。";
    TraceGini = "CART 的准则：选基尼指数最小的划分。（CART 本身每次只分两支；这里每个取值一支。）";
    TraceNumbers = "数值特征的划分点取相邻两个取值的中点。书上只印到三位小数。";
    ByHand { feature, entropy, terms, gain } = "Gain({feature}) = {entropy} - ({terms}) = {gain}";
    ByHandGaps { feature, known_n, n, entropy, terms, gain } =
        "Gain({feature}) = ρ × (Ent(D~) - Σ r Ent) = {known_n}/{n} × ({entropy} - ({terms})) = {gain}";
    ByHandValue { feature, terms, value } = "IV({feature}) = -({terms}) = {value}";
    ByHandRatio { feature, gain, value, ratio } = "Gain_ratio({feature}) = {gain} / {value} = {ratio}";
    ByHandGini { feature, terms, index } = "Gini_index({feature}) = {terms} = {index}";
    ByHandGiniGaps { feature, known_n, n, gini, index, less } =
        "ρ × (Gini(D~) - Gini_index({feature})) = {known_n}/{n} × ({gini} - {index}) = {less}";
    TraceGaps = "有缺失值时，划分好不好只看取值已知的样本（D~），再乘上它们所占的比例 ρ：Gain(D, a) = ρ × Gain(D~, a)。取值未知的样本同时走进每个分支，各按这个分支在 D~ 里的比例 r 分（书 4.4.2）；所以样本数会是小数。";
    TraceGapsGini = "有缺失值时，基尼指数只算取值已知的样本（D~），选的是 ρ × (Gini(D~) - 基尼指数) 最大的划分，ρ 是它们所占的比例。取值未知的样本同时走进每个分支，各按这个分支在 D~ 里的比例 r 分（书 4.4.2）。";
    Rounding { feature, rounded, exact, entropy } =
        "如果中途就四舍五入到三位小数（Ent(D) = {entropy}，各分支的熵也只取三位），{feature}会得到 {rounded}；只在最后舍入，是 {exact}。", feature = before(feature);
    RoundedFigures = "式子里的数只显示三位，结果是用原始计数算的；照着显示的数手算，末尾的数字可能不同。";
    Copies = "网上很多答案写的是前一个。";
    Spaces = "你自己写的程序算出的增益不一样？取值前后多一个空格，就成了另一个取值（“清晰”和后面多一个空格的“清晰”是两个），划分也就变了。这里会去掉格子前后的空格。";
    ExactTies = "“一样好”是按样本的计数严格判断的：如果比的是对数算出来的最后一位，选哪个就全凭偶然。";

    Pruning = "剪枝";
    Held { grown, held } = "用 {grown}生成这棵树；学习用的样本里另外留出 {held} 个作验证集，用来决定剪不剪枝。";
    HeldTable { grown, held } = "用 {grown}生成这棵树；第 {held} 行作验证集，用来决定剪不剪枝（书上的表 4.2）。";
    HeldRows { grown, held } = "用 {grown}生成这棵树；学习用的样本里另外抽出第 {held} 行作验证集，用来决定剪不剪枝。";
    SetAside { grown, held } = "其中 {grown} 个用来长树，另外 {held} 个留作验证集。";
    PreTitle = "预剪枝：划分一个结点之前先看，划分能不能让验证集多对几个？";
    PostTitle = "后剪枝：先长出整棵树，再自底向上看，换成叶结点能不能让验证集多对几个？";
    NoPruning = "没有剪枝（--prune none）：这是整棵树在验证集上的成绩。";
    AsLeaf = "作叶结点";
    AsSplit = "划分后";
    NodeSplit { node, split } = "{node}：{split}";
    Deeper { node } = "……{node}";
    Here = "到这里的";
    Decision = "决定";
    Kept = "保留划分";
    Stopped = "叶结点";
    NodeColumn = "结点：划分";
    Root = "根";
    RightOf { right, n } = "{right}/{n}";
    MoreDecisions { n } = "……另有 {n} 个决定，--format json 可以看全。";
    Validated { right, n, share } = "现在这棵树：验证集 {n} 个里对 {right} 个（{share}）。";
    PrunedNothing { n, step } =
        "一处也没有剪：没有哪个划分换成叶结点，能让 {n} 个验证样本多对一个。只有 {n} 个，一个样本就占 {step}：再小的改进，这里看不出来。";
    PrunedNothingTies { n } = "有 {n} 个结点，换成叶结点也一样好。这里和书上的例子一样，保留划分；按奥卡姆剃刀则应剪去，因为一样好就取简单的。";
    KeptThenGone { n } = "保留的划分里，有 {n} 个后来随上面的结点一起剪掉了。";
    NothingGrew = "没有一个划分能让验证集多对几个，所以这棵树只有一个叶结点。预剪枝是贪心的：眼下没有用的划分就不做，哪怕它下面的划分本来会有用。";
    NothingToDecide = "没有划分需要决定。";
    NotTheTest = "验证集取自学习用的样本。用来测试它的样本（交叉验证）不参与决定：拿测试集来剪枝，就没有测试可言了。";
    PreIsNotPost = "预剪枝是边长边决定：停下的结点下面会长出什么，根本不看。整棵长完再剪，是后剪枝，得到的树可能不一样。";
    TrainingHolds = "下面“学过的”样本里，也包括验证集。";

    Rules = "写成规则";
    Rule { conditions, class, support } = "如果{conditions}：{class}{support}", conditions = between(conditions);
    RuleAlways { class, support } = "一律：{class}{support}";
    MoreRules { n } = "……另有 {n} 条规则，--format json 可以看全。";
    AtMost { feature, threshold } = "{feature} ≤ {threshold}";
    Above { feature, threshold } = "{feature} > {threshold}";

    Others { n } = "另外 {n} 棵一样好的树：几种划分一样好的地方，选了别的";
    OthersAtLeast { n } = "另外至少有 {n} 棵一样好的树：几种划分一样好的地方，选了别的";
    Other { number, choices } = "{number}. {choices}";
    OtherChoice { path, split } = "{path}：改问{split}", split = behind(split);
    OthersPrefer { feature } = "--prefer {feature}：凡是它和别的一样好的地方，都问它。";
    OthersCapped { n } = "只画前 {n} 棵，改得最少的。";
    OthersGrow = "一样好的是那个结点上的划分；再往下，各棵树不同，答对多少也可能不同。";
    OtherValidated { right, n } = "验证集 {n} 个里对 {right} 个";
    OthersPruned { right, n } = "一样好，说的是剪枝之前。上面那棵树在验证集 {n} 个里对 {right} 个；哪棵树对得更多或更少，剪枝之后就不再一样好。";
    NoOthers = "没有别的树：没有哪个结点上两种划分一样好。";
    NoOthersLeft { n } = "没有别的树：有 {n} 个结点上几种划分一样好，但不论选哪个，剪枝之后都是这一棵。";

    WaysTitle = "为什么？它在树上走的路";
    WaysTitleSeveral = "为什么？有的值不知道，所以分几路走，各占一份";
    Way { steps, leaf } = "{steps} → {leaf}";
    WayInPart { share, steps, leaf } = "{share}：{steps} → {leaf}";
    LeafSays { class, right, n } = "{class}（那里的 {n} 个里有 {right} 个）";
    LeafEmpty { class } = "{class}（那里没有样本：随父结点）";
    NoQuestion = "不问";
    WhyWay { way } = "为什么？{way}。";
    CannotGenerate = "它补不了缺，造不出新的，也说不出这个常见不常见：它只学了问什么能把各类分开。";

    TryTrace = "每次划分是怎样选的，列出每个增益";
    TryPrune = "剪枝：枝条少些，在新样本上往往更好";
    TryBookPrune = "书上的剪枝：表 4.2 的十个瓜和七个瓜";
    TryRules = "写成规则";
    TryNumbers = "加上数值：密度和含糖率";
}
