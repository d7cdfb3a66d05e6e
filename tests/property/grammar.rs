//! What the rules say: facts never contradict each other, they are those that the program
//! computes, and what is held out is never met in training.

use std::collections::BTreeSet;

use melon::data::grammar::chats::{self, Book, is_held_out, normalised};
use melon::data::grammar::{Grammar, stories};
use melon::data::verbalise::Tongue;
use melon::data::{Builtin, Conversation, Goal, Role, Selection, select};
use melon::rng::Seed;
use melon::task::classify::{ClassifyOptions, classify};

const TONGUES: [Tongue; 2] = [Tongue::Chinese, Tongue::English];

/// The facts in the column of a row.
fn fact<'a>(row: &[(&'a str, &'a str)], column: &str) -> &'a str {
    row.iter().find(|(name, _)| *name == column).map_or("", |(_, fact)| fact)
}

/// What is seen and heard of each of the 27 kinds of melon.
fn signs<'a>(row: &[(&'a str, &'a str)]) -> [&'a str; 3] {
    ["colour", "stem", "sound"].map(|column| fact(row, column))
}

/// In the data's words.
fn in_chinese(sign: &str) -> &str {
    let known = [
        ("green", "青绿"),
        ("dark", "乌黑"),
        ("pale", "浅白"),
        ("curled", "蜷缩"),
        ("slightly curled", "稍蜷"),
        ("stiff", "硬挺"),
        ("muffled", "浊响"),
        ("dull", "沉闷"),
        ("crisp", "清脆"),
    ];
    known.into_iter().find(|(english, _)| *english == sign).map_or(sign, |(_, chinese)| chinese)
}

/// The probability of ripe that `melon classify melons` gives to each row of a table of facts.
fn probabilities(rows: &[Vec<(&str, &str)>]) -> Vec<f64> {
    let data = select(Builtin::Melons.table(None, Seed::default()), &Selection::default(), Goal::Classify).unwrap();
    let melon = |row: &Vec<(&str, &str)>| {
        let names = ["色泽", "根蒂", "敲声"];
        names.iter().zip(signs(row)).map(|(name, sign)| (name.to_string(), in_chinese(sign).to_owned())).collect()
    };
    let melons: Vec<Vec<(String, String)>> = rows.iter().map(melon).collect();
    let fitted = classify(&data, &ClassifyOptions::default(), &melons).unwrap();
    fitted.predictions.iter().map(|prediction| prediction.probabilities["是"]).collect()
}

fn all_kinds(grammar: &Grammar) -> Vec<Vec<(&str, &str)>> {
    let rows = grammar.rows("melon");
    let distinct: BTreeSet<[&str; 3]> = rows.iter().map(|row| signs(row)).collect();
    assert_eq!((rows.len(), distinct.len()), (27, 27));
    rows
}

#[test]
fn what_is_said_of_a_melon_is_what_the_program_computes() {
    for tongue in TONGUES {
        let told = all_kinds(stories::builtin(tongue));
        for (row, p) in told.iter().zip(probabilities(&told)) {
            let is_ripe = ["yes", "熟"].contains(&fact(row, "ripe"));
            assert_eq!(is_ripe, p >= 0.5, "{row:?} {p}");
        }
        let answered = all_kinds(Book::builtin(tongue).grammar());
        for (row, p) in answered.iter().zip(probabilities(&answered)) {
            assert_eq!(fact(row, "percent"), format!("{:.0}", 100.0 * p), "{row:?}");
            let verdict = match (100.0 * p).round() {
                60.0.. => "likely",
                51.0.. => "rather",
                50.0.. => "even",
                43.0.. => "hardly",
                _ => "unlikely",
            };
            assert_eq!(fact(row, "verdict"), verdict, "{row:?} {p}");
        }
    }
}

/// Which of `words` are said.
fn said<'w>(text: &str, words: &[&'w str]) -> Vec<&'w str> {
    words.iter().copied().filter(|word| text.contains(word)).collect()
}

