//! What can go wrong when a command does its work.

use super::{flag, list, show};
use crate::report::words::Zh;
use crate::report::words::zh::grammar::said;
use crate::report::words::{Lang, error_texts};
use crate::store::scale::ScaleRunError;
use crate::task::dialogue::NoMarkers;
use crate::task::ladder::LadderError;
use crate::task::ngram::CountError;
use crate::task::scale::ScaleError;
use crate::task::score::NoText;
use crate::task::tour::TourError;
use crate::task::{SentenceModelError, TaskError, Wanted};

error_texts! { Zh;
    TaskError {
        Self::NoTarget = "没有要学的目标。用 --target 指定一列。";
        Self::MissingAnswer { column, row } =
            "第 {row} 行“{column}”是空的：没有答案就没法学。补上它，或用 --missing drop 去掉这一行。", column = show(column);
        Self::NotANumber { column, row, text } =
            "第 {row} 行“{column}”列：“{text}”不是数字。改掉它。", column = show(column);
        Self::InvalidOption { option, value, wanted } =
            "--{option} 不能是 {value}，要{wanted}。", option = flag(option), wanted = said(wanted);
        Self::UnreadOption { option, models, readers } =
            "--{option} 对 {models} 没有意义：只有 {readers} 用它。去掉它。", models = Lang::Zh.list(models), readers = Lang::Zh.list(readers);
        Self::NoSuchRow { row, n_samples } = "起点第 {row} 行不在表里：一共 {n_samples} 行（从 1 数起）。";
        Self::NotTheBooksMelons =
            "--validation table-4.2 说的是书上十七个瓜里的行，而这是另一张表。改为留出一部分：--validation 0.3。";
        Self::AnotherMelon { row, column, found, expected } =
            "--validation table-4.2 说的是书上十七个瓜里的行，可第 {row} 行不是书上的 {row} 号瓜：“{column}”是“{found}”，书上是“{expected}”。把行按书上的顺序排好，或者改为留出一部分：--validation 0.3。", column = show(column), found = show(found), expected = show(expected);
        Self::StartingPoint { given, terms } =
            "一个起点给了 {given} 个数，可是要按这个顺序每列一个数：{terms}。", terms = list(terms);
        Self::TrainingSize { size, most, n_test, n_samples } =
            "--sizes 里的 {size} 不行：{n_samples} 个样本里 {n_test} 个留着考试，训练最多用 {most} 个。";
        Self::TooLarge { term } = "“{term}”的数太大，加起来超出范围。换个单位，或加 --standardize。", term = show(term);
        Self::TooManyTerms { n_terms, most } =
            "会有 {n_terms} 项，而这么多内存只放得下 {most} 项两两的乘积。用 --drop 去掉类别很多的列，或者把 --memory 调大。";
        Self::TooManyCounts { n_counts, most } =
            "要记 {n_counts} 个计数，而这么多内存只放得下 {most} 个。用 --drop 去掉类别很多的列，或者把 --memory 调大。";
        Self::Read(error) = "{error}", error = said(error);
        Self::Fold { fold, source } = "交叉验证第 {fold} 份：{source}", source = said(&**source);
        Self::Untrained { model, source } =
            "{model} 没能在这张表的句子上训练好：{source}去掉太大或太杂的列（--drop）再试。", source = said(&**source);
        Self::Melon(error) = "{error}", error = said(error);
        Self::Split(error) = "{error}", error = said(error);
        Self::Encode(error) = "{error}", error = said(error);
        Self::Engine(error) = "{error}", error = said(error);
        Self::Model(error) = "{error}", error = said(error);
    }
    Wanted {
        Self::NotNegative = "是不小于 0 的数";
        Self::Share = "是 0 和 1 之间的数";
        Self::AtLeast(least) = "是至少为 {least} 的整数";
        Self::AtMost(most) = "是不超过 {most} 的整数";
        Self::Rising = "是两个至少为 1 的整数，小的在前";
        Self::NothingForManyClasses = "不写：类别多于两个时，谁的概率最大就是谁";
        Self::OneFile = "是能存进一个文件的分类器";
        Self::ModelsOnce = "至少有一个模型，各写一次";
        Self::Start = "是 k-means++、random、从 1 数起的行号（如 rows:6,12,24），或几个点（如 points:0.4,0.2/0.6,0.4/0.7,0.1）";
        Self::DifferentRows = "是互不相同的行";
        Self::Cv = "loo、从 2 起的份数、20x5（分成五份，重分二十次）、none 或 auto";
        Self::SomeFolds = "loo、从 2 起的份数、20x5 或 auto：l2 路径要靠留出的样本来评判";
        Self::Validation = "0 到 1 之间的比例（如 0.3），或者用在书中 17 个瓜上的 table-4.2";
        Self::HashedFolds = "是不小于 2 的折数、none 或 auto：分批读的行没法一行一行地留出";
        Self::NativeInPasses = "是 auto 或 native：linfa 要把所有行放进内存，而 --memory 是分批读的";
        Self::ClassifierInPasses = "是 logistic 或 naive-bayes：别的分类器要把所有行放进内存，而 --memory 是分批读的";
        Self::SyntheticTask = "是 copy、reverse、addition 或 all";
    }
    SentenceModelError {
        Self::NGram(error) = "{error}", error = said(error);
        Self::Source(error) = "{error}", error = said(error);
        Self::Config(error) = "{error}", error = said(error);
        Self::Train(error) = "{error}", error = said(error);
    }
    NoMarkers {
        Self { marker } = "这个模型的词表里没有 {marker}，分不清轮到谁说话，不能聊天。换一个用 melon pretrain 训练的模型，再微调它。";
    }
    NoText {
        Self = "没有文字可以打分。写一段文字，或用 --file 指一个文件。";
    }
    CountError {
        Self::Tokenizer(error) = "{error}", error = said(error);
        Self::NGram(error) = "{error}", error = said(error);
    }
    LadderError {
        Self::Count(error) = "{error}", error = said(error);
        Self::NothingHeldOut = "语料太短，留不出考卷：至少要让每篇的最后一成有一个字。换一份更长的文字。";
    }
    // Shapes and rates are the command's own: neither can fail on what a user asks.
    ScaleError {
        Self::Config(error) = "训练失败了：{error}换一个 --seed 再试。", error = said(error);
        Self::Train(error) = "训练失败了：{error}换一个 --seed 再试。", error = said(error);
    }
    ScaleRunError {
        Self::Cache(error) = "{error}", error = said(error);
        Self::Training(error) = "{error}", error = said(error);
    }
    TourError {
        Self::Task(error) = "{error}", error = said(error);
        Self::Training(error) = "{error}", error = said(error);
        Self::Tokenizer(error) = "{error}", error = said(error);
        Self::Count(error) = "{error}", error = said(error);
        Self::NGram(error) = "{error}", error = said(error);
        Self::NoMarkers(error) = "{error}", error = said(error);
        Self::Broken(error) = "{error}", error = said(error);
    }
}
