//! What to try after each screen: commands that work.

use crate::report::words::{Lang, tour as words};
use crate::task::tour::Screen;

/// Commands and what each is for, in the reader's language.
pub(super) fn commands(screen: Screen, lang: Lang) -> Vec<(String, String)> {
    let melon = lang.pick("--melon 色泽=青绿,根蒂=蜷缩,敲声=浊响", "--melon color=green,root=curled,sound=muffled");
    let entry = |command: String, why: &str| (command, why.to_owned());
    let plain = |command: &str, why: &str| (command.to_owned(), why.to_owned());
    match screen {
        Screen::Letters => {
            vec![plain("melon chat", words::try_chat(lang)), plain("melon tour --list", words::try_list(lang))]
        }
        Screen::NextWord => vec![
            entry(
                format!("melon generate {} --model ngram --candidates 3 --max-tokens 5", lang.pick("买瓜", "Buy")),
                words::try_candidates(lang),
            ),
            entry(
                format!("melon generate {} --temperature 0.8 --seed 7", lang.pick("西瓜", "Melons")),
                words::try_draw(lang),
            ),
        ],
        Screen::FourSteps => vec![entry(
            format!("melon generate {} --model ngram --trace", lang.pick("周一上班真的很", "Melons")),
            words::try_trace(lang),
        )],
        Screen::Pretraining => vec![plain("melon pretrain --preset tiny --iters 200", words::try_pretrain(lang))],
        Screen::Parameters | Screen::Emergence => {
            vec![plain("melon scale --time-budget 3s", words::try_scale(lang))]
        }
        Screen::Finetuning => vec![
            entry(format!("melon chat --ask {}", lang.pick("你是谁", "Who are you")), words::try_ask_chat(lang)),
            plain("melon finetune --iters 2", words::try_finetune(lang)),
        ],
        Screen::Features => vec![
            plain("melon data show ten-melons", words::try_show_ten(lang)),
            plain("melon data list", words::try_data_list(lang)),
        ],
        Screen::Training => vec![
            plain("melon classify ten-melons", words::try_classify_ten(lang)),
            plain("melon curve --splits 20", words::try_curve(lang)),
        ],
        Screen::Sum => vec![
            entry(format!("melon classify ten-melons {melon}"), words::try_ask(lang)),
            plain("melon classify ten-melons --l2 0", words::try_no_penalty(lang)),
        ],
        Screen::Classification => vec![
            plain("melon classify --plot", words::try_plot(lang)),
            plain("melon classify --model naive-bayes", words::try_naive_bayes(lang)),
        ],
        Screen::Regression => vec![plain("melon regress melon-field --rows 100", words::try_regress(lang))],
        Screen::SideBySide => vec![
            plain("melon compare ten-melons", words::try_compare(lang)),
            plain("melon chat", words::try_chat(lang)),
        ],
        Screen::Unsupervised => {
            vec![plain("melon cluster melons --k 2 --labels ripe", words::try_cluster_melons(lang))]
        }
        Screen::Clustering => vec![
            plain("melon cluster watermelon-4.0 --k-range 2..6", words::try_cluster_range(lang)),
            plain("melon cluster watermelon-4.0 --trace", words::try_cluster_trace(lang)),
        ],
    }
}
