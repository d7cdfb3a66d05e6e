//! Sums over encoded samples, row by row, as questions: answered by passes here, or where the samples lie.

use crate::engine::{Answer, Asked, Numbers, Piece, Source, Sums, sum_pieces};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is added up. Rows are added one by one, so that it does not matter where pieces end.
pub(super) trait Tally: Serialize + DeserializeOwned + Send + Sync {
    /// By which it is known where it is answered.
    const NAME: &'static str;
    /// What comes of it.
    type Sums: Sums + Numbers;

    /// Of no rows.
    fn zero(&self) -> Self::Sums;

    /// Some rows more.
    fn add(&self, sums: &mut Self::Sums, piece: &Piece);
}

/// One pass.
pub(super) fn tally<T: Tally>(samples: &dyn Source, of: &T) -> T::Sums {
    let asked = Asked {
        part: 0,
        name: T::NAME.to_owned(),
        question: serde_json::to_string(of).expect("numbers and lists of them"),
        columns: Vec::new(),
        shift: Vec::new(),
        has_targets: true,
    };
    match samples.sums(&[asked]) {
        Some(answers) if answers.is_empty() => of.zero(),
        Some(answers) => T::Sums::of_numbers(of.zero(), &answers[0]),
        None => sum_pieces(samples, || of.zero(), |sums, piece| of.add(sums, piece)),
    }
}

struct Tallying<T: Tally> {
    of: T,
    sums: T::Sums,
}

impl<T: Tally> Answer for Tallying<T> {
    fn see(&mut self, piece: Piece) {
        self.of.add(&mut self.sums, &piece);
    }

    fn end(self: Box<Self>) -> Vec<f64> {
        self.sums.into_numbers()
    }
}

/// Begins with a lane.
pub(super) fn begin<T: Tally + 'static>(asked: &Asked) -> Result<Box<dyn Answer>, String>
where
    T::Sums: 'static,
{
    let of: T = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let sums = of.zero();
    Ok(Box::new(Tallying { of, sums }))
}

/// The sums of all lanes, from those of each.
pub(super) fn total<T: Tally>(asked: &Asked, lanes: &[Vec<f64>]) -> Result<Vec<f64>, String> {
    let of: T = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let mut total = of.zero();
    lanes.iter().for_each(|numbers| total.absorb(T::Sums::of_numbers(of.zero(), numbers)));
    Ok(total.into_numbers())
}
