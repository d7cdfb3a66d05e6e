//! Which questions the native fits ask, by their names: for whoever answers them elsewhere.

use super::assign::ClustersOf;
use super::binary::BinaryAt;
use super::cross_products::GramOf;
use super::kmeans::SquaresOf;
use super::kmeans_in_passes::FarthestFrom;
use super::logistic::LargestMove;
use super::overlap_proof::LongestRow;
use super::qr::TriangleOf;
use super::softmax::SoftmaxAt;
use crate::engine::blocks::{Answer, Asked, Question, begin, total};

macro_rules! by_name {
    ($asked:expr, $do:ident, $($rest:expr),*) => {
        match $asked.name.as_str() {
            GramOf::NAME => $do::<GramOf>($asked, $($rest),*),
            TriangleOf::NAME => $do::<TriangleOf>($asked, $($rest),*),
            BinaryAt::NAME => $do::<BinaryAt>($asked, $($rest),*),
            SoftmaxAt::NAME => $do::<SoftmaxAt>($asked, $($rest),*),
            LongestRow::NAME => $do::<LongestRow>($asked, $($rest),*),
            LargestMove::NAME => $do::<LargestMove>($asked, $($rest),*),
            ClustersOf::NAME => $do::<ClustersOf>($asked, $($rest),*),
            FarthestFrom::NAME => $do::<FarthestFrom>($asked, $($rest),*),
            SquaresOf::NAME => $do::<SquaresOf>($asked, $($rest),*),
            other => Err(format!("no such sum: {other}")),
        }
    };
}

/// Begins to answer a question of the native fits for one lane.
///
/// # Errors
/// A question that is not known, or cannot be read.
pub fn answer(asked: &Asked) -> Result<Box<dyn Answer>, String> {
    by_name!(asked, begin,)
}

/// The answer from those of all lanes, in order.
///
/// # Errors
/// As [`answer`].
pub fn answer_of_lanes(asked: &Asked, lanes: &[Vec<f64>]) -> Result<Vec<f64>, String> {
    by_name!(asked, total, lanes)
}
