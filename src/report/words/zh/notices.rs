//! What was guessed, left out or repaired.

use crate::report::words::Zh;
use crate::report::words::notices::*;

crate::report::words::texts! { Zh;
    Note = "提示：";
    Encoding { encoding } = "文件不是普通的 UTF-8，按 {encoding} 读的；不对就用 --encoding 指定。";
    Delimiter { delimiter } = "格子之间用{delimiter}隔开；不对就用 --delimiter 指定。";
    Tab = "制表符";
    IndexNamed { column } = "第一列没有名字，先叫它“{column}”。";
    MissingTokens { tokens } = "这些写法当作缺失：{tokens}。";
    AlmostNumeric { column, count, line, text } =
        "“{column}”列几乎全是数字，但有 {count} 格不是（第 {line} 行的“{text}”），所以当作类别。若应是数字，就改掉它们；加上 --numeric {column}，它们会被当作错误。";
    DecimalCommas { column, text, number } = "“{column}”列像是用逗号作小数点的数（如“{text}”），所以当作类别；请写成 {number}。";
    IdColumn { column } = "“{column}”只是编号，没有用它；要用就写进 --features。";
    Outcome { column } = "“{column}”是答案，聚类时没有用它；要拿簇和它比较，就加 --labels {column}。";
    TargetByName { column } = "没有指定目标，看名字选了“{column}”；换一个用 --target。";
    TargetLast { column } = "没有指定目标，选了最后一个合适的列“{column}”；换一个用 --target。";
    HighCardinality { column, n_levels, n_rows } =
        "“{column}”在 {n_rows} 行里有 {n_levels} 种值，几乎各不相同，学不到什么；考虑 --drop {column}。";
    Constant { column } = "“{column}”每行都一样，学不到什么。";
    MissingCells { column, count, lines } = "“{column}”缺 {count} 格（第 {lines} 行）。";
    RowsDropped { dropped, n_rows } = "去掉了有缺失的 {dropped} 行（共 {n_rows} 行）。";
    Differs { table, line, column, found, book } =
        "这张表和书里的 {table} 只有一处不同：第 {line} 行的“{column}”这里是 {found}，书上是 {book}。网上的版本常有这样的错。";
}
