//! Words of `melon data`.

super::words! {
    list_title = "自带的数据", "The built-in tables";
    name = "名字", "name";
    rows = "行", "rows";
    any_number = "随你定", "any";
    columns = "列", "columns";
    source = "出处", "source";
    textbook(table) = "周志华《机器学习》（清华大学出版社，2016）{table}", "Zhou Zhihua, Machine Learning (Tsinghua University Press, 2016), table {table}";
    textbook_short(table) = "西瓜书 {table}", "the textbook's table {table}";
    own = "为本程序而作", "made for this program";
    synthetic = "由已知的真相合成", "drawn from a known truth";
    shape(rows, columns) = "{rows} 行，{columns} 列。", "{rows} rows, {columns} columns.";
    the_columns = "各列", "The columns";
    kind = "类型", "kind";
    number = "数值", "number";
    words = "类别", "category";
    missing = "缺失", "missing";
    summary = "概况", "summary";
    number_summary(low, mean, high) = "{low} 到 {high}，平均 {mean}", "{low} to {high}, mean {mean}";
    no_values = "没有值", "no values";
    the_rows(shown, total) = "前 {shown} 行（共 {total} 行）", "The first {shown} of {total} rows";
    columns_left_out(columns) = "放不下的列：{columns}。把窗口拉宽，或用 --format csv。", "Columns without room here: {columns}. Widen the window, or say --format csv.";
    all_rows = "全部数据", "All rows";
    truth_title = "合成这些瓜的真相", "The truth these melons were drawn from";
    truth_logit = "对数几率", "log-odds";
    truth_sugar = "含糖率", "sugar";
    truth_reference(levels, noise) = "以 {levels} 为基准：它们各加 0。含糖率另有标准差为 {noise} 的正态噪声。",
        "Counted from {levels}, which add 0. Sugar has normal noise on top, with a standard deviation of {noise}.";
    truth_remark = "拿 melon classify melon-field --l2 0 估出来的系数和它比一比。",
        "Hold the estimates of melon classify melon-field --l2 0 against it.";
    try_show = "看一张表", "look at one";
    try_export = "存成自己的文件", "save one as a file of your own";
    try_classify = "用它学分类", "learn from it";
    try_cluster = "给它们分簇", "cluster them";
}
