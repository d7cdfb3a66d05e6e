//! The help of compare, curve, scale and tour.

super::super::texts! {
    "compare" = "同一个瓜，每种模型各说各的，并排放", "The same melon, seen by every model, side by side";
    "curve" = "学习曲线：要多少个瓜才学得会？", "How many melons does it take? Learning curves of both families";
    "models" = "哪些模型（逗号隔开）；gpt 很慢", "Which models (comma-separated); gpt is slow";
    "curve.l2" = "逻辑回归的惩罚，每个一条曲线", "Penalties of logistic regression, a curve each";
    "sizes" = "训练样本数，如 10,20,50", "Training samples at each point, as 10,20,50";
    "splits" = "随机划分多少次", "Number of random splits";
    "test_share" = "留多少来考试（最多一千个）", "Share set aside for the test (a thousand samples at most)";
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
}
