//! Encodings of one byte a letter: what a text would be in each, and whether somebody writes such words. Too much alike to
//! be guessed, all but that of the West, they are offered where it is asked how to read a file.

use super::accents::{LetterLikelihood, likelihood};
use super::languages::{BALTIC as BALTIC_WORDS, CENTRE as CENTRE_WORDS, TURKEY, WEST as WEST_WORDS};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1257,
};

/// The share of signs that must be likely ones.
const LIKELY: f64 = 0.9;
/// So much likelier a text must be in a language of the West than in any other one: `ln 3`.
const CLEARLY: f64 = 1.1;
/// So much rarer are files in the encodings of Turkey and of the Baltic: `ln 10`.
const RARER: f64 = 2.3;
/// Words of another script have so many letters at least.
const WORDS_OF: usize = 4;
/// Letters beyond ASCII, in lower case.
const WEST: &str = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ";
const CENTRE: &str = "ąćęłńóśźżáčďéěíľĺňřŕšťúůýžäöüßőűăâîşţđëôç";
const TURKISH: &str = "çğıöşüâîûi\u{307}";
const BALTIC: &str = "ąčęėįšųūžāēģīķļņõäöü";
const CYRILLIC: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўћђљњџ";
const GREEK: &str = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ";
/// Signs that stand among numbers and words of any language.
const MARKS: &str = "°±²³µ€£§«»–—‘’“”„…·½¼¾ªº¿¡×©®№\u{a0}";
/// Of those, what may stand within a word.
const WITHIN: &str = "’·‘–—";

/// The encodings, each with its letters and some words of the languages that are written with them.
fn alphabets() -> [(&'static Encoding, &'static str, &'static [&'static str]); 10] {
    [
        (WINDOWS_1252, WEST, WEST_WORDS),
        (WINDOWS_1250, CENTRE, CENTRE_WORDS),
        (WINDOWS_1254, TURKISH, TURKEY),
        (MACINTOSH, WEST, WEST_WORDS),
        (ISO_8859_2, CENTRE, CENTRE_WORDS),
        (WINDOWS_1257, BALTIC, BALTIC_WORDS),
        (WINDOWS_1251, CYRILLIC, &[]),
        (KOI8_R, CYRILLIC, &[]),
        (IBM866, CYRILLIC, &[]),
        (WINDOWS_1253, GREEK, &[]),
    ]
}

/// The encodings in which these bytes are words, each with the share of likely signs; of two that say the same, one.
/// Those of the same share stand in the order of how likely their letters are.
pub(super) fn likely(bytes: &[u8]) -> Vec<(f64, &'static Encoding)> {
    let mut texts: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for (encoding, letters, languages) in alphabets() {
        let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else { continue };
        let share = share(&text, letters);
        if share >= LIKELY && !texts.iter().any(|other| *other == text) {
            found.push((share, likelihood(&text, languages).mean_log(), encoding));
            texts.push(text.into_owned());
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
    found.into_iter().map(|(share, _, encoding)| (share, encoding)).collect()
}

/// Whether these bytes are words with accents in some encoding.
pub(super) fn are_latin_somewhere(bytes: &[u8]) -> bool {
    let mut latin = alphabets().into_iter().filter(|(_, _, languages)| !languages.is_empty());
    latin.any(|(encoding, letters, _)| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.is_some_and(|text| share(&text, letters) >= LIKELY)
    })
}

/// Whether accents speak for a language of the West, where they would be others in another encoding of Windows.
pub(super) fn are_clearly_western(bytes: &[u8]) -> bool {
    let read = |encoding: &'static Encoding, languages| -> (String, LetterLikelihood) {
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        let likelihood = likelihood(&text, languages);
        (text, likelihood)
    };
    let (text, western) = read(WINDOWS_1252, WEST_WORDS);
    let rivals =
        [(WINDOWS_1250, CENTRE_WORDS, 0.0), (WINDOWS_1254, TURKEY, RARER), (WINDOWS_1257, BALTIC_WORDS, RARER)];
    rivals.into_iter().all(|(encoding, languages, rarer)| {
        let (other, rival) = read(encoding, languages);
        other == text || rival.n_letters == 0 || western.log - rival.log + rarer >= CLEARLY
    })
}

