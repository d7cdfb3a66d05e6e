//! Tables: what is written is read, what is encoded can be decoded, no sample is lost.

use melon::data::read::{ReadOptions, from_bytes};
use melon::data::split::{hold_out, k_fold, leave_one_out, stratified_k_fold};
use melon::data::verbalise::{Tongue, parse_sentence, sentence};
use melon::data::write::csv_text;
use melon::data::{Coding, Column, EncodeOptions, Encoder, Feature, Folds, Split, Values, fingerprint};
use melon::rng::Seed;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A word that is neither a number nor missing: it begins and ends with a letter.
fn word() -> impl Strategy<Value = String> {
    "w[a-z青绿，,;\"\n\t ']{0,6}w"
}

/// Finite numbers of all sizes.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>().prop_filter("finite", |v| v.is_finite()), -1e3..1e3, Just(0.0)]
}

/// A column of `n_rows` cells, some missing, one at least not.
fn column(name: String, n_rows: usize) -> impl Strategy<Value = Column> {
    let words = (vec(option::weighted(0.8, word()), n_rows - 1), word());
    let numbers = (vec(option::weighted(0.8, number()), n_rows - 1), number());
    let of_words = name.clone();
    prop_oneof![
        words.prop_map(move |(rest, first)| {
            Column::words(&of_words, std::iter::once(Some(first.as_str())).chain(rest.iter().map(Option::as_deref)))
        }),
        numbers.prop_map(move |(rest, first)| {
            let cells = std::iter::once(first).chain(rest.into_iter().map(|cell| cell.unwrap_or(f64::NAN)));
            Column::numbers(&name, cells)
        }),
    ]
}

fn columns() -> impl Strategy<Value = Vec<Column>> {
    (1usize..5, 1usize..12).prop_flat_map(|(n_columns, n_rows)| {
        let columns = (0..n_columns).map(|at| column(format!("列{at}"), n_rows)).collect::<Vec<_>>();
        // A row of separators alone is no row when it is read again.
        columns.prop_filter("each row has a cell", move |columns| {
            n_columns == 1 || (0..n_rows).all(|row| columns.iter().any(|column| !column.is_missing(row)))
        })
    })
}

/// Equal cells; missing ones too, and -0 is 0.
fn assert_same(read: &[Column], written: &[Column]) {
    assert_eq!(read.len(), written.len());
    for (read, written) in read.iter().zip(written) {
        assert_eq!((&read.name, read.len()), (&written.name, written.len()));
        (0..written.len()).for_each(|row| assert_eq!(read.text(row), written.text(row), "row {row}"));
    }
    assert_eq!(fingerprint(read), fingerprint(written));
}

fn with_delimiter(delimiter: u8) -> ReadOptions {
    ReadOptions { delimiter: Some(delimiter), ..ReadOptions::default() }
}

