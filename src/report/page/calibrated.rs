use super::run::{WaitingFigures, the_model, what_ran, with_the_rest};
use super::{Contents, Part, Ran, Section, SheetCell, SheetRow, SheetTable};
use crate::calibration::{Calibrated, JudgedTarget, LearntParameter};
use crate::report::figures::Figure;
use crate::report::words::{percent, written};

/// What the report of a calibration says. `figures` are all its pictures.
#[must_use]
pub fn calibration_contents(found: &Calibrated, figures: Vec<Figure>, ran: Ran) -> Contents {
    let mut figures = WaitingFigures(figures);
    let mut learnt = vec![Part::Words(
        "What the targets say of a parameter beyond chance. The file ensemble.toml holds the sets; every command with --ensemble takes \
         it. The page calibration.md of this folder has all of this, and what was not learnt."
            .to_owned(),
    )];
    learnt.extend(figures.take(&["parameters"]));
    learnt.push(Part::Table(parameters(found)));
    let mut see = figures.take(&["targets"]);
    see.push(Part::Table(targets(found)));
    let sections = vec![
        Section::of("what-to-see", "What to see", see),
        Section::of("differences", "What was learnt of parameters", learnt),
        Section::of("how-sure", "How far it goes", vec![Part::Words(
            "Plausible means not contradicted by these targets; none of these models is shown to be right. A parameter that is fixed \
             moves no target: it is not known, and may move something else."
                .to_owned(),
        )]),
        what_ran(),
        the_model(),
    ];
    Contents {
        name: "calibration".to_owned(),
        kind: format!("{} targets, {} sets of parameters", found.targets.len(), found.sets),
        question: "Which sets of parameters do not contradict what is known?".to_owned(),
        answer: answer(found),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

/// The answer in three sentences.
fn answer(found: &Calibrated) -> Vec<String> {
    let count = |held_out: bool| {
        let all: Vec<&JudgedTarget> = found.measured(held_out).collect();
        (all.iter().filter(|one| one.is_met() == Some(true)).count(), all.len())
    };
    let ((met, own), (held_met, held)) = (count(false), count(true));
    let share = found.waves.last().map_or(1.0, |wave| wave.share);
    let known = found.free().filter(|one| one.is_learnt()).count();
    vec![
        format!(
            "{} sets of parameters are left, of {} that were run; about {:.2}\u{a0}% of the plausible ranges are not ruled out.",
            found.sets,
            found.waves.iter().map(|wave| wave.sets).sum::<u64>(),
            100.0 * share
        ),
        format!(
            "Their middle meets {met} of {own} targets by which they were chosen, and {held_met} of {held} that were held out."
        ),
        format!(
            "Of {} parameters {} move a target; of {known} of these something was learnt.",
            found.parameters.len(),
            found.free().count()
        ),
    ]
}

fn targets(found: &Calibrated) -> SheetTable {
    let three = |values: Option<[f64; 3]>| {
        SheetCell::Number(values.map_or_else(|| "–".to_owned(), |values| values.map(written).join(", ")))
    };
    let row = |one: &JudgedTarget| SheetRow {
        site: None,
        kind: Some(one.target.kind.words().to_owned()),
        cells: vec![
            SheetCell::Text(one.target.title.clone()),
            SheetCell::Text(one.target.wanted()),
            three(one.before),
            three(one.after),
            SheetCell::Number(if one.unmeasured.is_none() { percent(one.met_after) } else { "–".to_owned() }),
            SheetCell::Text(match (one.is_met(), &one.unmeasured) {
                (Some(true), _) => "met".to_owned(),
                (Some(false), _) => "missed".to_owned(),
                (None, Some(why)) => format!("not measured: {why}"),
                (None, None) => "no value".to_owned(),
            }),
            SheetCell::Text(if one.target.held_out { "held out" } else { "" }.to_owned()),
            SheetCell::Text(one.target.provenance.clone()),
        ],
    };
    SheetTable {
        caption: "Every target: over the plausible ranges, and over the ensemble (5, 50 and 95 % of sets).".to_owned(),
        columns: ["target", "wanted", "before", "ensemble", "sets that meet it", "middle", "", "from"]
            .map(str::to_owned)
            .to_vec(),
        rows: found.targets.iter().map(row).collect(),
        is_long: false,
    }
}

fn parameters(found: &Calibrated) -> SheetTable {
    let row = |one: &LearntParameter| {
        SheetRow::of(
            &one.name,
            [
                written(one.default),
                format!("{} to {}", written(one.before[0]), written(one.before[1])),
                one.after.map_or_else(|| "fixed".to_owned(), |after| after.map(written).join(", ")),
                if one.moves > 0 { percent(one.shrinkage) } else { "–".to_owned() },
                one.moves.to_string(),
            ],
        )
    };
    SheetTable {
        caption: "Every parameter, before and after.".to_owned(),
        columns: ["parameter", "default", "plausible", "ensemble", "narrower by", "targets moved"]
            .map(str::to_owned)
            .to_vec(),
        rows: found.parameters.iter().map(row).collect(),
        is_long: true,
    }
}
