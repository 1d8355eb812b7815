use super::{Target, TargetKind};
use crate::evidence::{
    Breadth, Catalogue, ClaimKind, Expect, Finding, Measure, ParameterSet, Suite, Test, read_entries,
};
use crate::evidence::{CellValues, SuiteCell};
use crate::scenario::Parameters;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Table;

/// Where the value of a target comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasuredBy {
    /// Runs of a scenario or of several arms of it: the place of its test in the suite.
    Runs(usize),
    /// A parameter: its place in the table.
    Parameter(usize),
    /// The model cannot express it, or records do not tell it; why.
    Nowhere(String),
}

/// What a plausible model has to meet, and what has to be run to see whether it does.
#[derive(Clone, Debug)]
pub struct Targets {
    /// What they are called.
    pub name: String,
    /// The targets, in the order of the file.
    pub targets: Vec<Target>,
    /// Where the value of each comes from.
    pub sources: Vec<MeasuredBy>,
    /// What each measures, in words, and its unit.
    pub measured: Vec<(String, String)>,
    /// The text that they were read from, scenarios beside it included.
    pub text: String,
    suite: Suite,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for readers of the file")]
    description: String,
    #[serde(rename = "target")]
    targets: Vec<Entry>,
}

/// A target as the file has it (docs/targets-files.md).
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    title: String,
    kind: TargetKind,
    provenance: String,
    #[serde(default = "pair")]
    base: String,
    #[serde(default)]
    arms: BTreeMap<String, Table>,
    compare: Option<[String; 2]>,
    interaction: Option<[String; 4]>,
    within: Option<String>,
    of: Option<Measure>,
    than: Option<Measure>,
    against: Option<f64>,
    parameter: Option<String>,
    unmeasured: Option<String>,
    target: Option<f64>,
    range: Option<[f64; 2]>,
    sign: Option<Expect>,
    tolerance: Option<f64>,
    #[serde(default)]
    discrepancy: f64,
    #[serde(default)]
    held_out: bool,
    note: Option<String>,
}

fn pair() -> String {
    "pair".to_owned()
}

const NAME: &str = "built-in targets.toml";
const TEXT: &str = include_str!("../../scenarios/targets.toml");
/// The scenario on which targets are measured unless they name another one.
const PAIR: (&str, &str) = ("pair", include_str!("../../scenarios/targets/pair.toml"));

impl Targets {
    /// Those that are part of the program.
    ///
    /// # Errors
    /// The first mistake in them; they are tested.
    pub fn built_in() -> Result<Targets, String> {
        Targets::of(NAME, TEXT, Vec::new())
    }

    /// Of a text; `title` is what a reader knows it by, `bases` are names and texts of scenarios beside it.
    ///
    /// # Errors
    /// The first mistake, with file and line.
    pub fn of(title: &str, text: &str, bases: Vec<(String, String)>) -> Result<Targets, String> {
        let file: File = read_entries(title, text)?;
        let tried: Vec<&Entry> = file.targets.iter().filter(|entry| entry.of.is_some()).collect();
        let findings: Vec<Finding> = tried.iter().map(|entry| entry.as_finding()).collect();
        let beside = bases.iter().map(|(name, text)| format!("# ---- {name}\n{text}\n")).collect::<String>();
        let whole = format!("{text}\n{beside}");
        let own = (PAIR.0.to_owned(), PAIR.1.to_owned());
        let bases = bases.into_iter().chain([own]).collect();
        let catalogue = Catalogue::of_entries((title, text), "target", findings.clone(), bases);
        for (place, entry) in file.targets.iter().enumerate() {
            let told = |why: String| catalogue.mistake(&entry.id, &why);
            if file.targets[..place].iter().any(|other| other.id == entry.id) {
                return Err(told("an earlier one has that id".to_owned()));
            }
            entry.check().map_err(told)?;
        }
        if !file.targets.iter().any(|entry| !entry.held_out && entry.unmeasured.is_none()) {
            return Err(format!(
                "{title}: every target is held out or not measured: sets are chosen by those that are not"
            ));
        }
        let suite = Suite::new(&catalogue, &findings)?;
        let mut runs = 0..;
        let sources = file.targets.iter().map(|entry| entry.source(&mut runs)).collect();
        let words = |entry: &Entry| match (&entry.parameter, &entry.of) {
            (Some(name), _) => {
                let row = Parameters::find(name);
                let text = row.map_or("", |row| row.meaning).trim_end_matches('.');
                (format!("The parameter {name}: {text}"), row.map_or("", |row| row.unit).to_owned())
            }
            (None, Some(_)) => entry.test().map_or_else(Default::default, |test| test.in_words()),
            (None, None) => Default::default(),
        };
        Ok(Targets {
            name: file.name,
            measured: file.targets.iter().map(words).collect(),
            targets: file.targets.iter().map(Entry::as_target).collect(),
            sources,
            text: whole,
            suite,
        })
    }

