use super::drawn_figure::Figure;
use super::example::Example;
use super::picture_parts::heading;
use super::programme_axis::what_flowed;
use crate::analysis::{Findings, network_months, trust_across};
use crate::chart::{
    Heading, NetworkChart, NetworkFigure, NetworkPanel, NetworkPerson, Presence, TiesChart, TiesMoment,
};
use crate::quantity::{InitiativeId, SiteId};
use crate::record::{InitiativeMembers, Occupancy, SlotState, TrustSnapshot};
use crate::report::words::pays;

/// Trust from which on a tie is drawn: that of the metric `strong_ties`.
const STRONG: f64 = 0.5;
/// Initiatives that halos tell apart.
const HALOS: usize = 3;
/// Posts of a site beyond which its network would be a blot.
const MOST_PEOPLE: usize = 400;

/// Sites whose network is drawn, so that a reader can choose.
const MOST_SITES: usize = 12;

/// The ties of the first sites' organisations in the typical future (`network`, `network-2`, ...), and the people of the first (`network-people`).
pub(in crate::report) fn network_figures(findings: &Findings, example: &Example<'_>) -> Vec<Figure> {
    let sites: Vec<SiteId> =
        (0..findings.setting.sites.len()).filter_map(|site| u32::try_from(site).ok()).map(SiteId).collect();
    let drawn = sites.into_iter().filter_map(|site| Some((site, organisations_figure(findings, example, site)?)));
    let mut figures = vec![];
    for (place, (site, figure)) in drawn.take(MOST_SITES).enumerate() {
        let name = if place == 0 { "network".to_owned() } else { format!("network-{}", place + 1) };
        figures.push(Figure { name, ..figure });
        if place == 0 {
            figures.extend(people_figure(findings, example, site));
        }
    }
    figures
}

/// What a moment is called: before the programme, when it ends, at the end of the run.
fn when(findings: &Findings) -> [String; 3] {
    let it = what_flowed(findings);
    // In a run that begins with the programme there is nothing before it.
    let (first, ends) = match (findings.setting.programme_start < 1, pays(findings)) {
        (true, pays) => ("in the first month".to_owned(), if pays { "money ends" } else { "programme ends" }),
        (false, true) => (format!("before {it}"), "money ends"),
        (false, false) => (format!("before {it}"), "programme ends"),
    };
    [first, ends.to_owned(), "end of the run".to_owned()]
}

/// The organisations of a site and how far their people trust one another: before the programme, and at that of the later moments at which the
/// share of strong ties differs more from then.
fn organisations_figure(findings: &Findings, example: &Example<'_>, site: SiteId) -> Option<Figure> {
    let setting = &findings.setting;
    let snapshots = snapshots_of(findings, example, site)?;
    let when = when(findings);
    let strong: Vec<f64> = snapshots.iter().map(|snapshot| strong_share(snapshot)).collect();
    let later = if (strong[2] - strong[0]).abs() > (strong[1] - strong[0]).abs() { 2 } else { 1 };
    if snapshots[0].people.is_empty() || snapshots[0].organisations.len() < 2 {
        return None;
    }
    let moment = |place: usize| TiesMoment {
        title: format!("{}, {}", setting.start.plus(snapshots[place].month.cast_signed()).in_words(), when[place]),
        sizes: in_post(snapshots[place]),
        ties: between(snapshots[place]),
    };
    let name = &setting.sites.get(site.index())?.name;
    let then =
        if later == 1 { format!("when {} ends", what_flowed(findings)) } else { "at the end of the run".to_owned() };
    let title = format!(
        "{name}: {} of ties across organisations are strong {}, {} {then}",
        percent(strong[0]),
        when[0],
        percent(strong[later])
    );
    let common = heading(setting, &title, &made_of(findings, example));
    let chart = TiesChart {
        heading: Heading {
            subtitle: format!("Organisations of {name}, and how far their people trust one another"),
            caption: format!("{}. Strong: trust of {STRONG} or more, on average both ways.", common.caption),
            ..common
        },
        groups: snapshots[0].organisations.clone(),
        size_label: "people in post".to_owned(),
        tie_label: "mean trust of those who know each other".to_owned(),
        moments: vec![moment(0), moment(later)],
    };
    let caption = format!(
        "Organisations of {name}: the larger, the more people. The wider a line, the more people of the two trust each other. One future, \
         the one {}. It is an example, not an average. The other sites can be opened below.",
        example.whose()
    );
    let caption =
        if setting.sites.len() > 1 { caption } else { caption.replace(" The other sites can be opened below.", "") };
    Some(Figure { name: String::new(), chart: chart.into(), caption })
}

