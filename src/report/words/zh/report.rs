//! Words of a report to hand in, and of pictures.

use crate::report::words::Zh;
use crate::report::words::report::*;

crate::report::words::texts! { Zh;
    Data = "数据";
    Table { name, n_samples, n_features } = "数据表：{name}。样本数：{n_samples}。用来学的列：{n_features}。";
    MoreColumns { n } = "另外用来学的列：{n}。";
    OfFiles = "下面的指纹是文件的指纹，和 sha256sum 给出的一样；文件夹则是把里面的各个文件接在一起算的。";
    Text { files, n_chars } = "文本：{files}。字数：{n_chars}。";
    Asked = "问的是哪个模型";
    Role = "用途";
    Kind = "类型";
    Holds = "内容";
    Missing = "缺失";
    Feature = "用来学";
    Target = "答案";
    LeftOut = "没用";
    Number = "数值";
    Category = "类别";
    ManyTexts { n } = "{n} 篇";
    BuiltinChats { n } = "自带的对话（{n} 段）";
    ManyValues { n } = "{n} 个不同的值";
    KeepInMind = "看这些数时要记住";
    OtherSamples = "换一批同类的样本，数字就会不一样。给了区间的，区间说明光凭偶然能差多少。";
    LikelyNotTrue = "语言模型说的是照它读过的文本最可能出现的话，不一定是真话。";
    HowMade = "是怎么做出来的";
    Typed = "命令";
    Version = "程序";
    Seed = "随机种子";
    Fingerprint = "数据指纹（SHA-256）";
    OfModel = "模型指纹（SHA-256）";
    DataRow = "数据";
    MadeFromSeed = "程序按随机种子造的";
    CheckModel = "谁有同样的模型（看指纹就知道），就可以再运行一次这条命令，核对这些数字。";
    CheckMade = "谁都可以再运行一次这条命令，核对这些数字。";
    ByTheClock { iters } = "这里练了多少步由时间决定，再运行一次这条命令，数字会不一样。不限时间、改用 --iters {iters}，就能重复。";
    ByTheClockAlone = "这里练了多少步由时间决定（到了时限，或者被停下），再运行一次这条命令，数字会不一样。";
    WentOn = "这次是接着以前的训练练的。光有这条命令得不到这些数字，还要有当时的那个文件夹。";
    Check = "谁有同样的数据（看指纹就知道），就可以再运行一次这条命令，核对这些数字。";

    Several = "同一处有几种";
    SharedMark { n } = "一个记号最多代表 {n} 个点";
    NothingToDraw { why } = "这里没有可画的图。{why}";
    NoGlyphs { characters } = "这台电脑的字体里没有“{characters}”，图上缺了这些字。装一个字体（中文可用 Noto Sans CJK），或者改写成 .svg，别的电脑能显示。";
    NotAPicture { path } = "--plot 写不了 {path}：文件名要以 .svg 或 .png 结尾。";
    NotAReport { path } = "--report 写不了 {path}：文件名要以 .html 或 .md 结尾。想要 PDF，用浏览器打开 .html 再打印。";
    OutputIsNotWritten { path } = "{path} 这一种文件，-o 不会写。它写的是文字：.txt、.csv、.json；melon data export 和 make 还能把表写成 .tsv、.jsonl、.arff、.xlsx、.ods、.parquet，或压缩成 .gz、.zip。";
    OutputIsOtherWorkbook { path } = "{path} 这一种工作簿，-o 不会写。写成 .xlsx 吧，现在的表格程序都能打开。";
    OutputIsPicture { path } = "-o 写的是纯文字，{path} 不像文字文件的名字。要图用 --plot 文件名.svg 或 .png，要报告用 --report 文件名.html。";
}
