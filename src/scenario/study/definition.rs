use super::blame::Culprit;
use super::patched::patched;
use super::read_branch::branched;
use super::{Axis, AxisValue, AxisValues, Regime, Sweep};
use crate::diagnostics::{Diagnostic, Diagnostics, Sources, Span};
use crate::scenario::OutcomeSection;
use crate::scenario::layers::Setting;
use crate::scenario::raw::Table;
use crate::scenario::write::{document, to_toml};
use crate::scenario::{Parameter, Parameters, RunSettings, Scenario, Warning};
use std::collections::BTreeMap;

/// A scenario with all that is asked of it: regimes to compare, a sweep, the outcomes to report.
#[derive(Clone, Debug)]
pub struct Study {
    /// The base: what `run` runs, and what a sweep varies.
    pub scenario: Scenario,
    /// The arms of a comparison, the baseline first; empty if the scenario has none.
    pub regimes: Vec<Regime>,
    /// The sweep, if there is one.
    pub sweep: Option<Sweep>,
    /// What is reported.
    pub outcome: OutcomeSection,
    /// The base with every default written out, which points are laid over.
    pub(in crate::scenario) document: Table,
    /// Keys of the axes.
    pub(in crate::scenario) axes: Vec<Setting>,
    /// The texts that they stand in.
    pub(in crate::scenario) sources: Sources,
    /// Warnings that are not given.
    pub(in crate::scenario) allow: Vec<Warning>,
    /// What is to be said of it, but for those.
    pub(in crate::scenario) warnings: Vec<Diagnostic>,
    /// What it has because its file does not say otherwise.
    pub(in crate::scenario) assumed: Vec<(&'static str, String)>,
    /// Where the initiatives of the base stand, by the names of site (the first, of several alike) and initiative.
    pub(in crate::scenario) places: BTreeMap<(String, String), Span>,
    /// Where its regimes stand.
    pub(in crate::scenario) regime_places: Vec<RegimePlace>,
}

/// Where parts of a regime stand.
#[derive(Clone, Copy, Debug)]
pub(in crate::scenario) struct RegimePlace {
    pub name: Span,
    pub budget_neutral: Span,
}

/// Places in files do not count.
impl PartialEq for Study {
    fn eq(&self, other: &Study) -> bool {
        self.scenario == other.scenario
            && self.regimes == other.regimes
            && self.sweep == other.sweep
            && self.outcome == other.outcome
            && self.allow == other.allow
    }
}

impl Study {
    /// What has no effect, or another one than it seems, in order; what the file allows is left out.
    #[must_use]
    pub fn warnings(&self) -> Diagnostics {
        Diagnostics::new(self.sources.clone(), self.warnings.clone())
    }

    /// Whether a file asks for this warning not to be given.
    #[must_use]
    pub fn allows(&self, warning: Warning) -> bool {
        self.allow.contains(&warning)
    }

    /// Where an initiative stands, by the names of its site and its own; nowhere if the file has none such.
    #[must_use]
    pub fn place_of(&self, site: &str, initiative: &str) -> Span {
        self.places.get(&(site.to_owned(), initiative.to_owned())).copied().unwrap_or(Span::NOWHERE)
    }

