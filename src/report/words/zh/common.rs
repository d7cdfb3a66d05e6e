//! Words that every report shares.

use crate::report::words::Zh;
use crate::report::words::common::*;

crate::report::words::texts! { Zh;
    Samples { n } = "{n} 个样本";
    Melons { n } = "{n} 个瓜";
    Sample = "样本";
    TheSamples = "样本";
    TheMelons = "瓜";
    Melon = "瓜";
    Stem { name } = "{name}";
    Accuracy = "准确率";
    Intercept = "（截距）";
    Estimate = "估计值";
    StdError = "标准误";
    PValue = "p 值";
    Interval = "95% 区间";
    Term = "项";
    Column = "列";
    HowGood = "学得怎么样？";
    TryNext = "接下来可以试试";
    Stars = "星号：*** p<0.001，** p<0.01，* p<0.05，. p<0.1";
    NoInference = "带惩罚的估计没有标准误和 p 值：惩罚有意把系数压小了。";
    Reference { levels } = "每个类别列都和它的基准水平相比：{levels}。";
    Standardized = "数值列已经标准化：系数对应的是“多一个标准差”。";
    AndMore { n } = "……另有 {n} 项，--format csv 可以看全";
    HeatShades = "█ 一半以上  ▓ 四分之一以上  ▒ 一成以上  ░ 3% 以上  · 几乎不看";
    HeatEarlier { n } = "… 那一列是更早的 {n} 个词元，合在一起。";
}
