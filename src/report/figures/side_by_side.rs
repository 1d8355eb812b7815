use super::causes_chart::{Arm, causes};
use super::charts::standard_figures;
use super::comparison_parts::ARMS_SHOWN;
use super::drawn_figure::Figure;
use super::example::Example;
use super::picture_parts::{figure, futures};
use super::run_figures::figures_of;
use crate::analysis::{ArmFindings, Compared};
use crate::record::RunRecord;
use serde::{Deserialize, Serialize};

/// The same picture of several arms, on the same scales, for a reader who holds one beside the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideBySide {
    /// What they show, in a few words.
    pub title: String,
    /// By arm, in the order of the comparison: its name and its picture. Arms of which there is nothing to show are left out.
    pub arms: Vec<(String, Figure)>,
}

/// Pictures of a run that comparisons have for each arm, in the order of the page, and what they show. Those of the networks
/// of single sites are called after what they say of themselves.
const PICTURES: [(&str, &str); 9] = [
    ("causes", "Why and when initiatives end"),
    ("flow", "From stage to stage, year by year"),
    ("stages", "Stages, month by month"),
    ("survival", "Survival of earlier work and of the programme's own"),
    ("trajectory", "Activity, trust, enthusiasm, success as seen"),
    ("sites", "Activity, place by place"),
    ("grid", "What becomes of each kind, place by place"),
    ("authority", "What people draw on to win others over"),
    ("success", "Success as claimed, as felt, as measured"),
];

/// Pictures of networks in all, at most, where that leaves one of each arm: more would make the page too large to be sent. Six
/// regimes of six sites have as many.
const MOST_NETWORKS: usize = 42;

/// Every picture of a run for each of the arms that are drawn: `causes-arm-1`, `causes-arm-2`, ..., `flow-arm-1` and so on.
///
/// `typical` makes runs of arms, of one replicate: that of [`crate::analysis::Findings::typical`] of the
/// first arm, with snapshots at [`crate::analysis::network_months`]. Without them there are no trust networks; where sites and
/// arms are many, there are those of the first sites.
#[must_use]
pub fn side_by_side(compared: &Compared, typical: impl Fn(usize) -> Option<RunRecord>) -> Vec<SideBySide> {
    let first = &compared.baseline().label.name;
    let arms = compared.arms.iter().enumerate().take(ARMS_SHOWN);
    let all: Vec<(String, Vec<Figure>)> = arms
        .map(|(place, arm)| {
            let run = typical(place);
            let example = run.as_ref().map(|run| Example { run, medians_of: Some(first) });
            (arm.label.name.clone(), pictures_of(compared, arm, example.as_ref()))
        })
        .collect();
    let listed = PICTURES.iter().map(|&(name, title)| (name.to_owned(), title.to_owned()));
    let networks = all.first().map(|(_, figures)| networks(figures)).unwrap_or_default();
    let networks = networks.into_iter().take((MOST_NETWORKS / all.len().max(1)).max(1));
    listed.chain(networks).filter_map(|(name, title)| together(&all, &name, title)).collect()
}

/// All pictures of an arm, under the names of those of a run.
fn pictures_of(compared: &Compared, arm: &ArmFindings, example: Option<&Example<'_>>) -> Vec<Figure> {
    let shown = Arm { name: &arm.label.name, months_after: compared.clock.months() };
    let causes = causes(&arm.findings, Some(&shown), &futures(arm.findings.replicates));
    let caption = format!("Why and when initiatives end under \"{}\".", arm.label.name);
    let mut figures = vec![figure("causes", causes, &caption)];
    let others = standard_figures(&arm.findings).into_iter().filter(|figure| figure.name != "causes");
    let others = others.chain(figures_of(&arm.findings, example)).map(|mut figure| {
        let heading = figure.chart.heading_mut();
        heading.subtitle = format!("Under \"{}\". {}", arm.label.name, heading.subtitle);
        figure.caption = format!("Under \"{}\": {}", arm.label.name, figure.caption);
        figure
    });
    figures.extend(others);
    figures
}

/// Names of the pictures of networks among those of an arm, and what they show.
fn networks(figures: &[Figure]) -> Vec<(String, String)> {
    let of = figures.iter().filter(|figure| figure.name.starts_with("network"));
    // Behind "Under "arm". " stands what is shown.
    let title = |figure: &Figure| figure.chart.heading().subtitle.split_once("\". ").map(|(_, what)| what.to_owned());
    of.filter_map(|figure| Some((figure.name.clone(), title(figure)?))).collect()
}

/// The pictures of a name of all arms.
fn together(all: &[(String, Vec<Figure>)], name: &str, title: String) -> Option<SideBySide> {
    let of = |(place, (arm, figures)): (usize, &(String, Vec<Figure>))| {
        let figure = figures.iter().find(|figure| figure.name == name)?;
        Some((arm.clone(), figure.clone().of_arm(place + 1)))
    };
    let mut arms: Vec<(String, Figure)> = all.iter().enumerate().filter_map(of).collect();
    share_scales(&mut arms);
    (!arms.is_empty()).then_some(SideBySide { title, arms })
}

/// The same heights mean the same in all of them.
fn share_scales(arms: &mut [(String, Figure)]) {
    let mut ranges: Vec<(f64, f64)> = vec![];
    for (_, figure) in arms.iter_mut() {
        for (place, range) in figure.chart.scales().into_iter().enumerate() {
            match ranges.get_mut(place) {
                Some(all) => *all = (all.0.min(range.0), all.1.max(range.1)),
                None => ranges.push(*range),
            }
        }
    }
    for (_, figure) in arms {
        for (range, all) in figure.chart.scales().into_iter().zip(&ranges) {
            *range = *all;
        }
    }
}

#[cfg(test)]
#[path = "side_by_side_tests.rs"]
mod tests;
