use crate::calibration::{Calibrated, JudgedTarget};
use crate::report::terminal::{Emphasis, Emphasised, at_left, paragraph, start_of};
use crate::report::words::{percent, written};

/// Columns of the words of a target.
const NAMED: usize = 36;

/// What a calibration came to, in plain words and one line for each target, at most 80 columns wide.
#[must_use]
pub fn calibration_summary(found: &Calibrated) -> Emphasised {
    let mut text = String::new();
    for (held_out, title) in [(false, "Targets that chose"), (true, "Held out")] {
        if found.measured(held_out).next().is_none() {
            continue;
        }
        let head = format!("{}  {:>22}  {:>6}  {}", at_left(title, NAMED), "ensemble (5-95 %)", "met by", "middle");
        text += &format!("{}{}\n", if text.is_empty() { "" } else { "\n" }, Emphasis::Heading.of(&head));
        found.measured(held_out).for_each(|one| text += &line(one));
    }
    let share = found.waves.last().map_or(1.0, |wave| wave.share);
    let count = |held_out: bool| {
        let all: Vec<&JudgedTarget> = found.measured(held_out).collect();
        (all.iter().filter(|one| one.is_met() == Some(true)).count(), all.len())
    };
    let ((met, own), (held_met, held)) = (count(false), count(true));
    let (free, known) = (found.free().count(), found.free().filter(|one| one.is_learnt()).count());
    let closing = format!(
        "{} sets of parameters are the ensemble, of {} that were run in {} waves; about {:.2} % of the plausible ranges are not ruled \
         out. Their middle meets {met} of {own} targets by which they were chosen, and {held_met} of {held} that were held out. Of {} \
         parameters {free} move a target, and of {known} of these something was learnt.",
        found.sets,
        found.waves.iter().map(|wave| wave.sets).sum::<u64>(),
        found.waves.len(),
        100.0 * share,
        found.parameters.len()
    );
    text += "\n";
    text += &paragraph("", &closing);
    let missing: Vec<&str> =
        found.targets.iter().filter(|one| one.unmeasured.is_some()).map(|one| one.target.id.as_str()).collect();
    if !missing.is_empty() {
        text += &paragraph("", &format!("Not measured: {}; the page says why.", missing.join(", ")));
    }
    Emphasised::marked(text)
}

fn line(one: &JudgedTarget) -> String {
    let title = at_left(&start_of(&one.target.title, NAMED), NAMED);
    let range = one.after.map_or_else(
        || "–".to_owned(),
        |[low, middle, high]| format!("{} ({} to {})", written(middle), written(low), written(high)),
    );
    let verdict = match one.is_met() {
        Some(true) => Emphasis::Better.of("met"),
        Some(false) => Emphasis::Worse.of("missed"),
        None => "no value".to_owned(),
    };
    format!("{title}  {range:>22}  {:>6}  {verdict}\n", percent(one.met_after))
}
