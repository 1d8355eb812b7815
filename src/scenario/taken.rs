use super::grammar::{Preset, Rule, UNBOUNDED};
use super::layers::Setting;
use super::raw::{Node, Value};
use crate::diagnostics::{Sources, Span};

/// What the key of a setting takes, one of several things perhaps.
#[derive(Clone, Debug, PartialEq)]
pub enum Takes {
    /// A number in this range; no upper end is infinite.
    Number {
        /// The least.
        low: f64,
        /// The greatest.
        high: f64,
    },
    /// A whole number in this range.
    Whole {
        /// The least.
        low: i64,
        /// The greatest.
        high: i64,
    },
    /// `true` or `false`.
    Flag,
    /// A month.
    Month,
    /// One of these words.
    Words(Vec<&'static str>),
    /// Something that a knob cannot set: a time line, a list, a table.
    Other,
}

/// What is known of a setting.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenSetting {
    /// All that it takes.
    pub takes: Vec<Takes>,
    /// What holds where a file leaves it out: a value in TOML; `None` if it must not, or follows from something else.
    pub default: Option<String>,
    /// What it is, one or two sentences; of a parameter, its meaning.
    pub meaning: &'static str,
}

/// What the dotted key of a setting takes, as `--set` has it; `None` if there is no such key.
#[must_use]
pub fn setting_taken(key: &str) -> Option<TakenSetting> {
    let nothing = Node { value: Value::Bad, span: Span::NOWHERE };
    let setting = Setting::of_entry(key, Span::NOWHERE, &Sources::default(), nothing).ok()?;
    let (_, key) = setting.target()?;
    let default = match &key.preset {
        Preset::Value(written, _) => Some(written.clone()),
        _ => None,
    };
    Some(TakenSetting { takes: takes(&key.rule), default, meaning: key.doc })
}

fn takes(rule: &Rule) -> Vec<Takes> {
    let open = |high: f64| if high >= UNBOUNDED { f64::INFINITY } else { high };
    match rule {
        Rule::Number { low, high, .. } => vec![Takes::Number { low: *low, high: open(*high) }],
        Rule::Whole { low, high } => vec![Takes::Whole { low: *low, high: *high }],
        Rule::Flag => vec![Takes::Flag],
        Rule::Month => vec![Takes::Month],
        Rule::Word(word) => vec![Takes::Words(vec![word])],
        Rule::Words(vocabulary) => vec![Takes::Words(vocabulary.words())],
        Rule::Any(rules) => rules.iter().flat_map(takes).collect(),
        _ => vec![Takes::Other],
    }
}

#[cfg(test)]
mod tests {
    use super::{Takes, setting_taken};

    #[test]
    fn keys_of_every_sort_are_known() {
        let takes = |key: &str| setting_taken(key).map(|taken| taken.takes).unwrap_or_default();
        assert_eq!(takes("programme.funding.award"), [Takes::Number { low: 0.0, high: 1000.0 }]);
        let months = [Takes::Whole { low: 1, high: 1200 }, Takes::Words(vec!["whole"]), Takes::Words(vec!["annual"])];
        assert_eq!(takes("programme.funding.horizon"), months);
        assert_eq!(takes("programme.funding.threshold"), [Takes::Number { low: 0.0, high: f64::INFINITY }]);
        assert_eq!(takes("programme.support.account_managers"), [Takes::Flag]);
        // A number, or a spread over the sites that the entry stands for.
        assert_eq!(takes("site.*.history"), [Takes::Number { low: 0.0, high: 1.0 }, Takes::Other]);
        assert_eq!(takes("rules.leadership"), [Takes::Words(vec!["distributed", "designated"])]);
        assert_eq!(takes("site.*.board"), [Takes::Other]);
        assert_eq!(takes("contagion"), takes("parameters.contagion"));
        assert!(matches!(takes("contagion")[..], [Takes::Number { low: 0.0, high: 1.0 }]));
        assert_eq!(setting_taken("programme.funding.taper").and_then(|taken| taken.default).as_deref(), Some("0"));
        assert!(setting_taken("programme.funding.awrad").is_none() && setting_taken("").is_none());
    }
}
