//! Numbers with a comma before their decimals, in a row whose cells are cut at commas: `6,9` becomes two cells of digits.

use super::number;
use csv::StringRecord;

/// Digits that are few, where it takes so many rows to tell, and each comes so often.
const FEW: usize = 5;
const TOLD_BY: usize = 6;
const EACH: usize = 3;
/// Thirds, quarters and halves, grades between two, and prices.
const USUAL_DECIMALS: &str = "23579";
/// No number has so many digits both before and behind its comma.
const MANY: usize = 4;

/// Whether two cells in each row can be a number that was cut at its decimal comma: digits and digits. Beside row numbers,
/// which rise, they are not taken for one, nor where numbers have points, or two could have been cut; below names of rows,
/// nor where the digits are not those of decimals.
pub(super) fn are_likely(rows: &[&StringRecord], n_columns: usize) -> bool {
    let column = |at: usize| -> Vec<&str> { rows.iter().map(|row| row.get(at).unwrap_or_default().trim()).collect() };
    let first: Option<Vec<u64>> = column(0).into_iter().map(whole).collect();
    let has_point = |cell: &str| cell.contains('.') && number(cell).is_some();
    if first.is_some_and(|numbers| numbers.is_sorted())
        || rows.iter().any(|row| row.iter().any(|cell| has_point(cell.trim())))
    {
        return false;
    }
    let are_named = column(0).iter().all(|cell| !cell.is_empty() && number(cell).is_none());
    let is_pair = |at: usize| {
        let (before, behind) = (column(at - 1), column(at));
        before.iter().all(|cell| whole(cell.trim_start_matches(['-', '+'])).is_some())
            && behind.iter().all(|cell| whole(cell).is_some())
            && !(are_named && are_no_decimals(&before, &behind))
    };
    let (mut n_pairs, mut at) = (0, 1);
    while at < n_columns {
        let is_pair = is_pair(at);
        n_pairs += usize::from(is_pair);
        at += 1 + usize::from(is_pair);
    }
    n_pairs == 1
}

fn whole(cell: &str) -> Option<u64> {
    cell.bytes().all(|byte| byte.is_ascii_digit()).then(|| cell.parse().ok()).flatten()
}

/// Whether digits cannot be decimals. Those are written in equal numbers, or without zeros at their ends; they are any
/// digits, 0 among them; and they do not make numbers of very many digits.
fn are_no_decimals(before: &[&str], behind: &[&str]) -> bool {
    let width = behind.first().map_or(0, |cell| cell.len());
    let are_uneven = behind.iter().any(|cell| cell.len() != width);
    if behind.iter().any(|cell| cell.len() > 1 && cell.starts_with('0')) {
        return false;
    }
    let mut found: Vec<&str> = behind.to_vec();
    found.sort_unstable();
    found.dedup();
    let are_usual = found.iter().all(|digits| USUAL_DECIMALS.contains(digits));
    let are_few = found.len() <= FEW && EACH * found.len() <= behind.len() && behind.len() >= TOLD_BY && !are_usual;
    let end_in_zero = behind.iter().any(|cell| cell.len() > 2 && cell.ends_with('0'));
    let mut pairs = before.iter().zip(behind);
    are_uneven && end_in_zero
        || width == 1 && !are_uneven && are_few && !found.contains(&"0")
        || pairs.any(|(before, behind)| before.len() >= MANY && behind.len() >= MANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(text: &str) -> bool {
        let rows: Vec<StringRecord> = text.lines().map(|line| line.split(',').collect()).collect();
        are_likely(&rows.iter().collect::<Vec<_>>(), rows[0].len())
    }

    #[test]
    fn decimals_are_told_from_counts_below_names_of_rows() {
        for cut in [
            "Mon,6,9\nTue,-1,0\n",
            "a,6,5\nb,7,0\nc,9,5\nd,2,5\ne,3,0\nf,1,5\n",
            "milk,0,99\ntea,1,99\noil,12,99\nrye,3,99\nham,5,99\nnut,4,99\n",
            "Rome,2,873\nParis,2,161\n",
            "Rome,41,9028\nParis,48,8566\n",
            "a,1,25\nb,2,5\n",
            "Anna,1,3\nBen,2,7\nCem,1,7\nDora,3,3\nEmil,2,3\nFritz,1,7\nGina,2,7\nHans,1,3\n",
            "r,7,1,4\ns,3,2,6\n",
        ] {
            assert!(likely(cut), "{cut}");
        }
        for counts in [
            // R: write.table(head(mtcars[c("cyl", "gear", "carb")], 12), sep = ",", quote = FALSE, col.names = FALSE)
            "Mazda RX4,6,4,4\nMazda RX4 Wag,6,4,4\nDatsun 710,4,4,1\nHornet 4 Drive,6,3,1\nHornet Sportabout,8,3,2\n\
             Valiant,6,3,1\nDuster 360,8,3,4\nMerc 240D,4,4,2\nMerc 230,4,4,2\nMerc 280,6,4,4\nMerc 280C,6,4,4\n\
             Merc 450SE,8,3,3\n",
            // R: the same of head(state.x77[, c("Population", "Income", "Area")], 4)
            "Alabama,3615,3624,50708\nAlaska,365,6315,566432\nArizona,2212,4530,113417\nArkansas,2110,3378,51945\n",
            // R: the same of head(mtcars[c("cyl", "hp")], 4)
            "Mazda RX4,6,110\nMazda RX4 Wag,6,110\nDatsun 710,4,93\nHornet 4 Drive,6,110\n",
        ] {
            assert!(!likely(counts), "{counts}");
        }
    }
}
