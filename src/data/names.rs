//! Chinese and English names of the melons' columns and values, and "did you mean".
//!
//! The data speak Chinese. A user may write `color=green` for `色泽=青绿`, and a report in
//! English shows `color` again; what is stored and computed keeps the data's own names.

/// Column names: Chinese, then English; the first English name is the one that is shown.
const COLUMNS: &[(&str, &[&str])] = &[
    ("编号", &["id"]),
    ("色泽", &["color", "colour"]),
    ("根蒂", &["root", "stem"]),
    ("敲声", &["sound", "knock"]),
    ("纹理", &["texture"]),
    ("脐部", &["navel", "umbilicus"]),
    ("触感", &["touch"]),
    ("密度", &["density"]),
    ("重量", &["weight"]),
    ("含糖率", &["sugar", "sugar_content"]),
    ("好瓜", &["ripe", "good"]),
    ("熟", &["ripe"]),
];

/// Values and class names, likewise.
const VALUES: &[(&str, &[&str])] = &[
    ("青绿", &["green"]),
    ("乌黑", &["dark", "black"]),
    ("浅白", &["pale", "white"]),
    ("蜷缩", &["curled"]),
    ("稍蜷", &["slightly_curled"]),
    ("硬挺", &["stiff"]),
    ("浊响", &["muffled", "浑浊"]),
    ("沉闷", &["dull"]),
    ("清脆", &["crisp"]),
    ("清晰", &["clear"]),
    ("稍糊", &["slightly_blurry"]),
    ("模糊", &["blurry"]),
    ("凹陷", &["hollow"]),
    ("稍凹", &["slightly_hollow"]),
    ("平坦", &["flat"]),
    ("硬滑", &["hard_smooth", "hard_and_smooth"]),
    ("软粘", &["soft_sticky", "soft_and_sticky"]),
    ("是", &["yes"]),
    ("否", &["no"]),
];

/// The name to show for a column, value, class or term (`色泽=乌黑` -> `color=dark`): in
/// English if asked for and known, else as it is.
pub fn display_name(name: &str, english: bool) -> String {
    if !english {
        return name.to_owned();
    }
    let translate = |part: &str| {
        let entry = COLUMNS.iter().chain(VALUES).find(|(zh, _)| *zh == part);
        entry.map_or_else(|| part.to_owned(), |(_, en)| en[0].to_owned())
    };
    match name.split_once('=') {
        Some((column, level)) => format!("{}={}", translate(column), translate(level)),
        None => translate(name),
    }
}

/// What a program writes, in English: a name as [`display_name`] says it, also within
/// `predicted 好瓜` and `P(好瓜=是)`, and each of several that are joined by ` & `.
pub fn in_english(text: &str) -> String {
    let within = |start: &str, end: &str| text.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    match (within("predicted ", ""), within("P(", ")")) {
        (Some(name), _) => format!("predicted {}", display_name(name, true)),
        (_, Some(name)) => format!("P({})", display_name(name, true)),
        _ => text.split(" & ").map(|part| display_name(part, true)).collect::<Vec<_>>().join(" & "),
    }
}

/// The candidate that `asked` means: itself, itself but for case and `_`, or its
/// translation in either direction. An exact match goes before a translated one.
pub fn resolve<'a>(asked: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let asked = asked.trim();
    (candidates.clone().into_iter().find(|name| *name == asked))
        .or_else(|| candidates.clone().into_iter().find(|name| plain(name) == plain(asked)))
        .or_else(|| candidates.into_iter().find(|name| translates(name, asked)))
}

/// The names in `typed` texts: lists with commas between the names. A comma may belong to a name
/// of `known` (`weight, g`): each name is the longest stretch between commas that is one. Quotes
/// around a name are taken off.
pub fn listed<'a>(typed: &[String], known: impl IntoIterator<Item = &'a str> + Clone) -> Vec<String> {
    let mut names = Vec::new();
    for text in typed {
        let mut rest = text.as_str();
        while !rest.trim().is_empty() {
            let ends = || rest.match_indices(',').map(|(at, _)| at).chain([rest.len()]);
            let is_known = |&end: &usize| resolve(unquoted(&rest[..end]), known.clone()).is_some();
            // Of what is no name, a quoted text is taken as a whole.
            let is_whole = |&end: &usize| rest[..end].matches('"').count() % 2 == 0;
            let longest = ends().filter(is_known).last();
            let end = longest.or_else(|| ends().find(is_whole)).unwrap_or(rest.len());
            names.push(unquoted(&rest[..end]).to_owned());
            rest = rest[end..].strip_prefix(',').unwrap_or_default();
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// Whether two names mean the same.
pub fn same(a: &str, b: &str) -> bool {
    resolve(a, [b]).is_some()
}

/// The known spelling nearest to `asked`, in whichever language comes nearer, if any is
/// near enough to be what was meant: at most a third of its characters differ, or one.
pub fn nearest<'a>(asked: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let asked = plain(asked);
    let mut best: Option<(usize, String)> = None;
    for candidate in candidates {
        for spelling in [candidate.to_owned(), display_name(candidate, true)] {
            let distance = strsim::damerau_levenshtein(&asked, &plain(&spelling));
            let length = spelling.chars().count().max(asked.chars().count());
            let near = distance < length && distance <= (length / 3).max(1);
            if near && best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, spelling));
            }
        }
    }
    best.map(|(_, spelling)| spelling)
}

