use super::robustness::judge_tests;
use super::suite::{Planned, Term, test_values};
use super::{End, Judged, SetValues, Suite};

/// What more futures of sets of parameters may tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Tests, and findings about combinations of conditions, that are open.
    pub tests: usize,
    /// The cells that they need, by their places in [`Suite::cells`].
    pub cells: Vec<usize>,
}

/// What is still open of `suite`, whose findings at the default parameters are `judged`, after these values of sets.
#[must_use]
pub fn undecided(suite: &Suite, judged: &[Judged], values: &[Option<SetValues>]) -> Undecided {
    let mut needed = vec![false; suite.cells.len()];
    let mut tests = 0;
    for (planned, judged) in suite.findings.iter().zip(judged) {
        for terms in open_terms(planned, judged.clone(), values) {
            tests += 1;
            terms.iter().for_each(|term| needed[term.cell] = true);
        }
    }
    let cells = (0..needed.len()).filter(|&cell| needed[cell]).collect();
    Undecided { tests, cells }
}

/// Those of each test that is open.
fn open_terms<'a>(planned: &'a Planned, mut judged: Judged, values: &[Option<SetValues>]) -> Vec<&'a [Term]> {
    judge_tests(planned, values, &mut judged);
    let mut open: Vec<&'a [Term]> = vec![];
    for (plan, test) in planned.tests.iter().zip(&judged.tests) {
        let is_open = match test.over_sets {
            Some(over) => over.end == End::Open,
            // What has no value so far will hardly get one.
            None => values
                .iter()
                .flatten()
                .any(|set| test_values(&plan.with, plan.against, set).any(|value| !value.is_nan())),
        };
        if is_open {
            open.push(&plan.with);
        }
    }
    // Each set is judged by itself: chance cannot be taken out of a truth table, only made small.
    if !planned.combinations.is_empty() {
        open.push(&planned.combinations);
    }
    open
}

#[cfg(test)]
mod tests {
    use super::undecided;
    use crate::evidence::made_up::luck;
    use crate::evidence::suite::{Planned, PlannedTest, Term};
    use crate::evidence::{
        CellValues, End, Finding, Judged, SetValues, Suite, SuiteCell, judge, judge_over_sets, parameter_sets,
    };
    use crate::scenario::{Parameters, default_scenario};

    /// Findings of one test each, which compares two cells of its own.
    fn suite(number: usize) -> Suite {
        let finding = |place: usize| -> Planned {
            let finding: Finding = toml::from_str(&format!(
                "id = \"T-{place}\"\ntitle = \"t\"\nkind = \"P\"\nbreadth = \"ALL\"\nreported = \"r\"\nsource = \"1\"\n[[test]]\n\
                 compare = [\"a\", \"b\"]\nexpect = \"more\"\nof = {{ metric = \"agency\" }}\n"
            ))
            .unwrap();
            let term = |cell: usize, weight: f64| Term { cell, quantity: 0, weight };
            let with = vec![term(2 * place, 1.0), term(2 * place + 1, -1.0)];
            let plan = PlannedTest { with, without: vec![], frozen: vec![], against: 0.0 };
            Planned { finding, tests: vec![plan], combinations: vec![] }
        };
        let cell = || SuiteCell {
            scenario: default_scenario(),
            given: vec![],
            quantities: vec![],
            is_whole: true,
            is_frozen: false,
        };
        Suite { findings: (0..number).map(finding).collect(), cells: (0..2 * number).map(|_| cell()).collect() }
    }

    /// A future of a cell in a set: luck alone in every second cell, and what its finding does in the others.
    fn future(effect: f64, cell: usize, set: usize, future: usize) -> f64 {
        luck(set, cell, future) + if cell.is_multiple_of(2) { effect } else { 0.0 }
    }

    /// One that is there in all sets and small beside luck, one that sets differ in, one that is large everywhere.
    fn effect(finding: usize, set: usize) -> f64 {
        match (finding, set % 2) {
            (0, _) => 0.7,
            (1, 0) | (2, _) => 6.0,
            _ => -6.0,
        }
    }

    const SETS: usize = 60;

    /// Round by round as a study does: futures that each cell has in the end, and what was found.
    fn tried(most: usize) -> (Vec<usize>, Vec<Judged>) {
        let suite = suite(3);
        let futures = |cell: usize, set: usize, number: usize| -> CellValues {
            (0..number).map(|one| vec![future(effect(cell / 2, set), cell, set, one)]).collect()
        };
        let at_defaults: Vec<CellValues> = (0..6).map(|cell| futures(cell, 0, 80)).collect();
        let mut judged = judge(&suite, &at_defaults);
        let (mut has, mut now) = (vec![2; 6], 2);
        loop {
            let set =
                |set: usize| -> Option<SetValues> { Some((0..6).map(|cell| futures(cell, set, has[cell])).collect()) };
            let values: Vec<Option<SetValues>> = (0..SETS).map(set).collect();
            let open = undecided(&suite, &judged, &values);
            if open.tests == 0 || now == most {
                let points = vec![vec![0.5; Parameters::TABLE.len()]; SETS];
                judge_over_sets(&suite, &parameter_sets(&points), &values, &mut judged);
                return (has, judged);
            }
            now = (2 * now).min(most);
            open.cells.iter().for_each(|&cell| has[cell] = now);
        }
    }

    #[test]
    fn only_what_is_open_is_run_on() {
        let ends =
            |judged: &[Judged]| -> Vec<End> { judged.iter().map(|one| one.tests[0].over_sets.unwrap().end).collect() };
        let (has, judged) = tried(64);
        assert_eq!(ends(&judged), [End::For, End::Divided, End::For]);
        assert!(has[0] > 2 && has[0] == has[1] && has[2..] == [2; 4], "{has:?}");
        // Too few futures are no failure: by luck alone it would not hold in a third of the sets.
        let (has, judged) = tried(2);
        assert_eq!((ends(&judged)[0], has), (End::Open, vec![2; 6]));
        let robust = judged[0].robustness.as_ref().unwrap();
        assert!(robust.holds > 0.8 && robust.interval[0] < 0.9 && robust.against < 0.1, "{robust:?}");
    }

    #[test]
    fn a_finding_holds_where_all_of_its_tests_do() {
        let (_, judged) = tried(64);
        let holds: Vec<f64> = judged.iter().map(|one| one.robustness.as_ref().unwrap().holds).collect();
        assert!(holds[0] > 0.97 && (holds[1] - 0.5).abs() < 0.01 && holds[2] > 0.99, "{holds:?}");
        let divided = judged[1].robustness.as_ref().unwrap();
        assert!((divided.clearly - 0.5).abs() < 0.01 && (divided.against - 0.5).abs() < 0.01, "{divided:?}");
        assert!(divided.interval[0] > 0.35 && divided.interval[1] < 0.65, "{divided:?}");
    }
}
