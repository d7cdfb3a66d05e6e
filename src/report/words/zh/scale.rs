//! Words of `melon scale`.

use crate::report::words::Zh;
use crate::report::words::scale::*;

crate::report::words::texts! { Zh;
    Title = "能力是突然涌现的吗？";
    Opening { n, from, to, iters } = "{n} 个 GPT，从 {from} 个参数到 {to} 个，每个都学同样的 {iters} 步，每步同样的 64 道题。";
    Tested { n } = "考的是 {n} 道谁都没学过的题；只算答案的对错。";
    FromBudget { secs } = "步数是按 {secs} 秒的时间在这台机器上估出来的：换台机器，步数和结果都会变。要能重复，用 --iters。";
    NothingDone = "还没有一个学完。再运行一次就接着学。";
    Incomplete { done, all } = "{all} 个里只学完了 {done} 个；再运行一次就接着学。";

    Copying = "抄写";
    Reversing = "倒写";
    Adding = "两位数加法";
    TaskTitle { task, example } = "{task}：{example}";
    Params = "参数";
    Exact = "全对";
    Tokens = "字对";
    LogProb = "ln P(答案)";
    ColumnsRemark = "同一批回答，三把尺：全对（错一个字就算错）、每个字对的比例、给正确答案的对数概率（奈特）。括号里和 ± 是 95% 区间。";

    PlotExact = "全对，%";
    PlotTokens = "字对，%";
    PlotLog = "ln P(答案)，奈特";
    Plots = "三把尺，同一条横轴";
    XAxis = "参数（对数坐标）";

    Seen = "看到了什么";
    Rise { measure, share, from, to } = "{measure} {share}（{from} 到 {to}）";
    Rises { task, list } = "{task}：整个上升里，最大的一步占了多少：{list}。";
    NoRise { task, measure } = "{task}：“{measure}”没有肯定的上升。";
    Sharper { task } = "{task}：“全对”比对数概率陡：同样的回答，看起来突然，有一部分是尺子的缘故。";
    NotSharper { task } = "{task}：“全对”并不比对数概率陡：这里的突然（或不突然）不是尺子造成的。";
    EvenRemark { share } = "如果每一步都一样多，最大的一步只占 {share}。";
    OneRun = "每个大小只训练了一次；区间只管考题的运气，不管训练的运气。";

    Law = "损失和参数：幂律？";
    LawFit { factor, exponent, low, high, r2 } = "损失 ≈ {factor} × 参数^-{exponent}（指数的 95% 区间 {low} 到 {high}，R² {r2}）。";
    Loss = "损失（奈特/字）";
    Fitted = "幂律说";
    Off = "差";
    LawBent { off } = "最远的一点差 {off}：这些点不在一条线上，别拿它往外推。";
    LawClose { off } = "最远的一点差 {off}。就算这样，也只对这几个大小、这样的训练说话。";
    LawFew { n, needed } = "只有 {n} 个点，不拟合：至少要 {needed} 个，线才能被点否定。";
    LawFlat { exponent, low, high } = "不拟合：损失没有肯定地随参数下降（指数会是 {exponent}，区间 {low} 到 {high}）。";
    LawZero = "不拟合：有的损失不大于零，没有对数。";

    Axis = "放到更大的轴上";
    AxisMelon = "判断西瓜熟不熟的三个参数";
    AxisGpt3 = "GPT-3";
    AxisGpt4 = "GPT-4（传闻，官方没有公布）";
    AxisYours { from, to } = "你的模型，{from} 到 {to}";
    AxisRemark { factor } = "从你最大的模型到 GPT-3，还差 {factor} 倍。这里看到的，推不到那么远。";

    TryAdd = "只学加法";
    TryLonger { iters } = "学 {iters} 步：还突然吗？";
    TryJson = "全部数字";
    TrySeed = "换一个种子：还在同一处吗？";

    TakenUp { done, all } = "{all} 个大小里 {done} 个已经学过，直接用。";
    Interrupted = "停下了。学完的都存着，再运行一次就接着学。";
    CacheDamaged { path } = "{path} 坏了，重新来过。";
}
