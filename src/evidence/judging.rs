use super::configurations::judge_configurations;
use super::effect::Standing;
use super::suite::{CellValues, Planned, PlannedTest, test_values};
use super::words::{measured_words, unit_of};
use super::{Expect, Explained, Finding, Judged, JudgedTest, Suite, Test, TestDesign, TestEffect, Verdict, Wiring};
use crate::stats::Moments;

/// What came of every finding of `suite` at the default parameters; `values` has the values of each of its cells.
#[must_use]
pub fn judge(suite: &Suite, values: &[CellValues]) -> Vec<Judged> {
    suite.findings.iter().map(|planned| judged(planned, values)).collect()
}

fn judged(planned: &Planned, values: &[CellValues]) -> Judged {
    let finding = planned.finding.clone();
    let tests: Vec<JudgedTest> =
        finding.tests.iter().zip(&planned.tests).map(|(test, plan)| judged_test(test, plan, values)).collect();
    let configurations =
        finding.configurations.as_ref().map(|asked| judge_configurations(asked, &planned.combinations, values));
    let verdict = match &configurations {
        Some(configurations) => configurations.verdict(),
        None => verdict_of(&finding, &tests),
    };
    let (explained, wiring) = (explained(&tests), wiring(&tests));
    Judged { finding, verdict, explained, wiring, tests, configurations, robustness: None }
}

/// A finding's verdict from those of its tests.
fn verdict_of(finding: &Finding, tests: &[JudgedTest]) -> Verdict {
    if finding.assumed.is_some() {
        return Verdict::Assumed;
    }
    if finding.beyond.is_some() {
        return Verdict::Beyond;
    }
    let number = |verdict: Verdict| tests.iter().filter(|test| test.verdict == verdict).count();
    match (tests.first().map(|main| main.verdict), number(Verdict::AsReported)) {
        // What the finding says first decides, whatever else comes out.
        (Some(Verdict::Not), _) => Verdict::Not,
        (Some(Verdict::Nil), _) => Verdict::Nil,
        (_, n) if n == tests.len() => Verdict::AsReported,
        (_, n) if n > 0 => Verdict::InPart,
        _ if number(Verdict::Not) > 0 => Verdict::Not,
        _ => Verdict::Unclear,
    }
}

/// The verdicts that follow from the numbers of a finding that was tried before.
pub(super) fn judged_anew(mut judged: Judged) -> Judged {
    for test in &mut judged.tests {
        test.verdict = test.effect.verdict(test.expect, test.margin, test.spread);
    }
    if judged.configurations.is_none() {
        judged.verdict = verdict_of(&judged.finding, &judged.tests);
    }
    judged.explained = explained(&judged.tests);
    judged.wiring = wiring(&judged.tests);
    judged
}

fn judged_test(test: &Test, plan: &PlannedTest, values: &[CellValues]) -> JudgedTest {
    let margin = test.margin.unwrap_or(0.0);
    let with: Vec<f64> = test_values(&plan.with, plan.against, values).collect();
    let effect = TestEffect::of(with.iter().copied(), test.expect, margin);
    let first = TestEffect::of(with.iter().copied().take(Suite::FIRST), test.expect, margin).mean;
    let (without, lost) = if plan.without.is_empty() {
        (None, None)
    } else {
        let without: Vec<f64> = test_values(&plan.without, plan.against, values).collect();
        let lost = with.iter().zip(&without).map(|(with, without)| with - without);
        let lost = TestEffect::of(lost, test.expect, margin);
        (Some(TestEffect::of(without.iter().copied(), test.expect, margin)), Some(lost))
    };
    let frozen = (!plan.frozen.is_empty())
        .then(|| TestEffect::of(test_values(&plan.frozen, plan.against, values), test.expect, margin));
    let spread = spread(test, plan, values, &with);
    JudgedTest {
        measured: measured_words(test),
        sides: test.sides(),
        unit: unit_of(&test.of),
        expect: test.expect,
        margin,
        verdict: effect.verdict(test.expect, margin, spread),
        spread,
        effect,
        first,
        without,
        lost,
        frozen,
        over_sets: None,
    }
}

/// How far single futures spread in what the control arm is measured by; in one arm, in the value itself.
fn spread(test: &Test, plan: &PlannedTest, values: &[CellValues], with: &[f64]) -> Option<f64> {
    let mut moments = Moments::new();
    match (test.design(), plan.with.last()) {
        (Ok(TestDesign::Compare(_) | TestDesign::Interaction(_)), Some(term)) => {
            values[term.cell].iter().for_each(|run| moments.add(run[term.quantity]));
        }
        _ => with.iter().for_each(|value| moments.add(*value)),
    }
    moments.variance().map(f64::sqrt)
}

/// Whether the main effect goes with the mechanism: only an effect as reported can be explained, and only by more than
/// chance.
fn explained(tests: &[JudgedTest]) -> Explained {
    let Some(JudgedTest {
        verdict: Verdict::AsReported, expect, effect, without: Some(without), lost: Some(lost), ..
    }) = tests.first()
    else {
        return Explained::NotAsked;
    };
    if *expect == Expect::Same {
        return Explained::NotAsked;
    }
    if lost.stands(*expect, 0.0) != Standing::AsExpected {
        return Explained::No;
    }
    let sign = expect.sign();
    if sign * without.mean <= 0.5 * sign * effect.mean { Explained::Yes } else { Explained::Partly }
}

