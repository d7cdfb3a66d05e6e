//! Words of the page in the browser and of its server.

use crate::report::words::Zh;
use crate::report::words::web::*;

crate::report::words::texts! { Zh;
    HowToStop = "只有这台电脑上、知道这个地址的人能打开它。按 Ctrl-C 结束。";
    OpenYourself = "打不开浏览器，请自己打开这个地址。";
    PortTaken { port, next } =
        "端口 {port} 已被占用：别的程序在用，或者 melon serve 已经在运行。换一个端口，如 melon serve --port {next}。";
    PortRefused { port } = "这里不允许用端口 {port}。请选 1024 以上的，如 melon serve --port 8765。";
    CannotServe { message } = "页面开不起来：{message}。";

    NotUnderstood { fault } = "页面问的话看不懂（{fault}）。请重新加载。";
    NoSuchQuestion { name } = "页面要的 {name}，这个程序没有。请重新加载。";
    NoSuchTable { name } = "没有自带的数据 {name}。有哪些，看 melon data list。";
    NoSuchModel { name } = "没有模型 {name}。";
    StillTrained = "它还在训练，也许在另一个标签页里。请在那里停下它。";
    NoSuchScreen { name } = "这堂课里没有 {name} 这一屏。";
    TooManyRows { n, most } = "这张表有 {n} 行。页面最多算 {most} 行；在终端里多少行都行。";
    TooManyPoints { most } = "点太多了：页面最多算 {most} 个。";
    TooManyClusters { most } = "页面最多分 {most} 簇。在终端里 melon cluster 要几簇都行。";
    NoPlane { most } = "一步一步地看，要正好两列数值、没有缺失、最多 {most} 行。请选这样的两列。";
    TextTooLong { most } = "文字太长：页面最多读 {most} 个字。";

    TryCompare = "同一个瓜，问遍每个模型";
    TryClassify = "每个特征加了多少，看具体的数";
    TryBayes = "P(x, y) 的每一个因子";
    TryMake = "生成式模型造出的瓜，造得怎么样";
    TryLogistic = "同一条边界，看具体的数";
    TryBayesHere = "椭圆背后的均值和标准差";
    TryNeighbors = "近邻怎么投票";
    TrySteps = "同样的每一步，排成表";
    TryTrace = "同样的四步";
    TryWrite = "同样的文字";
    TryTrain = "同样的训练，存进一个文件夹";
    TryTrained = "然后看它写什么";
    TrySame = "在终端里看同一页";
    TryScreen = "在终端里看同一屏";
}