    /// Scenarios beside the file that targets of a text are measured on: names that end in `.toml`.
    #[must_use]
    pub fn files_beside(text: &str) -> Vec<String> {
        let Ok(table) = text.parse::<Table>() else { return Vec::new() };
        let entries = table.get("target").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        let bases = entries.iter().filter_map(|entry| entry.get("base")?.as_str());
        let mut names: Vec<String> = bases.filter(|base| base.ends_with(".toml")).map(str::to_owned).collect();
        names.sort();
        names.dedup();
        names
    }

    /// What has to be run for a set of parameters.
    #[must_use]
    pub fn cells(&self) -> &[SuiteCell] {
        &self.suite.cells
    }

    /// The values of all targets in a set, replicate by replicate, from those of all cells; one value of a parameter, none of
    /// what is not measured.
    #[must_use]
    pub fn values(&self, set: &ParameterSet, cells: &[CellValues]) -> Vec<Vec<f64>> {
        let of = |source: &MeasuredBy| match source {
            MeasuredBy::Runs(place) => self.suite.values_of(*place, 0, cells),
            MeasuredBy::Parameter(place) => vec![set.values[*place]],
            MeasuredBy::Nowhere(_) => Vec::new(),
        };
        self.sources.iter().map(of).collect()
    }
}

impl Entry {
    fn check(&self) -> Result<(), String> {
        let measured = [self.of.is_some(), self.parameter.is_some(), self.unmeasured.is_some()];
        if measured.iter().filter(|&&given| given).count() != 1 {
            return Err("it has exactly one of `of`, `parameter` and `unmeasured`".to_owned());
        }
        let wanted = [self.target.is_some(), self.range.is_some(), self.sign.is_some()];
        if wanted.iter().filter(|&&given| given).count() != 1 {
            return Err("it has exactly one of `target`, `range` and `sign`".to_owned());
        }
        if self.sign == Some(Expect::Same) {
            return Err("`sign` is \"more\" or \"less\"; for what is to be the same take `range`".to_owned());
        }
        if let Some([low, high]) = self.range
            && (low.is_nan() || high.is_nan() || low > high || low == f64::NEG_INFINITY && high == f64::INFINITY)
        {
            return Err(format!("`range` goes from {low} to {high}"));
        }
        let unknown = self.tolerance.unwrap_or(0.0);
        for (name, value) in [("tolerance", unknown), ("discrepancy", self.discrepancy)] {
            if !(value.is_finite() && value >= 0.0) {
                return Err(format!("`{name}` is {value}, not 0 or more"));
            }
        }
        if self.unmeasured.is_none() && unknown + self.discrepancy <= 0.0 {
            return Err(
                "it needs a `tolerance` or a `discrepancy` above 0: nothing is known without any doubt".to_owned()
            );
        }
        if self.of.is_none() && (!self.arms.is_empty() || self.than.is_some() || self.against.is_some()) {
            return Err("`arms`, `than` and `against` go with `of` only".to_owned());
        }
        match &self.parameter {
            Some(name) if Parameters::find(name).is_none() => Err(format!("there is no parameter {name}")),
            _ => Ok(()),
        }
    }

    fn source(&self, runs: &mut impl Iterator<Item = usize>) -> MeasuredBy {
        let parameter =
            self.parameter.as_ref().and_then(|name| Parameters::TABLE.iter().position(|row| row.name == *name));
        match (parameter, &self.unmeasured) {
            (Some(place), _) => MeasuredBy::Parameter(place),
            (None, Some(why)) => MeasuredBy::Nowhere(why.clone()),
            (None, None) => MeasuredBy::Runs(runs.next().unwrap_or(0)),
        }
    }

    fn as_target(&self) -> Target {
        let finite = |value: f64| value.is_finite().then_some(value);
        let (least, most) = match (self.target, self.range, self.sign) {
            (Some(value), ..) => (Some(value), Some(value)),
            (_, Some([low, high]), _) => (finite(low), finite(high)),
            (_, _, Some(Expect::Less)) => (None, Some(0.0)),
            _ => (Some(0.0), None),
        };
        Target {
            id: self.id.clone(),
            title: self.title.clone(),
            kind: self.kind,
            least,
            most,
            tolerance: self.tolerance.unwrap_or(0.0),
            discrepancy: self.discrepancy,
            provenance: self.provenance.clone(),
            held_out: self.held_out,
            note: self.note.clone(),
        }
    }

