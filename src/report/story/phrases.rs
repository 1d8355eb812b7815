use crate::record::Cause;

/// `31 %`, tied together; shares that are not quite nothing or all are told apart from these.
pub(super) fn per_cent(share: f64) -> String {
    let whole = (100.0 * share).round();
    if share > 0.0 && whole < 1.0 {
        "under 1\u{a0}%".to_owned()
    } else if share < 1.0 && whole >= 100.0 {
        "over 99\u{a0}%".to_owned()
    } else {
        format!("{:.0}\u{a0}%", whole + 0.0)
    }
}

/// `61 % (48 to 72 %)`; a dash of nothing.
pub(super) fn with_interval((share, (low, high)): (f64, (f64, f64))) -> String {
    if share.is_nan() {
        return "–".to_owned();
    }
    format!("{} ({:.0}\u{a0}to\u{a0}{:.0}\u{a0}%)", per_cent(share), 100.0 * low, 100.0 * high)
}

/// `1 month`, `7 months`, `4 years`.
pub(super) fn duration(months: f64) -> String {
    let (number, one) = if months < 23.5 { (months.round(), "month") } else { ((months / 12.0).round(), "year") };
    format!("{number:.0}\u{a0}{one}{}", if number == 1.0 { "" } else { "s" })
}

/// `a, b and c`.
pub(super) fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// What a cause says of one initiative: "it ended because ...".
pub(super) fn because(cause: Cause) -> &'static str {
    match cause {
        Cause::Money => "the programme's money had gone and core budgets had not taken over",
        Cause::Support => "executives and managers no longer backed it",
        Cause::Routine => "it had not become routine in time",
        Cause::Quality => "it was poorly co-ordinated or did not fit well enough",
        Cause::Evidence => "it could not show that it released cash",
        Cause::Deficit => "financial pressure was too high",
        Cause::Cost => "it cost too much of the local budget",
        Cause::Metric => "it did not serve the metric that counted",
        Cause::Commitment => "the organisations in it were not committed to it",
        Cause::Interpretation => "too few were left to make sense of events",
        Cause::Misfit => "it did not fit and people dropped it",
        Cause::Staffing => "its posts stayed empty although there was money",
        Cause::Trial => "the copy failed its trial year",
        Cause::Several => "several things came together, none of them decisive",
    }
}
