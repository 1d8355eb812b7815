use super::frozen::frozen;
use super::places::TextPlace;
use super::suite::{Planned, PlannedTest, Term};
use super::{Catalogue, Finding, Measure, Quantity, Suite, SuiteCell};
use crate::scenario::{ArmSetting, Parameters, Scenario, load_arms};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// An arm to be resolved: a base, and settings laid over it.
type Arm = (String, Table);

impl Suite {
    /// What has to be run for `findings` of a catalogue.
    ///
    /// # Errors
    ///
    /// The first thing in the catalogue that cannot be run, and why.
    pub fn new(catalogue: &Catalogue, findings: &[Finding]) -> Result<Suite, String> {
        let mut builder = Builder { scenarios: resolved(catalogue, findings)?, cells: Vec::new() };
        let planned =
            findings.iter().map(|finding| builder.planned(finding).map_err(|why| catalogue.mistake(&finding.id, &why)));
        let findings = planned.collect::<Result<_, _>>()?;
        Ok(Suite { findings, cells: builder.cells })
    }
}

/// Settings, and where each of them stands.
#[derive(Clone, Debug, Default)]
struct Placed {
    settings: Table,
    places: BTreeMap<String, TextPlace>,
}

impl Placed {
    /// Those of the table at `path` of a finding.
    fn at(catalogue: &Catalogue, finding: &Finding, path: &str, table: &Table) -> Placed {
        let mut placed = Placed::default();
        for (name, value) in table {
            let key = bare(name);
            // A key that is written out as tables within tables stands where the first of them does.
            let place = catalogue.places.of(&finding.id, &format!("{path}/{name}"));
            placed.places.extend(place.map(|place| (key.clone(), place.clone())));
            placed.settings.insert(key, value.clone());
        }
        placed
    }

    /// With others laid over it; what both set is as in `others`.
    fn under(mut self, others: &Placed) -> Placed {
        self.settings = laid_over(&self.settings, &others.settings);
        self.places.extend(others.places.clone());
        self
    }

    fn as_written(&self) -> Vec<ArmSetting> {
        let nowhere = TextPlace { file: 0, key: 0..0, value: 0..0 };
        let one = |(key, value): (&String, &Value)| {
            let place = self.places.get(key).unwrap_or(&nowhere).clone();
            ArmSetting { key: key.clone(), value: value.clone(), file: place.file, places: (place.key, place.value) }
        };
        self.settings.iter().map(one).collect()
    }
}

/// Every arm that the findings need, with and without mechanism.
fn arms_of(catalogue: &Catalogue, finding: &Finding) -> Result<Vec<Placed>, String> {
    let placed = |path: &str, table: &Table| Placed::at(catalogue, finding, path, table);
    let mut arms: Vec<Placed> = finding.arms.iter().map(|(name, arm)| placed(&format!("arms/{name}"), arm)).collect();
    if let Some(off) = switch(finding) {
        let off = placed("mechanism/without", off);
        let still = still(finding).map(|settings| Placed { settings, ..Placed::default() });
        let frozen = still.map(|still| arms.iter().map(|arm| still.clone().under(arm)).collect::<Vec<_>>());
        arms.extend(arms.clone().into_iter().map(|arm| arm.under(&off)));
        arms.extend(frozen.unwrap_or_default());
    }
    if let Some(configurations) = &finding.configurations {
        let condition = |c: usize, present: bool| {
            let condition = &configurations.conditions[c];
            let (word, table) = if present { ("present", &condition.present) } else { ("absent", &condition.absent) };
            placed(&format!("configurations/condition/{c}/{word}"), table)
        };
        for combination in 0..combinations(finding)?.len() {
            let conditions = 0..configurations.conditions.len();
            let all = conditions.map(|c| condition(c, combination >> c & 1 == 1));
            arms.push(all.fold(Placed::default(), |arm, condition| arm.under(&condition)));
        }
    }
    Ok(arms)
}

/// Settings that take a finding's mechanism out, if it can be taken out.
fn switch(finding: &Finding) -> Option<&Table> {
    finding.mechanism.as_ref().map(|mechanism| &mechanism.without).filter(|off| !off.is_empty())
}