    /// What is run for it and measured; with no arms given, the base as it is.
    fn test(&self) -> Option<Test> {
        let is_alone = self.compare.is_none() && self.interaction.is_none() && self.within.is_none();
        Some(Test {
            compare: self.compare.clone(),
            interaction: self.interaction.clone(),
            within: if is_alone { Some("base".to_owned()) } else { self.within.clone() },
            expect: Expect::More,
            margin: None,
            of: self.of.clone()?,
            than: self.than.clone(),
            against: self.against,
        })
    }

    fn as_finding(&self) -> Finding {
        let mut arms = self.arms.clone();
        arms.entry("base".to_owned()).or_default();
        Finding {
            id: self.id.clone(),
            title: self.title.clone(),
            kind: ClaimKind::P,
            breadth: Breadth::Auth,
            reported: String::new(),
            source: self.provenance.clone(),
            theme: String::new(),
            minimum: None,
            base: self.base.clone(),
            note: None,
            assumed: None,
            beyond: None,
            former: None,
            arms,
            tests: self.test().into_iter().collect(),
            mechanism: None,
            configurations: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MeasuredBy, Targets};
    use crate::evidence::ParameterSet;

    #[test]
    fn the_built_in_targets_can_be_tried() {
        let targets = Targets::built_in().unwrap();
        let held: usize = targets.targets.iter().filter(|target| target.held_out).count();
        let measured = targets.sources.iter().filter(|source| !matches!(source, MeasuredBy::Nowhere(_))).count();
        assert!(held * 5 > measured * 2 && held * 5 < measured * 3, "{held} of {measured} are held out: about half");
        assert!(targets.targets.iter().all(|target| !target.provenance.is_empty()));
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let of = |rest: &str| {
            let text = format!(
                "name = \"mine\"\n[[target]]\nid = \"A\"\ntitle = \"t\"\nkind = \"level\"\nprovenance = \"p\"\n{rest}"
            );
            Targets::of("mine.toml", &text, vec![]).map(|targets| targets.cells().len())
        };
        let right = "target = 0.5\ntolerance = 0.1\nof = { metric = \"agency\" }\n";
        assert_eq!(of(right), Ok(1));
        for (rest, told) in [
            ("target = 0.5\n", "mine.toml:3:6"),
            ("target = 0.5\n", "exactly one of `of`, `parameter` and `unmeasured`"),
            (
                &right.replace("target = 0.5", "target = 0.5\nsign = \"more\""),
                "exactly one of `target`, `range` and `sign`",
            ),
            (&right.replace("tolerance = 0.1\n", ""), "nothing is known without any doubt"),
            (&right.replace("0.1", "-0.1"), "`tolerance` is -0.1"),
            (&right.replace("target = 0.5", "range = [0.6, 0.5]"), "`range` goes from 0.6 to 0.5"),
            (&right.replace("agency", "agincy"), "no monthly metric agincy"),
            (&right.replace("of = {", "off = {"), "mine.toml:9:1"),
            (&format!("{right}arms = {{ base = {{ \"programme.funding.awrd\" = 0.3 }} }}"), "mine.toml:10:38"),
            (&format!("{right}held_out = true"), "every target is held out"),
            (&format!("{right}base = \"nowhere\""), "there is no base scenario nowhere"),
            ("target = 0.5\ntolerance = 0.1\nparameter = \"contagon\"", "there is no parameter contagon"),
        ] {
            let mistake = of(rest).unwrap_err();
            assert!(mistake.contains(told), "{rest}: {mistake}");
        }
    }

    #[test]
    fn a_parameter_is_its_own_value() {
        let text = "name = \"m\"\n[[target]]\nid = \"A\"\ntitle = \"t\"\nkind = \"level\"\nprovenance = \"p\"\nrange = [1, 3]\n\
                    tolerance = 0.5\nparameter = \"loss_weight\"\n[[target]]\nid = \"B\"\ntitle = \"t\"\nkind = \"level\"\n\
                    provenance = \"p\"\nrange = [1, inf]\nunmeasured = \"nobody looks\"\n";
        let targets = Targets::of("m", text, vec![]).unwrap();
        assert!(targets.cells().is_empty());
        assert_eq!(targets.values(&ParameterSet::defaults(), &[]), [vec![2.0], vec![]]);
        assert_eq!((targets.targets[1].least, targets.targets[1].most), (Some(1.0), None));
    }
}
