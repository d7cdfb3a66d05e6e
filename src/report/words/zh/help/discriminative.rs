//! The help of classify, regress, cluster and predict.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("classify", "分类：这瓜熟不熟？训练、检验、解释"),
    ("tree", "问几个问题就知道：决策树"),
    ("regress", "回归：这瓜有多甜？最小二乘和岭回归"),
    ("cluster", "聚类：哪些彼此相像？k 均值"),
    ("predict", "用存好的模型，给数据加上预测"),
    ("export", "把模型写成别的程序能用的：ONNX 或 Python"),
    ("export.model_file", "--save 存下的模型：文件，或 GPT 的文件夹；或 gpt、gpt-chat"),
    ("export.names", "文件里，自带数据的名字用哪种语言"),
    ("export_to", "onnx：给 onnxruntime 等；python：一个看得懂、不依赖别的库的文件"),
    ("script", "写成 .py、.ipynb 或 .R 脚本，数都一样"),
    ("melon_input", "问一个瓜：名字=值,...（可重复）"),
    ("classify.model", "用哪种模型"),
    ("l2", "惩罚的力度；0 为不惩罚"),
    ("cv", "怎样检验：5（折）、20x5（五折，重分二十次）、loo 或 none"),
    ("l2_path", "惩罚多些、少些各试一遍：过拟合了吗？"),
    ("threshold", "概率到多少算正类"),
    ("k", "分成几簇；空的簇得到离簇心最远的样本"),
    ("k_range", "把 k 从几试到几，如 2..8"),
    ("init", "起点：k-means++、random、rows:6,12,24 或 points:X,Y/X,Y/X,Y"),
    ("n_init", "换起点跑几次，取最好的 [默认：10 到 500，看表的大小]"),
    ("max_iter", "最多迭代几次"),
    ("tol", "簇心挪动小于它就停"),
    ("labels", "拿簇和这一列比较（它不参与聚类）"),
    ("model_file", "--save 存下的模型"),
    ("rows_format", "csv：原来的行，后面加上新列；json：一行一个对象"),
    ("predict.data_name", "要预测的数据：文件、一个文件夹的文件、内置的表，或 -（标准输入）"),
    (
        "classify!",
        "melon classify                                  十七个瓜，一步步解释
melon classify --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响   问一个瓜
melon classify watermelon-3.0a --l2 0           没有惩罚：标准误和 p 值
melon classify ten-melons --format json         给程序看
melon classify --l2-path                        过拟合了吗？惩罚多些、少些各试一遍
melon classify watermelon-3.0 --cv loo          留一法",
    ),
    (
        "tree!",
        "melon tree                                        书上的例子，从第一个问题开始
melon tree --trace                                每个结点的每个增益
melon tree watermelon-3.0 --rules                 加上密度和含糖率；写成规则
melon tree --prune post --validation table-4.2 --prefer 脐部    书上的剪枝
melon tree --melon 纹理=清晰,根蒂=蜷缩            有的值不知道，也能问",
    ),
    (
        "regress!",
        "melon regress                                   由外表预测含糖率
melon regress watermelon-3.0a --features 密度   只用一列
melon regress melon-field --rows 1000 --plot    一千个瓜，画出残差",
    ),
    (
        "cluster!",
        "melon cluster watermelon-4.0                    三十个瓜，分三簇
melon cluster watermelon-4.0 --init rows:6,12,24 --trace   和书上的步骤比较
melon cluster watermelon-4.0 --k 2 --init points:0.4,0.2/0.7,0.3   从这两个点开始
melon cluster watermelon-4.0 --k-range 2..8     分几簇好
melon cluster watermelon-3.0a --k 2 --labels 好瓜   和答案比较",
    ),
    (
        "predict!",
        "melon classify --save melon.json                先学好，存下来
melon predict melon.json melons                 再用它来预测
melon predict melon.json melons --format json   一行一个 JSON 对象",
    ),
    (
        "export!",
        "melon classify --save melon.json                先学好，存下来
melon export melon.json --to python -o melon.py   能读也能用的 Python 函数
melon export melon.json --to onnx -o melon.onnx   给 onnxruntime
melon export gpt --to onnx -o gpt.onnx            GPT：词元编号进，logits 出",
    ),
];
