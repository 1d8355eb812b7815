use super::{AtHand, Imported, import};
use crate::diagnostics::{Paint, SourceText};
use crate::scenario::{Scenario, Source, Study, load_study};

const NETWORK: &str =
    "from,from_organisation,to,to_organisation\nAda,School,Bo,School\nAda,School,Cy,\"Town \"\"hall\"\"\"\n";

pub(super) fn text(name: &str, text: &str) -> Option<SourceText> {
    Some(SourceText { name: name.to_owned(), text: text.to_owned(), lines: true })
}

pub(super) fn network(csv: &str) -> AtHand {
    AtHand { network: text("ties.csv", csv), ..AtHand::default() }
}

fn trust(csv: &str) -> AtHand {
    AtHand { trust: text("survey.csv", csv), ..AtHand::default() }
}

fn plan(csv: &str) -> AtHand {
    AtHand { network: text("ties.csv", NETWORK), plan: text("gantt.csv", csv), ..AtHand::default() }
}

pub(super) fn made(at_hand: &AtHand) -> (Imported, Study) {
    let made = import("mine", at_hand).unwrap_or_else(|wrong| panic!("{}", wrong.render(Paint::Plain, 120)));
    let study = load_study(&Source::Text { name: "made".to_owned(), text: made.text.clone() }, &[]).unwrap();
    (made, study)
}

/// What is shown of what is wrong, the place included.
pub(super) fn wrong(at_hand: &AtHand) -> String {
    import("mine", at_hand).unwrap_err().render(Paint::Plain, 120).to_string()
}

fn starts(scenario: &Scenario) -> Vec<(String, String)> {
    let month = |one: &crate::scenario::Initiative| scenario.time.month(one.start).to_string();
    scenario.sites[0].initiatives.iter().map(|one| (one.name.clone(), month(one))).collect()
}

#[test]
fn what_is_at_hand_becomes_a_scenario_that_loads() {
    let survey = "answer\n4\n5\n3\n4\n";
    let gantt = "initiative,start,lead\nReading clubs,2025-09,School\n2nd chance,2026-01,\n";
    let at_hand = AtHand {
        network: text("ties.csv", NETWORK),
        trust: text("survey.csv", survey),
        plan: text("gantt.csv", gantt),
        organisation: None,
    };
    let (made, study) = made(&at_hand);
    let site = &study.scenario.sites[0];
    let names: Vec<&str> = site.organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["School", "Town \"hall\""]);
    // Ada knows somebody elsewhere, Bo does not; a leader was added.
    assert_eq!(site.organisations[0].roles.iter().map(|role| role.1).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(site.history.get(), 0.75);
    assert_eq!(
        starts(&study.scenario),
        [("Reading clubs".to_owned(), "2025-09".to_owned()), ("2nd chance".to_owned(), "2026-01".to_owned())]
    );
    assert_eq!(site.organisations[site.initiatives[0].lead.index()].name, "School");
    // Of 0.75, 1, 0.5, 0.75: a standard error of 0.1021, and 3.182 of these by Student's t of three degrees of freedom.
    assert!(made.assumed.iter().any(|one| one.contains("(Student's t) is 0.425 to 1.000")), "{:?}", made.assumed);
    let sweep = study.sweep.as_ref().unwrap();
    assert_eq!(sweep.points(), 3);
    assert!(made.text.contains("\"site.Place.history\" = [0.425, 0.75, 1.0]"), "{}", made.text);
    for told in [
        "School: 1 know somebody elsewhere, 1 do not, and a leader is added.",
        "3: #\n",
        "4: ##\n",
        "2025-09: Reading clubs, led by School.",
    ] {
        assert!(made.preview.contains(told), "{told:?} is not in\n{}", made.preview);
    }
}

#[test]
fn answers_that_are_all_alike_leave_nothing_to_sweep() {
    let (made, study) = made(&trust("answer\n4\n4\n4\n"));
    assert_eq!((study.sweep.is_none(), study.scenario.sites[0].history.get()), (true, 0.75));
    assert!(made.text.contains("which says nothing of how sure"), "{}", made.text);
}

