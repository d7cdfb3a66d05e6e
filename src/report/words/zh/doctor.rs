//! Words of `melon doctor`.

use crate::report::words::Zh;
use crate::report::words::doctor::*;

crate::report::words::texts! { Zh;
    Title = "这台电脑和这个程序能做什么";
    Part = "项目";
    Found = "情况";
    Nothing = "无";
    Unknown = "这个系统上查不到";
    Program = "程序";
    Version { version, os, made } = "melon {version}，{os} 版，{made}";
    Optimized = "已优化";
    Debug = "未优化";
    Parts = "可选部分";
    Processor = "处理器";
    Arch { arch, n } = "{arch}，{n} 核";
    Vectors = "向量指令";
    AtOnce = "线程";
    Threads { n_threads, n_cores } = "{n_threads}（共 {n_cores} 核）";
    Memory = "内存";
    FreeOf { free, total } = "可用 {free} GiB，共 {total} GiB";
    Font = "图片用的中文字体";
    Locale = "区域设置";
    Speaks { locale, code } = "{locale}（语言：{code}）";
    Terminal = "输出";
    IsTerminal = "终端";
    IsPipe = "文件或管道";
    Unicode = "Unicode";
    Ascii = "只有 ASCII";
    Color = "有颜色";
    NoColor = "无颜色";
    Screen { kind, width, characters, color } = "{kind}，{width} 列，{characters}，{color}";
    AllWell = "什么也不缺，也没有拖慢程序的地方。";
    Findings = "哪里慢、缺什么，怎么办";
    NotOptimized =
        "这个程序没有优化：训练和大表要慢很多倍，结果一样（舍入误差除外）。用 cargo install 装的、发布的程序，都是优化过的。";
    NoVectors =
        "处理器没有程序认得的 AVX2 或 NEON：答案都对，但训练和大表要慢几倍。请选小一点的模型（pretrain --preset tiny）。";
    FewThreads { n_threads, n_cores } =
        "{n_cores} 核只用了 {n_threads} 核。如果环境变量 RAYON_NUM_THREADS 设了值，去掉它就会全用。";
    OneCore = "只有一核：什么都能做，但没有同时进行的。训练要花的时间大约是所有步骤加起来。";
    LittleMemory =
        "可用内存不到 2 GiB。自己训练模型（pretrain --preset small 或 base）或读几百万格的表之前，先关掉别的程序。";
    NoChineseFont =
        "这里没有能画中文的字体：带中文的 PNG 图片会缺字。请装一个（Debian 和 Ubuntu：apt install fonts-noto-cjk），或写 --plot 文件.svg，由看图的人的字体来画。";
    NoUnicode =
        "按设置，终端不用 UTF-8，所以线条和柱子用 ASCII 画。如果它其实能用，把 LANG 设成 UTF-8 的，如 C.UTF-8 或 zh_CN.UTF-8。";
    Narrow { width } = "终端只有 {width} 列：宽的表会拆开。请拉宽到 60 列以上，80 列最好。";
    NoParquet =
        "这个程序不能读 .parquet 文件。需要的话，编译时打开 parquet 这个功能；CSV、Excel 和 ARFF 总能读。";
    TryClassify = "从十七个瓜开始";
}
