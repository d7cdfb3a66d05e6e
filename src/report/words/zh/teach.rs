//! Words of `melon teach`.

use crate::report::words::Zh;
use crate::report::words::teach::*;

crate::report::words::texts! { Zh;
    Title { minutes } = "一堂 {minutes} 分钟的课";
    From = "开始";
    Minutes = "分钟";
    What = "内容";
    Screens = "导览第几屏";
    Step { number, title, minutes } = "{number}. {title}（{minutes} 分钟）";
    Run = "当着大家运行";
    HandOut = "发下去：实验、答卷和学生自己的数据";
    Ask { question } = "提问：{question}";
    Answer { answer } = "回答：{answer}";
    TrySlides = "做成幻灯片，带导览的各屏，用浏览器打开";
    TryLabs = "全部实验";
    TryTerms = "全部术语，每个都有能看见它的命令";

    SlidesTitle = "用西瓜学机器学习";
    SlideKeys = "左右方向键或空格翻页。打印时一页一张。";
    NotSlides { path } = "--slides 只写 .html，{path} 不是。";
}
