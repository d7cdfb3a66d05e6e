//! 实验和答卷里的错误。

use super::{did_you_mean, list};
use crate::report::number::short;
use crate::report::words::{Zh, error_texts};
use crate::task::lab::LabFaultKind;

error_texts! { Zh;
    LabFaultKind {
        Self::NoHead = "实验的第一行是 ---，接着是 lab、title、minutes、data，再一行 ---。";
        Self::OpenHead = "开头没有结束：下面加一行 ---。";
        Self::NoKey { text } = "“{text}”不是“键: 值”这样的一行。";
        Self::UnknownKey { key, nearest, known } =
            "这里没有 {key}。{mean}可以写：{known}。", mean = did_you_mean(nearest), known = list(known);
        Self::MissingKey { key } = "缺少 {key}:。";
        Self::Twice { key } = "{key} 出现了两次，留下一个。";
        Self::NoAnswer { question } = "{what}", what = if question.is_empty() {
            "这个 answer 块不属于任何问题：放到“### q1. ……”这样的标题下面，每题一个。".to_owned()
        } else {
            format!("{question} 没有 answer 块：在它下面写 ```answer …… ```。")
        };
        Self::OpenBlock = "这个块没有结束：下面加一行 ```。";
        Self::TooFew { n, least } = "只有 {n} 道题，至少要有 {least} 道。";
        Self::NoKind { kind } = "没有 {kind} 这种答案。可以写：number、count、word、text。";
        Self::NoNumber { key, value } = "{key}: {value} 不是数（within 写 0.005、2%，或者 2% or 0.005；points 和 minutes 写整数）。";
        Self::NoMelon { name, text } = "{name}: {text}：命令要以 melon 开头。";
        Self::Forbidden { word } = "实验里不能用 {word}：只能是自己会结束的命令，不能带会写文件的选项；格式固定是 JSON。";
        Self::Expression { text, at } = "{text}：从第 {at} 个字符起读不懂。";
        Self::NoCommand { name } = "这个块里没有命令 {name}：在上面写 {name}: melon ……。";
        Self::PickName { name } = "pick-{name}：{name} 不能写进花括号。请用字母和数字，不要用 data、seed、student。";
        Self::PickChoices { name } = "pick-{name}：至少写两个，用 | 隔开；不能有空的，也不能带引号或花括号。";
        Self::Placeholder { name } =
            "{name} 没有意义。可以写：{{data}}、{{seed}}、{{student}}；开头写了 pick-NAME，就可以写 {{NAME}}。";
        Self::CommandFailed { command, said } = "{command} 出错了：{said}";
        Self::NoValue { text, part } = "{text}：命令的输出里没有 {part}。加上 --format json 看一看。";
        Self::OtherKind { found } = "答案是 {found}，和题目写的种类不符。";
        Self::NotInText { command, parts } =
            "命令 {command} 里的 {list}，正文里没有：学生不知道该敲什么。请照命令的写法写进正文。",
            list = list(parts);
        Self::TooTight { answer, within, least } =
            "答案是 {answer} ± {within}，可页面上的数四舍五入后最多差 {least}：照着页面填反而算错。within 至少写 {least}，也可以写成 1% or {least}。",
            within = short(*within, 6), least = short(*least, 6);
        Self::HintTells { answer } = "提示说出了答案：{answer}。";
    }
}
