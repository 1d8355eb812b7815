use super::module::module;
use crate::report::markup::{base64, escaped};
use serde_json::{Value, json};

const PART: &str = include_str!("part.html");
pub(super) const STYLE: &str = include_str!("style.css");
const SESSION: &str = include_str!("session.js");
const WORKER: &str = include_str!("worker.js");
const DRAW: &str = include_str!("draw.js");
const SCRIPT: &str = include_str!("live.js");
const LICENCES: &str = include_str!("licences.txt");

/// All that runs in a page, ended by what begins it.
pub(super) fn script(beginning: &str) -> String {
    format!("\n\"use strict\";\n{SESSION}{DRAW}{SCRIPT}{beginning}")
}

/// What the script reads, as the text of an element; `more` is what a page of a kind adds to it.
pub(super) fn data(name: &str, scenario: &str, panel: &str, maker: (&str, u64), more: Value) -> String {
    let mut data = json!({
        "name": format!("{name}.toml"),
        "scenario": scenario,
        "version": maker.0,
        "model": maker.1,
        "panel": read(panel),
        "worker": format!("{SESSION}{WORKER}"),
    });
    if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more) {
        data.extend(more);
    }
    // Nothing in it may end the element that it stands in, or begin a comment there.
    data.to_string().replace('<', "\\u003c")
}

/// A value that was written as JSON.
pub(super) fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The program, as letters.
pub(super) fn module_text() -> String {
    base64(module())
}

/// The part with its headings: those of the page in which it stands, `more` where it differs from page to page.
pub(super) fn part(headings: [&str; 2], maker: (&str, u64), more: &dyn Fn(&str) -> String) -> String {
    filled(PART, &|key| match key {
        "h1" => headings[0].to_owned(),
        "h2" => headings[1].to_owned(),
        "version" => escaped(maker.0),
        "model" => maker.1.to_string(),
        "licences" => licences(),
        other => more(other),
    })
}

fn licences() -> String {
    let item = |line: &str| format!("<li>{}</li>", escaped(line));
    let items: String = LICENCES.lines().map(item).collect();
    format!("<details><summary>What else is in it, and under which licences</summary><ul>{items}</ul></details>")
}

/// A template with every `{{key}}` in its place; what is put there is not looked at again.
pub(super) fn filled(template: &str, value: &dyn Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(template.len());
    let mut parts = template.split("{{");
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (key, rest) = part.split_once("}}").unwrap_or((part, ""));
        text.push_str(&value(key));
        text.push_str(rest);
    }
    text
}
