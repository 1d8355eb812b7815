use crate::scenario::{Scenario, to_toml};
use serde_json::Value;

/// The complete file of a scenario, to look values up in.
#[derive(Debug, Default)]
pub(super) struct Values {
    document: toml::Table,
}

impl Values {
    /// Of a checked scenario.
    pub fn of(scenario: &Scenario) -> Values {
        Values { document: to_toml(scenario).parse().unwrap_or_default() }
    }

    /// The value of a dotted key; null where it has none of its own, or where `*` stands for entries that do not agree.
    pub fn get(&self, key: &str) -> Value {
        let parts: Vec<&str> = key.split('.').collect();
        let found = self.document.get(parts[0]).and_then(|value| look(value, &parts[1..]));
        found.and_then(|value| serde_json::to_value(value).ok()).unwrap_or(Value::Null)
    }
}

fn look<'a>(value: &'a toml::Value, parts: &[&str]) -> Option<&'a toml::Value> {
    match (value, parts) {
        (value, []) => Some(value),
        (toml::Value::Table(table), [key, rest @ ..]) => look(table.get(*key)?, rest),
        (toml::Value::Array(entries), ["*", rest @ ..]) => {
            let mut all = entries.iter().map(|entry| look(entry, rest));
            let first = all.next()?;
            if all.all(|one| one == first) { first } else { None }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Values;
    use crate::scenario::default_scenario;
    use serde_json::{Value, json};

    #[test]
    fn values_of_sections_and_of_entries_that_agree() {
        let mut scenario = default_scenario();
        let values = Values::of(&scenario);
        assert_eq!(values.get("programme.funding.horizon"), json!("annual"));
        assert_eq!(values.get("programme.successor_start"), json!("2016-10"));
        assert_eq!(values.get("site.*.member"), json!(true));
        assert_eq!(values.get("site.*.population"), Value::Null, "places differ");
        assert_eq!(values.get("rules.leadership"), Value::Null);
        scenario.sites.truncate(1);
        scenario.shocks.clear();
        assert_eq!(Values::of(&scenario).get("site.*.population"), json!(scenario.sites[0].population));
    }
}
