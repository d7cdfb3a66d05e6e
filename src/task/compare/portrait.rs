//! One model: its answer for the melon, why, and everything else it can do, done.

use super::clusters::{Centre, nearest};
use super::five::Five;
use super::result::*;
use super::{CompareOptions, by_class};
use crate::data::table::{MISSING, number_text};
use crate::data::{Column, Dataset, Labels, Values, melon};
use crate::eval::classification;
use crate::math;
use crate::model::{Classifier, Share};
use crate::rng::Seed;
use crate::task::sentences::{Codes, SentenceModel};
use crate::task::{Melon, TaskError};
use ndarray::ArrayView1;

/// Tokens that a language model would have said next, shown.
const CANDIDATES: usize = 5;

/// The melon that all are asked about.
pub(super) struct Question<'a> {
    labels: &'a Labels,
    /// Its cells.
    melon: Melon,
    /// The same as columns of one row, missing where not given.
    row: Vec<Column>,
    /// Its row in the table (from 0), if it was taken from there.
    from: Option<usize>,
    /// The table with the melon's gaps in every row.
    alike: Vec<Column>,
    /// The feature that is hidden to be guessed.
    hidden: usize,
}

impl<'a> Question<'a> {
    /// About `melon`, or else about the first row.
    pub fn new(data: &Dataset, labels: &'a Labels, melon: Option<&Melon>, five: &Five) -> Result<Self, TaskError> {
        let cell = |column: &Column| Some((column.name.clone(), column.text(0)?.into_owned()));
        let from = if melon.is_some() { None } else { Some(0) };
        let melon = melon.cloned().unwrap_or_else(|| data.features.iter().filter_map(cell).collect());
        let row = melon::row(&melon, &five.logistic.features())?;
        let alike = data
            .features
            .iter()
            .zip(&row)
            .map(|(column, own)| if own.is_missing(0) { blank(column) } else { column.clone() });
        let alike = alike.collect();
        let gap = row.iter().position(|column| column.is_missing(0));
        let last_word = row.iter().rposition(|column| !column.is_numeric());
        let hidden = gap.or(last_word).unwrap_or(row.len() - 1);
        Ok(Question { labels, melon, row, from, alike, hidden })
    }

    /// What was asked, for the reader.
    pub fn summary(&self, data: &Dataset, labels: &Labels) -> Asked {
        let known: Vec<usize> = (0..self.row.len()).filter(|&at| !self.row[at].is_missing(0)).collect();
        let same = |row: usize| known.iter().all(|&at| data.features[at].text(row) == self.row[at].text(0));
        let mut seen = vec![0; labels.classes.len()];
        (0..data.n_samples()).filter(|&row| same(row)).for_each(|row| seen[labels.codes[row]] += 1);
        Asked {
            input: self.melon.iter().cloned().collect(),
            left_out: self.left_out(),
            row: self.from.map(|row| data.rows[row]),
            truth: self.from.map(|row| labels.classes[labels.codes[row]].clone()),
            seen,
        }
    }

    fn left_out(&self) -> Vec<String> {
        self.row.iter().filter(|column| column.is_missing(0)).map(|column| column.name.clone()).collect()
    }

    /// The melon with another value for the hidden feature.
    fn with(&self, value: Option<&str>) -> Vec<Column> {
        let mut row = self.row.clone();
        row[self.hidden] = match &row[self.hidden].values {
            Values::Words { .. } => Column::words(&row[self.hidden].name, [value]),
            Values::Numbers(_) => Column::numbers(&row[self.hidden].name, [f64::NAN]),
        };
        row
    }

    fn guess(&self, value: impl Into<String>, probability: Option<f64>) -> Filled {
        let column = &self.row[self.hidden];
        Filled {
            guess: Guess { feature: column.name.clone(), value: value.into(), probability },
            hidden: column.text(0).map(|text| text.into_owned()),
        }
    }
}

/// One model's portrait.
pub(super) fn of(
    model: ModelName,
    five: &Five,
    question: &Question,
    options: &CompareOptions,
    cross_validation: Option<Scores>,
) -> Result<Portrait, TaskError> {
    let needs = needs(model, five, question);
    let can_answer = needs.is_empty();
    let (models, learned_from) = nature(model);
    Ok(Portrait {
        model,
        family: model.family(),
        models,
        learned_from,
        n_params: five.n_params(model),
        answer: can_answer.then(|| answer(model, five, question)).transpose()?,
        why: can_answer.then(|| why(model, five, question)).transpose()?,
        needs,
        fills: fills(model, five, question)?,
        makes: makes(model, five, question.labels, options),
        usual: usual(model, five, question)?,
        cross_validation,
    })
}

