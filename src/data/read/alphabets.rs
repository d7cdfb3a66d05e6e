//! Encodings of one byte a letter: what a text would be in each, and whether somebody writes such words. Too much alike to
//! be guessed, all but that of the West, they are offered where it is asked how to read a file.

use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1257,
};

/// The share of signs that must be likely ones.
const LIKELY: f64 = 0.9;
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

fn alphabets() -> [(&'static Encoding, &'static str); 10] {
    [
        (WINDOWS_1252, WEST),
        (WINDOWS_1250, CENTRE),
        (WINDOWS_1254, TURKISH),
        (MACINTOSH, WEST),
        (ISO_8859_2, CENTRE),
        (WINDOWS_1257, BALTIC),
        (WINDOWS_1251, CYRILLIC),
        (KOI8_R, CYRILLIC),
        (IBM866, CYRILLIC),
        (WINDOWS_1253, GREEK),
    ]
}

/// The encodings in which these bytes are words, each with the share of likely signs; of two that say the same, one.
pub(super) fn likely(bytes: &[u8]) -> Vec<(f64, &'static Encoding)> {
    let mut texts: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for (encoding, letters) in alphabets() {
        let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else { continue };
        let share = share(&text, letters);
        if share >= LIKELY && !texts.iter().any(|other| *other == text) {
            found.push((share, encoding));
            texts.push(text.into_owned());
        }
    }
    found
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
