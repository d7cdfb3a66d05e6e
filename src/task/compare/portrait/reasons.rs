//! Why a model answers as it does.

use super::{Question, centre, codes};
use crate::data::Column;
use crate::model::{Classifier, Share};
use crate::task::TaskError;
use crate::task::compare::clusters::nearest;
use crate::task::compare::five::Five;
use crate::task::compare::result::*;
use ndarray::ArrayView1;

/// Tokens that a language model would have said next, shown.
const CANDIDATES: usize = 5;

/// Shares of the log-odds, the next token, or the nearest centre.
pub(super) fn why(model: ModelName, five: &Five, question: &Question) -> Result<Why, TaskError> {
    let row = &question.row;
    Ok(match model {
        ModelName::Logistic => log_odds(&five.logistic, row)?,
        ModelName::NaiveBayes => log_odds(&five.naive_bayes, row)?,
        ModelName::NGram | ModelName::Gpt => {
            let reader = five.reader(model).expect("a language model");
            let codes = codes(reader, row)?;
            let candidate =
                |(token, probability)| Candidate { text: reader.tokenizer.text(token).to_owned(), probability };
            Why::NextToken {
                sentence: reader.tokenizer.write(&reader.tokenizer.prefix(&codes)),
                candidates: reader.candidates(&codes, CANDIDATES).into_iter().map(candidate).collect(),
            }
        }
        ModelName::KMeans => {
            let clusters = &five.clusters;
            let distances = clusters.distances(row, None)?.remove(0);
            let cluster = nearest(&distances);
            let guess = |(at, column): (usize, &Column)| centre(&column.name, clusters.centre(cluster, at));
            Why::Cluster {
                cluster: cluster + 1,
                size: clusters.counts[cluster].iter().sum(),
                class_counts: clusters.counts[cluster].clone(),
                centroid: row.iter().enumerate().map(guess).collect(),
                distances,
            }
        }
    })
}

/// Of two classes the positive one against the other; of more, the likeliest against the next.
fn log_odds(model: &dyn Classifier, row: &[Column]) -> Result<Why, TaskError> {
    let shares: Vec<Share> = model.explain(row)?;
    let p = model.predict_proba(row)?;
    let (class, against) = if p.ncols() == 2 { (1, 0) } else { first_two(p.row(0)) };
    let shares: Vec<TermShare> = (shares.into_iter())
        .map(|share| TermShare { value: share.values[class] - share.values[against], term: share.term })
        .collect();
    let name = |class: usize| model.classes()[class].clone();
    let log_odds = shares.iter().map(|share| share.value).sum();
    Ok(Why::LogOdds { class: name(class), against: name(against), shares, log_odds })
}

fn first_two(p: ArrayView1<f64>) -> (usize, usize) {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[b].total_cmp(&p[a]));
    (order[0], order[1])
}
