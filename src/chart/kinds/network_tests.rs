use super::*;
use crate::chart::sheet::{assert_sound, assert_texts_apart};
use proptest::prelude::*;

fn chart(organisations: usize, each: usize, halos: usize) -> NetworkChart {
    let people = organisations * each;
    let person = |slot: usize| NetworkPerson {
        organisation: slot / each.max(1),
        label: format!("Manager {slot}"),
        size: slot as f64 / people as f64,
        presence: [Presence::Filled, Presence::Filled, Presence::Empty, Presence::Absent][slot % 4],
    };
    let panel = |title: &str, shift: usize| NetworkPanel {
        title: title.to_owned(),
        people: (0..people).map(person).collect(),
        ties: (0..people as u16)
            .map(|from| {
                (from, (from * 7 + 3) % people.max(1) as u16, 0.3 + 0.1 * ((usize::from(from) + shift) % 7) as f64)
            })
            .collect(),
        members: (0..halos)
            .map(|halo| (0..people as u16).filter(|slot| usize::from(*slot) % 5 == halo).collect())
            .collect(),
    };
    NetworkChart {
        heading: Heading { title: "Trust grows".into(), ..Heading::default() },
        organisations: (0..organisations).map(|place| format!("Organisation number {place}")).collect(),
        halos: (0..halos).map(|halo| format!("Initiative {halo}")).collect(),
        strong: 0.5,
        panels: vec![panel("before", 0), panel("during", 1), panel("after", 2)],
        figures: vec![
            NetworkFigure { label: "strong ties".to_owned(), values: ["1", "5", "3"].map(str::to_owned).to_vec() },
            NetworkFigure { label: "mean trust".to_owned(), values: vec!["0.3".to_owned()] },
        ],
    }
}

#[test]
fn says_in_words_and_numbers_what_it_shows() {
    let chart = chart(3, 2, 1);
    let picture = chart.render();
    let told = "Trust grows. before – strong ties: 1; mean trust: 0.3. during – strong ties: 5. after – strong ties: 3. \
                Halos: Initiative 0.";
    assert_eq!(picture.alt, told);
    let table = chart.table();
    assert_eq!(table.rows[1], ["mean trust", "0.3", "–", "–"]);
    assert_eq!(table.rows[2], ["members of Initiative 0", "2", "2", "2"]);
    // Of six posts one does not exist.
    assert_eq!(picture.spots.len(), 3 * 5);
    assert_sound(|| chart.render());
}

#[test]
fn only_strong_ties_of_known_people_are_drawn() {
    let mut chart = chart(2, 3, 0);
    chart.panels[0].ties = vec![(0, 1, 0.49), (0, 4, 0.9), (1, 5, 0.5), (0, 99, 1.0), (2, 3, f64::NAN)];
    let drawn: Vec<f64> = chart.strong_ties(&chart.panels[0]).iter().map(|tie| tie.2).collect();
    assert_eq!(drawn, [0.5, 0.9]);
}

#[test]
fn stands_empty_and_broken_data() {
    assert_sound(|| NetworkChart::default().render());
    assert_sound(|| chart(0, 0, 0).render());
    assert_sound(|| chart(1, 1, 5).render());
    assert_sound(|| chart(40, 1, 2).render());
    let mut broken = chart(4, 3, 3);
    broken.panels[1].people.truncate(2);
    broken.panels[1].members[0] = vec![99];
    broken.panels[2].people[0] =
        NetworkPerson { organisation: 77, size: f64::NAN, ..broken.panels[2].people[0].clone() };
    assert_sound(|| broken.render());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_text_lies_on_another(organisations in 1..20_usize, each in 1..9_usize, halos in 0..4_usize) {
        let chart = chart(organisations, each, halos);
        assert_texts_apart(&Canvas::draw(|canvas| chart.draw(canvas)));
    }
}
