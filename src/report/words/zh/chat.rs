//! Words of `melon chat`.

use crate::report::words::Zh;
use crate::report::words::chat::*;

crate::report::words::texts! { Zh;
    Welcome { model, n_params } = "和 {model} 聊天。它只有 {n_params} 个参数，常常会错。/clear 从头聊，/quit 或 Ctrl-D 结束。";
    SeenMelons = "说到熟不熟，它依据的是按色泽、根蒂、敲声看的那 17 个瓜；换一张表，颜色的先后会不同，例如十个瓜的那张：";
    TrySeventeen = "它依据的 17 个瓜";
    TryTen = "那十个瓜";
    You = "你：";
    Model = "瓜：";
    Cleared = "前面说过的都忘了。";
    Commands = "有这些命令：/clear 从头聊，/quit 结束。";
    Forgotten { n, context_len } = "上下文只有 {context_len} 个词元，放不下了：{turns}已经忘掉。", turns = oldest(n);
    Cut { n, context_len } = "这句话（连同系统的交代）太长，上下文只有 {context_len} 个词元：有 {n} 个没有读。";
    BrokenOff { n } = "说到 {n} 个词元就停了。--max-tokens 可以调大。";
    NotTuned = "这个模型只预训练过，只会接着写，不会回答。";
    Tune { command } = "要教它回答：{command}";
    NoQuestion = "--ask 后面没有问题。写上想问的，如 --ask 怎么挑西瓜。";
}

/// `最早的一句`, `最早的 2 句`.
fn oldest(n: &impl std::fmt::Display) -> String {
    match n.to_string().as_str() {
        "1" => "最早的一句".to_owned(),
        n => format!("最早的 {n} 句"),
    }
}
