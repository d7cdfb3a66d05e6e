//! The sums of a pass as an aggregate function of a query engine.

use super::partition_sums::{self, Outcome, PartitionSums, TOTAL};
use super::partition_work::{PartitionWork, Work};
use crate::task::in_passes::PassPlan;
use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Int64Type};
use datafusion::common::{Result, ScalarValue, exec_datafusion_err, exec_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// The function's name in plans and queries.
pub const NAME: &str = "melon_sums";

/// `melon_sums(partition, column, ...)`: some work on the rows, apart for each partition. What is to be done is a part
/// of the function, as a text: an argument would be repeated for every row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MelonSums {
    signature: Signature,
    /// The work, as JSON.
    pub work: Arc<str>,
}

impl MelonSums {
    /// The function that does this work.
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
        Ok(Box::new(Adding { work, partitions: BTreeMap::new(), current: Mutex::new(None) }))
    }

    fn state_fields(&self, _arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        Ok(vec![Arc::new(Field::new("partitions", DataType::LargeBinary, true))])
    }
}

/// The partitions that are done, and the one that is not.
struct Adding {
    work: Work,
    partitions: BTreeMap<usize, PartitionSums>,
    /// Behind a lock for the engine's sake, which may look at it from any thread.
    current: Mutex<Option<PartitionWork>>,
}

impl std::fmt::Debug for Adding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Adding").field("partitions", &self.partitions.len()).finish_non_exhaustive()
    }
}

impl Adding {
    /// A partition that comes twice is an error: its rows would count twice.
    fn keep(&mut self, sums: PartitionSums) -> Result<()> {
        let partition = sums.partition;
        match self.partitions.insert(partition, sums) {
            None => Ok(()),
            Some(_) => exec_err!("part {partition} of the rows came twice"),
        }
    }

    fn finish(&mut self) -> Result<()> {
        let ended = self.current.get_mut().expect("no thread has panicked").take();
        ended.map_or(Ok(()), |partition| self.keep(partition.end()))
    }

    fn written(&mut self) -> Result<ScalarValue> {
        self.finish()?;
        Ok(ScalarValue::LargeBinary(Some(partition_sums::written(self.partitions.values()))))
    }
}

impl Accumulator for Adding {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let (partitions, columns) = values.split_first().ok_or_else(|| exec_datafusion_err!("no partitions"))?;
        let partitions = partitions.as_primitive::<Int64Type>().values();
        let mut start = 0;
        for run in partitions.chunk_by(|a, b| a == b) {
            let (partition, n_rows) = (run[0] as usize, run.len());
            let is_current = |current: &PartitionWork| current.partition() == partition;
            if !self.current.get_mut().expect("no thread has panicked").as_ref().is_some_and(is_current) {
                self.finish()?;
                let begun =
                    PartitionWork::new(&self.work, partition).map_err(|error| exec_datafusion_err!("{error}"))?;
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
            let partitions =
                partition_sums::read(bytes).ok_or_else(|| exec_datafusion_err!("sums that cannot be read"))?;
            partitions.into_iter().try_for_each(|partition| self.keep(partition))?;
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![self.written()?])
    }

    /// The sums of a plan are merged here, in the partitions' order: what goes on is one total, and how many
    /// rows each partition had.
    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.finish()?;
        let Work::Samples { plan, .. } = &self.work else { return self.written() };
        if self.partitions.values().any(|partition| matches!(partition.outcome, Outcome::Unread(_))) {
            return self.written(); // cells that cannot be read
        }
        let numbers = |partition: &mut PartitionSums| match &mut partition.outcome {
            Outcome::Numbers(numbers) => std::mem::take(numbers),
            Outcome::Text(_) | Outcome::Unread(_) => Vec::new(),
        };
        let partitions: Vec<Vec<Vec<f64>>> = self.partitions.values_mut().map(numbers).collect();
        let plan = PassPlan::read(plan).map_err(|error| exec_datafusion_err!("{error}"))?;
        let total = plan.merged(&partitions).ok_or_else(|| exec_datafusion_err!("sums that cannot be read"))?;
        let outcome = Outcome::Numbers(total);
        self.keep(PartitionSums { partition: TOTAL, n_rows: 0, n_samples: 0, outcome })?;
        self.written()
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.partitions.values().map(PartitionSums::size).sum::<usize>()
    }
}