/// The other built-in names of what is called `name`, in either language.
pub fn spellings(name: &str) -> Vec<&'static str> {
    let of = |&(zh, en): &(&'static str, &[&'static str])| std::iter::once(zh).chain(en.iter().copied()).collect();
    let all = COLUMNS.iter().chain(VALUES).map(of);
    let meant = all.filter(|entry: &Vec<&str>| entry.contains(&name));
    let mut found: Vec<&'static str> = meant.flatten().filter(|other| *other != name).collect();
    found.dedup();
    found
}

/// Lower case, with `_` for spaces and hyphens, and for line breaks: they are shown as `⏎`, and typed so or as a blank.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['\r', '·'], "").replace([' ', '-', '\n', '⏎'], "_")
}

/// Whether some entry of the glossary holds both names.
fn translates(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let holds = |(zh, en): &(&str, &[&str]), name: &str| *zh == name || en.contains(&name);
    COLUMNS.iter().chain(VALUES).any(|entry| holds(entry, &a) && holds(entry, &b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_resolve_in_both_directions() {
        assert_eq!(resolve("color", ["根蒂", "色泽"]), Some("色泽"));
        assert_eq!(resolve("Colour", ["色泽"]), Some("色泽"));
        assert_eq!(resolve("色泽", ["color"]), Some("color"));
        assert_eq!(resolve("slightly curled", ["蜷缩", "稍蜷"]), Some("稍蜷"));
        assert_eq!(resolve("ripe", ["好瓜"]), Some("好瓜"));
        assert_eq!(resolve("ripe", ["熟"]), Some("熟"));
        assert_eq!(resolve("含糖率", ["好瓜"]), None);
        assert_eq!(resolve("A", ["a", "A"]), Some("A"), "an exact match goes first");
        for typed in ["How many\nhours?", "How many⏎hours?", "how many hours?"] {
            assert_eq!(resolve(typed, ["How many\nhours?"]), Some("How many\nhours?"));
        }
    }

    #[test]
    fn a_term_is_shown_in_english_part_by_part() {
        assert_eq!(display_name("色泽=乌黑", true), "color=dark");
        assert_eq!(display_name("色泽=紫", true), "color=紫");
        assert_eq!(display_name("色泽=乌黑", false), "色泽=乌黑");
        assert_eq!(in_english("predicted 好瓜"), "predicted ripe");
        assert_eq!(in_english("P(好瓜=是)"), "P(ripe=yes)");
        assert_eq!(in_english("含糖率"), "sugar");
        assert_eq!(in_english("色泽=乌黑 & 根蒂=稍蜷"), "color=dark & root=slightly_curled");
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("gren", ["青绿", "乌黑"]).as_deref(), Some("green"));
        assert_eq!(nearest("青緑", ["青绿", "乌黑"]).as_deref(), Some("青绿"));
        assert_eq!(nearest("purple", ["青绿", "乌黑"]), None);
        assert_eq!(nearest("x", ["y"]), None);
    }

    #[test]
    fn a_list_may_hold_any_name() {
        let known = ["weight, g", "age", "色泽"];
        let listed = |typed: &[&str]| listed(&typed.iter().map(|text| text.to_string()).collect::<Vec<_>>(), known);
        assert_eq!(listed(&["weight, g"]), ["weight, g"]);
        assert_eq!(listed(&["weight, g,age"]), ["weight, g", "age"]);
        assert_eq!(listed(&["weight,age"]), ["weight", "age"], "what is no name is refused later");
        assert_eq!(listed(&["age,\"weight, g\", color"]), ["age", "weight, g", "color"]);
        assert_eq!(listed(&["age", "色泽"]), ["age", "色泽"]);
    }
}
