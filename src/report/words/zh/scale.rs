//! Words of `melon scale`.

use crate::report::words::Zh;
use crate::report::words::scale::*;

crate::report::words::texts! { Zh;
    Title = "能力是突然涌现的吗？";
    Opening { n, from, to, iters } = "{n} 个 GPT，从 {from} 个参数到 {to} 个，每个都学同样的 {iters} 步，每步同样的 64 道题。";
    Tested { n } = "考的是 {n} 道谁都没学过的题；只算答案的对错。";
    FromBudget { secs } = "步数按在这台机器上大约用 {secs} 秒来定：换一台机器，步数和结果都会变。要重复这一次，用 --iters。";
    NothingDone = "还没有一个学完。再运行一次就接着学。";
    Incomplete { done, all } = "{all} 个里只学完了 {done} 个；再运行一次就接着学。";

    Copying = "抄写";
    Reversing = "倒写";
    Adding = "两位数加法";
    TaskTitle { task, example } = "{task}：{example}";
    Params = "参数";
    Exact = "全对";
    Tokens = "字的正确率";
    LogProb = "ln P(答案)";
    InPercent { measure } = "{measure}（%）";
    InNats { measure } = "{measure}（奈特）";
    ColumnsRemark = "同一批回答，三种量法：全对（错一个字就算错）、字的正确率、正确答案的对数概率。括号里和 ± 后面是 95% 区间。";

    Plots = "三种量法，横轴都是参数个数";
    XAxis = "参数（对数坐标）";

    Seen = "看到了什么";
    Rise { measure, share, from, to } = "{measure} {share}（{from} 到 {to}）";
    Rises { task, list } = "{task}：整个上升里，最大的一步占了多少：{list}。";
    NoRise { task, measure } = "{task}：“{measure}”没有确定的上升。";
    Sharper { task } = "{task}：“全对”比对数概率升得突然：这一次训练里回答是同样的，这突然有一部分来自量法。";
    NotSharper { task } = "{task}：“全对”并不比对数概率升得突然：这一次训练里，量法没有让它显得更突然。";
    EvenRemark { share } = "如果各步一样多，每一步占 {share}。";
    OneRun = "每个大小只训练了一次；区间只包括考题的偶然，不包括训练的偶然。";

    Law = "损失和参数：幂律？";
    LawFit { factor, exponent, low, high, r2 } = "损失 ≈ {factor} × 参数^-{exponent}（指数的 95% 区间 {low} 到 {high}，R² {r2}）。";
    Loss = "损失（奈特/字）";
    Fitted = "按幂律";
    Off = "偏差";
    LawBent { off } = "最远的一点差 {off}：在对数坐标上这些点不在一条直线上，不要往外推。";
    LawClose { off } = "最远的一点差 {off}。即使这样，也只适用于这几个大小、这样的训练。";
    LawFew { n, needed } = "只有 {n} 个点，不拟合：少于 {needed} 个点，很难看出是不是一条直线。";
    LawFlat { exponent, low, high } = "不拟合：损失没有确定地随参数下降（指数会是 {exponent}，区间 {low} 到 {high}）。";
    LawZero = "不拟合：有的损失不大于零，没有对数。";

    Axis = "和别的模型放在一起";
    AxisMelon = "用三个特征判断西瓜";
    AxisSmallest = "你最小的模型";
    AxisLargest = "你最大的模型";
    AxisGpt3 = "GPT-3";
    AxisGpt4 = "GPT-4（传闻）";
    AxisBars = "条形是对数的：每长出同样一段，就是乘上同样的倍数。GPT-4 的大小官方没有公布。";
    AxisRemark { factor } = "从你最大的模型到 GPT-3，还差 {factor} 倍。这里看到的，推不到那么远。";

    TryAdd = "只学加法";
    TryLonger { iters } = "学 {iters} 步：上升还突然吗？";
    TryJson = "全部数字";
    TrySeed = "换一个种子：还在同一处吗？";

    TakenUp { done, all } = "{all} 个大小里 {done} 个已经学过，直接用。";
    Interrupted = "停下了。学完的都存着，再运行一次就接着学。";
    CacheDamaged { path } = "{path} 坏了，从头开始。";
}