/// Settings that hold still everything but a finding's mechanism: nothing if no parameter stands for it.
fn still(finding: &Finding) -> Option<Table> {
    let off = switch(finding)?;
    let names: Vec<&str> = off.keys().filter_map(|key| Parameters::find(key)).map(|row| row.name).collect();
    (!names.is_empty()).then(|| frozen(&names))
}

/// All combinations of a finding's conditions; bit c of the place says whether condition c is present.
fn combinations(finding: &Finding) -> Result<Vec<Table>, String> {
    let Some(configurations) = &finding.configurations else { return Ok(Vec::new()) };
    let conditions = &configurations.conditions;
    if !(1..=6).contains(&conditions.len()) {
        return Err(format!("{} conditions, of one to six", conditions.len()));
    }
    let one = |combination: usize| {
        conditions.iter().enumerate().fold(Table::new(), |settings, (c, condition)| {
            let present = combination >> c & 1 == 1;
            laid_over(&settings, if present { &condition.present } else { &condition.absent })
        })
    };
    Ok((0..1 << conditions.len()).map(one).collect())
}

/// `arm` with `settings` laid over it; what both set is as in `settings`.
fn laid_over(arm: &Table, settings: &Table) -> Table {
    spelt_alike(arm.iter().chain(settings))
}

/// Settings with the bare names of parameters, so that one key has one spelling.
fn spelt_alike<'a>(settings: impl IntoIterator<Item = (&'a String, &'a Value)>) -> Table {
    settings.into_iter().map(|(name, value)| (bare(name), value.clone())).collect()
}

fn bare(name: &str) -> String {
    name.strip_prefix("parameters.").unwrap_or(name).to_owned()
}

/// The scenarios of all arms of all findings, each base read once.
fn resolved(catalogue: &Catalogue, findings: &[Finding]) -> Result<Vec<(Arm, Scenario)>, String> {
    let mut by_base: BTreeMap<&str, Vec<Placed>> = BTreeMap::new();
    for finding in findings {
        if catalogue.base(&finding.base).is_none() {
            return Err(catalogue.mistake(&finding.id, &format!("there is no base scenario {}", finding.base)));
        }
        // The base as it is comes first.
        let arms = by_base.entry(&finding.base).or_insert_with(|| vec![Placed::default()]);
        for arm in arms_of(catalogue, finding).map_err(|why| catalogue.mistake(&finding.id, &why))? {
            if !arms.iter().any(|other| other.settings == arm.settings) {
                arms.push(arm);
            }
        }
    }
    let mut scenarios = Vec::new();
    let files = catalogue.files();
    for (base, arms) in by_base {
        let source = catalogue.base(base).ok_or_else(|| format!("there is no base scenario {base}"))?;
        let written: Vec<Vec<ArmSetting>> = arms.iter().map(Placed::as_written).collect();
        let made = load_arms(&source, &files, &written).map_err(|mistakes| mistakes.to_string())?;
        scenarios.extend(arms.into_iter().map(|arm| (base.to_owned(), arm.settings)).zip(made));
    }
    Ok(scenarios)
}

/// What a cell is run for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunFor {
    /// Its arm as it is.
    Whole,
    /// Its arm without the mechanism.
    Without,
    /// Its arm with everything but the mechanism frozen.
    Frozen,
}

struct Builder {
    scenarios: Vec<(Arm, Scenario)>,
    cells: Vec<SuiteCell>,
}

impl Builder {
    fn planned(&mut self, finding: &Finding) -> Result<Planned, String> {
        check(finding)?;
        let still = still(finding);
        let mut tests = Vec::new();
        for test in &finding.tests {
            let mut with = Vec::new();
            let mut without = Vec::new();
            let mut alone = Vec::new();
            for (name, weight) in test.weights()? {
                let arm = spelt_alike(finding.arms.get(name).ok_or_else(|| format!("there is no arm {name}"))?);
                let measures = [(Some(&test.of), weight), (test.than.as_ref(), -weight)];
                for (measure, weight) in measures.into_iter().filter_map(|(m, w)| m.map(|m| (m, w))) {
                    with.push(self.term(finding, &arm, measure, weight, RunFor::Whole)?);
                    if let Some(off) = switch(finding) {
                        let arm = laid_over(&arm, off);
                        without.push(self.term(finding, &arm, measure, weight, RunFor::Without)?);
                    }
                    if let Some(still) = &still {
                        let arm = laid_over(still, &arm);
                        alone.push(self.term(finding, &arm, measure, weight, RunFor::Frozen)?);
                    }
                }
            }
            tests.push(PlannedTest { with, without, frozen: alone, against: test.against.unwrap_or(0.0) });
        }
        let mut combined = Vec::new();
        if let Some(configurations) = &finding.configurations {
            for arm in combinations(finding)? {
                combined.push(self.term(finding, &arm, &configurations.of, 1.0, RunFor::Whole)?);
            }
        }
        Ok(Planned { finding: finding.clone(), tests, combinations: combined })
    }

