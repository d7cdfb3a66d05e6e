//! What is shown of more classes than a table has room for.

use super::classes::class_name;
use crate::eval::classification::ClassificationMetrics;
use crate::report::number::{grouped, percent, rounded};
use crate::report::page::{Cell, DisplayTable, Page};
use crate::report::words::classify as words;
use crate::report::{Say, models, names};
use crate::task::classify::Classification;

/// Classes that are shown one by one, at most.
pub(super) const MOST_CLASSES: usize = 12;
/// Mistakes that are listed, at most.
const MOST_MISTAKES: usize = 10;

/// What was learned from: each class with its samples, or how many classes there are.
pub(super) fn learned(result: &Classification, page: &mut Page) {
    let (lang, data) = (page.lang, &result.data);
    let (model, samples) = (models::name(lang, result.model), names::count(lang, data, data.n_samples));
    let sizes = result.train.confusion_matrix.iter().map(|row| row.iter().sum::<usize>());
    if data.classes.len() > MOST_CLASSES {
        let (least, most) = (sizes.clone().min().unwrap_or_default(), sizes.max().unwrap_or_default());
        let target = names::show(lang, data.target.as_deref().unwrap_or_default());
        let n = data.classes.len();
        return page.say(words::LearnedMany { model, samples, n, target, least: grouped(least), most: grouped(most) });
    }
    let of_class = |(n, class): (usize, &String)| {
        words::ClassCount { n: grouped(n), class: class_name(result, class, lang) }.say(lang)
    };
    let classes = lang.phrases(sizes.zip(&data.classes).map(of_class));
    page.say(words::Learned { model, samples, classes });
}

/// How many classes are not shown.
pub(super) fn and_more_classes(result: &Classification, page: &mut Page) {
    let n = result.data.classes.len().saturating_sub(MOST_CLASSES);
    if n > 0 {
        page.remark(words::AndMoreClasses { n });
    }
}

/// The mistakes that were made most often, and the averages over the classes.
pub(super) fn mistakes(result: &Classification, metrics: &ClassificationMetrics, repeats: usize, page: &mut Page) {
    let lang = page.lang;
    let rows = metrics.confusion_matrix.iter().enumerate();
    let all = rows.flat_map(|(truth, row)| row.iter().enumerate().map(move |(called, &n)| (truth, called, n)));
    let mut made: Vec<_> = all.filter(|&(truth, called, n)| truth != called && n > 0).collect();
    made.sort_by_key(|&(.., n)| std::cmp::Reverse(n));
    let head = DisplayTable::new().words(words::TrueClass.text(lang)).words(words::PredictedClass.text(lang));
    let mut table = head.numbers(words::Times.text(lang));
    let name = |class: usize| Cell::from(names::show(lang, &result.data.classes[class]));
    for &(truth, called, n) in made.iter().take(MOST_MISTAKES) {
        let times = if repeats == 1 { Cell::from(n) } else { Cell::from(rounded(n as f64 / repeats as f64, 2)) };
        table.row([name(truth), name(called), times]);
    }
    if !made.is_empty() {
        page.table(table);
    }
    let more = made.len().saturating_sub(MOST_MISTAKES);
    if more > 0 {
        page.remark(words::MoreMistakes { n: more });
    }
    let mean = &metrics.macro_average;
    let (precision, recall, f1) = (percent(mean.precision), percent(mean.recall), rounded(mean.f1, 2));
    page.say(words::MeanOfClasses { precision, recall, f1 });
}
