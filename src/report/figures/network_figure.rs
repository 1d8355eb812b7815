use super::drawn_figure::Figure;
use super::picture_parts::heading;
use super::programme_axis::what_flowed;
use crate::analysis::{Findings, network_months, network_site, trust_across};
use crate::chart::{Heading, NetworkChart, NetworkFigure, NetworkPanel, NetworkPerson, Presence};
use crate::quantity::InitiativeId;
use crate::record::{InitiativeMembers, Occupancy, RunRecord, SlotState, TrustSnapshot};
use crate::report::words::pays;

/// Trust from which on a tie is drawn: that of the metric `strong_ties`.
const STRONG: f64 = 0.5;
/// Initiatives that halos tell apart.
const HALOS: usize = 3;
/// Posts of a site beyond which its network would be a blot.
const MOST_PEOPLE: usize = 400;

/// The trust network of a site before, during and after the programme, in the typical future.
pub(in crate::report) fn network_figure(findings: &Findings, typical: &RunRecord) -> Option<Figure> {
    let setting = &findings.setting;
    let months = network_months(setting)?;
    let site = network_site(typical, setting)?;
    let at = |month: u32| typical.snapshots.iter().find(|s| s.month == month && s.site == site);
    let snapshots: Vec<&TrustSnapshot> = months.into_iter().map(at).collect::<Option<Vec<_>>>()?;
    let people = snapshots[0].people.len();
    if people == 0 || people > MOST_PEOPLE {
        return None;
    }
    let halos = largest_of(&snapshots);
    let it = what_flowed(findings);
    // In a run that begins with the programme there is nothing before it.
    let (first, ends) = match (setting.programme_start < 1, pays(findings)) {
        (true, pays) => ("in the first month".to_owned(), if pays { "money ends" } else { "programme ends" }),
        (false, true) => (format!("before {it}"), "money ends"),
        (false, false) => (format!("before {it}"), "programme ends"),
    };
    let when = [first.as_str(), ends, "end of the run"];
    let panel = |(snapshot, when): (&&TrustSnapshot, &str)| NetworkPanel {
        title: format!("{}, {when}", setting.start.plus(snapshot.month.cast_signed()).in_words()),
        people: snapshot.people.iter().map(person).collect(),
        ties: pairs(snapshot),
        members: halos.iter().map(|halo| members(snapshot, halo.initiative)).collect(),
    };
    let shares: Vec<String> = snapshots
        .iter()
        .map(|snapshot| {
            let (strong, all) = strong_across(snapshot);
            percent(share(strong, all))
        })
        .collect();
    let name = &setting.sites.get(site.index())?.name;
    let title = format!(
        "Across organisations in {name}, {} of ties are strong {first}, {} when {it} ends, {} at the end",
        shares[0], shares[1], shares[2]
    );
    let made_of = made_of(findings, typical);
    let remark = remark(setting.sites.len(), halos.len());
    let common = heading(setting, &title, &made_of);
    let kind =
        |halo: &InitiativeMembers| setting.kinds.get(halo.kind.index()).map_or_else(String::new, |k| k.1.clone());
    let chart = NetworkChart {
        heading: Heading {
            subtitle: format!("People of {name} by organisation; the larger the dot, the higher the position"),
            caption: format!("{}.{remark}", common.caption),
            ..common
        },
        organisations: snapshots[0].organisations.clone(),
        halos: halos.iter().map(|halo| kind(halo)).collect(),
        strong: STRONG,
        panels: snapshots.iter().zip(when).map(panel).collect(),
        figures: figures(&snapshots),
    };
    let caption = format!(
        "One future of {name}, the replicate whose headline figures lie nearest to the medians: people stand by organisation, in the same place in all three \
         panels. A line joins two people who trust each other by {STRONG} or more on average both ways; initiatives are halos \
         around their members. It is an example, not an average."
    );
    Some(Figure { name: "network".to_owned(), chart: chart.into(), caption })
}

fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * share)
}

/// Which future it is.
fn made_of(findings: &Findings, typical: &RunRecord) -> String {
    let of = match findings.replicates {
        1 => "the only one".to_owned(),
        n => format!("of {n} the one whose headline figures lie nearest to the medians"),
    };
    format!("replicate {}, {of}", typical.replicate)
}

