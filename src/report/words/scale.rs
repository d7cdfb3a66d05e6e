//! Words of `melon scale`.

super::words! {
    title = "能力是突然涌现的吗？", "Does ability come all at once?";
    opening(n, from, to, iters) =
        "{n} 个 GPT，从 {from} 个参数到 {to} 个，每个都学同样的 {iters} 步，每步同样的 64 道题。",
        "{n} GPTs of {from} to {to} parameters learned the same {iters} steps of the same 64 problems each.";
    tested(n) = "考的是 {n} 道谁都没学过的题；只算答案的对错。",
        "The test is {n} problems that none of them learned from; only the answers count.";
    from_budget(secs) = "步数是按 {secs} 秒的时间在这台机器上估出来的：换台机器，步数和结果都会变。要能重复，用 --iters。",
        "The number of steps was reckoned from {secs} seconds on this machine: elsewhere it and the results would differ. To repeat a run, give --iters.";
    nothing_done = "还没有一个学完。再运行一次就接着学。", "No size is done yet. Run it again to go on.";
    incomplete(done, all) = "{all} 个里只学完了 {done} 个；再运行一次就接着学。", "{done} of {all} sizes are done; run it again to go on.";

    copy = "抄写", "copying";
    reverse = "倒写", "reversing";
    add = "两位数加法", "two-digit addition";
    task_title(task, example) = "{task}：{example}", "{task}: {example}";
    params = "参数", "parameters";
    exact = "全对", "all right";
    tokens = "字对", "tokens right";
    log_prob = "ln P(答案)", "ln P(answer)";
    columns_remark = "同一批回答，三把尺：全对（错一个字就算错）、每个字对的比例、给正确答案的对数概率（奈特）。括号里和 ± 是 95% 区间。",
        "The same answers by three measures: all right (one wrong token fails it), share of tokens right, log-probability of the right answer (nats). In brackets and after ±: 95% intervals.";

    plot_exact = "全对，%", "all right, %";
    plot_tokens = "字对，%", "tokens right, %";
    plot_log = "ln P(答案)，奈特", "ln P(answer), nats";
    plots = "三把尺，同一条横轴", "Three measures over the same axis";
    x_axis = "参数（对数坐标）", "parameters (logarithmic)";

    seen = "看到了什么", "What is seen";
    rise(measure, share, from, to) = "{measure} {share}（{from} 到 {to}）", "{measure} {share} ({from} to {to})";
    rises(task, list) = "{task}：整个上升里，最大的一步占了多少：{list}。", "{task}: of the whole rise, the largest single step makes up: {list}.";
    no_rise(task, measure) = "{task}：“{measure}”没有肯定的上升。", "{task}: {measure} does not surely rise.";
    sharper(task) = "{task}：“全对”比对数概率陡：同样的回答，看起来突然，有一部分是尺子的缘故。",
        "{task}: all-right leaps more than the log-probability does. The answers are the same; part of the suddenness is the measure.";
    not_sharper(task) = "{task}：“全对”并不比对数概率陡：这里的突然（或不突然）不是尺子造成的。",
        "{task}: all-right leaps no more than the log-probability does: sudden or not, here it is not the measure.";
    even_remark(share) = "如果每一步都一样多，最大的一步只占 {share}。", "If every step were alike, the largest would make up {share}.";
    one_run = "每个大小只训练了一次；区间只管考题的运气，不管训练的运气。",
        "Each size was trained once: the intervals cover the luck of the test problems, not that of training.";

    law = "损失和参数：幂律？", "Loss over parameters: a power law?";
    law_fit(factor, exponent, low, high, r2) = "损失 ≈ {factor} × 参数^-{exponent}（指数的 95% 区间 {low} 到 {high}，R² {r2}）。",
        "Loss ≈ {factor} × parameters^-{exponent} (95% interval of the exponent {low} to {high}, R² {r2}).";
    loss = "损失（奈特/字）", "loss, nats a token";
    fitted = "幂律说", "the law says";
    off = "差", "off";
    law_bent(off) = "最远的一点差 {off}：这些点不在一条线上，别拿它往外推。", "The farthest point is {off} off: these points are no straight line. Do not extrapolate.";
    law_close(off) = "最远的一点差 {off}。就算这样，也只对这几个大小、这样的训练说话。",
        "The farthest point is {off} off. Even so it speaks for these sizes and this training only.";
    law_few(n, needed) = "只有 {n} 个点，不拟合：至少要 {needed} 个，线才能被点否定。", "Only {n} points, so no fit: it takes {needed} before points can contradict a line.";
    law_flat(exponent, low, high) = "不拟合：损失没有肯定地随参数下降（指数会是 {exponent}，区间 {low} 到 {high}）。",
        "No fit: the loss does not surely fall with the parameters (the exponent would be {exponent}, interval {low} to {high}).";
    law_zero = "不拟合：有的损失不大于零，没有对数。", "No fit: a loss is not above zero and has no logarithm.";

    axis = "放到更大的轴上", "On a longer axis";
    axis_melon = "判断西瓜熟不熟的三个参数", "the three parameters that judge a melon";
    axis_gpt3 = "GPT-3", "GPT-3";
    axis_gpt4 = "GPT-4（传闻，官方没有公布）", "GPT-4 (rumoured; its makers never said)";
    axis_yours(from, to) = "你的模型，{from} 到 {to}", "your models, {from} to {to}";
    axis_remark(factor) = "从你最大的模型到 GPT-3，还差 {factor} 倍。这里看到的，推不到那么远。",
        "From your largest model to GPT-3 it is a factor of {factor}. What is seen here does not reach that far.";

    try_add = "只学加法", "addition alone";
    try_longer(iters) = "学 {iters} 步：还突然吗？", "{iters} steps: is it still sudden?";
    try_json = "全部数字", "every figure";
    try_seed = "换一个种子：还在同一处吗？", "another seed: in the same place?";

    wanted_task = "是 copy、reverse、addition 或 all", "copy, reverse, addition or all";
    taken_up(done, all) = "{all} 个大小里 {done} 个已经学过，直接用。", "{done} of {all} sizes were trained before and are taken up.";
    interrupted = "停下了。学完的都存着，再运行一次就接着学。", "Stopped. What is done is kept: run it again to go on.";
    cache_damaged(path) = "{path} 坏了，重新来过。", "{path} is damaged: beginning anew.";
    failed(why) = "训练不下去了：{why}。换一个 --seed 再试。", "Training failed: {why}. Try another --seed.";
}
