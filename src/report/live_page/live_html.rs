use super::LiveContents;
use super::module::module;
use crate::letters::visible;
use crate::report::folder::base64;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PAGE: &str = include_str!("page.html");
const PART: &str = include_str!("part.html");
const STYLE: &str = include_str!("style.css");
const DESK: &str = include_str!("desk.js");
const WORKER: &str = include_str!("worker.js");
const DRAW: &str = include_str!("draw.js");
const SCRIPT: &str = include_str!("live.js");
const LICENCES: &str = include_str!("licences.txt");

/// The page as HTML: one file, which asks nothing of any network.
#[must_use]
pub fn live_page(contents: &LiveContents) -> String {
    let (style, script) = (format!("\n{STYLE}"), format!("\n{DESK}{DRAW}{SCRIPT}"));
    let data = data(contents, true).to_string();
    let version = &contents.version;
    filled(PAGE, &|key| match key {
        "policy" => policy(&style, &script),
        "version" => escaped(version),
        "model" => contents.model.to_string(),
        "name" => escaped(&contents.name),
        "style" => style.clone(),
        "part" => part(contents),
        // Nothing in it may end the element that it stands in.
        "data" => data.replace('<', "\\u003c"),
        "module" => base64(module()),
        "script" => script.clone(),
        other => unreachable!("the page has no {other}"),
    })
}

fn data(contents: &LiveContents, alone: bool) -> Value {
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    json!({
        "alone": alone,
        "name": format!("{}.toml", contents.name),
        "scenario": contents.scenario,
        "version": contents.version,
        "model": contents.model,
        "panel": read(&contents.panel),
        "first": { "loaded": read(&contents.first.0), "run": read(&contents.first.1) },
        "worker": format!("{DESK}{WORKER}"),
    })
}

fn part(contents: &LiveContents) -> String {
    let sentences = |sentence: &String| format!("<p>{}</p>", escaped(sentence));
    let (svg, words) = &contents.picture;
    filled(PART, &|key| match key {
        "name" => escaped(&contents.name),
        "question" => escaped(&contents.question),
        "answer" => contents.answer.iter().map(sentences).collect(),
        "picture" => named(svg, words),
        "caption" => escaped(&contents.caption),
        "version" => escaped(&contents.version),
        "model" => contents.model.to_string(),
        "licences" => licences(),
        other => unreachable!("the part has no {other}"),
    })
}

/// The drawing, named by an attribute instead of `<title>` and `<desc>`, which browsers would show over all of it.
fn named(svg: &str, words: &str) -> String {
    let (head, rest) = svg.split_once('>').unwrap_or((svg, ""));
    let body = rest.split_once("</desc>").map_or(rest, |(_, body)| body);
    format!("{head} aria-label=\"{}\">{body}", escaped(words))
}

fn licences() -> String {
    let item = |line: &str| format!("<li>{}</li>", escaped(line));
    let items: String = LICENCES.lines().map(item).collect();
    format!("<details><summary>What else is in it, and under which licences</summary><ul>{items}</ul></details>")
}

/// What the page may do: the one style and the one script that it holds, each by its hash; WebAssembly, which it holds too, a worker and a
/// picture that it makes itself. No request.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; style-src {}; script-src {} 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; base-uri 'none'; \
         form-action 'none'",
        hash(style),
        hash(script)
    )
}

/// A template with every `{{key}}` in its place; what is put there is not looked at again.
fn filled(template: &str, value: &dyn Fn(&str) -> String) -> String {
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

/// A text as HTML, letters that only act written out.
fn escaped(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{LiveContents, live_page};

    fn contents() -> LiveContents {
        LiveContents {
            name: "x</script><b>{{module}}".to_owned(),
            question: "<i>\u{202e}?".to_owned(),
            answer: vec!["a & b".to_owned()],
            picture: (
                "<svg role=\"img\"><title>t</title><desc>d</desc><path/></svg>".to_owned(),
                "\"words\"".to_owned(),
            ),
            scenario: "# </script><script>alert(1)</script>".to_owned(),
            panel: "{\"groups\":[]}".to_owned(),
            first: ("{}".to_owned(), "{}".to_owned()),
            version: "1.2.3".to_owned(),
            model: 9,
            ..LiveContents::default()
        }
    }

    #[test]
    fn nothing_that_comes_from_outside_becomes_markup() {
        let page = live_page(&contents());
        assert!(
            !page.contains("<b>")
                && !page.contains("<i>")
                && !page.contains('\u{202e}')
                && !page.contains("alert(1)</")
        );
        assert_eq!(page.matches("<script").count(), 3, "data, module, script");
        assert_eq!(page.matches("</script>").count(), 3);
        assert!(page.contains("x&lt;/script&gt;&lt;b&gt;{{module}}"), "what is filled in is not looked at again");
        assert!(
            page.contains("<svg role=\"img\" aria-label=\"&quot;words&quot;\"><path/></svg>")
                && page.contains("<p>a &amp; b</p>")
        );
    }

    #[test]
    fn it_is_one_file_of_a_bounded_size_that_asks_for_nothing() {
        let page = live_page(&contents());
        assert!(page.len() < 2_500_000, "{} bytes", page.len());
        for asked in [" src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "http://www", "https://"] {
            let expected = usize::from(asked == "http://www") * page.matches("http://www.w3.org/2000/svg").count();
            assert_eq!(page.matches(asked).count(), expected, "{asked}");
        }
        assert!(page.contains("default-src 'none'; style-src 'sha256-") && page.contains("'wasm-unsafe-eval'"));
    }
}
