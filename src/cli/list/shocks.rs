use super::{Listed, Listing};
use crate::scenario::ShockKind;

/// Kinds of shock.
pub(super) fn shocks() -> Listing {
    let row = |kind: ShockKind| {
        let about = if kind.economic() { "economic" } else { "other" };
        Listed {
            sentence: meaning(kind).to_owned(),
            cells: vec![kind.name().into(), about.into(), meaning(kind).into()],
        }
    };
    Listing {
        title: "Kinds of shock (kind = ...); of an economic one skilled framers can make a crisis".to_owned(),
        columns: vec!["name", "about", "meaning"],
        abreast: 2,
        rows: ShockKind::ALL.into_iter().map(row).collect(),
    }
}

const fn meaning(kind: ShockKind) -> &'static str {
    match kind {
        ShockKind::FundingCut => "The award falls by the magnitude, for good or for `duration` months.",
        ShockKind::FundingWithdrawal => "The money stops, for good or for `duration` months.",
        ShockKind::AwardBelowBid => "The site is awarded less than it bid for: the magnitude is the missing share.",
        ShockKind::FundingDelay => "Payments stop for `duration` months and then come together.",
        ShockKind::PriceChange => "Costs rise by the magnitude, for good or for `duration` months.",
        ShockKind::StaffLoss => "People leave at once: `count` of them or the magnitude as a share, by `target`.",
        ShockKind::LeadershipChange => "The executives change.",
        ShockKind::MetricNarrowing => "Metric focus rises by the magnitude of what is left.",
        ShockKind::PolicyShift => "National attention moves elsewhere.",
        ShockKind::LegislationChange => "Friction from competition rules changes by the magnitude, -1 to 1.",
        ShockKind::NewEntrant => "A provider new to the place enters.",
        ShockKind::DemandSurge => "Demand takes headroom and money for `duration` months.",
    }
}
