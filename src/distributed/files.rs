//! Which files a table is made of, and the partitions that they are cut into.

use super::store::StoreReader;
use crate::data::read::{Fault, Obstacle, ReadOptions};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::datasource::listing::ListingTableUrl;
use datafusion::datasource::physical_plan::parquet::metadata::DFParquetMetadata;
use datafusion::error::Result;
use datafusion::object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};
use datafusion::parquet::file::metadata::ParquetMetaData;
use futures::TryStreamExt;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Partitions at most.
const MAX_PARTITIONS: usize = 1024;
/// Bytes of a file of text in which its first line must end.
const FIRST_LINE: u64 = 1 << 16;

/// A table's files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredFiles {
    /// The store that they are in: `file:///`, `s3://bucket/`.
    pub store: String,
    pub format: StoredFormat,
    /// Files, or parts of them, that follow each other.
    pub partitions: Vec<Vec<FilePart>>,
}

impl StoredFiles {
    /// Whether partitions of so many rows are all that the files say they have.
    pub fn are_all(&self, rows: &[usize]) -> bool {
        let is_all = |(parts, &n_rows): (&Vec<FilePart>, &usize)| {
            parts.iter().map(|part| part.n_rows).sum::<Option<usize>>().is_none_or(|said| said == n_rows)
        };
        self.partitions.iter().zip(rows).all(is_all)
    }
}

/// How they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoredFormat {
    Parquet,
    /// With this delimiter, and the names of the columns in line 1.
    Csv(u8),
}

/// A file, or some of its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FilePart {
    pub path: String,
    pub size: u64,
    /// Where the row groups begin that are meant.
    pub range: Option<[i64; 2]>,
    /// How many rows it says that it has; `None` of text.
    pub n_rows: Option<usize>,
}

/// The files that a path is made of, and the columns that they have.
pub struct ListedFiles {
    pub files: StoredFiles,
    pub schema: SchemaRef,
    /// Each file in a word: its name, its size, and its mark or time.
    pub described: Vec<String>,
}

/// Lists what `path` is made of: a file, the files of a folder or of a pattern, in the order of their names.
pub async fn listed(path: &str, options: &ReadOptions, reader: &StoreReader) -> Result<Result<ListedFiles, Fault>> {
    let is_folder = std::path::Path::new(path).is_dir() && !path.ends_with('/');
    let url = ListingTableUrl::parse(if is_folder { format!("{path}/") } else { path.to_owned() })?;
    let store = reader.store(&url)?;
    let found: Vec<ObjectMeta> = match url.list_all_files(reader.state(), &store, "").await {
        Ok(files) => match files.try_collect().await {
            Ok(files) => files,
            Err(error) if is_not_found(&error) => return Ok(Err(Fault::NoFile)),
            Err(error) => return Err(error),
        },
        Err(error) if is_not_found(&error) => return Ok(Err(Fault::NoFile)),
        Err(error) => return Err(error),
    };
    let mut found: Vec<(ObjectMeta, StoredFormat)> =
        found.into_iter().filter_map(|file| Some((format(&file, options)?, file))).map(|(a, b)| (b, a)).collect();
    found.sort_by(|a, b| a.0.location.as_ref().cmp(b.0.location.as_ref()));
    let Some((first, format)) = found.first().cloned() else {
        let is_local = url.scheme() == "file" && !path.contains(['*', '?', '[']);
        let is_there = !is_local || std::path::Path::new(path).exists();
        return Ok(Err(if is_there { Fault::NoTableFiles } else { Fault::NoFile }));
    };
    if found.iter().any(|(_, other)| *other != format) {
        return Ok(Err(Fault::SeveralFormats));
    }
    let (mut parts, mut schema) = (Vec::new(), None::<Schema>);
    for (file, _) in &found {
        let own = match format {
            StoredFormat::Parquet => {
                let metadata = DFParquetMetadata::new(&*store, file);
                parts.extend(row_groups(file, &*metadata.fetch_metadata().await?));
                metadata.fetch_schema().await?
            }
            StoredFormat::Csv(delimiter) => {
                parts.push(FilePart { path: file.location.to_string(), size: file.size, range: None, n_rows: None });
                match first_line(&*store, file, delimiter).await? {
                    Ok(schema) => schema,
                    Err(fault) => return Ok(Err(fault)),
                }
            }
        };
        let known = schema.get_or_insert_with(|| own.clone());
        if columns(known) != columns(&own) {
            return Ok(Err(Fault::OtherColumns { first: first.location.to_string() }));
        }
    }
    let (store, partitions) = (url.object_store().as_str().to_owned(), partitions(parts));
    let schema = Arc::new(schema.expect("at least one file").with_metadata(Default::default()));
    let described = found.iter().map(|(file, _)| described(file)).collect();
    Ok(Ok(ListedFiles { files: StoredFiles { store, format, partitions }, schema, described }))
}

