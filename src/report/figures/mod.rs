//! Pictures of results: findings put into charts, each with what is to be seen in it.
//!
//! Must never know: how a chart is drawn, where on a page it stands.

mod authority_figure;
mod causes_chart;
mod charts;
mod comparison_charts;
mod comparison_parts;
mod drawn_figure;
mod evidence_chart;
mod example;
mod field_figure;
mod flow_figure;
mod grid_figure;
mod network_figure;
mod picture_parts;
#[cfg(test)]
mod pictures_tests;
mod programme_axis;
mod run_figures;
mod save;
mod side_by_side;
mod sites_figure;
mod stages_by_arm;
mod success_figure;
mod sweep_charts;
mod varied_charts;

pub use charts::standard_figures;
pub use comparison_charts::comparison_figures;
pub use drawn_figure::Figure;
pub use evidence_chart::evidence_chart;
pub use field_figure::field_figure;
#[cfg(feature = "page")]
pub(super) use picture_parts::figure;
pub use run_figures::run_figures;
#[cfg(feature = "page")]
pub(super) use save::save;
pub use side_by_side::{SideBySide, side_by_side};
pub use sweep_charts::sweep_figures;
pub use varied_charts::{discovery_figures, sensitivity_figures};
