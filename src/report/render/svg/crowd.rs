//! Points at one place: those of one series are counted, and the marks of several series stand
//! around each other, so that all are seen and none is moved.

use super::frame::Frame;
use super::measure::text_width;
use super::shape::MARK;
use crate::report::page::{Emphasis, Marks, Plot};
use std::collections::BTreeMap;

/// Half the size of the innermost of several marks, and how much each one around it is larger.
const AROUND: [f64; 2] = [0.75 * MARK, 0.8 * MARK];
/// The size of a number, as a share of that of other text; and its height.
const NUMBER: [f64; 2] = [11.0 / 14.0, 9.0];

/// A mark, and how many points it stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Crowd {
    pub place: [f64; 2],
    pub n_points: usize,
    /// Half its size, where it is one of several around each other.
    pub size: Option<f64>,
    /// Where the number of points stands, if there are several and there is room.
    pub label: Option<[f64; 2]>,
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
            here.entry(at).or_insert(Crowd { place, n_points: 0, size: None, label: None }).n_points += 1;
        }
    }
    let mut taken: Vec<Area> =
        places.values().flat_map(|here| here.values()).map(|one| Area::of_mark(one.place)).collect();
    let mut of_series: BTreeMap<usize, Vec<Crowd>> = BTreeMap::new();
    for here in places.into_values() {
        // What stands out is a star, which is seen on any mark.
        let is_star = |at: &usize| plot.series[*at].emphasis == Emphasis::Strong;
        let is_shared = here.keys().filter(|at| !is_star(at)).count() > 1;
        for (rank, (at, mut crowd)) in here.into_iter().enumerate() {
            crowd.size = (is_shared && !is_star(&at)).then(|| AROUND[0] + AROUND[1] * rank as f64);
            if crowd.n_points > 1 {
                crowd.label = label(&crowd, &mut taken);
            }
            of_series.entry(at).or_default().push(crowd);
        }
    }
    of_series
}

/// A place beside the mark for its number that covers neither another number nor another mark.
fn label(crowd: &Crowd, taken: &mut Vec<Area>) -> Option<[f64; 2]> {
    let [x, y] = crowd.place;
    let reach = crowd.size.unwrap_or(MARK) + 1.0;
    let wide = text_width(&format!("×{}", crowd.n_points)) * NUMBER[0];
    let corners = [[x + reach, y - reach + 1.0], [x + reach, y + reach + NUMBER[1] - 1.0]];
    let all = corners.into_iter().chain(corners.map(|[_, below]| [x - reach - wide, below]));
    let area = |[left, below]: [f64; 2]| Area { left, top: below - NUMBER[1], right: left + wide, bottom: below };
    let free = all.map(|place| (place, area(place))).find(|(_, area)| !taken.iter().any(|other| other.touches(area)));
    free.map(|(place, area)| {
        taken.push(area);
        place
    })
}

/// A rectangle of the picture.
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn of_mark([x, y]: [f64; 2]) -> Area {
        Area { left: x - MARK, top: y - MARK, right: x + MARK, bottom: y + MARK }
    }

    fn touches(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::Axis;

    fn plot(series: &[&[[f64; 2]]]) -> Plot {
        let mut plot = Plot::new(Axis::new("x", [0.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        for (at, points) in series.iter().enumerate() {
            plot.mark(None, 'o', Emphasis::Group(at), Marks::Points(points.to_vec()));
        }
        plot
    }

    #[test]
    fn points_at_one_place_are_counted_and_series_stand_around_each_other() {
        let plot = plot(&[&[[0.5, 0.5], [0.5, 0.5], [0.1, 0.1], [2.0, 0.0]], &[[0.5, 0.5]], &[[0.5, 0.5]]]);
        let frame = Frame::of(&plot);
        let found = crowds(&plot, &frame);
        let counts = |at: usize| found[&at].iter().map(|crowd| crowd.n_points).collect::<Vec<_>>();
        assert_eq!((counts(0), counts(1)), (vec![1, 2], vec![1]), "what lies outside is left out");
        let there = [frame.at_x(0.5), frame.at_y(0.5)];
        let [a, b, c] = [&found[&0][1], &found[&1][0], &found[&2][0]];
        assert_eq!([a.place, b.place, c.place], [there; 3], "none is moved");
        assert!(a.size < b.size && b.size < c.size && found[&0][0].size.is_none());
    }

    #[test]
    fn numbers_cover_neither_each_other_nor_a_mark() {
        let grid: Vec<[f64; 2]> = (0..400).map(|i| [(i % 20) as f64 / 19.0, (i / 20) as f64 / 19.0]).collect();
        let twice = [grid.clone(), grid].concat();
        let plot = plot(&[&twice, &twice[..40]]);
        let found = crowds(&plot, &Frame::of(&plot));
        let all = || found.values().flatten();
        let numbers: Vec<Area> = all()
            .filter_map(|crowd| crowd.label)
            .map(|[x, y]| Area { left: x, top: y - NUMBER[1], right: x + text_width("×2") * NUMBER[0], bottom: y })
            .collect();
        assert!(numbers.len() > 30, "{}", numbers.len());
        for (i, one) in numbers.iter().enumerate() {
            assert!(!numbers[i + 1..].iter().any(|other| other.touches(one)));
            assert!(!all().any(|crowd| Area::of_mark(crowd.place).touches(one)));
        }
    }
}
