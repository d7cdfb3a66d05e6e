//! How the program's own table and sums travel in a plan: beside all that Ballista knows.

use super::aggregate::{MelonSums, NAME};
use super::files::StoredFiles;
use super::table::PartitionedTable;
use ballista_core::serde::{BallistaLogicalExtensionCodec, BallistaPhysicalExtensionCodec};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::TableProvider;
use datafusion::common::{Result, TableReference, exec_datafusion_err, exec_err};
use datafusion::datasource::file_format::FileFormatFactory;
use datafusion::execution::TaskContext;
use datafusion::logical_expr::{AggregateUDF, Extension, LogicalPlan};
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::logical_plan::LogicalExtensionCodec;
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};
use std::sync::Arc;

/// Of plans before they are cut into tasks.
#[derive(Debug, Default)]
pub struct Logical(BallistaLogicalExtensionCodec);

/// Writes and reads the plans of tasks, our sums and sources among them.
#[derive(Debug, Default)]
pub struct Physical(BallistaPhysicalExtensionCodec);

fn sums(name: &str, bytes: &[u8]) -> Result<Arc<AggregateUDF>> {
    match std::str::from_utf8(bytes) {
        Ok(work) if name == NAME && !work.is_empty() => Ok(Arc::new(MelonSums::read(work))),
        _ => exec_err!("no such sums: {name}"),
    }
}

fn put_sums(function: &AggregateUDF, bytes: &mut Vec<u8>) {
    let own = function.inner().downcast_ref::<MelonSums>();
    own.into_iter().for_each(|own| bytes.extend_from_slice(own.work.as_bytes()));
}

impl LogicalExtensionCodec for Logical {
    fn try_decode(&self, bytes: &[u8], inputs: &[LogicalPlan], context: &TaskContext) -> Result<Extension> {
        self.0.try_decode(bytes, inputs, context)
    }

    fn try_encode(&self, node: &Extension, bytes: &mut Vec<u8>) -> Result<()> {
        self.0.try_encode(node, bytes)
    }

    fn try_decode_table_provider(
        &self,
        bytes: &[u8],
        _name: &TableReference,
        schema: SchemaRef,
        _context: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        let files: StoredFiles = serde_json::from_slice(bytes).map_err(|error| exec_datafusion_err!("{error}"))?;
        Ok(Arc::new(PartitionedTable::with_partition(files, &schema)))
    }

    fn try_encode_table_provider(
        &self,
        name: &TableReference,
        table: Arc<dyn TableProvider>,
        bytes: &mut Vec<u8>,
    ) -> Result<()> {
        let Some(own) = (&*table as &dyn std::any::Any).downcast_ref::<PartitionedTable>() else {
            return self.0.try_encode_table_provider(name, table, bytes);
        };
        serde_json::to_writer(bytes, &own.files).map_err(|error| exec_datafusion_err!("{error}"))
    }

    fn try_decode_file_format(&self, bytes: &[u8], context: &TaskContext) -> Result<Arc<dyn FileFormatFactory>> {
        self.0.try_decode_file_format(bytes, context)
    }

    fn try_encode_file_format(&self, bytes: &mut Vec<u8>, node: Arc<dyn FileFormatFactory>) -> Result<()> {
        self.0.try_encode_file_format(bytes, node)
    }

    fn try_decode_udaf(&self, name: &str, bytes: &[u8]) -> Result<Arc<AggregateUDF>> {
        sums(name, bytes)
    }

    fn try_encode_udaf(&self, function: &AggregateUDF, bytes: &mut Vec<u8>) -> Result<()> {
        put_sums(function, bytes);
        Ok(())
    }
}

impl PhysicalExtensionCodec for Physical {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        self.0.try_decode(bytes, inputs, context, converter)
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        bytes: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        self.0.try_encode(node, bytes, converter)
    }

    fn try_decode_udaf(&self, name: &str, bytes: &[u8]) -> Result<Arc<AggregateUDF>> {
        sums(name, bytes)
    }

    fn try_encode_udaf(&self, function: &AggregateUDF, bytes: &mut Vec<u8>) -> Result<()> {
        put_sums(function, bytes);
        Ok(())
    }
}
