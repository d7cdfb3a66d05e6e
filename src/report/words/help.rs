//! The help of commands and flags. A key is a command, `flag`, or `command.flag` where a
//! flag means something particular to one command; `command!` are its examples.

super::texts! {
    "melon" = "同一批西瓜，判别式和生成式两种眼光。机器学习第一课，离线，中英双语。",
        "The same watermelons, seen by a discriminative and by a generative model. A first course in machine learning, offline, in Chinese and English.";
    "classify" = "分类：这瓜熟不熟？逻辑回归，考过，讲清楚", "Is it ripe? Logistic regression, tested and explained";
    "regress" = "回归：这瓜有多甜？最小二乘和岭回归", "How sweet is it? Least squares and ridge";
    "cluster" = "聚类：谁和谁是一伙的？k 均值", "Which belong together? k-means";
    "predict" = "用存好的模型，给数据加上预测", "Apply a saved model to data";
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
    "melon_input" = "问一个瓜：名字=值,...（可重复）", "Ask about a melon: name=value,... (repeatable)";

    "classify.model" = "用哪种模型", "Which model";
    "l2" = "惩罚的力度；0 为不惩罚", "Weight of the penalty; 0 for none";
    "cv" = "怎样考：loo、折数，或 none", "How to test: loo, a number of folds, or none";
    "threshold" = "概率到多少算正类", "Probability from which it is called positive";
    "standardize" = "先把数值列标准化", "Standardise numeric columns first";
    "k" = "分成几簇", "Number of clusters";
    "k_range" = "把 k 从几试到几，如 2..8", "Try every k in a range, as 2..8";
    "init" = "起点：k-means++、random 或 rows:6,12,24", "Start: k-means++, random or rows:6,12,24";
    "n_init" = "换起点跑几次，取最好的", "Runs from different starts; the best is kept";
    "max_iter" = "最多迭代几次", "Most iterations of a run";
    "tol" = "簇心挪动小于它就停", "Stop when centroids move less than this";
    "trace" = "打印每一步", "Print every step";
    "labels" = "拿这一列来对答案（不参与聚类）", "Hold clusters against this column (never a feature)";
    "model_file" = "--save 存下的模型", "A model written by --save";
    "predict.data_name" = "要预测的数据，或 -（标准输入）", "Data to predict, or - for stdin";
    "table" = "自带数据的名字或文件路径", "Built-in name or a path";
    "truth" = "打印真相（真正的系数），而不是数据", "Print the true coefficients instead of the data";
    "make.rows" = "要多少行", "How many rows";
    "shell" = "哪种 shell", "Which shell";

    "classify!" = "melon classify                                  十七个瓜，从头讲到尾
melon classify --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响   问一个瓜
melon classify watermelon-3.0a --l2 0           没有惩罚：标准误和 p 值
melon classify ten-melons --format json         给程序看
melon classify watermelon-3.0 --cv 5            五折交叉验证",
        "melon classify                                    seventeen melons, from top to bottom
melon classify --melon color=green,root=curled,sound=muffled    ask about one melon
melon classify watermelon-3.0a --l2 0             no penalty: standard errors and p-values
melon classify ten-melons --format json           for a program
melon classify watermelon-3.0 --cv 5              five-fold cross-validation";
    "regress!" = "melon regress                                   由外表猜含糖率
melon regress watermelon-3.0a --features 密度   只用一列
melon regress melon-field --rows 1000 --plot    一千个瓜，画出残差",
        "melon regress                                     sugar from the outside
melon regress watermelon-3.0a --features density  from one column only
melon regress melon-field --rows 1000 --plot      a thousand melons, residuals drawn";
    "cluster!" = "melon cluster watermelon-4.0                    三十个瓜，分三簇
melon cluster watermelon-4.0 --init rows:6,12,24 --trace   和书上一步步对
melon cluster watermelon-4.0 --k-range 2..8     分几簇好
melon cluster watermelon-3.0a --k 2 --labels 好瓜   对一对答案",
        "melon cluster watermelon-4.0                      thirty melons in three clusters
melon cluster watermelon-4.0 --init rows:6,12,24 --trace    the textbook's steps
melon cluster watermelon-4.0 --k-range 2..8       how many clusters?
melon cluster watermelon-3.0a --k 2 --labels ripe    held against the truth";
    "predict!" = "melon classify --save melon.json                先学好，存下来
melon predict melon.json melons                 再用它来预测",
        "melon classify --save melon.json                  learn and save
melon predict melon.json melons                   then predict";
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
