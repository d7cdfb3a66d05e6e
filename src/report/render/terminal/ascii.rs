//! A page for terminals that know no block characters: each is replaced by one of the same
//! width, so that everything still lines up. Letters of any script stay.

/// `text` with ASCII in place of drawn characters and typographic marks.
pub fn ascii(text: &str) -> String {
    text.chars().map(of).collect()
}

fn of(c: char) -> char {
    match c {
        '█' | '▉' | '▊' | '▋' | '▌' | '▐' => '#',
        '▍' | '▎' | '▏' => ' ',
        '▓' => '%',
        '▒' => '+',
        '░' | '·' => '.',
        '│' | '┊' => '|',
        '┤' | '└' | '├' => '+',
        '─' | '–' | '—' | '−' => '-',
        '⠉' => '^',
        '⠒' => '-',
        '⠤' => '-',
        '⣀' => '_',
        '→' | '⇥' => '>',
        '←' => '<',
        '▼' => 'v',
        '✓' => 'x',
        '…' => '~',
        '×' => '*',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '⏎' => '$',
        '␣' => '_',
        '±' => '~',
        '²' => '2',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_becomes_ascii_and_letters_stay() {
        assert_eq!(ascii("西瓜 █▌ → 50%–60%"), "西瓜 ## > 50%-60%");
    }
}
