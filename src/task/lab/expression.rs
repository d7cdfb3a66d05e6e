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

use serde_json::Value;
use std::collections::BTreeMap;

/// A parsed expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// As written.
    pub text: String,
    root: Node,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Number(f64),
    /// `-x`
    Minus(Box<Node>),
    Operation(&'static str, Box<Node>, Box<Node>),
    /// `count(x)`, `abs(x)`, `largest(list, field)`, `smallest(list, field)`.
    Function(String, Box<Node>, Option<String>),
    /// What a command printed.
    Command(String),
    Field(Box<Node>, String),
    Index(Box<Node>, i64),
    /// The first element with these fields.
    Find(Box<Node>, Vec<(String, String)>),
}

/// Operators, longer ones first where one begins with the other.
const COMPARISONS: [&str; 5] = ["<=", ">=", "==", "<", ">"];
const FUNCTIONS: [&str; 4] = ["count", "abs", "largest", "smallest"];

impl Expression {
    /// # Errors
    /// From which character on it cannot be read, from 1.
    pub fn parse(text: &str) -> Result<Expression, usize> {
        let mut reader = Reader { rest: text.trim(), whole: text.trim() };
        let root = reader.comparison()?;
        if reader.rest.trim().is_empty() {
            Ok(Expression { text: text.trim().to_owned(), root })
        } else {
            Err(reader.place())
        }
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

impl Node {
    fn commands<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Node::Number(_) => {}
            Node::Command(name) => names.push(name),
            Node::Operation(_, a, b) => {
                a.commands(names);
                b.commands(names);
            }
            Node::Minus(inner) | Node::Function(_, inner, _) => inner.commands(names),
            Node::Field(inner, _) | Node::Index(inner, _) | Node::Find(inner, _) => inner.commands(names),
        }
    }

    fn value(&self, printed: &BTreeMap<String, Value>) -> Result<Value, String> {
        match self {
            Node::Number(number) => Ok(number_value(*number)),
            Node::Minus(inner) => Ok(number_value(-inner.number(printed)?)),
            Node::Operation(name, a, b) => operation(name, a.number(printed)?, b.number(printed)?),
            Node::Function(name, inner, field) => function(name, &inner.value(printed)?, field.as_deref()),
            Node::Command(name) => printed.get(name).cloned().ok_or_else(|| name.clone()),
            Node::Field(inner, name) => {
                let inner = inner.value(printed)?;
                inner.get(name).cloned().ok_or_else(|| format!(".{name}"))
            }
            Node::Index(inner, index) => {
                let inner = inner.value(printed)?;
                let list = inner.as_array().ok_or_else(|| format!("[{index}]"))?;
                let at = if *index < 0 { list.len() as i64 + index } else { *index };
                usize::try_from(at).ok().and_then(|at| list.get(at)).cloned().ok_or_else(|| format!("[{index}]"))
            }
            Node::Find(inner, wanted) => {
                let inner = inner.value(printed)?;
                let has = |element: &&Value| {
                    wanted.iter().all(|(name, text)| element.get(name).is_some_and(|v| shown(v) == *text))
                };
                let told = || wanted.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(",");
                inner.as_array().and_then(|list| list.iter().find(has)).cloned().ok_or_else(|| format!("[{}]", told()))
            }
        }
    }

    fn number(&self, printed: &BTreeMap<String, Value>) -> Result<f64, String> {
        let value = self.value(printed)?;
        value.as_f64().ok_or_else(|| shown(&value))
    }
}

/// A value as text: words without quotation marks.
pub fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn number_value(number: f64) -> Value {
    serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)
}