fn is_not_found(error: &datafusion::error::DataFusionError) -> bool {
    use datafusion::object_store::Error::NotFound;
    matches!(error.find_root(), datafusion::error::DataFusionError::ObjectStore(error) if matches!(**error, NotFound { .. }))
}

fn columns(schema: &Schema) -> Vec<(&str, &DataType)> {
    schema.fields().iter().map(|field| (field.name().as_str(), field.data_type())).collect()
}

fn described(file: &ObjectMeta) -> String {
    let mark = file.e_tag.clone().unwrap_or_else(|| file.last_modified.to_rfc3339());
    format!("{} {} {mark}\n", file.location, file.size)
}

/// By its ending. Hidden files, and those that programs leave beside tables, are none.
fn format(file: &ObjectMeta, options: &ReadOptions) -> Option<StoredFormat> {
    let name = file.location.filename()?.to_lowercase();
    if name.starts_with(['.', '_']) || file.size == 0 {
        return None;
    }
    match name.rsplit_once('.')?.1 {
        "parquet" => Some(StoredFormat::Parquet),
        "tsv" => Some(StoredFormat::Csv(options.delimiter.unwrap_or(b'\t'))),
        "csv" | "txt" => Some(StoredFormat::Csv(options.delimiter.unwrap_or(b','))),
        _ => None,
    }
}

/// One part for each row group.
fn row_groups(file: &ObjectMeta, metadata: &ParquetMetaData) -> Vec<FilePart> {
    // The place by which a reader tells whether a group lies in a range.
    let begins: Vec<i64> = metadata
        .row_groups()
        .iter()
        .filter_map(|group| group.columns().first())
        .map(|column| column.dictionary_page_offset().unwrap_or_else(|| column.data_page_offset()))
        .collect();
    let rises = begins.windows(2).all(|pair| pair[0] < pair[1]);
    let rows: Vec<usize> = metadata.row_groups().iter().map(|group| group.num_rows() as usize).collect();
    let part =
        |range, n_rows| FilePart { path: file.location.to_string(), size: file.size, range, n_rows: Some(n_rows) };
    if !rises || begins.len() < 2 || begins.len() < rows.len() {
        return vec![part(None, rows.iter().sum())];
    }
    let ends = begins[1..].iter().copied().chain([file.size as i64]);
    begins.iter().zip(ends).zip(rows).map(|((&start, end), n_rows)| part(Some([start, end]), n_rows)).collect()
}

/// The names in a file's first line; all cells are text.
async fn first_line(store: &dyn ObjectStore, file: &ObjectMeta, delimiter: u8) -> Result<Result<Schema, Fault>> {
    let bytes = store.get_range(&file.location, 0..file.size.min(FIRST_LINE)).await?;
    let Some(end) = memchr::memchr(b'\n', &bytes) else { return Ok(Err(Fault::NoRows)) };
    let line = bytes[..end].strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes[..end]);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(line);
    let Some(Ok(names)) = reader.records().next() else {
        return Ok(Err(Fault::NotInPasses { obstacle: Obstacle::Names }));
    };
    let field = |name: &str| Field::new(name.trim(), DataType::Utf8, true);
    Ok(Ok(Schema::new(names.iter().map(field).collect::<Vec<_>>())))
}

/// As many partitions as there are parts, or as many parts to a partition as are needed.
fn partitions(parts: Vec<FilePart>) -> Vec<Vec<FilePart>> {
    let together = parts.len().div_ceil(MAX_PARTITIONS).max(1);
    parts.chunks(together).map(<[FilePart]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_depend_on_the_parts_alone() {
        let parts = |n: usize| -> Vec<FilePart> {
            (0..n).map(|i| FilePart { path: i.to_string(), size: 1, range: None, n_rows: None }).collect()
        };
        assert_eq!(partitions(parts(3)).len(), 3);
        assert_eq!(partitions(parts(1025)).len(), 513);
        assert_eq!(partitions(parts(5000)).concat(), parts(5000));
    }
}
