//! The page of `melon ladder`.

use crate::report::Lang;
use crate::report::bars::bar;
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::number::{fixed, grouped, percent};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{common, score as words};
use crate::task::ladder::{GptOrigin, Ladder, Rung};

/// One rung below the other, with bars of what was held out.
pub fn ladder(result: &Ladder, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::ladder_title(lang));
    let share = percent(1.0 - result.validation_share);
    page.say(words::ladder_split(lang, grouped(result.n_train_chars), grouped(result.n_val_chars), share));
    if result.n_train_scored < result.n_train_chars {
        page.say(words::ladder_sampled(lang, grouped(result.n_train_scored)));
    }
    page.blank();
    table(result, &mut page);
    page.blank();
    if let Some(best) = result.best() {
        page.say(ink(Ink::Strong, words::best(lang, name(lang, best), fixed(best.val_nats_per_char, 3))));
    }
    page.say(match &result.gpt {
        None => words::gpt_none(lang).to_owned(),
        Some(GptOrigin::Trained { steps, secs }) => words::gpt_trained(lang, grouped(*steps), fixed(*secs, 0)),
        Some(GptOrigin::SameSplit { name }) => words::gpt_same(lang, name),
        Some(GptOrigin::Other { name }) => words::gpt_other(lang, name),
    });
    page.remark(words::reading(lang));
    page.heading(common::try_next(lang));
    page.commands(&next(result, style));
    page.finish()
}

fn table(result: &Ladder, page: &mut Page) {
    let lang = page.style.lang;
    let names: Vec<String> = result.rows.iter().map(|rung| name(lang, rung)).collect();
    let widest = names.iter().map(|name| width(name)).chain([width(words::model(lang))]).max().unwrap_or(0);
    let head = [words::params(lang), words::train(lang), words::validation(lang)];
    let cells: Vec<[String; 3]> = result.rows.iter().map(figures).collect();
    let columns =
        [0, 1, 2].map(|at| cells.iter().map(|row| width(&row[at])).chain([width(head[at])]).max().unwrap_or(0));
    let room = page.inner_width().saturating_sub(widest + columns.iter().sum::<usize>() + 3 * 2 + 1);
    let largest = result.rows.iter().map(|rung| rung.val_nats_per_char).fold(0.0, f64::max);
    let set = |cells: [String; 3]| -> String {
        cells.iter().zip(columns).map(|(cell, columns)| format!("  {}", pad_left(cell, columns))).collect()
    };
    page.block([ink(Ink::Faint, pad(words::model(lang), widest) + &set(head.map(str::to_owned)))]);
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
        "uniform" => words::uniform(lang).to_owned(),
        "unigram" => words::unigram(lang).to_owned(),
        "bigram" => words::bigram(lang).to_owned(),
        model => match model.strip_suffix("-gram") {
            Some(order) => words::n_gram(lang, order, rung.context_len),
            None => words::gpt(lang, rung.context_len),
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
        commands.push((style.again_with(&longer), words::try_longer(lang).to_owned()));
    }
    commands.push((style.again_with("--order 6"), words::try_order(lang).to_owned()));
    let sentence = lang.pick("melon score 周一上班真的很丧", "melon score 'On Monday morning the alarm clock rings'");
    commands.push((sentence.to_owned(), words::try_score(lang).to_owned()));
    commands
}
