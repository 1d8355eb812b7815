use crate::calibration::{Calibrated, JudgedTarget, LearntParameter};
use crate::chart::{Chart, ClaimGroup, ClaimMark, ClaimRow, ClaimsChart, Heading};
use crate::report::figures::{Figure, figure};

/// Values further from what is wanted than this, in tolerances, are drawn at the edge.
const LIMIT: f64 = 4.0;
/// Parameters that are drawn, at most.
const DRAWN: usize = 40;

/// The pictures: `targets`, what the ensemble says of every target, and `parameters`, of every parameter of which something
/// was learnt.
#[must_use]
pub fn calibration_figures(found: &Calibrated) -> Vec<Figure> {
    let mut figures = vec![figure(
        "targets",
        targets(found),
        "Each dot is the middle of the ensemble, the bar nine tenths of its sets. To the right of the line a target is met, with its \
         tolerance. A filled dot chose the sets, a hollow one was held out. Right: share of sets that meet it.",
    )];
    if found.free().any(LearntParameter::is_learnt) {
        figures.push(figure(
            "parameters",
            parameters(found),
            "Where in its plausible range the ensemble has a parameter: dot, the middle; bar, nine tenths of the sets. Without any \
             target the bar would reach from −0.9 to 0.9. Right: how much narrower it became.",
        ));
    }
    figures
}

fn targets(found: &Calibrated) -> impl Into<Chart> + use<> {
    let rows = |held_out: bool| found.measured(held_out).map(target_row).collect::<Vec<_>>();
    let met = |held_out: bool| {
        let all: Vec<&JudgedTarget> = found.measured(held_out).collect();
        (all.iter().filter(|one| one.is_met() == Some(true)).count(), all.len())
    };
    let ((met_own, own), (met_held, held)) = (met(false), met(true));
    ClaimsChart {
        heading: Heading {
            title: format!(
                "The ensemble meets {met_own} of {own} targets, and {met_held} of {held} that were held out"
            ),
            subtitle: "What plausible models have to meet, and what is left of the plausible ranges".to_owned(),
            caption: format!("safsim, model {}, {} sets of parameters.", found.model, found.sets),
        },
        x_label: "How far inside what is wanted, in tolerances (0: its edge)".to_owned(),
        less: "missed".to_owned(),
        more: "met".to_owned(),
        filled_key: "chose the sets".to_owned(),
        hollow_key: "held out".to_owned(),
        partly_key: "missed".to_owned(),
        nil_key: String::new(),
        limit: LIMIT,
        groups: [("Targets that chose", rows(false)), ("Held out", rows(true))]
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(title, rows)| ClaimGroup { title: title.to_owned(), rows })
            .collect(),
    }
}

fn target_row(one: &JudgedTarget) -> ClaimRow {
    let target = &one.target;
    let scale = if target.tolerance > 0.0 { target.tolerance } else { target.discrepancy };
    let inside = |value: f64| {
        let below = target.least.map_or(f64::INFINITY, |least| value - least);
        let above = target.most.map_or(f64::INFINITY, |most| most - value);
        (below.min(above) + target.tolerance) / scale
    };
    let places = one.after.map(|values| values.map(inside));
    let interval = places.map_or((f64::NAN, f64::NAN), |[a, b, c]| (a.min(b).min(c), a.max(b).max(c)));
    ClaimRow {
        id: target.id.clone(),
        label: target.title.clone(),
        value: places.map(|[_, middle, _]| middle),
        interval,
        mark: if one.is_met() == Some(true) { ClaimMark::Side } else { ClaimMark::Partly },
        filled: !target.held_out,
        note: if one.is_met() == Some(true) { "met" } else { "missed" }.to_owned(),
        share: Some(one.met_after),
    }
}

fn parameters(found: &Calibrated) -> impl Into<Chart> + use<> {
    let mut learnt: Vec<&LearntParameter> = found.free().filter(|one| one.is_learnt()).collect();
    learnt.sort_by(|a, b| b.shrinkage.total_cmp(&a.shrinkage).then(a.p_value.total_cmp(&b.p_value)));
    let number = learnt.len();
    learnt.truncate(DRAWN);
    let row = |one: &&LearntParameter| {
        let [low, middle, high] = one.place.map_or([f64::NAN; 3], |place| place.map(|share| 2.0 * share - 1.0));
        ClaimRow {
            id: String::new(),
            label: one.name.clone(),
            value: Some(middle),
            interval: (low, high),
            mark: ClaimMark::Side,
            filled: true,
            note: "narrower".to_owned(),
            share: Some(one.shrinkage),
        }
    };
    ClaimsChart {
        heading: Heading {
            title: format!(
                "Of {} parameters, {} move a target, and of {number} of these something was learnt",
                found.parameters.len(),
                found.free().count()
            ),
            subtitle: "Where the ensemble has them, of the range that was plausible before".to_owned(),
            caption: format!("safsim, model {}, {} sets of parameters.", found.model, found.sets),
        },
        x_label: "Place in the plausible range (−1: its low end, 1: its high end)".to_owned(),
        less: "lower".to_owned(),
        more: "higher".to_owned(),
        filled_key: "middle of the ensemble".to_owned(),
        hollow_key: String::new(),
        partly_key: String::new(),
        nil_key: String::new(),
        limit: 1.0,
        groups: vec![ClaimGroup { title: "Learnt".to_owned(), rows: learnt.iter().map(row).collect() }],
    }
}
