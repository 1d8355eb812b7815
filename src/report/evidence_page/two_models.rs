use crate::evidence::{Evidence, Former, Judged, Verdict};
use crate::report::words::{anchor, cell, main_effect, percent, verdict_sign};
use std::fmt::Write as _;

/// What an earlier model made of the findings beside what this one does: losses first, then gains, then what is the same.
pub(super) fn two_models(evidence: &Evidence) -> String {
    let compared: Vec<TwoVerdicts<'_>> = evidence.findings.iter().filter_map(TwoVerdicts::of).collect();
    let Some(model) = compared.iter().find_map(|one| one.former.model) else { return String::new() };
    let added = evidence.findings.len() - compared.len();
    let (anew, asked): (Vec<TwoVerdicts<'_>>, Vec<TwoVerdicts<'_>>) =
        compared.iter().partition(|one| one.former.posed_anew);
    let of = |change| asked.iter().filter(|one| one.change() == change).copied().collect::<Vec<TwoVerdicts<'_>>>();
    let (lost, gained, same) = (of(Since::Lost), of(Since::Gained), of(Since::Same));
    let before = |verdict| compared.iter().filter(|one| one.before == verdict).count();
    let now = |verdict| compared.iter().filter(|one| one.judged.verdict == verdict).count();
    let mut text = format!(
        "## Model {model} and this one\n\nThe first model was built against {} of these findings; {} of them are asked otherwise now, and \
         {added} were added since. Of the {} that both were tried on, model {model} had {} as reported, {} in part, {} practically nil, \
         {} otherwise; this one has {}, {}, {} and {}. Asked in the same way: **{} lost, {} gained, {} the same.**\n",
        compared.len(),
        anew.len(),
        compared.len(),
        before(Verdict::AsReported),
        before(Verdict::InPart),
        before(Verdict::Nil),
        before(Verdict::Not),
        now(Verdict::AsReported),
        now(Verdict::InPart),
        now(Verdict::Nil),
        now(Verdict::Not),
        lost.len(),
        gained.len(),
        same.len()
    );
    for (title, rows) in [("Lost", &lost), ("Gained", &gained), ("Asked otherwise now", &anew), ("The same", &same)] {
        if rows.is_empty() {
            continue;
        }
        let _ = write!(
            text,
            "\n### {title}\n\n| Finding | Model {model} | Now | In words |\n| --- | --- | --- | --- |\n{}",
            rows.iter().map(|one| one.row()).collect::<String>()
        );
    }
    text
}

/// A finding that an earlier model was tried on.
#[derive(Clone, Copy)]
struct TwoVerdicts<'a> {
    judged: &'a Judged,
    former: &'a Former,
    before: Verdict,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    Lost,
    Gained,
    Same,
}

impl<'a> TwoVerdicts<'a> {
    fn of(judged: &'a Judged) -> Option<TwoVerdicts<'a>> {
        let former = judged.finding.former.as_ref()?;
        Some(TwoVerdicts { judged, former, before: former.verdict? })
    }

    fn change(self) -> Since {
        match rank(self.judged.verdict).cmp(&rank(self.before)) {
            core::cmp::Ordering::Less => Since::Lost,
            core::cmp::Ordering::Greater => Since::Gained,
            core::cmp::Ordering::Equal => Since::Same,
        }
    }

    fn row(self) -> String {
        let finding = &self.judged.finding;
        let now = self.judged.robustness.as_ref().map(|robust| robust.holds);
        format!(
            "| [{}](#{}) {} | {} | {} | {} |\n",
            finding.id,
            anchor(&finding.id),
            cell(&finding.title),
            with_share(self.before, self.former.holds),
            with_share(self.judged.verdict, now),
            cell(&self.sentence(now))
        )
    }

    /// What changed, in a sentence; for what does not come out, what its note says first.
    fn sentence(self, now: Option<f64>) -> String {
        let main = match (main_effect(self.judged), self.judged.tests.len()) {
            (effect, _) if effect.is_empty() => String::new(),
            (effect, 1) => format!("Its test is {effect} now."),
            (effect, tests) => {
                let met = self.judged.tests.iter().filter(|test| test.verdict == Verdict::AsReported).count();
                format!("Its main test is {effect} now; {met} of {tests} tests come out.")
            }
        };
        let share = match (self.former.holds, now) {
            (Some(before), Some(now)) if (now - before).abs() >= 0.1 => {
                format!(" It holds in {} sets of parameters.", if now > before { "more" } else { "fewer" })
            }
            _ => String::new(),
        };
        let why = match &self.judged.finding.note {
            Some(note) if self.judged.verdict != Verdict::AsReported => format!(" {}", first_sentence(note)),
            _ => String::new(),
        };
        format!("{main}{share}{why}").trim().to_owned()
    }
}

/// How well a verdict speaks for the model.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::AsReported => 5,
        Verdict::InPart => 4,
        Verdict::Unclear => 3,
        Verdict::Nil => 2,
        Verdict::Not => 1,
        Verdict::Assumed | Verdict::Beyond => 0,
    }
}

