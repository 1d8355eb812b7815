//! The kinds of charts, a file or folder each, with all that it shows: `table` and `render`.
//!
//! A new kind is a file here and a line in the list of `any_chart`.
//! Must never know: one another; where the numbers come from.

mod claims;
mod fate_grid;
mod field;
mod flow;
mod forest;
mod heat_map;
mod incidence;
mod limits;
mod line_band;
mod network;
mod places;
mod ranked;
mod shares;
mod stage_bars;
mod stages;
mod survival;
mod survival_grid;
mod ties;
mod tornado;
mod trajectory;

pub use claims::{ClaimGroup, ClaimMark, ClaimRow, ClaimsChart};
pub use fate_grid::{FateEntry, FateGridChart, FateName};
pub use field::{FieldChart, FieldOrganisation, FieldPart, FieldPlace, FieldWork};
pub use flow::{FlowChart, FlowMoment};
pub use forest::{ForestBlock, ForestChart, ForestRow};
pub use heat_map::{HeatCell, HeatMapChart};
pub use incidence::IncidenceChart;
pub use limits::{LimitRow, LimitsChart};
pub use line_band::LineBandChart;
pub use network::{NetworkChart, NetworkFigure, NetworkPanel, NetworkPerson, Presence};
pub use places::{PlacePanel, PlacesChart};
pub use ranked::{RankedChart, RankedRow};
pub use shares::{ShareLayer, SharesChart, Spell};
pub use stage_bars::{BarGroup, StageBarsChart};
pub use stages::StageChart;
pub use survival::SurvivalChart;
pub use survival_grid::SurvivalGridChart;
pub use ties::{TiesChart, TiesMoment};
pub use tornado::{TornadoChart, TornadoRow};
pub use trajectory::{Panel, Series, TrajectoryChart};
