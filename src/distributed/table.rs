//! The files of a table as a query engine's table: its columns, and the partition of each row.

use super::files::{FilePart, StoredFiles, StoredFormat};
use async_trait::async_trait;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::config::CsvOptions;
use datafusion::common::{Result, ScalarValue};
use datafusion::datasource::TableType;
use datafusion::datasource::listing::PartitionedFile;
use datafusion::datasource::physical_plan::{CsvSource, FileGroup, FileScanConfigBuilder, FileSource, ParquetSource};
use datafusion::datasource::source::DataSourceExec;
use datafusion::datasource::table_schema::TableSchema;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::logical_expr::Expr;
use datafusion::object_store::ObjectMeta;
use datafusion::object_store::path::Path;
use datafusion::physical_plan::ExecutionPlan;
use std::sync::Arc;

/// The column that tells the partition.
pub const PARTITION: &str = "__partition";

/// A table whose rows know their partitions.
#[derive(Debug)]
pub struct PartitionedTable {
    pub files: StoredFiles,
    own: SchemaRef,
    with_partition: SchemaRef,
}

impl PartitionedTable {
    /// Of files with these columns.
    pub fn new(files: StoredFiles, own: SchemaRef) -> Self {
        let fields = own.fields().iter().cloned().chain([Arc::new(partition_field())]).collect::<Vec<_>>();
        PartitionedTable { files, own, with_partition: Arc::new(Schema::new(fields)) }
    }

    /// Of files whose columns, and then the partition, are these.
    #[cfg(feature = "cluster")]
    pub fn with_partition(files: StoredFiles, schema: &Schema) -> Self {
        let fields = &schema.fields()[..schema.fields().len().saturating_sub(1)];
        Self::new(files, Arc::new(Schema::new(fields.to_vec())))
    }
}

fn partition_field() -> Field {
    Field::new(PARTITION, DataType::Int64, false)
}

#[async_trait]
impl TableProvider for PartitionedTable {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.with_partition)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    /// Partitions that follow each other are read one after the other: the whole of each in one place.
    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let schema = TableSchema::builder(Arc::clone(&self.own))
            .with_table_partition_cols(vec![Arc::new(partition_field())])
            .build();
        let source: Arc<dyn FileSource> = match self.files.format {
            StoredFormat::Parquet => Arc::new(ParquetSource::new(schema)),
            StoredFormat::Csv(delimiter) => {
                let options = CsvOptions::default().with_has_header(true).with_delimiter(delimiter);
                Arc::new(CsvSource::new(schema).with_csv_options(options.with_newlines_in_values(true)))
            }
        };
        let (n_partitions, n_groups) = (self.files.partitions.len(), state.config().target_partitions());
        let n_groups = n_groups.clamp(1, n_partitions.max(1));
        let bound = |group: usize| group * n_partitions / n_groups;
        let groups = (0..n_groups).map(|group| self.group(bound(group)..bound(group + 1))).collect();
        let config = FileScanConfigBuilder::new(ObjectStoreUrl::parse(&self.files.store)?, source)
            .with_file_groups(groups)
            .with_projection_indices(projection.cloned())?
            .with_limit(limit)
            .with_preserve_order(true)
            .build();
        Ok(DataSourceExec::from_data_source(config))
    }
}

impl PartitionedTable {
    fn group(&self, partitions: std::ops::Range<usize>) -> FileGroup {
        let files = partitions.flat_map(|partition| {
            self.files.partitions[partition].iter().map(move |part| {
                let file = PartitionedFile::new_from_meta(described(part))
                    .with_partition_values(vec![ScalarValue::Int64(Some(partition as i64))]);
                match part.range {
                    Some([start, end]) => file.with_range(start, end),
                    None => file,
                }
            })
        });
        FileGroup::new(files.collect())
    }
}

/// A file under the name by which its store knows it, which is escaped already.
fn described(part: &FilePart) -> ObjectMeta {
    let location = Path::parse(&part.path).unwrap_or_else(|_| Path::from(part.path.as_str()));
    ObjectMeta { location, last_modified: Default::default(), size: part.size, e_tag: None, version: None }
}
