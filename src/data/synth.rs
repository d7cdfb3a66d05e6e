//! Melons from a known truth, as many as wanted: a table to compare estimates with.
//!
//! Every melon's colour, root and sound are drawn at random, and its density `d` from the
//! uniform distribution over [0.25, 0.85], rounded to three decimals. Then
//!
//! ```text
//! sugar  = s0 + s_color + s_root + s_sound + s_d d + e,        e ~ N(0, NOISE_SD^2)
//! P(ripe) = 1 / (1 + e^-z),  z = r0 + r_color + r_root + r_sound + r_d d
//! ```
//!
//! with the coefficients of [`truth`], counted from the first level of each column by name,
//! so that a fit in drop-first coding without a penalty estimates exactly these.

use super::table::Column;
use crate::math::sigmoid;
use crate::rng::{Seed, Stream};
use rand::Rng;
use serde::Serialize;

/// The standard deviation of sugar around its mean, as a mass fraction.
pub const NOISE_SD: f64 = 0.03;

/// One coefficient of the truth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TrueCoefficient {
    /// `(Intercept)`, `column=level`, or a numeric column.
    pub term: &'static str,
    /// Share of the log-odds of ripe.
    pub logit: f64,
    /// Share of the mean of sugar.
    pub sugar: f64,
}

/// A level of a column: its term, how often it is drawn, what it adds.
struct SyntheticLevel {
    name: &'static str,
    frequency: f64,
    truth: TrueCoefficient,
}

const fn level(name: &'static str, term: &'static str, frequency: f64, logit: f64, sugar: f64) -> SyntheticLevel {
    SyntheticLevel { name, frequency, truth: TrueCoefficient { term, logit, sugar } }
}

const INTERCEPT: TrueCoefficient = TrueCoefficient { term: "(Intercept)", logit: -4.0, sugar: 0.12 };
const DENSITY: TrueCoefficient = TrueCoefficient { term: "密度", logit: 3.0, sugar: 0.15 };

/// Columns and their levels by name; the first level of each adds nothing.
const COLUMNS: [(&str, [SyntheticLevel; 3]); 3] = [
    (
        "色泽",
        [
            level("乌黑", "色泽=乌黑", 0.3, 0.0, 0.0),
            level("浅白", "色泽=浅白", 0.3, -1.0, -0.03),
            level("青绿", "色泽=青绿", 0.4, 0.5, 0.02),
        ],
    ),
    (
        "根蒂",
        [
            level("硬挺", "根蒂=硬挺", 0.2, 0.0, 0.0),
            level("稍蜷", "根蒂=稍蜷", 0.4, 1.0, 0.03),
            level("蜷缩", "根蒂=蜷缩", 0.4, 2.0, 0.06),
        ],
    ),
    (
        "敲声",
        [
            level("沉闷", "敲声=沉闷", 0.3, 0.0, 0.0),
            level("浊响", "敲声=浊响", 0.5, 1.5, 0.04),
            level("清脆", "敲声=清脆", 0.2, -1.0, -0.02),
        ],
    ),
];

/// The true coefficients, in the order of the terms of a drop-first fit, the intercept first.
pub fn truth() -> Vec<TrueCoefficient> {
    let levels = COLUMNS.iter().flat_map(|(_, levels)| levels[1..].iter().map(|level| level.truth));
    std::iter::once(INTERCEPT).chain(levels).chain([DENSITY]).collect()
}

/// The levels that the coefficients of [`truth`] are counted from: each adds nothing.
pub fn reference() -> [&'static str; 3] {
    COLUMNS.each_ref().map(|(_, levels)| levels[0].truth.term)
}

/// The error of the best possible classifier, which knows the truth: the mean over all
/// melons of `min(P(ripe), 1 - P(ripe))`, over density by the midpoint rule.
pub fn best_error() -> f64 {
    const STEPS: usize = 600;
    let [colors, roots, sounds] = COLUMNS.each_ref().map(|(_, levels)| levels);
    let mut error = 0.0;
    for (color, root, sound) in
        colors.iter().flat_map(|c| roots.iter().flat_map(move |r| sounds.iter().map(move |s| (c, r, s))))
    {
        let frequency = color.frequency * root.frequency * sound.frequency;
        let start = INTERCEPT.logit + color.truth.logit + root.truth.logit + sound.truth.logit;
        for step in 0..STEPS {
            let density = 0.25 + 0.6 * (step as f64 + 0.5) / STEPS as f64;
            let p = sigmoid(start + DENSITY.logit * density);
            error += frequency * p.min(1.0 - p) / STEPS as f64;
        }
    }
    error
}

/// `n_rows` melons. Row `i` is the same however many rows are asked for.
pub(super) fn melon_field(n_rows: usize, seed: Seed) -> Vec<Column> {
    let mut random = seed.stream("melon-field");
    let melons: Vec<SyntheticMelon> = (0..n_rows).map(|_| SyntheticMelon::draw(&mut random)).collect();
    let words = |(at, (name, levels)): (usize, &(&str, [SyntheticLevel; 3]))| {
        Column::words(name, melons.iter().map(|melon| Some(levels[melon.levels[at]].name)))
    };
    let mut columns = vec![Column::numbers("编号", (1..=n_rows).map(|row| row as f64))];
    columns.extend(COLUMNS.iter().enumerate().map(words));
    columns.push(Column::numbers("密度", melons.iter().map(|melon| melon.density)));
    columns.push(Column::numbers("含糖率", melons.iter().map(|melon| melon.sugar)));
    columns.push(Column::words("好瓜", melons.iter().map(|melon| Some(if melon.ripe { "是" } else { "否" }))));
    columns
}

