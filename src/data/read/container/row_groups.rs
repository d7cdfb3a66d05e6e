//! The rows of a Parquet file as text, piece by piece, in memory that does not grow with the file.

use super::unpacked::csv_of;
use crate::data::read::Fault;
use crate::data::table::number_text;
use parquet::basic::Repetition;
use parquet::column::reader::ColumnReader;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::schema::types::ColumnDescPtr;

/// A file whose rows are cells in columns, without lists or structures in them.
pub(in crate::data::read) struct RowGroups<R: ChunkReader + 'static> {
    reader: SerializedFileReader<R>,
    names: Vec<String>,
    /// Of each row group, the number of the first row behind it, from 0.
    ends: Vec<usize>,
    open: Option<Open>,
}

/// A row group that is being read.
struct Open {
    group: usize,
    /// The number of the next row.
    next: usize,
    columns: Vec<(ColumnReader, ColumnDescPtr)>,
}

impl<R: ChunkReader + 'static> RowGroups<R> {
    /// Opens a file; `None` if something stands within its cells.
    ///
    /// # Errors
    /// A damaged file, or one that is packed in a way that is not known here.
    pub fn open(file: R) -> Result<Option<Self>, Fault> {
        let reader = SerializedFileReader::new(file).map_err(|_| Fault::BrokenParquet)?;
        let fields = reader.metadata().file_metadata().schema().get_fields();
        let is_cell = |field: &parquet::schema::types::TypePtr| {
            field.is_primitive() && field.get_basic_info().repetition() != Repetition::REPEATED
        };
        if !fields.iter().all(is_cell) {
            return Ok(None);
        }
        let names = fields.iter().map(|field| field.name().to_owned()).collect();
        let mut end = 0;
        let after = |group: &parquet::file::metadata::RowGroupMetaData| {
            end += group.num_rows() as usize;
            end
        };
        let ends = reader.metadata().row_groups().iter().map(after).collect();
        Ok(Some(RowGroups { reader, names, ends, open: None }))
    }

    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The line that names the columns.
    pub fn header(&self) -> Vec<u8> {
        csv_of(0, std::iter::once(self.names.clone()))
    }

    /// `n_rows` rows from `first` on, or as many as there are, as CSV. It is fast where they follow those that
    /// were asked for before.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn text(&mut self, first: usize, n_rows: usize) -> Result<Vec<u8>, Fault> {
        let (mut next, end) = (first, (first + n_rows).min(self.n_rows()));
        let mut text = Vec::new();
        while next < end {
            let group = self.ends.partition_point(|&end| end <= next);
            let n = end.min(self.ends[group]) - next;
            text.extend(self.text_of(group, next, n).map_err(|_| Fault::BrokenParquet)?);
            next += n;
        }
        Ok(text)
    }

    /// Rows of one row group.
    fn text_of(&mut self, group: usize, first: usize, n: usize) -> Result<Vec<u8>, ParquetError> {
        let mut open = match self.open.take().filter(|open| open.group == group && open.next <= first) {
            Some(open) => open,
            None => self.opened(group)?,
        };
        let n_skipped = first - open.next;
        let mut columns = Vec::with_capacity(open.columns.len());
        for (reader, descr) in &mut open.columns {
            skip(reader, n_skipped)?;
            columns.push(cells(reader, descr, n)?.into_iter());
        }
        open.next = first + n;
        self.open = Some(open);
        let rows = (0..n).map(|_| columns.iter_mut().map(|column| column.next().unwrap_or_default()).collect());
        Ok(csv_of(0, rows))
    }

    fn opened(&self, group: usize) -> Result<Open, ParquetError> {
        let reader = self.reader.get_row_group(group)?;
        let schema = self.reader.metadata().file_metadata().schema_descr();
        let column = |at: usize| Ok((reader.get_column_reader(at)?, schema.column(at)));
        let columns = (0..self.names.len()).map(column).collect::<Result<_, ParquetError>>()?;
        Ok(Open { group, next: group.checked_sub(1).map_or(0, |before| self.ends[before]), columns })
    }
}

/// For each kind of column reader what is to be done with it.
macro_rules! of_each_kind {
    ($reader:expr, $own:ident => $work:expr) => {
        match $reader {
            ColumnReader::BoolColumnReader($own) => $work,
            ColumnReader::Int32ColumnReader($own) => $work,
            ColumnReader::Int64ColumnReader($own) => $work,
            ColumnReader::Int96ColumnReader($own) => $work,
            ColumnReader::FloatColumnReader($own) => $work,
            ColumnReader::DoubleColumnReader($own) => $work,
            ColumnReader::ByteArrayColumnReader($own) => $work,
            ColumnReader::FixedLenByteArrayColumnReader($own) => $work,
        }
    };
}

fn skip(reader: &mut ColumnReader, n: usize) -> Result<(), ParquetError> {
    let skipped = if n == 0 { 0 } else { of_each_kind!(reader, own => own.skip_records(n))? };
    if skipped == n { Ok(()) } else { Err(too_short()) }
}

fn too_short() -> ParquetError {
    ParquetError::EOF("a column that is shorter than its row group".to_owned())
}

/// The next `n` cells of a column.
fn cells(reader: &mut ColumnReader, descr: &ColumnDescPtr, n: usize) -> Result<Vec<String>, ParquetError> {
    /// The values that are there, as text, in their places.
    macro_rules! read {
        ($own:ident, $text:expr) => {{
            let (mut levels, mut values) = (Vec::with_capacity(n), Vec::with_capacity(n));
            let (n_read, ..) = $own.read_records(n, Some(&mut levels), None, &mut values)?;
            if n_read < n {
                return Err(too_short());
            }
            let mut texts = values.into_iter().map($text);
            let full = descr.max_def_level();
            if full == 0 {
                return texts.collect();
            }
            let at = |level: i16| {
                if level == full { texts.next().unwrap_or_else(|| Err(too_short())) } else { Ok(String::new()) }
            };
            levels.into_iter().map(at).collect()
        }};
    }
    match reader {
        ColumnReader::BoolColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_bool(descr, value)))),
        ColumnReader::Int32ColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_int32(descr, value)))),
        ColumnReader::Int64ColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_int64(descr, value)))),
        ColumnReader::Int96ColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_int96(descr, value)))),
        ColumnReader::FloatColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_float(descr, value)))),
        ColumnReader::DoubleColumnReader(own) => read!(own, |value| Ok(text(&Field::convert_double(descr, value)))),
        ColumnReader::ByteArrayColumnReader(own) => {
            read!(own, |value| Ok(text(&Field::convert_byte_array(descr, value)?)))
        }
        ColumnReader::FixedLenByteArrayColumnReader(own) => {
            read!(own, |value| Ok(text(&Field::convert_byte_array(descr, ByteArray::from(value))?)))
        }
    }
}

/// A cell as a spreadsheet would export it. Lists and maps within cells come out as text.
pub(super) fn text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Float(value) if value.is_nan() => String::new(),
        Field::Double(value) if value.is_nan() => String::new(),
        Field::Float(value) => value.to_string(),
        Field::Double(value) => number_text(*value),
        other => other.to_string(),
    }
}
