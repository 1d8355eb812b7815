use super::whole_page::LIMITS;
use super::{ablation, by_theme, configured, in_detail, in_short, in_words, robust, two_models};
use crate::evidence::{Evidence, Judged};
use crate::report::words::anchor;
use std::collections::BTreeMap;

/// One of several pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePage {
    /// Its path from the folder of the first page: `evidence.md`, `evidence/trust.md`.
    pub path: String,
    /// Its text, in Markdown.
    pub text: String,
}

/// The same as [`super::evidence_page`], as a page for each theme: `evidence.md` says what came out in short and leads to the
/// others, which stand in `evidence/`. `picture` is the path from the first page to the picture of all findings.
#[must_use]
pub fn evidence_pages(evidence: &Evidence, picture: &str) -> Vec<EvidencePage> {
    let evidence = &in_words::evidence_in_words(evidence);
    let themes = themes(evidence);
    let mut pages = Vec::new();
    let mut leads = String::from("## The findings\n\n");
    for (theme, findings) in &themes {
        let path = format!("evidence/{}.md", slug(theme));
        leads += &format!("- [{theme}]({path}): {} findings\n", findings.len());
        let part = Evidence { findings: findings.clone(), ..evidence.clone() };
        let text = format!(
            "# {theme}\n\nWhat was found, and what the model does: [how to read it](../evidence.md#in-short). This page is written by the \
             program.\n\n{}\n{}",
            by_theme::table(&part),
            in_detail::in_detail(&part)
        );
        pages.push(EvidencePage { path, text });
    }
    for (name, title, text) in [
        ("what-decides", "What decides whether findings hold", robust::deciding(evidence)),
        ("combinations", "Combinations of conditions", configured::configured(evidence)),
    ] {
        if text.is_empty() {
            continue;
        }
        let path = format!("evidence/{name}.md");
        leads += &format!("- [{title}]({path})\n");
        let body = text.split_once('\n').map_or("", |(_, body)| body);
        pages.push(EvidencePage { path, text: format!("# {title}\n{body}") });
    }
    let first = [
        in_short::in_short(evidence, picture),
        leads,
        two_models::two_models(evidence),
        ablation::ablation(evidence),
        robust::weak(evidence),
        LIMITS.to_owned(),
    ];
    let first: Vec<String> = first.into_iter().filter(|section| !section.is_empty()).collect();
    pages.insert(0, EvidencePage { path: "evidence.md".to_owned(), text: first.join("\n") });
    let places = places(&themes);
    for page in &mut pages {
        page.text = led(&page.text, &page.path, &places).trim_end().to_owned() + "\n";
    }
    pages
}

/// The findings of each theme, in their order.
fn themes(evidence: &Evidence) -> Vec<(String, Vec<Judged>)> {
    let mut themes: Vec<(String, Vec<Judged>)> = Vec::new();
    for judged in &evidence.findings {
        match themes.iter_mut().find(|(theme, _)| *theme == judged.finding.theme) {
            Some((_, findings)) => findings.push(judged.clone()),
            None => themes.push((judged.finding.theme.clone(), vec![judged.clone()])),
        }
    }
    themes
}

/// The page on which each finding stands, by its anchor.
fn places(themes: &[(String, Vec<Judged>)]) -> BTreeMap<String, String> {
    let place = |(theme, findings): &(String, Vec<Judged>)| {
        let path = format!("evidence/{}.md", slug(theme));
        findings.iter().map(|judged| (anchor(&judged.finding.id), path.clone())).collect::<Vec<_>>()
    };
    themes.iter().flat_map(place).collect()
}

/// A text whose links to findings lead to the pages on which they stand.
fn led(text: &str, page: &str, places: &BTreeMap<String, String>) -> String {
    const OPEN: &str = "](#";
    let mut parts = text.split(OPEN);
    let mut led = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (anchor, rest) = part.split_once(')').unwrap_or((part, ""));
        let path = match places.get(anchor) {
            Some(path) if path != page => path.as_str(),
            _ => "",
        };
        // Pages of themes lie side by side.
        let path = if page.contains('/') { path.trim_start_matches("evidence/") } else { path };
        led += &format!("]({path}#{anchor}){rest}");
    }
    led
}

/// A name of a file: small letters, digits and hyphens.
fn slug(theme: &str) -> String {
    let words = theme.to_lowercase();
    words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{led, slug};

    #[test]
    fn links_lead_to_the_page_of_the_finding() {
        let places = [("sh-03", "evidence/shocks.md"), ("tr-01", "evidence/trust.md")];
        let places = places.map(|(anchor, path)| (anchor.to_owned(), path.to_owned())).into();
        let text = "See [SH-03](#sh-03), [TR-01](#tr-01) and [above](#top).";
        assert_eq!(
            led(text, "evidence.md", &places),
            "See [SH-03](evidence/shocks.md#sh-03), [TR-01](evidence/trust.md#tr-01) and [above](#top)."
        );
        assert_eq!(
            led(text, "evidence/trust.md", &places),
            "See [SH-03](shocks.md#sh-03), [TR-01](#tr-01) and [above](#top)."
        );
        assert_eq!(slug("Sources of authority: who, why?"), "sources-of-authority-who-why");
    }
}
