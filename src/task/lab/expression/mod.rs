//! What is taken from the JSON of a command: `a.tree.root.feature`,
//! `a.coefficients[term=密度].estimate`, `a.train.accuracy - a.cross_validation.accuracy`,
//! `count(a.tree.root.children)`, `largest(a.likeliest, probability).input.色泽`.
//!
//! ```text
//! comparison = sum [ ("<" | ">" | "<=" | ">=" | "==" | "in") sum ]
//! sum        = product { ("+" | "-") product }
//! product    = factor { ("*" | "/") factor }
//! factor     = number | "-" factor | "(" comparison ")" | path
//! path       = name [ "(" comparison { "," name } ")" ] { "." name | "[" place "]" }
//! place      = index from 0, negative from the end, or [ "all" ] name=value { "," name=value }
//! ```

mod node;
mod operators;
mod reader;

pub use node::value_text;

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

    /// The expression with figures in place of the paths to them: `0.5294 in [0.51, 0.9]`.
    pub fn with_figures(&self, printed: &BTreeMap<String, Value>) -> String {
        self.root.with_figures(printed)
    }

    /// Whether it says yes or no.
    pub fn is_comparison(&self) -> bool {
        self.root.is_comparison()
    }

    /// Whether it is the threshold of a split, which a tree shows as `density ≤ 0.785`.
    pub fn is_threshold(&self) -> bool {
        self.root.is_field("threshold")
    }

    /// Whether it is taken as it stands, not computed from several figures.
    pub fn is_path(&self) -> bool {
        self.root.is_path()
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
    fn all_that_fit_and_what_lies_between_two() {
        let a = json!({"x": 0.5, "ends": [0.4, 0.6], "even": [{"t": "a", "x": 0.3}, {"t": "c", "x": 2}, {"t": "b", "x": 0.1 + 0.2}], "rows": [{"t": "a", "x": 1}, {"t": "b", "x": 2}, {"t": "a", "x": 3}]});
        let printed = BTreeMap::from([("a".to_owned(), a)]);
        let value = |text: &str| Expression::parse(text).unwrap().value(&printed);
        assert_eq!(value("a.rows[all t=a].x").unwrap(), json!([1, 3]));
        assert_eq!(value("a.rows[all t=c].x"), Err("[t=c]".to_owned()));
        assert_eq!(value("largest(a.rows, x).t").unwrap(), "a");
        assert_eq!(value("smallest(a.even, x).t").unwrap(), json!(["a", "b"]), "equally small");
        assert_eq!(value("a.x in a.ends").unwrap(), true);
        assert_eq!(value("0.4 in a.ends").unwrap(), true, "an end belongs to it");
        assert_eq!(value("2 * a.x in a.ends").unwrap(), false);
        assert_eq!(value("a.x in a.rows"), Err("[…]".to_owned()));
        let told = Expression::parse("2 * a.x in a.ends").unwrap();
        assert_eq!(told.with_figures(&printed), "2 * 0.5 in [0.4, 0.6]");
        assert!(!told.is_path() && Expression::parse("a.rows[all t=a].x").unwrap().is_path());
        let is_threshold = |text: &str| Expression::parse(text).unwrap().is_threshold();
        assert!(is_threshold("a.rows[all t=a].threshold") && !is_threshold("a.rows[t=threshold].x"));
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
