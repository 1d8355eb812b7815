use crate::quantity::{KindId, Month, OrganisationKindId, Words};
use crate::report::{Emphasised, paragraph};
use crate::scenario::{Group, Horizon, Initiative, Scenario, Site, Study, Timing};
use std::collections::BTreeMap;

/// Columns of the picture of initiatives over time.
const WIDE: i32 = 48;

/// A scenario on one page of words, in the words of its field, with a picture of what runs when: to be put before the people whom it
/// describes, who can say what is wrong with it.
#[must_use]
pub fn describe(study: &Study) -> String {
    let scenario = &study.scenario;
    let words = &scenario.vocabulary.words;
    let whole = |heading: &str, text: &str| whole(words, heading, text);
    let parts = [
        opening(scenario),
        whole("Where", &places(scenario)),
        whole("Who", &people(scenario)),
        whole("Who sits together", &boards(scenario)),
        format!("What is done\n{}", initiatives(scenario)),
        format!("When\n{}", words.told(&picture(scenario))),
        whole("Money", &money(scenario)),
        whole("What happens from outside", &shocks(scenario)),
        whole("What is compared", &regimes(study)),
        whole("What the file does not say, and is assumed", &assumed(study)),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A heading and a paragraph; nothing if there is nothing to say.
fn whole(words: &Words, heading: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{heading}\n{}", lines(words, text)) }
}

fn lines(words: &Words, text: &str) -> String {
    Emphasised::marked(paragraph("  ", &words.told(text))).plain()
}

fn opening(scenario: &Scenario) -> String {
    let said = [scenario.question.as_str(), scenario.description.as_str()];
    let said: String =
        said.iter().filter(|text| !text.trim().is_empty()).map(|text| lines(&Words::default(), text)).collect();
    format!("{}\n{said}", scenario.name)
}

fn count(number: usize, one: &str, several: &str) -> String {
    if number == 1 { format!("one {one}") } else { format!("{number} {several}") }
}

fn places(scenario: &Scenario) -> String {
    let sites = &scenario.sites;
    let members = sites.iter().filter(|site| site.member).count();
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for site in sites {
        (low, high) = (low.min(site.population), high.max(site.population));
    }
    let people = &scenario.vocabulary.words.people;
    let range =
        if low < high { format!("{low:.0} to {high:.0} {people} each") } else { format!("{low:.0} {people} each") };
    let names = |list: Vec<&str>| match list.len() {
        n if n > 12 => format!("{}, and {} more", list[..10].join(", "), n - 10),
        _ => list.join(", "),
    };
    let member = match members {
        n if n == sites.len() => "all of them members of the programme".to_owned(),
        0 => "none of them a member of the programme".to_owned(),
        n => format!("{n} of them members of the programme"),
    };
    let regions = match scenario.regions.len() {
        0 => String::new(),
        n => format!(
            " In {}: {}.",
            count(n, "region", "regions"),
            names(scenario.regions.iter().map(|region| region.name.as_str()).collect())
        ),
    };
    format!(
        "{}, {member}: {}. {range}. History of working together from {:.2} to {:.2}, financial pressure from {:.2} to {:.2} (0 to \
         1).{regions}",
        count(sites.len(), "site", "sites"),
        names(sites.iter().map(|site| site.name.as_str()).collect()),
        least(sites, |site| site.history.get()),
        most(sites, |site| site.history.get()),
        least(sites, |site| site.deficit.get()),
        most(sites, |site| site.deficit.get()),
    )
}

fn least(sites: &[Site], of: impl Fn(&Site) -> f64) -> f64 {
    sites.iter().map(of).fold(f64::INFINITY, f64::min)
}

fn most(sites: &[Site], of: impl Fn(&Site) -> f64) -> f64 {
    sites.iter().map(of).fold(f64::NEG_INFINITY, f64::max)
}

/// Organisations by kind, with the people in an average one.
fn people(scenario: &Scenario) -> String {
    let mut kinds: BTreeMap<OrganisationKindId, (usize, BTreeMap<u32, u32>)> = BTreeMap::new();
    for one in scenario.sites.iter().flat_map(|site| &site.organisations) {
        let (number, roles) = kinds.entry(one.kind).or_default();
        *number += 1;
        one.roles.iter().for_each(|(role, count)| *roles.entry(role.0).or_default() += count);
    }
    let kind = |(id, (number, roles)): (&OrganisationKindId, &(usize, BTreeMap<u32, u32>))| {
        let label = &scenario.vocabulary.organisation_kind(*id).label;
        let role = |(role, people): (&u32, &u32)| {
            let role = &scenario.roles[*role as usize];
            let paid = if role.programme_funded { ", paid by the programme" } else { "" };
            format!("{people} {}{paid}", role.label)
        };
        format!("{label} ({number}): {}", roles.iter().map(role).collect::<Vec<_>>().join("; "))
    };
    let decide = scenario.roles.iter().filter(|role| role.group == Group::Executive).map(|role| role.label.as_str());
    let used: Vec<&str> = decide.collect();
    let decides = if used.is_empty() { String::new() } else { format!(" Who decides: {}.", used.join(", ")) };
    kinds.iter().map(kind).collect::<Vec<_>>().join(". ") + "." + &decides
}

fn boards(scenario: &Scenario) -> String {
    let mut seen: BTreeMap<(String, usize, u64), usize> = BTreeMap::new();
    for board in scenario.sites.iter().flat_map(|site| &site.boards) {
        let label = board.kind.as_ref().and_then(|name| {
            let kind = scenario.vocabulary.board_kinds.iter().find(|kind| kind.name == *name)?;
            Some(kind.label.clone())
        });
        let key = (
            label.unwrap_or_else(|| "A board".to_owned()),
            board.members.len(),
            (100.0 * board.formality.get()) as u64,
        );
        *seen.entry(key).or_default() += 1;
    }
    let told = |((label, members, formality), sites): (&(String, usize, u64), &usize)| {
        format!(
            "{label} of {members} organisations, formality {:.2}, in {sites} of the sites",
            *formality as f64 / 100.0
        )
    };
    let text = seen.iter().map(told).collect::<Vec<_>>().join(". ");
    if text.is_empty() { text } else { text + "." }
}

/// A paragraph for each kind that some site has.
fn initiatives(scenario: &Scenario) -> String {
    let mut text = String::new();
    for (at, kind) in scenario.kinds.iter().enumerate() {
        let of_kind = |site: &&Site| site.initiatives.iter().any(|one| one.kind == KindId::at(at));
        let sites = scenario.sites.iter().filter(of_kind).count();
        if sites == 0 {
            continue;
        }
        let names = |ids: &[OrganisationKindId]| -> String {
            let label = |id: &OrganisationKindId| scenario.vocabulary.organisation_kind(*id).label.as_str();
            ids.iter().map(label).collect::<Vec<_>>().join(", ")
        };
        let paid = if kind.payers.is_empty() { "its lead".to_owned() } else { names(&kind.payers) };
        let saved =
            if kind.savers.is_empty() { String::new() } else { format!("; {} saves by it", names(&kind.savers)) };
        let copied = if kind.copyable { "others may copy it" } else { "others do not copy it" };
        text += &lines(
            &scenario.vocabulary.words,
            &format!(
                "{} (in {sites} of {}): needs {}; {} thousand pounds a month at full scale, for {paid} to take over{saved}; worth {:.2} to \
             people there, seen by the metrics {:.2}, complex {:.2} (0 to 1); {copied}.",
                kind.label,
                scenario.sites.len(),
                names(&kind.needs),
                kind.attributes.cost,
                kind.attributes.local_value.get(),
                kind.attributes.metric_alignment.get(),
                kind.attributes.complexity.get(),
            ),
        );
    }
    text
}

/// The months of the run in a row for the programme and one for each kind: `=` while it can run, `$` while the money flows.
fn picture(scenario: &Scenario) -> String {
    let months = i32::try_from(scenario.time.months).unwrap_or(i32::MAX).max(1);
    let column = |month: i32| (i64::from(month.clamp(0, months)) * i64::from(WIDE) / i64::from(months)) as usize;
    let row = |label: &str, from: i32, to: i32, sign: char| {
        let (from, to) = (column(from), column(to).max(column(from) + 1).min(WIDE as usize));
        let bar: String = (0..WIDE as usize).map(|at| if (from..to).contains(&at) { sign } else { '.' }).collect();
        let label: String = label.chars().take(24).collect();
        format!("  {label:<24} {bar}\n")
    };
    let last: Month = scenario.time.month(months - 1);
    let mut text = format!("  {:<24} {:<40}{last:>8}\n", "", scenario.time.start.to_string());
    let programme = &scenario.programme;
    text += &row("money", programme.start, programme.end, '$');
    for (at, kind) in scenario.kinds.iter().enumerate() {
        let of_kind = |site: &Site| -> Option<i32> {
            let starts = site.initiatives.iter().filter(|one| one.kind == KindId::at(at));
            starts.map(|one: &Initiative| one.start).min()
        };
        if let Some(first) = scenario.sites.iter().filter_map(of_kind).min() {
            text += &row(&kind.label, first, months, '=');
        }
    }
    for shock in &scenario.shocks {
        if let Timing::Month(month) = shock.timing {
            let month = i32::try_from(month).unwrap_or(i32::MAX);
            text += &row(shock.kind.row().mark, month, month + 1, '!');
        }
    }
    text
}

fn money(scenario: &Scenario) -> String {
    let (programme, funding) = (&scenario.programme, &scenario.programme.funding);
    let members = || scenario.sites.iter().filter(|site| site.member);
    if members().next().is_none() {
        return "Nobody is a member of the programme, which pays for nothing.".to_owned();
    }
    let full: f64 = members().flat_map(|site| &site.initiatives).map(|one| one.attributes.cost).sum();
    let month = |index| scenario.time.month(index).to_string();
    let rounds = match funding.horizon {
        Horizon::Whole => "promised for the whole time".to_owned(),
        Horizon::Rounds(12) => "promised a year at a time".to_owned(),
        Horizon::Rounds(months) => format!("promised for {months} months at a time"),
    };
    let taper = match funding.taper {
        0 => "it ends at once".to_owned(),
        months => format!("it runs down over the last {months} months"),
    };
    let budget =
        funding.budget.map_or(String::new(), |budget| format!(" In all it may give {budget} thousand pounds."));
    format!(
        "From {} to {} the programme pays {:.0} per cent of what members bid, {rounds}; {taper}. At full scale all of the members' \
         initiatives together cost {full:.0} thousand pounds a month.{budget}",
        month(programme.start),
        month(programme.end - 1),
        100.0 * funding.award,
    )
}

fn shocks(scenario: &Scenario) -> String {
    let told = |shock: &crate::scenario::Shock| {
        let when = match shock.timing {
            Timing::Month(month) => format!("in {}", scenario.time.month(i32::try_from(month).unwrap_or(i32::MAX))),
            Timing::Rate(rate) => format!("by chance, {:.1} per cent a month", 100.0 * rate),
        };
        format!("{}, {when}, size {:.2}.", shock.kind.row().sentence, shock.magnitude)
    };
    scenario.shocks.iter().map(told).collect::<Vec<_>>().join(" ")
}

fn regimes(study: &Study) -> String {
    let told = |regime: &crate::scenario::Regime| match regime.description.trim() {
        "" => format!("\"{}\".", regime.name),
        description => format!("\"{}\": {}.", regime.name, description.trim_end_matches('.')),
    };
    study.regimes.iter().map(told).collect::<Vec<_>>().join(" ")
}

fn assumed(study: &Study) -> String {
    let said = study.assumed().iter().map(|(key, value)| format!("{key} = {value}"));
    said.collect::<Vec<_>>().join("; ")
}
