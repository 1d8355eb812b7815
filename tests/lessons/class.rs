//! The class kit: what it quotes is what the program says, briefings fill a page each and say where their passages stand, and the
//! assignment's sheet asks what its form asks.

use super::{blocks, findings, lesson, numbers, part, passages, tried};
use safsim::answers::Assignment;

const ROLES: [&str; 6] = ["national-team", "site-leader", "board", "clinician", "councillor", "evaluator"];
/// What every briefing says, in this order.
const SAID: [&str; 6] = [
    "**What you want.**",
    "**What you know.**",
    "**What you must get.**",
    "**Ask",
    "**Your difficulty.**",
    "**In the debrief.**",
];
/// Words that fit on a printed page.
const PAGE: usize = 330;

#[test]
fn the_script_works_and_whole_quotes_what_comes_out() {
    tried("class/script.md");
}

#[test]
fn the_assignment_works_and_whole_quotes_what_comes_out() {
    tried("class/assignment.md");
}

#[test]
fn the_funding_round_fills_ninety_minutes() {
    let page = lesson("class/script.md");
    let rows = part(&page, "Plan").lines().filter_map(|line| line.split('|').nth(1));
    let minutes: u32 = rows.filter_map(|cell| cell.trim().parse::<u32>().ok()).sum();
    assert_eq!(minutes, 90);
    let hour = lesson("class/assignment.md");
    let rows = part(&hour, "What to do").lines().filter_map(|line| line.split('|').nth(1));
    assert_eq!(rows.filter_map(|cell| cell.trim().parse::<u32>().ok()).sum::<u32>(), 60);
}

#[test]
fn numbers_of_the_script_stand_in_what_was_printed() {
    let page = lesson("class/script.md");
    let printed = numbers(&blocks(&page, "text").concat());
    let claimed = super::claimed(part(&page, "What came out"));
    assert!(claimed.len() > 6, "{claimed:?}");
    for number in claimed {
        assert!(printed.contains(&number), "{number} stands in no block");
    }
}

#[test]
fn every_briefing_fills_one_page_and_says_all() {
    for role in ROLES {
        let page = lesson(&format!("class/roles/{role}.md"));
        assert!(page.split_whitespace().count() <= PAGE, "{role}: {} words", page.split_whitespace().count());
        let places: Vec<usize> =
            SAID.iter().map(|said| page.find(said).unwrap_or_else(|| panic!("{role} does not say {said}"))).collect();
        assert!(places.is_sorted(), "{role}: {places:?}");
    }
}

#[test]
fn passages_are_short_and_say_where_they_stand() {
    let roles = ROLES.map(|role| format!("class/roles/{role}.md"));
    for (name, least) in roles.iter().map(|name| (name.as_str(), 1)).chain([("class/script.md", 3)]) {
        let found = passages(&lesson(name));
        assert!(found.len() >= least, "{name} rests on passages");
        for passage in found {
            let (words, place) = passage.rsplit_once("\" [").unwrap_or_else(|| panic!("{name}: no place: {passage}"));
            assert!(words.split_whitespace().count() <= 25, "{name}: too long: {passage}");
            assert!(place.starts_with("C ") || place.starts_with("B,"), "{name}: whose words? {passage}");
            assert!(!findings(place).is_empty(), "{name}: which finding? {passage}");
        }
    }
}

#[test]
fn the_sheet_asks_what_the_form_asks() {
    let page = lesson("class/assignment.md");
    let questions = part(&page, "The questions");
    for (number, question) in Assignment::named("after-the-money").unwrap().questions.iter().enumerate() {
        assert!(questions.contains(&format!("{}. `{}`:", number + 1, question.id)), "{}", question.id);
    }
}
