//! What a page is answered, against what the program says elsewhere.

use super::LiveSession;
use crate::scenario::{Source, load_study};
use crate::study::{Options, compare};
use serde_json::{Value, json};

const PLACE: &str = "name = \"place\"\nextends = \"single-site\"\n[run]\nreplicates = 50\n";

fn asked(session: &mut LiveSession, request: &Value) -> Value {
    serde_json::from_str(&session.answer(&request.to_string())).expect("answers are JSON")
}

fn loaded(text: &str) -> LiveSession {
    let mut session = LiveSession::default();
    let answer = asked(&mut session, &json!({ "ask": "load", "name": "place.toml", "text": text }));
    assert!(answer.get("mistakes").is_none(), "{answer}");
    session
}

fn arms(session: &mut LiveSession, seed: u64, set: &Value, same_money: bool) -> Value {
    asked(
        session,
        &json!({ "ask": "arms", "seed": seed, "baseline": {}, "mine": { "set": set, "same_money": same_money } }),
    )
}

fn run(session: &mut LiveSession, replicates: u32) -> Value {
    asked(session, &json!({ "ask": "run", "replicates": replicates, "group": "all" }))
}

/// The file that is taken away runs to the numbers on the screen, whatever was set.
#[test]
fn what_is_taken_away_runs_to_the_same_numbers() {
    for (set, same_money) in [
        (
            json!([["programme.funding.horizon", "whole"], ["site.*.board", [{ "members": ["all"], "formality": 0.8 }]]]),
            false,
        ),
        (json!([["programme.funding.taper", 12], ["contagion", 0.1]]), true),
        (json!([["programme.end", "2019-04"], ["rules.leadership", "distributed"]]), false),
    ] {
        let mut session = loaded(PLACE);
        let laid = arms(&mut session, 5, &set, same_money);
        assert_eq!((&laid["same"], laid["budget"].is_null()), (&json!(false), !same_money));
        let shown = run(&mut session, 7);
        let taken = asked(&mut session, &json!({ "ask": "toml", "replicates": 7 }));
        let text = taken["toml"].as_str().unwrap().to_owned();
        let study =
            load_study(&Source::Text { name: "taken.toml".to_owned(), text }, &[]).unwrap_or_else(|m| panic!("{m}"));
        let whole = compare(&study, &Options::default()).unwrap();
        assert_eq!((whole.arms(), whole.pairs()), (vec!["baseline", "mine"], 7));
        let figures = shown["differences"]["figures"].as_array().unwrap();
        assert!(figures.len() >= 10, "{figures:?}");
        for figure in figures {
            let name = figure["name"].as_str().unwrap();
            let expected = whole.difference("mine", name).unwrap_or_else(|| panic!("{name}"));
            let found = &figure["difference"];
            let as_told = json!({
                "mean": expected.mean, "low": expected.interval[0], "high": expected.interval[1],
                "futures_low": expected.spread[0], "futures_high": expected.spread[1], "pairs": expected.n,
            });
            assert_eq!(found, &as_told, "{name}");
        }
        for (arm, drawn) in whole.compared().arms.iter().zip(shown["arms"].as_array().unwrap()) {
            let rows = &arm.findings.calendar_survival[0].rows;
            let column = |of: &dyn Fn(usize) -> f64| json!((0..rows.len()).map(of).collect::<Vec<_>>());
            assert_eq!(drawn["survival"]["share"], column(&|month| rows[month].survival));
            assert_eq!(drawn["survival"]["low"], column(&|month| rows[month].interval[0]));
        }
    }
}

