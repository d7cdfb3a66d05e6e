//! The help of compare, curve, scale and tour.

super::super::texts! {
    "compare" = "同一个瓜，每种模型各说各的，并排放", "The same melon, seen by every model, side by side";
    "curve" = "学习曲线：要多少个瓜才学得会？", "How many melons does it take? Learning curves of both families";
    "models" = "哪些模型（逗号隔开）；gpt 很慢", "Which models (comma-separated); gpt is slow";
    "curve.l2" = "逻辑回归的惩罚，每个一条曲线", "Penalties of logistic regression, a curve each";
    "sizes" = "训练样本数，如 10,20,50", "Training samples at each point, as 10,20,50";
    "splits" = "随机划分多少次", "Number of random splits";
    "test_share" = "留多少来考试（最多一千个）", "Share set aside for the test (a thousand samples at most)";
    "scale" = "能力是突然涌现的吗？大大小小的 GPT，三把尺", "Does ability come all at once? GPTs of many sizes, three measures";
    "scale.task" = "学什么：copy 抄写、reverse 倒写、addition 加法、all 全学", "What they learn: copy, reverse, addition or all";
    "scale.time_budget" = "一共花多少时间，如 30s、5m；由它估出步数", "Time for all of them, as 30s or 5m; the steps are reckoned from it";
    "scale.iters" = "每个大小学多少步，不管时间；结果可重复", "Steps of every size, whatever the time; can be repeated exactly";
    "cache" = "学完的存在这个文件夹", "Folder that keeps what is done";
    "scale!" = "melon scale --time-budget 3s                    三秒，先看看样子
melon scale --task copy --iters 10              只抄写，十步",
        "melon scale --time-budget 3s                      three seconds, for a first look
melon scale --task copy --iters 10                copying alone, ten steps";
    "curve!" = "melon curve --splits 20                         合成的瓜，20 次划分
melon curve watermelon-3.0 --splits 20          书上的十七个瓜
melon curve --sizes 10,30,100 --l2 1 --splits 10   自己定样本数和惩罚",
        "melon curve --splits 20                           synthetic melons, 20 splits
melon curve watermelon-3.0 --splits 20            the textbook's seventeen
melon curve --sizes 10,30,100 --l2 1 --splits 10    sizes and penalty of your own";
    "samples" = "每个生成模型造几个新瓜；0 为不造", "New melons that each generative model makes; 0 for none";
    "tokens" = "语言模型一次读一个什么", "What a language model reads at a time";
    "compare!" = "melon compare                                   十七个瓜，五种模型
melon compare --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响   问一个瓜
melon compare --melon 色泽=青绿,敲声=浊响       少说一样：谁还能答？
melon compare ten-melons --format markdown      贴进作业里的表",
        "melon compare                                     seventeen melons, five models
melon compare --melon color=green,root=curled,sound=muffled    ask about one melon
melon compare --melon color=green,sound=muffled   leave something out: who can still answer?
melon compare ten-melons --format markdown        a table for your paper";
    "tour" = "一屏一个想法，从头走一遍这一课，每一屏都当场算", "The lesson from beginning to end, one idea a screen, each run live";
    "tour.start" = "从哪一屏看起：编号或名字", "Screen to begin with: its number or name";
    "tour.from" = "同上", "The same";
    "tour.screen" = "只看这一屏：编号或名字", "This screen alone: its number or name";
    "tour.list" = "列出所有的屏", "List the screens";
    "tour.format" = "输出格式；json 给出每一屏的文字和数字", "Output format; json has the text and the figures of each screen";
    "tour!" = "melon tour                                      从头走一遍
melon tour --list                               有哪些屏
melon tour --from emergence                     从“涌现”那一屏看起
melon tour --screen sum --format json           一屏的数字，给程序看",
        "melon tour                                        from beginning to end
melon tour --list                                 the screens
melon tour --from emergence                       from the screen on emergence on
melon tour --screen sum --format json             the figures of one screen";
}
