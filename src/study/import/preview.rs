use super::densities::{Density, Seats};
use super::plan::PlannedStart;
use super::trust::TrustTold;
use crate::report::{Emphasised, paragraph};
use std::collections::BTreeMap;

/// What was found in what is at hand.
pub(super) struct FoundAtHand<'a> {
    pub seats: &'a BTreeMap<&'a str, Seats>,
    pub densities: &'a [Density],
    pub told: Option<&'a TrustTold>,
    pub starts: &'a [PlannedStart],
    pub assumed: &'a [String],
}

/// What would be made of it, on a page.
pub(super) fn preview(found: &FoundAtHand<'_>) -> String {
    let organisation = |(name, seats): (&&str, &Seats)| {
        let added = if seats.leaders == 0 { ", and a leader is added" } else { "" };
        let parts = [(seats.leaders, "lead"), (seats.connectors, "know somebody elsewhere"), (seats.members, "do not")];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, do_what)| format!("{count} {do_what}")).collect();
        format!("{name}: {}{added}.", parts.join(", "))
    };
    let density = |one: &Density| format!("{} So {}", one.words(), one.line().lines().last().unwrap_or_default());
    let bar = |(answer, count): (usize, &u32)| format!("{}: {}", answer + 1, "#".repeat((*count).min(60) as usize));
    let trust = found.told.map_or(Vec::new(), |told| {
        let most = told.points.iter().copied().max().unwrap_or(0).max(1);
        let shown = told.points.map(|count| if most > 60 { (count * 60).div_ceil(most) } else { count });
        shown.iter().enumerate().map(bar).chain([told.words()]).collect()
    });
    let start = |one: &PlannedStart| {
        let lead = one.lead.as_ref().map_or(String::new(), |lead| format!(", led by {lead}"));
        format!("{}: {}{lead}.", one.start, one.name.as_ref().unwrap_or(&one.label))
    };
    let parts = [
        ("Organisations and their people", found.seats.iter().map(organisation).collect()),
        ("Who knows whom", found.densities.iter().map(density).collect()),
        ("Trust at the start", trust),
        ("What begins when", found.starts.iter().map(start).collect()),
        ("Made of it, and assumed", found.assumed.to_vec()),
    ];
    let part = |(heading, lines): &(&str, Vec<String>)| match lines.len() {
        0 => String::new(),
        _ => format!("{heading}:\n{}", lines.iter().map(|line| paragraph("  - ", line)).collect::<String>()),
    };
    let told: String = parts.iter().map(part).collect();
    format!("{}Nothing was written: without --preview, this becomes a scenario.\n", Emphasised::marked(told).plain())
}
