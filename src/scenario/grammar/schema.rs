use super::{Form, Key, Preset, Rule, SCENARIO, Section, WordList};
use crate::scenario::raw::{Node, Value};
use serde_json::{Map, Value as Json, json};

/// The JSON Schema (draft 2020-12) of scenario files, for editors: keys, types, ranges, defaults and help.
#[must_use]
pub fn json_schema() -> Json {
    let mut schema = object(&SCENARIO);
    let Json::Object(map) = &mut schema else { return schema };
    map.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    map.insert("title".to_owned(), json!("safsim scenario"));
    map.insert("description".to_owned(), json!("A scenario of safsim: what would run."));
    map.insert("anyOf".to_owned(), json!([{ "required": ["name"] }, { "required": ["extends"] }]));
    schema
}

/// A section. An entry that patches another scenario's may leave out all but its name.
fn object(section: &Section) -> Json {
    let properties: Map<String, Json> = section.keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = section
        .keys
        .iter()
        .filter(|key| matches!(key.preset, Preset::Required) && (section.form != Form::Named || key.name == "name"))
        .map(|key| key.name)
        .collect();
    let mut map = Map::new();
    map.insert("type".to_owned(), json!("object"));
    map.insert("properties".to_owned(), Json::Object(properties));
    map.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        map.insert("required".to_owned(), json!(required));
    }
    if section.path == "site" {
        map.remove("required");
        map.insert("anyOf".to_owned(), json!([{ "required": ["name"] }, { "required": ["from"] }]));
    }
    if section.path == "shock" {
        map.insert("oneOf".to_owned(), json!([{ "required": ["month"] }, { "required": ["rate"] }]));
    }
    Json::Object(map)
}

fn property(key: &Key) -> Json {
    let mut map = Map::new();
    let (mut doc, default) = match &key.preset {
        Preset::Required => (key.doc.to_owned(), None),
        Preset::Value(_, node) => (key.doc.to_owned(), Some(default(node))),
        Preset::Words("-") => (key.doc.to_owned(), None),
        Preset::Words(words) => (format!("{} Default: {words}.", key.doc), None),
    };
    let rule = key.rule.section().is_none().then(|| key.rule.describe());
    if let Some(rule) = rule {
        doc = format!("{doc} ({rule})");
    }
    map.insert("description".to_owned(), json!(doc));
    if let Some(default) = default {
        map.insert("default".to_owned(), default);
    }
    map.extend(constraint(&key.rule));
    Json::Object(map)
}

fn constraint(rule: &Rule) -> Map<String, Json> {
    let json = match rule {
        Rule::Text => json!({ "type": "string" }),
        Rule::Name | Rule::OwnName => json!({ "type": "string", "minLength": 1, "maxLength": 200 }),
        Rule::Slug => json!({ "type": "string", "pattern": "^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$" }),
        Rule::Snake => json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]{0,99}$" }),
        Rule::Flag => json!({ "type": "boolean" }),
        Rule::Month => json!({ "type": "string", "pattern": "^(1[89]|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$" }),
        Rule::Number { low, high, above: true } => {
            json!({ "type": "number", "exclusiveMinimum": low, "maximum": high })
        }
        Rule::Number { low, high, above: false } => json!({ "type": "number", "minimum": low, "maximum": high }),
        Rule::Whole { low, high } => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Rule::Word(word) => json!({ "const": word }),
        Rule::Words(list) => json!({ "type": "string", "enum": list.words() }),
        Rule::Open(list) | Rule::Defined(list) => {
            json!({ "anyOf": [{ "enum": list.words() }, { "type": "string", "minLength": 1 }] })
        }
        Rule::Points { low, high } => {
            let (month, far) = (constraint(&Rule::Month), super::months::FAR as f64);
            let value = json!({ "type": "number", "minimum": low.min(-far), "maximum": high.max(far) });
            let point = json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": { "anyOf": [month, value] } });
            json!({ "type": "array", "minItems": 1, "items": point })
        }
        Rule::List { of, least } => json!({ "type": "array", "minItems": least, "items": constraint(of) }),
        Rule::Counts { of, low, high } => table_of(*of, json!({ "type": "integer", "minimum": low, "maximum": high })),
        Rule::Numbers { of, low, high } => table_of(*of, json!({ "type": "number", "minimum": low, "maximum": high })),
        Rule::Metric => json!({
            "anyOf": [{ "enum": WordList::Metric.words() }, { "type": "string", "pattern": "^survived_[1-9][0-9]{0,3}$" }]
        }),
        Rule::Settings => json!({ "type": "object" }),
        Rule::Spread => json!({
            "type": "object",
            "properties": {
                "low": { "type": "number", "description": "The lowest value." },
                "high": { "type": "number", "description": "The highest value." },
                "seed": { "type": "integer", "description": "Another number arranges the sites otherwise." }
            },
            "required": ["low", "high"],
            "additionalProperties": false
        }),
        Rule::Columns => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Rule::Axes(range) => {
            let value = json!({ "type": ["number", "string", "boolean"] });
            let list = json!({ "type": "array", "minItems": 1, "maxItems": super::axes::LONGEST, "items": value });
            json!({ "type": "object", "minProperties": 1, "additionalProperties": { "anyOf": [list, object(range)] } })
        }
        Rule::Section(section) if matches!(section.form, Form::Named | Form::Nameless) => {
            json!({ "type": "array", "items": object(section) })
        }
        Rule::Section(section) => object(section),
        Rule::Any(rules) => json!({ "anyOf": rules.iter().map(constraint).collect::<Vec<_>>() }),
    };
    if let Json::Object(map) = json { map } else { Map::new() }
}

fn table_of(words: WordList, value: Json) -> Json {
    let properties: Map<String, Json> = words.words().iter().map(|&word| (word.to_owned(), value.clone())).collect();
    let others = if words.is_of_the_field() { value } else { json!(false) };
    json!({ "type": "object", "properties": properties, "additionalProperties": others })
}

fn default(node: &Node) -> Json {
    match &node.value {
        Value::Text(text) => json!(text),
        Value::Whole(n) => json!(n),
        Value::Number(x) => json!(x),
        Value::Flag(flag) => json!(flag),
        Value::List(items) => Json::Array(items.iter().map(default).collect()),
        Value::Table(_) | Value::Date | Value::Bad => Json::Null,
    }
}
