//! What went wrong, where, and what to do about it: a file a room that errors come from.

mod data;
mod files;
mod fit;
mod lab;
mod language;
mod task;
mod training;

use crate::report::names;
use crate::report::words::Zh;
use crate::report::words::{Lang, errors::*};

crate::report::words::texts! { Zh;
    Error = "出错了：";
    InFile { file, what } = "{file}：{what}", file = file_name(file);
    NoSuchPath = "没有这个文件或文件夹。检查一下路径。";
    NoSuchFolder { folder } = "没有 {folder} 这个文件夹。先建好它，或换个地方写。";
    NotAllowed = "没有权限。换个地方，或换个文件。";
    IsFolder = "这是一个文件夹，不是文件。在后面加上文件名。";
    Io { message } = "读写不了：{message}。";
    NoSuchModelFolder = "没有这个文件夹。用 melon pretrain --save 先训练一个模型，或写 gpt、chat 用自带的模型。";
    NoModelFile { file } =
        "里面没有 {file}：这不是存好的模型，或者没复制全。模型是一个文件夹，由 melon pretrain --save 存下。";
    DiskFull = "磁盘满了，没有写成；原来的东西都还在。腾出地方再来一次，或换一个地方存。";
    OutputIsOwn { flag, path } = "{flag} {path} 会盖掉这条命令自己要读或要存的文件。换一个文件名。";
    NoConversations { file } = "{file}：一段对话也没有。每行要有一个 {{\"messages\": [...]}}。";
}

/// A name from the data as the reader should see it.
fn show(name: &str) -> String {
    names::show(Lang::Zh, name)
}

/// `甲、乙、丙`.
fn list(names: &[String]) -> String {
    Lang::Zh.names(names.iter().map(|name| show(name)))
}

/// The sentence that asks for what may have been meant, if anything.
fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| format!("是不是想写 {}？", show(name)))
}

/// A file as the user named it; `-` is the standard input.
fn file_name(file: impl ToString) -> String {
    let file = file.to_string();
    if file == "-" { "标准输入".to_owned() } else { file }
}

/// A setting as it is written on the command line.
fn flag(setting: &str) -> String {
    setting.replace('_', "-")
}

/// Every text about errors, for the tests.
#[cfg(test)]
pub(super) fn every() -> [&'static [(&'static str, &'static str)]; 8] {
    [ALL, data::ALL, files::ALL, fit::ALL, lab::ALL, language::ALL, task::ALL, training::ALL]
}
