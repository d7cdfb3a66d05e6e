//! Words of `melon data`.

use super::grammar::s;

crate::report::words::messages! {
    ListTitle = "The built-in tables";
    Name = "name";
    Rows = "rows";
    AnyNumber = "any number";
    Columns = "columns";
    Source = "source";
    Textbook { table } = "Zhou Zhihua, Machine Learning (Tsinghua University Press, 2016), table {table}";
    TextbookShort { table } = "the textbook's table {table}";
    Own = "made for this program";
    Synthetic = "drawn from a known truth";
    Shape { rows, columns } = "{rows} row{r}, {columns} column{c}.", r = s(rows), c = s(columns);
    TheColumns = "The columns";
    Kind = "kind";
    Number = "number";
    Words = "category";
    Missing = "missing";
    Summary = "summary";
    NumberSummary { low, mean, high } = "{low} to {high}, mean {mean}";
    NoValues = "no values";
    TheRows { shown, total } = "The first {shown} of {total} rows";
    ColumnsLeftOut { n } = "... and {n} more column{s}: --format csv shows them all", s = s(n);
    AllRows = "All rows";
    MadeTitle { n } = "{n} melons were made";
    TryTheTruth = "the truth that they are drawn from";
    TruthTitle = "The truth these melons were drawn from";
    TruthLogit = "log-odds";
    TruthSugar = "sugar";
    TruthReference { levels, noise } =
        "Measured against {levels}, which add 0. Sugar has normal noise on top, with a standard deviation of {noise}.";
    TryTruth = "estimate it from the melons, and compare";
    TryShow = "look at a table";
    TryExport = "save it as a file of your own";
    TryClassify = "learn from it";
    TryCluster = "cluster them";
}
