//! The page of `melon` alone: where to begin.

use crate::report::page::{Page, PageContext, Suggestion};
use crate::report::words::{Lang, examples, usage as words};

/// Commands to begin with, by what they are about.
pub fn overview(context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::OverviewTitle);
    page.say(words::OverviewWhat);
    let start = vec![
        context.other("serve").because(words::OverviewServe, lang),
        context.other("tour").because(words::OverviewTour, lang),
    ];
    page.suggest(words::OverviewStart, start);
    page.suggest(words::OverviewDiscriminative, discriminative(context));
    page.suggest(words::OverviewGenerative, generative(context));
    page.suggest(words::OverviewContrast, contrast(context));
    let more = vec![
        context.other("data list").because(words::OverviewData, lang),
        context.other("--help").because(words::OverviewHelp, lang),
    ];
    page.suggest(words::OverviewMore, more);
    page
}

fn discriminative(context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    vec![
        context.other("classify").because(words::OverviewClassify, lang),
        context.other("regress").because(words::OverviewRegress, lang),
        context.other("cluster").on("watermelon-4.0").because(words::OverviewCluster, lang),
    ]
}

fn generative(context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let generate = context.other("generate").argument(examples::HalfSentence.text(lang));
    // Counted characters show the example's two candidates in Chinese; English letters would not.
    let generate = match lang {
        Lang::Zh => generate.with("--model", "ngram").with_flag("--trace"),
        Lang::En => generate,
    };
    vec![
        generate.because(words::OverviewGenerate, lang),
        context.other("pretrain").with("--preset", "tiny").because(words::OverviewPretrain, lang),
        context.other("chat").with("--ask", examples::HowToChoose.text(lang)).because(words::OverviewChat, lang),
    ]
}

fn contrast(context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    vec![
        context.other("compare").on("ten-melons").because(words::OverviewCompare, lang),
        context.other("curve").because(words::OverviewCurve, lang),
        context.other("scale").because(words::OverviewScale, lang),
    ]
}
