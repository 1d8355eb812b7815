use crate::evidence::{Evidence, Expect, Judged, JudgedTest, Verdict, Wiring};
use crate::report::words::{cell, effect, in_code, percent, with_unit};
use std::fmt::Write as _;

/// Every finding with its tests.
pub(super) fn in_detail(evidence: &Evidence) -> String {
    let mut text = String::from("## Finding by finding\n");
    for judged in &evidence.findings {
        text += &one(judged);
    }
    text
}

fn one(judged: &Judged) -> String {
    let finding = &judged.finding;
    let verdict = match judged.verdict {
        Verdict::AsReported => "As reported",
        Verdict::InPart => "In part",
        Verdict::Unclear => "Unclear",
        Verdict::Not => "Not so in the model",
        Verdict::Nil => "Practically nil",
        Verdict::Assumed => "Put in",
        Verdict::Beyond => "Beyond the model",
    };
    let mut text = format!("\n### {}\n\n**{}.** {verdict}", finding.id, finding.title);
    if let Some(robust) = &judged.robustness {
        let _ = write!(text, "; holds in {} of {} sets", percent(robust.holds), robust.sets);
    }
    let _ = writeln!(text, ".\n\nReported: {} [{}; {}]", finding.reported, finding.source, finding.breadth.words());
    for why in [&finding.assumed, &finding.beyond].into_iter().flatten() {
        let _ = writeln!(text, "\nNot tested: {why}");
    }
    if !judged.tests.is_empty() {
        let _ = writeln!(text, "\nTried on `{}`:\n", in_code(&finding.base));
    }
    for test in &judged.tests {
        let _ = writeln!(text, "- {}", tried(test));
    }
    if let Some(mechanism) = &finding.mechanism {
        let off: Vec<String> = mechanism
            .without
            .iter()
            .map(|(key, value)| format!("`{}`", in_code(&format!("{key} = {value}"))))
            .collect();
        let wired = match judged.wiring {
            Wiring::Wired => " Wired in: the main effect is left when everything else is frozen.",
            Wiring::Emerges => " It emerges: the main effect is not left when everything else is frozen.",
            Wiring::NotTried => "",
        };
        let off = match off.as_slice() {
            [] => "It cannot be taken out by a setting.".to_owned(),
            off => format!("Taken out by {}.", off.join(", ")),
        };
        let _ = writeln!(text, "\nMechanism: {} {off}{wired}", mechanism.says);
    }
    if let Some(note) = &finding.note {
        let _ = writeln!(text, "\nNote: {note}");
    }
    text
}

/// "Mean staffing, during the programme: settled against annual +0.12 ±0.01 share (more was expected: as reported, in
/// 99 % of futures); without the mechanism +0.01 ±0.01."
fn tried(test: &JudgedTest) -> String {
    let expected = match test.expect {
        Expect::More => "more was expected".to_owned(),
        Expect::Less => "less was expected".to_owned(),
        Expect::Same => format!("the same within {} was expected", test.margin),
    };
    let mut text = format!(
        "{}: {}: {} ({expected}: {}, in {} of futures",
        cell(&test.measured),
        test.sides,
        with_unit(test, &test.effect),
        test.verdict.words(),
        percent(test.effect.share_expected),
    );
    text += &match (&test.without, test.effect.n) {
        (Some(without), _) => format!("); without the mechanism {}", effect(without)),
        (None, _) => ")".to_owned(),
    };
    if let Some(frozen) = &test.frozen {
        let _ = write!(text, "; with everything else frozen {}", effect(frozen));
    }
    text.push('.');
    text
}
