//! What can be wrong with files, tables, columns, cells and conversations.

use super::{did_you_mean, file_name, list, show};
use crate::data::conversation::{ConversationError, ConversationFault};
use crate::data::read::{Fault, FileFormat, Obstacle, ReadError};
use crate::data::split::SplitError;
use crate::data::verbalise::SentenceError;
use crate::data::write::WriteError;
use crate::data::{EncodeError, MelonError, MissingCells, Place, SchemaError, WhyLeftOut};
use crate::report::names::in_list;
use crate::report::notices::line_list;
use crate::report::number::grouped;
use crate::report::words::errors::Io;
use crate::report::words::zh::grammar::said;
use crate::report::words::{Lang, Say, Zh, error_texts};

error_texts! { Zh;
    ReadError {
        Self { file, fault } = "{file}：{fault}", file = file_name(file), fault = said(fault);
    }
    Fault {
        Self::NotFound { nearest } =
            "没有这个文件，自带的数据里也没有这个名字。{nearest}melon data list 列出自带的数据。", nearest = did_you_mean(nearest);
        Self::NoFile = "没有这个文件。检查文件名和所在的文件夹。";
        Self::Io { message } = "{text}", text = Io { message }.say(Lang::Zh);
        Self::UnknownEncoding { label } = "不认识编码“{label}”。试试 utf-8、gbk、gb18030、big5、utf-16le。";
        Self::UnclearEncoding { candidates } =
            "文件不是 UTF-8，看不出是哪种编码。用 --encoding 指定；第一行会是：{readings}。如果都不对，再试别的，比如 windows-1255、windows-874。", readings = readings(candidates);
        Self::Undecodable { line, encoding, candidates } =
            "第 {line} 行不是合法的 {encoding}。{advice}", advice = other_encodings(candidates);
        Self::Binary { format: FileFormat::Unknown } = "这不是文本文件。请先另存为 CSV。";
        Self::Binary { format } = "这是{format}，不是文本文件。请先另存为 CSV。", format = said(format);
        Self::BinaryText { format: FileFormat::Unknown } = "这不是文字。请先另存为纯文本（UTF-8）。";
        Self::BinaryText { format } = "这是{format}，不是纯文本。请先另存为纯文本（UTF-8）。", format = said(format);
        Self::NoTexts = "这个文件夹里没有 .txt 或 .jsonl 文件。把要学的文字存成 .txt 放进去，或直接写文件名。";
        Self::NoTextInLine { line } =
            "第 {line} 行不是文字：.jsonl 的每一行要么是一个 JSON 字符串，要么是带 text 的对象，如 {{\"text\": \"西瓜熟了\"}}。";
        Self::Empty = "文件是空的。第一行应是列名，下面每行一个样本。";
        Self::NoTable { format } = "这是{format}，不是表格。请先另存为 CSV。";
        Self::NamesRepeated { line } = "第 {line} 行又写了一遍列名，像是几个文件直接接在了一起。删掉这一行。";
        Self::NoRows = "列名下面没有数据。";
        Self::NoHeader { line, cells } =
            "第 {line} 行应是列名，却都是数字：{cells}。如果没有列名，加 --header no，或在最上面加一行列名；如果这一行就是列名，加 --header yes。", cells = cells.join(", ");
        Self::EmptyName { line, column } = "第 {line} 行第 {column} 列没有名字。请给它起个名字。";
        Self::DuplicateName { line, name, first, second } =
            "第 {line} 行：第 {first} 列和第 {second} 列都叫“{name}”。请改掉一个。", name = show(name);
        Self::FullWidthCommas { line } = "第 {line} 行用了中文逗号“，”分隔。请换成英文逗号。";
        Self::Ragged { line, found: 1, expected } =
            "第 {line} 行只有 1 格，列名却有 {expected} 个。如果它是说明而不是数据，就删掉它或在行首加 #；否则检查这一行的逗号和引号。";
        Self::Ragged { line, found, expected } = "第 {line} 行有 {found} 格，列名却有 {expected} 个。检查这一行的逗号和引号。{hint}", hint = decimal_comma(*found > *expected);
        Self::OneNameLess { line, names_line, n_names, are_cut_at_commas } =
            "第 {line} 行有 {found} 格，列名却只有 {n_names} 个，下面各行也一样。如果第一列没有名字（R 写出行名时就是这样），在第 {names_line} 行最前面加一个名字和一个{separator}。{hint}", found = n_names + 1, separator = if *are_cut_at_commas { "逗号" } else { "分隔符" }, hint = decimal_comma(*are_cut_at_commas);
        Self::LinesQuoted { line } =
            "第 {line} 行整行放在引号里，成了一格，下面各行也一样。去掉整行外面的引号，行里写成两个的引号改成一个。";
        Self::UnclosedQuote { line } = "第 {line} 行：有一个引号没有关上。在该关的地方补上 \"，或去掉这个引号。";
        Self::StrayQuote { line } = "第 {line} 行：从这里开始的一格，引号没到格尾就关上了。把格里的引号写成两个，或者去掉。";
        Self::LooksLikeSample { line, cell } =
            "第 {line} 行像是一个样本，不像列名（“{cell}”是这一列的值）。如果文件没有列名，加 --header no；如果这一行就是列名，加 --header yes。";
        Self::WordsAboveNumbers { line, texts } =
            "第 {line} 行在数字列里写着字（{words}），又不像单位。如果它是第二行列名或说明，就删掉它；如果是样本，就改好它，或者说明哪个写法表示缺失：--missing-values \"{listed}\"。", words = texts.join("、"), listed = texts.iter().map(|text| in_list(text)).collect::<Vec<_>>().join(",");
        Self::TypesBelowNames { line, texts } =
            "第 {line} 行写的是每一列的类型（{types}），不是样本。删掉这一行；如果下面还有一行写着角色（class、meta），也删掉。", types = texts.join("、");
        Self::OtherUnit { column, learned, found } =
            "“{column}”列这里的单位是 {found}，模型学的时候是 {learned}。把这一列换算成 {learned}，或者用单位是 {found} 的表重新训练。", column = show(column);
        Self::MarkdownTable { line } = "第 {line} 行是用字符画的表格的分隔线（|---| 或 ---+---，比如 Markdown）。去掉这一行和两端的竖线，或者把表另存为 CSV。";
        Self::MixedQuotesArff { line } = "第 {line} 行：这一格用的引号和上面的不一样。ARFF 文件里只用一种引号：要么全用 '，要么全用 \"。";
        Self::SparseArff { line } = "第 {line} 行：这个 ARFF 文件用的是稀疏写法（花括号里写序号和值）。请另存为 CSV。";
        Self::BrokenGzip = "这个压缩文件不完整或坏了，解不开。重新下载或重新压缩一次。";
        Self::Swollen =
            "这个压缩文件解开后超过 1 GB，而且是原来的 100 多倍，表格不会这样。真要用它，先自己解压，再读解出来的文件。";
        Self::CutShort = "读的时候，文件变短了。等别的程序写完了再试。";
        Self::BrokenZip = "压缩包损坏了，或者有密码，或者用了这里不认识的压缩。先解压，再写里面那个文件的名字。";
        Self::BrokenWorkbook = "这个工作簿里读不出表：可能损坏了，可能有密码，也可能不是工作簿。重新存成 .xlsx，或存成 CSV。";
        Self::BrokenParquet = "这个 Parquet 文件里读不出表：可能损坏了，也可能用了这里不认识的压缩。请导出成 CSV。";
        Self::ParquetLeftOut =
            "这是 Parquet 文件，而这个 melon 编译时没有带上读它的部分。请导出成 CSV，或用 cargo build --release --features parquet 编译。";
        Self::DatafusionLeftOut =
            "这个 melon 编译时没有带上 datafusion 引擎。用 cargo build --release --features datafusion 编译。";
        Self::ClusterLeftOut =
            "这个 melon 编译时没有带上 --scheduler。用 cargo build --release --features cluster 编译，或去掉这个选项：那就由本进程来读。";
        Self::NoScheduler { address } =
            "{address} 处没有调度器回应。先运行 melon cluster-scheduler，并在每台机器上运行 melon cluster-executor；或去掉 --scheduler：那就由本进程来读。";
        Self::Query { message } = "datafusion 引擎说：{message}";
        Self::OtherThanNumber { column, text } =
            "“{column}”这一列里有“{text}”，不是有限的数。改正它，用 --drop 去掉这一列，或用 --categorical 当作文字。";
        Self::NoTableFiles = "这里没有 Parquet 文件，也没有 CSV 文件：要以 .parquet、.csv、.tsv 或 .txt 结尾。";
        Self::SeveralFormats = "同一处既有 Parquet 又有 CSV 文件。只写一种，比如 'data/*.parquet'。";
        Self::NotInPasses { obstacle } =
            "能在行与行之间切开的文件才能分批读，而这个不行：{obstacle}", obstacle = said(obstacle);
        Self::NoTables = "这个文件夹里没有可以当表读的文件：要以 .csv、.tsv、.txt 或 .parquet 结尾。";
        Self::OtherColumns { first } = "它的列和文件夹里第一个文件 {first} 不一样。一张表的各个文件，列和列的顺序都要相同。";
        Self::Changed = "读的时候，文件被改动了。等别的程序写完了再试。";
        Self::NoSheets = "--sheet 用于工作簿（.xlsx、.ods）和压缩包（.zip），这个文件都不是。去掉它。";
        Self::NoSuchSheet { asked, nearest, known } =
            "里面没有“{asked}”。{nearest}有的是：{known}。", asked = show(asked), nearest = did_you_mean(nearest), known = list(known);
        Self::SeveralFiles { known } =
            "压缩包里有好几个文件，看不出哪一个是表。用 --sheet 说清楚：{known}。", known = list(known);
        Self::Folder = "这是一个文件夹，不是表。写上里面某个文件的名字，比如 文件夹/瓜.csv。";
        Self::NotANumber { line, column, text } =
            "第 {line} 行“{column}”列：“{text}”不是数字，而这一列应该是数。改掉它；如果那里是缺失，{or}。", column = show(column), or = or_missing(text);
        Self::TwoReadings { column, text } =
            "“{column}”列：{text} 里的符号可以是小数点，也可以是千位分隔符。用 --decimal , 或 --decimal . 说清楚。", column = show(column);
        Self::PointsAmongCommas { column } =
            "“{column}”列的数里有点，别的列却用逗号作小数点：1.500 可能是 1500，也可能是一点五。请把这一列改成用逗号作小数点，不要用点。", column = show(column);
        Self::Infinite { line, column, text } =
            "第 {line} 行“{column}”列：“{text}”是无穷大，模型只能用有限的数。改掉它。", column = show(column);
    }
    FileFormat {
        Self::Workbook = " Excel 工作簿（.xlsx）或别的 zip 压缩包";
        Self::OldWorkbook = "旧式的 Excel 工作簿（.xls）";
        Self::Pdf = " PDF";
        Self::Parquet = " Parquet 文件";
        Self::Packed = "压缩文件，这里解不开（能解 .gz 和 .zip）";
        Self::Html = "网页（HTML 或 XML）";
        Self::Json = " JSON，但不是一行一个对象的列表，";
        Self::Unknown = "二进制文件";
    }
    Obstacle {
        Self::Once = "标准输入只能读一遍。先存成文件。";
        Self::Packed = "它是压缩包或工作簿。解开，或导出成 CSV。";
        Self::Encoding { encoding } = "它的编码是 {encoding}，单看一个字节认不出行尾。另存为 UTF-8。";
        Self::LineEnds = "它的行尾只有回车。换成换行符再存。";
        Self::Blanks = "它用空格分列。导出成 CSV。";
        Self::Above = "列名上面还有别的内容，或者列名带着标记。让文件从列名开始。";
        Self::Names = "第 1 行没有写全列名。把每一列的名字都写上；或者都不写，并加上 --header no。";
        Self::Units = "列名下面有一行单位。去掉它。";
        Self::Lists = "单元格里有列表或结构。导出成 CSV。";
        Self::Minus = "- 和 + 一样是取值，又可能是缺失。缺失的单元格留空。";
    }
    SchemaError {
        Self::UnknownColumn { asked, nearest, known } =
            "没有“{asked}”这一列。{nearest}有这些列：{known}。", nearest = did_you_mean(nearest), known = list(known);
        Self::Contradiction { column } =
            "“{column}”不能同时当两样东西（目标、特征、去掉的列、类别列、数值列……）。从其中一个选项里去掉它，或换一个 --target。", column = show(column);
        Self::NotANumber { line, column, text } =
            "第 {line} 行“{column}”列：“{text}”不是数字。改掉它，或加 --categorical {column}，当作类别。", column = show(column);
        Self::NearlyNumeric { column, count, line, text } =
            "“{column}”列里有数，也有 {count} 格不是数（第 {line} 行：“{text}”）。如果它表示缺失，加 --missing-values \"{listed}\"；要当作类别，加 --categorical {column}；不要这一列，加 --drop {column}；或者改好这几格。", column = show(column), listed = in_list(text);
        Self::MixedNumbers { column, texts } =
            "“{column}”列：每一格都是数，前后却带着别的东西（{texts}）。请写成单位一致的纯数字，比如 5.98；要当作类别，加 --categorical {column}；不要这一列，加 --drop {column}。", column = show(column), texts = texts.join("、");
        Self::TwoReadings { column, text } =
            "“{column}”列：{text} 的逗号可以是小数点，也可以是千位分隔符。用 --decimal , 或 --decimal . 说清楚，或加 --categorical {column}。", column = show(column);
        Self::NoFeatures = "一个特征也没剩：每一列不是目标、编号、答案，就是被去掉了。用 --features 指定要哪些列。";
        Self::NoTarget = "没有合适的目标列。用 --target 指定一列。";
        Self::Missing { columns } =
            "有缺失的格子：{cells}。补上它们，或用 --missing drop 去掉这些行，或用 --missing impute 填上。", cells = cells(columns);
        Self::TooManyWords { column } =
            "“{column}”列里不同的文字太多，这么多内存放不下。如果它只是用来区分各行，用 --drop {column} 去掉；或者把 --memory 调大。", column = show(column);
        Self::NoRowsLeft { n_rows } =
            "去掉有缺失的行以后，{n_rows} 行一行也没剩。试试 --missing impute，或用 --drop 去掉缺得多的列。";
        Self::OneClass { target, class } =
            "“{target}”列全是“{class}”：没有别的可比，学不出怎么分。换一个 --target。", target = show(target), class = show(class);
        Self::NumericTarget { target, n_distinct, is_least } =
            "“{target}”{least}有 {n_distinct} 个不同的数，是数量，不是类别。用 melon regress；真要当类别，加 --categorical {target}。", target = show(target), least = if *is_least { "至少" } else { "" };
        Self::ClassPerSample { target, n_samples } =
            "“{target}”里 {n_samples} 个样本的值各不相同，这不是类别。换一个 --target。", target = show(target);
        Self::WordsTarget { target, example, numeric } =
            "“{target}”里是文字（如“{example}”），不是数。用 melon classify。{numeric}", target = show(target), example = show(example), numeric = or_numeric(numeric);
    }
    WriteError {
        Self::BeyondSheet =
            "工作簿里的一张表最多 1,048,576 行、16,384 列，每格 32,767 个字符，这张表放不下。请写成 CSV：--format csv。";
        Self::ParquetLeftOut =
            "这个 melon 编译时没有带上写 Parquet 的部分。请写成 .csv.gz 或 .xlsx，或用 cargo build --release --features parquet 编译。";
    }
    EncodeError {
        Self::MissingColumn { column, nearest, known } =
            "数据里没有模型要的“{column}”这一列。{nearest}有这些列：{known}。", column = show(column), nearest = did_you_mean(nearest), known = list(known);
        Self::NoSuchFeature { column, nearest, known } =
            "没有叫“{column}”的特征。{nearest}特征有：{known}。", nearest = did_you_mean(nearest), known = list(known);
        Self::UnseenCategory { column, place, value, nearest, known } =
            "{place}“{column}”列：“{value}”在训练时没有见过。{nearest}可以是：{known}。", place = said(place), column = show(column), value = show(value), nearest = did_you_mean(nearest), known = list(known);
        Self::MissingCell { column, place } =
            "{place}“{column}”列是空的，模型不知道怎么办。补上它，或去掉这一行，或训练时就用 --missing impute。", place = said(place), column = show(column);
        Self::NotANumber { column, place, text } =
            "{place}“{column}”列：“{text}”不是数字。改掉它。", place = said(place), column = show(column);
        Self::NotFinite { column, place } = "{place}“{column}”列不是有限的数。改掉它。", place = said(place), column = show(column);
        Self::NoValues { column } = "“{column}”整列都是空的。用 --drop {column} 去掉它。", column = show(column);
        Self::TooManyLevels { column, n_levels, n_samples } =
            "“{column}”这一列有 {n_levels} 个不同的值：每个值各成一列，乘上 {n_samples} 行，内存放不下。去掉这一列（--drop {column}），或者先把它的值归成几类。", column = show(column), n_levels = grouped(*n_levels), n_samples = grouped(*n_samples);
        Self::Damaged { column, fault: _ } = "模型坏了（“{column}”列）。请重新训练并保存。", column = show(column);
    }
    Place {
        Self::Row(row) = "第 {row} 行", row = row + 1;
        Self::Line(line) = "第 {line} 行";
    }
    MelonError {
        Self::NoEqualsSign { part, melon: _ } =
            "“{part}”看不懂，应写成 名字=值，比如 --melon 色泽=青绿,根蒂=蜷缩。";
        Self::UnknownFeature { asked, nearest, known } =
            "没有叫“{asked}”的特征。{nearest}特征有：{known}。", nearest = did_you_mean(nearest), known = list(known);
        Self::NotAFeature { column, why } =
            "“{column}”在这里不是特征：{why}。--melon 里不写它，或用 --features 说用哪些特征。", column = show(column), why = said(why);
        Self::UnknownValue { feature, value, nearest, known } =
            "“{feature}”没有“{value}”这个值。{nearest}可以是：{known}。", feature = show(feature), nearest = did_you_mean(nearest), known = list(known);
        Self::NotANumber { feature, value } = "“{feature}”是数，“{value}”不是。", feature = show(feature);
        Self::Infinite { feature, value } = "“{feature}”的“{value}”是无穷大，模型只能用有限的数。", feature = show(feature);
        Self::Twice { feature } = "“{feature}”给了两次。去掉一个。", feature = show(feature);
        Self::LeftOut { features } =
            "这个瓜还缺：{features}。逻辑回归和线性回归每个特征都要知道，请在 --melon 里补上。", features = list(features);
    }
    WhyLeftOut {
        Self::Id = "它只是编号";
        Self::Outcome = "要知道了答案才知道它";
        Self::Dropped = "--drop 或 --features 去掉了它";
    }
    SplitError {
        Self::Folds { n_samples, n_folds } = "{n_samples} 个样本分不成 {n_folds} 份。--cv 可以是 2 到 {n_samples}，或 loo、none。";
        Self::Fraction { n_samples, fraction } = "{n_samples} 个样本留出 {fraction}，一边就空了。";
    }
    ConversationError {
        Self { name, line, fault } = "{name} 第 {line} 行：{fault}", fault = said(fault);
    }
    ConversationFault {
        Self::NotJson { reason } =
            "不是 JSON（{reason}）。每行要写成 {{\"messages\": [{{\"role\": \"user\", \"content\": \"…\"}}, {{\"role\": \"assistant\", \"content\": \"…\"}}]}}。";
        Self::NoObject =
            "不是一段对话。要写成 {{\"messages\": [{{\"role\": \"user\", \"content\": \"…\"}}, {{\"role\": \"assistant\", \"content\": \"…\"}}]}}。";
        Self::UnknownForm { fields } =
            "这几个字段里没有对话：{fields}。认识的写法有 messages（role、content）、conversations（from、value）、instruction 加 output、prompt 加 completion。";
        Self::NoRole { message } = "第 {message} 句没写是谁说的。写上 role：user 或 assistant。";
        Self::NoText { message } = "第 {message} 句不是文字。去掉图片、工具调用之类。";
        Self::UnknownRole { message, role } =
            "第 {message} 句的 role 是“{role}”，只能是 user、assistant、system（或 human、gpt）。";
        Self::OutOfTurn { message, expected } = "第 {message} 句该轮到 {expected}：user 先说，两边轮流。";
        Self::Empty { message } = "第 {message} 句是空的。写上内容，或去掉这一行。";
        Self::NoAnswer = "这段对话最后没有回答。让 assistant 说最后一句。";
        Self::Several { n } = "文件里有 {n} 段对话，只能接着聊一段。把它单独放在一个文件里。";
    }
    SentenceError {
        Self::NoEnd { sentence } = "这句话没有以句号结尾：{sentence}";
        Self::NotUnderstood { clause } = "这里没有说到任何一列：{clause}";
    }
}

