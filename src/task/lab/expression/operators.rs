//! What an expression computes with: operators and functions.

use serde_json::Value;

/// What stands between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Less,
    Greater,
    AtMost,
    AtLeast,
    Equal,
}

/// What stands before brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Abs,
    /// Elements of a list, or fields.
    Count,
    /// The element of a list that is the largest, or whose field is: all of them where several are.
    Largest,
    Smallest,
}

impl Operator {
    /// How it is written.
    pub fn mark(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Less => "<",
            Operator::Greater => ">",
            Operator::AtMost => "<=",
            Operator::AtLeast => ">=",
            Operator::Equal => "==",
        }
    }

    /// Whether it compares, and says yes or no.
    pub fn compares(self) -> bool {
        use Operator::{AtLeast, AtMost, Equal, Greater, Less};
        matches!(self, Less | Greater | AtMost | AtLeast | Equal)
    }

    /// A number, or whether a comparison holds: that of computed figures is not to be decided by
    /// their last digit.
    pub fn apply(self, a: f64, b: f64) -> Value {
        let close = is_close(a, b);
        match self {
            Operator::Add => number_value(a + b),
            Operator::Subtract => number_value(a - b),
            Operator::Multiply => number_value(a * b),
            Operator::Divide => number_value(a / b),
            Operator::Less => Value::Bool(a < b && !close),
            Operator::Greater => Value::Bool(a > b && !close),
            Operator::AtMost => Value::Bool(a <= b || close),
            Operator::AtLeast => Value::Bool(a >= b || close),
            Operator::Equal => Value::Bool(close),
        }
    }
}

impl Function {
    const ALL: [(&str, Function); 4] = [
        ("count", Function::Count),
        ("abs", Function::Abs),
        ("largest", Function::Largest),
        ("smallest", Function::Smallest),
    ];

    /// The function of this name.
    pub fn named(name: &str) -> Option<Function> {
        Function::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, function)| function)
    }

    pub fn apply(self, inner: &Value, field: Option<&str>) -> Result<Value, String> {
        let found = match self {
            Function::Abs => inner.as_f64().map(|number| number_value(number.abs())),
            Function::Count => match inner {
                Value::Array(list) => Some(list.len().into()),
                Value::Object(map) => Some(map.len().into()),
                _ => None,
            },
            Function::Largest => best_of(inner, field, |next, best| next > best),
            Function::Smallest => best_of(inner, field, |next, best| next < best),
        };
        found.ok_or_else(|| format!("{}(…)", self.name()))
    }

    fn name(self) -> &'static str {
        Function::ALL.into_iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }
}

/// The element of a list whose number, or whose field, is `better` than all others'; a list of
/// them where several are equally good.
fn best_of(list: &Value, field: Option<&str>, better: fn(f64, f64) -> bool) -> Option<Value> {
    let of = |element: &Value| field.map_or(element.as_f64(), |field| element.get(field)?.as_f64());
    let numbered: Vec<(f64, &Value)> =
        list.as_array()?.iter().filter_map(|element| Some((of(element)?, element))).collect();
    let best =
        numbered.iter().map(|(number, _)| *number).reduce(|best, next| if better(next, best) { next } else { best })?;
    let mut ties = numbered.into_iter().filter(|(number, _)| is_close(*number, best)).map(|(_, element)| element);
    let first = ties.next()?;
    match ties.next().filter(|_| field.is_some()) {
        Some(second) => Some(Value::Array([first, second].into_iter().chain(ties).cloned().collect())),
        None => Some(first.clone()),
    }
}

/// Whether two computed figures differ in their last digits only.
fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

/// A number as JSON has it: one that is not finite is null.
pub(super) fn number_value(number: f64) -> Value {
    serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)
}