/// A site at the moments of the network; nothing if the run does not hold all of them.
fn snapshots_of<'a>(findings: &Findings, example: &Example<'a>, site: SiteId) -> Option<Vec<&'a TrustSnapshot>> {
    let at = |month: u32| example.run.snapshots.iter().find(|s| s.month == month && s.site == site);
    network_months(&findings.setting)?.into_iter().map(at).collect()
}

/// By organisation, people in post.
fn in_post(snapshot: &TrustSnapshot) -> Vec<f64> {
    let mut sizes = vec![0.0; snapshot.organisations.len()];
    for person in snapshot.people.iter().filter(|person| person.post == Occupancy::Filled) {
        if let Some(size) = sizes.get_mut(usize::from(person.organisation)) {
            *size += 1.0;
        }
    }
    sizes
}

/// For two organisations, the mean trust of pairs of people who know each other.
fn between(snapshot: &TrustSnapshot) -> Vec<(u16, u16, f64)> {
    let home = |slot: u16| snapshot.people[usize::from(slot)].organisation;
    let mut sums = std::collections::BTreeMap::<(u16, u16), (f64, u32)>::new();
    for (first, second, trust) in pairs(snapshot) {
        let (first, second) = (home(first), home(second));
        if first != second {
            let sum = sums.entry((first.min(second), first.max(second))).or_default();
            *sum = (sum.0 + trust, sum.1 + 1);
        }
    }
    sums.into_iter().map(|((first, second), (sum, pairs))| (first, second, sum / f64::from(pairs))).collect()
}

/// The trust network of a site's people before, during and after the programme, in the typical future.
fn people_figure(findings: &Findings, example: &Example<'_>, site: SiteId) -> Option<Figure> {
    let setting = &findings.setting;
    let snapshots = snapshots_of(findings, example, site)?;
    let people = snapshots[0].people.len();
    if people == 0 || people > MOST_PEOPLE {
        return None;
    }
    let halos = largest_of(&snapshots);
    let it = what_flowed(findings);
    let when = when(findings);
    let first = &when[0];
    let panel = |(snapshot, when): (&&TrustSnapshot, &String)| NetworkPanel {
        title: format!("{}, {when}", setting.start.plus(snapshot.month.cast_signed()).in_words()),
        people: snapshot.people.iter().map(person).collect(),
        ties: pairs(snapshot),
        members: halos.iter().map(|halo| members(snapshot, halo.initiative)).collect(),
    };
    let shares: Vec<String> = snapshots.iter().map(|snapshot| percent(strong_share(snapshot))).collect();
    let name = &setting.sites.get(site.index())?.name;
    let title = format!(
        "Across organisations in {name}, {} of ties are strong {first}, {} when {it} ends, {} at the end",
        shares[0], shares[1], shares[2]
    );
    let made_of = made_of(findings, example);
    let remark = remark(halos.len());
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
        panels: snapshots.iter().zip(&when).map(panel).collect(),
        figures: figures(&snapshots),
    };
    let caption = format!(
        "One future of {name}, the one {}. People stand by organisation, in the same place in all three \
         panels. A line joins two people who trust each other by {STRONG} or more on average both ways; initiatives are halos \
         around their members. It is an example, not an average.",
        example.whose()
    );
    Some(Figure { name: "network-people".to_owned(), chart: chart.into(), caption })
}

fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * share)
}

/// Which future it is.
fn made_of(findings: &Findings, example: &Example<'_>) -> String {
    let of = match findings.replicates {
        1 => "the only one".to_owned(),
        n => format!("of {n} the one {}", example.whose()),
    };
    format!("future {}, {of}", example.run.replicate)
}

/// What so many halos are.
fn remark(halos: usize) -> &'static str {
    match halos {
        0 => "",
        1 => " Halo: its largest initiative.",
        2 => " Halos: its two largest initiatives.",
        _ => " Halos: its three largest initiatives.",
    }
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

/// The share of those pairs with a strong tie.
fn strong_share(snapshot: &TrustSnapshot) -> f64 {
    let (strong, all) = strong_across(snapshot);
    share(strong, all)
}

/// Pairs of people in post in different organisations: those with a strong tie, and all who know each other.
fn strong_across(snapshot: &TrustSnapshot) -> (usize, usize) {
    let home = |slot: u16| snapshot.people[usize::from(slot)].organisation;
    let across: Vec<f64> = pairs(snapshot).into_iter().filter(|p| home(p.0) != home(p.1)).map(|p| p.2).collect();
    (across.iter().filter(|trust| **trust >= STRONG).count(), across.len())
}
