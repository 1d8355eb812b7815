use crate::scenario::built_ins;
use serde_json::{Value, json};

/// The regimes that a file has: name, description, whether of the same money, and what each sets, in order.
pub(super) fn regimes_in(text: &str) -> Vec<Value> {
    let document: toml::Table = text.parse().unwrap_or_default();
    let entries = document.get("regime").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    entries.iter().filter_map(toml::Value::as_table).map(regime).collect()
}

fn regime(entry: &toml::Table) -> Value {
    let text = |key: &str| entry.get(key).and_then(toml::Value::as_str).unwrap_or_default();
    let set: Vec<Value> = match entry.get("set") {
        Some(toml::Value::Table(set)) => set.iter().map(|(key, value)| json!([key, value])).collect(),
        _ => vec![],
    };
    let same_money = entry.get("budget_neutral").is_some_and(|value| value.as_bool() != Some(false));
    json!({ "name": text("name"), "description": text("description"), "same_money": same_money, "set": set })
}

/// The regimes of all built-in scenarios, by scenario: what can be laid over any other one, or is tried.
pub(super) fn built_in_regimes() -> Vec<Value> {
    let one = |one: &'static crate::scenario::BuiltIn| {
        let regimes = regimes_in(one.text);
        (!regimes.is_empty()).then(|| json!({ "scenario": one.name, "question": one.question, "regimes": regimes }))
    };
    built_ins().iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{built_in_regimes, regimes_in};
    use serde_json::json;

    #[test]
    fn regimes_are_told_with_what_they_set_in_order() {
        let text = "[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nbudget_neutral = \"given\"\nset = { \"z.y\" = [[0, 1.8]], x = 2 }\n";
        let b = json!({"name": "b", "description": "", "same_money": true, "set": [["z.y", [[0, 1.8]]], ["x", 2]]});
        assert_eq!(regimes_in(text)[1], b);
        assert_eq!(regimes_in("name = \"x\""), Vec::<serde_json::Value>::new());
        assert!(built_in_regimes().iter().any(|one| one["scenario"] == "funding-regimes"));
    }
}
