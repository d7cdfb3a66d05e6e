//! What to try after each screen: commands that work.

use crate::report::page::{Command, PageContext, Suggestion};
use crate::report::words::{Lang, Say, examples, tour as words};

/// A command with what it is good for.
fn one(context: &PageContext, command: Command, why: impl Say) -> Suggestion {
    command.because(why, context.lang)
}

pub(super) fn letters(context: &PageContext) -> Vec<Suggestion> {
    let list = context.other("tour").with_flag("--list");
    vec![one(context, context.other("chat"), words::TryChat), one(context, list, words::TryList)]
}

pub(super) fn next_word(context: &PageContext) -> Vec<Suggestion> {
    let generate = |prompt: &str| context.other("generate").argument(prompt);
    let candidates = generate(examples::Buying.text(context.lang)).with("--model", "ngram");
    let candidates = candidates.with("--candidates", 3).with("--max-tokens", 5);
    let draw = generate(examples::Word.text(context.lang)).with("--temperature", 0.8).with("--seed", 7);
    vec![one(context, candidates, words::TryCandidates), one(context, draw, words::TryDraw)]
}

pub(super) fn four_steps(context: &PageContext) -> Vec<Suggestion> {
    let prompt = examples::HalfSentence.text(context.lang);
    let generate = context.other("generate").argument(prompt);
    let trace = match context.lang {
        Lang::Zh => generate.with("--model", "ngram").with_flag("--trace"),
        Lang::En => generate.with_flag("--trace").with("--max-tokens", 3),
    };
    vec![one(context, trace, words::TryTrace)]
}

pub(super) fn features(context: &PageContext) -> Vec<Suggestion> {
    vec![
        one(context, context.other("data show").on("ten-melons"), words::TryShowTen),
        one(context, context.other("data list"), words::TryDataList),
    ]
}

pub(super) fn training(context: &PageContext) -> Vec<Suggestion> {
    vec![
        one(context, context.other("classify").on("ten-melons"), words::TryClassifyTen),
        one(context, context.other("curve").with("--splits", 20), words::TryCurve),
    ]
}

pub(super) fn sum(context: &PageContext) -> Vec<Suggestion> {
    let ten = || context.other("classify").on("ten-melons");
    vec![
        one(context, ten().with("--melon", examples::Melon.text(context.lang)), words::TryAsk),
        one(context, ten().with("--l2", 0), words::TryNoPenalty),
    ]
}

pub(super) fn classification(context: &PageContext) -> Vec<Suggestion> {
    let classify = || context.other("classify");
    vec![
        one(context, classify().with_flag("--plot"), words::TryPlot),
        one(context, classify().with_flag("--l2-path"), words::TryPath),
    ]
}

pub(super) fn regression(context: &PageContext) -> Vec<Suggestion> {
    vec![one(context, context.other("regress").on("melon-field").with("--rows", 100), words::TryRegress)]
}

pub(super) fn unsupervised(context: &PageContext) -> Vec<Suggestion> {
    let cluster = context.other("cluster").on("melons").with("--k", 2).with("--labels", "ripe");
    vec![one(context, cluster, words::TryClusterMelons)]
}

pub(super) fn clustering(context: &PageContext) -> Vec<Suggestion> {
    let cluster = || context.other("cluster").on("watermelon-4.0");
    vec![
        one(context, cluster().with("--k-range", "2..6"), words::TryClusterRange),
        one(context, cluster().with_flag("--trace"), words::TryClusterTrace),
    ]
}

pub(super) fn pretraining(context: &PageContext) -> Vec<Suggestion> {
    let pretrain = context.other("pretrain").with("--preset", "tiny").with("--iters", 200);
    vec![one(context, pretrain, words::TryPretrain)]
}

pub(super) fn finetuning(context: &PageContext) -> Vec<Suggestion> {
    vec![one(context, context.other("chat").with("--ask", examples::WhoAreYou.text(context.lang)), words::TryAskChat)]
}

pub(super) fn large(context: &PageContext) -> Vec<Suggestion> {
    vec![one(context, context.other("scale").with("--time-budget", "3s"), words::TryScale)]
}

pub(super) fn side_by_side(context: &PageContext) -> Vec<Suggestion> {
    vec![
        one(context, context.other("compare").on("ten-melons"), words::TryCompare),
        one(context, context.other("chat"), words::TryChat),
    ]
}
