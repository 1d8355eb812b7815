use crate::evidence::{Evidence, Finding, Judged, JudgedConfigurations, JudgedTest};
use crate::report::words::in_words;

/// The same results with every text that a file of findings gives as letters of a Markdown page. Whatever the sections of
/// the page quote comes from here.
pub(super) fn evidence_in_words(evidence: &Evidence) -> Evidence {
    Evidence { findings: evidence.findings.iter().map(judged).collect(), ..evidence.clone() }
}

fn judged(judged: &Judged) -> Judged {
    Judged {
        finding: finding(&judged.finding),
        tests: judged.tests.iter().map(test).collect(),
        configurations: judged.configurations.as_ref().map(configurations),
        ..judged.clone()
    }
}

fn finding(finding: &Finding) -> Finding {
    let optional = |text: &Option<String>| text.as_deref().map(in_words);
    let mut mechanism = finding.mechanism.clone();
    if let Some(mechanism) = &mut mechanism {
        mechanism.says = in_words(&mechanism.says);
    }
    Finding {
        id: in_words(&finding.id),
        title: in_words(&finding.title),
        reported: in_words(&finding.reported),
        source: in_words(&finding.source),
        theme: in_words(&finding.theme),
        note: optional(&finding.note),
        assumed: optional(&finding.assumed),
        beyond: optional(&finding.beyond),
        mechanism,
        ..finding.clone()
    }
}

fn test(test: &JudgedTest) -> JudgedTest {
    JudgedTest {
        measured: in_words(&test.measured),
        sides: in_words(&test.sides),
        unit: in_words(&test.unit),
        ..test.clone()
    }
}

fn configurations(found: &JudgedConfigurations) -> JudgedConfigurations {
    let all = |names: &[String]| names.iter().map(|name| in_words(name)).collect();
    let mut found = found.clone();
    for row in &mut found.rows {
        (row.present, row.absent) = (all(&row.present), all(&row.absent));
    }
    for condition in &mut found.conditions {
        condition.name = in_words(&condition.name);
    }
    for path in &mut found.paths {
        (path.present, path.absent) = (all(&path.present), all(&path.absent));
    }
    found
}
