//! The help of compare, curve, scale and tour.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("more", "全部显示"),
    ("compare", "同一个瓜，每种模型怎么回答，放在一起比"),
    ("curve", "学习曲线：要多少个瓜才学得会？"),
    ("models", "哪些模型（逗号隔开）；gpt 很慢"),
    ("compared", "比哪些模型（逗号隔开）"),
    ("curve.l2", "逻辑回归的惩罚，每个一条曲线"),
    ("sizes", "训练样本数，如 10,20,50"),
    ("splits", "随机划分多少次"),
    ("test_share", "留多少来考试（最多一千个）"),
    ("scale", "能力是突然涌现的吗？不同大小的 GPT，三种指标"),
    ("scale.task", "学什么：copy 抄写、reverse 倒写、addition 加法、all 全学"),
    ("scale.time_budget", "一共花多少时间，如 30s、5m；由它估出步数"),
    ("scale.iters", "每个大小学多少步，不管时间；结果可重复"),
    ("cache", "学完的存在这个文件夹"),
    (
        "scale!",
        "melon scale --time-budget 3s                    三秒，先看看样子
melon scale --task copy --iters 10              只抄写，十步",
    ),
    (
        "curve!",
        "melon curve --splits 20                         合成的瓜，20 次划分
melon curve watermelon-3.0 --splits 20          书上的十七个瓜
melon curve --sizes 10,30,100 --l2 1 --splits 10   自己定样本数和惩罚",
    ),
    ("samples", "每个生成模型造几个新瓜；0 为不造"),
    ("tokens", "一个词元是一个分句，还是一个字"),
    (
        "compare!",
        "melon compare                                   十七个瓜，五种模型
melon compare --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响   问一个瓜
melon compare --melon 色泽=青绿,敲声=浊响       少说一样：哪些还能答？
melon compare ten-melons --format markdown      贴进作业里的表",
    ),
    ("tour", "一屏一个想法，从头走一遍这一课，每一屏都当场算"),
    ("tour.start", "从哪一屏看起：编号或名字"),
    ("tour.from", "同上"),
    ("tour.screen", "只看这一屏：编号或名字"),
    ("tour.list", "列出所有的屏"),
    ("tour.format", "输出格式；json 给出每一屏的文字和数字"),
    (
        "tour!",
        "melon tour                                      从头走一遍
melon tour --list                               有哪些屏
melon tour --from emergence                     从“涌现”那一屏看起
melon tour --screen sum --format json           一屏的数字，给程序看",
    ),
    ("teach", "一堂九十分钟的课：演示什么，问什么，发什么"),
    ("slides", "写成幻灯片：提问和导览的各屏"),
    (
        "teach!",
        "melon teach                                       教案
melon teach --format markdown -o lesson.md        打印，或自己改
melon teach --slides lesson.html                  幻灯片",
    ),
    ("explain", "这个词什么意思？两句话，加一条能看见它的命令"),
    ("term", "术语，中文英文都行；不写就列出全部"),
    (
        "explain!",
        "melon explain 过拟合                              一个术语
melon explain overfitting                         同一个，用英文名
melon explain                                     全部术语
melon explain --format csv                        存成表格",
    ),
    ("lab", "给课堂用的实验，自己会批改"),
    ("lab list", "列出实验"),
    ("lab show", "读一个实验；老师可以看答案"),
    ("lab start", "开始：一个文件夹，有实验、答卷和各人自己的数据"),
    ("lab check", "批改：哪些对了，不对的给一个提示（退出码 0 全对，1 还没完，2 用法不对）"),
    ("lab verify", "老师自己写的实验有没有问题？按行指出"),
    ("lab_number", "实验的编号，或自己写的文件"),
    ("student", "学号：数据是这个学生自己的"),
    ("reader", "给谁看"),
    ("key", "显示答案（要加 --for teacher）"),
    ("lab_folder", "要建的文件夹"),
    ("answers", "填好的答卷：YAML、TOML 或 Markdown"),
    ("check_format", "text，或收成绩的系统用的格式"),
    ("lab_file", "Markdown 写的实验"),
    ("lab list!", "melon lab list                                  有哪些实验"),
    (
        "lab show!",
        "melon lab show 1                                读第一个
melon lab show 4.3 --for teacher --key          答案，现算的",
    ),
    ("lab start!", "melon lab start 3 --student 2023001             实验 3，用自己的数据"),
    ("lab check!", "melon lab show 1 --format json                  问了些什么；填好答卷再批改"),
    ("lab verify!", "melon lab verify 1                              第一个实验没有问题"),
    ("serve", "在浏览器里看：上面这些，都能看、能动手"),
    ("port", "用这台电脑上的哪个端口（127.0.0.1）；别的电脑连不上"),
    ("no_open", "只打印地址，不打开浏览器"),
    (
        "serve!",
        "melon serve                                     打开浏览器；按 Ctrl-C 结束
melon serve --port 9000 --no-open               换个端口，自己打开",
    ),
];
