use super::picture_parts::heading;
use super::programme_words::programme_axis;
use crate::analysis::{Findings, IncidenceTable};
use crate::chart::{Heading, IncidenceChart, Layer};
use crate::record::Cause;

/// Why and when initiatives stop being an open question: those that began with the programme, or all where none did.
pub(super) fn causes(findings: &Findings, arm: Option<&str>, made_of: &str) -> IncidenceChart {
    let of = |group: &str| findings.incidence.iter().find(|table| table.group == group);
    let own = of("origin:programme");
    let table = own.or_else(|| of("all"));
    let whose = if own.is_some() { "the programme's own initiatives" } else { "initiatives" };
    let common = heading(&findings.setting, &title(table, whose, arm), made_of);
    IncidenceChart {
        heading: Heading {
            caption: format!(
                "{}. Cumulative incidence over all replicates: what comes first counts, becoming business as usual or ending.",
                common.caption
            ),
            ..common
        },
        axis: programme_axis(findings),
        y_label: format!("Share of {whose}"),
        times: (0..=findings.setting.months).map(f64::from).collect(),
        ended: table.map_or(vec![], |t| {
            t.ended
                .iter()
                .map(|(cause, share)| Layer { label: words(*cause).to_owned(), counts: share.clone() })
                .collect()
        }),
        other_label: "ended: other causes".to_owned(),
        absorbed: table.map(|t| Layer { label: "business as usual".to_owned(), counts: t.absorbed.clone() }),
        going_label: "still an open question".to_owned(),
    }
}

fn title(table: Option<&IncidenceTable>, whose: &str, arm: Option<&str>) -> String {
    let last = |shares: &[f64]| shares.iter().rev().copied().find(|share| share.is_finite()).unwrap_or(0.0);
    let Some(table) = table else { return "What becomes of initiatives".to_owned() };
    let absorbed = 100.0 * last(&table.absorbed);
    // From 0: the sum of nothing would be "-0".
    let ended = 100.0 * table.ended.iter().map(|(_, shares)| last(shares)).fold(0.0, |sum, share| sum + share);
    let what =
        format!("Of {whose}, {absorbed:.0}\u{a0}% become business as usual and {ended:.0}\u{a0}% end before they do");
    arm.map_or(what.clone(), |arm| format!("{arm}: of {whose}, {}", &what[what.find(", ").map_or(0, |at| at + 2)..]))
}

/// A cause in two or three words.
fn words(cause: Cause) -> &'static str {
    match cause {
        Cause::Money => "ended: money",
        Cause::Support => "ended: support",
        Cause::Routine => "ended: not routine",
        Cause::Quality => "ended: quality",
        Cause::Evidence => "ended: evidence",
        Cause::Deficit => "ended: deficit",
        Cause::Cost => "ended: cost",
        Cause::Metric => "ended: metric",
        Cause::Board => "ended: no board",
        Cause::Interpretation => "ended: no sense made",
        Cause::Misfit => "ended: misfit",
        Cause::Staffing => "ended: empty posts",
        Cause::Trial => "ended: failed copy",
        Cause::Several => "ended: several causes",
    }
}
