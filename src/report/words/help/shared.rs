//! The help of the program, of its tables, and of flags that several commands have.

super::super::texts! {
    "melon" = "同一批西瓜，判别式和生成式两种眼光。机器学习第一课，离线，中英双语。",
        "The same watermelons, seen by a discriminative and by a generative model. A first course in machine learning, offline, in Chinese and English.";
    "data" = "自带的数据：列出、查看、导出、合成", "The built-in tables: list, show, export, make";
    "data list" = "列出自带的数据和出处", "List the built-in tables and where each comes from";
    "data show" = "看一张表：每列的类型、缺失和概况", "Show a table: kinds, missing cells, a summary";
    "data export" = "把一张表写成 CSV", "Write a table as CSV";
    "data make" = "按已知的真相合成西瓜", "Make synthetic melons from a known truth";
    "completions" = "打印 shell 的自动补全脚本", "Print a completion script for a shell";
    "help" = "打印帮助", "Print help";
    "version" = "打印版本", "Print the version";
    "data_name" = "自带数据的名字、文件路径，或 -（标准输入）", "Built-in name, a path, or - for stdin";
    "target" = "要学会预测的列", "Column to be learned";
    "features" = "只用这些列（逗号隔开）", "Use these columns only (comma-separated)";
    "drop" = "不用这些列", "Leave these columns out";
    "categorical" = "当作类别的列", "Columns to read as words";
    "numeric" = "当作数值的列", "Columns to read as numbers";
    "delimiter" = "分隔符，如 , 或 ; 或 tab", "What separates cells, as , or ; or tab";
    "encoding" = "文件编码，如 gbk、big5", "The file's encoding, as gbk or big5";
    "missing" = "有缺失时怎么办", "What to do about missing cells";
    "rows" = "melon-field 要多少行", "How many rows melon-field has";
    "seed" = "随机种子", "Seed of everything random";
    "engine" = "用哪个引擎来算", "What computes the fit";
    "format" = "输出格式", "Output format";
    "output" = "写到文件，而不是屏幕", "Write to a file, whole or not at all";
    "save" = "把模型存成 JSON", "Save the model as JSON";
    "lang" = "语言", "Language";
    "quiet" = "不显示提示", "No notices on stderr";
    "plot" = "再画一张图", "Draw a plot as well";
    "standardize" = "先把数值列标准化", "Standardise numeric columns first";
    "trace" = "打印每一步", "Print every step";
    "table" = "自带数据的名字或文件路径", "Built-in name or a path";
    "truth" = "打印真相（真正的系数），而不是数据", "Print the true coefficients instead of the data";
    "make.rows" = "要多少行", "How many rows";
    "shell" = "哪种 shell", "Which shell";
    "data!" = "melon data list                                 有哪些表
melon data show melons                          看一张表",
        "melon data list                                   which tables there are
melon data show melons                            look at one";
    "data list!" = "melon data list                                 有哪些表，出自哪里", "melon data list                                   the tables and their sources";
    "data show!" = "melon data show watermelon-3.0                  看一张表", "melon data show watermelon-3.0                    look at a table";
    "data export!" = "melon data export melons -o my.csv              存成自己的文件", "melon data export melons -o my.csv                as a file of your own";
    "data make!" = "melon data make melon-field --rows 100 --seed 7   合成一百个瓜
melon data make melon-field --truth             真相是什么",
        "melon data make melon-field --rows 100 --seed 7   a hundred synthetic melons
melon data make melon-field --truth               what they are drawn from";
    "completions!" = "melon completions bash                          给 bash 用的脚本", "melon completions bash                            a script for bash";
}
