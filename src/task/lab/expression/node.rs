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
}

impl ExpressionNode {
    /// The commands that it needs.
    pub fn commands<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            ExpressionNode::Number(_) => {}
            ExpressionNode::Command(name) => names.push(name),
            ExpressionNode::Operation(_, a, b) => {
                a.commands(names);
                b.commands(names);
            }
            ExpressionNode::Minus(inner) | ExpressionNode::Call(_, inner, _) => inner.commands(names),
            ExpressionNode::Field(inner, _) | ExpressionNode::Index(inner, _) | ExpressionNode::Find(inner, _) => {
                inner.commands(names)
            }
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
            ExpressionNode::Field(inner, name) => {
                let inner = inner.value(printed)?;
                inner.get(name).cloned().ok_or_else(|| format!(".{name}"))
            }
            ExpressionNode::Index(inner, index) => {
                let inner = inner.value(printed)?;
                let list = inner.as_array().ok_or_else(|| format!("[{index}]"))?;
                let at = if *index < 0 { list.len() as i64 + index } else { *index };
                usize::try_from(at).ok().and_then(|at| list.get(at)).cloned().ok_or_else(|| format!("[{index}]"))
            }
            ExpressionNode::Find(inner, wanted) => {
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