fn with_share(verdict: Verdict, holds: Option<f64>) -> String {
    let words = format!("{}{}", verdict_sign(verdict), verdict.words());
    holds.map_or(words.clone(), |share| format!("{words}, {}", percent(share)))
}

fn first_sentence(note: &str) -> String {
    let end = note.find(". ").or_else(|| note.find(".\n")).map_or(note.len(), |at| at + 1);
    note[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Since, TwoVerdicts, first_sentence, two_models};
    use crate::evidence::{Evidence, Explained, Former, Judged, Verdict, Wiring};

    fn judged(id: &str, before: Option<Verdict>, now: Verdict, posed_anew: bool) -> Judged {
        let mut finding: crate::evidence::Finding = toml::from_str(&format!(
            "id = \"{id}\"\ntitle = \"t\"\nkind = \"P\"\nbreadth = \"ALL\"\nreported = \"r.\"\nsource = \"1\"\nbeyond = \"b\"\n"
        ))
        .unwrap();
        finding.former =
            before.map(|verdict| Former { model: Some(4), verdict: Some(verdict), posed_anew, ..Former::default() });
        Judged {
            finding,
            verdict: now,
            explained: Explained::NotAsked,
            wiring: Wiring::NotTried,
            tests: vec![],
            configurations: None,
            robustness: None,
        }
    }

    #[test]
    fn losses_are_told_as_plainly_as_gains() {
        let findings = vec![
            judged("A-1", Some(Verdict::AsReported), Verdict::Nil, false),
            judged("A-2", Some(Verdict::Not), Verdict::InPart, false),
            judged("A-3", Some(Verdict::InPart), Verdict::InPart, false),
            judged("A-4", Some(Verdict::Not), Verdict::AsReported, true),
            judged("A-5", None, Verdict::AsReported, false),
        ];
        let change = |at: usize| TwoVerdicts::of(&findings[at]).map(TwoVerdicts::change);
        assert!(change(0) == Some(Since::Lost) && change(1) == Some(Since::Gained) && change(2) == Some(Since::Same));
        assert!(TwoVerdicts::of(&findings[4]).is_none());
        let evidence = Evidence {
            version: String::new(),
            seed: 1,
            replicates: 2,
            sets: 0,
            replicates_per_set: 2,
            most_per_set: 0,
            of: String::new(),
            varied: vec![],
            findings,
        };
        let text = two_models(&evidence);
        assert!(text.contains("**1 lost, 1 gained, 1 the same.**"), "{text}");
        let at = |head: &str| text.find(head).unwrap();
        assert!(at("### Lost") < at("A-1") && at("A-1") < at("### Gained") && at("### Gained") < at("A-2"));
        assert!(at("### Asked otherwise now") < at("A-4"));
        let none = Evidence { findings: vec![evidence.findings[4].clone()], ..evidence };
        assert_eq!(two_models(&none), "");
    }

    #[test]
    fn a_note_gives_its_first_sentence() {
        assert_eq!(first_sentence("Few are made.\nNone lasts."), "Few are made.");
        assert_eq!(first_sentence("Openings are few, at 0.1 a month. So."), "Openings are few, at 0.1 a month.");
        assert_eq!(first_sentence("no end"), "no end");
    }
}
