//! Whether a student can type the commands of a lab: only what stands in its text is read, and a hint comes late.

use super::answers::{command_line, quoted};
use super::fault::{LabFault, LabFaultKind};
use super::spec::{AnswerCommand, Lab, WantedAnswer};

/// The commands of which some part does not stand in the text; one that several questions ask for, once.
pub(super) fn faults(lab: &Lab) -> Vec<LabFault> {
    let text = lab.text.replace('"', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut commands: Vec<&AnswerCommand> = Vec::new();
    for question in &lab.questions {
        let WantedAnswer::Computed { commands: asked, .. } = &question.wanted else { continue };
        for command in asked {
            if !commands.iter().any(|earlier| earlier.words == command.words) {
                commands.push(command);
            }
        }
    }
    commands.into_iter().filter_map(|command| fault(command, &text)).collect()
}

fn fault(command: &AnswerCommand, text: &str) -> Option<LabFault> {
    let parts: Vec<String> = parts(&command.words).into_iter().filter(|part| !stands(part, text)).collect();
    let command_line = command_line(&command.words);
    (!parts.is_empty()).then(|| LabFault::new(command.line, LabFaultKind::NotInText { command: command_line, parts }))
}

/// `melon curve`, `--rows 600`, `melon-field`: a flag with its value. They may stand apart, as in "then add `--k 4`".
fn parts(words: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let part = if at == 0 { format!("melon {word}") } else { quoted(word) };
        let is_value = at > 0 && words[at - 1].starts_with("--") && !word.starts_with("--");
        match parts.last_mut().filter(|_| is_value) {
            Some(flag) => *flag += &format!(" {part}"),
            None => parts.push(part),
        }
    }
    parts
}

/// Whether a part stands in the text, and not as the beginning or the end of something longer.
fn stands(part: &str, text: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(part).any(|(at, _)| {
        let begins = !text[..at].ends_with(|c: char| goes_on(c) || c == '-');
        // A point or a comma ends a sentence, unless something goes on behind it.
        let after = text[at + part.len()..].trim_start_matches([',', '.', ':', '-', '_', '=']);
        begins && !after.starts_with(goes_on)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::labs;
    use crate::data::verbalise::Tongue;
    use crate::task::lab::parse;

    fn missing(text: &str, command: &str) -> Vec<String> {
        let head = "---\nlab: t\ntitle: T\nminutes: 5\ndata: melons\n---\n";
        let block = format!("```answer\na: {command}\nvalue: a.n\nkind: count\nhint: h\n```\n");
        let lab = parse(&format!("{head}{text}\n\n### q1. How many?\n{block}### q2. And now?\n{block}")).unwrap();
        let found = faults(&lab);
        assert!(found.len() <= 1, "said once, not once a question: {found:?}");
        let parts = |fault: LabFault| match fault.what {
            LabFaultKind::NotInText { parts, .. } => parts,
            other => panic!("{other:?}"),
        };
        found.into_iter().flat_map(parts).collect()
    }

    #[test]
    fn every_flag_of_a_command_has_to_stand_in_the_text_with_its_value() {
        let command = "melon curve melon-field --rows 600 --seed {seed} --l2 1 --trace";
        let whole = format!("Type `{command}`.");
        assert!(missing(&whole, command).is_empty());
        assert!(
            missing("`melon curve melon-field --seed {seed} --rows\n600`; add `--trace`, then `--l2 1`.", command)
                .is_empty()
        );
        assert_eq!(missing("", command)[..3], ["melon curve", "melon-field", "--rows 600"]);
        assert_eq!(missing(&whole.replace("--rows 600 ", ""), command), ["--rows 600"]);
        assert_eq!(missing(&whole.replace("--l2 1", "--l2 10"), command), ["--l2 1"], "another value");
        assert_eq!(missing(&whole.replace("--l2 1", "--l2 1.5"), command), ["--l2 1"]);
        let score = "melon score 'a sweet melon' --model ngram";
        assert!(missing("`melon score \"a sweet melon\" --model ngram`", score).is_empty(), "either quotation mark");
        assert_eq!(missing("`melon score 'a melon' --model ngram`", score), ["'a sweet melon'"]);
    }

    #[test]
    fn every_lab_that_comes_with_the_program_says_what_to_type() {
        for id in labs::ids() {
            for tongue in [Tongue::Chinese, Tongue::English] {
                let lab = parse(labs::source(id, tongue).unwrap()).unwrap();
                assert_eq!(faults(&lab), Vec::new(), "{id}");
            }
        }
    }
}
