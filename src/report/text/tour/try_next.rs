//! What to try after each screen: commands that work.

use crate::report::words::{Lang, examples, tour as words};
use crate::task::tour::Screen;

/// Commands and what each is for, in the reader's language.
pub(super) fn commands(screen: Screen, lang: Lang) -> Vec<(String, String)> {
    let melon = format!("--melon {}", examples::Melon.text(lang));
    let entry = |command: String, why: &str| (command, why.to_owned());
    let plain = |command: &str, why: &str| (command.to_owned(), why.to_owned());
    match screen {
        Screen::Letters => {
            vec![plain("melon chat", words::TryChat.text(lang)), plain("melon tour --list", words::TryList.text(lang))]
        }
        Screen::NextWord => vec![
            entry(
                format!("melon generate {} --model ngram --candidates 3 --max-tokens 5", examples::Buying.text(lang)),
                words::TryCandidates.text(lang),
            ),
            entry(
                format!("melon generate {} --temperature 0.8 --seed 7", examples::Word.text(lang)),
                words::TryDraw.text(lang),
            ),
        ],
        Screen::FourSteps => vec![entry(
            format!("melon generate {} --model ngram --trace", examples::HalfSentence.text(lang)),
            words::TryTrace.text(lang),
        )],
        Screen::Pretraining => vec![plain("melon pretrain --preset tiny --iters 200", words::TryPretrain.text(lang))],
        Screen::Parameters | Screen::Emergence => {
            vec![plain("melon scale --time-budget 3s", words::TryScale.text(lang))]
        }
        Screen::Finetuning => vec![
            entry(format!("melon chat --ask {}", examples::WhoAreYou.text(lang)), words::TryAskChat.text(lang)),
            plain("melon finetune --iters 2", words::TryFinetune.text(lang)),
        ],
        Screen::Features => vec![
            plain("melon data show ten-melons", words::TryShowTen.text(lang)),
            plain("melon data list", words::TryDataList.text(lang)),
        ],
        Screen::Training => vec![
            plain("melon classify ten-melons", words::TryClassifyTen.text(lang)),
            plain("melon curve --splits 20", words::TryCurve.text(lang)),
        ],
        Screen::Sum => vec![
            entry(format!("melon classify ten-melons {melon}"), words::TryAsk.text(lang)),
            plain("melon classify ten-melons --l2 0", words::TryNoPenalty.text(lang)),
        ],
        Screen::Classification => vec![
            plain("melon classify --plot", words::TryPlot.text(lang)),
            plain("melon classify --model naive-bayes", words::TryNaiveBayes.text(lang)),
        ],
        Screen::Regression => vec![plain("melon regress melon-field --rows 100", words::TryRegress.text(lang))],
        Screen::SideBySide => vec![
            plain("melon compare ten-melons", words::TryCompare.text(lang)),
            plain("melon chat", words::TryChat.text(lang)),
        ],
        Screen::Unsupervised => {
            vec![plain("melon cluster melons --k 2 --labels ripe", words::TryClusterMelons.text(lang))]
        }
        Screen::Clustering => vec![
            plain("melon cluster watermelon-4.0 --k-range 2..6", words::TryClusterRange.text(lang)),
            plain("melon cluster watermelon-4.0 --trace", words::TryClusterTrace.text(lang)),
        ],
    }
}
