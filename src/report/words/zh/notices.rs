//! What was guessed, left out or repaired.

use crate::report::words::Zh;
use crate::report::words::notices::*;

crate::report::words::texts! { Zh;
    Note = "提示：";
    Encoding { encoding } = "文件不是普通的 UTF-8，按 {encoding} 读的；不对就用 --encoding 指定。";
    SheetChosen { sheet, others } = "读的是第一张有内容的工作表“{sheet}”；要读别的就用 --sheet，还有：{others}。";
    SheetOfRows { sheet, others } = "读的是第一张列名下面还有行的工作表“{sheet}”；要读别的就用 --sheet，还有：{others}。";
    FileChosen { file } = "读的是压缩包里的 {file}；要读别的就用 --sheet。";
    Delimiter { delimiter } = "格子之间用{delimiter}隔开；不对就用 --delimiter 指定。";
    Tab = "制表符";
    IndexNamed { column } = "第一列没有名字，先叫它“{column}”。";
    NamesGiven { columns } = "有的列没有名字，先按位置叫它们：{columns}。";
    EndMark = "文件末尾有 Ctrl-Z（旧系统的结束符），没有读它。";
    MissingTokens { tokens } = "这些写法当作缺失：{tokens}。";
    MissingByHabit { tokens, values } = "这些写法当作缺失：{tokens}。如果不对，它们也是取值，就加 --values \"{values}\"";
    MarkersNotFound { texts } = "--missing-values 里写了 {texts}，但没有一格是这样。大小写要一样；数换一种写法也算，比如 -999 也指 -999.0。";
    AlmostNumeric { column, count, line, text } =
        "“{column}”列里有数字，也有 {count} 格不是（第一个是第 {line} 行的“{text}”），所以当作类别。若应是数字，就改掉它们；加上 --numeric {column}，它们会被当作错误。";
    DecimalCommas { column } = "“{column}”列：逗号当作小数点读了。不对的话，加 --decimal .";
    Thousands { column, example } = "“{column}”列：千位之间的分隔符已经去掉（{example} 就是 4955）。";
    Unit { column, unit } = "“{column}”列：每一格都带着 {unit}，读的时候去掉了它。";
    LookAlike { column, text, read } = "“{column}”列：{text} 当作 {read} 读了：它有普通数字里没有的字符（别的减号、全角数字、看不见的符号）；同样写的都这样读。";
    TwoReadings { column, text } =
        "“{column}”列：{text} 的逗号可以是小数点，也可以是千位分隔符。用 --decimal , 或 --decimal . 说清楚。";
    SeparatorLine = "第 1 行（sep=）说的是分隔符，不是数据。";
    LinesAbove { n, first } = "列名上面有 {n} 行不是数据，第一行是“{first}”。";
    NamesInComment { line } = "列名取自第 {line} 行的注释。";
    BlanksSeparate = "各格之间用连续的空格分开。不对的话，用 --delimiter 指定。";
    NamelessColumns { n } = "有 {n} 列没有名字，也没有内容，没有用它们。";
    NamesMade { n } = "没有列名，各列叫作 x1 到 x{n}。";
    NumbersAsNames { names } = "有些列名是数字（{names}）。如果第 1 行不是列名，加 --header no";
    OneColumn = "只有一列。如果格子是用别的符号隔开的，用 --delimiter 指定。";
    LinesQuoted = "只有一列，每一格里都有分隔符，像是每一行都整行放在了引号里。如果一行本来有几格，去掉整行外面的引号。";
    CommentsBetween { n, line } = "数据中间有 {n} 行像注释，没有读（最早的是第 {line} 行）。";
    LinesBelow { n, line, first } = "数据下面有 {n} 行不是数据，最早的是第 {line} 行：“{first}”。";
    CodeRead { column, text, read } =
        "“{column}”列：{text} 当作数 {read} 读了。如果它是编码（比如邮编），不是数量：--categorical {column}";
    Moments { column, text } =
        "“{column}”列是日期或时间（{text}），当作类别读了，每一个都单独算一类。要当作数量用，就换成数字，比如第几天、多少分钟；不用它就加 --drop {column}";
    DateNumbers { column, text } =
        "“{column}”列是写成数字的日期（{text}），当作数量读了：同一个月里差一天算 1，跨月就差得多。要用就换成第几天；不用就加 --drop {column}";
    MergedCells { column } =
        "“{column}”列：每个值只写了一次，下面是空格子，像是表格软件里合并的单元格。如果下面几行也是这个值，就填进每一格。";
    MixedNumbers { column, texts } =
        "“{column}”列：每一格都是数，前后却带着别的东西（{texts}），所以当作类别。要当数字用，就写成单位一致的纯数字。";
    EmptyRows { n } = "有 {n} 行什么也没有，没有用它们。";
    QuotesPlain { line } = "从第 {line} 行开始的那一格，引号没有好好关上；引号都当作普通字符读了。";
    RowsOfManyLines { n, line, last } =
        "有 {n} 行数据占了好几行，因为引号里的格子跨过了行尾；最长的是第 {line} 到 {last} 行。如果那里的引号是内容，就写两遍或去掉。";
    SurplusSeparators { n } = "有 {n} 行在最后一列后面还有分隔符，后面都是空的，没有用它们。";
    SingleQuotes = "各格放在单引号里；引号已经去掉。";
    ExplainingRow { line, text } = "第 {line} 行像是对各列的说明（“{text}”），也当作样本读了。如果它不是样本，请删掉这一行。";
    TotalRow { line, text } = "第 {line} 行叫“{text}”，也当作样本读了。如果它是上面各行的汇总，请删掉这一行。";
    StandIn { column, value, n, from, to, marker } =
        "“{column}”列：有 {n} 格是 {value}，离其他值（{from} 到 {to}）很远。如果它表示缺失：--missing-values {marker}";
    PointRead { column, read, grouped } =
        "“{column}”列：{read} 里的点当作小数点读了。如果它是千位分隔符（{grouped}）：--decimal ,";
    UnitsLeftOut { line, units } = "第 {line} 行是单位（{units}），不是样本，没有用它。";
    UnitAssumed { column, unit } = "“{column}”列：模型学的时候单位是 {unit}；这里没有写单位，也当作 {unit}。";
    CaseVariants { column, variants } = "“{column}”列：{variants} 只有大小写、全角半角或空白（有的看不见）不同，现在算作不同的值。它们是同一个意思吗？";
    IdColumn { column } = "“{column}”只是编号，没有用它；要用就写进 --features。";
    DistinctColumn { column } = "“{column}”每一行都不同，看来是编号，没有用它；要用就写进 --features。";
    IdRepeats { column } = "“{column}”看名字是编号，但有重复的值，所以当作特征用了。如果它只说明这一行属于谁：--drop {column}。";
    CountsRows { column } = "“{column}”每行加一，当作特征用了。如果它只是行号：--drop {column}。";
    DistinctInSome { column, n_rows } =
        "“{column}”看名字是编号，比较过的 {n_rows} 行里也各不相同，没有用它；要用就写进 --features。";
    KeptApart { column } = "没有用“{column}”来学：切开瓜才知道它。";
    KnownOnceCut { column } = "“{column}”要切开瓜才知道，和内置的瓜一样没有用它；要用就写进 --features。";
    NotAskedFor { column } = "没有用“{column}”：命令里没有选它。";
    Outcome { column } = "“{column}”是答案，聚类时没有用它；要拿簇和它比较，就加 --labels {column}。";
    TargetByName { column } = "没有指定目标，看名字选了“{column}”；换一个用 --target。";
    TargetLast { column } = "没有指定目标，选了最后一个合适的列“{column}”；换一个用 --target。";
    HighCardinality { column, n_levels, n_rows } =
        "“{column}”在 {n_rows} 行里有 {n_levels} 种值，几乎各不相同，学不到什么；考虑 --drop {column}。";
    Constant { column } = "“{column}”每行都一样，学不到什么。";
    MissingCellsUnnumbered { column, count } = "“{column}”缺 {count} 格。";
    MissingCells { column, count, lines } = "“{column}”缺 {count} 格（第 {lines} 行）。";
    RowsDropped { dropped, n_rows } = "去掉了有缺失的 {dropped} 行（共 {n_rows} 行）。";
    Differs { table, line, column, found, book } =
        "这张表和书里的 {table} 只有一处不同：第 {line} 行的“{column}”这里是 {found}，书上是 {book}。网上的版本常有这样的错。";
}
