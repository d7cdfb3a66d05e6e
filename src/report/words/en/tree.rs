//! Words of `melon tree`.

use super::grammar::s;

crate::report::words::messages! {
    Title = "The tree: a question at each node, an answer at each end";
    Question { feature } = "{feature}?";
    QuestionNumber { feature, threshold } = "{feature} ≤ {threshold}?";
    Yes = "yes";
    No = "no";
    Leaf { class } = "{class}";
    Pure { n } = "({n})";
    Mixed { right, n } = "({right} of {n})";
    NoneCame = "(0: as its parent)";
    MoreBelow { n } = "… {n} more nodes below";
    OnlyRoot = "A single leaf: nothing is asked, and every sample gets the same answer.";
    Size { leaves, depth } = "{leaves} leaves, {depth} deep; in brackets, the samples that came to each.";
    EmptyLeaves { n } = "Leaves without any sample: {n}. Such a value occurs in the data, but not here: the answer is the parent's most frequent class.";
    TiesRemark { n } = "At {n} node{s} several splits are exactly as good; the first of them was taken. Other programs may take another: --ties draws those trees.", s = s(n);
    TiesPreferred { n } = "At {n} node{s} several splits are exactly as good; the preferred feature was taken where it was one of them, else the first of them. --ties draws the other trees.", s = s(n);
    Gain = "gain (bits)";
    GainRatio = "gain ratio";
    Gini = "Gini index";
    Candidate = "split";
    Midpoints { feature, threshold, n } = "{feature} ≤ {threshold} (best of {n})";
    OneMidpoint { feature, threshold } = "{feature} ≤ {threshold}";
    Chosen = "← chosen";
    Tied = "← exactly as good";
    BelowMean = "below the mean gain";
    DividesNothing = "divides nothing here";
    NothingToAsk = "Nothing is left to ask that would divide them: it stays a leaf, although its classes are mixed.";
    TraceNotes = "About these figures";
    AtRoot = "The root";
    AtNode { path } = "Where {path}";
    AndAtNode { path } = "where {path}";
    ExaminedGini { n, gini } = "{n} samples, Gini(D) = {gini}";
    Examined { n, entropy } = "{n} samples, Ent(D) = {entropy}";
    MoreNodes { n } = "… and {n} more node{s}: --format json has them all.", s = s(n);
    Trace = "How each split was chosen";
    TraceGain = "The split with the most information gain is made: how much the entropy Ent(D) of the classes (in bits) falls.";
    TraceRatio = "C4.5: among the splits whose gain is not below the mean of those that divide, the one with the largest gain ratio, Gain(D, a) / IV(a), is made. The ratio alone would prefer splits that hardly divide.";
    TraceGini = "CART's measure: the split with the smallest Gini index is made. (CART itself makes two branches; here each value has its own.)";
    TraceNumbers = "A number is split halfway between two neighbouring values. The book prints three decimals.";
    ByHand { feature, entropy, terms, gain } = "Gain({feature}) = {entropy} - ({terms}) = {gain}";
    ByHandGaps { feature, known_n, n, entropy, terms, gain } =
        "Gain({feature}) = ρ × (Ent(D~) - Σ r Ent) = {known_n}/{n} × ({entropy} - ({terms})) = {gain}";
    ByHandValue { feature, terms, value } = "IV({feature}) = -({terms}) = {value}";
    ByHandRatio { feature, gain, value, ratio } = "Gain_ratio({feature}) = {gain} / {value} = {ratio}";
    ByHandGini { feature, terms, index } = "Gini_index({feature}) = {terms} = {index}";
    ByHandGiniGaps { feature, known_n, n, gini, index, less } =
        "ρ × (Gini(D~) - Gini_index({feature})) = {known_n}/{n} × ({gini} - {index}) = {less}";
    TraceGaps =
        "Where values are missing, a split is judged by the samples whose value is known (D~), and counts for their share ρ of all: Gain(D, a) = ρ × Gain(D~, a). The others go down every branch, each with the branch's share r of D~ (4.4.2 of the book); so numbers of samples are sums of shares.";
    TraceGapsGini =
        "Where values are missing, the Gini index is that of the samples whose value is known (D~), and the split with the largest ρ × (Gini(D~) - Gini index) is made, ρ being their share of all. The others go down every branch, each with the branch's share r of D~ (4.4.2 of the book).";
    Rounding { feature, rounded, exact, entropy } =
        "With rounding on the way (Ent(D) = {entropy}, and each child's entropy to three decimals) it is {rounded} for {feature}; rounded only at the end it is {exact}.";
    RoundedFigures =
        "The figures in the worked lines are rounded for showing; the results are computed from the counts, so their last digits can differ from what you get by hand.";
    Copies = "Many copies of the exercise print the first.";
    Spaces =
        "Does your own program find other gains? A stray space makes a new category (\"clear\" and \"clear\" with a space behind it are two), and with it another split. Here spaces around a cell are cut off.";
    ExactTies = "\"Exactly as good\" is decided by the counts: the last digit of a logarithm would choose by accident.";

    Pruning = "Pruning";
    Held { grown, held } = "Grown on {grown}; {held} of the samples it learned from were set aside to decide about branches.";
    HeldTable { grown, held } = "Grown on {grown}; the rows {held} were set aside to decide about branches (table 4.2 of the book).";
    HeldRows { grown, held } = "Grown on {grown}; of those it learned from, the rows {held} were drawn and set aside to decide about branches.";
    SetAside { grown, held } = "It grows on {grown} of these; the other {held} are set aside (validation).";
    PreTitle = "Pre-pruning: before a node is split, would the split make more validation samples right?";
    PostTitle = "Post-pruning: the whole tree has grown; from below, would a leaf make more validation samples right?";
    NoPruning = "Nothing was pruned (--prune none): this is how the whole tree does on the samples set aside.";
    AsLeaf = "as a leaf";
    AsSplit = "with split";
    NodeSplit { node, split } = "{node}: {split}";
    Deeper { node } = "… {node}";
    Here = "come here";
    Decision = "decision";
    Kept = "keep the split";
    Stopped = "leaf";
    NodeColumn = "node: split";
    Root = "root";
    RightOf { right, n } = "{right}/{n}";
    MoreDecisions { n } = "… and {n} more decision{s}: --format json has them all.", s = s(n);
    Validated { right, n, share } = "The tree as it is now: {right} of {n} validation samples right ({share}).";
    PrunedNothing { n, step } =
        "Nothing was cut: no leaf in a split's place makes more of the {n} validation samples right. With {n} of them one sample is {step}: a smaller improvement cannot show.";
    PrunedNothingTies { n } =
        "At {n} node{s} a leaf would do exactly as well. The split stays, as in the book's example; Occam's razor would cut it, since of two that do equally well the simpler is preferred.", s = s(n);
    KeptThenGone { n } = "Of the splits that were kept, {n} went later, with a node above.";
    NothingGrew =
        "Not one split made more validation samples right, so the tree is a single leaf. Pre-pruning is greedy: a split that does not help at once is never made, even if the splits below it would have helped.";
    NothingToDecide = "There was no split to decide about.";
    NotTheTest =
        "The validation samples come from those it learned from. Those that test it (cross-validation) have no say: if you prune on the test set, no test is left.";
    PreIsNotPost =
        "Pre-pruning decides while the tree grows: what would have stood below a stopped node is never looked at. To grow all of it and cut then is post-pruning, and may find another tree.";
    TrainingHolds = "\"It learned from\" below counts the validation samples, too.";

    Rules = "The tree as rules";
    Rule { conditions, class, support } = "If {conditions}: {class} {support}";
    RuleAlways { class, support } = "Always: {class} {support}";
    MoreRules { n } = "… and {n} more rule{s}: --format json has them all.", s = s(n);
    AtMost { feature, threshold } = "{feature} ≤ {threshold}";
    Above { feature, threshold } = "{feature} > {threshold}";

    Others { n } = "{n} other tree{s}, exactly as good: where splits tie, another one was made", s = s(n);
    OthersAtLeast { n } = "At least {n} other tree{s}, exactly as good: where splits tie, another one was made", s = s(n);
    Other { number, choices } = "{number}. {choices}";
    OtherChoice { path, split } = "{path}: ask for {split}";
    OthersPrefer { feature } = "--prefer {feature} asks for {feature} wherever it is among splits that are equally good.";
    OthersCapped { n } = "Only the first {n} are drawn, those with the fewest choices made differently.";
    OthersGrow = "What is as good is the split at that node. Below it the trees differ, and so may what they get right.";
    OtherValidated { right, n } = "{right} of {n} validation samples right";
    OthersPruned { right, n } = "They are as good before pruning. The tree above has {right} of {n} validation samples right; where another has more or fewer, it is not as good.";
    NoOthers = "There is no other tree: at no node are two splits exactly as good.";
    NoOthersLeft { n } = "There is no other tree: at {n} node{s} splits are exactly as good, but whichever is taken, pruning leaves this same tree.", s = s(n);

    WaysTitle = "Why? The way down the tree";
    WaysTitleSeveral = "Why? A value is missing, so it goes several ways, in part";
    Way { steps, leaf } = "{steps} → {leaf}";
    WayInPart { share, steps, leaf } = "{share}: {steps} → {leaf}";
    LeafSays { class, right, n } = "{class} ({right} of the {n} there)";
    LeafEmpty { class } = "{class} (nothing came there: as its parent)";
    NoQuestion = "no question";
    WhyWay { way } = "Why? {way}.";
    CannotGenerate =
        "It cannot fill a gap, make one or say how usual this one is: it only learned which questions tell the classes apart.";

    TryTrace = "how each split was chosen, with every gain";
    TryPrune = "prune it: fewer branches, often better on new samples";
    TryBookPrune = "the book's pruning: the ten melons and seven of table 4.2";
    TryRules = "the same as rules";
    TryNumbers = "with numbers: density and sugar";
}
