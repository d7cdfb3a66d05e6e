//! What can go wrong when a model is fitted.

use super::show;
use crate::engine::{EngineError, NotOffered};
use crate::model::ModelError;
use crate::report::words::Zh;
use crate::report::words::error_texts;
use crate::report::words::zh::grammar::said;

error_texts! { Zh;
    EngineError {
        Self::GivenUp = "这里算得太久，不等了。在命令行里，要多久就可以算多久。";
        Self::NotFinite { row, column } =
            "第 {row} 行第 {column} 个特征不是有限的数。", row = row + 1, column = column + 1;
        Self::TargetNotFinite { row } = "第 {row} 行的目标不是有限的数。", row = row + 1;
        Self::Overflow { column } =
            "第 {column} 个特征的数太大，平方后超出范围。换个单位，或加 --standardize。", column = column + 1;
        Self::TargetOverflow = "要预测的数太大，平方后超出范围。换个单位。";
        Self::NoSamples = "没有样本，学不了。";
        Self::LengthMismatch { n_samples, n_targets } = "样本有 {n_samples} 个，目标却有 {n_targets} 个。";
        Self::LabelOutOfRange { row, label, n_classes } =
            "第 {row} 行的类别编号是 {label}，可一共只有 {n_classes} 类。", row = row + 1;
        Self::OneClass = "所有样本都是同一类：没有别的可比，学不出怎么分。";
        Self::EmptyClass { class } = "第 {class} 类一个样本也没有。", class = class + 1;
        Self::InvalidPenalty { l2 } = "--l2 要不小于 0 的数，不能是 {l2}。";
        Self::NoClusters = "--k 至少是 1。";
        Self::NoIterations = "--n-init 和 --max-iter 至少是 1。";
        Self::TooManyClusters { k, distinct } = "要分 {k} 簇，可互不相同的样本只有 {distinct} 个。把 --k 调小。";
        Self::StartCount { k, given } = "要分 {k} 簇，却给了 {given} 个起点。在 --init rows: 或 points: 后面写正好 {k} 个，或者改 --k。";
        Self::StartOutOfRange { row, n_samples } =
            "起点第 {row} 行不在表里：一共 {n_samples} 行（从 1 数起）。", row = row + 1;
        Self::StartDuplicate { first, second } =
            "起点第 {first} 行和第 {second} 行是同一个点。换一行。", first = first + 1, second = second + 1;
        Self::Unsupported { engine, feature } = "引擎 {engine} 不能{feature}。用 --engine native。", feature = said(feature);
        Self::Backend { engine, reason } = "引擎 {engine} 失败了：{reason}。试试 --engine native。";
    }
    NotOffered {
        Self::Trace = "打印 k 均值的每一步";
        Self::ChosenRows = "让 k 均值从指定的行开始";
        Self::DependentColumns = "在没有惩罚时拟合互相决定的列";
    }
    ModelError {
        Self::Encode(error) = "{error}", error = said(error);
        Self::InvalidAlpha { alpha } = "平滑权重要不小于 0 的数，不能是 {alpha}。";
        Self::NoSamples = "没有样本，学不了。";
        Self::OneClass { class } =
            "所有样本都是同一类（{class}）：没有别的可比，学不出怎么分。", class = show(class);
        Self::NoClassPossible { row } =
            "第 {row} 行：每一类都有它从没出现过的值，没有平滑就哪类都不可能。", row = row + 1;
        Self::TooSpread { column } = "“{column}”的数相差太大，算不出标准差。换个单位。", column = show(column);
        Self::OutOfRange { option, value, n_samples } =
            "--{option} 在这里不能是 {value}：要从 {n_samples} 个样本里学，只能是 1 到 {n_samples} 的整数。";
        Self::Damaged { fault: _ } = "模型坏了：里面的数对不上。请重新训练并保存。";
    }
}
