//! Assignments are about what is there; forms are read with all their mistakes; answers are marked.

use super::*;
use crate::analysis::Estimate;

fn told(text: &str) -> String {
    Form::read("answers.toml", text)
        .map(|form| format!("{:?}", form.answers))
        .map_err(|wrong| wrong.to_string())
        .unwrap_or_else(|e| e)
}

#[test]
fn all_mistakes_are_told_with_their_places() {
    let all = told(
        "assignment = \"after-the-money\"\nnam = \"me\"\n[answers]\nmost-alive = \"taperd end\"\ncan-it-be-told = \"yes\"\n\
         share-that-lives-on = [1]\nmost-dead = 3\nyour-design = { a = 1, b = 2, c = 3 }\n",
    );
    for part in [
        "answers.toml:2:1",
        "did you mean name?",
        "answers.toml:4:14",
        "did you mean tapered end?",
        "answers.toml:5:18",
        "can-it-be-told asks for true or false",
        "answers.toml:6:23",
        "asks for a number",
        "nothing asks for most-dead",
        "these are 3 settings, and at most 2",
    ] {
        assert!(all.contains(part), "no {part:?} in\n{all}");
    }
    for (text, part) in [
        ("", "does not say which assignment"),
        ("assignment = 3", "named by a text"),
        ("assignment = \"after-the-mony\"", "did you mean after-the-money?"),
        ("assignment = \"after-the-money\nx", "answers.toml:1"),
        ("assignment = \"after-the-money\"\nanswers = 3", "answers are a table"),
        ("assignment = \"after-the-money\"\nmost-alive = \"\"", "below a line [answers]"),
        ("assignment = \"after-the-money\"\n[answers]\nshare-that-lives-on = nan", "no number"),
        ("assignment = \"after-the-money\"\n[answers.your-design]\n\"programme.funding.award\" = 1", "in one line"),
    ] {
        let said = told(text);
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
}

/// Runs that came to something made up.
struct MadeUp;

fn estimate(mean: f64, half_width: f64) -> Estimate {
    Estimate { mean, half_width, interval: [mean - half_width, mean + half_width], spread: [mean; 2], n: 99 }
}

impl Facts for MadeUp {
    fn level(&self, arm: &str, _: &str) -> Option<Estimate> {
        Some(estimate(if arm == "tapered end" { 0.9 } else { 0.8 }, 0.01))
    }
    fn difference(&self, _: &str, metric: &str) -> Option<Estimate> {
        (metric != "unheard").then(|| estimate(-0.5, 0.2))
    }
    fn designed(&self, question: &str) -> Option<Estimate> {
        Some(estimate(if question == "good" { 2.0 } else { 0.1 }, 0.3))
    }
    fn is_share(&self, metric: &str) -> bool {
        metric == "survived_24"
    }
}

#[test]
fn answers_are_held_against_what_runs_come_to() {
    let arms = ["three-year award", "tapered end"].map(str::to_owned);
    let of = |id: &str, seeks: Seeks, answer: Answer| {
        let question = Question { id: id.to_owned(), asks: String::new(), hint: "look again".to_owned(), seeks };
        match mark(&question, Some(&answer), &arms, &MadeUp).mark {
            Grade::Right(found) => format!("right {found}"),
            Grade::Wrong(hint) => format!("wrong {hint}"),
            other => format!("{other:?}"),
        }
    };
    let named = |name: &str| name.to_owned();
    let level = |within| Seeks::Level { arm: named("three-year award"), metric: named("survived_24"), within };
    assert_eq!(of("a", level(3.0), Answer::Number(78.0)), "right 80.0 % (±1.0)");
    assert_eq!(of("a", level(3.0), Answer::Number(0.8)), "wrong too low: look again");
    assert_eq!(of("a", level(3.0), Answer::Number(90.0)), "wrong too high: look again");
    let difference = |metric: &str| Seeks::Difference { arm: named("x"), metric: named(metric), within: 0.1 };
    assert_eq!(of("a", difference("alive_24"), Answer::Number(-0.45)), "right -0.5 (±0.2)");
    assert!(of("a", difference("unheard"), Answer::Number(1.0)).starts_with("Open"));
    let most = || Seeks::Most { metric: named("alive_24") };
    assert_eq!(of("a", most(), Answer::Arm(1)), "right \"tapered end\"");
    assert_eq!(of("a", most(), Answer::Arm(0)), "wrong look again");
    let told = || Seeks::Told { arm: named("x"), metric: named("alive_24") };
    assert!(of("a", told(), Answer::Flag(true)).starts_with("right the difference lies between -0.70 and -0.30"));
    assert_eq!(of("a", told(), Answer::Flag(false)), "wrong look again");
    let design = || Seeks::Design { metric: named("alive_24"), most: 2, from: String::new() };
    assert!(of("good", design(), Answer::Settings(String::new())).starts_with("right +2.0 (±0.3)"));
    assert!(of("bad", design(), Answer::Settings(String::new())).starts_with("wrong it comes to +0.1"));
    let question = Question { id: named("a"), asks: String::new(), hint: String::new(), seeks: most() };
    assert_eq!(mark(&question, None, &arms, &MadeUp).mark, Grade::Missing);
}
