//! Words of `melon data`.

use crate::report::words::Zh;
use crate::report::words::data::*;

crate::report::words::texts! { Zh;
    ListTitle = "自带的数据";
    Name = "名字";
    Rows = "行";
    AnyNumber = "任意";
    Columns = "列";
    Source = "出处";
    Textbook { table } = "周志华《机器学习》（清华大学出版社，2016）表 {table}";
    TextbookShort { table } = "西瓜书表 {table}";
    Own = "为本程序而作";
    Synthetic = "由已知的真相合成";
    Shape { rows, columns } = "{rows} 行，{columns} 列。";
    TheColumns = "各列";
    Kind = "类型";
    Number = "数值";
    Words = "类别";
    Missing = "缺失";
    Summary = "概况";
    NumberSummary { low, mean, high } = "{low} 到 {high}，平均 {mean}";
    NoValues = "没有值";
    TheRows { shown, total } = "前 {shown} 行（共 {total} 行）";
    ColumnsLeftOut { n } = "……另有 {n} 列，--format csv 可以看全";
    AllRows = "全部数据";
    MadeTitle { n } = "合成了 {n} 个瓜";
    TryTheTruth = "它们是按什么真相合成的";
    TruthTitle = "合成这些瓜的真相";
    TruthLogit = "对数几率";
    TruthSugar = "含糖率";
    TruthReference { levels, noise } = "以 {levels} 为基准：它们各加 0。含糖率另有标准差为 {noise} 的正态噪声。";
    TryTruth = "从这些瓜里估计它，再比一比";
    TryShow = "看一张表";
    TryExport = "存成自己的文件";
    TryClassify = "用它学分类";
    TryCluster = "给它们分簇";
}
