//! The secret in the address: who has it may ask.

use rand::RngCore;
use rand::rngs::OsRng;
use std::io;

/// Random bytes in a token.
const N_BYTES: usize = 24;

/// What only those know who were told the address.
#[derive(Debug, Clone)]
pub(super) struct Token(String);

impl Token {
    /// A new one from the system's own randomness: no seed may ever give it again.
    pub fn new() -> io::Result<Token> {
        let mut bytes = [0; N_BYTES];
        OsRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
        Ok(Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// As it stands in the address.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether this is it. How long the comparison takes tells nothing of where they differ.
    pub fn is(&self, other: &str) -> bool {
        let pairs = self.0.bytes().zip(other.bytes());
        self.0.len() == other.len() && pairs.fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_never_the_same_and_known_only_whole() {
        let [a, b] = [Token::new().unwrap(), Token::new().unwrap()];
        assert_eq!(a.text().len(), 2 * N_BYTES);
        assert!(a.is(a.text()) && !a.is(b.text()) && !a.is("") && !a.is(&a.text()[1..]));
    }
}
