use super::Ran;
use crate::report::figures::{Figure, SideBySide};
use crate::report::story::ToldStory;
use serde::{Deserialize, Serialize};

/// All that a report says, before it is a page: `report.data`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// The scenario, or what was tried.
    pub name: String,
    /// What kind of result it is: "A run", "A comparison", "A sweep", "Evidence".
    pub kind: String,
    /// What was asked.
    pub question: String,
    /// The answer in about three sentences of plain words, computed from the result.
    pub answer: Vec<String>,
    /// What follows, in order; the page numbers it and lists it at its beginning.
    pub sections: Vec<Section>,
    /// What ran.
    pub ran: Ran,
}

/// A part of the page with a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Where links go, such as `who-survived`; unique in the page.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// What a section is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Part {
    /// A paragraph.
    Words(String),
    /// A picture with its caption and its numbers.
    Figure(Figure),
    /// A table.
    Table(SheetTable),
    /// Pictures that every arm has, two of which a reader holds side by side.
    SideBySide(Vec<SideBySide>),
    /// Several statements.
    List(Vec<String>),
    /// The story of an initiative.
    Story(ToldStory),
    /// What ran, in a table of its own with the command that makes it again.
    Ran,
    /// The model in one page.
    Model,
    /// What ran, a whole scenario file, to be tried out in the page itself.
    Live(String),
}

/// A table of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetTable {
    /// What it shows, one sentence.
    pub caption: String,
    /// Headings of its columns; the first column names the row.
    pub columns: Vec<String>,
    /// Its rows, each as wide as `columns`.
    pub rows: Vec<SheetRow>,
    /// Whether it is long: shown behind a disclosure.
    pub is_long: bool,
}

/// A row of a table; a reader can ask for those of one site or kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetRow {
    /// The site that it is about, if it is about one.
    pub site: Option<String>,
    /// The kind of initiative (the theme, of a finding), if it is about one.
    pub kind: Option<String>,
    /// Its cells.
    pub cells: Vec<SheetCell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetCell {
    /// Words: to the left.
    Text(String),
    /// A number, rounded, with its unit and how sure it is: to the right.
    Number(String),
}

impl Section {
    /// A section of these parts.
    #[must_use]
    pub fn of(id: &str, title: &str, parts: Vec<Part>) -> Section {
        Section { id: id.to_owned(), title: title.to_owned(), parts }
    }
}

impl SheetRow {
    /// A row about no site or kind in particular: a name, then numbers.
    #[must_use]
    pub fn of(name: &str, numbers: impl IntoIterator<Item = String>) -> SheetRow {
        let name = SheetCell::Text(name.to_owned());
        SheetRow {
            site: None,
            kind: None,
            cells: std::iter::once(name).chain(numbers.into_iter().map(SheetCell::Number)).collect(),
        }
    }
}

impl Contents {
    /// The pictures, in the order of the page, those of stories left out.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let parts = self.sections.iter().flat_map(|section| &section.parts);
        parts.flat_map(|part| match part {
            Part::Figure(figure) => vec![figure],
            Part::SideBySide(all) => all.iter().flat_map(|one| &one.arms).map(|(_, figure)| figure).collect(),
            _ => vec![],
        })
    }

    /// The sites and the kinds that rows of tables and stories are about.
    pub(super) fn sites_and_kinds(&self) -> (Vec<String>, Vec<String>) {
        let (mut sites, mut kinds) = (vec![], vec![]);
        let note = |list: &mut Vec<String>, name: Option<&String>| {
            if let Some(name) = name
                && !list.contains(name)
            {
                list.push(name.clone());
            }
        };
        for part in self.sections.iter().flat_map(|section| &section.parts) {
            match part {
                Part::Table(table) => {
                    for row in &table.rows {
                        note(&mut sites, row.site.as_ref());
                        note(&mut kinds, row.kind.as_ref());
                    }
                }
                Part::Story(story) => {
                    note(&mut sites, Some(&story.about.0));
                    note(&mut kinds, Some(&story.about.1));
                }
                _ => {}
            }
        }
        (sites, kinds)
    }
}
