use crate::evidence::{Evidence, Explained, Judged, Suite, Verdict, Wiring};
use crate::report::words::{ROBUST, anchor, counted, ends_words, percent, tested};
use std::fmt::Write as _;

/// Title, what the page is, and what came out in a few sentences and one picture.
pub(super) fn in_short(evidence: &Evidence, picture: &str) -> String {
    let mut text = String::from("# Does the model reproduce what was found?\n\n");
    text += "This page is written by the program; edit the findings under `scenarios/evidence/` instead. It takes what the\n\
             evaluators of the Vanguard programme reported, finding by finding, and says what the model does, by which\n\
             mechanism, and over how much of the plausible range of its parameters.\n\n";
    let command = command(evidence);
    let _ = writeln!(
        text,
        "To repeat it: `{command}`. Every arm meets the same {} futures (seed {}), so that differences are paired.",
        evidence.replicates, evidence.seed
    );
    text += "\n## In short\n\n";
    let all = tested(evidence);
    let with = |verdict| counted(&all, |judged| judged.verdict == verdict);
    let robust = counted(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.holds >= ROBUST));
    let held = if evidence.sets > 0 {
        format!(", and **{robust} hold in at least {} of {} sets of parameters**", percent(ROBUST), evidence.sets)
    } else {
        String::new()
    };
    let _ = writeln!(
        text,
        "- Of {} findings {} can be tested: **{} come out as reported** at the default parameters{held}. {} come out in part, \
         {} are unclear, {} practically nil, {} come out otherwise.",
        evidence.findings.len(),
        all.len(),
        with(Verdict::AsReported),
        with(Verdict::InPart),
        with(Verdict::Unclear),
        with(Verdict::Nil),
        with(Verdict::Not)
    );
    let explained = counted(&all, |judged| judged.explained == Explained::Yes);
    let of = |wiring| counted(&all, |judged| judged.explained == Explained::Yes && judged.wiring == wiring);
    let (wired, emerges) = (of(Wiring::Wired), of(Wiring::Emerges));
    let _ = writeln!(
        text,
        "- **{explained} are explained**: their main effect vanishes, or at most half of it is left, when the mechanism to \
         which the sources attribute it is taken out. In {wired} of these the effect is left when everything but that mechanism is frozen, so that an \
         equation says it almost directly; in {emerges} it is not, and comes about through several."
    );
    let ends = ends_words(evidence);
    if !ends.is_empty() {
        let _ = writeln!(text, "- {ends}");
    }
    if evidence.sets > 0 {
        let clear = counted(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.clearly >= ROBUST));
        let drawn = if evidence.of.is_empty() {
            format!("drawn over the plausible ranges of {} parameters", evidence.varied.len())
        } else {
            format!("the plausible models of {}, which vary {} parameters", evidence.of, evidence.varied.len())
        };
        let _ = writeln!(
            text,
            "- Sets of parameters are {drawn}{}: what holds only at the defaults is a \
             coincidence. To hold asks that every test of a finding has the reported sign, chance taken out; the main test alone is as \
             reported, and more than practically nil, in at least {} of sets for {clear} findings.",
            if evidence.of.is_empty() { still(evidence.not_varied().len()) } else { String::new() },
            percent(ROBUST)
        );
    }
    let names = |verdict| {
        let of: Vec<String> = evidence.findings.iter().filter(|j| j.verdict == verdict).map(link).collect();
        if of.is_empty() { "none".to_owned() } else { of.join(", ") }
    };
    let _ = writeln!(
        text,
        "- Come out otherwise: {}. Practically nil: {}. Unclear: {}.",
        names(Verdict::Not),
        names(Verdict::Nil),
        names(Verdict::Unclear)
    );
    let _ = writeln!(text, "- Put in, so that there is nothing to test: {}.", names(Verdict::Assumed));
    let _ = writeln!(text, "- Beyond the model: {}.", names(Verdict::Beyond));
    let _ = writeln!(text, "\n![All findings: effect in the reported direction, by theme]({picture})\n");
    text += HOW_TO_READ;
    text
}

fn link(judged: &Judged) -> String {
    format!("[{}](#{})", judged.finding.id, anchor(&judged.finding.id))
}

fn command(evidence: &Evidence) -> String {
    let mut command = "safsim evidence".to_owned();
    if evidence.replicates != u64::from(Suite::REPLICATES) {
        let _ = write!(command, " -n {}", evidence.replicates);
    }
    if evidence.seed != 1 {
        let _ = write!(command, " --seed {}", evidence.seed);
    }
    if evidence.sets > 0 {
        let which = match evidence.of.as_str() {
            "" => evidence.sets.to_string(),
            "the built-in ensemble" => "built-in".to_owned(),
            file => file.to_owned(),
        };
        let _ = write!(command, " --ensemble {which}");
        if evidence.replicates_per_set != u64::from(Suite::REPLICATES_PER_SET) {
            let _ = write!(command, " --per-set {}", evidence.replicates_per_set);
        }
        if evidence.most_per_set > 0 && evidence.most_per_set != u64::from(Suite::MOST_PER_SET) {
            let _ = write!(command, " --per-set-most {}", evidence.most_per_set);
        }
    }
    command
}

const HOW_TO_READ: &str = "\
**How to read it.** *As reported*: the 95 % interval of the mean paired difference lies on the side that was reported, for
every test of the finding; *in part*, for some, the main one not being reversed. *Unclear*: no interval is clear of zero. *Not*:
that of the main test lies on the other side, or none on the reported and one on the other. *Practically nil*: the main effect is
smaller than 0.2 standard deviations of single futures, however sure it is; a further test that is nil does not count as reported.
*Explained*: with the mechanism switched off in every arm, the main effect is gone or at most half of it is left, and the
loss itself is beyond chance; *partly*, if it clearly shrinks by less. *Wired in* and *emerges* are found by an ablation: every rate of the model
is set to 0 and every modifier to what leaves things alone, but for the parameters of the mechanism and those that an arm sets.
If the main effect is still there (beyond chance, and not practically nil) an equation states it almost directly, and finding
it proves little; if not, it takes several of them, which may be no more than one that acts and one that carries on. *Holds*: share of
sets of parameters in which every test is on the reported side once chance is taken out, so that few futures of a set do not make it fail.
Over sets a test *ends* as reported, practically nil or the other way if it is so in nine of ten of them, divided if it is none of these,
and each only when that is at least 95 % likely; arms whose tests are open are run on, and what is open in the end says nothing either way.
Intervals are about the model: they say nothing
about the world. With so many tests at 95 %, two or three of a hundred are clear by chance.
";

/// What the sets leave out: parameters that the model got afterwards stay at their defaults.
fn still(left: usize) -> String {
    match left {
        0 => String::new(),
        1 => ", with the one that was added since at its default".to_owned(),
        n => format!(", with the {n} that were added since at their defaults"),
    }
}
