//! A parsed expression and what it is worth.

use serde_json::Value;
use std::collections::BTreeMap;

/// A part of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
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

impl Node {
    /// The commands that it needs.
    pub fn commands<'a>(&'a self, names: &mut Vec<&'a str>) {
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

    /// Its value; or else the part that is not there.
    pub fn value(&self, printed: &BTreeMap<String, Value>) -> Result<Value, String> {
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
                let condition =
                    || wanted.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(",");
                inner
                    .as_array()
                    .and_then(|list| list.iter().find(has))
                    .cloned()
                    .ok_or_else(|| format!("[{}]", condition()))
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
