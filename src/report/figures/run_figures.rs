use super::authority_figure::authority_figure;
use super::drawn_figure::Figure;
use super::example::Example;
use super::flow_figure::flow_figure;
use super::grid_figure::grid_figure;
use super::network_figure::network_figures;
use super::sites_figure::sites_figure;
use super::success_figure::success_figure;
use crate::analysis::Findings;
use crate::record::RunRecord;

/// The pictures of one scenario beside those of survival, stages and causes, in this order: `grid`, `network` (and `network-people`,
/// `network-2`, ... of other sites), `authority`, `success`, `flow`, `sites`. Each is left out when it has nothing to show.
///
/// `typical` is the run of [`Findings::typical`] with snapshots at [`crate::analysis::network_months`]; without it there is no
/// picture of the trust network.
#[must_use]
pub fn run_figures(findings: &Findings, typical: Option<&RunRecord>) -> Vec<Figure> {
    figures_of(findings, typical.map(|run| Example { run, medians_of: None }).as_ref())
}

/// As [`run_figures`], of a run that is typical of something else.
pub(super) fn figures_of(findings: &Findings, example: Option<&Example<'_>>) -> Vec<Figure> {
    let networks = example.map(|example| network_figures(findings, example)).unwrap_or_default();
    let others = [authority_figure(findings), success_figure(findings), flow_figure(findings), sites_figure(findings)];
    grid_figure(findings).into_iter().chain(networks).chain(others.into_iter().flatten()).collect()
}

#[cfg(test)]
#[path = "run_figures_tests.rs"]
mod tests;
