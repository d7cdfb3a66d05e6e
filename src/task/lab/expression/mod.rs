//! What is taken from the JSON of a command: `a.tree.root.feature`,
//! `a.coefficients[term=密度].estimate`, `a.train.accuracy - a.cross_validation.accuracy`,
//! `count(a.tree.root.children)`, `largest(a.likeliest, probability).input.色泽`.
//!
//! ```text
//! comparison = sum [ ("<" | ">" | "<=" | ">=" | "==") sum ]
//! sum        = product { ("+" | "-") product }
//! product    = factor { ("*" | "/") factor }
//! factor     = number | "-" factor | "(" comparison ")" | path
//! path       = name [ "(" comparison { "," name } ")" ] { "." name | "[" place "]" }
//! place      = index from 0, negative from the end, or name=value { "," name=value }
//! ```

mod node;
mod operators;
mod reader;

pub use node::shown;

use node::ExpressionNode;
use reader::ExpressionParser;
use serde_json::Value;
use std::collections::BTreeMap;

/// A parsed expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// As written.
    pub text: String,
    root: ExpressionNode,
}

impl Expression {
    /// # Errors
    /// From which character on it cannot be read, from 1.
    pub fn parse(text: &str) -> Result<Expression, usize> {
        let text = text.trim();
        Ok(Expression { text: text.to_owned(), root: ExpressionParser::new(text).whole()? })
    }

    /// The commands that it needs.
    pub fn commands(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.root.commands(&mut names);
        names
    }

    /// Its value, given what each command printed.
    ///
    /// # Errors
    /// The part that is not there, or is of a kind with which one cannot compute.
    pub fn value(&self, printed: &BTreeMap<String, Value>) -> Result<Value, String> {
        self.root.value(printed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn value(text: &str) -> Result<Value, String> {
        let a = json!({"n": 17, "p": 0.5, "rows": [{"t": "密度", "x": 3.0}, {"t": "糖", "x": 5.0}], "word": "纹理"});
        Expression::parse(text).unwrap().value(&BTreeMap::from([("a".to_owned(), a)]))
    }

    #[test]
    fn paths_places_and_arithmetic() {
        assert_eq!(value("a.word").unwrap(), "纹理");
        assert_eq!(value("a.rows[t=密度].x").unwrap(), 3.0);
        assert_eq!(value("a.rows[-1].t").unwrap(), "糖");
        assert_eq!(value("largest(a.rows, x).t").unwrap(), "糖");
        assert_eq!(value("count(a.rows) + 2 * (a.n - 7)").unwrap(), 22.0);
        assert_eq!(value("abs(-a.p) / 2").unwrap(), 0.25);
        assert_eq!(value("a.n * 0.1 >= 1.7").unwrap(), true, "17 * 0.1 is a little more, and that is no difference");
        assert_eq!(value("a.n * 0.1 > 1.7").unwrap(), false);
    }

    #[test]
    fn what_is_not_there_is_named_and_what_cannot_be_read_has_its_place() {
        assert_eq!(value("a.rows[t=重量].x"), Err("[t=重量]".to_owned()));
        assert_eq!(value("a.words"), Err(".words".to_owned()));
        assert_eq!(value("a.word + 1"), Err("纹理".to_owned()));
        assert_eq!(Expression::parse("a..b"), Err(3));
        assert_eq!(Expression::parse("most(a.rows)"), Err(1));
        assert_eq!(Expression::parse("a.b c"), Err(5));
        assert_eq!(Expression::parse("(a.b"), Err(5));
        assert_eq!(Expression::parse("a.n - b.n").unwrap().commands(), ["a", "b"]);
    }
}
