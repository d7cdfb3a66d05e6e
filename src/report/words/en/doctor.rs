//! Words of `melon doctor`.

use super::grammar::s;

crate::report::words::messages! {
    Title = "What this computer and this program can do";
    Part = "what";
    Found = "found";
    Nothing = "none";
    Unknown = "not known on this system";
    Program = "program";
    Version { version, os, made } = "melon {version} for {os}, {made}";
    Optimized = "optimised";
    Debug = "not optimised";
    Parts = "optional parts";
    Processor = "processor";
    Arch { arch, n } = "{arch}, {n} core{s}", s = s(n);
    Vectors = "vector instructions";
    AtOnce = "threads";
    Threads { n_threads, n_cores } = "{n_threads} (cores: {n_cores})";
    Memory = "memory";
    FreeOf { free, total } = "{free} GiB free of {total} GiB";
    Font = "font for Chinese pictures";
    Locale = "locale";
    Speaks { locale, code } = "{locale} (language: {code})";
    Terminal = "output";
    IsTerminal = "a terminal";
    IsPipe = "a file or a pipe";
    Unicode = "Unicode";
    Ascii = "ASCII only";
    Color = "colour";
    NoColor = "no colour";
    Screen { kind, width, characters, color } = "{kind}, {width} columns, {characters}, {color}";
    AllWell = "Nothing is missing, and nothing slows the program down.";
    Findings = "What is slow or missing, and what to do about it";
    NotOptimized =
        "This build is not optimised: training and large tables take many times longer, with the same results up to rounding. What cargo install makes is optimised, and so is a released program.";
    NoVectors =
        "The processor has no AVX2 or NEON that the program knows: every answer is right, but training and large tables take several times longer. Choose smaller models (pretrain --preset tiny).";
    FewThreads { n_threads, n_cores } =
        "{n_threads} of {n_cores} cores are used. If RAYON_NUM_THREADS is set in the environment, unset it to use all.";
    OneCore = "There is one core: everything works, but nothing runs at the same time. Training takes about as long as all its steps together.";
    LittleMemory =
        "Less than 2 GiB of memory are free. Close other programs before you train a model of your own (pretrain --preset small or base) or read a table of millions of cells.";
    NoChineseFont =
        "No font here can draw Chinese: PNG pictures with Chinese names would have gaps. Install one (on Debian and Ubuntu: apt install fonts-noto-cjk), or write --plot FILE.svg, which the reader's fonts draw.";
    NoUnicode =
        "The terminal is said not to speak UTF-8, so lines and bars are drawn in ASCII. If it does, set LANG to a UTF-8 locale, as C.UTF-8 or zh_CN.UTF-8.";
    Narrow { width } = "The terminal has {width} columns: wide tables are split. Widen it to 60 or more; 80 is best.";
    NoParquet =
        "This build does not read .parquet files. If you need them, build the program with the feature parquet; CSV, Excel and ARFF are read in any case.";
    TryClassify = "begin with seventeen melons";
}
