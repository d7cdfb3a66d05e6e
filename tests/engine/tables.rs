//! The book's tables as plain matrices.

use ndarray::Array2;

/// A table: its header and its cells.
pub struct Cells {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The table in `datasets/NAME.csv`.
pub fn read(name: &str) -> Cells {
    let path = format!("{}/datasets/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    Cells { header, rows }
}

/// The categorical columns of the seventeen melons.
pub const WORDS: [&str; 6] = ["色泽", "根蒂", "敲声", "纹理", "脐部", "触感"];

impl Cells {
    fn column(&self, name: &str) -> Vec<&str> {
        let at = self.header.iter().position(|h| h == name).unwrap();
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    /// A numeric column.
    pub fn numbers(&self, name: &str) -> Vec<f64> {
        self.column(name).into_iter().map(|cell| cell.parse().unwrap()).collect()
    }

    /// 好瓜 as labels: 否 is 0, 是 is 1.
    pub fn ripe(&self) -> Vec<usize> {
        self.column("好瓜").into_iter().map(|cell| usize::from(cell == "是")).collect()
    }

    /// A categorical column as labels, in the order of first appearance.
    pub fn codes(&self, name: &str) -> Vec<usize> {
        let cells = self.column(name);
        let levels = levels(&cells);
        cells.iter().map(|cell| levels.iter().position(|level| level == cell).unwrap()).collect()
    }

    /// `(n_samples, n_terms)`: numbers as they are, words one-hot, without the first level
    /// of each if `drop_first`.
    pub fn matrix(&self, columns: &[&str], drop_first: bool) -> Array2<f64> {
        let mut terms: Vec<Vec<f64>> = Vec::new();
        for name in columns {
            let cells = self.column(name);
            match cells.iter().map(|cell| cell.parse()).collect::<Result<Vec<f64>, _>>() {
                Ok(numbers) => terms.push(numbers),
                Err(_) => {
                    let hot = |level: &&str| cells.iter().map(|cell| f64::from(u8::from(cell == level))).collect();
                    terms.extend(levels(&cells).iter().skip(usize::from(drop_first)).map(hot));
                }
            }
        }
        Array2::from_shape_fn((self.rows.len(), terms.len()), |(i, j)| terms[j][i])
    }
}

fn levels<'a>(cells: &[&'a str]) -> Vec<&'a str> {
    let mut levels: Vec<&str> = Vec::new();
    cells.iter().for_each(|cell| {
        if !levels.contains(cell) {
            levels.push(cell);
        }
    });
    levels
}
