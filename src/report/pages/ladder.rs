//! The page of `melon ladder`.

use crate::lm::ModelKind;
use crate::report::number::{fixed, grouped, percent};
use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Page, PageContext, Plot, Suggestion, Text};
use crate::report::words::{common, examples, score as words};
use crate::report::{Lang, Say};
use crate::task::ladder::{GptOrigin, Lacks, Ladder, Rung, RungModel};

/// One rung below the other, with bars of what was held out.
pub fn ladder(result: &Ladder, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::LadderTitle);
    let [n_train, n_validation] = [result.n_train_chars, result.n_val_chars].map(grouped);
    page.say(words::LadderSplit { n_train, n_validation, share: percent(1.0 - result.validation_share) });
    if result.n_train_scored < result.n_train_chars {
        page.say(words::LadderSampled { n: grouped(result.n_train_scored) });
    }
    page.table(rungs(result, lang));
    if let Some(best) = result.best() {
        let best = words::Best { model: name(lang, best), nats: fixed(best.val_nats_per_char, 3) };
        page.say(Text::emphasised(Emphasis::Strong, best.say(lang)));
    }
    for rung in result.rows.iter().filter(|rung| !rung.is_comparable) {
        page.say(words::NotComparable { model: name(lang, rung) });
    }
    match &result.gpt {
        None => page.say(words::GptNone),
        Some(GptOrigin::Trained { steps, secs, .. }) => {
            page.say(words::GptTrained { steps: grouped(*steps), secs: fixed(*secs, 0) });
        }
        Some(GptOrigin::SameSplit { name, n_stories: 0 }) => page.say(words::GptSame { name }),
        Some(GptOrigin::SameSplit { name, n_stories }) => {
            page.say(words::GptSame { name });
            page.say(words::GptStories { n: grouped(*n_stories) });
        }
        Some(GptOrigin::Other { name }) => page.say(words::GptOther { name }),
    }
    why_it_lost(result, &mut page);
    page.remark(words::Reading);
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

/// Where the GPT is worse than a counted model: why, and what would change it.
fn why_it_lost(result: &Ladder, page: &mut Page) {
    let Some((lacks, best)) = result.lost() else { return };
    let lang = page.lang;
    let model = name(lang, best);
    page.say(match &result.gpt {
        Some(GptOrigin::Trained { readings, .. }) => words::GptLost { model, readings: fixed(*readings, 1) }.say(lang),
        _ => words::GptLostBefore { model }.say(lang),
    });
    match lacks {
        Lacks::Time => page.say(words::LacksTime),
        Lacks::Samples => page.say(words::LacksSamples),
    }
}

/// What each rung costs on held-out text, as bars.
pub fn plots(result: &Ladder, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    let costs = || result.rows.iter().map(|rung| rung.val_nats_per_char);
    let x = Axis::new(words::LadderX.text(lang), Axis::from_zero(costs()));
    let mut plot = Plot::new(x, Axis::named("", result.rows.iter().map(|rung| name(lang, rung))));
    let bars = costs().zip(&plot.y.ticks).map(|(cost, tick)| [cost, tick.0]).collect();
    plot.add(None, Emphasis::For, Marks::Bars(bars));
    page.heading(words::LadderPlot);
    page.plot(plot);
    page
}

fn rungs(result: &Ladder, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words(words::Model.text(lang)).numbers(words::Params.text(lang));
    let mut table = head.numbers(words::Train.text(lang)).numbers(words::Validation.text(lang)).drawing("");
    let largest = result.rows.iter().map(|rung| rung.val_nats_per_char).fold(f64::MIN_POSITIVE, f64::max);
    for rung in &result.rows {
        let colour = if result.best() == Some(rung) { Emphasis::For } else { Emphasis::Faint };
        table.row([
            name(lang, rung).into(),
            rung.n_params.into(),
            Cell::number(rung.train_nats_per_char, 3),
            Cell::number(rung.val_nats_per_char, 3),
            Cell::bar(rung.val_nats_per_char / largest, colour),
        ]);
    }
    table
}

fn name(lang: Lang, rung: &Rung) -> String {
    match &rung.model {
        RungModel::Uniform => words::Uniform.text(lang).to_owned(),
        RungModel::NGram(1) => words::Unigram.text(lang).to_owned(),
        RungModel::NGram(2) => words::Bigram.text(lang).to_owned(),
        RungModel::NGram(_) | RungModel::Named(ModelKind::NGram, _) => {
            words::NGram { order: rung.context_len + 1, before: rung.context_len }.say(lang)
        }
        RungModel::Named(..) => words::Gpt { n: rung.context_len }.say(lang),
    }
}

fn suggestions(result: &Ladder, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let mut next = Vec::new();
    if let Some(GptOrigin::Trained { steps, .. }) = &result.gpt {
        // Steps that were asked for are not cut short by any time.
        let longer = match context.has("--iters") {
            true => context.again().with("--iters", 4 * steps),
            false => context.again().with("--time-budget", 120),
        };
        next.push(longer.because(words::TryLonger, lang));
    }
    next.push(context.again().with("--order", 6).because(words::TryOrder, lang));
    let sentence = examples::Sentence.text(lang);
    next.push(context.other("score").argument(sentence).because(words::TryScore, lang));
    next
}
