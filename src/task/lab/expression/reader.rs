//! Text becomes an expression, by descent.

use super::node::ExpressionNode;
use super::operators::{Function, Operator};

/// Longer marks first where one begins with the other.
const COMPARISONS: &[(&str, Operator)] = &[
    ("<=", Operator::AtMost),
    (">=", Operator::AtLeast),
    ("==", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];
const SUMS: &[(&str, Operator)] = &[("+", Operator::Add), ("-", Operator::Subtract)];
const PRODUCTS: &[(&str, Operator)] = &[("*", Operator::Multiply), ("/", Operator::Divide)];

/// What is left to read.
pub(super) struct ExpressionParser<'a> {
    rest: &'a str,
    whole: &'a str,
}

impl<'a> ExpressionParser<'a> {
    pub fn new(text: &'a str) -> ExpressionParser<'a> {
        ExpressionParser { rest: text, whole: text }
    }

    /// The whole text as one expression.
    ///
    /// # Errors
    /// From which character on it cannot be read, from 1.
    pub fn whole(mut self) -> Result<ExpressionNode, usize> {
        let root = self.comparison()?;
        if self.rest.trim().is_empty() { Ok(root) } else { Err(self.place()) }
    }

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

    /// The operator whose mark comes next; then it is read.
    fn operator(&mut self, known: &[(&str, Operator)]) -> Option<Operator> {
        known.iter().find(|(mark, _)| self.takes(mark)).map(|(_, operator)| *operator)
    }

    fn needs(&mut self, mark: &str) -> Result<(), usize> {
        if self.takes(mark) { Ok(()) } else { Err(self.place()) }
    }

    fn comparison(&mut self) -> Result<ExpressionNode, usize> {
        let left = self.sum()?;
        match self.operator(COMPARISONS) {
            Some(operator) => Ok(ExpressionNode::Operation(operator, Box::new(left), Box::new(self.sum()?))),
            None if self.takes("in ") => Ok(ExpressionNode::Between(Box::new(left), Box::new(self.sum()?))),
            None => Ok(left),
        }
    }

    fn sum(&mut self) -> Result<ExpressionNode, usize> {
        let mut left = self.product()?;
        while let Some(operator) = self.operator(SUMS) {
            left = ExpressionNode::Operation(operator, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<ExpressionNode, usize> {
        let mut left = self.factor()?;
        while let Some(operator) = self.operator(PRODUCTS) {
            left = ExpressionNode::Operation(operator, Box::new(left), Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<ExpressionNode, usize> {
        if self.takes("-") {
            return Ok(ExpressionNode::Minus(Box::new(self.factor()?)));
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
            return Ok(ExpressionNode::Number(number));
        }
        self.path()
    }

    fn path(&mut self) -> Result<ExpressionNode, usize> {
        let start = self.place();
        let name = self.name()?;
        let mut node = if self.takes("(") {
            let function = Function::named(&name).ok_or(start)?;
            let inner = self.comparison()?;
            let field = if self.takes(",") { Some(self.name()?) } else { None };
            self.needs(")")?;
            ExpressionNode::Call(function, Box::new(inner), field)
        } else {
            ExpressionNode::Command(name)
        };
        loop {
            if self.takes(".") {
                node = ExpressionNode::Field(Box::new(node), self.name()?);
            } else if self.takes("[") {
                node = self.in_brackets(node)?;
            } else {
                return Ok(node);
            }
        }
    }

    /// `0]`, `-1]`, `term=密度]`, `all term=密度]`.
    fn in_brackets(&mut self, node: ExpressionNode) -> Result<ExpressionNode, usize> {
        let start = self.place();
        let end = self.rest.find(']').ok_or(start)?;
        let inner = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        if let Ok(index) = inner.trim().parse() {
            return Ok(ExpressionNode::Index(Box::new(node), index));
        }
        let (all, inner) = inner.trim().strip_prefix("all ").map_or((false, inner), |inner| (true, inner));
        let pair =
            |part: &str| part.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        let pairs = inner.split(',').map(pair).collect::<Option<Vec<_>>>();
        let find = if all { ExpressionNode::FindAll } else { ExpressionNode::Find };
        pairs.map(|pairs| find(Box::new(node), pairs)).ok_or(start)
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
