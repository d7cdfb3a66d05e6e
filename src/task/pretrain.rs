//! Pre-training: text without any labels becomes a GPT that can continue it.

use crate::data::Corpus;
use crate::data::grammar::{chats, stories};
use crate::data::verbalise::Tongue;
use crate::lm::gpt::{Gpt, GptConfig};
use crate::lm::tokenizer::TokenizerError;
use crate::lm::{TokenId, Tokenizer};
use crate::rng::Seed;
use crate::task::training::{Course, Flag, Settings, TrainingError, VocabSize, Vocabulary};
use crate::train::{ExampleSource, Preset, TrainOptions, Windows};

/// How often each piece of the corpus is read while a made story is read once. The corpus is small
/// and varied, the stories are many and alike: this makes both about half of what is read.
const CORPUS_TIMES: usize = 3;

/// Stories in each language that hold the words of nearly all.
const N_STORIES_TO_SPELL: usize = 500;

/// As [`course`], of a model that may be fine-tuned later: one of the built-in text needs the
/// characters of the answers, which bytes can always spell.
///
/// # Errors
/// As [`course`].
pub fn course_before_finetuning(corpus: &Corpus, settings: &Settings) -> Result<Course, TrainingError> {
    let needs_characters = settings.tokenizer == Vocabulary::Characters && *corpus == Corpus::builtin();
    let also = needs_characters.then(chats::characters);
    course(corpus, also.as_slice(), settings)
}

/// Learns the vocabulary from the whole corpus, from `also`, texts that will have to be spelt later, and
/// from made stories, if there are any; lays out the architecture, and cuts the corpus.
///
/// # Errors
/// If there is too little text for the vocabulary or the context, or no such model.
pub fn course(corpus: &Corpus, also: &[&str], settings: &Settings) -> Result<Course, TrainingError> {
    if corpus.texts().all(str::is_empty) {
        return Err(TokenizerError::EmptyCorpus.into());
    }
    let made = made(settings.seed, settings.n_stories.min(N_STORIES_TO_SPELL)).collect::<Vec<String>>();
    let texts = corpus.texts().chain(also.iter().copied()).chain(made.iter().map(String::as_str));
    let tokenizer = settings.tokenizer.learn(texts, settings.vocab_size)?;
    let config = settings.recipe.config(tokenizer.vocab_size());
    course_of(corpus, tokenizer, config, settings.options(), (settings.validation_share, settings.n_stories))
}

/// The course of a model that has begun: its vocabulary, shape and settings are given, with the
/// share that is held out and the number of made stories in each language.
///
/// # Errors
/// As [`course`].
pub fn course_of(
    corpus: &Corpus,
    tokenizer: Tokenizer,
    config: GptConfig,
    options: TrainOptions,
    (validation_share, n_stories): (f64, usize),
) -> Result<Course, TrainingError> {
    let gpt = Gpt::new(config)?;
    options.check()?;
    let split = corpus.split(validation_share);
    let (prose, validation) = (tokens(&tokenizer, &split.train), tokens(&tokenizer, &split.validation));
    let mut train: Vec<TokenId> = Vec::new();
    made(options.seed, n_stories).for_each(|story| train.extend(tokens(&tokenizer, &[&story])));
    let (n_train, n_validation) = (prose.len() + train.len(), validation.len());
    let times = if n_stories > 0 { CORPUS_TIMES } else { 1 };
    train.extend(prose.repeat(times));
    let windows = |tokens: Vec<TokenId>| Windows::new(tokens, gpt.config().context_len, gpt.config().vocab_size);
    let train = Box::new(windows(train)?.of_texts(tokenizer.end()));
    let validation = windows(validation).ok().map(|windows| Box::new(windows) as Box<dyn ExampleSource>);
    options.check_memory(gpt.config())?;
    Ok(Course { tokenizer, gpt, options, base: None, train, validation, n_train, n_validation })
}

/// So many made stories in each language.
fn made(seed: Seed, n_stories: usize) -> impl Iterator<Item = String> {
    [Tongue::Chinese, Tongue::English].into_iter().flat_map(move |tongue| stories::first(tongue, seed, n_stories))
}

