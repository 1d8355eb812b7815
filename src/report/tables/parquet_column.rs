use super::cell::Cell;
use super::column::{Column, Kind};
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, FloatType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::writer::SerializedColumnWriter;
use parquet::schema::types::Type;

/// The cells of one column that wait for their row group.
#[derive(Debug)]
pub(in crate::report) struct ParquetColumn {
    /// One for each row: 1 if it has a value, 0 if not.
    present: Vec<i16>,
    values: Values,
}

/// The values that exist, in the order of rows.
#[derive(Debug)]
enum Values {
    /// Texts without a gap, and where each ends.
    Text(Vec<u8>, Vec<usize>),
    /// Days from the first of January 1970 to the first of the month.
    Month(Vec<i32>),
    Whole(Vec<i64>),
    Number(Vec<f64>),
    Single(Vec<f32>),
    Flag(Vec<bool>),
}

/// How the file's schema names the column.
pub(in crate::report) fn schema(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Month => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Whole => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Single => (Physical::FLOAT, None),
        Kind::Flag => (Physical::BOOLEAN, None),
    };
    Type::primitive_type_builder(&column.name, physical)
        .with_logical_type(logical)
        .with_repetition(Repetition::OPTIONAL)
        .build()
}

impl ParquetColumn {
    pub(in crate::report) fn new(kind: Kind) -> ParquetColumn {
        let values = match kind {
            Kind::Text => Values::Text(vec![], vec![]),
            Kind::Month => Values::Month(vec![]),
            Kind::Whole => Values::Whole(vec![]),
            Kind::Number => Values::Number(vec![]),
            Kind::Single => Values::Single(vec![]),
            Kind::Flag => Values::Flag(vec![]),
        };
        ParquetColumn { present: vec![], values }
    }

    /// Adds a cell; what does not exist, or is of another kind, becomes null.
    pub(in crate::report) fn push(&mut self, cell: &Cell) {
        let present = match (&mut self.values, cell) {
            (Values::Text(bytes, ends), Cell::Text(text)) if !text.is_empty() => {
                bytes.extend_from_slice(text.as_bytes());
                ends.push(bytes.len());
                true
            }
            (Values::Month(values), Cell::Month(month)) => put(values, month.days_from_1970()),
            (Values::Whole(values), Cell::Whole(value)) => put(values, *value),
            // As in CSV, zero has no sign.
            (Values::Number(values), Cell::Number(value)) if value.is_finite() => put(values, value + 0.0),
            (Values::Single(values), Cell::Single(value)) if value.is_finite() => put(values, value + 0.0),
            (Values::Flag(values), Cell::Flag(value)) => put(values, *value),
            _ => false,
        };
        self.present.push(present.into());
    }

    /// Number of cells that wait.
    pub(in crate::report) fn len(&self) -> usize {
        self.present.len()
    }

    /// Writes them into a row group, and begins anew.
    pub(in crate::report) fn write(&mut self, mut writer: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let present = Some(self.present.as_slice());
        match &mut self.values {
            Values::Text(bytes, ends) => {
                let all = ByteArray::from(std::mem::take(bytes));
                let mut start = 0;
                let text = |end| {
                    let text = all.slice(start, end - start);
                    start = end;
                    text
                };
                let texts: Vec<ByteArray> = ends.drain(..).map(text).collect();
                writer.typed::<ByteArrayType>().write_batch(&texts, present, None)?;
            }
            Values::Month(values) => {
                writer.typed::<Int32Type>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Whole(values) => {
                writer.typed::<Int64Type>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Number(values) => {
                writer.typed::<DoubleType>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Single(values) => {
                writer.typed::<FloatType>().write_batch(values, present, None)?;
                values.clear();
            }
            Values::Flag(values) => {
                writer.typed::<BoolType>().write_batch(values, present, None)?;
                values.clear();
            }
        }
        self.present.clear();
        writer.close()
    }
}

fn put<T>(values: &mut Vec<T>, value: T) -> bool {
    values.push(value);
    true
}
