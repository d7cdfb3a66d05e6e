//! What went wrong, where, and what to do about it.

use crate::report::words::errors::*;

crate::report::words::texts! {
    Error = "出错了：";
    DidYouMean { name } = "是不是想写 {name}？";
    KnownColumns { list } = "有这些列：{list}。";
    KnownValues { list } = "可以是：{list}。";
    KnownFeatures { list } = "特征有：{list}。";

    InFile { file, what } = "{file}：{what}";
    StandardInput = "标准输入";
    NotFound = "没有这个文件，自带的数据里也没有这个名字。melon data list 列出自带的数据。";
    NoFile = "没有这个文件。看看名字和所在的文件夹对不对。";
    NoTexts = "这个文件夹里没有 .txt 或 .jsonl 文件。把要学的文字存成 .txt 放进去，或直接写文件名。";
    NoTextInLine { line } = "第 {line} 行不是文字：.jsonl 的每一行要么是一个 JSON 字符串，要么是带 text 的对象，如 {{\"text\": \"西瓜熟了\"}}。";
    Io { message } = "读写不了：{message}。";
    NoSuchPath = "没有这个文件或文件夹。检查一下路径。";
    FolderMissing { folder } = "没有 {folder} 这个文件夹。先建好它，或换个地方写。";
    NotAllowed = "没有权限。换个地方，或换个文件。";
    IsFolder = "这是一个文件夹，不是文件。在后面加上文件名。";
    OutputIsOwn { path } = "-o {path} 会盖掉这条命令自己要读或要存的文件。换一个文件名。";
    BrokenGzip = "这个压缩文件不完整或坏了，解不开。重新下载或重新压缩一次。";
    FolderForTable = "这是一个文件夹，不是表。写上里面某个文件的名字，比如 文件夹/瓜.csv。";
    UnclearEncoding { readings } = "文件不是 UTF-8，看不出是哪种编码。用 --encoding 指定；第一行会是：{readings}。";
    Reading { name, text } = "{name} “{text}”";
    StrayQuote { line } = "第 {line} 行：从这里开始的一格，引号没到格尾就关上了。把格里的引号写成两个，或者去掉。";
    LooksLikeSample { line, cell } =
        "第 {line} 行像是一个样本，不像列名（“{cell}”是这一列的值）。如果文件没有列名，加 --header no；如果这一行就是列名，加 --header yes。";
    MarkdownTable { line } = "第 {line} 行是 Markdown 表格的分隔线（|---|）。去掉这一行和两端的竖线，或者把表另存为 CSV。";
    SparseArff { line } = "第 {line} 行：这个 ARFF 文件用的是稀疏写法（{{序号 值, ...}}）。请另存为 CSV。";
    UnclosedQuote { line } = "第 {line} 行：引号开了，一直没有关。在该关的地方补上 \"，或去掉这个引号。";
    MelonInfinite { feature, value } = "“{feature}”的“{value}”是无穷大，模型只能用有限的数。";
    UnknownEncoding { label } = "不认识编码“{label}”。试试 utf-8、gbk、gb18030、big5、utf-16le。";
    Undecodable { line, encoding } = "第 {line} 行不是合法的 {encoding}。用 --encoding 指定正确的编码，比如 --encoding gbk。";
    Binary = "这不是文本文件。请先另存为 CSV。";
    BinaryFormat { format } = "这是 {format}，不是文本文件。请先另存为 CSV。";
    BinaryText = "这不是文字。请先另存为纯文本（UTF-8）。";
    BinaryTextFormat { format } = "这是 {format}，不是纯文本。请先另存为纯文本（UTF-8）。";
    Empty = "文件是空的。第一行应是列名，下面每行一个样本。";
    NoRows = "列名下面没有数据。";
    NoHeader { line, cells } = "第 {line} 行应是列名，却都是数字：{cells}。请在最上面加一行列名。";
    EmptyName { line, column } = "第 {line} 行第 {column} 列没有名字。请给它起个名字。";
    DuplicateName { line, first, second, name } = "第 {line} 行：第 {first} 列和第 {second} 列都叫“{name}”。请改掉一个。";
    FullWidthCommas { line } = "第 {line} 行用了中文逗号“，”分隔。请换成英文逗号。";
    Ragged { line, found, expected } = "第 {line} 行有 {found} 格，列名却有 {expected} 个。检查这一行的逗号和引号。";
    CellNotNumber { line, column, text } = "第 {line} 行“{column}”列：“{text}”不是数字。改掉它，或加 --categorical {column}，当作类别。";
    CellInfinite { line, column, text } = "第 {line} 行“{column}”列：“{text}”是无穷大，模型只能用有限的数。";

    UnknownColumn { asked } = "没有“{asked}”这一列。";
    Contradiction { column } = "“{column}”不能同时当两样东西（目标、特征、类别列、数值列……）。从其中一个选项里去掉它。";
    NearlyNumeric { column, n, line, text } =
        "“{column}”列几乎全是数，只有 {n} 格不是（第 {line} 行：“{text}”）。如果它表示缺失，加 --missing-values \"{text}\"；要当作文字，加 --categorical {column}；不要这一列，加 --drop {column}；或者改好这几格。";
    TwoReadings { column, text } =
        "“{column}”列：{text} 的逗号可以是小数点，也可以是千位分隔符。用 --decimal , 或 --decimal . 说清楚，或加 --categorical {column}。";
    NoFeatures = "一个特征也没剩：每一列不是目标、编号、答案，就是被去掉了。用 --features 点名要哪些。";
    NoTarget { table } = "“{table}”里没有合适的目标列。用 --target 指定一列。";
    Missing { cells } = "有缺失的格子：{cells}。补上它们，或用 --missing drop 去掉这些行，或用 --missing impute 填上。";
    MissingIn { column, count, lines } = "“{column}”{count} 格（第 {lines} 行）";
    NoRowsLeft { n_rows } = "去掉有缺失的行以后，{n_rows} 行一行也没剩。试试 --missing impute，或 --drop 缺得多的列。";
    OneClass { target, class } = "“{target}”列全是“{class}”：没有别的可比，学不出怎么分。换一个 --target。";
    NumericTarget { target, n } = "“{target}”有 {n} 个不同的数，是数量，不是类别。用 melon regress；真要当类别，加 --categorical {target}。";
    ClassPerSample { target, n } = "“{target}”里 {n} 个样本各是各的，这不是类别。换一个 --target。";
    WordsTarget { target, example } = "“{target}”里是文字（如“{example}”），不是数。用 melon classify。";
    OrNumeric { list } = "或换一个数值目标：{list}。";

    LacksColumn { column } = "数据里没有模型要的“{column}”这一列。";
    RowPlace { row } = "第 {row} 行";
    LinePlace { line } = "第 {line} 行";
    Unseen { place, column, value } = "{place}“{column}”列：“{value}”在训练时没有见过。";
    CellMissing { place, column } = "{place}“{column}”列是空的。模型不知道怎么办：补上它，或去掉这一行，或训练时就用 --missing impute。";
    RowNotNumber { place, column, text } = "{place}“{column}”列：“{text}”不是数字。改掉它。";
    RowNotFinite { place, column } = "{place}“{column}”列不是有限的数。改掉它。";
    NotOurs { path } = "{path} 不是 melon 存的模型。换一个文件；模型由 melon classify --save 文件名 存下。";
    ModelDamaged { path, line, column } = "{path} 坏了（第 {line} 行第 {column} 列），可能没存完或被改过。请重新训练并保存。";
    ModelNewer { path, melon, found } = "{path} 是更新的版本（melon {melon}，格式 {found}）存的。请升级 melon。";
    ModelUnsound { path, why } = "{path}：{why}";
    NoValues { column } = "“{column}”整列都是空的。用 --drop {column} 去掉它。";
    Damaged { fault } = "模型坏了：{fault}。请重新训练并保存。";

    NoEquals { part } = "“{part}”看不懂，应写成 名字=值，比如 --melon 色泽=青绿,根蒂=蜷缩。";
    UnknownFeature { asked } = "没有叫“{asked}”的特征。";
    UnknownValue { feature, value } = "“{feature}”没有“{value}”这个值。";
    MelonNotNumber { feature, value } = "“{feature}”是数，“{value}”不是。";
    Twice { feature } = "“{feature}”给了两次。去掉一个。";
    LeftOut { features } = "这个瓜还缺：{features}。逻辑回归和线性回归每个特征都要知道，请在 --melon 里补上。";

    NotFinite { row, column } = "第 {row} 行第 {column} 个特征不是有限的数。";
    TargetNotFinite { row } = "第 {row} 行的目标不是有限的数。";
    Overflow { column } = "第 {column} 个特征的数太大，平方后超出范围。换个单位，或加 --standardize。";
    TargetOverflow = "要预测的数太大，平方后超出范围。换个单位。";
    TooSpread { column } = "“{column}”的数相差太大，算不出标准差。换个单位。";
    NoSamples = "没有样本，学不了。";
    AllOneClass = "所有样本都是同一类：没有别的可比，学不出怎么分。";
    EmptyClass { class } = "第 {class} 类一个样本也没有。";
    Penalty { l2 } = "--l2 要不小于 0 的数，不能是 {l2}。";
    NoClusters = "--k 至少是 1。";
    NoIterations = "--n-init 和 --max-iter 至少是 1。";
    TooManyClusters { k, distinct } = "要分 {k} 簇，可互不相同的样本只有 {distinct} 个。把 --k 调小。";
    StartCount { k, given } = "要分 {k} 簇，却给了 {given} 个起点。--init rows: 后面写正好 {k} 个行号。";
    StartOutOfRange { row, n } = "起点第 {row} 行不在表里：一共 {n} 行（从 1 数起）。";
    StartDuplicate { first, second } = "起点第 {first} 行和第 {second} 行是同一个点。换一行。";
    Unsupported { engine, feature } = "引擎 {engine} 没有 {feature}。用 --engine native。";
    Backend { engine, reason } = "引擎 {engine} 失败了：{reason}。试试 --engine native。";
    Folds { n_samples, n_folds } = "{n_samples} 个样本分不成 {n_folds} 份。--cv 可以是 2 到 {n_samples}，或 loo、none。";
    Holdout { fraction, n_samples } = "{n_samples} 个样本留出 {fraction}，一边就空了。";
    Alpha { alpha } = "平滑权重要不小于 0 的数，不能是 {alpha}。";
    NoClassPossible { row } = "第 {row} 行：每一类都有它从没出现过的值，没有平滑就哪类都不可能。";

    NoTargetAtAll = "没有要学的目标。用 --target 指定一列。";
    MissingAnswer { row, column } = "第 {row} 行“{column}”是空的：没有答案就没法学。补上它，或用 --missing drop 去掉这一行。";
    InvalidOption { option, value, wanted } = "--{option} 不能是 {value}，要{wanted}。";
    WantedProbability = "是 0 和 1 之间的概率";
    WantedTwoClasses = "不写：类别多于两个时，谁的概率最大就是谁";
    WantedNotNegative = "是不小于 0 的数";
    WantedPositive = "是至少为 1 的整数";
    WantedTwo = "是至少为 2 的整数";
    WantedShare = "是 0 和 1 之间的数";
    TrainingSize { size, most, n_test, n_samples } =
        "--sizes 里的 {size} 不行：{n_samples} 个样本里 {n_test} 个留着考试，训练最多用 {most} 个。";
    WantedCv = "是 loo、不小于 2 的折数、none 或 auto";
    TooLarge { term } = "“{term}”的数太大，加起来超出范围。换个单位，或加 --standardize。";
    Untrained { model, reason } = "{model} 没能在这张表的句子上训练好：{reason}。去掉太大或太杂的列（--drop）再试。";
    InFold { fold } = "交叉验证第 {fold} 份：";
}