/// How the site was chosen of so many, and what so many halos are.
fn remark(sites: usize, halos: usize) -> String {
    let chosen = match sites {
        1 => "",
        _ => " Of the sites of this future, the one in which trust across organisations changes most.",
    };
    let largest = match halos {
        0 => "",
        1 => " Halo: its largest initiative.",
        2 => " Halos: its two largest initiatives.",
        _ => " Halos: its three largest initiatives.",
    };
    format!("{chosen}{largest}")
}

/// What stands below the networks.
fn figures(snapshots: &[&TrustSnapshot]) -> Vec<NetworkFigure> {
    let figure = |label: &str, value: &dyn Fn(&TrustSnapshot) -> String| NetworkFigure {
        label: label.to_owned(),
        values: snapshots.iter().map(|snapshot| value(snapshot)).collect(),
    };
    let posts = |of: &TrustSnapshot, post: Occupancy| of.people.iter().filter(|person| person.post == post).count();
    vec![
        figure("strong ties across organisations", &|of| {
            let (strong, all) = strong_across(of);
            format!("{strong} of {all} ({})", percent(share(strong, all)))
        }),
        figure("mean trust across organisations", &|of| match trust_across(of) {
            none if none.is_nan() => "–".to_owned(),
            trust => format!("{trust:.2}"),
        }),
        figure("people in post", &|of| posts(of, Occupancy::Filled).to_string()),
        figure("empty posts", &|of| posts(of, Occupancy::Empty).to_string()),
        figure("live initiatives", &|of| of.initiatives.len().to_string()),
    ]
}

fn share(strong: usize, all: usize) -> f64 {
    strong as f64 / all.max(1) as f64
}

fn person(slot: &SlotState) -> NetworkPerson {
    NetworkPerson {
        organisation: usize::from(slot.organisation),
        label: slot.role.clone(),
        size: f64::from(slot.position),
        presence: match slot.post {
            Occupancy::Filled => Presence::Filled,
            Occupancy::Empty => Presence::Empty,
            Occupancy::None => Presence::Absent,
        },
    }
}

/// The initiatives with most members when the money ends (before it, where none is live then); of equal ones the first.
fn largest_of<'a>(snapshots: &[&'a TrustSnapshot]) -> Vec<&'a InitiativeMembers> {
    let order = [1, 0, 2].into_iter().filter_map(|at: usize| snapshots.get(at));
    let live = order.map(|snapshot| &snapshot.initiatives).find(|live| !live.is_empty());
    let mut all: Vec<&InitiativeMembers> = live.into_iter().flatten().collect();
    all.sort_by_key(|initiative| std::cmp::Reverse(initiative.members.len()));
    all.truncate(HALOS);
    all
}

fn members(snapshot: &TrustSnapshot, initiative: InitiativeId) -> Vec<u16> {
    let found = snapshot.initiatives.iter().find(|other| other.initiative == initiative);
    found.map(|found| found.members.clone()).unwrap_or_default()
}

/// Each pair once, with the mean of both directions; ties of posts that nobody fills are left out.
fn pairs(snapshot: &TrustSnapshot) -> Vec<(u16, u16, f64)> {
    let filled =
        |slot: u16| snapshot.people.get(usize::from(slot)).is_some_and(|person| person.post == Occupancy::Filled);
    let mut pairs = std::collections::BTreeMap::<(u16, u16), f64>::new();
    for &(from, to, trust) in snapshot.ties.iter().filter(|(from, to, _)| filled(*from) && filled(*to)) {
        *pairs.entry((from.min(to), from.max(to))).or_default() += 0.5 * f64::from(trust);
    }
    pairs.into_iter().map(|((low, high), trust)| (low, high, trust)).collect()
}

/// Pairs of people in post in different organisations: those with a strong tie, and all who know each other.
fn strong_across(snapshot: &TrustSnapshot) -> (usize, usize) {
    let home = |slot: u16| snapshot.people[usize::from(slot)].organisation;
    let across: Vec<f64> = pairs(snapshot).into_iter().filter(|p| home(p.0) != home(p.1)).map(|p| p.2).collect();
    (across.iter().filter(|trust| **trust >= STRONG).count(), across.len())
}
