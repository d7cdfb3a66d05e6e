//! Which encoding bytes that are not UTF-8 may be in: each candidate is tried, and judged by
//! how common its bytes would be, and then by what they would say. What two of them could be is asked about.

use super::pieces::{Commonness, commonness_of, pieces};
use super::{Fault, alphabets, familiar};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// The best candidate must lead by so much, and be at least so common.
const LEAD: f64 = 0.15;
const COMMON: f64 = 0.6;
/// Where the bytes speak for none, or for one that says far less than another, what they would say decides: if it fits
/// so well, and by so much better than in any other.
const CLEAR: f64 = 0.75;
const CLEAR_LEAD: f64 = 0.35;
const FAR_LESS: f64 = 0.15;
/// A text of which next to nothing is common in any language is not read without a question.
const HARDLY: f64 = 0.3;
/// Files in EUC-JP are rare.
const RARE: f64 = 0.9;
/// From so many characters on, of which this share is kana, Japanese is no accident in Chinese.
const CLEARLY_JAPANESE: usize = 8;
const KANA: f64 = 0.2;
/// How much of the text a question shows, and in how many encodings.
const SHOWN: usize = 24;
const OFFERED: usize = 5;
/// Encodings of one byte a letter go behind others that are as likely.
const BEHIND: f64 = 0.95;

/// The encoding of `sample`, which is neither UTF-8 nor UTF-16.
///
/// # Errors
/// [`Fault::UnclearEncoding`] where two candidates are equally likely.
pub(super) fn guess(sample: &[u8]) -> Result<&'static Encoding, Fault> {
    let lines = sample.iter().rposition(|&byte| byte == b'\n').map_or(sample, |end| &sample[..end]);
    let mut scored = scores(lines);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let by_bytes = match scored[..] {
        // Nothing fits: damaged UTF-8, most likely, whose line will be named.
        [] | [(0.0, _), ..] if alphabets::likely(lines).is_empty() => return Ok(UTF_8),
        [] => None,
        [(best, _), ..] if best < COMMON => None,
        [(best, _), (second, _), ..] if best - second < LEAD => None,
        [(_, encoding), ..] => Some(encoding),
    };
    by_text(lines, by_bytes).ok_or_else(|| unclear(lines))
}

