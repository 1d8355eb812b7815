//! `slides`.

use crate::program::{Home, contents};
use std::path::Path;

#[test]
fn every_kind_of_results_has_slides_that_the_folder_knows_of() {
    let home = Home::new();
    home.done("run -n 3 --out run");
    home.done("sweep award-by-horizon -n 1 --quiet --out sweep");
    for (folder, said) in [("run", "What ran"), ("sweep", "Picture 1")] {
        let before = contents(&home.path(folder));
        let told = home.done(&format!("slides {folder}"));
        assert!(told.starts_with(&format!("Open:  {folder}/slides.html\n")), "{told}");
        let deck = home.read(&format!("{folder}/slides.html"));
        assert!(deck.starts_with("<!DOCTYPE html>") && deck.trim_end().ends_with("</html>") && deck.contains(said));
        assert!(home.read(&format!("{folder}/manifest.json")).contains("slides.html"));
        // Nothing else has changed, and the same is written again.
        let mut after = contents(&home.path(folder));
        assert!(after.remove(Path::new("slides.html")).is_some());
        let ours = |name: &Path| name != Path::new("manifest.json");
        assert!(
            before.iter().filter(|(name, _)| ours(name)).eq(after.iter().filter(|(name, _)| ours(name))),
            "{folder}"
        );
        home.done(&format!("slides {folder} --quiet"));
        assert_eq!(home.read(&format!("{folder}/slides.html")), deck);
    }
    // Results that are made anew take slides of the old ones along.
    home.done("run -n 4 --out run --force --quiet");
    assert!(!home.path("run/slides.html").exists());
}

#[test]
fn a_file_of_its_own_and_files_of_others() {
    let home = Home::new();
    home.done("run single-site -n 2 --out out --quiet");
    let before = contents(&home.path("out"));
    assert!(home.done("slides out -o talk.html").starts_with("Open:  talk.html\n"));
    assert!(before == contents(&home.path("out")), "the folder is as it was");
    home.refused("slides out -o talk.html", 2, &["talk.html exists already", "--force"]);
    home.done("slides out -o talk.html --force --quiet");
    home.refused("slides out -o nowhere/talk.html", 1, &["could not write nowhere/talk.html"]);
    home.write("out/slides.html", "mine");
    home.refused("slides out", 2, &["out/slides.html"]);
    assert_eq!(home.read("out/slides.html"), "mine");
}

#[test]
fn what_is_no_results_folder_is_refused() {
    let home = Home::new();
    home.refused("slides nowhere", 2, &["nowhere holds no finished results of safsim"]);
    std::fs::create_dir(home.path("empty")).unwrap();
    home.refused("slides empty", 2, &["empty holds no finished results of safsim"]);
    home.done("run single-site -n 2 --out out --quiet");
    home.write("out/report.data", "something else");
    home.refused("slides out", 2, &["report.data is not what was written with these results"]);
    assert!(!home.path("out/slides.html").exists());
}
