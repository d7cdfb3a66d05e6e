//! Points at one place: those of one series are counted, those of several stand side by side.

use super::frame::Frame;
use super::shape::MARK;
use crate::report::page::{Marks, Plot};
use std::collections::BTreeMap;

/// A mark, and how many points it stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Crowd {
    pub place: [f64; 2],
    pub n_points: usize,
}

/// The points of every series, by its index in the plot.
pub(super) fn crowds(plot: &Plot, frame: &Frame) -> BTreeMap<usize, Vec<Crowd>> {
    // What lies within a unit of the picture is seen as one place.
    let mut places: BTreeMap<[i64; 2], BTreeMap<usize, Crowd>> = BTreeMap::new();
    for (at, series) in plot.series.iter().enumerate() {
        let Marks::Points(points) = &series.marks else { continue };
        for &[x, y] in points.iter().filter(|point| frame.holds(**point)) {
            let place = [frame.at_x(x), frame.at_y(y)];
            let here = places.entry(place.map(|value| value.round() as i64)).or_default();
            here.entry(at).or_insert(Crowd { place, n_points: 0 }).n_points += 1;
        }
    }
    let mut of_series: BTreeMap<usize, Vec<Crowd>> = BTreeMap::new();
    for here in places.into_values() {
        let middle = (here.len() - 1) as f64 / 2.0;
        for (beside, (at, mut crowd)) in here.into_iter().enumerate() {
            crowd.place[0] += (beside as f64 - middle) * 2.4 * MARK;
            of_series.entry(at).or_default().push(crowd);
        }
    }
    of_series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::{Axis, Emphasis};

    #[test]
    fn points_at_one_place_are_counted_and_series_stand_side_by_side() {
        let mut plot = Plot::new(Axis::new("x", [0.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        plot.add(None, 'o', Emphasis::For, Marks::Points(vec![[0.5, 0.5], [0.5, 0.5], [0.1, 0.1], [2.0, 0.0]]));
        plot.add(None, '+', Emphasis::Against, Marks::Points(vec![[0.5, 0.5]]));
        let frame = Frame::of(&plot);
        let found = crowds(&plot, &frame);
        let counts = |at: usize| found[&at].iter().map(|crowd| crowd.n_points).collect::<Vec<_>>();
        assert_eq!((counts(0), counts(1)), (vec![1, 2], vec![1]), "what lies outside is left out");
        let [first, second] = [found[&0][1].place, found[&1][0].place];
        assert!((second[0] - first[0] - 2.4 * MARK).abs() < 1e-9 && first[1] == second[1]);
    }
}
