//! Plain series in, picture out: charts made for a slide, each as an SVG and a PNG.
//!
//! What became of what: places against kinds ([`FateGridChart`]), moves between stages ([`FlowChart`]), who trusts whom
//! ([`NetworkChart`]), parts of a whole ([`SharesChart`]), the same quantity in many places ([`PlacesChart`]).
//!
//! Over time: survival in one plot ([`SurvivalChart`]) or in small panels ([`SurvivalGridChart`]), quantities
//! ([`TrajectoryChart`]), stages ([`StageChart`]), what becomes of all by cause ([`IncidenceChart`]). Between arms:
//! differences ([`ForestChart`]), stages at chosen months ([`StageBarsChart`]); a long list of claims, each with its effect
//! ([`ClaimsChart`]). Over settings: one or several axes ([`LineBandChart`]), two at once ([`HeatMapChart`]).
//!
//! A chart is a plain struct with everything it shows; `render` gives a [`Picture`] with the places whose values a page may
//! show ([`Spot`]), `table` the numbers to read ([`ChartTable`]), with those that the picture has no room for. Pictures use only the embedded
//! font, their SVG holds outlines instead of text (but for letters that the font lacks, which are left to the page's), and the same chart gives the same bytes. Colours differ for
//! colour-blind readers and in grey, on a dark page too ([`dark_colours`]); no two texts overlap, whatever the data.
//!
//! Must never know: what the numbers mean, where they come from, simulation. It imports nothing from the crate but `letters`.

mod alt_text;
mod any_chart;
mod at_risk;
mod at_time;
mod band_key;
mod bands;
mod canvas;
mod chart_table;
mod circle_layout;
mod claim_columns;
mod claim_mark;
mod claim_row;
mod claim_rows;
mod claims;
mod clusters;
mod colour;
mod colour_scale;
mod compact;
mod curve;
mod curve_values;
mod dark_palette;
mod dashes;
mod difference;
mod direction;
mod end_labels;
#[cfg(test)]
mod every_chart_tests;
mod fate_grid;
mod fate_mark;
mod flow;
mod font;
mod forest;
mod format;
mod frame;
mod grid;
mod heading;
mod heat_map;
mod incidence;
mod interval;
mod key;
mod layer;
mod line_band;
mod marks;
mod moments;
mod network;
mod outline;
mod page_text;
mod palette;
mod pen;
mod picture;
mod places;
mod plane;
mod ramp;
mod range;
mod shares;
mod spot;
mod spread_out;
mod stack;
mod stage_bars;
mod stages;
mod survival;
mod survival_grid;
mod sweep_panel;
mod sweep_values;
mod text_run;
mod text_width;
mod ticks;
mod tiles;
mod time_axis;
mod time_spots;
mod trajectory;
mod x_axis;
mod y_axis;

pub use any_chart::Chart;
pub use band_key::BandKey;
pub use chart_table::ChartTable;
pub use claim_row::{ClaimGroup, ClaimMark, ClaimRow};
pub use claims::ClaimsChart;
pub use curve::Curve;
pub use dark_palette::dark_colours;
pub use fate_grid::{FateEntry, FateGridChart, FateName};
pub use flow::{FlowChart, FlowMoment};
pub use forest::{ForestBlock, ForestChart, ForestRow};
pub use format::NumberFormat;
pub use heading::Heading;
pub use heat_map::{HeatCell, HeatMapChart};
pub use incidence::IncidenceChart;
pub use layer::Layer;
pub use line_band::LineBandChart;
pub use network::{NetworkChart, NetworkFigure, NetworkPanel, NetworkPerson, Presence};
pub use picture::Picture;
pub use places::{PlacePanel, PlacesChart};
pub use shares::{ShareLayer, SharesChart, Spell};
pub use spot::Spot;
pub use stage_bars::{BarGroup, StageBarsChart};
pub use stages::StageChart;
pub use survival::SurvivalChart;
pub use survival_grid::SurvivalGridChart;
pub use sweep_panel::{Positions, SweepLine, SweepPanel, SweepPoint};
pub use time_axis::{Mark, Span, Tick, TimeAxis};
pub use trajectory::{Panel, Series, TrajectoryChart};
