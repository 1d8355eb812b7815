use super::Points;
use crate::record::Setting;
use std::fmt;

/// The value of an axis at a point.
#[derive(Clone, Debug, PartialEq)]
pub enum SweptValue {
    /// A number.
    Number(f64),
    /// A word.
    Text(String),
}

impl fmt::Display for SweptValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SweptValue::Number(number) => write!(f, "{number}"),
            SweptValue::Text(text) => f.write_str(text),
        }
    }
}

/// A whole sweep.
#[derive(Clone, Debug)]
pub struct Swept {
    /// Where and when: that of the first point.
    pub setting: Setting,
    /// The keys of the axes.
    pub axes: Vec<String>,
    /// Whether points are a whole grid, the last axis running fastest; else they are a sample.
    pub is_grid: bool,
    /// By point: a value for each axis.
    pub points: Vec<Vec<SweptValue>>,
    /// Replicates that were asked for at each point.
    pub replicates: u64,
    /// What came of each point.
    pub found: Points,
}
