use crate::evidence::{Evidence, Judged, Wiring};
use crate::report::words::anchor;
use std::fmt::Write as _;

/// What the ablation found, and where it contradicts what was thought before it was made.
pub(super) fn ablation(evidence: &Evidence) -> String {
    let of = |wiring: Wiring| -> Vec<&Judged> {
        evidence.findings.iter().filter(|judged| judged.wiring == wiring && !judged.tests.is_empty()).collect()
    };
    let (wired, emerges) = (of(Wiring::Wired), of(Wiring::Emerges));
    if wired.is_empty() && emerges.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "## Wired in, or emerging\n\nWith everything frozen but the parameters of its mechanism, the main effect of {} findings is left, \
         and that of {} is not. It was not tried where the main effect does not come out, or is a sameness, or no parameter \
         stands for the mechanism.\n",
        wired.len(),
        emerges.len()
    );
    let thought = |judged: &&Judged| judged.finding.former.as_ref().and_then(|former| former.wired);
    let against = |all: &[&Judged], was: bool| -> Vec<String> {
        let one = |judged: &&Judged| format!("[{}](#{})", judged.finding.id, anchor(&judged.finding.id));
        all.iter().filter(|judged| thought(judged) == Some(was)).map(one).collect()
    };
    for (says, ids) in [
        ("Thought to emerge, and wired in", against(&wired, false)),
        ("Thought to be wired in, and emerging", against(&emerges, true)),
    ] {
        if !ids.is_empty() {
            let _ = write!(text, "\n{says}: {}.\n", ids.join(", "));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::ablation;
    use crate::evidence::{Evidence, Explained, Former, Judged, JudgedTest, TestEffect, Verdict, Wiring};

    fn judged(id: &str, wiring: Wiring, thought: bool) -> Judged {
        let mut finding: crate::evidence::Finding = toml::from_str(&format!(
            "id = \"{id}\"\ntitle = \"t\"\nkind = \"P\"\nbreadth = \"ALL\"\nreported = \"r.\"\nsource = \"1\"\nbeyond = \"b\"\n"
        ))
        .unwrap();
        finding.former = Some(Former { wired: Some(thought), ..Former::default() });
        let effect = TestEffect::of([1.0, 2.0].into_iter(), crate::evidence::Expect::More, 0.0);
        let test = JudgedTest {
            measured: String::new(),
            sides: String::new(),
            unit: String::new(),
            expect: crate::evidence::Expect::More,
            margin: 0.0,
            verdict: Verdict::AsReported,
            effect,
            spread: None,
            first: 0.0,
            without: None,
            lost: None,
            frozen: Some(effect),
            over_sets: None,
        };
        Judged {
            finding,
            verdict: Verdict::AsReported,
            explained: Explained::Yes,
            wiring,
            tests: vec![test],
            configurations: None,
            robustness: None,
        }
    }

    #[test]
    fn what_was_thought_otherwise_is_named() {
        let mut evidence = Evidence {
            version: String::new(),
            seed: 1,
            replicates: 2,
            sets: 0,
            replicates_per_set: 2,
            most_per_set: 0,
            of: String::new(),
            varied: vec![],
            findings: vec![
                judged("A-1", Wiring::Wired, false),
                judged("A-2", Wiring::Emerges, true),
                judged("A-3", Wiring::Wired, true),
            ],
        };
        let text = ablation(&evidence);
        assert!(text.contains("of 2 findings is left") && text.contains("that of 1 is not"), "{text}");
        assert!(text.contains("Thought to emerge, and wired in: [A-1](#a-1).\n"), "{text}");
        assert!(text.contains("Thought to be wired in, and emerging: [A-2](#a-2).\n"), "{text}");
        evidence.findings.iter_mut().for_each(|judged| judged.wiring = Wiring::NotTried);
        assert_eq!(ablation(&evidence), "");
    }
}
