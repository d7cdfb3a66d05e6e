//! Text becomes an expression, by descent.

use super::node::Node;

/// Operators, longer ones first where one begins with the other.
const COMPARISONS: [&str; 5] = ["<=", ">=", "==", "<", ">"];
const FUNCTIONS: [&str; 4] = ["count", "abs", "largest", "smallest"];

/// What is left to read.
pub(super) struct Reader<'a> {
    rest: &'a str,
    whole: &'a str,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Reader<'a> {
        Reader { rest: text, whole: text }
    }

    /// The whole text as one expression.
    ///
    /// # Errors
    /// From which character on it cannot be read, from 1.
    pub fn whole(mut self) -> Result<Node, usize> {
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
