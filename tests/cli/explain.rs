//! `explain` on results folders and scenarios, when all is well and when it is not.

use crate::program::{Home, assert_same, contents};
use crate::small::{AS_IT_IS, GRID, NEUTRAL, regimes, swept, town};
use crate::tables::rows;
use safsim::quantity::Month;

/// Results of a town in `out`.
fn town_run(home: &Home) {
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 6 --seed 3 --out out --quiet");
}

fn fits(text: &str) {
    let long: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
    assert!(long.is_empty(), "{long:#?}");
    assert!(!text.contains("NaN") && !text.contains("  ."), "{text}");
}

#[test]
fn the_typical_end_without_a_name_and_any_by_name() {
    let home = Home::new();
    town_run(&home);
    let said = home.done("explain out -n 12");
    fits(&said);
    for part in ["Why did \"", "Replicate ", "scenario town, seed 3", "Over 12 futures", "Written: out/explain.md"] {
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
    let told = said.split("Replicate ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert!(told.parse::<u32>().unwrap() < 6, "replicate {told} is in no table");
    // The end that it tells is that of the tables.
    let (_, table) = rows(&home.path("out/initiatives.csv"));
    let ended = table.iter().find(|row| row["event"] == "ended").expect("something ended in six futures");
    let (replicate, end) = (&ended["replicate"], ended["end"].parse::<Month>().unwrap().in_short());
    let name = ended["initiative"].replace(' ', "_");
    for query in [name.clone(), name.to_uppercase(), format!("town/{name}"), format!("TOWN/{}", &name[..5])] {
        let said = home.done(&format!("explain out {query} --replicate {replicate} -n 2"));
        assert!(said.contains(&format!("Replicate {replicate} of scenario town")), "{said}");
        assert!(said.contains(&format!("\n{end}  ")), "no {end} in\n{said}");
    }
}

#[test]
fn the_page_says_the_same_and_the_folder_knows_its_files() {
    let home = Home::new();
    town_run(&home);
    let before = contents(&home.path("out"));
    let said = home.done("explain out -n 10 --threads 1");
    let page = home.read("out/explain.md");
    assert!(page.starts_with(&format!("# {}", said.lines().next().unwrap())), "{page}");
    assert!(page.contains("## What happened") && page.contains("](charts/explain.svg)"), "{page}");
    let first = contents(&home.path("out"));
    let new: Vec<String> =
        first.keys().filter(|name| !before.contains_key(*name)).map(|name| name.display().to_string()).collect();
    assert_eq!(new, ["charts/explain.png", "charts/explain.svg", "explain.md"]);
    let listed: serde_json::Value = serde_json::from_str(&home.read("out/manifest.json")).unwrap();
    assert_eq!(listed["files"].as_array().unwrap().len() + 1, first.len());

    // The same bytes for any number of threads, and again.
    home.done("explain out -n 10 --threads 2 --quiet");
    assert!(first == contents(&home.path("out")));
    // Another explanation replaces its own files only.
    home.done("explain out social -n 3 --quiet");
    let second = contents(&home.path("out"));
    assert!(first.keys().eq(second.keys()) && first != second);
    // Results run again are not in the way of it, nor it of them, and what is stale goes.
    home.done("run town.toml -n 6 --seed 3 --out out --quiet");
    assert!(before == contents(&home.path("out")));
}

#[test]
fn a_scenario_is_explained_without_results() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    let said = home.done("explain town.toml social_prescribing -n 8");
    fits(&said);
    assert!(said.contains("Social prescribing") && !said.contains("Written"), "{said}");
    assert_eq!(contents(home.folder()).len(), 1);
    let all = home.done("explain town.toml social_prescribing -n 8 --all");
    fits(&all);
    assert!(all.lines().count() >= said.lines().count() && !all.contains("--all"), "{all}");
    assert_eq!(home.done("explain town.toml -n 2 --quiet"), "");
}

#[test]
fn an_arm_of_a_comparison_and_a_point_of_a_sweep() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, NEUTRAL]);
    home.done("compare regimes.toml -n 4 --out arms --quiet");
    let base = home.done("explain arms social -n 4 --replicate 1");
    assert!(base.contains("(arm as it is)"), "{base}");
    let neutral = home.done("explain arms social -n 4 --replicate 1 --arm neutral");
    assert!(neutral.contains("(arm neutral)"), "{neutral}");
    home.refused("explain arms --arm neutrall", 2, &["there is no arm", "did you mean \"neutral\"?"]);
    home.refused("explain arms --point 1", 2, &["--point is for the results of `safsim sweep`"]);
    home.refused("explain regimes.toml --arm neutral", 2, &["safsim compare regimes.toml"]);

    swept(&home, "swept.toml", GRID);
    home.done("sweep swept.toml -n 2 --out points --quiet");
    let said = home.done("explain points social --point 2 -n 2");
    assert!(
        said.split_whitespace().collect::<Vec<_>>().join(" ").contains("point 2: programme.funding.award = "),
        "{said}"
    );
    home.refused("explain points", 2, &["--point N"]);
    home.refused("explain points --point 6", 2, &["points are 0 to 5"]);
}

#[test]
fn what_cannot_be_explained_says_why() {
    let home = Home::new();
    town_run(&home);
    home.refused("explain out social_prescribin9", 2, &["did you mean", "town/Social prescribing"]);
    home.refused("explain out --replicate 6", 2, &["replicates 0 to 5"]);
    home.refused("explain nowhere", 2, &["nowhere"]);
    std::fs::create_dir(home.path("empty")).unwrap();
    home.refused("explain empty", 2, &["holds no safsim results"]);
    let manifest = home.read("out/manifest.json");
    let other = manifest.replacen(&format!("\"model\": {}", safsim::engine::MODEL), "\"model\": 1", 1);
    home.write("out/manifest.json", &other);
    home.refused("explain out", 2, &["(model 1)", "safsim run out/scenario.toml --out out --force"]);
    home.write("out/manifest.json", &manifest);
    home.write("out/explain.md", "mine");
    home.refused("explain out", 2, &["out/explain.md is there and was not written by safsim"]);
    std::fs::remove_file(home.path("out/explain.md")).unwrap();
    // A table that tells another end.
    let table = home.read("out/initiatives.csv");
    home.write("out/initiatives.csv", &table.replace(",\"ended\",\"", ",\"ended\",\"x"));
    home.refused("explain out -n 6", 1, &["does not end as out/initiatives.csv says"]);
    home.write("out/initiatives.csv", &table);
    let scenario = home.read("out/scenario.toml");
    home.write("out/scenario.toml", &scenario.replace("seed = 3", "seed = 4"));
    home.refused("explain out", 2, &["scenario.toml is not what ran"]);
}

#[test]
fn two_of_one_name_are_told_apart_by_their_site() {
    let home = Home::new();
    let two = town("two") + "[[site]]\nname = \"city\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n";
    home.write("two.toml", &two);
    home.refused(
        "explain two.toml Social_prescribing -n 2",
        2,
        &["is 2 initiatives", "    town/Social prescribing\n    city/Social prescribing"],
    );
    assert!(home.done("explain two.toml city/social -n 2").contains("in city"));
    home.done("run two.toml -n 2 --out one --quiet");
    home.done("run two.toml -n 2 --out other --quiet");
    home.done("explain one city/social --threads 1 -n 4 --quiet");
    home.done("explain other city/social --threads 2 -n 4 --quiet");
    assert_same(&home.path("one"), &home.path("other"));
}