    fn term(
        &mut self,
        finding: &Finding,
        arm: &Table,
        measure: &Measure,
        weight: f64,
        run_for: RunFor,
    ) -> Result<Term, String> {
        let wanted = (finding.base.clone(), arm.clone());
        let found = |wanted: &Arm| self.scenarios.iter().find(|(arm, _)| arm == wanted).map(|(_, made)| made);
        let scenario = found(&wanted).ok_or("an arm was not resolved")?;
        // Words of an arm set parameters as well: whatever is other than in the base is the arm's.
        let base = found(&(finding.base.clone(), Table::new())).ok_or("a base was not resolved")?;
        let others: Vec<&str> = scenario.parameters.other_than(&base.parameters).map(|row| row.name).collect();
        let is_given = |name: &&str| wanted.1.contains_key(*name) || others.contains(name);
        let given: Vec<&'static str> = Parameters::TABLE.iter().map(|row| row.name).filter(is_given).collect();
        let quantity = Quantity::new(measure, scenario)?;
        let known = self.cells.iter().position(|cell| cell.scenario == *scenario && cell.given == given);
        let cell = known.unwrap_or_else(|| {
            self.cells.push(SuiteCell {
                scenario: scenario.clone(),
                given,
                quantities: Vec::new(),
                is_whole: false,
                is_frozen: true,
            });
            self.cells.len() - 1
        });
        let place = &mut self.cells[cell];
        place.is_whole |= run_for == RunFor::Whole;
        place.is_frozen &= run_for == RunFor::Frozen;
        let known = place.quantities.iter().position(|other| *other == quantity);
        let quantity = known.unwrap_or_else(|| {
            place.quantities.push(quantity);
            place.quantities.len() - 1
        });
        Ok(Term { cell, quantity, weight })
    }
}

/// Whether a finding has what it needs, and no more.
fn check(finding: &Finding) -> Result<(), String> {
    let told = [&finding.assumed, &finding.beyond].into_iter().flatten().count();
    let tried = usize::from(!finding.tests.is_empty()) + usize::from(finding.configurations.is_some());
    if told + tried != 1 {
        return Err("it has exactly one of tests, `configurations`, `assumed` and `beyond`".to_owned());
    }
    if told == 1 && (!finding.arms.is_empty() || finding.mechanism.is_some()) {
        return Err("without tests it has no arms and no mechanism".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Catalogue, Suite, parameter_sets};
    use crate::scenario::Parameters;

    /// A word stands for half, or one and a half times, the default of these two parameters; a set has the highest of all.
    #[test]
    fn what_a_word_of_an_arm_sets_stays_in_every_set_of_parameters() {
        let catalogue = Catalogue::built_in().unwrap();
        let physicians: Vec<_> = catalogue.findings.iter().filter(|finding| finding.id == "RU-4").cloned().collect();
        let suite = Suite::new(&catalogue, &physicians).unwrap();
        let set = &parameter_sets(&[vec![1.0; Parameters::MECHANISMS.len()]])[0];
        let usual = Parameters::default();
        let laid_over: Vec<[f64; 3]> = suite
            .cells
            .iter()
            .filter(|cell| cell.is_whole)
            .map(|cell| cell.at(set).parameters)
            .map(|p| [p.earned_clinical / usual.earned_clinical, p.persuade_peer / usual.persuade_peer, p.growth])
            .collect();
        assert!(set.values.contains(&0.7) && usual.growth < 0.7);
        assert_eq!(laid_over.len(), 2);
        for times in [0.5, 1.5] {
            let expected = [times, times, 0.7];
            let near = |found: &[f64; 3]| found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12);
            assert!(laid_over.iter().any(near), "{laid_over:?}");
        }
    }
}
