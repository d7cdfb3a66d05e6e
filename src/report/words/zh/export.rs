//! Words of `melon export`, which stand as comments in the Python file.

use crate::report::words::Zh;
use crate::report::words::export::*;

crate::report::words::texts! { Zh;
    Head { what, data, n, melon } = "{what}，从 {data} 的 {n} 行学来（melon {melon}）。";
    Use =
        "predict({\"列名\": \"值\", ...}) 回答一行；缺失的值可以不写，或写 None 或 \"\"。\npython3 本文件 表.csv 回答一整张 UTF-8 的表。";
    Columns = "predict 返回的列。";
    Threshold = "概率从这里起，预测为第二类。";
    OtherNames = "列名和值的别名。";
    Missing = "这些文字表示缺失（不分大小写），除非它本身是那一列的一个取值。";
    Features =
        "每列怎样变成数：（值 - center）/ scale；类别则是自己的那一级为 1，其余为 0。\n缺失时用 \"missing\" 代替；None 表示缺了就没法回答。";
    Outputs = "一类的得分是它的截距加上各个权重；只有两类时，第一类的得分是 0。";
    Weights = "按 FEATURES 的顺序，每列在各个得分里的权重；类别则每级一组。";
    Priors = "P(类)，按 CLASSES 的顺序。";
    Likelihoods = "P(值 | 类)；数值列则是它在每一类里的均值和标准差。";
    TreeFeatures = "各列和它们可能的值；None 表示数值。";
    Nodes =
        "从结点 0 开始：问一列，按回答走到（占比，结点）。值缺失时每条路都走，\n各按自己的占比。叶子上的 \"shares\" 是各类的占比。";
    Samples = "样本全都留着（编码以后），后面是它的类。最近的 K 个投票；和最后一个一样远的，平分它的票。";
    Centroids = "每簇的中心，用编码后的单位；类别则是各级的占比。";
    Logistic = "逻辑回归";
    Linear = "线性回归";
    NaiveBayes = "朴素贝叶斯";
    Tree = "决策树";
    Knn = "k 近邻";
    KMeans = "k 均值";
    GptIsNoFunction { name } =
        "{name} 是语言模型：只能用 --to onnx 导出。存好的 GPT 是一个文件夹，Python 的 transformers 可以直接打开。";
}
