//! A parsed expression and what it is worth.

use super::operators::{Function, Operator, number_value};
use serde_json::Value;
use std::collections::BTreeMap;

/// A part of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ExpressionNode {
    Number(f64),
    /// `-x`
    Minus(Box<ExpressionNode>),
    Operation(Operator, Box<ExpressionNode>, Box<ExpressionNode>),
    /// `count(x)`, `largest(list, field)`.
    Call(Function, Box<ExpressionNode>, Option<String>),
    /// What a command printed.
    Command(String),
    Field(Box<ExpressionNode>, String),
    Index(Box<ExpressionNode>, i64),
    /// The first element with these fields.
    Find(Box<ExpressionNode>, Vec<(String, String)>),
    /// All of them; a field of a list is the list of the fields.
    FindAll(Box<ExpressionNode>, Vec<(String, String)>),
    /// Whether a number lies between the two of a list, ends included.
    Between(Box<ExpressionNode>, Box<ExpressionNode>),
}

impl ExpressionNode {
    /// The commands that it needs.
    pub fn commands<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            ExpressionNode::Number(_) => {}
            ExpressionNode::Command(name) => names.push(name),
            ExpressionNode::Operation(_, a, b) | ExpressionNode::Between(a, b) => {
                a.commands(names);
                b.commands(names);
            }
            ExpressionNode::Minus(inner) | ExpressionNode::Call(_, inner, _) => inner.commands(names),
            ExpressionNode::Field(inner, _)
            | ExpressionNode::Index(inner, _)
            | ExpressionNode::Find(inner, _)
            | ExpressionNode::FindAll(inner, _) => inner.commands(names),
        }
    }

    /// Its value; or else the part that is not there.
    pub fn value(&self, printed: &BTreeMap<String, Value>) -> Result<Value, String> {
        match self {
            ExpressionNode::Number(number) => Ok(number_value(*number)),
            ExpressionNode::Minus(inner) => Ok(number_value(-inner.number(printed)?)),
            ExpressionNode::Operation(operator, a, b) => Ok(operator.apply(a.number(printed)?, b.number(printed)?)),
            ExpressionNode::Call(function, inner, field) => function.apply(&inner.value(printed)?, field.as_deref()),
            ExpressionNode::Command(name) => printed.get(name).cloned().ok_or_else(|| name.clone()),
            ExpressionNode::Field(inner, name) => field(&inner.value(printed)?, name).ok_or_else(|| format!(".{name}")),
            ExpressionNode::Index(inner, index) => {
                let inner = inner.value(printed)?;
                let list = inner.as_array().ok_or_else(|| format!("[{index}]"))?;
                let at = if *index < 0 { list.len() as i64 + index } else { *index };
                usize::try_from(at).ok().and_then(|at| list.get(at)).cloned().ok_or_else(|| format!("[{index}]"))
            }
            ExpressionNode::Find(inner, wanted) => Ok(found(&inner.value(printed)?, wanted)?.swap_remove(0)),
            ExpressionNode::FindAll(inner, wanted) => Ok(Value::Array(found(&inner.value(printed)?, wanted)?)),
            ExpressionNode::Between(number, ends) => {
                let (number, ends) = (number.number(printed)?, ends.value(printed)?);
                let ends = ends.as_array().filter(|ends| ends.len() == 2);
                let ends = ends.and_then(|ends| Some((ends[0].as_f64()?, ends[1].as_f64()?)));
                let (low, high) = ends.ok_or_else(|| "[…]".to_owned())?;
                Ok(Value::Bool((low..=high).contains(&number)))
            }
        }
    }

    /// As it is written, with figures in place of paths.
    pub fn with_figures(&self, printed: &BTreeMap<String, Value>) -> String {
        let of = |inner: &ExpressionNode| inner.with_figures(printed);
        match self {
            ExpressionNode::Operation(operator, a, b) => format!("{} {} {}", of(a), operator.mark(), of(b)),
            ExpressionNode::Between(number, ends) => format!("{} in {}", of(number), of(ends)),
            other => other.value(printed).map_or_else(|part| part, |value| figures(&value)),
        }
    }

    /// Whether it says yes or no.
    pub fn is_comparison(&self) -> bool {
        match self {
            ExpressionNode::Operation(operator, ..) => operator.compares(),
            other => matches!(other, ExpressionNode::Between(..)),
        }
    }

    /// Whether it ends in the field of this name.
    pub fn is_field(&self, name: &str) -> bool {
        matches!(self, ExpressionNode::Field(_, field) if field == name)
    }

    /// Whether it is taken as it stands.
    pub fn is_path(&self) -> bool {
        match self {
            ExpressionNode::Command(_) => true,
            ExpressionNode::Field(inner, _)
            | ExpressionNode::Index(inner, _)
            | ExpressionNode::Find(inner, _)
            | ExpressionNode::FindAll(inner, _)
            | ExpressionNode::Call(Function::Largest | Function::Smallest, inner, _) => inner.is_path(),
            _ => false,
        }
    }

    fn number(&self, printed: &BTreeMap<String, Value>) -> Result<f64, String> {
        let value = self.value(printed)?;
        value.as_f64().ok_or_else(|| value_text(&value))
    }
}

/// The field of an object, or the fields of all objects of a list.
fn field(inner: &Value, name: &str) -> Option<Value> {
    match inner {
        Value::Array(list) => list.iter().map(|element| field(element, name)).collect(),
        other => other.get(name).cloned(),
    }
}

/// The elements with these fields, one at least.
fn found(list: &Value, wanted: &[(String, String)]) -> Result<Vec<Value>, String> {
    let has = |element: &&Value| {
        wanted.iter().all(|(name, text)| element.get(name).is_some_and(|value| value_text(value) == *text))
    };
    let all: Vec<Value> = list.as_array().into_iter().flatten().filter(has).cloned().collect();
    if all.is_empty() {
        let condition = wanted.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(",");
        return Err(format!("[{condition}]"));
    }
    Ok(all)
}

/// Numbers with four decimals at most, for people.
fn figures(value: &Value) -> String {
    match (value, value.as_f64()) {
        (Value::Array(list), _) => format!("[{}]", list.iter().map(figures).collect::<Vec<_>>().join(", ")),
        (_, Some(number)) => ((number * 1e4).round() / 1e4).to_string(),
        (other, None) => value_text(other),
    }
}

/// A value as text: words without quotation marks.
pub fn value_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
