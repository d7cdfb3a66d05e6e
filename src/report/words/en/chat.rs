//! Words of `melon chat`.

use super::grammar::s;

crate::report::words::messages! {
    Welcome { model, n_params } =
        "Talking to {model}, a model of {n_params} parameters that is often wrong. /clear starts again, /quit or Ctrl-D ends.";
    SeenMelons =
        "What it says of ripeness follows the 17 melons by colour, root and sound. Another table can rank the colours otherwise, as the one of ten melons does:";
    TrySeventeen = "the 17 melons that it follows";
    TryTen = "the ten melons";
    You = "You:";
    Model = "Melon:";
    Cleared = "What was said is forgotten.";
    Commands = "The commands are /clear, which starts again, and /quit.";
    Forgotten { n, context_len } =
        "The context of {context_len} tokens is full: the {turns} left out.", turns = oldest(n);
    Cut { n, context_len } =
        "The question, with a system line if there is one, is too long for a context of {context_len} tokens: {n} {were} not read.", were = if n.to_string() == "1" { "was" } else { "were" };
    BrokenOff { n } = "Stopped after {n} token{s}; --max-tokens allows more.", s = s(n);
    NotTuned = "This model is only pre-trained: it continues a text and does not answer.";
    Tune { command } = "To teach it to answer: {command}";
    NoQuestion = "--ask has no question. Write what to ask, as in --ask 'Is it ripe?'";
}

/// `oldest turn was`, `2 oldest turns were`.
fn oldest(n: &impl std::fmt::Display) -> String {
    match n.to_string().as_str() {
        "1" => "oldest turn was".to_owned(),
        n => format!("{n} oldest turns were"),
    }
}
