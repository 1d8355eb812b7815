//! `live`.

use crate::program::Home;

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

#[test]
fn what_cannot_be_run_is_refused_as_elsewhere() {
    let home = Home::new();
    home.write("bad.toml", "name = \"x\"\n[programme.funding]\nawrad = 0.5\n");
    home.refused("live bad.toml", 2, &["bad.toml:3:1", "did you mean `award`?"]);
    home.refused("live six-site", 2, &["did you mean \"six-sites\"?"]);
    assert!(!home.path("live.html").exists());
}
