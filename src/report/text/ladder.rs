//! The page of `melon ladder`.

use crate::report::bars::bar;
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::number::{fixed, grouped, percent};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{common, examples, score as words};
use crate::report::{Lang, Say};
use crate::task::ladder::{GptOrigin, Ladder, Rung};

/// One rung below the other, with bars of what was held out.
pub fn ladder(result: &Ladder, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::LadderTitle.text(lang));
    let share = percent(1.0 - result.validation_share);
    page.say(
        words::LadderSplit { n_train: grouped(result.n_train_chars), n_validation: grouped(result.n_val_chars), share }
            .say(lang),
    );
    if result.n_train_scored < result.n_train_chars {
        page.say(words::LadderSampled { n: grouped(result.n_train_scored) }.say(lang));
    }
    page.blank();
    table(result, &mut page);
    page.blank();
    if let Some(best) = result.best() {
        page.say(ink(
            Ink::Strong,
            words::Best { model: name(lang, best), nats: fixed(best.val_nats_per_char, 3) }.say(lang),
        ));
    }
    page.say(match &result.gpt {
        None => words::GptNone.text(lang).to_owned(),
        Some(GptOrigin::Trained { steps, secs }) => {
            words::GptTrained { steps: grouped(*steps), secs: fixed(*secs, 0) }.say(lang)
        }
        Some(GptOrigin::SameSplit { name }) => words::GptSame { name }.say(lang),
        Some(GptOrigin::Other { name }) => words::GptOther { name }.say(lang),
    });
    page.remark(words::Reading.text(lang));
    page.heading(common::TryNext.text(lang));
    page.commands(&next(result, style));
    page.finish()
}

fn table(result: &Ladder, page: &mut Page) {
    let lang = page.style.lang;
    let names: Vec<String> = result.rows.iter().map(|rung| name(lang, rung)).collect();
    let widest = names.iter().map(|name| width(name)).chain([width(words::Model.text(lang))]).max().unwrap_or(0);
    let head = [words::Params.text(lang), words::Train.text(lang), words::Validation.text(lang)];
    let cells: Vec<[String; 3]> = result.rows.iter().map(figures).collect();
    let columns =
        [0, 1, 2].map(|at| cells.iter().map(|row| width(&row[at])).chain([width(head[at])]).max().unwrap_or(0));
    let room = page.inner_width().saturating_sub(widest + columns.iter().sum::<usize>() + 3 * 2 + 1);
    let largest = result.rows.iter().map(|rung| rung.val_nats_per_char).fold(0.0, f64::max);
    let set = |cells: [String; 3]| -> String {
        cells.iter().zip(columns).map(|(cell, columns)| format!("  {}", pad_left(cell, columns))).collect()
    };
    page.block([ink(Ink::Faint, pad(words::Model.text(lang), widest) + &set(head.map(str::to_owned)))]);
    for ((rung, name), cells) in result.rows.iter().zip(names).zip(cells) {
        let colour = if result.best() == Some(rung) { Ink::For } else { Ink::Faint };
        let bar = ink(colour, bar(rung.val_nats_per_char / largest, room.min(30)));
        page.block([format!("{}{} {bar}", pad(&name, widest), set(cells))]);
    }
}

fn figures(rung: &Rung) -> [String; 3] {
    [grouped(rung.n_params), fixed(rung.train_nats_per_char, 3), fixed(rung.val_nats_per_char, 3)]
}

fn name(lang: Lang, rung: &Rung) -> String {
    match rung.model.as_str() {
        "uniform" => words::Uniform.text(lang).to_owned(),
        "unigram" => words::Unigram.text(lang).to_owned(),
        "bigram" => words::Bigram.text(lang).to_owned(),
        model => match model.strip_suffix("-gram") {
            Some(order) => words::NGram { order, before: rung.context_len }.say(lang),
            None => words::Gpt { n: rung.context_len }.say(lang),
        },
    }
}

fn next(result: &Ladder, style: &Style) -> Vec<(String, String)> {
    let lang = style.lang;
    let mut commands = Vec::new();
    if let Some(GptOrigin::Trained { steps, .. }) = &result.gpt {
        // Steps that were asked for are not cut short by any time.
        let by_steps = style.has("--iters").then(|| format!("--iters {}", 4 * steps));
        let longer = by_steps.unwrap_or("--time-budget 120".to_owned());
        commands.push((style.again_with(&longer), words::TryLonger.text(lang).to_owned()));
    }
    commands.push((style.again_with("--order 6"), words::TryOrder.text(lang).to_owned()));
    let sentence = format!("melon score '{}'", examples::Sentence.text(lang));
    commands.push((sentence, words::TryScore.text(lang).to_owned()));
    commands
}
