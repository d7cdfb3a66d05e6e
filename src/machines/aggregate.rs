//! The sums of a pass as an aggregate function of a query engine.

use super::lane::{self, Found, LaneSums, TOTAL};
use super::work::{OnLane, Work};
use crate::task::in_passes::Query;
use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Int64Type};
use datafusion::common::{Result, ScalarValue, exec_datafusion_err, exec_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// By which it is known.
pub const NAME: &str = "melon_sums";

/// `melon_sums(lane, column, ...)`: some work on the rows, apart for each lane. What is to be done is a part
/// of the function, as a text: an argument would be repeated for every row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MelonSums {
    signature: Signature,
    /// The work, as JSON.
    pub work: Arc<str>,
}

impl MelonSums {
    /// For some work.
    pub fn of(work: &Work) -> AggregateUDF {
        Self::read(&serde_json::to_string(work).expect("lists, numbers and texts"))
    }

    /// For work that was written down.
    pub fn read(work: &str) -> AggregateUDF {
        let signature = Signature::variadic_any(Volatility::Immutable);
        AggregateUDF::from(MelonSums { signature, work: work.into() })
    }
}

impl AggregateUDFImpl for MelonSums {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::LargeBinary)
    }

    fn accumulator(&self, _arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        let work = serde_json::from_str(&self.work).map_err(|error| exec_datafusion_err!("{error}"))?;
        Ok(Box::new(Adding { work, lanes: BTreeMap::new(), current: Mutex::new(None) }))
    }

    fn state_fields(&self, _arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        Ok(vec![Arc::new(Field::new("lanes", DataType::LargeBinary, true))])
    }
}

/// The lanes that are done, and the one that is not.
struct Adding {
    work: Work,
    lanes: BTreeMap<usize, LaneSums>,
    /// Behind a lock for the engine's sake, which may look at it from any thread.
    current: Mutex<Option<OnLane>>,
}

impl std::fmt::Debug for Adding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Adding").field("lanes", &self.lanes.len()).finish_non_exhaustive()
    }
}

impl Adding {
    /// A lane that comes twice is an error: its rows would count twice.
    fn keep(&mut self, sums: LaneSums) -> Result<()> {
        let lane = sums.lane;
        match self.lanes.insert(lane, sums) {
            None => Ok(()),
            Some(_) => exec_err!("part {lane} of the rows came twice"),
        }
    }

    fn finish(&mut self) -> Result<()> {
        let ended = self.current.get_mut().expect("no thread has panicked").take();
        ended.map_or(Ok(()), |lane| self.keep(lane.end()))
    }

    fn written(&mut self) -> Result<ScalarValue> {
        self.finish()?;
        Ok(ScalarValue::LargeBinary(Some(lane::written(self.lanes.values()))))
    }
}

impl Accumulator for Adding {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let (lanes, columns) = values.split_first().ok_or_else(|| exec_datafusion_err!("no lanes"))?;
        let lanes = lanes.as_primitive::<Int64Type>().values();
        let mut start = 0;
        for run in lanes.chunk_by(|a, b| a == b) {
            let (lane, n_rows) = (run[0] as usize, run.len());
            let is_current = |current: &OnLane| current.lane() == lane;
            if !self.current.get_mut().expect("no thread has panicked").as_ref().is_some_and(is_current) {
                self.finish()?;
                let begun = OnLane::new(&self.work, lane).map_err(|error| exec_datafusion_err!("{error}"))?;
                self.current = Mutex::new(Some(begun));
            }
            let part: Vec<ArrayRef> = columns.iter().map(|column| column.slice(start, n_rows)).collect();
            let current = self.current.get_mut().expect("no thread has panicked").as_mut().expect("begun");
            current.see(&self.work, &part, n_rows)?;
            start += n_rows;
        }
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        for bytes in states[0].as_binary::<i64>().iter().flatten() {
            let lanes = lane::read(bytes).ok_or_else(|| exec_datafusion_err!("sums that cannot be read"))?;
            lanes.into_iter().try_for_each(|lane| self.keep(lane))?;
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![self.written()?])
    }

    /// Answers are added up here, in the lanes' order: what goes on is one sum, and how many rows each lane had.
    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.finish()?;
        let is_answered = |lane: &LaneSums| matches!(lane.found, Found::Numbers(_));
        let Work::Samples { query, .. } = &self.work else { return self.written() };
        if !self.lanes.values().all(is_answered) {
            return self.written(); // cells that cannot be read
        }
        let numbers = |lane: &mut LaneSums| match &mut lane.found {
            Found::Numbers(numbers) => std::mem::take(numbers),
            Found::Text(_) | Found::Unread(_) => Vec::new(),
        };
        let lanes: Vec<Vec<Vec<f64>>> = self.lanes.values_mut().map(numbers).collect();
        let total = Query::read(query).and_then(|query| query.total(&lanes));
        let total = Found::Numbers(total.map_err(|error| exec_datafusion_err!("{error}"))?);
        self.keep(LaneSums { lane: TOTAL, n_rows: 0, n_samples: 0, found: total })?;
        self.written()
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.lanes.values().map(LaneSums::size).sum::<usize>()
    }
}