proptest! {
    #[test]
    fn what_is_written_is_read(columns in columns(), delimiter in prop::sample::select(vec![b',', b'\t', b';', b'|'])) {
        let text = csv_text(&columns, delimiter);
        let read = from_bytes(text.as_bytes(), &with_delimiter(delimiter)).unwrap();
        assert_same(&read.columns, &columns);
    }

    #[test]
    fn encodings_change_nothing(columns in columns(), label in prop::sample::select(vec!["gbk", "gb18030", "utf-16le", "utf-16be"])) {
        let text = csv_text(&columns, b',');
        let bytes: Vec<u8> = match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&text).0.into_owned(),
        };
        let options = ReadOptions { encoding: Some(label.into()), ..with_delimiter(b',') };
        assert_same(&from_bytes(&bytes, &options).unwrap().columns, &columns);
    }

    /// A header in quotes is read on the way for quoted cells, a plain one on all cores.
    #[test]
    fn both_ways_of_reading_agree(body in "([0-9a-b.,\r\n \"é-]{0,40}\n?){1,4}") {
        let plain = from_bytes(format!("a,b\n{body}").as_bytes(), &with_delimiter(b','));
        let quoted = from_bytes(format!("\"a\",\"b\"\n{body}").as_bytes(), &with_delimiter(b','));
        match (plain, quoted) {
            (Ok(plain), Ok(quoted)) => {
                assert_same(&plain.columns, &quoted.columns);
                prop_assert_eq!(&plain.notices, &quoted.notices);
                (0..plain.n_rows()).for_each(|row| assert_eq!(plain.line(row), quoted.line(row)));
            }
            (plain, quoted) => prop_assert_eq!(plain.map(|_| ()), quoted.map(|_| ())),
        }
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = from_bytes(&bytes, &ReadOptions::default());
    }

    #[test]
    fn an_encoding_can_be_undone(columns in columns(), standardize: bool, drop_first: bool) {
        let rows: Vec<usize> = (0..columns[0].len()).filter(|&row| columns.iter().all(|c| !c.is_missing(row))).collect();
        let coding = if drop_first { Coding::DropFirst } else { Coding::OneHot };
        let columns: Vec<Column> = columns.iter().map(|column| column.take(&rows)).collect();
        let encoder = Encoder::fit(&columns, EncodeOptions { coding, standardize, impute: false });
        // Deviations of numbers near the largest ones overflow; those are not what is tested.
        prop_assume!(columns.iter().all(is_moderate));
        let encoder = encoder.unwrap();
        let x = encoder.transform(&columns).unwrap();
        let terms = encoder.terms();
        prop_assert_eq!(x.shape(), &[rows.len(), terms.len()]);
        for (at, column) in columns.iter().enumerate() {
            for row in 0..rows.len() {
                let own = || terms.iter().enumerate().filter(|(_, term)| term.column == at);
                let lit: Vec<&str> = own().filter(|&(j, _)| x[[row, j]] == 1.0).filter_map(|(_, t)| t.level.as_deref()).collect();
                match (&column.values, &encoder.columns[at].kind) {
                    (Values::Words { .. }, melon::data::encode::ColumnEncoding::Categorical { levels, .. }) => {
                        prop_assert!(lit.len() <= 1);
                        let level = lit.first().copied().unwrap_or(levels[0].as_str());
                        prop_assert_eq!(Some(level.into()), column.text(row));
                    }
                    (Values::Numbers(cells), melon::data::encode::ColumnEncoding::Numeric { center, scale, .. }) => {
                        let (j, _) = own().next().unwrap();
                        let back = x[[row, j]] * scale + center;
                        prop_assert!((back - cells[row]).abs() <= 1e-12 * (cells[row].abs() + center.abs() + scale));
                    }
                    _ => prop_assert!(false, "the kinds do not match"),
                }
            }
        }
    }

    #[test]
    fn a_sentence_tells_its_row(columns in columns()) {
        let features: Vec<Feature> = columns.iter().map(Feature::from).collect();
        for tongue in [Tongue::Chinese, Tongue::English] {
            for row in 0..columns[0].len() {
                let told: Vec<(String, String)> = parse_sentence(&sentence(&columns, row, tongue), &features, tongue).unwrap();
                let cells: Vec<(String, String)> = (columns.iter())
                    .filter_map(|column| Some((column.name.clone(), column.text(row)?.into_owned())))
                    .collect();
                prop_assert_eq!(told, cells);
            }
        }
    }

    #[test]
    fn every_sample_is_held_out_once_and_strata_are_kept(classes in vec(0usize..4, 2..60), wish in 2usize..10, seed: u64) {
        let n_folds = wish.min(classes.len());
        for folds in [
            stratified_k_fold(&classes, n_folds, Seed(seed)).unwrap(),
            k_fold(classes.len(), n_folds, Seed(seed)).unwrap(),
            leave_one_out(classes.len()).unwrap(),
        ] {
            assert_partition(&folds, classes.len());
        }
        let folds = stratified_k_fold(&classes, n_folds, Seed(seed)).unwrap();
        let sizes = |of: &dyn Fn(usize) -> bool| -> Vec<usize> {
            folds.iter().map(|split| split.test.iter().filter(|&&sample| of(classes[sample])).count()).collect()
        };
        assert_even(&sizes(&|_| true));
        (0..4).for_each(|class| assert_even(&sizes(&|other| other == class)));
    }

    #[test]
    fn a_held_out_part_has_its_share_of_every_class(classes in vec(0usize..4, 2..60), fraction in 0.0f64..1.0, seed: u64) {
        let n_samples = classes.len();
        let n_test = (fraction * n_samples as f64).round() as usize;
        prop_assume!((1..n_samples).contains(&n_test));
        let Split { train, test } = hold_out(&classes, fraction, Seed(seed)).unwrap();
        prop_assert_eq!(test.len(), n_test);
        let mut all = [train, test.clone()].concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..n_samples).collect::<Vec<_>>());
        for class in 0..4 {
            let size = classes.iter().filter(|&&c| c == class).count() as f64;
            let held_out = test.iter().filter(|&&sample| classes[sample] == class).count() as f64;
            prop_assert!((held_out - size * n_test as f64 / n_samples as f64).abs() < 1.0);
        }
    }
}

fn is_moderate(column: &Column) -> bool {
    match &column.values {
        Values::Numbers(cells) => cells.iter().all(|cell| *cell == 0.0 || (1e-100..1e100).contains(&cell.abs())),
        Values::Words { .. } => true,
    }
}

fn assert_partition(folds: &Folds, n_samples: usize) {
    let mut held_out = vec![0; n_samples];
    for Split { train, test } in folds.iter() {
        assert_eq!(train.len() + test.len(), n_samples);
        assert!(test.iter().all(|sample| !train.contains(sample)));
        test.iter().for_each(|&sample| held_out[sample] += 1);
    }
    assert!(held_out.iter().all(|&times| times == 1));
}

fn assert_even(sizes: &[usize]) {
    let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
    assert!(most - least <= 1, "{sizes:?}");
}
