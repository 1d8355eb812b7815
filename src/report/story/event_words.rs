use super::person::person;
use super::phrases::{because, duration, listed, per_cent};
use crate::analysis::InitiativeStory;
use crate::record::{Causes, Event, EventKind, Leaving, Origin};
use crate::report::words::{capital, lower};

/// A sentence and how much the story needs it: from 1, newcomers, to [`ALWAYS`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sentence {
    pub(super) month: u32,
    pub(super) weight: u8,
    pub(super) text: String,
    /// The chance of a bid for core money that was turned down in its month, if one was.
    pub(super) refused: Option<f64>,
}

/// What no story leaves out.
pub(super) const ALWAYS: u8 = 9;

/// What happened to the site, if that is what an event tells; how it was felt follows.
pub(super) fn blow(event: &Event) -> Option<String> {
    let value = event.value;
    Some(match event.kind {
        EventKind::Shock(kind) => format!("{} (size {value:.2})", kind.row().sentence),
        EventKind::Award if value >= 0.995 => "The programme awarded the site its whole bid".to_owned(),
        EventKind::Award => format!("The programme awarded the site {} of what it had bid for", per_cent(value)),
        EventKind::ContractSigned => {
            format!("General practice signed a contract that pays for {} of it", per_cent(value))
        }
        EventKind::PlanCut => format!("Left out of the plan: the award carried {} of the bid", per_cent(value)),
        EventKind::RulesChanged => "Conditions came on the way, which the site did not meet".to_owned(),
        EventKind::RoundLost => {
            "The next round of the programme's money was refused: the site missed its target".to_owned()
        }
        EventKind::MoneyEnded if value > 0.0 => {
            format!("The programme's money ended; it had last paid {} of the bid", per_cent(value))
        }
        EventKind::MoneyEnded => "The programme ended; its money had stopped before".to_owned(),
        _ => return None,
    })
}

/// Why somebody left; nothing for the usual turnover.
pub(super) fn why_left(leaving: Leaving) -> String {
    match leaving {
        Leaving::Turnover => String::new(),
        Leaving::Planned => ", as planned".to_owned(),
        Leaving::MoneyEnded => ", as the money for the post had gone".to_owned(),
        Leaving::Shock(kind) => format!(", when {}", lower(kind.row().sentence)),
    }
}

/// What happened to the initiative; nothing for what others tell.
pub(super) fn sentence(story: &InitiativeStory, event: &Event) -> Option<(u8, String)> {
    let cast = &story.cast;
    let who = event.actor.map(|actor| person(cast, actor));
    let course = story.course.get(event.month as usize);
    let core = || {
        course.map_or(String::new(), |c| format!(" Core budgets then carried {} of its cost.", per_cent(c.core_share)))
    };
    let odds = per_cent(event.value);
    Some(match event.kind {
        EventKind::Started(origin) => {
            let champion = who.map_or("without a champion".to_owned(), |who| format!("with {who} as its champion"));
            match (origin, story.chosen.fate.start) {
                (Origin::PreExisting, start) if start < 0 => (
                    ALWAYS,
                    format!("It was under way already, {champion}, at {} of its full reach.", per_cent(event.value)),
                ),
                _ => (ALWAYS, format!("It began, {champion}.")),
            }
        }
        EventKind::Copied { mandate } => {
            let mandate = if mandate { ", under a mandate of the region" } else { "" };
            (
                ALWAYS,
                format!("It was copied from elsewhere{mandate}; it fitted the place to {}.", per_cent(event.value)),
            )
        }
        EventKind::ChampionLost => (8, "It lost its champion.".to_owned()),
        EventKind::ChampionFound => (6, format!("{} stepped up as its champion.", capital_or(who))),
        EventKind::MainstreamWon => {
            (8, format!("Its bid for core money was won (the chance had been {odds}).{}", core()))
        }
        EventKind::MainstreamLost => {
            (5, format!("Its bid for core money was turned down (the chance had been {odds})."))
        }
        EventKind::CoreCut => (8, format!("A review cut its core money to {odds} of its cost.")),
        EventKind::OpeningSeized => {
            (8, format!("{} seized an opening: core money rose to {odds} of its cost.", capital_or(who)))
        }
        EventKind::Absorbed => {
            let again = if was_before(story, event) { " again" } else { "" };
            (7, format!("It became business as usual{again}."))
        }
        EventKind::ScaledBack => (5, format!("It fell below half of its peak, to {odds} of its full reach.")),
        EventKind::TrialLost => (ALWAYS, format!("The copy failed its trial (the chance of passing had been {odds}).")),
        EventKind::TrialWon => (ALWAYS, format!("The copy passed its trial (the chance had been {odds}).")),
        EventKind::Ended(_) => (ALWAYS, ended(story)),
        _ => return None,
    })
}

/// Whether the same had happened to the initiative in an earlier month.
fn was_before(story: &InitiativeStory, event: &Event) -> bool {
    let is_same =
        |other: &&Event| other.month < event.month && other.kind == event.kind && other.initiative == event.initiative;
    story.events.iter().any(|other| is_same(&other))
}

/// Its champion left, who is told of in one sentence with what followed.
pub(super) fn champion_left(story: &InitiativeStory, left: &Event, found: Option<&Event>) -> String {
    let who = |event: &Event| event.actor.map_or_else(|| "somebody".to_owned(), |actor| person(&story.cast, actor));
    let after = if left.value >= 0.5 { format!(" after {} in post", duration(left.value)) } else { String::new() };
    let next = match found {
        Some(found) => format!("; {} stepped up", who(found)),
        None => String::new(),
    };
    format!("Its champion, {}, left{after}{}{next}.", who(left), left.leaving().map_or(String::new(), why_left))
}

fn ended(story: &InitiativeStory) -> String {
    let fate = &story.chosen.fate;
    let Some(main) = fate.cause else { return "It ended.".to_owned() };
    let mut others = Causes::default();
    fate.causes.iter().filter(|&cause| cause != main).for_each(|cause| others.insert(cause));
    let others: Vec<String> = others.iter().map(|cause| because(cause).to_owned()).collect();
    let more = if others.is_empty() { String::new() } else { format!(" Also: {}.", listed(&others, "and")) };
    format!("It ended, because {}.{more}", because(main))
}

fn capital_or(who: Option<String>) -> String {
    who.map_or_else(|| "Somebody".to_owned(), |who| capital(&who))
}