/// The encoding that the text speaks for, or at least not against: `by_bytes` is the one that the bytes speak for.
fn by_text(lines: &[u8], by_bytes: Option<&'static Encoding>) -> Option<&'static Encoding> {
    if by_bytes == Some(WINDOWS_1252) {
        return by_bytes.filter(|_| alphabets::are_clearly_western(lines));
    }
    let fits = fits(lines);
    let [(best, encoding), rest @ ..] = &fits[..] else { return by_bytes };
    let own = fits.iter().find(|(_, encoding)| Some(*encoding) == by_bytes).map(|(fit, _)| *fit);
    let may_be_accents = || alphabets::are_latin_somewhere(lines);
    if own.is_some_and(|own| own >= HARDLY && best - own < FAR_LESS && (own >= CLEAR || !may_be_accents())) {
        return by_bytes;
    }
    let lead = best - rest.first().map_or(0.0, |(second, _)| *second);
    (*best >= CLEAR && lead >= CLEAR_LEAD).then_some(encoding)
}

/// The candidates, likeliest first, each with what the first line would be.
fn unclear(lines: &[u8]) -> Fault {
    let first = lines.split(|&byte| byte == b'\n').find(|line| !line.is_ascii()).unwrap_or_default();
    Fault::UnclearEncoding { candidates: readings(first, &likeliest(lines)) }
}

/// What `line` would be in the encodings, but for `failed`, in which all of `bytes` around it can be.
pub(super) fn offered(bytes: &[u8], line: &[u8], failed: &'static Encoding) -> Vec<(String, String)> {
    let is_utf8 = std::str::from_utf8(line).is_ok() && !line.is_ascii();
    let mut all = likeliest(line);
    all.splice(..0, is_utf8.then_some((1.0, UTF_8)));
    all.retain(|(_, encoding)| *encoding != failed && decodes(encoding, bytes));
    readings(line, &all)
}

/// Whether bytes, which may end within a character, mean something in an encoding.
pub(super) fn decodes(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(bytes, |end| &bytes[..end]);
    encoding.decode_without_bom_handling_and_without_replacement(whole).is_some()
}

/// Encodings of two bytes a character in which these bytes mean something, and how well what they would say fits.
fn fits(lines: &[u8]) -> Vec<(f64, &'static Encoding)> {
    let of_two = [(GBK, 1.0), (BIG5, 1.0), (SHIFT_JIS, 1.0), (EUC_KR, 1.0), (EUC_JP, RARE)].into_iter();
    let fit = |(encoding, usual): (&'static Encoding, f64)| Some((usual * familiar::fit(lines, encoding)?, encoding));
    let mut fits: Vec<_> = of_two.filter_map(fit).collect();
    fits.sort_by(|a, b| b.0.total_cmp(&a.0));
    fits
}

/// All candidates, likeliest first, without those that are far less likely.
fn likeliest(bytes: &[u8]) -> Vec<(f64, &'static Encoding)> {
    let likely = alphabets::likely(bytes).into_iter().map(|(share, encoding)| (BEHIND * share, encoding));
    let mut all: Vec<(f64, &'static Encoding)> = likely.collect();
    if !all.iter().any(|(_, encoding)| *encoding == WINDOWS_1252) {
        all.push((western(bytes), WINDOWS_1252));
    }
    // Bytes that stand alone are accents, and no halves of characters.
    let halved = if alone(bytes) { 0.5 } else { 1.0 };
    all.extend(fits(bytes).into_iter().map(|(fit, encoding)| (halved * fit, encoding)));
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = all.first().map_or(0.0, |(best, _)| *best);
    all.retain(|(score, encoding)| *score > 0.0 && 2.0 * score >= best && decodes(encoding, bytes));
    all
}

/// The first of them, each with what a line would be.
fn readings(line: &[u8], encodings: &[(f64, &'static Encoding)]) -> Vec<(String, String)> {
    let reading = |&(_, encoding): &(f64, &'static Encoding)| {
        let text = encoding.decode_without_bom_handling(line).0;
        (encoding.name().to_lowercase(), text.trim().chars().take(SHOWN).collect())
    };
    encodings.iter().take(OFFERED).map(reading).collect()
}

/// Each encoding that the bytes can be in, and how likely it is, from 0 to 1.
fn scores(lines: &[u8]) -> Vec<(f64, &'static Encoding)> {
    let western = western(lines);
    // A byte alone among letters is no half of a character: `(°C)`.
    let is_western = western == 1.0;
    let kana = kana(lines);
    let is_japanese = kana >= KANA && commonness(lines, EUC_JP).1 >= CLEARLY_JAPANESE;
    // Each of these bytes stands alone behind a letter, as an accent does in any encoding of the West.
    let are_alone = alone(lines);
    let score = |encoding: &'static Encoding| match commonness(lines, encoding).0 {
        _ if encoding == WINDOWS_1252 => western,
        common if is_western || are_alone => common / 2.0,
        common if is_japanese && encoding != EUC_JP => common / 2.0,
        common => common,
    };
    let candidates = [GBK, BIG5, SHIFT_JIS, EUC_KR, WINDOWS_1252].into_iter();
    candidates
        .chain((kana >= KANA).then_some(EUC_JP))
        .filter(|encoding| encoding.decode_without_bom_handling_and_without_replacement(lines).is_some())
        .map(|encoding| (score(encoding), encoding))
        .collect()
}

/// Which share of the characters would be kana in EUC-JP; 0 where the bytes are none of its pairs.
fn kana(lines: &[u8]) -> f64 {
    if EUC_JP.decode_without_bom_handling_and_without_replacement(lines).is_none() {
        return 0.0;
    }
    let (mut n, mut n_kana, mut at) = (0, 0, 0);
    while at < lines.len() {
        let is_pair = lines[at] >= 0x80;
        n += usize::from(is_pair);
        n_kana += usize::from(is_pair && (0xa4..=0xa5).contains(&lines[at]));
        at += if is_pair { 2 } else { 1 };
    }
    n_kana as f64 / n.max(1) as f64
}

/// Whether every byte beyond ASCII has an ASCII letter before it, and ASCII behind it.
fn alone(lines: &[u8]) -> bool {
    (0..lines.len()).filter(|&at| lines[at] >= 0x80).all(|at| {
        let before = at.checked_sub(1).is_some_and(|before| lines[before].is_ascii_alphabetic());
        before && lines.get(at + 1).is_none_or(u8::is_ascii)
    })
}

/// How common the characters of two bytes would be, from 0 to 1, and how many there are.
fn commonness(lines: &[u8], encoding: &'static Encoding) -> (f64, usize) {
    let (mut sum, mut n) = (0.0, 0);
    for piece in pieces(lines, encoding).filter(|piece| piece[0] >= 0x80) {
        n += 1;
        sum += match commonness_of(piece, encoding) {
            Commonness::Common => 1.0,
            Commonness::Mark => 0.8,
            Commonness::Rare => 0.2,
            Commonness::Single => 0.1,
        };
    }
    (if n > 0 { sum / n as f64 } else { 0.0 }, n)
}

/// Western text has its accents one by one, next to ASCII letters, digits or blanks.
fn western(lines: &[u8]) -> f64 {
    let is_high = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|byte| *byte >= 0x80);
    let usual = |byte: u8| {
        // Not those of Iceland, whose bytes are the letters of Turkey elsewhere.
        ((0xc0..=0xfc).contains(&byte) && !b"\xd0\xdd\xde\xf0".contains(&byte))
            || b"\x80\x91\x92\x93\x94\x96\x97\x85\xa3\xa7\xab\xb0\xb1\xb2\xb3\xb4\xb5\xb7\xba\xbb\xbd\xbf\xa1\xaa"
                .contains(&byte)
    };
    let (mut sum, mut n) = (0.0, 0);
    for (at, &byte) in lines.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let alone = !is_high(at.checked_sub(1)) && !is_high(Some(at + 1)) && !is_sign_in_word(lines, at);
        n += 1;
        sum += f64::from(u8::from(alone && usual(byte) || is_letter_of_two(lines, at)));
    }
    if n > 0 { sum / n as f64 } else { 0.0 }
}

/// A sign that is no letter between two letters: `Wroc³aw`. An apostrophe, a dash and a point may stand there.
fn is_sign_in_word(lines: &[u8], at: usize) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(u8::is_ascii_alphabetic);
    // An apostrophe and a hyphen stand in words, dashes and quotation marks around them.
    let is_sign =
        (0xa0..0xc0).contains(&lines[at]) && lines[at] != 0xb7 || b"\x80\x85\x93\x94\x96\x97".contains(&lines[at]);
    is_sign && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))
}

