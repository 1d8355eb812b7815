use super::evidence_counts::verdict_sign;
use crate::evidence::{End, Evidence, Explained, Judged, JudgedTest, TestEffect, Verdict, Wiring};

/// A number with its precision, as many decimals as the precision is worth: "+0.12 ±0.02".
pub(in crate::report) fn effect(effect: &TestEffect) -> String {
    if effect.n == 0 {
        return "no value".to_owned();
    }
    match effect.half_width {
        Some(half_width) => {
            let decimals = decimals_of(half_width, effect.mean);
            let precision = match half_width {
                h if h > 0.0 && h < LEAST => format!("<{LEAST}"),
                h => format!("{h:.decimals$}"),
            };
            format!("{} ±{precision}", signed(effect.mean, decimals))
        }
        None => signed(effect.mean, 2),
    }
}

/// Precision beyond this is not told: nothing in the world is so precise.
const LEAST: f64 = 0.001;

/// Decimals that show two digits of the precision, or of the number where it is exact; at most three.
fn decimals_of(half_width: f64, mean: f64) -> usize {
    let size = if half_width > 0.0 { half_width } else { mean.abs() };
    if size > 0.0 { (1.0 - libm::floor(libm::log10(size))).clamp(0.0, 3.0) as usize } else { 2 }
}

/// With a sign that is a real minus, and never "-0.00".
fn signed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.'));
    match value {
        _ if is_zero => text,
        v if v < 0.0 => format!("−{text}"),
        _ => format!("+{text}"),
    }
}

/// "97 %"; "<1 %" and ">99 %" where it is neither none nor all.
pub(in crate::report) fn percent(share: f64) -> String {
    match share {
        s if s > 0.0 && s < 0.005 => "<1 %".to_owned(),
        s if (0.995..1.0).contains(&s) => ">99 %".to_owned(),
        s => format!("{:.0} %", 100.0 * s),
    }
}

/// How the main tests of findings end over sets of parameters, in a sentence; nothing without an ensemble.
pub(in crate::report) fn ends_words(evidence: &Evidence) -> String {
    let main = |judged: &Judged| judged.tests.first().and_then(|test| test.over_sets);
    let ends: Vec<End> = evidence.findings.iter().filter_map(main).map(|over| over.end).collect();
    let of = |end: End| ends.iter().filter(|other| **other == end).count();
    if ends.is_empty() {
        return String::new();
    }
    let open = match of(End::Open) {
        0 => String::new(),
        number => format!("; of {number} it stays open: so few futures do not tell, which says nothing against them"),
    };
    format!(
        "Over {} sets of parameters, chance taken out, the main effect of {} findings is as reported in nine of ten sets, of {} practically \
         nil, of {} the other way; of {} sets differ{open}.",
        evidence.sets,
        of(End::For),
        of(End::Nil),
        of(End::Against),
        of(End::Divided)
    )
}

/// "2", or "2 to 16": replicates of each arm in each set.
pub(in crate::report) fn per_set(evidence: &Evidence) -> String {
    match (evidence.replicates_per_set, evidence.most_per_set) {
        (first, most) if most > first => format!("{first} to {most}"),
        (first, _) => first.to_string(),
    }
}

/// The verdict of a finding, as a cell of a table.
pub(in crate::report) fn verdict(judged: &Judged) -> String {
    match judged.verdict {
        Verdict::AsReported => format!("{}**as reported**", verdict_sign(judged.verdict)),
        other => verdict_sign(other).to_owned() + other.words(),
    }
}

/// Whether the main effect goes with its mechanism, as a cell of a table.
pub(in crate::report) fn mechanism(judged: &Judged) -> String {
    match (judged.explained, judged.wiring) {
        (Explained::NotAsked, Wiring::NotTried) => String::new(),
        (Explained::NotAsked, wiring) => wiring.words().to_owned(),
        (explained, Wiring::NotTried) => explained.words().to_owned(),
        (explained, wiring) => format!("{}, {}", explained.words(), wiring.words()),
    }
}

/// The main test's effect with its unit, as a cell of a table.
pub(in crate::report) fn main_effect(judged: &Judged) -> String {
    match judged.tests.first() {
        Some(test) => with_unit(test, &test.effect),
        None => String::new(),
    }
}

/// An effect with its unit.
pub(in crate::report) fn with_unit(test: &JudgedTest, of: &TestEffect) -> String {
    // Enthusiasm has no unit but its range.
    // As a word of a Markdown page it begins with a backslash.
    match test.unit.replace("\\-1 to 1", "-1 to 1").replace("-1 to 1", "on −1 to 1").as_str() {
        "" => effect(of),
        unit => format!("{} {unit}", effect(of)),
    }
}

/// Text that may stand in a cell of a table.
pub(in crate::report) fn cell(text: &str) -> String {
    text.replace('|', "&#124;").replace('\n', " ")
}

/// The anchor of a finding's entry.
pub(in crate::report) fn anchor(id: &str) -> String {
    id.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{effect, percent, with_unit};
    use crate::evidence::{Expect, JudgedTest, TestEffect, Verdict};

    fn of(mean: f64, half_width: Option<f64>) -> String {
        effect(&TestEffect { n: 10, mean, half_width, sd: None, share_expected: 1.0 })
    }

    #[test]
    fn a_unit_is_told_in_words_wherever_it_stands() {
        let told = |unit: &str| {
            let effect = TestEffect { n: 10, mean: 0.25, half_width: Some(0.0), sd: None, share_expected: 1.0 };
            let test = JudgedTest {
                measured: String::new(),
                sides: String::new(),
                unit: unit.to_owned(),
                expect: Expect::More,
                margin: 0.0,
                verdict: Verdict::AsReported,
                effect,
                spread: None,
                first: 0.0,
                without: None,
                lost: None,
                frozen: None,
                over_sets: None,
            };
            with_unit(&test, &effect)
        };
        let on_a_page = crate::report::words::in_words("-1 to 1");
        assert_eq!([told("-1 to 1"), told(&on_a_page)], ["+0.25 ±0.00 on −1 to 1"; 2]);
        assert_eq!(told("share"), "+0.25 ±0.00 share");
    }

    #[test]
    fn effects_have_the_digits_that_say_something() {
        assert_eq!(of(0.123_456, Some(0.0234)), "+0.123 ±0.023");
        assert_eq!(of(-12.3, Some(1.7)), "−12.3 ±1.7");
        assert_eq!(of(-0.000_01, Some(0.5)), "0.00 ±0.50");
        assert_eq!(of(0.25, Some(0.0)), "+0.25 ±0.00");
        assert_eq!(of(0.25, None), "+0.25");
        assert_eq!(of(0.038_851, Some(0.000_31)), "+0.039 ±<0.001");
    }

    #[test]
    fn shares_that_are_not_whole_do_not_look_so() {
        assert_eq!([percent(1.0), percent(0.998), percent(0.002), percent(0.0)], ["100 %", ">99 %", "<1 %", "0 %"]);
    }
}