/// One melon; levels as indices into [`COLUMNS`].
struct SyntheticMelon {
    levels: [usize; 3],
    density: f64,
    sugar: f64,
    ripe: bool,
}

impl SyntheticMelon {
    /// Draws a melon; always the same number of draws, so that rows do not shift.
    fn draw(random: &mut Stream) -> SyntheticMelon {
        let levels = COLUMNS.each_ref().map(|(_, levels)| draw_level(levels, random));
        let density = round(0.25 + 0.6 * random.r#gen::<f64>(), 3);
        let mut terms = vec![(INTERCEPT, 1.0), (DENSITY, density)];
        terms.extend(COLUMNS.iter().zip(levels).map(|((_, column), level)| (column[level].truth, 1.0)));
        let sum = |share: fn(&TrueCoefficient) -> f64| terms.iter().map(|(term, x)| share(term) * x).sum::<f64>();
        let sugar = round(sum(|term| term.sugar) + NOISE_SD * standard_normal(random), 4);
        let ripe = random.r#gen::<f64>() < sigmoid(sum(|term| term.logit));
        SyntheticMelon { levels, density, sugar, ripe }
    }
}

/// A level by its frequency; the frequencies sum to 1.
fn draw_level(levels: &[SyntheticLevel; 3], random: &mut Stream) -> usize {
    let drawn: f64 = random.r#gen();
    let mut upper = 0.0;
    let below = |level: &SyntheticLevel| {
        upper += level.frequency;
        drawn < upper
    };
    levels.iter().position(below).unwrap_or(levels.len() - 1)
}

/// A draw from N(0, 1), from two uniform ones (Box and Muller, 1958):
/// `sqrt(-2 ln u1) cos(2 pi u2)` with `u1` in (0, 1].
fn standard_normal(random: &mut Stream) -> f64 {
    let (u1, u2) = (1.0 - random.r#gen::<f64>(), random.r#gen::<f64>());
    (-2.0 * u1.ln()).sqrt() * (std::f64::consts::TAU * u2).cos()
}

fn round(number: f64, decimals: i32) -> f64 {
    let unit = 10f64.powi(decimals);
    (number * unit).round() / unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, Coding, EncodeOptions, Encoder, Goal, Selection, Values, select};

    #[test]
    fn the_first_rows_do_not_depend_on_how_many_follow() {
        let few: Vec<Column> = melon_field(5, Seed(7));
        let many = melon_field(50, Seed(7));
        for (few, many) in few.iter().zip(&many) {
            assert!((0..5).all(|row| few.text(row) == many.text(row)), "{}", few.name);
        }
    }

    #[test]
    fn the_truth_has_the_terms_of_a_drop_first_fit() {
        let table = Builtin::MelonField.table(Some(500), Seed::default());
        let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
        let options = EncodeOptions { coding: Coding::DropFirst, ..Default::default() };
        let terms = Encoder::fit(&dataset.features, options).unwrap().terms();
        let estimated: Vec<&str> = terms.iter().map(|term| term.name.as_str()).collect();
        let known: Vec<&str> = truth()[1..].iter().map(|coefficient| coefficient.term).collect();
        assert_eq!(estimated, known);
    }

    #[test]
    fn the_truth_errs_as_often_as_it_says() {
        let field = melon_field(20_000, Seed(3));
        let Values::Numbers(density) = &field[4].values else { panic!("density is numeric") };
        let share = |row: usize, at: usize| {
            let term = format!("{}={}", field[at].name, field[at].text(row).unwrap());
            truth().iter().find(|c| c.term == term).map_or(0.0, |c| c.logit)
        };
        let logit =
            |row: usize| INTERCEPT.logit + DENSITY.logit * density[row] + (1..4).map(|at| share(row, at)).sum::<f64>();
        let wrong = (0..20_000).filter(|&row| (logit(row) > 0.0) != (field[6].text(row).unwrap() == "是")).count();
        let (measured, best) = (wrong as f64 / 20_000.0, best_error());
        assert!((measured - best).abs() < 4.0 * (best * (1.0 - best) / 20_000.0).sqrt(), "{measured} {best}");
    }

    #[test]
    fn noise_and_shares_are_as_documented() {
        let field = melon_field(20_000, Seed(1));
        let numbers = |at: usize| match &field[at].values {
            Values::Numbers(cells) => cells.clone(),
            Values::Words { .. } => panic!("{} is numeric", field[at].name),
        };
        let (density, sugar) = (numbers(4), numbers(5));
        let share = |row: usize| {
            let level = |at: usize| format!("{}={}", field[at].name, field[at].text(row).unwrap());
            let of = |term: &str| truth().iter().find(|c| c.term == term).map_or(0.0, |c| c.sugar);
            INTERCEPT.sugar + DENSITY.sugar * density[row] + (1..4).map(|at| of(&level(at))).sum::<f64>()
        };
        let noise: Vec<f64> = (0..2000).map(|row| sugar[row] - share(row)).collect();
        let sd = (noise.iter().map(|e| e * e).sum::<f64>() / noise.len() as f64).sqrt();
        // The standard error of the estimate is NOISE_SD / sqrt(2 * 2000).
        assert!((sd - NOISE_SD).abs() < 4.0 * NOISE_SD / 4000f64.sqrt(), "{sd}");
        let green = (0..20_000).filter(|&row| field[1].text(row).unwrap() == "青绿").count() as f64;
        assert!((green / 20_000.0 - 0.4).abs() < 4.0 * (0.24f64 / 20_000.0).sqrt(), "{green}");
    }
}
