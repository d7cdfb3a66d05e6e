//! The page of `melon classify`, from top to bottom.

use super::{answer, coefficients, likelihoods, quality, values};
use crate::model::naive_bayes::{Feature, Likelihood};
use crate::report::Say;
use crate::report::layout::{Page, pad, width};
use crate::report::number::{grouped, list, probability, short};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{Lang, classify as words, common};
use crate::report::{bars, names};
use crate::task::classify::{Classification, Combination};

/// Columns that say whether a melon is ripe.
const RIPE: [&str; 3] = ["好瓜", "熟", "ripe"];

/// What was learned, how good it is and why; or, for the melons asked about, the answers.
pub fn classify(result: &Classification, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    if result.predictions.is_empty() {
        match &result.naive_bayes {
            Some(model) => likelihoods::section(model, &mut page),
            None => coefficients::section(result, &mut page),
        }
        quality::section(result, &mut page);
        quality::confusion(result, &mut page);
        likeliest(result, &mut page);
    } else {
        if result.fit.is_separated() {
            page.say(ink(Ink::Against, words::SeparatedAnswer.text(page.style.lang)));
        }
        result.predictions.iter().for_each(|prediction| answer::class(result, prediction, &mut page));
        quality::trust(result, &mut page);
    }
    try_next(result, &mut page);
    page.finish()
}

/// `好瓜=是`: the class that the probability is of.
pub(super) fn positive(result: &Classification, lang: Lang) -> String {
    let target = result.data.target.as_deref().unwrap_or_default();
    let class = result.data.positive_class.as_deref().unwrap_or_default();
    names::show(lang, &format!("{target}={class}"))
}

fn opening(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let data = &result.data;
    let target = data.target.as_deref().unwrap_or_default();
    page.title(&if RIPE.contains(&target) {
        words::TitleRipe.text(lang).to_owned()
    } else {
        words::Title { target: names::show(lang, target) }.say(lang)
    });
    let model = if result.model == "naive-bayes" { words::NaiveBayes.text(lang) } else { words::Logistic.text(lang) };
    let of_class = |(row, class): (&Vec<usize>, &String)| {
        let n = row.iter().sum::<usize>();
        words::ClassCount { n: grouped(n), class: names::show(lang, &format!("{target}={class}")) }.say(lang)
    };
    let classes: Vec<String> = result.train.confusion_matrix.iter().zip(&data.classes).map(of_class).collect();
    page.say(
        words::Learned { model, samples: names::count(lang, data, data.n_samples), classes: list(lang, &classes) }
            .say(lang),
    );
    let features: Vec<String> = data.features.iter().map(|name| names::show(lang, name)).collect();
    let penalty = match result.options.l2 {
        _ if result.naive_bayes.is_some() => String::new(),
        0.0 => words::NoPenalty.text(lang).to_owned(),
        l2 => words::Penalty { l2: short(l2, 6) }.say(lang),
    };
    let gap = lang.pick("", " ");
    page.say(format!("{}{gap}{penalty}", words::LooksAt { features: list(lang, &features) }.say(lang)).trim_end());
    if result.options.standardize {
        page.say(common::Standardized.text(lang));
    }
}

fn likeliest(result: &Classification, page: &mut Page) {
    if result.likeliest.is_empty() || result.fit.is_separated() {
        return;
    }
    let lang = page.style.lang;
    page.heading(&words::Likeliest { n: result.n_combinations, class: positive(result, page.style.lang) }.say(lang));
    let shown: Vec<(String, &Combination)> =
        result.likeliest.iter().take(3).map(|c| (values(&result.data, &c.input, page.style.lang), c)).collect();
    let widest = shown.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    let columns = page.inner_width().saturating_sub(widest + 28).clamp(4, 16);
    for (text, combination) in shown {
        let seen = if combination.seen == 0 {
            words::NeverSeen.text(lang).to_owned()
        } else {
            words::Seen { n: combination.seen }.say(lang)
        };
        let bar = pad(&ink(Ink::For, bars::bar(combination.probability, columns)), columns);
        let share = probability(combination.probability);
        page.block([format!("{}  {share}  {bar}  {}", pad(&text, widest), ink(Ink::Faint, seen))]);
    }
}

fn try_next(result: &Classification, page: &mut Page) {
    let style = page.style;
    let steps = [best_melon(result, style), known_in_part(result, style), other_model(result, style)];
    let more = [test_or_plot(result, style), more_melons(result, style)];
    let commands: Vec<(String, String)> =
        steps.into_iter().chain(more).flatten().map(|(command, why)| (command, why.to_owned())).collect();
    if !commands.is_empty() {
        page.heading(common::TryNext.text(style.lang));
        page.commands(&commands);
    }
}