#[test]
fn a_melon_in_a_story_is_as_ripe_as_it_looks() {
    let words = [
        (
            Tongue::English,
            ["green", "dark", "pale"],
            ["muffled", "dull", "crisp"],
            ["sweet as honey", "the flesh was red"],
            ["not ripe", "white and hard"],
        ),
        (
            Tongue::Chinese,
            ["青绿", "乌黑", "浅白"],
            ["浊响", "沉闷", "清脆"],
            ["又红又甜", "瓜是熟的"],
            ["没熟", "瓜没有熟"],
        ),
    ];
    for (tongue, colours, sounds, ripe, unripe) in words {
        let rows = stories::builtin(tongue).rows("melon");
        let mut n_checked = 0;
        for number in 0..8000 {
            let story = stories::story(tongue, Seed(3), number);
            let stems = match said(&story, &["slightly curled", "stiff", "蜷缩", "稍蜷", "硬挺"])[..] {
                [stem] => vec![stem],
                [] => said(&story, &["curled"]),
                _ => continue,
            };
            let ([colour], [stem], [sound]) = (&said(&story, &colours)[..], &stems[..], &said(&story, &sounds)[..])
            else {
                continue;
            };
            let looks = rows.iter().find(|row| signs(row) == [*colour, *stem, *sound]).unwrap();
            let is_ripe = ["yes", "熟"].contains(&fact(looks, "ripe"));
            match (said(&story, &ripe).is_empty(), said(&story, &unripe).is_empty()) {
                (false, true) => assert!(is_ripe, "{story}"),
                (true, false) => assert!(!is_ripe, "{story}"),
                _ => continue,
            }
            n_checked += 1;
        }
        assert!(n_checked > 200, "{n_checked} stories of one melon");
    }
}

fn questions(conversations: &[Conversation]) -> BTreeSet<String> {
    let turns = conversations.iter().flat_map(|conversation| &conversation.turns);
    turns.filter(|turn| turn.role == Role::User).map(|turn| normalised(&turn.content)).collect()
}

#[test]
fn what_is_held_out_is_never_practised() {
    for tongue in TONGUES {
        let practised: Vec<Conversation> = (0..2000).map(|number| chats::made(tongue, number)).collect();
        let practised = questions(&practised);
        assert!(practised.len() > 7000 && practised.iter().all(|question| !is_held_out(question)));
        let examined = Book::builtin(tongue).examination(Seed(7), 300);
        assert_eq!(examined.len(), 300);
        assert!(examined.iter().any(|question| question.is_whole_way));
        for question in examined {
            assert!(!practised.contains(&normalised(&question.wording)), "{}", question.wording);
            assert!(!question.answers.is_empty() && question.answers.len() < 60, "{}", question.intent);
        }
    }
}

#[test]
fn there_are_many_intents_and_every_conversation_is_sound() {
    for tongue in TONGUES {
        let book = Book::builtin(tongue);
        assert!(book.intents().count() >= 120 && book.unexplained().is_empty(), "{:?}", book.unexplained());
        for number in 0..500 {
            let conversation = book.conversation(Seed(5), number);
            assert!(!conversation.turns.is_empty() && conversation.turns.len().is_multiple_of(2));
            for turn in &conversation.turns {
                let odd = turn.content.contains(['{', '}']) || turn.content.contains("  ");
                assert!(!odd && !turn.content.trim().is_empty(), "{}", turn.content);
            }
        }
    }
}

#[test]
fn what_cannot_be_known_is_admitted() {
    let admits = [(Tongue::English, "not know"), (Tongue::Chinese, "不知道")];
    for (tongue, words) in admits {
        let questions = Book::builtin(tongue).examination(Seed(9), 1500);
        let outside = ["weather/what", "sums/what", "geography/what", "people/what", "prices/what", "love/what"];
        for topic in outside {
            let asked: Vec<_> = questions.iter().filter(|question| question.intent == topic).collect();
            assert!(
                asked.iter().flat_map(|question| &question.answers).all(|answer| answer.contains(words)),
                "{topic}"
            );
            assert!(!asked.is_empty(), "{topic}");
        }
    }
}
