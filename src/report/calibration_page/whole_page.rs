use crate::calibration::{Calibrated, JudgedTarget, LearntParameter};
use crate::report::words::{cell, in_words, percent, written};
use std::fmt::Write as _;

/// What no row can say.
const LIMITS: &str = include_str!("limits.md");

/// The page, in Markdown. `pictures` is the path from the page to the folder of its pictures.
#[must_use]
pub fn calibration_page(found: &Calibrated, pictures: &str) -> String {
    let sections = [
        in_short(found, pictures),
        targets(found),
        unmeasured(found),
        waves(found),
        learnt(found, pictures),
        products(found),
        not_learnt(found),
        LIMITS.to_owned(),
    ];
    let text = sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n");
    text.trim_end().to_owned() + "\n"
}

fn in_short(found: &Calibrated, pictures: &str) -> String {
    let count = |held_out: bool| {
        let all: Vec<&JudgedTarget> = found.measured(held_out).collect();
        (all.iter().filter(|one| one.is_met() == Some(true)).count(), all.len())
    };
    let ((met, own), (held_met, held)) = (count(false), count(true));
    let shares = |held_out: bool| {
        let all: Vec<&JudgedTarget> = found.measured(held_out).collect();
        let mean = |of: fn(&JudgedTarget) -> f64| all.iter().map(|one| of(one)).sum::<f64>() / all.len().max(1) as f64;
        (percent(mean(|one| one.met_before)), percent(mean(|one| one.met_after)))
    };
    let ((before, after), (held_before, held_after)) = (shares(false), shares(true));
    let free = found.free().count();
    let known = found.free().filter(|one| one.is_learnt()).count();
    let ran: u64 = found.waves.iter().map(|wave| wave.sets).sum();
    let share = found.waves.last().map_or(1.0, |wave| wave.share);
    let mut text = format!(
        "# Which models are plausible?\n\nThis page is written by `safsim calibrate`, of model {}. It says which sets of parameters \
         do not contradict what the sources and\nthe literature fix, what that taught about each parameter, and what it did not.\n\n\
         ## In short\n\n",
        found.model
    );
    let _ = writeln!(
        text,
        "- {ran} sets of parameters were run in {} waves, with {} replicates of each arm (seed {}). Of the plausible ranges {} are \
         left that no target rules out{}.",
        found.waves.len(),
        found.replicates,
        found.seed,
        small_percent(share),
        if found.is_stable { "; the last wave hardly changed that" } else { "; the last wave still changed that" }
    );
    let _ = writeln!(
        text,
        "- The **ensemble** is {} sets. Its middle meets **{met} of {own} targets** by which it was chosen; an average target is met \
         by {after} of its sets, against {before} of sets drawn over the plausible ranges.",
        found.sets
    );
    let _ = writeln!(
        text,
        "- **Held out** were {held} further targets: the middle meets **{held_met}** of them; an average one is met by {held_after} of \
         sets, against {held_before} before."
    );
    let _ = writeln!(
        text,
        "- Of {} parameters **{free} move some target** beyond chance and were free; the others stay at their defaults. Of \
         **{known}** something was learnt: the other {} are as open as before.",
        found.parameters.len(),
        free - known
    );
    let _ = writeln!(text, "\n![Targets, and what the ensemble does]({pictures}/targets.png)");
    text
}

/// A share that may be very small.
fn small_percent(share: f64) -> String {
    if share >= 0.1 || share == 0.0 { percent(share) } else { format!("{:.2} %", 100.0 * share) }
}

fn targets(found: &Calibrated) -> String {
    let mut text = String::new();
    for (held_out, title, about) in [
        (
            false,
            "Targets that chose the sets",
            "A target is met if the middle of the ensemble lies within what is wanted and the tolerance. *Before* is over sets drawn \
             over the plausible ranges.",
        ),
        (
            true,
            "Targets that were held out",
            "No set was chosen by these; they say how far the ensemble can be believed elsewhere.",
        ),
    ] {
        if found.measured(held_out).next().is_none() {
            continue;
        }
        let _ = write!(
            text,
            "{}## {title}\n\n{about}\n\n| Target | Wanted | At defaults | Before (5, 50, 95 %) | Ensemble (5, 50, 95 %) | Sets that meet \
             it, before | now | |\n| --- | --- | ---: | --- | --- | ---: | ---: | --- |\n",
            if text.is_empty() { "" } else { "\n" }
        );
        for one in found.measured(held_out) {
            let three = |values: Option<[f64; 3]>| {
                values.map_or_else(|| "–".to_owned(), |values| values.map(written).join(", "))
            };
            let _ = writeln!(
                text,
                "| {} ({}; {}) | {} | {} | {} | {} | {} | {} | {} |",
                cell(&in_words(&one.target.title)),
                one.target.kind.words(),
                cell(&in_words(&one.target.provenance)),
                one.target.wanted(),
                one.at_defaults.map_or_else(|| "–".to_owned(), written),
                three(one.before),
                three(one.after),
                percent(one.met_before),
                percent(one.met_after),
                match one.is_met() {
                    Some(true) => "met",
                    Some(false) => "**missed**",
                    None => "no value",
                }
            );
        }
    }
    text
}

