//! `melon chat`: a conversation at the terminal.

mod talk;

use super::console::Console;
use super::failure::Failure;
use super::language_args::open;
use super::sampling::SamplingArgs;
use crate::data::conversation::Begun;
use crate::data::{Role, conversation, read};
use crate::lm::generate::Options;
use crate::report::pages;
use crate::report::words::chat as words;
use crate::store::language::{ModelOrigin, Opened};
use crate::task::chat::Chat;
use crate::task::ngram::NGramOptions;
use crate::task::training::Stage;
use talk::{AnswerFormat, Talk};

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "chat_model", value_name = "MODEL", default_value = "chat")]
    model: String,
    #[arg(long, num_args = 1.., value_name = "QUESTION")]
    ask: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    system: Option<String>,
    #[arg(long, value_name = "FILE")]
    conversation: Option<String>,
    #[arg(id = "answer_tokens", long = "max-tokens", default_value_t = 200, value_name = "N")]
    max_tokens: usize,
    #[arg(long, value_name = "TEXT")]
    stop: Vec<String>,
    #[command(flatten)]
    sampling: SamplingArgs,
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: AnswerFormat,
}

/// Asks and answers until the input ends.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let question = args.question(console)?;
    let Begun { system, mut turns } = args.begun(console)?;
    let left_open = turns.pop_if(|turn| turn.role == Role::User).map(|turn| turn.content);
    let said = [args.system, system].into_iter().flatten().filter(|text| !text.trim().is_empty());
    let system = said.reduce(|typed, of_file| conversation::joined(&typed, &of_file));
    let (strategy, seed) = (args.sampling.strategy()?, args.sampling.seed());
    let opened = open(&args.model, NGramOptions::for_generating())?;
    let strategy = strategy.usual_for(opened.model.kind());
    let options = Options { max_tokens: args.max_tokens, stop: args.stop, strategy, seed, ..Options::default() };
    let chat = Chat::new(&*opened.model, &opened.tokenizer, options)?.begun(system, turns);
    if !is_tuned(&opened) {
        let can_learn = matches!(opened.origin, ModelOrigin::Trained(_));
        console.note(&pages::not_tuned(&args.model, can_learn, &console.context()));
    }
    let is_asked = question.is_some();
    let mut talk = Talk::new(chat, opened.model.context_len(), args.format, console);
    if talk.is_live() && !is_asked {
        console.page(&pages::chat_welcome(&args.model, opened.model.n_params(), &console.context()));
    }
    for question in left_open.into_iter().chain(question) {
        talk.answer(&question)?;
    }
    if is_asked { Ok(()) } else { talk.converse(&mut std::io::stdin().lock()) }
}

impl Args {
    /// The one question that is asked, if one is.
    fn question(&self, console: &Console) -> Result<Option<String>, Failure> {
        let question = self.ask.join(" ");
        match self.ask.is_empty() {
            true => Ok(None),
            false if question.trim().is_empty() => Err(Failure::Usage(words::NoQuestion.text(console.lang).to_owned())),
            false => Ok(Some(question)),
        }
    }

    /// What was said before, in the file.
    fn begun(&self, console: &Console) -> Result<Begun, Failure> {
        let Some(path) = &self.conversation else { return Ok(Begun::default()) };
        let file = read::text_file(path, None)?;
        console.notices(&file.notices);
        Ok(conversation::parse_begun(path, &file.text)?)
    }
}

/// Whether it may have learned to answer: of a model from elsewhere nobody knows.
fn is_tuned(opened: &Opened) -> bool {
    match &opened.origin {
        ModelOrigin::Trained(record) => record.stage != Stage::Pretrain,
        ModelOrigin::Counted(_) | ModelOrigin::CountedHere(_) => false,
        ModelOrigin::Unknown => true,
    }
}