    /// The defaults that matter most, where the file does not say otherwise: dotted key and value.
    #[must_use]
    pub fn assumed(&self) -> &[(&'static str, String)] {
        &self.assumed
    }

    /// The base at one point of the sweep: `values` has one value for each axis, in their order.
    ///
    /// # Errors
    ///
    /// If there are more or fewer values than axes, or if they go together as little as they would in a file, such as a
    /// programme that ends before it begins.
    pub fn at(&self, values: &[AxisValue]) -> Result<Scenario, Diagnostics> {
        if values.len() != self.axes.len() {
            let message = format!("the sweep has {} axes, but the point has {} values", self.axes.len(), values.len());
            return Err(Diagnostics::new(Sources::default(), vec![Diagnostic::general(message)]));
        }
        let spans = self.axes.iter().map(|axis| axis.value.span);
        let settings: Vec<Setting> =
            self.axes.iter().zip(values).map(|(axis, value)| axis.with(value.node(axis.value.span))).collect();
        let mut mistakes = Vec::new();
        let (_, scenario) = patched(&self.document, Span::NOWHERE, &settings, &mut mistakes);
        if mistakes.is_empty() {
            match self.parted(scenario) {
                Ok(scenario) => return Ok(scenario),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        let shown: Vec<String> = self
            .sweep
            .iter()
            .flat_map(|sweep| &sweep.axes)
            .zip(values)
            .map(|(a, v)| format!("{} = {v}", a.key))
            .collect();
        let place = spans.clone().next().unwrap_or(Span::NOWHERE);
        let culprit = Culprit { settings: spans.collect(), place, title: format!("with {}", shown.join(", ")) };
        let list = mistakes.into_iter().map(|mistake| culprit.blamed(mistake)).collect();
        Err(Diagnostics::new(self.sources.clone(), list))
    }

    /// Parameters that a word of an axis sets, as the words of the rules do: their names. An axis that is a parameter is not among
    /// them. The other axes stand at their first value; cost: a scenario for each word.
    #[must_use]
    pub fn set_by_words(&self) -> Vec<&'static str> {
        let axes: &[Axis] = self.sweep.as_ref().map_or(&[], |sweep| &sweep.axes);
        let first: Vec<AxisValue> = axes.iter().map(|axis| axis.values.at_share(0.0)).collect();
        let words = axes.iter().enumerate().flat_map(|(place, axis)| {
            let values = match &axis.values {
                AxisValues::List(values) => values.as_slice(),
                AxisValues::Range { .. } => &[],
            };
            values.iter().filter(|value| value.number().is_none()).map(move |value| (place, value))
        });
        let at_words: Vec<Scenario> = words
            .filter_map(|(place, word)| {
                let mut point = first.clone();
                point[place] = word.clone();
                self.at(&point).ok()
            })
            .collect();
        let is_set = |row: &&Parameter| at_words.iter().any(|scenario| row.get(&scenario.parameters) != row.default);
        Parameters::TABLE.iter().filter(is_set).map(|row| row.name).collect()
    }

    /// The scenario at a point, which goes the way of the base until the sweep says that points part.
    fn parted(&self, scenario: Scenario) -> Result<Scenario, Diagnostic> {
        let past = self.scenario.past.as_deref();
        let (base, until) = match (self.sweep.as_ref().and_then(|sweep| sweep.branch_at), past) {
            (Some(month), _) => (&self.scenario, month),
            (None, Some(past)) => (&past.scenario, self.scenario.time.start.plus(past.until.cast_signed())),
            (None, None) => return Ok(scenario),
        };
        branched(scenario, base, until).map_err(Diagnostic::general)
    }

    /// The same axes over another scenario: that of a regime, say, under a budget that was found for it.
    #[must_use]
    pub fn over(&self, scenario: Scenario) -> Study {
        let mut sources = self.sources.clone();
        let document = document(to_toml(&scenario), &mut sources);
        Study { scenario, document, sources, regimes: Vec::new(), regime_places: Vec::new(), ..self.clone() }
    }

    /// Several scenarios as the arms of one comparison. The first one is the base and the first regime; name, seed and
    /// replicates of the base are those of all, and each regime has the name and description of its scenario.
    ///
    /// # Errors
    ///
    /// If there is none, if two have the same name, or if their months are not the same.
    pub fn of(arms: Vec<Scenario>) -> Result<Study, Diagnostics> {
        let refuse = |list| Diagnostics::new(Sources::default(), list);
        let Some(base) = arms.first().cloned() else {
            return Err(refuse(vec![Diagnostic::general("there is no scenario to compare")]));
        };
        let mut mistakes = Vec::new();
        for (i, arm) in arms.iter().enumerate() {
            if arms[..i].iter().any(|other| other.name == arm.name) {
                let message = format!("two of the scenarios are named \"{}\"", arm.name);
                mistakes.push(Diagnostic::general(message).hint("give each its own `name`: arms are told apart by it"));
            }
            if arm.time != base.time {
                let months = |one: &Scenario| format!("{} months from {} on", one.time.months, one.time.start);
                let message = format!("\"{}\" and \"{}\" do not have the same months", base.name, arm.name);
                let note = format!("\"{}\" has {}, \"{}\" {}", base.name, months(&base), arm.name, months(arm));
                let hint = "give them the same [time]: arms are compared month by month";
                mistakes.push(Diagnostic::general(message).note(note).hint(hint));
            }
        }
        if !mistakes.is_empty() {
            return Err(refuse(mistakes));
        }
        let (name, run): (String, RunSettings) = (base.name.clone(), base.run);
        let regimes = arms
            .into_iter()
            .map(|arm| Regime {
                name: arm.name.clone(),
                description: arm.description.clone(),
                budget_neutral: None,
                branch_at: None,
                scenario: Scenario { name: name.clone(), run, ..arm },
            })
            .collect();
        let mut sources = Sources::default();
        Ok(Study {
            document: document(to_toml(&base), &mut sources),
            scenario: base,
            regimes,
            sweep: None,
            outcome: OutcomeSection::default(),
            axes: Vec::new(),
            sources,
            allow: Vec::new(),
            warnings: Vec::new(),
            assumed: Vec::new(),
            places: BTreeMap::new(),
            regime_places: Vec::new(),
        })
    }
}
