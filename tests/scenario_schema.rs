//! The schema accepts what the loader accepts, and refuses what it refuses for its shape.

use safsim::scenario::{Parameters, Source, built_ins, json_schema, load, load_study, study_to_toml, to_toml};
use serde_json::Value;
use std::fs;

fn accepts(text: &str) -> Vec<String> {
    let document: toml::Table = text.parse().unwrap();
    let document: Value = serde_json::to_value(document).unwrap();
    let (mut compiler, mut schemas) = (boon::Compiler::new(), boon::Schemas::new());
    compiler.set_default_draft(boon::Draft::V2020_12);
    compiler.add_resource("safsim.schema.json", json_schema()).unwrap();
    // Compiling also validates the schema against its own metaschema.
    let schema = compiler.compile("safsim.schema.json", &mut schemas).unwrap();
    schemas.validate(&document, schema).err().map(|error| format!("{error:#}")).into_iter().collect()
}

#[test]
fn it_accepts_valid_files_and_resolved_ones() {
    let valid = fs::read_dir("tests/scenarios/valid").unwrap().map(|entry| entry.unwrap().path());
    for path in valid {
        assert_eq!(accepts(&fs::read_to_string(&path).unwrap()), Vec::<String>::new(), "{}", path.display());
        let resolved = to_toml(&load(&Source::Path(path.clone()), &[]).unwrap());
        assert_eq!(accepts(&resolved), Vec::<String>::new(), "{} resolved", path.display());
        let study = study_to_toml(&load_study(&Source::Path(path.clone()), &[]).unwrap());
        assert_eq!(accepts(&study), Vec::<String>::new(), "{} resolved as a study", path.display());
    }
    for one in built_ins() {
        assert_eq!(accepts(one.text), Vec::<String>::new(), "{}", one.name);
    }
}

#[test]
fn it_refuses_wrong_shapes() {
    for name in [
        "unknown_key",
        "wrong_type",
        "out_of_range",
        "wrong_brackets",
        "parameters",
        "kinds",
        "organisations",
        "axes",
        "one_regime",
        "sobol_points",
        "no_axes",
        "outcome",
    ] {
        let text = fs::read_to_string(format!("tests/scenarios/invalid/{name}.toml")).unwrap();
        // JSON has no infinity and no NaN, and the test's reader no huge numbers.
        let text = text.replace("= inf", "= -1").replace("= nan", "= -1").replace("1e400", "2");
        let text = text.replace("99999999999999999999", "-1");
        assert!(!accepts(&text).is_empty(), "{name} should be refused");
    }
}

#[test]
fn every_key_has_help() {
    fn walk(path: &str, node: &Value) {
        let inner = node.get("items").unwrap_or(node);
        let Some(keys) = inner.get("properties").and_then(Value::as_object) else { return };
        for (key, value) in keys {
            let of_words = ["roles", "skills", "receptivity"].iter().any(|table| path.ends_with(table));
            let is_word = value.get("description").is_none() && of_words;
            assert!(
                is_word || value["description"].as_str().is_some_and(|help| help.len() > 8),
                "{path}.{key} has no help"
            );
            walk(&format!("{path}.{key}"), value);
        }
    }
    let schema = json_schema();
    walk("", &schema);
    let parameters = schema["properties"]["parameters"]["properties"].as_object().unwrap();
    assert_eq!(parameters.len(), Parameters::TABLE.len());
}
