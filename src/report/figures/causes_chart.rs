use super::picture_parts::heading;
use super::programme_axis::programme_axis;
use crate::analysis::{Findings, GroupIncidence};
use crate::chart::{Heading, IncidenceChart, Layer};
use crate::record::Cause;

/// An arm of a comparison.
pub(in crate::report) struct Arm<'a> {
    pub name: &'a str,
    /// Months after its own programme at which arms are compared, if not at the end of the run.
    pub months_after: Option<u32>,
}

/// Why and when initiatives stop being an open question: those that began with the programme, or all where none did.
pub(in crate::report) fn causes(findings: &Findings, arm: Option<&Arm<'_>>, made_of: &str) -> IncidenceChart {
    let of = |group: &str| findings.incidence.iter().find(|table| table.group == group);
    let own = of("origin:programme");
    let table = own.or_else(|| of("all"));
    let whose = if own.is_some() { "the programme's own initiatives" } else { "initiatives" };
    let common = heading(&findings.setting, &title(table, whose, arm, findings.setting.programme_end), made_of);
    IncidenceChart {
        heading: Heading {
            caption: format!(
                "{}. Over all futures, added up month by month: what comes first counts, becoming business as usual or ending.",
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

/// What has come of them at the end of the run, or at the time at which arms are compared; `end` is the first month after the
/// programme.
fn title(table: Option<&GroupIncidence>, whose: &str, arm: Option<&Arm<'_>>, end: i32) -> String {
    let Some(table) = table else { return "What becomes of initiatives".to_owned() };
    let months_after = arm.and_then(|arm| arm.months_after);
    // Shares stand for so many months of the run that are over.
    let until = months_after.and_then(|months| usize::try_from(end.checked_add_unsigned(months)?).ok());
    let known = |shares: &[f64]| {
        let shares = &shares[..until.map_or(shares.len(), |until| (until + 1).min(shares.len()))];
        shares.iter().rev().copied().find(|share| share.is_finite()).unwrap_or(0.0)
    };
    let absorbed = 100.0 * known(&table.absorbed);
    // From 0: the sum of nothing would be "-0".
    let ended = 100.0 * table.ended.iter().map(|(_, shares)| known(shares)).fold(0.0, |sum, share| sum + share);
    let what = format!("{absorbed:.0}\u{a0}% become business as usual and {ended:.0}\u{a0}% end before they do");
    let since = match months_after {
        None => String::new(),
        Some(0) => "by the end of the money ".to_owned(),
        Some(1) => "by 1 month after the money's end ".to_owned(),
        Some(n) => format!("by {n} months after the money's end "),
    };
    match arm {
        Some(arm) => format!("{}: of {whose}, {since}{what}", arm.name),
        None => format!("Of {whose}, {what}"),
    }
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
        Cause::Commitment => "ended: partners withdrew",
        Cause::Interpretation => "ended: no sense made",
        Cause::Misfit => "ended: misfit",
        Cause::Staffing => "ended: empty posts",
        Cause::Trial => "ended: failed copy",
        Cause::Several => "ended: several causes",
    }
}
