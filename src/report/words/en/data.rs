//! Words of `melon data`.

crate::report::words::messages! {
    ListTitle = "The built-in tables";
    Name = "name";
    Rows = "rows";
    AnyNumber = "any";
    Columns = "columns";
    Source = "source";
    Textbook { table } = "Zhou Zhihua, Machine Learning (Tsinghua University Press, 2016), table {table}";
    TextbookShort { table } = "the textbook's table {table}";
    Own = "made for this program";
    Synthetic = "drawn from a known truth";
    Shape { rows, columns } = "{rows} rows, {columns} columns.";
    TheColumns = "The columns";
    Kind = "kind";
    Number = "number";
    Words = "category";
    Missing = "missing";
    Summary = "summary";
    NumberSummary { low, mean, high } = "{low} to {high}, mean {mean}";
    NoValues = "no values";
    TheRows { shown, total } = "The first {shown} of {total} rows";
    ColumnsLeftOut { columns } = "Columns without room here: {columns}. Widen the window, or say --format csv.";
    AllRows = "All rows";
    TruthTitle = "The truth these melons were drawn from";
    TruthLogit = "log-odds";
    TruthSugar = "sugar";
    TruthReference { levels, noise } =
        "Counted from {levels}, which add 0. Sugar has normal noise on top, with a standard deviation of {noise}.";
    TruthRemark = "Hold the estimates of melon classify melon-field --l2 0 against it.";
    TryShow = "look at one";
    TryExport = "save one as a file of your own";
    TryClassify = "learn from it";
    TryCluster = "cluster them";
}