/// Runs are kept: going back and turning the arms round costs nothing, and more futures go on where fewer ended.
#[test]
fn what_has_been_run_is_not_run_again() {
    let mut session = loaded(PLACE);
    let set = json!([["programme.funding.award", 0.3]]);
    assert_eq!(arms(&mut session, 1, &set, false)["done"], json!([0, 0]));
    let few = run(&mut session, 4);
    assert_eq!(run(&mut session, 9)["replicates"], 9);
    assert_eq!(run(&mut session, 4), few);
    assert_eq!(
        arms(&mut session, 1, &json!([]), false),
        json!({ "seed": 1, "done": [9, 9], "same": true, "budget": null })
    );
    let turned = json!({ "ask": "arms", "seed": 1, "baseline": { "set": set }, "mine": {} });
    assert_eq!(asked(&mut session, &turned)["done"], json!([9, 9]));
    let back = run(&mut session, 4);
    let (there, here) = (&few["differences"]["figures"][0], &back["differences"]["figures"][0]);
    assert_eq!((&there["baseline"], &there["mine"]), (&here["mine"], &here["baseline"]));
    assert_eq!(arms(&mut session, 2, &json!([]), false)["done"], json!([0, 0]), "another seed is another chance");
}

#[test]
fn mistakes_are_told_with_their_place_and_leave_the_session_as_it_was() {
    let mut session = loaded(PLACE);
    let text = "name = \"x\"\n[programme.funding]\nawrad = 0.5\n[[site]]\nname = \"a\"\n";
    let answer = asked(&mut session, &json!({ "ask": "load", "name": "bad.toml", "text": text }));
    let mistake = &answer["mistakes"]["list"][0];
    assert_eq!(
        (&mistake["line"], &mistake["column"], &mistake["hints"]),
        (&json!(3), &json!(1), &json!(["did you mean `award`?"]))
    );
    let told = load_study(&Source::Text { name: "bad.toml".to_owned(), text: text.to_owned() }, &[]).unwrap_err();
    assert_eq!(answer["mistakes"]["text"], told.to_string());
    for set in
        [json!([["programme.end", "2012-01"]]), json!([["site.nobody.history", 0.5]]), json!([["contagion", null]])]
    {
        let answer = arms(&mut session, 1, &set, false);
        assert!(answer["mistakes"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{answer}");
    }
    assert_eq!(run(&mut session, 2)["replicates"], 2);
    for request in ["", "{}", "{\"ask\":\"everything\"}", "[1]"] {
        assert!(session.answer(request).starts_with("{\"mistakes\""), "{request}");
    }
    assert!(LiveSession::default().answer("{\"ask\":\"fates\"}").contains("no scenario has been loaded"));
    let file = json!({ "ask": "load", "name": "x", "text": "name = \"x\"\nextends = \"/etc/passwd.toml\"\n" });
    assert!(
        asked(&mut session, &file)["mistakes"]["text"].as_str().unwrap().contains("extends"),
        "no file is looked at"
    );
}

#[test]
fn fates_stories_and_tables_are_of_what_was_run() {
    let mut session = loaded(PLACE);
    let _ = arms(&mut session, 1, &json!([["programme.funding.award", 0.2]]), false);
    let _ = run(&mut session, 6);
    let answer = asked(&mut session, &json!({ "ask": "fates" }));
    let fates = answer["fates"].as_array().unwrap();
    let lost = fates.iter().find(|one| one["lived"][1].as_u64() < Some(6)).expect("one that ended");
    let name = format!("{}/{}", lost["site"].as_str().unwrap(), lost["name"].as_str().unwrap());
    let story = asked(&mut session, &json!({ "ask": "why", "arm": 1, "initiative": name, "over": 6 }));
    assert!(story["title"].as_str().is_some_and(|title| title.starts_with("Why did")), "{story}");
    assert!(!story["months"].as_array().unwrap().is_empty() && story["arm"] == "mine");
    let unknown = asked(&mut session, &json!({ "ask": "why", "arm": 1, "initiative": "nobody", "over": 6 }));
    assert!(unknown["mistakes"]["text"].as_str().unwrap().contains("there is no initiative"));
    let csv = asked(&mut session, &json!({ "ask": "csv", "group": "all" }));
    let text = csv["csv"].as_str().unwrap();
    assert!(
        text.starts_with("arm,group,metric,month,mean,low,high,replicates\nbaseline,all,survival,2014-"),
        "{}",
        &text[..200]
    );
    assert!(text.lines().all(|line| line.split(',').count() == 8) && text.contains("\nmine,all,trust_across,"));
}
