//! `live`.

use crate::program::{Home, contents};
use safsim::live::LiveSession;
use std::path::Path;

/// The data that a page holds, as JSON.
fn data(page: &str) -> serde_json::Value {
    let at = page.find("id=\"live-data\">").expect("a page holds its data") + "id=\"live-data\">".len();
    serde_json::from_str(page[at..].split("</script>").next().unwrap()).expect("which is JSON")
}

#[test]
fn one_page_holds_the_program_the_scenario_and_a_first_picture() {
    let home = Home::new();
    let told = home.done("live single-site");
    assert!(told.starts_with("wrote live.html ("), "{told}");
    let page = home.read("live.html");
    assert!(page.len() < 2_500_000, "{} bytes", page.len());
    assert!(page.contains("<title>single-site: try it") && page.contains("aria-label=\"") && page.contains("</svg>"));
    let data = data(&page);
    assert_eq!(data["scenario"], "name = \"single-site\"\nextends = \"single-site\"\n");
    assert_eq!(data["first"]["run"]["replicates"], 40);
    assert_eq!(data["first"]["loaded"]["values"]["programme.funding.award"], 0.6);
    assert!(data["panel"]["groups"].as_array().unwrap().len() >= 5);
    // Whatever is needed is in it.
    for asked in ["<link", " src=", "@import", "fetch("] {
        assert!(!page.contains(asked), "{asked}");
    }
    assert_eq!(home.done("live single-site --quiet --out again.html"), "");
    assert_eq!(home.read("again.html"), page, "the same bytes");
}

#[test]
fn nothing_is_overwritten_unless_asked() {
    let home = Home::new();
    home.write("mine.html", "precious");
    home.refused("live single-site -o mine.html", 2, &["mine.html exists already", "--force"]);
    assert_eq!(home.read("mine.html"), "precious");
    home.done("live single-site -o mine.html --force");
    assert!(home.read("mine.html").starts_with("<!DOCTYPE html>"));
    home.refused("live single-site -o nowhere/mine.html", 1, &["could not write nowhere/mine.html"]);
}

#[test]
fn a_scenario_of_several_files_becomes_one_and_comments_stay_where_they_can() {
    let home = Home::new();
    let alone = "# kept\nname = \"alone\"\nextends = \"single-site\"\n";
    home.write("alone.toml", alone);
    home.write("base.toml", "name = \"base\"\nextends = \"single-site\"\n[programme.funding]\naward = 0.55\n");
    home.write("over.toml", "name = \"over\"\nextends = \"base.toml\"\n[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = { contagion = 0.1 }\n");
    home.done("live alone.toml -o alone.html");
    assert_eq!(data(&home.read("alone.html"))["scenario"], alone);
    home.done("live over.toml -o over.html");
    let over = data(&home.read("over.html"));
    assert!(!over["scenario"].as_str().unwrap().contains("extends"));
    assert_eq!(over["first"]["loaded"]["values"]["programme.funding.award"], 0.55);
    assert_eq!(over["first"]["loaded"]["regimes"][1]["set"], serde_json::json!([["contagion", 0.1]]));
    home.done("live single-site --set programme.funding.award=0.9 -o set.html");
    assert_eq!(data(&home.read("set.html"))["first"]["loaded"]["values"]["programme.funding.award"], 0.9);
}

/// The report of a run says how its scenario can be tried out.
#[test]
fn a_results_folder_can_be_tried_out() {
    let home = Home::new();
    home.done("run single-site -n 2 --quiet --out out --set programme.funding.award=0.7");
    assert!(home.read("out/report.html").contains("<code>safsim live scenario.toml --out ../live.html</code>"));
    home.done("live out/scenario.toml --out live.html");
    assert_eq!(data(&home.read("live.html"))["first"]["loaded"]["values"]["programme.funding.award"], 0.7);
    home.done("compare board-or-champion -n 2 --quiet --out arms");
    home.done("live arms/scenario.toml --out arms.html");
    assert_eq!(data(&home.read("arms.html"))["first"]["loaded"]["regimes"].as_array().map(Vec::len), Some(4));
}

/// A report ends with what ran and the program itself, unless it is not to; nothing else hangs on that.
#[test]
fn a_report_holds_what_ran_to_be_tried_out() {
    let home = Home::new();
    let evil = "</script><script>alert(1)</script><!--";
    home.write(
        "two.toml",
        &format!(
            "name = \"two\"\ndescription = \"{evil}\"\nextends = \"single-site\"\n[[regime]]\nname = \"a\"\n[[regime]]\n\
             name = \"b\"\nset = {{ contagion = 0.1 }}\n[sweep]\naxes = {{ contagion = [0.1, 0.2] }}\n"
        ),
    );
    let marks = [
        "<a href=\"#try-it\">",
        "<section id=\"try-it\"",
        "id=\"live-module\"",
        "id=\"live-data\"",
        "'wasm-unsafe-eval'",
    ];
    let run = "run two.toml -n 2 --seed 5 --set programme.funding.award=0.7 --no-conditions --quiet --out out";
    home.done(run);
    let (with, page) = (contents(home.folder()), home.read("out/report.html"));
    for mark in marks {
        assert_eq!(page.matches(mark).count(), 1, "{mark}");
    }
    assert_eq!((page.matches("<script").count(), page.matches("</script>").count()), (4, 4), "nothing breaks out");
    assert!(page.matches("<h1").count() == 1 && !page.contains("<!--"));
    let held = data(&page);
    assert_eq!((&held["alone"], &held["compared"]), (&false.into(), &false.into()));
    let scenario = held["scenario"].as_str().unwrap();
    assert_eq!(scenario, home.read("out/scenario.toml"));
    let request = serde_json::json!({ "ask": "load", "name": "x", "text": scenario }).to_string();
    let loaded: serde_json::Value = serde_json::from_str(&LiveSession::default().answer(&request)).unwrap();
    assert_eq!((&loaded["seed"], &loaded["values"]["programme.funding.award"]), (&5.into(), &0.7.into()));
    home.done("report out");
    assert_eq!(home.read("out/report.html"), page, "drawn again, it holds it again");
    // The same plan: not another one, which would be refused.
    home.done(&format!("{run} --no-live"));
    let (plain, without) = (home.read("out/report.html"), contents(home.folder()));
    assert!(marks.iter().all(|mark| !plain.contains(mark)) && !plain.contains("unsafe") && !plain.contains("blob:"));
    let differ: Vec<_> =
        with.iter().filter(|(path, bytes)| without.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert_eq!(differ, ["out/manifest.json", "out/report.data", "out/report.html"].map(Path::new));
    home.done("report out");
    assert_eq!(home.read("out/report.html"), plain, "and without it, without");
    home.done("compare two.toml -n 2 --ensemble none --quiet --out arms");
    let arms = data(&home.read("arms/report.html"));
    assert_eq!((&arms["compared"], &arms["name"]), (&true.into(), &"two.toml".into()));
    home.done("sweep two.toml -n 2 --quiet --out sweep");
    assert!(!home.read("sweep/report.html").contains("id=\"live"));
}

#[test]
fn what_cannot_be_run_is_refused_as_elsewhere() {
    let home = Home::new();
    home.write("bad.toml", "name = \"x\"\n[programme.funding]\nawrad = 0.5\n");
    home.refused("live bad.toml", 2, &["bad.toml:3:1", "did you mean `award`?"]);
    home.refused("live six-site", 2, &["did you mean \"six-sites\"?"]);
    assert!(!home.path("live.html").exists());
}
