//! The help of classify, regress, cluster and predict.

super::super::texts! {
    "classify" = "分类：这瓜熟不熟？逻辑回归，考过，讲清楚", "Is it ripe? Logistic regression, tested and explained";
    "regress" = "回归：这瓜有多甜？最小二乘和岭回归", "How sweet is it? Least squares and ridge";
    "cluster" = "聚类：谁和谁是一伙的？k 均值", "Which belong together? k-means";
    "predict" = "用存好的模型，给数据加上预测", "Apply a saved model to data";
    "melon_input" = "问一个瓜：名字=值,...（可重复）", "Ask about a melon: name=value,... (repeatable)";
    "classify.model" = "用哪种模型", "Which model";
    "l2" = "惩罚的力度；0 为不惩罚", "Weight of the penalty; 0 for none";
    "cv" = "怎样考：loo、折数，或 none", "How to test: loo, a number of folds, or none";
    "threshold" = "概率到多少算正类", "Probability from which it is called positive";
    "k" = "分成几簇；哪簇空了，离簇心最远的样本归它", "Number of clusters; one that runs empty takes the sample farthest from its centroid";
    "k_range" = "把 k 从几试到几，如 2..8", "Try every k in a range, as 2..8";
    "init" = "起点：k-means++、random 或 rows:6,12,24", "Start: k-means++, random or rows:6,12,24";
    "n_init" = "换起点跑几次，取最好的", "Runs from different starts; the best is kept";
    "max_iter" = "最多迭代几次", "Most iterations of a run";
    "tol" = "簇心挪动小于它就停", "Stop when centroids move less than this";
    "labels" = "拿这一列来对答案（不参与聚类）", "Hold clusters against this column (never a feature)";
    "model_file" = "--save 存下的模型", "A model written by --save";
    "rows_format" = "csv：原来的行，后面加上新列；json：一行一个对象", "csv: the rows as they are, with the new columns; json: one object a line";
    "predict.data_name" = "要预测的数据，或 -（标准输入）", "Data to predict, or - for stdin";
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
melon predict melon.json melons                 再用它来预测
melon predict melon.json melons --format json   一行一个 JSON 对象",
        "melon classify --save melon.json                  learn and save
melon predict melon.json melons                   then predict
melon predict melon.json melons --format json     one JSON object a line";
}