/// `“含糖率”2 格（第 3、5 行）`, a column after the other.
fn cells(columns: &[MissingCells]) -> String {
    Lang::Zh.phrases(columns.iter().map(|MissingCells { column, count, lines }| match lines.is_empty() {
        true => format!("“{}”{count} 格", show(column)),
        false => format!("“{}”{count} 格（第 {} 行）", show(column), line_list(Lang::Zh, lines, *count)),
    }))
}

fn or_numeric(columns: &[String]) -> String {
    if columns.is_empty() { String::new() } else { format!("或换一个数值目标：{}。", list(columns)) }
}

/// What may have cut a number, where there are cells too many.
fn decimal_comma(are_too_many: bool) -> &'static str {
    if are_too_many {
        "如果各格用逗号分隔，带小数逗号的数（如 6,9）要加引号：\"6,9\"。"
    } else {
        ""
    }
}

/// What a cell may be that is no number: a missing one has a marker, unless a list of markers would be cut in it.
fn or_missing(text: &str) -> String {
    match text.contains(',') {
        true => "就把这一格清空".to_owned(),
        false => format!("加 --missing-values \"{text}\""),
    }
}

/// What to do about a line that cannot be decoded.
fn other_encodings(candidates: &[(String, String)]) -> String {
    match candidates.is_empty() {
        true => "改好这一行，或者把文件另存为 UTF-8，或者用 --encoding 说明编码，比如 windows-1256。".to_owned(),
        false => format!(
            "如果整个文件是别的编码，就用 --encoding 指定；这一行会是：{}。不然就改好这一行。",
            readings(candidates)
        ),
    }
}

/// What the first line would be in each encoding.
fn readings(candidates: &[(String, String)]) -> String {
    Lang::Zh.clauses(candidates.iter().map(|(name, text)| format!("{name} “{text}”")))
}
