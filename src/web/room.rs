//! What is kept between questions, because it is costly to make: models, trainings, the tour.

use crate::data::Corpus;
use crate::data::verbalise::Tongue;
use crate::report::Lang;
use crate::store::language::{self, NGRAM, Opened};
use crate::store::pretrained;
use crate::task::ngram::{NGramOptions, ngram_from_corpus};
use crate::task::tour::Classroom;
use crate::web::opened_files::OpenedFiles;
use crate::web::runs::Runs;
use std::sync::{Arc, Mutex, OnceLock};

/// What is kept between questions. Everything is made when it is first asked for.
pub struct Room {
    ngram: OnceLock<Arc<Opened>>,
    gpt: OnceLock<Arc<Opened>>,
    chat: OnceLock<Arc<Opened>>,
    classrooms: [Mutex<Classroom>; 2],
    pub(super) runs: Runs,
    pub(super) files: OpenedFiles,
}

impl Default for Room {
    fn default() -> Self {
        let classroom = |tongue| Mutex::new(Classroom::new(tongue, pretrained::pair));
        Room {
            ngram: OnceLock::new(),
            gpt: OnceLock::new(),
            chat: OnceLock::new(),
            classrooms: [Tongue::Chinese, Tongue::English].map(classroom),
            runs: Runs::default(),
            files: OpenedFiles::default(),
        }
    }
}

impl Room {
    /// The language model of this name, built in, trained or opened here, if there is one.
    pub(super) fn model(&self, name: &str) -> Option<Arc<Opened>> {
        let [base, chat] = pretrained::NAMES;
        let builtin = match name {
            NGRAM => self.ngram.get_or_init(|| Arc::new(counted())),
            name if name == base => self.gpt.get_or_init(|| Arc::new(opened(base))),
            name if name == chat => self.chat.get_or_init(|| Arc::new(opened(chat))),
            own => return self.runs.model(own).or_else(|| self.files.model(own)),
        };
        Some(builtin.clone())
    }

    /// The tour in this language.
    pub(super) fn classroom(&self, lang: Lang) -> &Mutex<Classroom> {
        &self.classrooms[usize::from(lang == Lang::En)]
    }
}

/// The n-gram of the built-in text, as `melon generate` counts it.
fn counted() -> Opened {
    let options = NGramOptions::for_generating();
    let counted = ngram_from_corpus(&Corpus::builtin(), &options).expect("the built-in text can be counted");
    Opened::counted(counted, options)
}

fn opened(name: &str) -> Opened {
    language::open(name).expect("the built-in models are sound")
}
