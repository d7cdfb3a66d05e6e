//! What this computer and this build can do, and what of it is slow or missing.

use serde::Serialize;

/// Below this, the pages' tables are split into parts.
const NARROW: usize = 60;
/// Memory below which the larger presets of `pretrain` do not fit.
const LITTLE_MEMORY: u64 = 2 << 30;

/// What was found, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Checkup {
    /// The program: its version, and what is in it.
    pub build: Build,
    /// The processor, and how much of it is used.
    pub cpu: Cpu,
    /// The memory, of the whole computer and free.
    pub memory: Memory,
    /// A font of this computer that draws Chinese in pictures.
    pub chinese_font: Option<String>,
    /// The language that is spoken, and what the system says of it.
    pub locale: Locale,
    /// Where pages are shown.
    pub terminal: PageScreen,
    /// What is slow or missing, the most important first.
    pub findings: Vec<SpeedLimit>,
}

/// How the program was built.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Build {
    /// The version of the package, as `0.1.0`.
    pub version: &'static str,
    /// The system it was built for, as `linux`.
    pub os: &'static str,
    /// Whether the compiler was told to make it fast.
    pub optimized: bool,
    /// Optional parts that are in it.
    pub features: Vec<&'static str>,
    /// Optional parts that are not.
    pub without: Vec<&'static str>,
}

/// What of the processor the program uses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cpu {
    /// Its family, as `x86_64`.
    pub arch: &'static str,
    /// The instructions that work on several numbers at once, among those that the program uses.
    pub vector_instructions: Vec<&'static str>,
    /// Cores that the program may use.
    pub n_cores: usize,
    /// Threads that it does use.
    pub n_threads: usize,
}

/// The memory, in bytes; `None` where the system does not say.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Memory {
    /// Memory of the whole computer.
    pub total_bytes: Option<u64>,
    /// What a program could have now.
    pub available_bytes: Option<u64>,
}

/// The language, and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Locale {
    /// What the environment says, as `zh_CN.UTF-8`.
    pub name: Option<String>,
    /// The language that is spoken: `zh` or `en`.
    pub lang: &'static str,
}

/// Where pages are shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageScreen {
    /// Whether stdout is a terminal, and not a file or a pipe.
    pub is_terminal: bool,
    /// Columns that a page takes.
    pub width: usize,
    /// Whether it shows the characters of Unicode.
    pub unicode: bool,
    /// Whether it shows colour.
    pub color: bool,
}

/// Something slow or missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeedLimit {
    /// The compiler was not told to make the program fast.
    NotOptimized,
    /// No instructions for several numbers at once.
    NoVectors,
    /// Fewer threads than cores.
    FewThreads,
    /// Nothing runs at the same time.
    OneCore,
    /// Little memory is free.
    LittleMemory,
    /// No font draws Chinese in PNG pictures.
    NoChineseFont,
    /// The terminal gets ASCII.
    NoUnicode,
    /// Wide tables are split.
    Narrow,
    /// Parquet files are not read.
    NoParquet,
}

impl Checkup {
    /// The same with what is wrong.
    pub fn judged(mut self) -> Checkup {
        let is_little = self.memory.available_bytes.is_some_and(|bytes| bytes < LITTLE_MEMORY);
        let all = [
            (SpeedLimit::NotOptimized, !self.build.optimized),
            (SpeedLimit::NoVectors, self.cpu.vector_instructions.is_empty()),
            (SpeedLimit::FewThreads, self.cpu.n_threads < self.cpu.n_cores),
            (SpeedLimit::OneCore, self.cpu.n_cores == 1),
            (SpeedLimit::LittleMemory, is_little),
            (SpeedLimit::NoChineseFont, self.chinese_font.is_none()),
            (SpeedLimit::NoUnicode, !self.terminal.unicode),
            (SpeedLimit::Narrow, self.terminal.width < NARROW),
            (SpeedLimit::NoParquet, self.build.without.contains(&"parquet")),
        ];
        self.findings = all.into_iter().filter(|(_, is_so)| *is_so).map(|(trouble, _)| trouble).collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Checkup {
        Checkup {
            build: Build { version: "1", os: "linux", optimized: true, features: vec!["parquet"], without: vec![] },
            cpu: Cpu { arch: "x86_64", vector_instructions: vec!["avx2"], n_cores: 4, n_threads: 4 },
            memory: Memory { total_bytes: None, available_bytes: None },
            chinese_font: Some("Noto Sans CJK SC".to_owned()),
            locale: Locale { name: None, lang: "en" },
            terminal: PageScreen { is_terminal: true, width: 60, unicode: true, color: true },
            findings: Vec::new(),
        }
    }

    #[test]
    fn what_is_in_order_is_passed_over() {
        assert_eq!(good().judged().findings, []);
    }

    #[test]
    fn what_is_not_is_named() {
        let mut bad = good();
        bad.build.optimized = false;
        bad.cpu = Cpu { vector_instructions: vec![], n_cores: 2, n_threads: 1, ..bad.cpu };
        bad.memory.available_bytes = Some(LITTLE_MEMORY - 1);
        bad.terminal.width = 59;
        use SpeedLimit::*;
        assert_eq!(bad.judged().findings, [NotOptimized, NoVectors, FewThreads, LittleMemory, Narrow]);
    }
}
