//! The models of a comparison, trained on the same samples.

use super::{CompareOptions, ModelName};
use crate::data::{Dataset, Labels};
use crate::engine::patience::Patience;
use crate::model::Classifier;
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::classifiers::{self, ClassifierEntry, FitOptions, FittedClassifier};
use crate::task::sentences::{RowTokenizer, SentenceReader};
use web_time::Instant;

/// The models of a comparison, trained on the same samples.
pub(super) struct TrainedModels {
    /// In the order of the options.
    pub models: Vec<TrainedModel>,
    /// How these samples are spoken of: what is compared in words is compared in these.
    pub tokenizer: RowTokenizer,
}

/// One model of a comparison, trained.
pub(super) struct TrainedModel {
    pub entry: &'static ClassifierEntry,
    pub fitted: FittedClassifier,
    /// How long its training took, in seconds.
    pub secs: f64,
}

impl TrainedModels {
    /// Trains one after the other.
    ///
    /// # Errors
    /// The first that any of them has.
    pub fn fit(
        data: &Dataset,
        labels: &Labels,
        options: &CompareOptions,
        fits: &[Checked<FitOptions>],
    ) -> Result<TrainedModels, TaskError> {
        let patience = Patience::here();
        let one = |fit: &Checked<FitOptions>| {
            patience.check()?;
            let start = Instant::now();
            let fitted = classifiers::fit(data, labels, fit)?;
            Ok(TrainedModel { entry: fit.model.entry(), fitted, secs: start.elapsed().as_secs_f64() })
        };
        let models = fits.iter().map(one).collect::<Result<_, TaskError>>()?;
        Ok(TrainedModels {
            models,
            tokenizer: RowTokenizer::new(&data.features, labels, &options.common().sentences(SentenceReader::NGram)),
        })
    }

    /// The one of this name, if it is compared.
    pub fn get(&self, name: ModelName) -> Option<&TrainedModel> {
        self.models.iter().find(|model| model.entry.name == name)
    }
}

impl TrainedModel {
    pub fn classifier(&self) -> &dyn Classifier {
        self.fitted.classifier()
    }
}
