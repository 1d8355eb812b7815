use super::conditions::{told_apart, why_here};
use super::initiatives::initiatives;
use super::share_words::share_words;
use super::sureness::{how_sure, sure_words};
use super::{Contents, Part, Ran, Section, SheetCell, SheetRow, SheetTable};
use crate::analysis::{Ending, FEW, Findings, Outcome};
use crate::report::figures::Figure;
use crate::report::story::ToldStory;
use crate::report::words::{amount, average_percent, capital, count, no_end, plain, takes_part, when_it_ended};

/// What the report of a run says. `figures` are all its pictures, `stories` those of a few typical initiatives.
#[must_use]
pub fn run_contents(findings: &Findings, figures: Vec<Figure>, stories: Vec<ToldStory>, ran: Ran) -> Contents {
    let mut figures = WaitingFigures(figures);
    let mut sections: Vec<Section> = why_here(findings).into_iter().collect();
    sections.extend([
        Section::of("what-to-see", "What to see", {
            let first = ["survival", "flow", "stages", "trajectory", "authority", "success", "network"];
            let mut parts = figures.take(&first);
            parts.extend(figures.take_all("network-"));
            parts
        }),
        who_survived(findings, &mut figures, stories),
        Section::of("how-sure", "How sure, and how far futures spread", how_sure(findings)),
        what_ran(),
        the_model(),
    ]);
    Contents {
        name: findings.setting.scenario.clone(),
        kind: "A run".to_owned(),
        question: findings.setting.question.clone(),
        answer: answer(findings),
        sections: with_the_rest(sections, figures),
        ran,
    }
}

/// Pictures that wait for their place.
pub(super) struct WaitingFigures(pub Vec<Figure>);

impl WaitingFigures {
    /// Takes those of these names, in this order; there may be none.
    pub fn take(&mut self, names: &[&str]) -> Vec<Part> {
        let taken = names.iter().filter_map(|name| {
            let at = self.0.iter().position(|figure| figure.name == *name)?;
            Some(Part::Figure(self.0.remove(at)))
        });
        taken.collect()
    }

    /// Takes those whose names begin so.
    pub fn take_all(&mut self, beginning: &str) -> Vec<Part> {
        let (taken, rest) =
            std::mem::take(&mut self.0).into_iter().partition(|f: &Figure| f.name.starts_with(beginning));
        self.0 = rest;
        taken.into_iter().map(Part::Figure).collect()
    }
}

/// No picture is lost: those that no section asked for stand in the first.
pub(super) fn with_the_rest(mut sections: Vec<Section>, rest: WaitingFigures) -> Vec<Section> {
    if let Some(first) = sections.first_mut() {
        first.parts.extend(rest.0.into_iter().map(Part::Figure));
    }
    sections.retain(|section| !section.parts.is_empty());
    sections
}

pub(super) fn what_ran() -> Section {
    Section::of("what-ran", "What ran", vec![Part::Ran])
}

pub(super) fn the_model() -> Section {
    Section::of("the-model", "The model in one page", vec![Part::Model])
}

/// Three sentences: what is left, why and where not, how far that can be relied on.
pub(super) fn answer(f: &Findings) -> Vec<String> {
    let setting = &f.setting;
    let (end, last) = (setting.start.plus(setting.programme_end - 1).in_words(), setting.last_month().end_in_words());
    let alive = f.headline("alive_at_programme_end");
    let nobody = if takes_part(f) { "" } else { "No site takes part in the programme. " };
    let when = format!("{} (end of {end})", when_it_ended(f));
    if !alive.known() || alive.mean == 0.0 {
        let now = amount(&f.headline("alive_at_horizon"), 1);
        let beginning =
            if alive.known() { format!("{when}, no initiative was alive.") } else { no_end(setting).to_owned() };
        return vec![format!("{nobody}{beginning} At {last}, {now} initiatives are alive."), sure_words(f)];
    }
    let absorbed = average_percent(&f.headline("absorbed_share"));
    let survived = if setting.programme_end >= setting.months.cast_signed() {
        format!(
            "{nobody}{when}, {} initiatives were alive, {absorbed} of them as business as usual. The run ends there, so that it \
             tells nothing of what lasts.",
            amount(&alive, 1)
        )
    } else {
        format!(
            "{nobody}{when}, {} initiatives were alive. {} of them are still alive at {last}, {absorbed} as business as usual.",
            amount(&alive, 1),
            average_percent(&f.headline("survived_horizon")),
        )
    };
    [survived, why_and_where(f), told_apart(f), sure_words(f)].into_iter().filter(|words| !words.is_empty()).collect()
}