fn unmeasured(found: &Calibrated) -> String {
    let mut text = String::new();
    for one in &found.targets {
        if let Some(why) = &one.unmeasured {
            if text.is_empty() {
                text += "## Published, and not measured\n\n";
            }
            let (title, wanted) = (in_words(&one.target.title), one.target.wanted());
            let _ = writeln!(text, "- {title} ({wanted}; {}): {}.", in_words(&one.target.provenance), in_words(why));
        }
    }
    text
}

fn waves(found: &Calibrated) -> String {
    let mut text = "## Waves\n\n| Wave | Sets | Not ruled out | Of the plausible ranges, not ruled out after it | Nearest set | Middle \
                    set |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for (wave, number) in found.waves.iter().zip(1..) {
        let [nearest, middle] = wave.distance;
        let _ = writeln!(
            text,
            "| {number} | {} | {} | {} | {} | {} |",
            wave.sets,
            wave.stay,
            small_percent(wave.share),
            written(nearest),
            written(middle)
        );
    }
    text += "\nThe distance of a set is the root of the mean squared implausibility of the targets that choose, in standard deviations; a \
             set that is more\nthan three from any of them is ruled out.\n";
    text
}

fn learnt(found: &Calibrated, pictures: &str) -> String {
    let mut known: Vec<&LearntParameter> = found.free().filter(|one| one.is_learnt()).collect();
    if known.is_empty() {
        return "## What was learnt\n\nNothing beyond chance of any single parameter.\n".to_owned();
    }
    known.sort_by(|a, b| b.shrinkage.total_cmp(&a.shrinkage).then(a.p_value.total_cmp(&b.p_value)));
    let mut text = format!(
        "## What was learnt\n\nParameters whose distribution over the ensemble is another than before, beyond chance; *narrower* is the \
         part by which the\nstandard deviation shrank.\n\n![Where the ensemble has these parameters]({pictures}/parameters.png)\n\n\
         | Parameter | Default | Plausible before | Ensemble (5, 50, 95 %) | Narrower by | Targets that it moves |\n\
         | --- | ---: | --- | --- | ---: | ---: |\n"
    );
    for one in known {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} to {} | {} | {} | {} |",
            one.name,
            written(one.default),
            written(one.before[0]),
            written(one.before[1]),
            one.after.map_or_else(|| "–".to_owned(), |after| after.map(written).join(", ")),
            percent(one.shrinkage),
            one.moves
        );
    }
    text
}

fn products(found: &Calibrated) -> String {
    if found.pairs.is_empty() {
        return String::new();
    }
    let mut text = "## Known only together\n\nPairs of which the ensemble knows more together than of each: where the correlation is \
                    negative one makes up for the\nother, so that about their product is known; where it is positive, about their \
                    ratio.\n\n| Parameters | Correlation | Known is about their |\n| --- | ---: | --- |\n"
        .to_owned();
    for pair in &found.pairs {
        let [one, other] = &pair.parameters;
        let what = if pair.correlation < 0.0 { "product" } else { "ratio" };
        let _ = writeln!(text, "| `{one}`, `{other}` | {} | {what} |", written(pair.correlation));
    }
    text
}

fn not_learnt(found: &Calibrated) -> String {
    let names = |of: &dyn Fn(&LearntParameter) -> bool| {
        let names: Vec<String> =
            found.parameters.iter().filter(|one| of(one)).map(|one| format!("`{}`", one.name)).collect();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    };
    let left = found.targets.iter().filter(|one| one.unmeasured.is_none()).map(|one| one.left);
    let (sum, number) = left.fold((0.0, 0), |(sum, number), left| (sum + left, number + 1));
    format!(
        "## What was not learnt\n\nFree, because they move some target, and as open as before: {}.\n\nFixed at their defaults, because they \
         move no target beyond chance over the first wave; together they carry about {} of the\nvariance of an average target: {}.\n",
        names(&|one| one.moves > 0 && !one.is_learnt()),
        small_percent(sum / f64::from(number.max(1))),
        names(&|one| one.moves == 0)
    )
}
