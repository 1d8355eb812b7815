use super::drawn_figure::Figure;
use super::picture_parts::{heading, made_of};
use crate::analysis::{Findings, Flows};
use crate::chart::{FlowChart, FlowMoment, Heading};
use crate::record::{LifeStage, Setting};
use crate::report::words::pays;

/// Stages in the order of [`LifeStage::ALL`].
const STAGES: [&str; 6] = ["not yet begun", "implementing", "operating", "scaled back", "business as usual", "ended"];
/// From top to bottom.
const ORDER: [LifeStage; 6] = [
    LifeStage::NotBegun,
    LifeStage::Absorbed,
    LifeStage::Operating,
    LifeStage::Beginning,
    LifeStage::ScaledBack,
    LifeStage::Ended,
];

/// How initiatives move between stages from year to year.
pub(in crate::report) fn flow_figure(findings: &Findings) -> Option<Figure> {
    let (flows, setting) = (&findings.flows, &findings.setting);
    if flows.replicates() == 0 {
        return None;
    }
    let months: Vec<u32> = flows.months().collect();
    let steps = months.len().checked_sub(1).filter(|&steps| steps > 0)?;
    let moved = |step: usize| -> Vec<Vec<f64>> {
        let row = |&from: &LifeStage| LifeStage::ALL.iter().map(|&to| flows.moved(step, from, to)).collect();
        LifeStage::ALL.iter().map(row).collect()
    };
    // All that ever begin stand in every column.
    let total = LifeStage::ALL.iter().map(|&stage| flows.standing(0, stage)).sum();
    let place = |month: i32| months.iter().position(|&m| i64::from(m) == i64::from(month));
    // A programme that began before the run is shaded from the first moment on.
    let begins = place(setting.programme_start - 1).or((setting.programme_start < 1).then_some(0));
    let span = begins.zip(place(setting.programme_end - 1)).filter(|(begins, ends)| begins < ends);
    let end = setting.last_month();
    let common = heading(setting, &title(flows, &end.end_in_words()), &made_of(flows.replicates()));
    let chart = FlowChart {
        heading: Heading {
            caption: format!(
                "{}. Means over all futures. Implementing: proposed ones too. Earlier work counts as business as usual from \
                 the programme's end on.",
                common.caption
            ),
            ..common
        },
        y_label: "Initiatives in an average run, by stage at the end of the month".to_owned(),
        range: (0.0, total),
        stages: STAGES.map(str::to_owned).to_vec(),
        order: ORDER.map(|stage| stage as usize).to_vec(),
        moments: months
            .iter()
            .map(|&month| FlowMoment {
                label: setting.start.plus(month.cast_signed()).in_short(),
                note: note(setting, month.cast_signed(), pays(findings)),
            })
            .collect(),
        moved: (0..steps).map(moved).collect(),
        span: span.map(|(begins, ends)| {
            (begins, ends, if pays(findings) { "programme money" } else { "programme" }.to_owned())
        }),
    };
    let caption = "Each column is the end of a year. The height of a block is how many initiatives of an average run stand in that \
                   stage. The width of a band is how many move from one stage to the other until the next column. All that \
                   ever begin are in every column."
        .to_owned();
    Some(Figure { name: "flow".to_owned(), chart: chart.into(), caption })
}

/// What is special about the end of a month.
fn note(setting: &Setting, month: i32, pays: bool) -> String {
    let words = match month {
        m if m == setting.programme_start - 1 => {
            if pays {
                "before the money"
            } else {
                "before the programme"
            }
        }
        m if m == setting.programme_end - 1 => {
            if pays {
                "money ends"
            } else {
                "programme ends"
            }
        }
        m if m + 1 == setting.months.cast_signed() => "end of the run",
        _ => "",
    };
    words.to_owned()
}

fn title(flows: &Flows, end: &str) -> String {
    let last = flows.months().count() - 1;
    let at = |stage| flows.standing(last, stage);
    let all: f64 = LifeStage::ALL.into_iter().map(at).sum();
    let word = |count: f64| if count < 0.5 { "none".to_owned() } else { format!("{count:.0}") };
    let (absorbed, ended) = (word(at(LifeStage::Absorbed)), word(at(LifeStage::Ended)));
    format!(
        "Of {all:.0} initiatives in an average run, {ended} have ended by {end} and {absorbed} are business as usual"
    )
}
