//! What charts are made of: heading and frame, keys, marks, bands, curves, layers, labels at the ends of lines.
//!
//! Must never know: which kind of chart they are put into.

pub(super) mod at_risk;
mod band_key;
mod bands;
mod circle_layout;
mod claim_mark;
mod colour_scale;
mod contours;
mod curve;
pub(super) mod curve_values;
pub(super) mod direction;
mod end_labels;
mod fate_mark;
mod frame;
mod heading;
mod key;
mod layer;
mod ramp;
mod stack;
mod sweep_panel;
mod sweep_values;
mod whisker;

pub use band_key::BandKey;
pub(super) use band_key::{AVERAGE, SPREAD, draw_reach, reach_stroke};
pub(super) use bands::{draw_band, draw_line, first_known, last_known};
pub(super) use circle_layout::CircleLayout;
pub(super) use claim_mark::{RADIUS, Side};
pub(super) use colour_scale::ColourScale;
pub(super) use contours::contours;
pub use curve::Curve;
pub(super) use end_labels::{EndLabel, EndLabels, Swatch};
pub(super) use fate_mark::FateMark;
pub(super) use frame::{AXIS_HEIGHT, Needs, arrange, draw_frame, draw_head, draw_nothing};
pub use heading::Heading;
pub(super) use key::{KeyEntry, Sign};
pub use layer::Layer;
pub(super) use ramp::ramp;
pub(super) use stack::{Stack, thickness};
pub use sweep_panel::{Positions, SweepLine, SweepPanel, SweepPoint};
pub(super) use sweep_values::{Words, named, names, spread_or};
pub(super) use whisker::{draw_row_guide, draw_whisker};