/// What it is a model of, and how it came by the labels.
fn nature(model: ModelName) -> (&'static str, &'static str) {
    match model {
        ModelName::Logistic => ("P(y|x)", "labels"),
        ModelName::NaiveBayes => ("P(x,y)", "labels"),
        ModelName::NGram | ModelName::Gpt => ("P(next token | tokens before)", "sentences"),
        ModelName::KMeans => ("distances", "none"),
    }
}

/// The features that the melon leaves out and the model cannot do without.
fn needs(model: ModelName, five: &Five, question: &Question) -> Vec<String> {
    let imputes = five.logistic.encoder.options.impute;
    if model == ModelName::Logistic && !imputes { question.left_out() } else { Vec::new() }
}

fn answer(model: ModelName, five: &Five, question: &Question) -> Result<Answer, TaskError> {
    let p = five.predict_proba(model, &question.row)?;
    let p = p.row(0);
    let labels = question.labels;
    let verdict = five.reader(model).map(|reader| Ok::<_, TaskError>(reader.verdict(&codes(reader, &question.row)?)));
    let verdict = verdict.transpose()?;
    Ok(Answer {
        probabilities: by_class(labels, p.iter().copied()),
        predicted: labels.classes[classification::decide(p, 0.5)].clone(),
        class_mass: verdict.as_ref().map(|verdict| verdict.mass),
        raw: verdict.map(|verdict| by_class(labels, verdict.raw)),
        labelled_afterwards: model == ModelName::KMeans,
    })
}

/// The one melon in a language model's words.
fn codes(reader: &SentenceModel, row: &[Column]) -> Result<Codes, TaskError> {
    Ok(reader.book.codes(row)?.remove(0))
}

