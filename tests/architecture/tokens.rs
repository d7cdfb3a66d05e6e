//! The tokens of Rust source that matter to imports: names, `::` and single signs.
//! Comments, strings, characters and whatever is `#[cfg(test)]` are left out.

/// The tokens of `source` that a build without tests sees.
pub fn tokens(source: &str) -> Vec<String> {
    without_tests(&all(source))
}

fn all(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest) {
            length
        } else {
            let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let length = if name > 0 {
                name
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            if !first.is_whitespace() {
                found.push(rest[..length].to_owned());
            }
            length
        };
        rest = &rest[length..];
    }
    found
}

/// The length of the string or character that `rest` begins with; a lifetime is none.
fn literal(rest: &str) -> Option<usize> {
    let quote = rest.trim_start_matches('b');
    let raw = quote.strip_prefix('r').map(|hashes| hashes.trim_start_matches('#')).filter(|text| text.starts_with('"'));
    if let Some(text) = raw {
        let hashes = quote.len() - 1 - text.len();
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(rest.len() - text.len() + 1 + text[1..].find(&end)? + end.len());
    }
    let start = rest.len() - quote.len();
    let sign = quote.chars().next().filter(|c| "\"'".contains(*c))?;
    let mut inside = quote.char_indices().skip(1);
    let lifetime = sign == '\'' && !quote[1..].starts_with('\\') && quote.chars().nth(2) != Some('\'');
    if lifetime || start > 1 {
        return None;
    }
    while let Some((at, c)) = inside.next() {
        match c {
            '\\' => drop(inside.next()),
            c if c == sign => return Some(start + at + 1),
            _ => {}
        }
    }
    None
}

/// Leaves out each item behind `#[cfg(test)]`: up to its `;` or its closing brace.
fn without_tests(tokens: &[String]) -> Vec<String> {
    const CFG_TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].len() >= CFG_TEST.len() && tokens[at..].iter().zip(CFG_TEST).all(|(token, sign)| token == sign)
        {
            at += CFG_TEST.len();
            let mut depth = 0;
            for token in &tokens[at..] {
                at += 1;
                depth += match token.as_str() {
                    "{" | "(" | "[" => 1,
                    "}" | ")" | "]" => -1,
                    _ => 0,
                };
                if depth == 0 && (token == ";" || token == "}") {
                    break;
                }
            }
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}
