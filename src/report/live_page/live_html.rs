use super::LiveContents;
use super::pieces::{STYLE, data, filled, module_text, part, read, script};
use crate::report::markup::{Held, escaped, inline, policy};
use serde_json::json;

const PAGE: &str = include_str!("page.html");
/// What it says before anything moves, and for who cannot run scripts.
const STATE: &str = "Nothing moves yet: with scripts allowed, this page runs the program and every knob can be turned.";

/// The page as HTML: one file, which asks nothing of any network.
#[must_use]
pub fn live_page(contents: &LiveContents) -> String {
    let (style, script) = (format!("\n{STYLE}"), script("safsimLive();\n"));
    let first = json!({ "loaded": read(&contents.first.0), "run": read(&contents.first.1) });
    let maker = (contents.version.as_str(), u64::from(contents.model));
    let more = json!({ "alone": true, "first": first });
    let data = data(&contents.name, &contents.scenario, &contents.panel, maker, more);
    filled(PAGE, &|key| match key {
        "policy" => policy(Held { style: &style, scripts: &[&script], has_fonts: false, has_program: true }),
        "version" => escaped(maker.0),
        "model" => maker.1.to_string(),
        "name" => escaped(&contents.name),
        "style" => style.clone(),
        "part" => part(["h1", "h2"], maker, &|key| of_page(contents, key)),
        "data" => data.clone(),
        "module" => module_text(),
        "script" => script.clone(),
        other => unreachable!("the page has no {other}"),
    })
}

/// What stands in the part of a page of its own.
fn of_page(contents: &LiveContents, key: &str) -> String {
    let sentences = |sentence: &String| format!("<p>{}</p>", escaped(sentence));
    let (svg, words) = &contents.picture;
    match key {
        "kind" => "<p class=\"live-kind\">Try it: the program itself, in this page</p>".to_owned(),
        "name" => escaped(&contents.name),
        "question" => escaped(&contents.question),
        "answer" => contents.answer.iter().map(sentences).collect(),
        "state" => STATE.to_owned(),
        "static" => {
            let (picture, caption) = (inline(svg, words).0, escaped(&contents.caption));
            format!("<figure id=\"live-static\">{picture}<figcaption>{caption}</figcaption></figure>\n")
        }
        "about" => "About this page".to_owned(),
        other => unreachable!("the part has no {other}"),
    }
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
