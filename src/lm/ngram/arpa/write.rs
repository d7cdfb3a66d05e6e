//! A model becomes an ARPA file.

use super::super::{AppliedSmoothing, NGram};
use super::{BEGIN, END, NEVER, UNKNOWN, escape};
use crate::lm::TokenId;
use std::fmt::Write;

/// Writes `model`, whose tokens are called `name`. Numbers have all their digits, so that the
/// model read back differs by no more than a rounding of the last one.
///
/// `None` if it is smoothed by add-k, which does not fall back on shorter contexts: that is all
/// that the format can say.
pub fn write(model: &NGram, name: impl Fn(TokenId) -> String) -> Option<String> {
    if matches!(model.methods[0], AppliedSmoothing::AddK(_)) {
        return None;
    }
    let words: Vec<String> = (0..model.vocab_size as TokenId).map(|token| escape(&name(token))).collect();
    let writer = ArpaWriter { model, words };
    let mut text = String::from("\\data\\\n");
    for depth in 0..model.order() {
        let n = model.probabilities[depth].len() + if depth == 0 { writer.n_extra() } else { 0 };
        line(&mut text, format_args!("ngram {}={n}", depth + 1));
    }
    if model.order() == 1 {
        line(&mut text, format_args!("ngram 2=0")); // KenLM reads nothing shorter
    }
    writer.single(&mut text);
    (1..model.order()).for_each(|depth| writer.longer(depth, &mut text));
    if model.order() == 1 {
        text.push_str("\n\\2-grams:\n");
    }
    text.push_str("\n\\end\\\n");
    Some(text)
}

struct ArpaWriter<'m> {
    model: &'m NGram,
    words: Vec<String>,
}

impl ArpaWriter<'_> {
    /// Words that are no tokens of their own: `<unk>`, `<s>`, and without a boundary `</s>`.
    fn n_extra(&self) -> usize {
        if self.model.boundary.is_some() { 2 } else { 3 }
    }

    fn single(&self, text: &mut String) {
        text.push_str("\n\\1-grams:\n");
        line(text, format_args!("{NEVER}\t{UNKNOWN}\t0"));
        let beginning = self.model.boundary.and_then(|token| self.backoff(&[token]));
        line(text, format_args!("{NEVER}\t{BEGIN}\t{}", beginning.unwrap_or(0.0)));
        if self.model.boundary.is_none() {
            line(text, format_args!("{NEVER}\t{END}\t0"));
        }
        for (token, &p) in self.model.probabilities[0].iter().enumerate() {
            let token = token as TokenId;
            let backoff = if Some(token) == self.model.boundary { None } else { self.backoff(&[token]) };
            self.entry(text, &[token], p, backoff);
        }
    }

    fn longer(&self, depth: usize, text: &mut String) {
        line(text, format_args!("\n\\{}-grams:", depth + 1));
        let contexts = &self.model.tree.depths[depth];
        for (context, spelt) in self.model.tree.spelt(depth).into_iter().enumerate() {
            let mut ngram = spelt;
            for place in contexts.places(context) {
                ngram.push(contexts.followers[place]);
                self.entry(text, &ngram, self.model.probabilities[depth][place], self.backoff(&ngram));
                ngram.pop();
            }
        }
    }

    fn entry(&self, text: &mut String, ngram: &[TokenId], p: f64, backoff: Option<f64>) {
        let words: Vec<&str> = (0..ngram.len()).map(|i| self.word(ngram, i)).collect();
        let backoff = backoff.map_or(String::new(), |backoff| format!("\t{backoff}"));
        line(text, format_args!("{}\t{}{backoff}", log_probability(p), words.join(" ")));
    }

    fn word(&self, ngram: &[TokenId], i: usize) -> &str {
        match Some(ngram[i]) == self.model.boundary {
            false => &self.words[ngram[i] as usize],
            true if i + 1 == ngram.len() => END,
            true => BEGIN,
        }
    }

    /// `log10 backoff` of an n-gram as a context; `None` if it is none.
    fn backoff(&self, ngram: &[TokenId]) -> Option<f64> {
        let context = self.model.tree.context(ngram)?;
        Some(self.model.backoffs[ngram.len()][context].log10() + 0.0) // may be above 1
    }
}

/// Never above 0, where rounding may have taken a probability of 1.
fn log_probability(p: f64) -> f64 {
    p.log10().min(0.0) + 0.0
}

fn line(text: &mut String, content: std::fmt::Arguments) {
    writeln!(text, "{content}").expect("a string takes everything");
}
