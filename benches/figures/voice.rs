//! Examines the models that come with the program, or two folders:
//!
//! ```text
//! cargo run --release --example voice              all figures of datasets/README.md
//! cargo run --release --example voice -- BASE CHAT those of two saved models
//! cargo run --release --example voice -- BASE CHAT FILE   the answers to FILE's lines, to be judged
//! ```
//!
//! An answer is right if it is one of those that the rules in `datasets/chat/` give for the
//! intent and facet that was asked for, letter by letter. Every question is one that training
//! never saw: `datasets/README.md` says how they are held out.

use std::error::Error;
use std::ops::ControlFlow;

use melon::data::Corpus;
use melon::data::conversation::{Role, Turn};
use melon::data::grammar::chats::{Book, ExamQuestion};
use melon::data::grammar::stories;
use melon::data::verbalise::Tongue;
use melon::lm::generate::{Options, generate};
use melon::lm::ngram::{NGram, Smoothing};
use melon::lm::sampling::{Sampling, Strategy};
use melon::lm::{ModelKind, TokenId, Tokenizer};
use melon::rng::Seed;
use melon::store::language::{Opened, open};
use melon::task::chat::Chat;
use melon::task::generate::Writer;
use melon::task::ladder::ladder;
use melon::task::ngram::{NGramOptions, count};
use melon::task::pretrain::tokens;
use melon::task::training::VALIDATION_SHARE;

/// Held-out questions in each language.
const N_QUESTIONS: usize = 300;
/// The longest answer and the longest text, in tokens.
const LONGEST: usize = 100;
/// A text goes in circles if so many words or characters in a row stand in it so many times.
const CIRCLE: (usize, usize) = (6, 3);

/// The order of the n-gram that the GPT is held against.
const ORDER: usize = 5;
/// Its place on the ladder.
const ORDER_FROM: usize = 3;

/// Beginnings that stand in no story of the rules.
const PROMPTS: [[&str; 20]; 2] = [
    [
        "西瓜",
        "周一上班真的很",
        "今天的天气",
        "奶奶说",
        "我昨天买了一个瓜，",
        "下雨的时候，",
        "老师问我们",
        "什么是样本？",
        "小狗",
        "妈妈在厨房里",
        "星期天早上，",
        "图书馆里",
        "秋天到了，",
        "机器",
        "我的朋友",
        "市场里有很多人，",
        "“你好，”",
        "训练一个模型，",
        "从前有一只",
        "晚饭以后，",
    ],
    [
        "Melons",
        "Monday at work is really",
        "The weather today",
        "My grandmother said",
        "Yesterday I bought a melon and",
        "When it rains,",
        "The teacher asked us",
        "What is a sample?",
        "The dog",
        "My mother was in the kitchen",
        "On Sunday morning",
        "In the library",
        "Autumn came, and",
        "A machine",
        "My friend",
        "The market was full of people.",
        "\"Hello,\"",
        "To train a model",
        "Once there was a",
        "After dinner",
    ],
];

fn main() -> Result<(), Box<dyn Error>> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let name = |i: usize, usual: &str| names.get(i).map_or(usual.to_owned(), String::clone);
    let (base, chat) = (open(&name(0, "gpt"))?, open(&name(1, "gpt-chat"))?);
    if let Some(file) = names.get(2) {
        return asked(&chat, &std::fs::read_to_string(file)?);
    }
    for tongue in [Tongue::Chinese, Tongue::English] {
        println!("{tongue:?}");
        held_out(&chat, tongue)?;
        circles(&base, tongue)?;
        drawn(&base, tongue)?;
        against_ngram(&base, tongue)?;
    }
    Ok(())
}

/// The answers to questions of one's own, each in a conversation of its own.
fn asked(opened: &Opened, questions: &str) -> Result<(), Box<dyn Error>> {
    for question in questions.lines().filter(|line| !line.trim().is_empty()) {
        println!("{question}\n    {}", answer(opened, &[], question)?);
    }
    Ok(())
}

/// What the model says to a question after `before`.
fn answer(opened: &Opened, before: &[Turn], question: &str) -> Result<String, Box<dyn Error>> {
    let options = Options { max_tokens: LONGEST, ..Options::default() };
    let mut chat = Chat::new(&*opened.model, &opened.tokenizer, options)?;
    chat.resume(before.to_vec());
    Ok(chat.say(question, |_| ControlFlow::Continue(()))?.text)
}

