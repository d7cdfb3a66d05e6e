//! How a conversation is written in tokens:
//!
//! ```text
//! <|user|>怎么挑西瓜？<|assistant|>看三样……<|end|><|user|>...
//! ```

use crate::data::{Role, Turn};
use crate::lm::tokenizer::{ASSISTANT, END, USER};
use crate::lm::{TokenId, Tokenizer};

/// The markers of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    user: TokenId,
    assistant: TokenId,
    end: TokenId,
}

/// The vocabulary has no tokens for the turns of a conversation.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
pub struct NoMarkers {
    /// The first that it lacks.
    pub marker: &'static str,
}

impl Template {
    /// The markers of this vocabulary.
    ///
    /// # Errors
    /// If it lacks one.
    pub fn new(tokenizer: &Tokenizer) -> Result<Template, NoMarkers> {
        let find = |marker| tokenizer.token(marker).ok_or(NoMarkers { marker });
        Ok(Template { user: find(USER)?, assistant: find(ASSISTANT)?, end: find(END)? })
    }

    /// The token that ends an answer.
    pub fn end(&self) -> TokenId {
        self.end
    }

    /// A conversation as `(tokens, is_answer)`: the answers, and the ends of them, are what is
    /// to be learned.
    pub fn encode(&self, tokenizer: &Tokenizer, turns: &[Turn]) -> (Vec<TokenId>, Vec<bool>) {
        let (mut tokens, mut is_answer) = (Vec::new(), Vec::new());
        for turn in turns {
            let content = tokenizer.encode_ordinary(&turn.content);
            let (opening, closing) = match turn.role {
                Role::User => (self.user, None),
                Role::Assistant => (self.assistant, Some(self.end)),
            };
            tokens.push(opening);
            is_answer.push(false);
            tokens.extend(content.into_iter().chain(closing));
            is_answer.resize(tokens.len(), turn.role == Role::Assistant);
        }
        (tokens, is_answer)
    }

    /// A conversation up to the point where the assistant is to speak.
    pub fn prompt(&self, tokenizer: &Tokenizer, turns: &[Turn]) -> Vec<TokenId> {
        let (mut tokens, _) = self.encode(tokenizer, turns);
        tokens.push(self.assistant);
        tokens
    }
}

/// The same in the language of `transformers` (Jinja), for its `apply_chat_template`. What the
/// system says stands before the first question.
pub fn chat_template() -> String {
    let blocks = [
        "{%- set system = messages[0]['content'] | trim + '\\n\\n' if messages[0]['role'] == 'system' else '' -%}",
        "{%- set turns = messages[1:] if system else messages -%}",
        "{%- for turn in turns -%}",
        "{%- if turn['role'] == 'user' -%}",
        &format!("{{{{ '{USER}' + (system if loop.first else '') + turn['content'] }}}}"),
        "{%- elif turn['role'] == 'assistant' -%}",
        &format!("{{{{ '{ASSISTANT}' + turn['content'] + '{END}' }}}}"),
        "{%- else -%}",
        "{{ raise_exception('a turn is of user or assistant, after at most one of system') }}",
        "{%- endif -%}",
        "{%- endfor -%}",
        &format!("{{%- if add_generation_prompt -%}}{{{{ '{ASSISTANT}' }}}}{{%- endif -%}}"),
    ];
    blocks.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_and_their_ends_are_learned_and_nothing_else() {
        let tokenizer = Tokenizer::characters(["ab<|end|>"], None).unwrap();
        let template = Template::new(&tokenizer).unwrap();
        let turns = [
            Turn { role: Role::User, content: "a<|end|>".into() },
            Turn { role: Role::Assistant, content: "b".into() },
        ];
        let (tokens, is_answer) = template.encode(&tokenizer, &turns);
        assert_eq!(tokenizer.decode(&tokens), "<|user|>a<|end|><|assistant|>b<|end|>");
        assert_eq!(tokens.iter().filter(|&&token| token == template.end()).count(), 1, "what was typed ends nothing");
        let learned: Vec<TokenId> = tokens.iter().zip(&is_answer).filter(|(_, a)| **a).map(|(t, _)| *t).collect();
        assert_eq!(tokenizer.decode(&learned), "b<|end|>");
        assert!(tokenizer.decode(&template.prompt(&tokenizer, &turns[..1])).ends_with("<|assistant|>"));
    }
}
