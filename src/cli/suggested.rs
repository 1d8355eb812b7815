use crate::evidence::Catalogue;
use crate::scenario::{built_ins, examples_beyond};
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};
use std::ffi::OsStr;

/// Values that shells offer, while any other text is taken as well: whether it names something is seen later, where the
/// message can say more.
#[derive(Clone, Copy)]
pub(super) struct Suggested(fn() -> Vec<String>);

/// Names of built-in scenarios.
pub(super) const BUILT_INS: Suggested =
    Suggested(|| built_ins().iter().chain(examples_beyond()).map(|one| one.name.to_owned()).collect());

/// Groups of findings (`SH`), and the minimum set of patterns.
pub(super) const FINDINGS: Suggested = Suggested(|| {
    let findings = Catalogue::built_in().map(|catalogue| catalogue.findings).unwrap_or_default();
    let mut groups = vec!["minimum".to_owned()];
    for group in findings.iter().filter_map(|finding| finding.id.split('-').next()) {
        if !groups.iter().any(|known| known == group) {
            groups.push(group.to_owned());
        }
    }
    groups
});

impl Suggested {
    /// All of them.
    pub(super) fn values(self) -> Vec<String> {
        (self.0)()
    }
}

impl TypedValueParser for Suggested {
    type Value = String;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.values().into_iter().map(PossibleValue::new)))
    }
}

#[cfg(test)]
mod tests {
    use super::{BUILT_INS, FINDINGS};
    use crate::study::{catalogue, chosen_findings};

    #[test]
    fn what_is_offered_is_there() {
        let (built_ins, groups) = (BUILT_INS.values(), FINDINGS.values());
        assert!(built_ins.contains(&"six-sites".to_owned()) && groups.len() > 5, "{groups:?}");
        let catalogue = catalogue(None).unwrap();
        for group in groups {
            assert!(!chosen_findings(&catalogue, &[group]).unwrap().is_empty());
        }
    }
}