/// One stream of tokens: each text, and the token that ends it.
pub fn tokens(tokenizer: &Tokenizer, texts: &[&str]) -> Vec<TokenId> {
    texts.iter().flat_map(|text| tokenizer.encode_ordinary(text).into_iter().chain(tokenizer.end())).collect()
}

/// The flags that begin such a run: the preset that needs the fewest others, and those.
pub fn flags(begun: &Settings) -> Vec<Flag> {
    let vocab_size = match begun.tokenizer {
        Vocabulary::Characters => begun.vocab_size,
        Vocabulary::Bpe | Vocabulary::BpeHan => VocabSize(None),
    };
    let flags = |preset: &Preset| {
        let named = (preset.name != Preset::SMALL.name).then(|| vec!["--preset".to_owned(), preset.name.to_owned()]);
        let others = begun.flags(&Settings { vocab_size, ..(*preset).into() });
        named.into_iter().chain(others).collect::<Vec<Flag>>()
    };
    Preset::ALL.iter().map(flags).min_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::{Ending, SourceError};

    fn settings() -> Settings {
        Preset { n_embd: 16, context_len: 8, iters: 40, eval_interval: 20, ..Preset::TINY }.into()
    }

    #[test]
    fn a_corpus_becomes_a_model_that_was_examined() {
        let corpus = Corpus::of_text("x", &"周一上班真的很丧。".repeat(40));
        let course = course(&corpus, &[], &settings()).unwrap();
        let mut state = course.fresh();
        let ending = course.run(&mut state, None, &mut ()).unwrap();
        let result = course.finish(&state, ending);
        assert_eq!((result.ending, result.step, result.history.len()), (Ending::Finished, 40, 3));
        assert!(result.val_loss_nats.unwrap() < result.history[0].val_loss_nats.unwrap());
    }

    #[test]
    fn too_little_text_is_said() {
        let failed = |text: &str, settings| course(&Corpus::of_text("x", text), &[], &settings).err().unwrap();
        assert_eq!(failed("", settings()), TokenizerError::EmptyCorpus.into());
        let too_short = |n_tokens| SourceError::TooShort { n_tokens, context_len: 8, needed: 9 };
        assert_eq!(failed("瓜", settings()), too_short(0).into());
        assert_eq!(failed("西瓜熟了", settings()), too_short(4).into());
        let large = Settings { vocab_size: VocabSize(Some(9000)), ..settings() };
        let error = failed("abc", large);
        assert!(matches!(error, TrainingError::Tokenizer(TokenizerError::VocabularyTooLarge { .. })));
    }

    #[test]
    fn texts_that_come_later_can_be_spelt() {
        let corpus = Corpus::of_text("x", &"ab".repeat(40));
        let course = course(&corpus, &["泽"], &settings()).unwrap();
        assert!(course.tokenizer.unknown_characters("泽").is_empty());
        assert_eq!(course.n_train, 73); // nine tenths, and the end of the text
    }

    #[test]
    fn a_model_of_the_built_in_text_can_spell_the_answers() {
        let course = course_before_finetuning(&Corpus::builtin(), &settings()).unwrap();
        let chats = chats::builtin(20);
        let mut answers = chats.iter().flat_map(|chat| &chat.turns).map(|turn| turn.content.as_str());
        assert!(answers.all(|answer| course.tokenizer.unknown_characters(answer).is_empty()));
    }

    #[test]
    fn a_run_is_begun_with_the_fewest_flags() {
        let begun = |settings: Settings| flags(&settings).concat().join(" ");
        let of = |preset: Preset| Settings { vocab_size: VocabSize(Some(300)), ..preset.into() };
        assert_eq!(begun(of(Preset::SMALL)), "");
        assert_eq!(begun(of(Preset { iters: 7, eval_interval: 1, ..Preset::TINY })), "--preset tiny --iters 7");
        let bpe = Settings { tokenizer: Vocabulary::Bpe, ..of(Preset::SMALL) };
        assert_eq!(begun(bpe), "--tokenizer bpe --vocab-size 300");
    }
}