/// The main causes of ends, and where more and fewer survive; what cannot be told apart is not ranked.
fn why_and_where(f: &Findings) -> String {
    let ranked = f.endings.ranked();
    let told = |ending: &Ending| format!("{} did so because {}", share_words(ending.share), ending.cause.because());
    let why = match ranked.as_slice() {
        [] => "No initiative ended".to_owned(),
        [first, second, ..] if f.endings.leading().is_none() => {
            format!("Of all that ended, {} and {}", told(first), told(second))
        }
        [first, ..] => format!("Of all that ended, {}", told(first)),
    };
    let places = f.outcomes.all();
    let share = |place: &Outcome| format!("{} ({})", place.name, share_words(place.survived.mean));
    let known = places.iter().filter(|place| place.survived.known()).count();
    let what = f.outcomes.heading();
    let kinds = if what == "type of site" { "types of site".to_owned() } else { format!("{what}s") };
    match f.outcomes.extremes().filter(|_| known > 1 && f.setting.programme_end < f.setting.months.cast_signed()) {
        None => format!("{why}."),
        Some(e) => {
            let (most, least) = (share(&places[e.highest]), share(&places[e.lowest]));
            match (e.are_apart, e.is_highest, e.is_lowest) {
                (_, true, true) => format!("{why}. Most survive in {most}, fewest in {least}."),
                (true, ..) => format!("{why}. More survive in {most} than in {least}."),
                _ if f.replicates < FEW => format!("{why}. So few futures cannot tell {kinds} apart."),
                _ => format!("{why}. In how many survive, {kinds} cannot be told apart."),
            }
        }
    }
}

/// Who survived, where, why not.
fn who_survived(f: &Findings, figures: &mut WaitingFigures, stories: Vec<ToldStory>) -> Section {
    let mut parts = figures.take(&["grid"]);
    parts.extend(places(f).map(Part::Table));
    parts.extend(figures.take(&["sites"]));
    parts.push(endings(f));
    parts.extend(figures.take(&["causes"]));
    parts.extend(initiatives(&f.initiatives).map(Part::Table));
    parts.extend(told(stories, "Single initiatives"));
    Section::of("who-survived", "Who survived, where, and why not", parts)
}

/// Stories of `whose`, with what they are.
pub(super) fn told(stories: Vec<ToldStory>, whose: &str) -> Vec<Part> {
    let words = format!(
        "{whose}, each in one future. First what happened to it, month by month. Then what would have become of it had one \
         thing been otherwise."
    );
    let lead = (!stories.is_empty()).then_some(Part::Words(words));
    lead.into_iter().chain(stories.into_iter().map(Part::Story)).collect()
}

/// Place by place.
fn places(f: &Findings) -> Option<SheetTable> {
    let outcomes = f.outcomes.all();
    if outcomes.is_empty() || !f.headline("alive_at_programme_end").known() {
        return None;
    }
    let is_site = f.outcomes.heading() == "site";
    let row = |place: &Outcome| SheetRow {
        site: is_site.then(|| place.name.clone()),
        ..SheetRow::of(
            &if is_site {
                place.name.clone()
            } else {
                format!("{} ({})", place.name, count(place.sites as u64, "site", "sites"))
            },
            [
                plain(place.at_programme_end.mean),
                plain(place.at_horizon.mean),
                if place.survived.known() { average_percent(&place.survived) } else { "–".to_owned() },
                plain(place.absorbed.mean),
            ],
        )
    };
    let heads = [
        "alive when the programme ended",
        "of these alive at the run's end",
        "share that survived (95 % interval)",
        "business as usual",
    ];
    Some(SheetTable {
        caption: format!(
            "Initiatives by {}, in an average of {}.",
            f.outcomes.heading(),
            count(f.replicates, "future", "futures")
        ),
        columns: std::iter::once(f.outcomes.heading()).chain(heads).map(str::to_owned).collect(),
        rows: outcomes.iter().map(row).collect(),
        is_long: false,
    })
}

/// Why initiatives ended.
fn endings(f: &Findings) -> Part {
    let ranked = f.endings.ranked();
    if ranked.is_empty() {
        return Part::Words("No initiative ended.".to_owned());
    }
    let row = |ending: &Ending| SheetRow {
        cells: vec![SheetCell::Text(capital(ending.cause.because())), SheetCell::Number(share_words(ending.share))],
        ..SheetRow::default()
    };
    Part::Table(SheetTable {
        caption: format!(
            "Why initiatives ended: the main cause of {} ends in {}.",
            plain(f.endings.total() as f64).replace(".0", ""),
            count(f.replicates, "future", "futures")
        ),
        columns: vec!["They ended because".to_owned(), "share of all ends".to_owned()],
        rows: ranked.iter().map(row).collect(),
        is_long: false,
    })
}
