//! What `extends`, `replace` and `--set` make of a scenario.

use safsim::quantity::Share;
use safsim::scenario::{Badge, Horizon, Origin, Scenario, Scope, Source, Timing, Vocabulary, load, starter};
use std::fs;
use std::path::PathBuf;

const BASE: &str = r#"
name = "base"
question = "What?"
[[region]]
name = "North"
[[site]]
name = "A"
type = "mcp"
region = "North"
deficit = 0.2
initiatives = ["dementia_support", "social_cafe"]
[[site.board]]
members = ["all"]
[[site]]
name = "practice"
count = 3
[[shock]]
kind = "funding_cut"
month = "2016-04"
"#;

fn text(text: &str) -> Source {
    Source::Text { name: "test".to_owned(), text: text.to_owned() }
}

fn with(sets: &[&str]) -> Scenario {
    let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
    load(&text(BASE), &sets).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The scenario of `patch`, which extends the base.
fn patched(test: &str, patch: &str) -> Scenario {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("base.toml"), BASE).unwrap();
    fs::write(folder.join("patch.toml"), format!("extends = \"base.toml\"\n{patch}")).unwrap();
    load(&Source::Path(folder.join("patch.toml")), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn site_names(scenario: &Scenario) -> Vec<&str> {
    scenario.sites.iter().map(|site| site.name.as_str()).collect()
}

#[test]
fn an_empty_patch_changes_nothing() {
    assert_eq!(patched("empty", ""), with(&[]));
}

#[test]
fn tables_are_patched_key_by_key() {
    let scenario =
        patched("keys", "name = \"mine\"\n[programme.funding]\naward = 0.3\n[parameters]\ncontagion = 0.0\n");
    assert_eq!((scenario.name.as_str(), scenario.question.as_str()), ("mine", "What?"));
    assert_eq!((scenario.programme.funding.award, scenario.parameters.contagion), (0.3, 0.0));
    assert_eq!(scenario.sites, with(&[]).sites);
}

#[test]
fn entries_are_patched_by_name_and_appended_if_new() {
    let patch = r#"
        [[site]]
        name = "A"
        deficit = 0.7
        [[site.initiative]]
        name = "Social cafe"
        scale = 0.5
        [[site.initiative]]
        kind = "extended_access"
        [[site]]
        name = "Z"
        [[shock]]
        kind = "staff_loss"
        rate = 0.01
    "#;
    let scenario = patched("names", patch);
    let base = with(&[]);
    assert_eq!(site_names(&scenario), ["A", "practice 1", "practice 2", "practice 3", "Z"]);
    let (old, new) = (&base.sites[0], &scenario.sites[0]);
    assert_eq!((old.deficit.get(), new.deficit.get()), (0.2, 0.7));
    assert_eq!((new.site_type, new.region, &new.boards), (old.site_type, old.region, &old.boards));
    assert_eq!(new.initiatives.len(), 3);
    let label = &base.sites[0].initiatives[1].name;
    let cafe = new.initiatives.iter().find(|one| &one.name == label);
    assert_eq!(cafe.and_then(|one| one.scale), Share::new(0.5), "{label} is patched, not added");
    assert_eq!(scenario.shocks.len(), 2);
}

#[test]
fn replace_drops_the_entries_of_the_base() {
    let patch = "replace = [\"site\", \"shock\"]\n[[site]]\nname = \"B\"\n";
    let scenario = patched("replace", patch);
    assert_eq!(site_names(&scenario), ["B"]);
    assert!(scenario.shocks.is_empty() && scenario.regions.len() == 1);
}

#[test]
fn a_built_in_scenario_can_be_extended() {
    let scenario = load(&text("name = \"mine\"\nextends = \"six-sites\"\n[run]\nseed = 7"), &[]).unwrap();
    let base = load(&Source::BuiltIn("six-sites".to_owned()), &["name=mine".to_owned(), "run.seed=7".to_owned()]);
    assert_eq!(Ok(scenario), base);
}

#[test]
fn a_setting_reaches_every_key() {
    let scenario = with(&[
        "name=other",
        "run.replicates=7",
        "time.months = 60",
        "programme.end=2017-04",
        "programme.badge=[[0, 0.5], [\"2016-04\", 0.1]]",
        "programme.successor_start=none",
        "programme.funding.horizon=whole",
        "programme.support.stance=0.25",
        "programme.support.good_news=0",
        "programme.funding.conditional_from=2015-10",
        "contagion=0.1",
        "parameters.trust_return=0",
        "site.A.deficit=0.9",
        "site.*.history=0.5",
        "site.practice.count=2",
        "site.A.board.0.formality=0.8",
        "site.A.initiative.Social cafe.origin=pre-existing",
        "site.A.initiative.*.champion=general_practitioner",
        "shock.0.month=2016-06",
        "shock.0.scope={ site = \"A\" }",
    ]);
    let a = &scenario.sites[0];
    assert_eq!((scenario.name.as_str(), scenario.run.replicates, scenario.time.months), ("other", 7, 60));
    assert_eq!((scenario.programme.end, scenario.programme.successor_start), (36, None));
    assert!(matches!(&scenario.programme.badge, Badge::Given(line) if line.points() == [(12, 0.5), (24, 0.1)]));
    assert_eq!(scenario.programme.funding.horizon, Horizon::Whole);
    assert_eq!(scenario.programme.support.stance, Share::new(0.25));
    assert_eq!(scenario.programme.support.good_news, Share::ZERO);
    assert_eq!(scenario.programme.funding.conditional_from, Some(18));
    assert_eq!((scenario.parameters.contagion, scenario.parameters.trust_return), (0.1, 0.0));
    assert_eq!((a.deficit.get(), a.boards[0].formality.get()), (0.9, 0.8));
    assert!(scenario.sites.iter().all(|site| site.history.get() == 0.5));
    assert_eq!(site_names(&scenario), ["A", "practice 1", "practice 2"]);
    assert_eq!(a.initiatives[1].origin, Origin::PreExisting);
    assert!(a.initiatives.iter().all(|one| one.champion.is_some()));
    assert_eq!(scenario.shocks[0].timing, Timing::Month(26));
    assert!(matches!(scenario.shocks[0].scope, Scope::Site(_)));
}

#[test]
fn an_organisation_of_a_kit_can_be_set() {
    let base = with(&[]);
    let commissioner = base.sites[0]
        .organisations
        .iter()
        .find(|one| Some(one.kind) == Vocabulary::built_in().kind_named("commissioner"))
        .unwrap();
    let name = &commissioner.name;
    let scenario = with(&[
        &format!("site.A.organisation.\"{name}\".headroom=-0.25"),
        &format!("site.A.organisation.{name}.roles.analyst=5"),
    ]);
    let (old, new) = (&base.sites[0], &scenario.sites[0]);
    assert_eq!(new.organisations.len(), old.organisations.len());
    let set = new.organisations.iter().find(|one| &one.name == name).unwrap();
    assert_eq!(set.headroom, -0.25);
    assert_eq!(set.size(), commissioner.size() + 4);
    assert_eq!(scenario.sites[1..], base.sites[1..]);
}

#[test]
fn later_settings_win_and_lists_can_be_emptied() {
    let scenario = with(&["run.seed=3", "run.seed=4", "shock=[]", "site.A.board=[]"]);
    assert_eq!(scenario.run.seed, 4);
    assert!(scenario.shocks.is_empty() && scenario.sites[0].boards.is_empty());
}

/// `initiatives` and `initiative` are two lists: neither setting one touches the other, whatever was set before.
#[test]
fn the_short_list_of_initiatives_stands_for_itself() {
    let names =
        |sets: &[&str]| -> Vec<String> { with(sets).sites[0].initiatives.iter().map(|one| one.name.clone()).collect() };
    let (both, own) = (["Dementia support", "Social cafe"], "Extended access");
    let add = "site.A.initiative=[{ kind = \"extended_access\" }]";
    let touch = "site.A.initiative.Social cafe.scale=0.5";
    assert_eq!(names(&[]), both);
    assert_eq!(names(&["site.A.initiative=[]"]), both);
    assert_eq!(names(&["site.A.initiatives=[]"]), [""; 0]);
    assert_eq!(names(&[add]), [own, both[0], both[1]]);
    assert_eq!(names(&[add, "site.A.initiatives=[]"]), [own]);
    assert_eq!(names(&["site.A.initiatives=[]", add]), [own]);
    // One of the short list that was changed is still of the short list.
    assert_eq!(names(&[touch]), both);
    assert_eq!(names(&[touch, "site.A.initiative=[]"]), both);
    assert_eq!(names(&[touch, add, "site.A.initiatives=[\"dementia_support\"]"]), [own, both[0]]);
    assert_eq!(names(&["site.A.initiative=[]", "site.A.initiatives=[]"]), [""; 0]);
    let patch = |text: &str| -> Vec<String> {
        let scenario = patched("short_list", text);
        scenario.sites[0].initiatives.iter().map(|one| one.name.clone()).collect()
    };
    let site = "[[site]]\nname = \"A\"\n";
    let more = "[[site.initiative]]\nkind = \"extended_access\"\n";
    assert_eq!(patch(&format!("{site}{more}")), [both[0], both[1], own]);
    assert_eq!(patch(&format!("{site}initiatives = []\n{more}")), [own]);
}

#[test]
fn what_a_base_allows_stays_allowed() {
    let text =
        "allow = [\"lost-name\"]\n[[regime]]\nname = \"NA\"\n[[regime]]\nname = \"b\"\nset = { contagion = 0 }\n";
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("allowed");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("base.toml"), format!("name = \"base\"\n{text}[[site]]\nname = \"A\"\n")).unwrap();
    fs::write(folder.join("patch.toml"), "extends = \"base.toml\"\nallow = [\"no-initiative\"]\n").unwrap();
    let study = safsim::scenario::load_study(&Source::Path(folder.join("patch.toml")), &[]).unwrap();
    assert_eq!(study.warnings().to_string(), "");
    assert!(study.allows(safsim::scenario::Warning::LostName) && study.allows(safsim::scenario::Warning::NoInitiative));
}

#[test]
fn a_starter_is_its_template_under_a_new_name() {
    let text = starter("six-sites", "my-place").unwrap();
    let scenario = load(&Source::Text { name: "starter".to_owned(), text }, &[]).unwrap();
    let template = load(&Source::BuiltIn("six-sites".to_owned()), &["name=my-place".to_owned()]).unwrap();
    // A file of one's own says itself what it starts from.
    assert_eq!(Scenario { starts_from: template.starts_from.clone(), ..scenario }, template);
    assert!(starter("nothing", "a").is_none() && starter("six-sites", "a b").is_none());
}

#[test]
fn sources_are_told_apart() {
    assert_eq!(Source::named("six-sites"), Source::BuiltIn("six-sites".to_owned()));
    assert_eq!(Source::named("Cargo.toml"), Source::Path(PathBuf::from("Cargo.toml")));
    assert_eq!(Source::named("my/six-sites"), Source::Path(PathBuf::from("my/six-sites")));
    assert_eq!(Source::named("six-sits"), Source::BuiltIn("six-sits".to_owned()));
}
