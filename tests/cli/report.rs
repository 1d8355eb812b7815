//! `report.html`, and `report`, which draws it again.

use crate::program::{Home, contents};
use sha2::{Digest, Sha256};

#[test]
fn every_experiment_leaves_a_report_that_can_be_drawn_again() {
    let home = Home::new();
    home.write("two.toml", TWO);
    home.done("run -n 3 --out run");
    home.done("compare two.toml -n 3 --out compare");
    home.done("sweep two.toml -n 2 --quiet --out sweep");
    home.done("evidence SH-03 -n 2 --quiet --out evidence");
    for (folder, answer) in [
        ("run", "are still alive at the end of March 2022"),
        ("compare", "are too few to tell regimes apart"),
        ("sweep", "too few to say how sure that is"),
        ("evidence", "findings that can be tested, 0 come out as reported at the default settings"),
    ] {
        let before = contents(&home.path(folder));
        // Slashes in attributes are written as references.
        let page = home.read(&format!("{folder}/report.html")).replace("&#x2f;", "/");
        assert!(page.contains(answer), "{folder}: no {answer:?}");
        assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
        for name in before.keys().filter(|path| path.extension().is_some_and(|e| e == "svg")) {
            let name = name.display().to_string();
            assert!(page.contains(&format!("<a href=\"{name}\">")), "{folder}: {name} is not in the report");
        }
        std::fs::remove_file(home.path(folder).join("report.html")).unwrap();
        std::fs::write(home.path(folder).join("my-notes.txt"), "mine").unwrap();
        let said = home.done(&format!("report {folder}"));
        let made = format!("safsim {} (model {})", env!("CARGO_PKG_VERSION"), safsim::engine::MODEL);
        assert_eq!(said, format!("Made by: {made}\nOpen:    {folder}/report.html\n"));
        let mut after = contents(&home.path(folder));
        after.remove(std::path::Path::new("my-notes.txt"));
        assert!(before == after, "{folder} has changed");
    }
}

pub const TWO: &str = r#"
name = "two"
extends = "single-site"
allow = ["thin-initiative"]

[[regime]]
name = "as it is"

[[regime]]
name = "hardly paid"
set = { "programme.funding.award" = 0.05 }

[sweep]
axes = { "programme.funding.award" = [0.4, 0.8] }
"#;

#[test]
fn a_folder_without_a_report_of_this_version_is_told_apart() {
    let home = Home::new();
    home.done("run single-site -n 2 --out out");
    let told = |home: &Home, what: &str| {
        let said = home.safsim("report out");
        assert_eq!(said.status, 2, "{}", said.err);
        assert!(said.err.contains(what), "{}", said.err);
    };
    let manifest = home.read("out/manifest.json");
    // Another version is no hindrance, another layout of what the report is drawn from is.
    home.write("out/manifest.json", &manifest.replacen(env!("CARGO_PKG_VERSION"), "0.0.9", 1));
    home.done("report out");
    home.write("out/manifest.json", &manifest);
    let data = std::fs::read(home.path("out/report.data")).unwrap();
    let hash = |bytes: &[u8]| -> String { Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect() };
    let mut other = data.clone();
    other[b"safsim report\n".len()] += 1;
    std::fs::write(home.path("out/report.data"), &other).unwrap();
    home.write("out/manifest.json", &manifest.replace(&hash(&data), &hash(&other)));
    told(&home, "in a layout that safsim");
    std::fs::write(home.path("out/report.data"), &data).unwrap();
    home.write("out/manifest.json", &manifest);
    home.write("out/UNFINISHED", "interrupted\n");
    home.done("report out");
    assert_eq!(home.read("out/UNFINISHED"), "interrupted\n", "what is marked unfinished stays so");
    std::fs::remove_file(home.path("out/UNFINISHED")).unwrap();
    let page = home.read("out/report.html");
    home.write("out/report.data", "something else");
    told(&home, "report.data is not what was written with these results");
    assert_eq!(home.read("out/report.html"), page, "the old page is as it was");
    let said = home.safsim("report nowhere");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("nowhere holds no finished results of safsim"), "{}", said.err);
}
