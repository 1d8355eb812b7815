use serde_json::Value;

/// A value of JSON as TOML, on one line; `None` where there is no such value (null, alone or inside).
pub(super) fn toml_text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(toml_text).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| Some(format!("{} = {}", quoted(key), toml_text(value)?));
            let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
            format!("{{ {} }}", entries?.join(", "))
        }
    })
}

/// A text as both languages write it, but for one letter that TOML wants written out.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::toml_text;
    use serde_json::json;

    #[test]
    fn toml_reads_back_what_was_meant() {
        let value =
            json!({"a": [1, 0.4, true, "x\"\\\n\u{1}\u{7f}é"], "b c": {"d": [[0, 0.5]]}, "e": -0.25, "f": 1e-7});
        let text = format!("x = {}", toml_text(&value).unwrap());
        let back: toml::Table = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(serde_json::to_value(&back["x"]).unwrap(), value);
        assert_eq!((toml_text(&json!(null)), toml_text(&json!([1, null]))), (None, None));
    }
}