fn operation(name: &str, a: f64, b: f64) -> Result<Value, String> {
    // A comparison of computed figures is not to be decided by their last digit.
    let close = (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
    Ok(match name {
        "+" => number_value(a + b),
        "-" => number_value(a - b),
        "*" => number_value(a * b),
        "/" => number_value(a / b),
        "<" => Value::Bool(a < b && !close),
        ">" => Value::Bool(a > b && !close),
        "<=" => Value::Bool(a <= b || close),
        ">=" => Value::Bool(a >= b || close),
        _ => Value::Bool(close),
    })
}

fn function(name: &str, inner: &Value, field: Option<&str>) -> Result<Value, String> {
    let fault = || format!("{name}(…)");
    match name {
        "abs" => inner.as_f64().map(|number| number_value(number.abs())).ok_or_else(fault),
        "count" => match inner {
            Value::Array(list) => Ok(list.len().into()),
            Value::Object(map) => Ok(map.len().into()),
            _ => Err(fault()),
        },
        _ => {
            let of = |element: &Value| field.map_or(element.as_f64(), |field| element.get(field)?.as_f64());
            let list = inner.as_array().ok_or_else(fault)?;
            let numbered = list.iter().filter_map(|element| Some((of(element)?, element)));
            let sign = if name == "largest" { 1.0 } else { -1.0 };
            let best = numbered.reduce(|best, next| if sign * next.0 > sign * best.0 { next } else { best });
            best.map(|(_, element)| element.clone()).ok_or_else(fault)
        }
    }
}

/// What is left to read.
struct Reader<'a> {
    rest: &'a str,
    whole: &'a str,
}

impl Reader<'_> {
    fn place(&self) -> usize {
        self.whole.chars().count() - self.rest.trim_start().chars().count() + 1
    }

    /// Whether `mark` comes next; then it is read.
    fn takes(&mut self, mark: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn needs(&mut self, mark: &str) -> Result<(), usize> {
        if self.takes(mark) { Ok(()) } else { Err(self.place()) }
    }

    fn comparison(&mut self) -> Result<Node, usize> {
        let left = self.sum()?;
        match COMPARISONS.into_iter().find(|mark| self.takes(mark)) {
            Some(mark) => Ok(Node::Operation(mark, Box::new(left), Box::new(self.sum()?))),
            None => Ok(left),
        }
    }

    fn sum(&mut self) -> Result<Node, usize> {
        let mut left = self.product()?;
        while let Some(mark) = ["+", "-"].into_iter().find(|mark| self.takes(mark)) {
            left = Node::Operation(mark, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Node, usize> {
        let mut left = self.factor()?;
        while let Some(mark) = ["*", "/"].into_iter().find(|mark| self.takes(mark)) {
            left = Node::Operation(mark, Box::new(left), Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Node, usize> {
        if self.takes("-") {
            return Ok(Node::Minus(Box::new(self.factor()?)));
        }
        if self.takes("(") {
            let inner = self.comparison()?;
            self.needs(")")?;
            return Ok(inner);
        }
        let rest = self.rest.trim_start();
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        if let Some(number) = rest[..digits].parse().ok().filter(|_| digits > 0) {
            self.rest = &rest[digits..];
            return Ok(Node::Number(number));
        }
        self.path()
    }

    fn path(&mut self) -> Result<Node, usize> {
        let start = self.place();
        let name = self.name()?;
        let mut node = if self.takes("(") {
            if !FUNCTIONS.contains(&name.as_str()) {
                return Err(start);
            }
            let inner = self.comparison()?;
            let field = if self.takes(",") { Some(self.name()?) } else { None };
            self.needs(")")?;
            Node::Function(name, Box::new(inner), field)
        } else {
            Node::Command(name)
        };
        loop {
            if self.takes(".") {
                node = Node::Field(Box::new(node), self.name()?);
            } else if self.takes("[") {
                node = self.in_brackets(node)?;
            } else {
                return Ok(node);
            }
        }
    }

    /// `0]`, `-1]`, `term=密度]`.
    fn in_brackets(&mut self, node: Node) -> Result<Node, usize> {
        let start = self.place();
        let end = self.rest.find(']').ok_or(start)?;
        let inner = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        if let Ok(index) = inner.trim().parse() {
            return Ok(Node::Index(Box::new(node), index));
        }
        let pair =
            |part: &str| part.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        let pairs = inner.split(',').map(pair).collect::<Option<Vec<_>>>();
        pairs.map(|pairs| Node::Find(Box::new(node), pairs)).ok_or(start)
    }

    /// A name: letters of any script, digits, `_` and `:`.
    fn name(&mut self) -> Result<String, usize> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
        if end == 0 {
            return Err(self.place());
        }
        self.rest = &rest[end..];
        Ok(rest[..end].to_owned())
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
