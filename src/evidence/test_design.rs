use super::Measure;
use serde::{Deserialize, Serialize};

/// What the sources lead one to expect of a test's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expect {
    /// Above 0.
    More,
    /// Below 0.
    Less,
    /// Nearer to 0 than the margin.
    Same,
}

impl Expect {
    /// +1 or -1, the direction that counts as expected; +1 for [`Expect::Same`].
    #[must_use]
    pub const fn sign(self) -> f64 {
        match self {
            Expect::More | Expect::Same => 1.0,
            Expect::Less => -1.0,
        }
    }

    /// Whether a value is as expected.
    #[must_use]
    pub fn is_met(self, value: f64, margin: f64) -> bool {
        match self {
            Expect::More => value > 0.0,
            Expect::Less => value < 0.0,
            Expect::Same => value.abs() <= margin,
        }
    }
}

/// One test of a finding as it stands in the catalogue; exactly one of `compare`, `interaction` and `within` is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Two arms: the first minus the second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<[String; 2]>,
    /// Four arms, both, only the first, only the second, neither: what both do beyond the sum of each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interaction: Option<[String; 4]>,
    /// One arm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// What was expected.
    pub expect: Expect,
    /// How near to 0 counts as the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// What is measured.
    pub of: Measure,
    /// In one arm: what is taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub than: Option<Measure>,
    /// In one arm: a number that is taken from it, such as the least that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<f64>,
}

/// Which arms a test holds against which.
#[derive(Clone, Debug, PartialEq)]
pub enum TestDesign<'a> {
    /// The first minus the second.
    Compare([&'a str; 2]),
    /// Both, only the first, only the second, neither.
    Interaction([&'a str; 4]),
    /// One arm alone.
    Within(&'a str),
}

impl Test {
    /// Which arms it holds against which.
    ///
    /// # Errors
    ///
    /// If not exactly one design is given, or what stands beside it does not belong to it.
    pub fn design(&self) -> Result<TestDesign<'_>, String> {
        let design = match (&self.compare, &self.interaction, &self.within) {
            (Some([a, b]), None, None) => TestDesign::Compare([a, b]),
            (None, Some([a, b, c, d]), None) => TestDesign::Interaction([a, b, c, d]),
            (None, None, Some(arm)) => TestDesign::Within(arm),
            _ => return Err("a test has exactly one of `compare`, `interaction` and `within`".to_owned()),
        };
        if (self.than.is_some() || self.against.is_some()) && !matches!(design, TestDesign::Within(_)) {
            return Err("`than` and `against` go with `within` only".to_owned());
        }
        if self.than.is_some() && self.against.is_some() {
            return Err("a test has `than` or `against`, not both".to_owned());
        }
        if (self.expect == Expect::Same) != self.margin.is_some() {
            return Err("`margin` goes with `expect = \"same\"`, and only with it".to_owned());
        }
        Ok(design)
    }

    /// Its arms, each with the weight of its measure in the test's value.
    ///
    /// # Errors
    ///
    /// As for [`Test::design`].
    pub(super) fn weights(&self) -> Result<Vec<(&str, f64)>, String> {
        Ok(match self.design()? {
            TestDesign::Compare([a, b]) => vec![(a, 1.0), (b, -1.0)],
            TestDesign::Interaction([both, first, second, neither]) => {
                vec![(both, 1.0), (first, -1.0), (second, -1.0), (neither, 1.0)]
            }
            TestDesign::Within(arm) => vec![(arm, 1.0)],
        })
    }

    /// The two things that it holds against each other, in words; for one arm and nothing beside it, the arm.
    #[must_use]
    pub fn sides(&self) -> String {
        match self.design() {
            Ok(TestDesign::Compare([a, b])) => format!("{a} against {b}"),
            Ok(TestDesign::Interaction([both, first, second, neither])) => {
                format!("what {both} adds to {first} and {second} together, each against {neither}")
            }
            Ok(TestDesign::Within(arm)) => arm.to_owned(),
            Err(_) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Test, TestDesign};

    fn test(text: &str) -> Test {
        toml::from_str(&format!("{text}\nof = {{ metric = \"agency\" }}")).unwrap()
    }

    #[test]
    fn weights_make_differences_and_interactions() {
        let two = test("compare = [\"a\", \"b\"]\nexpect = \"more\"");
        assert_eq!(two.weights().unwrap(), [("a", 1.0), ("b", -1.0)]);
        assert_eq!(two.design().unwrap(), TestDesign::Compare(["a", "b"]));
        let four = test("interaction = [\"ab\", \"a\", \"b\", \"o\"]\nexpect = \"less\"");
        let values = [("ab", 10.0), ("a", 4.0), ("b", 3.0), ("o", 1.0)];
        let sum: f64 = four.weights().unwrap().iter().zip(values).map(|(w, v)| w.1 * v.1).sum();
        assert_eq!(sum, (10.0 - 3.0) - (4.0 - 1.0));
    }

    #[test]
    fn what_does_not_belong_together_is_refused() {
        for text in [
            "expect = \"more\"",
            "within = \"a\"\ncompare = [\"a\", \"b\"]\nexpect = \"more\"",
            "within = \"a\"\nexpect = \"same\"",
            "within = \"a\"\nexpect = \"more\"\nmargin = 1.0",
            "compare = [\"a\", \"b\"]\nexpect = \"more\"\nthan = { metric = \"agency\" }",
            "compare = [\"a\", \"b\"]\nexpect = \"more\"\nagainst = 0.8",
            "within = \"a\"\nexpect = \"more\"\nagainst = 0.8\nthan = { metric = \"agency\" }",
        ] {
            assert!(test(text).design().is_err(), "{text}");
        }
    }
}
