//! What the pages of made-up results hold.

use super::Difference;
use super::html::{Album, page};
use super::{Contents, Part, Ran, Section, run_contents};
use crate::analysis::fabricated::{record, setting};
use crate::analysis::{Collector, Findings, Headline, Kept};
use crate::report::figures::standard_figures;
use crate::report::story::{ToldChange, ToldMonth, ToldStory};

fn findings(replicates: u64) -> Findings {
    let setting = setting(3);
    let headlines = Headline::all(&[]);
    let mut collector = Collector::new(&setting, &headlines);
    for replicate in 0..replicates {
        collector.add(Some(&Kept::of(record(&setting, replicate), &setting, &headlines, 500)));
    }
    collector.finish()
}

fn ran() -> Ran {
    let difference = Difference { key: "parameters.contagion".to_owned(), value: "0.1".to_owned() };
    Ran {
        scenario: "made-up".to_owned(),
        base: "the built-in six-sites".to_owned(),
        differences: vec![difference.clone()],
        arms: vec![("other".to_owned(), vec![difference])],
        seed: 7,
        replicates: 30,
        file: ("scenario.toml".to_owned(), "abc".to_owned()),
        ..Ran::default()
    }
}

fn story() -> ToldStory {
    let change = ToldChange {
        change: "The money goes on".to_owned(),
        outcome: "alive".to_owned(),
        keeps: true,
        parting: "2018-04".to_owned(),
        parts: true,
        is_same: false,
    };
    ToldStory {
        title: "Why did \"A & B\" end?".to_owned(),
        about: ("site-1".to_owned(), "Social café".to_owned()),
        answer: "Because.".to_owned(),
        of: "Replicate 3".to_owned(),
        months: vec![ToldMonth { month: "2016-04".to_owned(), text: "It began.".to_owned() }],
        changes: vec![change],
        odds: None,
        odds_words: vec!["In 61 %.".to_owned()],
        limits: "Not the whole truth.".to_owned(),
    }
}

pub(super) fn contents() -> Contents {
    let findings = findings(30);
    run_contents(&findings, standard_figures(&findings), vec![story()], ran())
}

fn html(contents: &Contents) -> String {
    page(contents, &Album::new(), None)
}

/// Without the marks of words that are explained below.
fn unmarked(html: &str) -> String {
    html.split("<span class=\"word\">").map(|piece| piece.replacen("</span>", "", 1)).collect()
}

#[test]
fn everything_that_is_said_stands_on_the_page() {
    let contents = contents();
    let html = unmarked(&html(&contents));
    for sentence in &contents.answer {
        assert!(html.contains(&sentence.replace('\'', "&#x27;")), "{sentence}");
    }
    assert_eq!(contents.answer.len(), 3);
    for section in &contents.sections {
        assert_eq!(html.matches(&format!("<section id=\"{}\"", section.id)).count(), 1, "{}", section.id);
        assert!(html.contains(&format!("<a href=\"#{}\">", section.id)));
    }
    let figures = contents.figures().count();
    assert!(figures >= 4 && html.matches("<figure id=").count() == figures);
    assert_eq!(html.matches("<svg xmlns").count(), html.matches(" role=\"img\" aria-label=\"").count());
    for part in [
        "parameters.contagion",
        "&quot;A &amp; B&quot;",
        "The money goes on",
        "It began.",
        "In 61 %.",
        "Process overview",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("NaN"), "{:?}", html.find("NaN").map(|at| &html[at - 200..at]));
}

#[test]
fn nothing_is_asked_of_the_network() {
    let html = html(&contents());
    // The name of the SVG language is no address that anything is fetched from.
    let rest = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").replace("http://www.w3.org/1999/xlink", "");
    let rest = rest.replace("url(data:font/ttf;base64,", "");
    for address in ["http:", "https:", "//cdn", "url(", "@import", "src="] {
        assert!(!rest.contains(address), "{address}");
    }
}

#[test]
fn names_are_words_and_not_markup() {
    let mut contents = contents();
    contents.name = "<script>alert(1)</script>".to_owned();
    contents.question = "a \" b < c".to_owned();
    contents.sections.push(Section {
        id: "more".to_owned(),
        title: "</h2><b>".to_owned(),
        parts: vec![Part::Words("<i>".to_owned())],
    });
    let html = html(&contents);
    assert!(!html.contains("<script>alert") && !html.contains("<i></p>") && !html.contains("</h2><b>"));
    assert!(html.contains("&lt;i&gt;"));
}

#[test]
fn what_was_written_is_read_again() {
    let contents = contents();
    let bytes = postcard::to_stdvec(&contents).unwrap();
    let again: Contents = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(html(&again), html(&contents));
}

#[test]
fn one_replicate_says_that_it_is_one() {
    let findings = findings(1);
    let contents = run_contents(&findings, standard_figures(&findings), vec![], ran());
    assert!(contents.answer.iter().any(|sentence| sentence.contains("one possible future")), "{:?}", contents.answer);
    assert!(!html(&contents).contains("NaN"));
}
