//! Many claims, each a row with its effect: the sheet is as high as the rows ask for.
//!
//! Must never know: what is claimed, who judged it.

mod chart;
mod columns;
mod drawing;
mod row;
mod widths;

pub use chart::ClaimsChart;
pub use row::{ClaimGroup, ClaimMark, ClaimRow};