/// A command and what it is for.
type Step = Option<(String, &'static str)>;

/// To ask about the likeliest melon.
fn best_melon(result: &Classification, style: &Style) -> Step {
    let best = result.likeliest.first().filter(|_| result.predictions.is_empty())?;
    let cell = |name: &String| Some(names::show(style.lang, &format!("{name}={}", best.input.get(name)?)));
    let cells: Vec<String> = result.data.features.iter().filter_map(cell).collect();
    let melons = names::is_melons(&result.data);
    let why = if melons { words::TryMelon.text(style.lang) } else { words::TrySample.text(style.lang) };
    cells.iter().all(|cell| is_simple(cell)).then(|| (style.again_with(&format!("--melon {}", cells.join(","))), why))
}

/// To ask about a melon of which one feature is known, which naive Bayes can answer.
fn known_in_part(result: &Classification, style: &Style) -> Step {
    let model =
        result.naive_bayes.as_ref().filter(|model| result.predictions.is_empty() && model.features.len() > 1)?;
    let first_value = |feature: &Feature| match &feature.likelihood {
        Likelihood::Categorical(table) => Some(format!("{}={}", feature.name, table.levels.first()?)),
        Likelihood::Gaussian { .. } => None,
    };
    let cell = names::show(style.lang, &model.features.iter().find_map(first_value)?);
    is_simple(&cell).then(|| (style.again_with(&format!("--melon {cell}")), words::TryPartly.text(style.lang)))
}

/// With a penalty or without; or the discriminative twin of naive Bayes.
fn other_model(result: &Classification, style: &Style) -> Step {
    Some(match result.options.l2 {
        _ if result.naive_bayes.is_some() => {
            (style.again_with("--model logistic"), words::TryLogistic.text(style.lang))
        }
        0.0 => (style.again_with("--l2 1"), words::TryPenalty.text(style.lang)),
        _ => (style.again_with("--l2 0"), words::TryNoPenalty.text(style.lang)),
    })
}

fn test_or_plot(result: &Classification, style: &Style) -> Step {
    if result.cross_validation.is_none() {
        return Some((style.again_with("--cv 5"), words::TryCv.text(style.lang)));
    }
    let can_plot = !result.samples.is_empty() && !result.fit.is_separated() && !style.has("--plot");
    can_plot.then(|| (style.again_with("--plot"), words::TryPlot.text(style.lang)))
}

fn more_melons(result: &Classification, style: &Style) -> Step {
    let command = || "melon classify melon-field --rows 1000".to_owned();
    (result.data.name == "melons").then(|| (command(), words::TryMoreData.text(style.lang)))
}

/// Whether a shell and `--melon` take the text as it is.
pub(super) fn is_simple(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_=.-".contains(c)) && text.matches('=').count() == 1
}

/// The sigmoid with every sample at its log-odds: those of the positive class hang from
/// above, the others stand below.
pub fn sigmoid(result: &Classification, style: &Style) -> String {
    let mut page = Page::new(style);
    if result.samples.is_empty() || result.fit.is_separated() {
        return String::new();
    }
    page.heading(&words::SigmoidTitle { class: positive(result, style.lang) }.say(style.lang));
    sigmoid_plot(result, 13, &mut page);
    page.finish()
}

/// The plot alone, `rows` high, and its legend.
pub(super) fn sigmoid_plot(result: &Classification, rows: usize, page: &mut Page) {
    let lang = page.style.lang;
    let class = positive(result, page.style.lang);
    let reach = result.samples.iter().map(|s| s.log_odds.abs()).fold(1.0, f64::max).min(20.0) * 1.1;
    let mut plot = Plot::new([-reach, reach], [0.0, 1.0], (page.inner_width() - 8).min(61), rows);
    plot.vertical((result.options.threshold / (1.0 - result.options.threshold)).ln());
    plot.curve(crate::math::sigmoid, Ink::Strong);
    let mut stacks = std::collections::HashMap::new();
    for sample in &result.samples {
        let (glyph, colour) = if sample.positive { ('+', Ink::For) } else { ('-', Ink::Against) };
        let place = (sample.log_odds / reach * 30.0) as i64;
        let stack = stacks.entry((place, sample.positive)).or_insert(0);
        plot.stacked(sample.log_odds, *stack, sample.positive, glyph, colour);
        *stack += 1;
    }
    page.block(plot.lines(words::SigmoidX.text(lang), &words::SigmoidY { class: &class }.say(lang)));
    let target = result.data.target.as_deref().unwrap_or_default();
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let others: Vec<String> = others.map(|class| names::show(lang, &format!("{target}={class}"))).collect();
    let threshold = words::Threshold { threshold: short(result.options.threshold, 4) }.say(lang);
    page.remark(format!(
        "{}    ┊ {threshold}",
        words::SigmoidLegend { positive: &class, others: others.join(" ") }.say(lang)
    ));
}