/// The share of likely signs among those beyond ASCII.
fn share(text: &str, letters: &str) -> f64 {
    let chars: Vec<char> = text.chars().collect();
    let is_own_script = !letters.contains(['ä', 'ö']);
    let beyond: Vec<usize> = (0..chars.len()).filter(|&at| !chars[at].is_ascii()).collect();
    if beyond.is_empty() || is_own_script && beyond.len() < WORDS_OF || !is_own_script && !are_latin_words(text) {
        return 0.0;
    }
    let is_likely = |at: usize| {
        let around = [at.checked_sub(1).map(|before| chars[before]), chars.get(at + 1).copied()];
        is_letter(chars[at], letters) && fits(chars[at], around, is_own_script) || is_mark(chars[at], around)
    };
    let n_letters = || beyond.iter().filter(|&&at| is_letter(chars[at], letters)).count();
    if is_own_script && 2 * n_letters() < beyond.len() {
        return 0.0; // marks, and a letter here and there
    }
    beyond.iter().filter(|&&at| is_likely(at)).count() as f64 / beyond.len() as f64
}

/// Whether letters without accents stand in the words beside those with one.
fn are_latin_words(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    let (n_plain, n_accents) = words.flat_map(str::chars).fold((0, 0), |(plain, accents), c| match c.is_ascii() {
        true => (plain + 1, accents),
        false => (plain, accents + 1),
    });
    n_accents == 0 || 4 * n_plain >= n_accents
}

fn is_letter(c: char, letters: &str) -> bool {
    c.to_lowercase().all(|lower| letters.contains(lower))
}

/// Whether a letter fits its neighbours: no capital stands behind a small letter, and no script within a word of another.
fn fits(c: char, [before, behind]: [Option<char>; 2], is_own_script: bool) -> bool {
    let is_ascii_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let is_hump = c.is_uppercase() && before.is_some_and(char::is_lowercase);
    !is_hump && !(is_own_script && (is_ascii_letter(before) || is_ascii_letter(behind)))
}

/// Whether it is a mark where marks stand: not within a word.
fn is_mark(c: char, around: [Option<char>; 2]) -> bool {
    let is_within = || around.iter().all(|c| c.is_some_and(char::is_alphabetic));
    MARKS.contains(c) && (WITHIN.contains(c) || !is_within())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str, encoding: &'static Encoding) -> Vec<&'static str> {
        likely(&encoding.encode(text).0).into_iter().map(|(_, encoding)| encoding.name()).collect()
    }

    #[test]
    fn each_encoding_is_offered_for_what_is_written_in_it() {
        for (text, encoding) in [
            ("şehir,y\nİzmir,1\nAğrı,2\n", WINDOWS_1254),
            ("ville,y\nOrléans,1\nBesançon,2\n", MACINTOSH),
            ("miasto,y\nŁódź,1\nWrocław,2\n", WINDOWS_1250),
            ("miasto,y\nŁódź,1\nŚwięta,2\n", ISO_8859_2),
            ("город,y\nМосква,1\nКазань,2\n", WINDOWS_1251),
            ("город,y\nМосква,1\nКазань,2\n", KOI8_R),
            ("город,y\nМосква,1\nКазань,2\n", IBM866),
            ("πόλη,y\nΑθήνα,1\n", WINDOWS_1253),
            ("miestas,y\nŠiauliai,1\nPanevėžys,2\n", WINDOWS_1257),
            ("año,tamaño\n", WINDOWS_1252),
        ] {
            let found = labels(text, encoding);
            assert!(found.contains(&encoding.name()), "{}: {found:?}", encoding.name());
        }
    }

    #[test]
    fn what_nobody_writes_is_not_offered() {
        assert_eq!(labels("город,y\nМосква,1\nКазань,2\n", WINDOWS_1251), ["windows-1251", "windows-1253"]);
        assert!(likely(b"a,b\n1,\xff\xfe\n").is_empty() && likely(b"a,b\n").is_empty());
    }
}
