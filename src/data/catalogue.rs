//! What is known of the built-in tables before they are opened.

/// How many melons `melon-field` has unless asked otherwise.
pub const FIELD_ROWS: usize = 1000;

/// The most it can have: some ten GiB.
pub const MOST_FIELD_ROWS: usize = 100_000_000;

/// A built-in table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Builtin {
    /// The seventeen of the textbook, seen from outside only.
    Melons,
    /// Ten melons of our own making.
    TenMelons,
    /// The textbook's table 2.0: six categorical attributes.
    Watermelon2,
    /// The textbook's table 3.0: six categorical and two numeric attributes.
    Watermelon3,
    /// The textbook's table 3.0α: density and sugar.
    Watermelon3Alpha,
    /// The textbook's table 4.0: density and sugar of thirty melons, without a class.
    Watermelon4,
    /// Any number of synthetic melons from a known truth.
    MelonField,
}

/// Where a built-in table comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableSource {
    /// Zhou Zhihua, 机器学习 (Tsinghua University Press, 2016), in this table.
    Textbook {
        /// As `表 4.3`.
        table: &'static str,
    },
    /// Made for this program.
    Own,
    /// Drawn from [`synth::truth`](super::synth::truth).
    Synthetic,
}

/// What is known of a built-in table before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The table.
    pub builtin: Builtin,
    /// The name that commands take.
    pub name: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// Rows; `None` where the user says how many.
    pub n_rows: Option<usize>,
    /// Where it comes from.
    pub source: TableSource,
    /// The columns, in order.
    pub columns: &'static [&'static str],
    /// What a classifier learns by default.
    pub classify_target: Option<&'static str>,
    /// What a regression learns by default.
    pub regress_target: Option<&'static str>,
    /// Columns known only once the melon is cut: never a feature unless named.
    pub outcomes: &'static [&'static str],
}

const CATALOGUE: [CatalogueEntry; 7] = [
    CatalogueEntry {
        builtin: Builtin::Melons,
        name: "melons",
        aliases: &[],
        n_rows: Some(17),
        source: TableSource::Textbook { table: "表 4.3" },
        columns: &["编号", "色泽", "根蒂", "敲声", "含糖率", "好瓜"],
        classify_target: Some("好瓜"),
        regress_target: Some("含糖率"),
        outcomes: &["含糖率", "好瓜"],
    },
    CatalogueEntry {
        builtin: Builtin::TenMelons,
        name: "ten-melons",
        aliases: &["ten_melons"],
        n_rows: Some(10),
        source: TableSource::Own,
        columns: &["编号", "色泽", "根蒂", "敲声", "熟"],
        classify_target: Some("熟"),
        regress_target: None,
        outcomes: &["熟"],
    },
    CatalogueEntry {
        builtin: Builtin::Watermelon2,
        name: "watermelon-2.0",
        aliases: &["2.0"],
        n_rows: Some(17),
        source: TableSource::Textbook { table: "表 4.1" },
        columns: &["编号", "色泽", "根蒂", "敲声", "纹理", "脐部", "触感", "好瓜"],
        classify_target: Some("好瓜"),
        regress_target: None,
        outcomes: &[],
    },
    CatalogueEntry {
        builtin: Builtin::Watermelon3,
        name: "watermelon-3.0",
        aliases: &["3.0"],
        n_rows: Some(17),
        source: TableSource::Textbook { table: "表 4.3" },
        columns: &["编号", "色泽", "根蒂", "敲声", "纹理", "脐部", "触感", "密度", "含糖率", "好瓜"],
        classify_target: Some("好瓜"),
        regress_target: Some("含糖率"),
        outcomes: &[],
    },
    CatalogueEntry {
        builtin: Builtin::Watermelon3Alpha,
        name: "watermelon-3.0a",
        aliases: &["watermelon-3.0α", "3.0a", "3.0α"],
        n_rows: Some(17),
        source: TableSource::Textbook { table: "表 4.5" },
        columns: &["编号", "密度", "含糖率", "好瓜"],
        classify_target: Some("好瓜"),
        regress_target: Some("含糖率"),
        outcomes: &[],
    },
    CatalogueEntry {
        builtin: Builtin::Watermelon4,
        name: "watermelon-4.0",
        aliases: &["4.0"],
        n_rows: Some(30),
        source: TableSource::Textbook { table: "表 9.1" },
        columns: &["编号", "密度", "含糖率"],
        classify_target: None,
        regress_target: Some("含糖率"),
        outcomes: &[],
    },
    CatalogueEntry {
        builtin: Builtin::MelonField,
        name: "melon-field",
        aliases: &["melon_field"],
        n_rows: None,
        source: TableSource::Synthetic,
        columns: &["编号", "色泽", "根蒂", "敲声", "密度", "含糖率", "好瓜"],
        classify_target: Some("好瓜"),
        regress_target: Some("含糖率"),
        outcomes: &["含糖率", "好瓜"],
    },
];

/// All built-in tables, the default one first.
pub fn catalogue() -> &'static [CatalogueEntry] {
    &CATALOGUE
}

/// The built-in table called `name`, by any of its names.
pub fn find(name: &str) -> Option<Builtin> {
    let name = name.trim().to_lowercase();
    let named = |entry: &&CatalogueEntry| entry.name == name || entry.aliases.contains(&name.as_str());
    CATALOGUE.iter().find(named).map(|entry| entry.builtin)
}

impl Builtin {
    /// Its entry in the catalogue.
    pub fn entry(self) -> &'static CatalogueEntry {
        CATALOGUE.iter().find(|entry| entry.builtin == self).expect("every built-in table has its entry")
    }
}
