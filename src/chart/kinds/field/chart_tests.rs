use super::*;
use crate::chart::axes::{Mark, Tick, TimeAxis};
use crate::chart::parts::Heading;
use crate::chart::sheet::{assert_sound, assert_texts_apart};

fn chart(organisations: usize, works: usize, places: usize) -> FieldChart {
    let work = |at: usize| FieldWork {
        label: format!("Work number {at} with a long name indeed"),
        note: "12.5".to_owned(),
        span: (6.0 * at as f64, 60.0),
        paid: Some((12.0, 48.0)),
        sits: at % 5 == 4,
        parts: vec![
            (0, FieldPart::Leads, true),
            (1, FieldPart::TakesPart, false),
            (2, FieldPart::Sits, false),
            (3, FieldPart::Pays, true),
        ],
    };
    let tick = |at: i32| Tick { at: f64::from(12 * at), label: (2020 + at).to_string() };
    FieldChart {
        heading: Heading { title: "Who does what".into(), caption: "Made up. ".repeat(12), ..Heading::default() },
        heads: ["Somewhere".into(), "people".into(), "thousand euros a month".into()],
        keys: ["leads", "takes part", "pays when the money has ended", "sits there", "posts that it pays", "paid"]
            .map(String::from),
        organisations: (0..organisations)
            .map(|at| FieldOrganisation { label: format!("Organisation {at} of the place"), people: "12 +1".into() })
            .collect(),
        works: (0..works).map(work).collect(),
        axis: TimeAxis {
            from: 0.0,
            to: 60.0,
            ticks: (0..5).map(tick).collect(),
            marks: vec![Mark { at: 20.0, label: "less money".into() }, Mark { at: 22.0, label: "leaders".into() }],
            ..TimeAxis::default()
        },
        money: vec![(12.0, 1.0), (42.0, 1.0), (48.0, 0.0)],
        money_label: "The fund pays 60 % of what is asked".into(),
        places: (0..places)
            .map(|at| FieldPlace { label: format!("Place {at}"), size: 0.01 * (at % 100) as f64, member: at % 3 > 0 })
            .collect(),
        drawn: places / 2,
        places_label: format!("{places} places"),
    }
}

#[test]
fn stands_one_place_and_many() {
    for (organisations, works, places) in [(3, 2, 1), (8, 7, 6), (12, 12, 20), (40, 30, 200), (3, 1, 2000), (0, 0, 0)] {
        let chart = chart(organisations, works, places);
        assert_sound(|| chart.render());
        assert_texts_apart(&chart.drawing());
        assert!(chart.render().is_legible, "{organisations} {works} {places}");
        assert_eq!(chart.table().rows.len(), works);
    }
}

#[test]
fn what_there_is_no_room_for_is_said() {
    let told = |organisations, works| {
        let drawing = chart(organisations, works, 1).drawing();
        drawing.split("<text").filter(|part| part.contains("Not drawn")).map(|part| part.to_owned()).collect::<String>()
    };
    assert_eq!(told(8, 7), "");
    let many = FieldChart { heading: Heading::default(), ..chart(40, 30, 1) };
    assert!(many.drawing().contains("more organisations, "), "{}", &*many.drawing());
}

/// Letters are never below 18 points of a slide that is 960 points wide.
#[test]
fn letters_are_those_of_a_slide() {
    let drawing = chart(12, 12, 20).drawing();
    let least = drawing
        .split("font-size=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next()?.parse::<f64>().ok())
        .fold(f64::INFINITY, f64::min);
    assert!(least / crate::chart::sheet::FINE * 960.0 / 1600.0 >= 18.0 - 1e-9, "{least}");
}