/// The share of held-out questions that are answered rightly, asked in several ways.
fn held_out(opened: &Opened, tongue: Tongue) -> Result<(), Box<dyn Error>> {
    let questions = Book::builtin(tongue).examination(Seed(7), N_QUESTIONS);
    let mark = if tongue == Tongue::Chinese { "？" } else { "?" };
    let asked = |question: &ExamQuestion| match question.wording.ends_with(['.', '!', '。', '！']) {
        true => first_letter(&question.wording),
        false => first_letter(&question.wording) + mark,
    };
    let hello = if tongue == Tongue::Chinese { "你好" } else { "Hello" };
    let greeted = answer(opened, &[], hello)?;
    let turn = |role, content: &str| Turn { role, content: content.to_owned() };
    let hello = [turn(Role::User, hello), turn(Role::Assistant, &greeted)];
    type Way<'a> = (&'a str, &'a dyn Fn(&ExamQuestion) -> (Vec<Turn>, String));
    let bare = |question: &ExamQuestion| question.wording.trim_end_matches(['.', '!', '。', '！']).to_owned();
    let ways: [Way; 4] = [
        ("as written", &|question| (question.before.clone(), asked(question))),
        ("small letters", &|question| (question.before.clone(), asked(question).to_lowercase())),
        ("no mark", &|question| (question.before.clone(), bare(question))),
        ("after a greeting", &|question| ([&hello[..], &question.before].concat(), asked(question))),
    ];
    for (name, way) in ways {
        let mut n_right = 0;
        for question in &questions {
            let (before, asked) = way(question);
            let said = answer(opened, &before, &asked)?;
            let is_right = question.answers.contains(&said);
            n_right += usize::from(is_right);
            if !is_right && name == "as written" && std::env::var_os("SHOW").is_some() {
                println!("    {} | {asked} | {said}", question.intent);
            }
        }
        println!("  chat, {name}: {n_right} of {} right", questions.len());
    }
    Ok(())
}

fn first_letter(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// How a text goes on to its end, or to its longest.
fn continued(opened: &Opened, prompt: &str, strategy: Strategy) -> Result<String, Box<dyn Error>> {
    let end = opened.tokenizer.end();
    let options = Options { max_tokens: LONGEST, strategy, seed: Seed(1), end, ..Options::default() };
    let tokens: Vec<TokenId> = opened.tokenizer.encode_ordinary(prompt);
    Ok(generate(&*opened.model, &opened.tokenizer, &tokens, &options, |_| ControlFlow::Continue(()))?.completion)
}

/// How many beginnings are continued greedily without saying the same again and again.
fn circles(opened: &Opened, tongue: Tongue) -> Result<(), Box<dyn Error>> {
    let prompts = PROMPTS[usize::from(tongue == Tongue::English)];
    let mut n_straight = 0;
    for prompt in prompts {
        let completion = continued(opened, prompt, Strategy::Greedy)?;
        let goes_straight = !is_circle(&completion, tongue);
        n_straight += usize::from(goes_straight);
        if std::env::var_os("SHOW").is_some() {
            println!("    {}{prompt}{completion}", if goes_straight { "" } else { "CIRCLE " });
        }
    }
    println!("  greedy texts that do not go in circles: {n_straight} of {}", prompts.len());
    Ok(())
}

/// The same beginnings, drawn as `melon generate --temperature 0.8 --seed 1` draws them, to be judged.
fn drawn(opened: &Opened, tongue: Tongue) -> Result<(), Box<dyn Error>> {
    let strategy = Strategy::Sample(Sampling { temperature: 0.8, ..Sampling::default() }).usual_for(ModelKind::Gpt);
    println!("  drawn at 0.8, to be judged:");
    for prompt in PROMPTS[usize::from(tongue == Tongue::English)] {
        println!("    {prompt}{}", continued(opened, prompt, strategy)?.replace('\n', " "));
    }
    Ok(())
}

/// Whether some run of words (of characters, in Chinese) comes again and again.
fn is_circle(text: &str, tongue: Tongue) -> bool {
    let pieces: Vec<String> = match tongue {
        Tongue::Chinese => text.chars().map(String::from).collect(),
        Tongue::English => text.split_whitespace().map(str::to_owned).collect(),
    };
    let (length, times) = CIRCLE;
    pieces.windows(length).any(|run| pieces.windows(length).filter(|other| *other == run).count() >= times)
}

/// Surprise on the held-out text of one language, nats a character.
fn against_ngram(opened: &Opened, tongue: Tongue) -> Result<(), Box<dyn Error>> {
    let folder = if tongue == Tongue::Chinese { "zh/" } else { "en/" };
    let documents = Corpus::builtin().documents.into_iter();
    let corpus = Corpus { documents: documents.filter(|document| document.name.starts_with(folder)).collect() };
    let mut ladder = ladder(&corpus, ORDER, VALIDATION_SHARE)?;
    let (tokenizer, counted) = counted_with_stories(&corpus, opened, tongue)?;
    ladder.climb(
        &corpus,
        Writer { name: "5-gram that has read the stories too", model: &counted, tokenizer: &tokenizer },
    );
    ladder.climb(&corpus, opened.writer());
    for rung in &ladder.rows[ORDER_FROM..] {
        println!("  {}: {:.3} nats a character on held-out text", rung.model, rung.val_nats_per_char);
    }
    Ok(())
}

/// An n-gram of everything that the GPT has read in this language: the prose, and the stories.
fn counted_with_stories(
    corpus: &Corpus,
    opened: &Opened,
    tongue: Tongue,
) -> Result<(Tokenizer, NGram), Box<dyn Error>> {
    let n_stories = opened.corpus().map_or(0, |record| record.n_stories);
    let made: Vec<String> = stories::first(tongue, Seed::default(), n_stories).collect();
    let made = made.iter().map(String::as_str);
    let tokenizer = Tokenizer::characters(corpus.texts().chain(made.clone()), None)?;
    let read: Vec<&str> = corpus.split(VALIDATION_SHARE).train.into_iter().chain(made).collect();
    let options = NGramOptions { order: ORDER, smoothing: Smoothing::KneserNey, validation_share: VALIDATION_SHARE };
    let (_, model) = count(&tokens(&tokenizer, &read), &tokenizer, &options)?;
    Ok((tokenizer, model))
}
