//! A field's own words: what the model does follows from what they are said to be like, not from what they are called.

use safsim::engine::{Engine, Observe};
use safsim::scenario::{Ground, Scenario, Source, load, to_toml};

fn built_in(name: &str) -> Scenario {
    load(&Source::BuiltIn(name.to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn read(text: String) -> Scenario {
    load(&Source::Text { name: "text".to_owned(), text }, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The scenario with every word of the field under another name, in a vocabulary that starts from nothing.
fn renamed(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    other.vocabulary.ground = Ground::Blank;
    other
        .vocabulary
        .organisation_kinds
        .iter_mut()
        .for_each(|kind| kind.name = format!("o_{}", kind.name.len()) + &kind.name);
    other.roles.iter_mut().for_each(|role| role.name = format!("r_{}", role.name));
    other.kinds.iter_mut().for_each(|kind| kind.name = format!("k_{}", kind.name));
    other.vocabulary.kits.iter_mut().for_each(|kit| kit.name = format!("kit-{}", kit.name));
    // Read back from its complete file, in which all of that is defined.
    read(to_toml(&other))
}

#[test]
fn a_field_under_other_names_has_the_same_future() {
    let scenario = built_in("single-site");
    let other = renamed(&scenario);
    assert_eq!(other.vocabulary.ground, Ground::Blank);
    assert!(other.roles.iter().all(|role| role.name.starts_with("r_")), "none is built in");
    let run = |scenario: &Scenario| Engine::new(scenario).run(7, 3, &Observe::default());
    let (a, b) = (run(&scenario), run(&other));
    assert_eq!((&a.fates, a.money), (&b.fates, b.money));
    // Not a number is not equal to itself.
    assert_eq!(format!("{:?}", a.panel), format!("{:?}", b.panel));
}

#[test]
fn a_scenario_without_words_of_its_own_writes_none() {
    let text = to_toml(&built_in("six-sites"));
    assert!(["[vocabulary]", "[[role]]", "[[kit]]", "[[organisation_kind]]"].iter().all(|word| !text.contains(word)));
}

/// What the payers do not save, they cannot take out as cash.
#[test]
fn cash_is_released_to_those_who_pay() {
    let field = |money: &str| {
        read(format!(
            "name = \"cash\"\n[vocabulary]\nextends = \"blank\"\n\
             [[organisation_kind]]\nname = \"school\"\n[[organisation_kind]]\nname = \"council\"\n\
             [[role]]\nname = \"teacher\"\ngroup = \"front_line\"\n\
             [[initiative_kind]]\nname = \"club\"\ncomplexity = 0.3\ncost = 5\ncash_releasing = 0.6\n\
             metric_alignment = 0.3\nlocal_value = 0.6\nneeds = [\"school\"]\n{money}\n\
             [[site]]\nname = \"A\"\n[[site.organisation]]\nkind = \"school\"\nroles = {{ teacher = 3 }}\n"
        ))
    };
    let cash = |money: &str| {
        let scenario = field(money);
        assert_eq!(read(to_toml(&scenario)).kinds, scenario.kinds, "it reads back");
        scenario.kinds[0].attributes.cash_releasing.get()
    };
    assert_eq!(cash(""), 0.6);
    assert_eq!(cash("payers = [\"school\"]"), 0.6);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"school\"]"), 0.6);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"school\", \"council\"]"), 0.3);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"council\"]"), 0.0);
}

#[test]
fn a_kit_of_ones_own_has_its_organisations_as_often_as_it_says() {
    let scenario = load(&Source::Path("tests/scenarios/valid/vocabulary.toml".into()), &[]).unwrap();
    let site = &scenario.sites[2];
    let names: Vec<&str> = site.organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["School 1", "School 2", "District"]);
    assert_eq!(site.boards[0].members.len(), 3);
    assert_eq!(site.boards[0].formality.get(), 0.7);
    assert!(site.member);
    let sets = ["site.North.organisation.School.headroom=-0.2".to_owned()];
    let set = load(&Source::Path("tests/scenarios/valid/vocabulary.toml".into()), &sets).unwrap();
    let headroom: Vec<f64> = set.sites[0].organisations.iter().map(|one| one.headroom).collect();
    assert_eq!(headroom, [-0.2, -0.2, 0.0]);
}
