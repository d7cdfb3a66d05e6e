use super::*;
use crate::data::verbalise::Tongue;
use crate::lm::Tokenizer;
use crate::lm::gpt::{Gpt, GptConfig, GptModel};
use crate::rng::Seed;

/// Models that have learned nothing.
fn untrained() -> Embedded {
    let speaker = |seed| {
        let tokenizer = Tokenizer::characters(["怎么挑西瓜？月亮上能种瓜吗"], None).unwrap();
        let gpt = Gpt::new(GptConfig::new(tokenizer.vocab_size(), 32, 1, 1, 8)).unwrap();
        let model = GptModel::new(gpt.clone(), gpt.init(Seed(seed))).unwrap();
        Speaker { tokenizer, model }
    };
    Embedded { base: speaker(1), chat: speaker(2) }
}

fn room(tongue: Tongue) -> Classroom {
    Classroom::new(tongue, untrained)
}

#[test]
fn screens_have_numbers_and_names() {
    for (number, &screen) in (1..).zip(Screen::ALL) {
        assert_eq!(
            (screen.number(), Screen::numbered(number), Screen::named(screen.name())),
            (number, Some(screen), Some(screen))
        );
    }
    assert_eq!(Screen::numbered(0), None);
    assert_eq!(Screen::numbered(Screen::ALL.len() + 1), None);
    assert_eq!(Screen::named("melons"), None);
}

#[test]
fn the_lessons_melon_is_the_likeliest_and_its_shares_add_up() {
    let room = room(Tongue::Chinese);
    let training = training::run(&room).unwrap();
    let sum = sum::run(&room).unwrap();
    assert_eq!(training.likeliest[0].input, sum.input);
    assert_eq!(training.likeliest[0].probability, sum.probability);
    assert!((crate::math::sigmoid(sum.log_odds) - sum.probability).abs() < 1e-9);
    assert_eq!(sum.shares.len(), 1 + sum.data.n_features);
}

#[test]
fn ten_melons_are_not_all_told_apart_by_looks() {
    let notebook = features::run().unwrap();
    assert_eq!((notebook.rows.len(), notebook.contradictions.len()), (10, 1));
}

#[test]
fn a_text_is_written_until_its_stop() {
    for tongue in [Tongue::Chinese, Tongue::English] {
        let written = four_steps::run(&room(tongue)).unwrap();
        assert_eq!(written.stop_reason, crate::lm::generate::StopReason::StopString);
        assert_eq!(written.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), written.prompt);
        let chosen: String = written.rounds.iter().map(|round| round.chosen.as_str()).collect();
        assert_eq!(chosen, format!("{}{}", written.completion, written.stop));
        assert!(written.rounds[0].candidates.len() > 1, "there is something to choose from");
    }
}

#[test]
fn whole_words_are_never_right_more_often_than_letters() {
    let lab = emergence::run().unwrap();
    assert!(lab.models.windows(2).all(|pair| pair[0].n_params < pair[1].n_params));
    assert!(lab.models.iter().all(|marks| marks.words_right <= marks.letters_right));
    assert_eq!(lab, emergence::run().unwrap(), "one seed, one result");
}

#[test]
fn both_models_are_asked_the_same() {
    let asked = finetuning::run(&room(Tongue::Chinese)).unwrap();
    assert_eq!(asked.answers[0].question, letters::run(&room(Tongue::Chinese)).unwrap().question);
    assert!(!asked.answers[1].practised, "what is outside of the course");
}
