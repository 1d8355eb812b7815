use crate::analysis::{Estimate, Findings};

/// Columns of the name of a place.
const NAME: usize = 26;

/// What became of initiatives by place: a small aligned table; nothing if the run ends before the programme.
pub(super) fn outcome_lines(findings: &Findings) -> String {
    let outcomes = findings.outcomes.all();
    if !findings.headline("alive_at_programme_end").known() || outcomes.is_empty() {
        return String::new();
    }
    let heading = findings.outcomes.heading();
    let by_site = heading == "site";
    let mut text =
        format!("{:NAME$}  {:>9} {:>10} {:>11} {:>11}\n", "", "alive at", "alive at", "share that", "business");
    text += &format!("{heading:NAME$}  {:>9} {:>10} {:>11} {:>11}\n", "money end", "run's end", "survived", "as usual");
    for place in &outcomes {
        let name = if by_site { place.name.clone() } else { format!("{} ({})", place.name, place.sites) };
        let share = match (place.survived.known(), place.survived.half_width.is_nan()) {
            (false, _) => "-".to_owned(),
            (true, true) => format!("{:.0} %", 100.0 * place.survived.mean),
            (true, false) => format!("{:.0} % ±{:.0}", 100.0 * place.survived.mean, 100.0 * place.survived.half_width),
        };
        let number = |e: &Estimate| format!("{:.1}", e.mean);
        text += &format!(
            "{:NAME$}  {:>9} {:>10} {share:>11} {:>11}\n",
            shortened(&name),
            number(&place.at_programme_end),
            number(&place.at_horizon),
            number(&place.absorbed)
        );
    }
    text
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME { name.to_owned() } else { name.chars().take(NAME - 1).chain(['…']).collect() }
}
