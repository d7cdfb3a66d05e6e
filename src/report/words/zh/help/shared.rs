//! The help of the program, of its tables, and of flags that several commands have.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("melon", "同一批西瓜，用判别式和生成式两种模型来看。机器学习第一课，离线，中英双语。"),
    ("data", "自带的数据：列出、查看、导出、合成"),
    ("data list", "列出自带的数据和出处"),
    ("data show", "看一张表：每列的类型、缺失和概况"),
    ("data export", "把一张表写成文件：CSV、TSV、JSON、ARFF 或工作簿，可以压缩成 .gz 或 .zip"),
    ("data make", "按已知的真相造瓜，或按规则造故事和对话"),
    ("completions", "打印 shell 的自动补全脚本"),
    ("doctor", "这台电脑有什么，哪里慢、缺什么，怎么办"),
    ("manual", "把手册页和补全脚本写进文件夹，给打包的人用"),
    ("manual_folder", "已经有的文件夹"),
    ("help", "打印帮助"),
    ("version", "打印版本"),
    ("data_name", "自带数据的名字、文件路径，或 -（标准输入）"),
    ("target", "要学会预测的列"),
    ("features", "只用这些列（逗号隔开）"),
    ("drop", "不用这些列"),
    ("categorical", "当作类别的列"),
    ("numeric", "当作数值的列"),
    ("delimiter", "分隔符，如 , 或 ; 或 tab"),
    ("encoding", "文件编码，如 gbk、big5"),
    ("header", "第 1 行是不是列名"),
    ("decimal", "小数点用哪个符号（拿不准的时候）"),
    ("missing_values", "还有哪些文字表示缺失，如 -999,未知"),
    ("values", "哪些文字看着像缺失、其实是值，如 None,NA"),
    ("sheet", "工作簿里的哪一张表，或 .zip 里的哪个文件"),
    ("names", "CSV 和 JSON 里，自带数据的名字用哪种语言"),
    ("missing", "有缺失时怎么办（决策树不必处理）"),
    ("rows", "melon-field 要多少行"),
    ("seed", "随机种子"),
    ("engine", "用哪个引擎来算"),
    ("format", "输出格式"),
    ("output", "写到文件，而不是屏幕"),
    ("save", "把模型存成 JSON"),
    ("lang", "语言"),
    ("quiet", "不显示提示"),
    ("plot", "画图：画在下面，或者画进文件（.svg 或 .png）"),
    ("report", "把整份报告写进文件（.html 或 .md），可以上交"),
    ("memory", "分批读大过内存的文件或文件夹：最多用这么多内存"),
    ("standardize", "先把数值列标准化"),
    ("trace", "打印每一步"),
    ("table", "自带数据的名字或文件路径"),
    ("file_kind", "文件的格式（默认看文件名的结尾，否则是 csv）"),
    ("bom", "在 CSV 开头加一个标记，Excel 打开时不会乱码"),
    ("truth", "打印真相（真正的系数），而不是数据"),
    ("make.rows", "要多少行、多少篇或多少段"),
    ("shell", "哪种 shell"),
    (
        "data!",
        "melon data list                                 有哪些表
melon data show melons                          看一张表",
    ),
    ("data list!", "melon data list                                 有哪些表，出自哪里"),
    ("data show!", "melon data show watermelon-3.0                  看一张表"),
    (
        "data export!",
        "melon data export melons -o my.csv              存成自己的文件
melon data export melons -o my.xlsx             存成工作簿；LibreOffice 用 my.ods
melon data export melons -o my.csv.gz           压缩着存；my.zip 也行
melon data export melons -o my.jsonl            一行一个 JSON 对象
melon data export melons --names en -o my.csv   用英文的列名和取值",
    ),
    (
        "data make!",
        "melon data make melon-field --rows 100 --seed 7   合成一百个瓜
melon data make melon-field --truth             真相是什么
melon data make stories --rows 3                造三篇故事；chats 造对话",
    ),
    (
        "doctor!",
        "melon doctor                                    上第一课之前看一眼
melon doctor --format json                      给程序看",
    ),
    ("manual!", "melon manual --folder .                         写进当前文件夹"),
    ("completions!", "melon completions bash                          给 bash 用的脚本"),
    ("cluster-scheduler", "把读表的任务分给各个执行器，配合 --engine datafusion"),
    ("cluster-executor", "读调度器分来的那部分表"),
    ("scheduler", "和 --engine datafusion 一起用：由这个调度器的执行器来读文件"),
    ("scheduler_listen", "在哪里监听；别的机器要用，就写它们够得着的本机地址"),
    ("of_scheduler", "为哪个调度器工作"),
    ("executor_listen", "从哪里取结果；任务走它后面的一个端口"),
    ("host", "别的机器用什么名字找到本机（默认同 --listen）"),
    ("threads", "同时做几个任务；0 表示每个核一个"),
    (
        "cluster-scheduler!",
        "melon cluster-scheduler                         只在本机
melon cluster-scheduler --listen 10.0.0.1:50050 给别的机器用",
    ),
    (
        "cluster-executor!",
        "melon cluster-executor                          为本机的调度器工作
melon cluster-executor --scheduler 10.0.0.1:50050 --listen 10.0.0.2:50051  在另一台",
    ),
];
