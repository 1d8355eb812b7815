//! Values as they are written: numbers, intervals, differences, sentences, and the table that stands beside a picture.
//!
//! Must never know: how a picture looks, which kind of chart asks.

mod alt_text;
pub(super) mod at_time;
mod chart_table;
mod difference;
mod format;
pub(super) mod interval;
mod moments;

pub(super) use alt_text::{clean, escape, or_no_data, sentences};
pub use chart_table::ChartTable;
pub(super) use chart_table::name_or_left_out;
#[cfg(test)]
pub(super) use chart_table::tests::assert_whole;
pub(super) use difference::decimals_of;
pub use format::NumberFormat;
pub(super) use format::signed;
pub(super) use interval::{NONE, from_to, in_brackets, with_interval};
pub(super) use moments::Moments;