#[test]
fn tables_come_as_spreadsheets_write_them() {
    // With a mark of the byte order, Windows' ends of lines, semicolons and decimal commas, blanks and empty lines.
    let (made, study) = made(&trust("\u{feff}Answer;\"who\"\r\n4,5;A\r\n\r\n 3 ;B\r\n5;\"C;D\"\r\n"));
    assert_eq!(study.scenario.sites[0].history.get(), 0.792, "{}", made.text);
    let tabs = "from\tfrom_organisation\tto\tto_organisation\nAda\tA, B\tBo\tC\n";
    let (_, study) = self::made(&network(tabs));
    let names: Vec<&str> = study.scenario.sites[0].organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["A, B", "C"]);
}

#[test]
fn what_is_wrong_with_a_table_is_shown_at_its_place() {
    let told = wrong(&trust("answer\n4\n6\nyes\n"));
    for part in ["\"6\" is no answer from 1 to 5", "survey.csv:3:1", "\"yes\" is no answer", "survey.csv:4:1"] {
        assert!(told.contains(part), "{part:?} is not in\n{told}");
    }
    let cases = [
        (trust("answers\n4\n"), "has no column `answer`; it has answers", "survey.csv:1:1"),
        (trust("answers\n4\n"), "is it \"answers\"? then call it `answer`", "survey.csv:1:1"),
        (trust("answer\n4\n"), "one answer says nothing of how sure", "survey.csv:2:1"),
        (trust(""), "the trust table is empty", "survey.csv:1:1"),
        (trust("\n\n"), "the trust table is empty", "survey.csv:1:1"),
        (trust("answer\n"), "has heads and no row", "survey.csv:1:1"),
        (trust("answer,Answer\n4,4\n"), "has two columns `answer`", "survey.csv:1:1"),
        (trust("answer\n\"4\n"), "a quote is not closed", "survey.csv:2:1"),
        (trust("answer\n4,5\n"), "this row has 2 cells", "survey.csv:2:3"),
        (plan("initiative,start\nA,May\n"), "\"May\" is no month like 2025-01", "gantt.csv:2:3"),
        (plan("initiative,start\nA,2025-13\n"), "\"2025-13\" is no month", "gantt.csv:2:3"),
        (plan("initiative,start\n,2025-01\n"), "this row has no `initiative`", "gantt.csv:2:1"),
        (plan("initiative,start,lead\nA,2025-01,Scool\n"), "did you mean \"School\"?", "gantt.csv:2:11"),
        (plan("initiative,start,lead\nA,2025-01,Nobody\n"), "there are School, Town", "gantt.csv:2:11"),
        (network("from,from_organisation,to\nA,B,C\n"), "has no column `to_organisation`", "ties.csv:1:1"),
        (
            network("from,from_organisation,to,to_organisation\nA,B,C,\n"),
            "this row has no `to_organisation`",
            "ties.csv:2:1",
        ),
        (network("from,from_organisation,to,to_organisation\nA,,C,B\n"), "has no `from_organisation`", "ties.csv:2:1"),
        (network("from,from_organisation,to,to_organisation\nA,all,C,B\n"), "all", "what was made"),
    ];
    for (at_hand, message, place) in cases {
        let told = wrong(&at_hand);
        assert!(told.contains(message) && told.contains(place), "{message:?} at {place} is not in\n{told}");
    }
}

#[test]
fn a_plan_may_stand_alone_and_begin_the_same_twice() {
    let gantt = "initiative,start,lead\nClubs,2025-09,School\nClubs,2026-09,Charity\n音楽,2026-01,\n映画,2026-02,\n";
    let (_, study) = made(&AtHand { plan: text("gantt.csv", gantt), ..AtHand::default() });
    let scenario = &study.scenario;
    let names: Vec<&str> = scenario.sites[0].organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Charity", "School"]);
    assert_eq!(
        starts(scenario).iter().map(|one| one.0.as_str()).collect::<Vec<_>>(),
        ["Clubs", "Clubs 2", "音楽", "映画"]
    );
    assert_eq!(scenario.kinds.len(), 3);
    // Nobody was asked: the trust that is written is the one that a file without it has.
    let silent = Source::Text { name: "silent".to_owned(), text: "name = \"a\"\n[[site]]\nname = \"A\"\n".to_owned() };
    assert_eq!(scenario.sites[0].history, load_study(&silent, &[]).unwrap().scenario.sites[0].history);
}
