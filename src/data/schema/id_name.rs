//! Whether a column is called like an id: `id`, `CustomerID`, `userid`, `OrderNr`, `Kundennummer`, 学号.

/// Names of ids; their values must differ from row to row.
const NAMES: &[&str] = &["编号", "序号", "id", "index", "key", "uuid", "guid", "uid", "rowid", "rownames", "row.names"];
/// Words that end in `id` and in capitals look like ids: `COVID`, `MAX_GRID`.
const NO_IDS: &str = "\
    acid aid arid avid avoid bid braid colloid covid diploid druid eyelid fluid grid haploid humid hybrid kid laid lid \
    lipid liquid maid mid opioid orchid paid plasmid pyramid raid rapid rid said skid solid squid steroid thyroid \
    typhoid valid vivid void";
/// How names of ids end in Chinese: 学号 (of a student), 订单号 (of an order).
const CHINESE_ENDS: &[&str] =
    &["编号", "学号", "工号", "考号", "证号", "单号", "卡号", "账号", "帐号", "流水号", "手机号", "号码"];
/// Names of row numbers that may also mean something else (`NO`, nitric oxide): their values
/// must be an unbroken run.
const NUMBER_NAMES: &[&str] =
    &["row", "#", "行号", "行", "sno", "slno", "srno", "number", "obs", "observation", "level 0", "번호", "番号"];
/// Words that say that something is numbered.
const NUMBERS: &[&str] = &["no", "nr", "num", "number", "nummer", "numero", "número", "numéro", "번호", "番号"];
/// What is numbered so that the number tells one from the other, and nothing about it. Without them `house number`,
/// `model no` or `NO` says too little.
const THINGS: &str = "\
    user customer cust client order patient student pupil employee emp staff member person subject participant \
    respondent passenger guest visitor buyer seller vendor supplier product item article invoice receipt \
    transaction txn payment account acct loan policy claim contract ticket case record row sample specimen event \
    session visit encounter admission device sensor machine vehicle trip ride booking reservation shipment parcel \
    tracking track movie film book post tweet comment message document doc file image photo job application \
    applicant candidate listing household project task player game match card passport licence license phone \
    mobile serial roll reg registration enrollment enrolment membership kunde kunden bestell bestellung \
    bestellungs auftrag auftrags rechnung rechnungs patienten mitarbeiter personal artikel matrikel teilnehmer \
    probanden versuchspersonen beleg vertrag vertrags konto commande facture employé étudiant etudiant élève eleve \
    produit dossier compte cliente pedido paciente factura empleado estudiante alumno aluno producto cuenta \
    usuario";

/// `id`, `CustomerID`, `user_id`, `userid`, `OrderNr`, `Unnamed: 0`; not `fluid`, `paid` or `house number`.
pub(super) fn is_id_name(name: &str) -> bool {
    let name = name.trim();
    let lower = name.to_lowercase();
    let is_word = |last: &String| NO_IDS.split_whitespace().any(|word| word == last);
    let ends_in_id = name.ends_with("ID") || name.ends_with("Id") && name.len() > 2;
    let ends_in_id = ends_in_id && !words(name).last().is_some_and(is_word);
    let ends_in_id = ends_in_id || CHINESE_ENDS.iter().any(|end| name.ends_with(end));
    // As pandas and readr call columns that have no name.
    let is_made_up = |start: &str| lower.strip_prefix(start).is_some_and(|rest| rest.trim().parse::<usize>().is_ok());
    NAMES.contains(&lower.as_str())
        || ends_in_id
        || names_a_thing(&words(name))
        || lower.starts_with("unnamed:")
        || is_made_up("...")
}

/// `no`, `Roll No.`, `sl_no`, `RowNumber`.
pub(super) fn is_number_name(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let spaced = lower.replace(['_', '.', '-'], " ");
    let ends_in_number = words(name).last().is_some_and(|last| NUMBERS.contains(&last.as_str()));
    ends_in_number || NUMBER_NAMES.contains(&spaced.trim()) || lower.ends_with('号')
}

/// Whether words say whose id or number it is: `user id`, `id client`, `userid`, `order nr`, `no commande`.
fn names_a_thing(words: &[String]) -> bool {
    let is_thing = |word: &str| THINGS.split_whitespace().any(|thing| thing == word);
    let is_joined = |word: &str| {
        let mut ends = NUMBERS.iter().chain(&["id"]);
        ends.any(|end| word.strip_suffix(end).is_some_and(is_thing))
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["id"] => true, // `_id`, as some databases export it
        [one] => is_joined(one),
        ["id", second] => is_thing(second),
        [.., "id"] => true,
        [first, second] if NUMBERS.contains(&first) && is_thing(second) => true,
        [.., thing, last] => is_joined(last) || NUMBERS.contains(&last) && is_thing(thing),
        [] => false,
    }
}

/// The words of a name, in lower case: `OrderNr`, `order_nr` and `Order Nr.` have two, 客户id has two.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let chars: Vec<char> = name.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let behind_is_lower = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        let starts = before.is_some_and(|before| {
            let is_hump = c.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && behind_is_lower);
            is_hump || (before.is_ascii_alphabetic() != c.is_ascii_alphabetic() && !(is_latin(before) && is_latin(c)))
        });
        if !c.is_alphanumeric() || starts {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().expect("there is always one").extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A letter of Latin script, with or without an accent.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_into_words() {
        let cut = |name: &str| words(name).join(" ");
        assert_eq!(cut("OrderNr"), "order nr");
        assert_eq!(cut("order_nr."), "order nr");
        assert_eq!(cut("IDNumber"), "id number");
        assert_eq!(cut("SNo"), "s no");
        assert_eq!(cut("客户id"), "客户 id");
        assert_eq!(cut("numéro client"), "numéro client");
        assert_eq!(cut("NO"), "no");
        assert_eq!(cut("PM2.5"), "pm 2 5");
    }

    #[test]
    fn ids_are_known_by_what_they_number() {
        for name in [
            "userid",
            "customerid",
            "customer_id",
            "CustomerId",
            "OrderNr",
            "orderno",
            "order no.",
            "ORDER_NO",
            "Kundennummer",
            "Matrikelnr",
            "id_client",
            "ID Student",
            "numéro client",
            "no_commande",
            "EmployeeNumber",
            "客户id",
            "patient_id",
            "uid",
            "Passenger Id",
            "_id",
            "学号",
            "OBJECTID",
            "STATIONID",
            "USUBJID",
            "ZoneID",
        ] {
            assert!(is_id_name(name), "{name}");
        }
        for name in [
            "fluid",
            "paid",
            "acid",
            "covid",
            "thyroid",
            "house number",
            "NO",
            "casino",
            "num_orders",
            "model_no",
            "idea",
            "width",
            "piano",
            "NO2",
            "no",
            "COVID",
            "HYBRID",
            "MAX_GRID",
            "ACID",
        ] {
            assert!(!is_id_name(name), "{name}");
        }
    }
}