/// Whether the main effect is left when everything but the mechanism is frozen, judged as any effect is: beyond chance, and not
/// practically nil beside the luck of a future in which nothing is frozen. Then an equation says it almost directly. Only an
/// effect as reported can be asked for that.
fn wiring(tests: &[JudgedTest]) -> Wiring {
    match tests.first() {
        Some(JudgedTest { verdict: Verdict::AsReported, expect, margin, spread, frozen: Some(frozen), .. })
            if *expect != Expect::Same =>
        {
            let is_left = frozen.verdict(*expect, *margin, *spread) == Verdict::AsReported;
            if is_left { Wiring::Wired } else { Wiring::Emerges }
        }
        _ => Wiring::NotTried,
    }
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::evidence::suite::{Planned, PlannedTest, Term};
    use crate::evidence::{Explained, Finding, Suite, Verdict, Wiring};

    /// A finding with one or two tests, each of two arms in cells 0 and 1; without the mechanism in cells 2 and 3.
    fn suite(expect: &[&str]) -> Suite {
        let tests: String = expect
            .iter()
            .map(|e| format!("[[test]]\ncompare = [\"a\", \"b\"]\nexpect = \"{e}\"\nof = {{ metric = \"agency\" }}\n"))
            .collect();
        let finding: Finding = toml::from_str(&format!(
            "id = \"T-1\"\ntitle = \"t\"\nkind = \"P\"\nbreadth = \"ALL\"\nreported = \"r\"\nsource = \"1\"\n{tests}"
        ))
        .unwrap();
        let terms = |first: usize| {
            vec![Term { cell: first, quantity: 0, weight: 1.0 }, Term { cell: first + 1, quantity: 0, weight: -1.0 }]
        };
        let plan = PlannedTest { with: terms(0), without: terms(2), frozen: vec![], against: 0.0 };
        let tests = vec![plan; expect.len()];
        Suite { findings: vec![Planned { finding, tests, combinations: vec![] }], cells: vec![] }
    }

    fn cell(values: &[f64]) -> Vec<Vec<f64>> {
        values.iter().map(|&v| vec![v]).collect()
    }

    #[test]
    fn effects_that_go_with_their_mechanism_are_explained() {
        let base = cell(&[1.0, 1.1, 0.9, 1.0, 1.05]);
        let up = cell(&[3.0, 3.2, 2.8, 3.1, 3.0]);
        let some = cell(&[2.5, 2.6, 2.4, 2.5, 2.6]);
        let of = |without: &Vec<Vec<f64>>, expect: &[&str]| {
            let values = vec![up.clone(), base.clone(), without.clone(), base.clone()];
            let judged = judge(&suite(expect), &values).remove(0);
            (judged.verdict, judged.explained)
        };
        assert_eq!(of(&base, &["more"]), (Verdict::AsReported, Explained::Yes));
        assert_eq!(of(&some, &["more"]), (Verdict::AsReported, Explained::Partly));
        assert_eq!(of(&up, &["more"]), (Verdict::AsReported, Explained::No));
        assert_eq!(of(&base, &["less"]), (Verdict::Not, Explained::NotAsked));
        assert_eq!(of(&base, &["more", "less"]), (Verdict::InPart, Explained::Yes));
        // The main test is reversed: not in part, whatever the others say.
        assert_eq!(of(&base, &["less", "more"]), (Verdict::Not, Explained::NotAsked));
    }

    #[test]
    fn an_effect_that_nobody_would_notice_is_practically_nil() {
        // Above by 0.1 in every future, in which the control lies 1 apart.
        let base = cell(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let up = cell(&[1.1, 2.1, 3.1, 4.1, 5.1, 6.101]);
        let values = vec![up, base.clone(), base.clone(), base];
        for expect in ["more", "less"] {
            let judged = judge(&suite(&[expect, expect]), &values).remove(0);
            assert_eq!((judged.verdict, judged.explained), (Verdict::Nil, Explained::NotAsked));
            // The same from the numbers alone.
            let anew = super::judged_anew(crate::evidence::Judged { verdict: Verdict::InPart, ..judged.clone() });
            assert_eq!(anew, judged);
        }
    }

    #[test]
    fn an_effect_that_is_left_when_all_else_is_frozen_is_wired_in() {
        let base = cell(&[1.0, 1.1, 0.9, 1.0, 1.05]);
        let up = cell(&[3.0, 3.2, 2.8, 3.1, 3.0]);
        let little = cell(&[1.1, 1.21, 1.0, 1.1, 1.15]);
        let next_to_nothing = cell(&[1.001, 1.1011, 0.901, 1.001, 1.051]);
        let of = |frozen: &Vec<Vec<f64>>, expect: &str| {
            let mut suite = suite(&[expect]);
            let test = &mut suite.findings[0].tests[0];
            test.frozen = test.without.clone();
            let values = vec![up.clone(), base.clone(), frozen.clone(), base.clone()];
            judge(&suite, &values).remove(0).wiring
        };
        assert_eq!(of(&little, "more"), Wiring::Wired, "a twentieth of it");
        assert_eq!(of(&next_to_nothing, "more"), Wiring::Emerges, "sure, and practically nil");
        assert_eq!(of(&base, "more"), Wiring::Emerges);
        assert_eq!(of(&cell(&[0.9, 1.0, 0.8, 0.9, 0.95]), "more"), Wiring::Emerges);
        assert_eq!(of(&up, "less"), Wiring::NotTried, "there is no effect as reported");
        let values = vec![up.clone(), base.clone(), base.clone(), base.clone()];
        assert_eq!(judge(&suite(&["more"]), &values)[0].wiring, Wiring::NotTried, "no parameter stands for it");
    }

    #[test]
    fn one_future_says_nothing() {
        let one = cell(&[1.0]);
        let judged = judge(&suite(&["more"]), &[one.clone(), cell(&[0.0]), one.clone(), one]).remove(0);
        assert_eq!((judged.verdict, judged.explained), (Verdict::Unclear, Explained::NotAsked));
        assert_eq!((judged.tests[0].effect.n, judged.tests[0].effect.half_width), (1, None));
    }
}