fn why(model: ModelName, five: &Five, question: &Question) -> Result<Why, TaskError> {
    let row = &question.row;
    Ok(match model {
        ModelName::Logistic => log_odds(&five.logistic, row)?,
        ModelName::NaiveBayes => log_odds(&five.naive_bayes, row)?,
        ModelName::NGram | ModelName::Gpt => {
            let reader = five.reader(model).expect("a language model");
            let codes = codes(reader, row)?;
            let candidate = |(token, probability)| Candidate { text: reader.book.text(token).to_owned(), probability };
            Why::NextToken {
                sentence: reader.book.write(&reader.book.prefix(&codes)),
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

/// The likeliest value of a centroid, or its mean.
fn centre(feature: &str, centre: Centre) -> Guess {
    let (value, probability) = match centre {
        Centre::Mean(mean) => (number_text(rounded(mean)), None),
        Centre::Shares(shares) => {
            let best = math::argmax(&shares.iter().map(|(_, share)| *share).collect::<Vec<_>>());
            best.map_or((String::new(), None), |at| (shares[at].0.clone(), Some(shares[at].1)))
        }
    };
    Guess { feature: feature.to_owned(), value, probability }
}

/// To four significant digits.
fn rounded(x: f64) -> f64 {
    format!("{x:.3e}").parse().unwrap_or(x)
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

/// The hidden feature, guessed from the others. A logistic regression has nothing to guess
/// with: it never learned how the features go together.
fn fills(model: ModelName, five: &Five, question: &Question) -> Result<Option<Filled>, TaskError> {
    let hidden = question.hidden;
    Ok(match model {
        ModelName::Logistic => None,
        ModelName::NaiveBayes => Some(fill_by_bayes(five, question)?),
        ModelName::NGram | ModelName::Gpt => {
            let reader = five.reader(model).expect("a language model");
            let weights = reader.fill(&codes(reader, &question.row)?, hidden);
            let best = math::argmax(&weights).unwrap_or(0);
            let levels = reader.book.features()[hidden].levels.as_deref().unwrap_or_default();
            levels.get(best).map(|level| question.guess(level, Some(weights[best])))
        }
        ModelName::KMeans => {
            let distances = five.clusters.distances(&question.row, Some(hidden))?.remove(0);
            let guess = centre("", five.clusters.centre(nearest(&distances), hidden));
            Some(question.guess(guess.value, guess.probability))
        }
    })
}

/// `P(v | rest) = sum_y P(rest, v, y) / sum_v' sum_y P(rest, v', y)`; of a number its mean,
/// `sum_y P(y | rest) mean_y`.
fn fill_by_bayes(five: &Five, question: &Question) -> Result<Filled, TaskError> {
    use crate::model::naive_bayes::Likelihood;
    let model = &five.naive_bayes;
    match &model.features[question.hidden].likelihood {
        Likelihood::Categorical(table) => {
            let weigh = |level: &String| Ok(model.log_evidence(&question.with(Some(level)))?[0]);
            let mut weights = table.levels.iter().map(weigh).collect::<Result<Vec<f64>, TaskError>>()?;
            math::softmax(&mut weights);
            let best = math::argmax(&weights).unwrap_or(0);
            Ok(question.guess(&table.levels[best], Some(weights[best])))
        }
        Likelihood::Gaussian { means, .. } => {
            let p = model.predict_proba(&question.with(None))?;
            let mean: f64 = p.row(0).iter().zip(means).map(|(p, mean)| p * mean).sum();
            Ok(question.guess(number_text(rounded(mean)), None))
        }
    }
}

/// A new melon, drawn.
fn makes(model: ModelName, five: &Five, labels: &Labels, options: &CompareOptions) -> Option<Made> {
    let mut random = Seed(options.seed).stream("compare/one-melon");
    if let Some(reader) = five.reader(model) {
        let written = reader.sample(1, &mut random).remove(0);
        let cells = |codes: &Codes| {
            let told = reader.book.features().iter().zip(codes);
            told.filter_map(|(f, code)| Some((f.name.clone(), f.levels.as_ref()?[(*code)?].clone()))).collect()
        };
        return Some(Made {
            input: written.melon.as_ref().map(|(codes, _)| cells(codes)),
            class: written.melon.as_ref().map(|(_, class)| labels.classes[*class].clone()),
            text: Some(written.text),
        });
    }
    (model == ModelName::NaiveBayes).then(|| {
        let (columns, classes) = five.naive_bayes.sample(1, &mut random);
        let cell = |column: &Column| Some((column.name.clone(), drawn(column)?));
        Made {
            text: None,
            input: Some(columns.iter().filter_map(cell).collect()),
            class: Some(labels.classes[classes[0]].clone()),
        }
    })
}

/// The first cell, a number to four digits: a drawn one has sixteen that mean nothing.
fn drawn(column: &Column) -> Option<String> {
    match &column.values {
        Values::Numbers(cells) => Some(number_text(rounded(cells[0]))),
        Values::Words { .. } => column.text(0).map(|text| text.into_owned()),
    }
}

/// How usual the melon is, beside the table's own melons in the same features.
fn usual(model: ModelName, five: &Five, question: &Question) -> Result<Option<Usual>, TaskError> {
    let scores = |columns: &[Column]| -> Result<Option<Vec<f64>>, TaskError> {
        Ok(match model {
            ModelName::Logistic => None,
            ModelName::NaiveBayes => Some(five.naive_bayes.log_evidence(columns)?),
            ModelName::NGram => Some(five.ngram.log_evidence(columns)?),
            ModelName::Gpt => Some(five.gpt.log_evidence(columns)?),
            ModelName::KMeans => {
                let distances = five.clusters.distances(columns, None)?;
                Some(distances.iter().map(|of| -of[nearest(of)]).collect())
            }
        })
    };
    let Some(own) = scores(&question.row)? else { return Ok(None) };
    let others = scores(&question.alike)?.unwrap_or_default();
    let has_numbers = question.row.iter().any(|column| column.is_numeric() && !column.is_missing(0));
    let is_probability = match model {
        ModelName::NaiveBayes => !has_numbers,
        ModelName::NGram | ModelName::Gpt => true,
        ModelName::Logistic | ModelName::KMeans => false,
    };
    // A rounding error apart is alike.
    let n_less_usual = others.iter().filter(|&&score| score < own[0] - 1e-9 * (1.0 + own[0].abs())).count();
    Ok(Some(Usual { score: own[0], is_probability, n_less_usual }))
}

/// A column without any cell.
fn blank(column: &Column) -> Column {
    let values = match &column.values {
        Values::Numbers(cells) => Values::Numbers(vec![f64::NAN; cells.len()]),
        Values::Words { levels, codes } => Values::Words { levels: levels.clone(), codes: vec![MISSING; codes.len()] },
    };
    Column { name: column.name.clone(), values }
}
