//! A field in one picture: who takes part in what, who pays and who sits where, what runs when, and all places in a strip.
//!
//! Must never know: other kinds of chart; what the organisations are.

mod chart;
mod drawing;
mod lettered_pens;
mod places_strip;
mod when_panel;
mod who_panel;

pub use chart::{FieldChart, FieldOrganisation, FieldPart, FieldPlace, FieldWork};

#[cfg(test)]
mod chart_tests;
