//! Words that stand for settings, such as those of `[rules]`: what they are laid over, and what is laid over them.

use safsim::scenario::{AxisValue, Scenario, Source, load, load_study, shorthands, study_to_toml, to_toml};
use std::fs;

const TOWN: &str = "name = \"town\"\n\
    [[site]]\nname = \"Town\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\", \"extended_access\"]\n\
    [[site]]\nname = \"City\"\ntype = \"pacs\"\ninitiatives = [\"community_pharmacists\"]\n";

fn text(text: &str) -> Source {
    Source::Text { name: "town".to_owned(), text: text.to_owned() }
}

fn scenario(of: &str, sets: &[String]) -> Scenario {
    load(&text(of), sets).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn refused(of: &str, sets: &[&str]) -> String {
    let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
    load(&text(of), &sets).expect_err("it is wrong").to_string()
}

/// In a file, as an option, in a regime, at a point: everywhere the same as the settings written one by one.
#[test]
fn a_word_is_its_settings_wherever_it_stands() {
    for one in shorthands() {
        let (section, key) = one.key.split_once('.').unwrap();
        let words: Vec<String> = one.words.iter().map(|word| format!("{:?}", word.name)).collect();
        let arms = one
            .words
            .iter()
            .map(|word| format!("[[regime]]\nname = \"{0}\"\nset = {{ \"{1}\" = \"{0}\" }}\n", word.name, one.key));
        let asked = format!("{}[sweep.axes]\n\"{}\" = [{}]\n", arms.collect::<String>(), one.key, words.join(", "));
        let study = load_study(&text(&format!("{TOWN}{asked}")), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        for (place, word) in one.words.iter().enumerate() {
            let settings: Vec<String> = word.settings.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let expected = scenario(TOWN, &settings);
            assert_ne!(expected, scenario(TOWN, &[]), "{} = {} does nothing", one.key, word.name);
            let in_file = scenario(&format!("{TOWN}[{section}]\n{key} = \"{}\"\n", word.name), &[]);
            assert_eq!(in_file, expected, "{} = {}", one.key, word.name);
            assert_eq!(scenario(TOWN, &[format!("{}={}", one.key, word.name)]), expected);
            assert_eq!(study.regimes[place].scenario, expected);
            let point = [AxisValue::Text(word.name.clone())];
            assert_eq!(study.at(&point).unwrap_or_else(|mistakes| panic!("{mistakes}")), expected);
            // What has run is told by the settings themselves, and runs again.
            let resolved = to_toml(&in_file);
            assert!(!resolved.contains("[rules]") && to_toml(&scenario(&resolved, &[])) == resolved);
        }
        let resolved = study_to_toml(&study);
        let again = load_study(&text(&resolved), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert!(again == study && study_to_toml(&again) == resolved, "{}", one.key);
    }
}

/// The later one wins: an option over a file, a further setting over a word, and a word over what stood there before.
#[test]
fn what_is_laid_later_wins() {
    let file = format!("{TOWN}[rules]\nfeedback = \"loops\"\n");
    let news = |scenario: &Scenario| scenario.programme.support.good_news.get();
    let set = |sets: &[&str]| news(&scenario(&file, &sets.iter().map(|&set| set.to_owned()).collect::<Vec<_>>()));
    assert_eq!(set(&[]), 0.0);
    assert_eq!(set(&["programme.support.good_news=0.7"]), 0.7);
    assert_eq!(set(&["programme.support.good_news=0.7", "rules.feedback=loops"]), 0.0);
    assert_eq!(set(&["rules.feedback=absent"]), 1.0);
    assert_eq!(set(&["rules.feedback=absent", "rules={ feedback = \"loops\" }"]), 0.0);
}

/// A word is laid over what its file extends; what extends that file is laid over the word.
#[test]
fn a_word_stands_in_the_order_of_the_files() {
    let folder = std::env::temp_dir().join(format!("safsim-rules-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    let support = "[programme.support]\ngood_news = 0.7\n";
    write("plain.toml", &format!("{TOWN}{support}"));
    write("word.toml", "extends = \"./plain.toml\"\n[rules]\nfeedback = \"loops\"\npatients = \"told\"\n");
    write("own.toml", &format!("extends = \"./word.toml\"\n{support}[[site]]\nname = \"Town\"\nengagement = 0.9\n"));
    let of = |name: &str| load(&Source::Path(folder.join(name)), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let (plain, word, own) = (of("plain.toml"), of("word.toml"), of("own.toml"));
    fs::remove_dir_all(&folder).unwrap();
    let news = |scenario: &Scenario| scenario.programme.support.good_news.get();
    assert_eq!([news(&plain), news(&word), news(&own)], [0.7, 0.0, 0.7]);
    let engagement = |scenario: &Scenario| [0, 1].map(|site: usize| scenario.sites[site].engagement.get());
    assert_eq!([engagement(&plain), engagement(&word), engagement(&own)], [[0.3, 0.3], [0.15, 0.15], [0.9, 0.15]]);
}

#[test]
fn the_same_file_does_not_say_it_twice() {
    let twice = format!("{TOWN}[programme.support]\ngood_news = 0.7\n[rules]\nfeedback = \"loops\"\n");
    let said = refused(&twice, &[]);
    assert!(said.contains("feedback = \"loops\" sets what this file sets as well") && said.contains("good_news = 0.7"));
    assert_eq!(said.matches("error").count(), 1, "{said}");
    // Parameters, and what any of the sites has.
    assert!(
        refused(&format!("{TOWN}[parameters]\nnew_fit = 0.4\n[rules]\nhistory = \"ignored\"\n"), &[])
            .contains("new_fit")
    );
    let site = format!("{TOWN}engagement = 0.5\n[rules]\npatients = \"told\"\n");
    assert!(refused(&site, &[]).contains("engagement = 0.5"));
    // A purpose has the default of feedback, which a rule may change: it says how, where the purpose says what for.
    let both =
        scenario(&format!("{TOWN}[programme]\npurpose = \"demonstration\"\n[rules]\nfeedback = \"loops\"\n"), &[]);
    assert_eq!((both.programme.support.good_news.get(), both.programme.ambiguity.get()), (0.0, 0.3));
    // In a regime it is no mistake: it is laid over the file.
    let regime = "[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = { \"rules.feedback\" = \"loops\" }\n";
    let study = load_study(&text(&format!("{TOWN}[programme.support]\ngood_news = 0.7\n{regime}")), &[]).unwrap();
    assert_eq!(study.regimes.iter().map(|one| one.scenario.programme.support.good_news.get()).sum::<f64>(), 0.7);
}

#[test]
fn what_is_misspelt_is_told_with_what_was_meant() {
    let rules = |line: &str| refused(&format!("{TOWN}[rules]\n{line}\n"), &[]);
    let said = rules("leadership = \"distribted\"");
    assert!(said.contains("\"distribted\" is not a word for leadership") && said.contains("\"distributed\""), "{said}");
    let said = rules("leadershp = \"distributed\"");
    assert!(
        said.contains("unknown key `leadershp` in [rules]") && said.contains("did you mean `leadership`?"),
        "{said}"
    );
    let said = rules("patients = true");
    assert!(said.contains("`patients` must be a word for patients"), "{said}");
    let said = refused(TOWN, &["rules.history=atended"]);
    assert!(said.contains("--set 1") && said.contains("did you mean \"attended\"?"), "{said}");
    let said = refused(TOWN, &["leadership=distributed"]);
    assert!(said.contains("it is a key of [rules]: rules.leadership"), "{said}");
    // One organisation cannot have a board: told at the word that asks for one.
    let alone =
        "name = \"alone\"\n[[site]]\nname = \"A\"\n[[site.organisation]]\nkind = \"acute\"\nroles = { nurse = 9 }\n";
    let said = refused(&format!("{alone}[rules]\nleadership = \"distributed\"\n"), &[]);
    assert!(said.contains("leadership = \"distributed\"") && said.contains("board"), "{said}");
}

/// A scenario without sites is wrong for that, not for what a word could not be laid over.
#[test]
fn a_word_finds_nothing_to_set_in_nothing() {
    let said = refused("name = \"empty\"\n[rules]\npatients = \"told\"\n", &[]);
    assert_eq!(said, refused("name = \"empty\"\n[rules]\n\n", &[]));
}
