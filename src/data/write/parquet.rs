//! Parquet: doubles for numbers, UTF-8 for words, nulls for missing cells, all rows in one group.

use crate::data::table::{Column, MISSING, Table, Values};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

pub(super) fn bytes(table: &Table) -> Vec<u8> {
    written(table).expect("memory takes any table")
}

fn written(table: &Table) -> Result<Vec<u8>> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema(table)?, Arc::new(properties))?;
    let mut rows = file.next_row_group()?;
    for column in &table.columns {
        let mut cells = rows.next_column()?.expect("the schema has every column");
        put(column, &mut cells)?;
        cells.close()?;
    }
    rows.close()?;
    file.close()?;
    Ok(bytes)
}

fn schema(table: &Table) -> Result<TypePtr> {
    let field = |column: &Column| -> Result<TypePtr> {
        let (physical, logical) = match &column.values {
            Values::Numbers(_) => (Physical::DOUBLE, None),
            Values::Words { .. } => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        };
        let field = Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::OPTIONAL);
        Ok(Arc::new(field.with_logical_type(logical).build()?))
    };
    let fields: Vec<TypePtr> = table.columns.iter().map(field).collect::<Result<_>>()?;
    Ok(Arc::new(Type::group_type_builder("table").with_fields(fields).build()?))
}

/// Writes the cells that are there, and of every cell whether it is.
fn put(column: &Column, cells: &mut SerializedColumnWriter<'_>) -> Result<()> {
    let is_there: Vec<i16> = (0..column.len()).map(|row| i16::from(!column.is_missing(row))).collect();
    match &column.values {
        Values::Numbers(numbers) => {
            let numbers: Vec<f64> = numbers.iter().copied().filter(|number| !number.is_nan()).collect();
            cells.typed::<DoubleType>().write_batch(&numbers, Some(&is_there), None)?;
        }
        Values::Words { levels, codes } => {
            let there = codes.iter().filter(|code| **code != MISSING);
            let words: Vec<ByteArray> = there.map(|&code| levels[code as usize].as_str().into()).collect();
            cells.typed::<ByteArrayType>().write_batch(&words, Some(&is_there), None)?;
        }
    }
    Ok(())
}
