//! What can be wrong with a lab or a form.

use super::{did_you_mean, list};
use crate::report::number::short;
use crate::report::words::errors;
use crate::task::lab::LabFaultKind;

errors! {
    LabFaultKind {
        Self::NoHead = "a lab begins with a line ---, then lab, title, minutes and data, then --- again.";
        Self::OpenHead = "the head does not end: put a line --- below it.";
        Self::NoKey { text } = "\"{text}\" is no line of the form key: value.";
        Self::UnknownKey { key, nearest, known } =
            "there is no {key} here.{mean} Possible: {known}.", mean = did_you_mean(nearest), known = list(known);
        Self::MissingKey { key } = "{key}: is missing.";
        Self::Twice { key } = "{key} stands twice. Keep one.";
        Self::NoAnswer { question } = "{what}", what = if question.is_empty() {
            "this answer block belongs to no question: put it below a heading like ### q1. …, one each.".to_owned()
        } else {
            format!("{question} has no answer block: put ```answer … ``` below it.")
        };
        Self::OpenBlock = "the block does not end: put a line ``` below it.";
        Self::TooFew { n, least } = "there are {n} questions; at least {least} is needed.";
        Self::NoKind { kind } = "there is no kind {kind}. Possible: number, count, word, text.";
        Self::NoNumber { key, value } = "{key}: {value} is no number (within: 0.005, 2%, or 2% or 0.005; points and minutes: a whole number).";
        Self::NoMelon { name, text } = "{name}: {text}: a command begins with melon.";
        Self::Forbidden { word } =
            "a lab cannot run {word}: only commands that end by themselves, without flags that write; the format is set to JSON.";
        Self::Expression { text, at } = "{text}: cannot be read from character {at} on.";
        Self::NoCommand { name } = "the block has no command {name}: write {name}: melon … above.";
        Self::PickName { name } =
            "pick-{name}: {name} cannot stand in braces. Take letters and digits, and neither data nor seed nor student.";
        Self::PickChoices { name } =
            "pick-{name}: at least two choices, with | between them; none may be empty or have a quotation mark or a brace in it.";
        Self::Placeholder { name } =
            "{name} stands for nothing. Possible: {{data}}, {{seed}}, {{student}}, and {{NAME}} where pick-NAME stands in the head.";
        Self::CommandFailed { command, said } = "{command} failed: {said}";
        Self::NoValue { text, part } = "{text}: there is no {part} in what the command printed. Look at it with --format json.";
        Self::OtherKind { found } = "the answer is {found}, which is not of the kind that the question names.";
        Self::NotInText { command, parts } =
            "the text does not say {list} of {command}: a student cannot know what to type. Put it there, in the words of the command.",
            list = list(parts);
        Self::TooTight { answer, within, least } =
            "the answer is {answer} ± {within}, but the page rounds it by up to {least}: whoever copies it from there would be wrong. Make within at least {least}, or for example 1% or {least}.",
            within = short(*within, 6), least = short(*least, 6);
        Self::HintTells { answer } = "the hint says the answer, {answer}.";
    }
}
