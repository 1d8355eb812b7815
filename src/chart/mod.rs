//! Plain series in, picture out: charts made for a slide, each as an SVG and a PNG.
//!
//! What became of what: places against kinds ([`FateGridChart`]), moves between stages ([`FlowChart`]), who trusts whom
//! ([`NetworkChart`], by organisation [`TiesChart`]), parts of a whole ([`SharesChart`]), the same quantity in many places ([`PlacesChart`]). Before any of it: who does what
//! with whom, and when ([`FieldChart`]).
//!
//! Over time: survival in one plot ([`SurvivalChart`]) or in small panels ([`SurvivalGridChart`]), quantities
//! ([`TrajectoryChart`]), stages ([`StageChart`]), what becomes of all by cause ([`IncidenceChart`]). Between arms:
//! differences ([`ForestChart`]), stages at chosen months ([`StageBarsChart`]); a long list of claims, each with its effect
//! ([`ClaimsChart`]). What an outcome hangs on: sizes in their order ([`RankedChart`]), the part of ranges that a rule leaves
//! ([`LimitsChart`]), what each setting does from one end to the other ([`TornadoChart`]). Over settings: one or several axes ([`LineBandChart`]), two at once ([`HeatMapChart`]).
//!
//! A chart is a plain struct with everything it shows; `render` gives a [`Picture`] with the places whose values a page may
//! show ([`Spot`]), `table` the numbers to read ([`ChartTable`]), with those that the picture has no room for. Pictures use only the embedded
//! font, their SVG holds outlines instead of text (but for letters that the font lacks, which are left to the page's), and the same chart gives the same bytes. Colours differ for
//! colour-blind readers and in grey, on a dark page too ([`dark_colours`]); no two texts overlap, whatever the data.
//!
//! Inside, every import goes down: `any_chart` lists the `kinds`, which are put together from `parts`, which stand on `axes`, all
//! drawn on a `sheet`; `words` writes the values.
//!
//! Must never know: what the numbers mean, where they come from, simulation. It imports nothing from the crate but `letters`.

mod any_chart;
mod axes;
#[cfg(test)]
mod every_chart_tests;
mod kinds;
mod parts;
mod sheet;
mod words;

pub use any_chart::Chart;
pub use axes::{Mark, Tick, TimeAxis, TimeSpan};
pub use kinds::*;
pub use parts::{BandKey, Curve, Heading, Layer, Positions, SweepLine, SweepPanel, SweepPoint};
pub use sheet::{FONTS, Picture, Sheet, Spot, dark_colours};
pub use words::{ChartTable, NumberFormat};
