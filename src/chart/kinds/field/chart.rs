use super::lettered_pens::letter;
use crate::chart::axes::TimeAxis;
use crate::chart::parts::Heading;
use crate::chart::words::{ChartTable, NONE, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// An organisation: a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOrganisation {
    /// Its name.
    pub label: String,
    /// Its people, in a few letters, such as "12 +1".
    pub people: String,
}

/// How an organisation takes part in a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldPart {
    /// It leads: a square.
    Leads,
    /// It takes part: a disc.
    TakesPart,
    /// It sits there: a diamond.
    Sits,
    /// It has no part in it but to pay: nothing but the ring.
    Pays,
}

/// Something that organisations do together: a column of letters and signs, and a bar over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldWork {
    /// Its name.
    pub label: String,
    /// Beside its bar, such as what it costs; may be empty.
    pub note: String,
    /// From when to when.
    pub span: (f64, f64),
    /// The stretch in which somebody from outside pays.
    pub paid: Option<(f64, f64)>,
    /// Whether it is a place where people sit together rather than something that is done: its bar is an outline.
    pub sits: bool,
    /// Who takes part (a place among the organisations), how, and whether they pay when nobody else does: a ring.
    pub parts: Vec<(usize, FieldPart, bool)>,
}

/// One place of all, in the strip.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldPlace {
    /// Its name.
    pub label: String,
    /// 0..1: how high it stands.
    pub size: f64,
    /// Dark if it belongs to what is drawn, else light.
    pub member: bool,
}

/// Who does what with whom in one place, when it runs and who pays; and a strip of all places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldChart {
    /// Title and caption; a subtitle is not drawn.
    pub heading: Heading,
    /// Above the names of organisations, their people, and the notes.
    pub heads: [String; 3],
    /// What a square, a disc, a ring, a diamond, a number behind a plus, a dark part of a bar stand for; empty ones are left out.
    pub keys: [String; 6],
    /// From top to bottom; those for which there is no room are left out, and the caption says so.
    pub organisations: Vec<FieldOrganisation>,
    /// From left to right, and from top to bottom; likewise.
    pub works: Vec<FieldWork>,
    /// Time; its span is not drawn, its marks are.
    pub axis: TimeAxis,
    /// What flows from outside, 0..1 over time, and what is said of it.
    pub money: Vec<(f64, f64)>,
    /// What is said of it; may be empty.
    pub money_label: String,
    /// All places in their order.
    pub places: Vec<FieldPlace>,
    /// Which of them is drawn.
    pub drawn: usize,
    /// What is said of them; may be empty.
    pub places_label: String,
}

/// Most columns, which leave room for names and for time.
pub(super) const MOST_WORKS: usize = 12;

impl FieldChart {
    /// What it shows in words, what it leaves out as well.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or_none = |text: String| if text.trim().is_empty() { NONE.to_owned() } else { text };
        let who = |work: &FieldWork, which: &dyn Fn(FieldPart, bool) -> bool| {
            let names = work.parts.iter().filter(|part| which(part.1, part.2));
            let names: Vec<&str> =
                names.filter_map(|part| Some(self.organisations.get(part.0)?.label.as_str())).collect();
            or_none(names.join("; "))
        };
        let row = |(at, work): (usize, &FieldWork)| {
            vec![
                letter(at),
                or_none(work.label.clone()),
                who(work, &|part, _| part == FieldPart::Leads),
                who(work, &|part, _| matches!(part, FieldPart::TakesPart | FieldPart::Sits)),
                who(work, &|_, pays| pays),
                or_none(work.note.clone()),
            ]
        };
        let columns = ["letter", "what", "leads", "takes part", "pays", "note"].map(str::to_owned).to_vec();
        ChartTable { columns, rows: self.works.iter().enumerate().map(row).collect() }
    }

    /// What it shows, in sentences.
    pub(super) fn describe(&self) -> String {
        let work = |work: &FieldWork| {
            let name = |wanted: FieldPart| {
                let names: Vec<&str> = work
                    .parts
                    .iter()
                    .filter(|part| part.1 == wanted)
                    .filter_map(|part| Some(self.organisations.get(part.0)?.label.as_str()))
                    .collect();
                names.join(", ")
            };
            let all = [FieldPart::Leads, FieldPart::TakesPart, FieldPart::Sits].map(name);
            let all: Vec<String> = all.into_iter().filter(|names| !names.is_empty()).collect();
            format!("{}: {}", work.label, if all.is_empty() { NONE.to_owned() } else { all.join("; ") })
        };
        let before = [self.money_label.clone()];
        sentences(
            before
                .into_iter()
                .chain(or_no_data(self.works.iter().take(MOST_WORKS).map(work)))
                .chain([self.places_label.clone(), self.heading.caption.clone()]),
        )
    }
}
