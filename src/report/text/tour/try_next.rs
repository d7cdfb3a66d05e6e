//! What to try after each screen: commands that work.

use crate::report::words::{Lang, tour as words};
use crate::task::tour::Screen;

/// Commands and what each is for, in the reader's language.
pub(super) fn commands(screen: Screen, lang: Lang) -> Vec<(String, String)> {
    let melon = lang.pick("--melon 色泽=青绿,根蒂=蜷缩,敲声=浊响", "--melon color=green,root=curled,sound=muffled");
    let entry = |command: String, why: &str| (command, why.to_owned());
    let plain = |command: &str, why: &str| (command.to_owned(), why.to_owned());
    match screen {
        Screen::NextWord | Screen::FourSteps | Screen::Pretraining | Screen::Parameters | Screen::Emergence => {
            vec![plain("melon data list", words::try_data_list(lang))]
        }
        Screen::Features => vec![
            plain("melon data show ten-melons", words::try_show_ten(lang)),
            plain("melon data list", words::try_data_list(lang)),
        ],
        Screen::Training => vec![
            plain("melon classify ten-melons", words::try_classify_ten(lang)),
            plain("melon classify melon-field", words::try_field(lang)),
        ],
        Screen::Sum => vec![
            entry(format!("melon classify ten-melons {melon}"), words::try_ask(lang)),
            plain("melon classify ten-melons --l2 0", words::try_no_penalty(lang)),
        ],
        Screen::Classification => vec![
            plain("melon classify --plot", words::try_plot(lang)),
            plain("melon classify --model naive-bayes", words::try_naive_bayes(lang)),
        ],
        Screen::Regression => vec![
            plain("melon regress melon-field --rows 100", words::try_regress(lang)),
            plain("melon regress watermelon-3.0 --features texture", words::try_regress_texture(lang)),
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