/// One of two accented letters within a word, as in `Größe`.
fn is_letter_of_two(lines: &[u8], at: usize) -> bool {
    let is_accented = |byte: u8| (0xc0..=0xfc).contains(&byte);
    let is_pair = |start: usize| {
        let around = start.checked_sub(1).and_then(|before| lines.get(before..start + 3));
        around.is_some_and(|around| {
            let [before, first, second, after] = around else { return false };
            before.is_ascii_alphabetic() && after.is_ascii_alphabetic() && is_accented(*first) && is_accented(*second)
        })
    };
    is_pair(at) || at.checked_sub(1).is_some_and(is_pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str, encoding: &'static Encoding) -> Option<&'static str> {
        guess(&encoding.encode(text).0).ok().map(Encoding::name)
    }

    #[test]
    fn encodings_are_told_apart_by_their_common_characters() {
        assert_eq!(guessed("色泽,好瓜\n青绿,是\n乌黑,否\n", GBK), Some("GBK"));
        assert_eq!(guessed(&format!("x,sex\n{}", "1,男\n2,女\n".repeat(20)), GBK), Some("GBK"), "two characters");
        assert_eq!(guessed("密度,含糖率,编号\n1,2,3\n", GBK), Some("GBK"));
        assert_eq!(guessed(&format!("x,sex\n{}", "1,남\n2,여\n".repeat(20)), EUC_KR), Some("EUC-KR"));
        assert_eq!(guessed("編號,色澤,根蒂,敲聲\n1,青綠,蜷縮,濁響\n2,烏黑,蜷縮,沉悶\n", BIG5), Some("Big5"));
        assert_eq!(guessed("色,産地,甘い\n黒,熊本,いいえ\n緑,千葉,はい\n", SHIFT_JIS), Some("Shift_JIS"));
        assert_eq!(guessed("색깔,산지,단맛\n검정,함안,예\n초록,고창,아니오\n", EUC_KR), Some("EUC-KR"));
        assert_eq!(guessed("品種,甘さ,y\n祭ばやし,1\n縞王,2\n", EUC_JP), Some("EUC-JP"));
        assert_eq!(guessed("año,tamaño,ciudad\n2000,50,Málaga\n2001,51,Cádiz\n", WINDOWS_1252), Some("windows-1252"));
        assert_eq!(guessed("Größe,y\n1,2\n2,3\n", WINDOWS_1252), Some("windows-1252"));
        assert_eq!(guessed("Temp (°C),y\n20,1\n21,2\n", WINDOWS_1252), Some("windows-1252"));
    }

    #[test]
    fn what_could_be_two_is_asked_about() {
        // Two characters of bytes that both Chinese and Korean use.
        assert!(
            matches!(guess(b"\xb0\xcb,\xc1\xa4\n"), Err(Fault::UnclearEncoding { candidates }) if candidates.len() > 1)
        );
    }

    #[test]
    fn kanji_alone_are_told_by_how_common_they_are() {
        let kanji = EUC_JP.encode(&"x,東京\ny,大阪\nz,京都\n".repeat(5)).0.into_owned();
        assert_eq!(guess(&kanji), Ok(EUC_JP));
        let rare = EUC_JP.encode("x,皐\ny,檜\n").0.into_owned();
        assert!(!matches!(guess(&rare), Ok(encoding) if encoding != EUC_JP), "{:?}", guess(&rare));
    }

    #[test]
    fn polish_czech_and_hungarian_are_not_taken_for_the_west() {
        let windows_1250 = encoding_rs::WINDOWS_1250;
        for text in [
            "płeć,y\n1,2\n",
            "owoc,kolor\njabłko,zielony\ngruszka,żółty\n",
            "dzień,cena\nśroda,1\npiątek,2\n",
            "miasto,y\nDębica,1\nŁuków,2\n",
            "věk,pohlaví\n12,muž\n13,žena\n",
            "kor,nem\n12,férfi\n14,nő\n",
            "oraş,y\nBraşov,1\nIaşi,2\n",
            "težina,kuća\n1,2\n",
        ] {
            let line = text.lines().find(|line| !line.is_ascii()).unwrap().to_owned();
            match guess(&windows_1250.encode(text).0) {
                Err(Fault::UnclearEncoding { candidates }) => {
                    assert_eq!(candidates[0], ("windows-1250".to_owned(), line), "{candidates:?}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        // Where both read the same, there is nothing to ask.
        assert_eq!(guess(&windows_1250.encode("név,y\nzöld,1\n").0).map(Encoding::name), Ok("windows-1252"));
    }

    #[test]
    fn what_is_offered_begins_with_what_reads_best() {
        let first = |text: &str, encoding: &'static Encoding| {
            let bytes = encoding.encode(text).0.into_owned();
            let line = bytes.split(|&byte| byte == b'\n').next().unwrap();
            offered(&bytes, line, UTF_8)[0].clone()
        };
        for (text, encoding) in [
            ("品种,甜度\n1,2\n", GBK),
            ("鸢尾花,蔬菜\n1,2\n", GBK),
            ("番号,産地\n1,2\n", SHIFT_JIS),
            ("りんご,バナナ\n1,2\n", SHIFT_JIS),
            ("ﾘﾝｺﾞ,ｻｲｽﾞ\n1,2\n", SHIFT_JIS),
            ("性別,年齢\n1,2\n", EUC_JP),
            ("과일,가격\n1,2\n", EUC_KR),
            ("價格,水果\n1,2\n", BIG5),
        ] {
            let line = text.lines().next().unwrap();
            assert_eq!(first(text, encoding), (encoding.name().to_lowercase(), line.to_owned()));
        }
    }

    #[test]
    fn no_guess_is_made_of_accents_in_rare_encodings() {
        let macintosh = encoding_rs::MACINTOSH.encode("ville,y\nOrléans,1\nBesançon,2\n").0.into_owned();
        let turkish = encoding_rs::WINDOWS_1254.encode("şehir,y\nİzmir,1\nAğrı,2\n").0.into_owned();
        for bytes in [macintosh, turkish] {
            assert!(!matches!(guess(&bytes), Ok(encoding) if encoding != UTF_8), "{:?}", guess(&bytes));
        }
    }

    #[test]
    fn words_of_an_old_mac_are_neither_chinese_nor_dashed() {
        for text in ["Größe,Länge\n1,2\n", "año,país\n1,México\n"] {
            let bytes = encoding_rs::MACINTOSH.encode(text).0.into_owned();
            let first = text.lines().next().unwrap().to_owned();
            match guess(&bytes) {
                Err(Fault::UnclearEncoding { candidates }) => {
                    assert!(candidates.contains(&("macintosh".to_owned(), first)), "{candidates:?}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn katakana_of_one_byte_are_offered_as_what_they_are() {
        for text in ["ｻｲｽﾞ,y\nﾀﾞｲ,1\nｼｮｳ,2\n", "x,y\nﾘﾝｺﾞ,1\nﾐｶﾝ,2\n"] {
            match guess(&SHIFT_JIS.encode(text).0) {
                Err(Fault::UnclearEncoding { candidates }) => {
                    assert_eq!(candidates[0].0, "shift_jis", "{candidates:?}")
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_asked_about_names_the_encodings_of_one_byte_a_letter() {
        let asked = |text: &str, encoding: &'static Encoding| match guess(&encoding.encode(text).0) {
            Err(Fault::UnclearEncoding { candidates }) => candidates,
            other => panic!("{other:?}"),
        };
        for (text, encoding, label) in [
            ("şehir,y\nİzmir,1\nAğrı,2\n", encoding_rs::WINDOWS_1254, "windows-1254"),
            ("ville,y\nOrléans,1\nBesançon,2\n", encoding_rs::MACINTOSH, "macintosh"),
            ("miasto,y\nWrocław,1\nKraków,2\n", encoding_rs::WINDOWS_1250, "windows-1250"),
            ("город,y\nМосква,1\nКазань,2\n", encoding_rs::WINDOWS_1251, "windows-1251"),
        ] {
            let line = text.lines().find(|line| !line.is_ascii()).unwrap();
            let candidates = asked(text, encoding);
            assert!(candidates.contains(&(label.to_owned(), line.to_owned())), "{label}: {candidates:?}");
        }
    }

    #[test]
    fn other_encodings_are_offered_if_they_fit_what_is_around() {
        let line = WINDOWS_1252.encode("Größe,1").0.into_owned();
        let offered = |bytes: &[u8]| offered(bytes, &line, UTF_8);
        assert_eq!(offered(&line)[0], ("windows-1252".to_owned(), "Größe,1".to_owned()));
        assert_eq!(offered(b"\x81\n").iter().find(|(label, _)| label == "gbk"), None);
        assert!(super::offered(b"", "密度".as_bytes(), GBK).contains(&("utf-8".to_owned(), "密度".to_owned())));
    }

    #[test]
    fn damaged_ascii_is_damaged_utf8() {
        assert_eq!(guess(b"a,b\n1,\xff\xfe\n2,3\n").map(Encoding::name), Ok("UTF-8"));
    }
}
