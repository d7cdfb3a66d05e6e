//! Words of `melon explain`.

use crate::report::words::Zh;
use crate::report::words::explain::*;

crate::report::words::texts! { Zh;
    Title { term, translation } = "{term}（{translation}）";
    Also { names } = "也叫：{names}";
    Book { section } = "书（周志华《机器学习》）：{section}";
    Shows = "用它来看";
    Nearest = "melon 没有它；这个最接近";
    TryAll = "全部术语";

    ListTitle { n } = "这门课的术语：{n} 个";
    Term = "术语";
    Translation = "英文";
    InBook = "书";
    TryOne = "看一个术语：中英文、别名都行";

    Unknown { asked } = "术语表里没有 {asked}。";
    DidYouMean { nearest } = "是不是：{nearest}？";
    SeeList = "melon explain 列出全部术语。";
}
