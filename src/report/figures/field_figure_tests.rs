use super::field_figure;
use crate::chart::{Chart, FieldChart, FieldPart};
use crate::quantity::{Month, Words};
use crate::report::words::{FieldTold, ToldMoney, ToldPlace, ToldShock, ToldSite, ToldWork};

fn field(sites: usize) -> FieldTold {
    let site = |at: usize| ToldSite {
        name: format!("Place {at}"),
        population: 100.0 * (at + 1) as f64,
        member: at > 0,
        history: 0.4,
        deficit: 0.4,
    };
    let mut words = Words::default();
    words.say("the programme", "the fund");
    words.say("thousand pounds", "thousand kroner");
    FieldTold {
        said: ["clubs", "", ""].map(String::from),
        words,
        start: Month::new(2024, 7).unwrap(),
        months: 60,
        sites: (0..sites).map(site).collect(),
        regions: Vec::new(),
        organisations: Vec::new(),
        deciding: Vec::new(),
        boards: Vec::new(),
        kinds: Vec::new(),
        money: ToldMoney { months: [12, 48], award: 0.6, rounds: Some(12), taper: 6, full: 10.0, budget: None },
        shocks: vec![ToldShock {
            sentence: "Less".to_owned(),
            mark: "the programme cuts".to_owned(),
            when: Ok(20),
            magnitude: 0.2,
        }],
        regimes: Vec::new(),
        assumed: Vec::new(),
        drawn: ToldPlace {
            site: 1,
            organisations: vec![("Club".to_owned(), 8, 1), ("Town hall".to_owned(), 3, 0)],
            together: vec![
                ToldWork {
                    label: "Evenings".to_owned(),
                    cost: 12.5,
                    months: [12, 60],
                    paid: true,
                    members: vec![0, 1],
                    payers: vec![1],
                    ..ToldWork::default()
                },
                ToldWork {
                    label: "Council".to_owned(),
                    board: true,
                    months: [12, 60],
                    members: vec![0, 1],
                    ..ToldWork::default()
                },
            ],
        },
    }
}

fn drawn(field: &FieldTold) -> FieldChart {
    match field_figure(field).chart {
        Chart::Field(chart) => chart,
        _ => unreachable!("a field"),
    }
}

#[test]
fn what_is_drawn_is_what_the_field_has_in_its_own_words() {
    let chart = drawn(&field(3));
    assert_eq!(chart.heads[2], "thousand kroner a month at full scale");
    assert_eq!(chart.keys[2], "pays when the fund does not");
    assert_eq!(chart.axis.marks[0].label, "the fund cuts");
    assert_eq!(
        chart.axis.ticks.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>(),
        ["2025", "2026", "2027", "2028", "2029"]
    );
    assert_eq!(chart.axis.ticks[0].at, 6.0);
    let organisation = &chart.organisations[0];
    assert_eq!((organisation.label.as_str(), organisation.people.as_str()), ("Club", "8 +1"));
    assert_eq!(chart.works[0].parts, [(0, FieldPart::Leads, false), (1, FieldPart::TakesPart, true)]);
    assert_eq!(chart.works[1].parts, [(0, FieldPart::Sits, false), (1, FieldPart::Sits, false)]);
    assert_eq!((chart.works[0].note.as_str(), chart.works[0].paid), ("12.5", Some((12.0, 48.0))));
    // Level, and down over the last six months.
    assert_eq!(chart.money, [(12.0, 0.6), (42.0, 0.6), (48.0, 0.0)]);
    assert_eq!(chart.places_label, "3 sites, 2 members dark");
    assert_eq!(drawn(&field(1)).places_label, "");
}

/// Who pays without taking part has a ring of its own.
#[test]
fn whoever_pays_is_drawn() {
    let mut field = field(1);
    field.drawn.organisations.push(("City".to_owned(), 2, 0));
    field.drawn.together[0].payers = vec![2];
    let parts = drawn(&field).works[0].parts.clone();
    assert_eq!(parts, [(0, FieldPart::Leads, false), (1, FieldPart::TakesPart, false), (2, FieldPart::Pays, true)]);
}

/// Nobody who is no member is paid: neither the bars nor the money say so.
#[test]
fn where_nothing_is_paid_no_money_is_drawn() {
    let mut field = field(2);
    field.drawn.together[0].paid = false;
    let chart = drawn(&field);
    assert_eq!((chart.money.len(), chart.money_label.as_str(), chart.keys[5].as_str()), (0, "", ""));
}
