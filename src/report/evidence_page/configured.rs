use crate::evidence::{ConditionRole, Evidence, Judged, JudgedConfigurations};
use crate::report::words::{anchor, percent};
use std::fmt::Write as _;

/// Truth tables of findings about combinations of conditions.
pub(super) fn configured(evidence: &Evidence) -> String {
    let with = |judged: &Judged| judged.configurations.is_some();
    if !evidence.findings.iter().any(with) {
        return String::new();
    }
    let mut text = String::from(
        "## Combinations of conditions\n\nAs in qualitative comparative analysis with crisp sets: all combinations of some \
         conditions are run, the outcome is there in a run that lies in the top part of all, and the table is minimised \
         without assumptions about what was not observed. *Necessary*: share of runs with the outcome that have the \
         condition. *Sufficient*: share of runs with the condition that have the outcome.\n",
    );
    for judged in &evidence.findings {
        if let Some(configurations) = &judged.configurations {
            text += &one(judged, configurations, evidence.replicates);
        }
    }
    text
}

fn one(judged: &Judged, found: &JudgedConfigurations, replicates: u64) -> String {
    let finding = &judged.finding;
    let top = finding.configurations.as_ref().map_or(0.0, |asked| 1.0 - asked.quantile);
    let mut text = format!(
        "\n### [{}](#{}): {}\n\nOutcome: the top {} of {} runs ({} combinations, {replicates} futures each).\n\n",
        finding.id,
        anchor(&finding.id),
        finding.title,
        percent(top),
        found.rows.iter().map(|row| row.runs).sum::<u64>(),
        found.rows.len()
    );
    text += "| Condition | Necessary | Sufficient | Its absence: necessary | sufficient |\n| --- | ---: | ---: | ---: | ---: |\n";
    let (present, absent): (Vec<&ConditionRole>, Vec<&ConditionRole>) =
        found.conditions.iter().partition(|condition| condition.present);
    for (with, without) in present.iter().zip(absent) {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            with.name,
            percent(with.necessity),
            percent(with.sufficiency),
            percent(without.necessity),
            percent(without.sufficiency)
        );
    }
    text += "\n| Way to the outcome | Consistency | Coverage | On no other way |\n| --- | ---: | ---: | ---: |\n";
    for path in &found.paths {
        let parts = path.present.iter().cloned().chain(path.absent.iter().map(|name| format!("no {name}")));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            parts.collect::<Vec<_>>().join(" and "),
            percent(path.consistency),
            percent(path.coverage),
            percent(path.unique_coverage)
        );
    }
    if found.paths.is_empty() {
        text += "| none | | | |\n";
    }
    let _ = writeln!(
        text,
        "\nTogether: consistency {}, coverage {}.{}",
        percent(found.solution_consistency),
        percent(found.solution_coverage),
        if found.solutions > 1 { " Other solutions of as few ways exist." } else { "" }
    );
    let mut rows: Vec<_> = found.rows.iter().collect();
    rows.sort_by(|a, b| b.consistency.total_cmp(&a.consistency));
    text += "\n| Combination | Runs | With the outcome |\n| --- | ---: | ---: |\n";
    for row in rows {
        let name = if row.present.is_empty() { "none of them".to_owned() } else { row.present.join(", ") };
        let _ = writeln!(text, "| {name} | {} | {} |", row.runs, percent(row.consistency));
    }
    text
}
