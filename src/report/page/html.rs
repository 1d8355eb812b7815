use super::dark::dark;
use super::drawing::{SpotView, inline, spots};
use super::first_use::with_words_explained;
use super::fonts::fonts;
use super::narrow::NarrowView;
use super::policy::policy;
use super::{Contents, Part, Ran, SheetCell, SheetRow, SheetTable};
use crate::chart::{Chart, Picture};
use crate::letters::visible;
use crate::report::figures::Figure;
use crate::report::story::ToldStory;
use crate::report::words::with_minus;
use minijinja::{Environment, UndefinedBehavior, Value, context, escape_formatter};
use serde::Serialize;

/// The templates, each a file beside this one.
const TEMPLATES: [(&str, &str); 7] = [
    ("page.html", include_str!("page.html")),
    ("figure.html", include_str!("figure.html")),
    ("table.html", include_str!("table.html")),
    ("story.html", include_str!("story.html")),
    ("ran.html", include_str!("ran.html")),
    ("model.html", include_str!("model.html")),
    ("slides.html", include_str!("slides.html")),
];
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// What to see in the picture of a story.
const ODDS: &str = "Each line is one thing that might have been otherwise: the share of futures in which that alone would have turned \
                    what became of the initiative, with its 95 % interval. Shares do not add up. \"A change of no weight\" is what \
                    chance alone does.";

/// The pictures of a report, drawn, each with its figure.
pub(super) type Album<'a> = Vec<(&'a Figure, Picture)>;

/// The page as HTML.
pub(super) fn page(contents: &Contents, album: &Album<'_>) -> String {
    let environment = environment();
    let template = environment.get_template("page.html").expect("the template is built in");
    let (sites, kinds) = contents.sites_and_kinds();
    let (style, script) = (format!("\n{}{STYLE}\n{}\n", fonts(), dark()), format!("\n{SCRIPT}\n"));
    let mut numbers = Numbers::default();
    let sections: Vec<SectionView> = contents
        .sections
        .iter()
        .map(|section| SectionView {
            id: &section.id,
            title: &section.title,
            parts: section.parts.iter().map(|part| view(part, contents, album, &mut numbers)).collect(),
        })
        .collect();
    let view = context! {
        contents => contents,
        about => super::ABOUT,
        sections => sections,
        sites => sites,
        kinds => kinds,
        kind_label => if contents.ran.command == "evidence" { "theme" } else { "kind" },
        // Quotes of a policy are ordinary in the value of an attribute.
        policy => Value::from_safe_string(policy(&style, &script)),
        style => Value::from_safe_string(style),
        script => Value::from_safe_string(script),
    };
    with_words_explained(&template.render(view).expect("a template and what it shows are tested together"))
}

pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    // Every text comes through here: letters that only act are written out, then it is escaped.
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => escape_formatter(out, state, &Value::from(visible(text).as_ref())),
        _ => escape_formatter(out, state, value),
    });
    for (name, text) in TEMPLATES {
        environment.add_template(name, text).expect("the template is built in");
    }
    environment
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: &'a str,
    title: &'a str,
    parts: Vec<PartView<'a>>,
}

/// A part, ready for its template.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PartView<'a> {
    Words(&'a str),
    List(&'a [String]),
    Figure(FigureView),
    Table(TableView),
    Story { story: &'a ToldStory, odds: Option<FigureView> },
    Ran(&'a Ran),
    Model(bool),
}

/// Numbers of pictures and tables, for links and captions.
#[derive(Default)]
struct Numbers {
    figures: usize,
    tables: usize,
}

fn view<'a>(part: &'a Part, contents: &'a Contents, album: &Album<'_>, numbers: &mut Numbers) -> PartView<'a> {
    match part {
        Part::Words(words) => PartView::Words(words),
        Part::List(items) => PartView::List(items),
        Part::Table(table) => {
            numbers.tables += 1;
            PartView::Table(TableView::of(table, numbers.tables))
        }
        Part::Figure(figure) => {
            let drawn = album.iter().find(|(other, _)| other.name == figure.name);
            let rendered;
            let picture = match drawn {
                Some((_, picture)) => picture,
                None => {
                    rendered = figure.chart.render();
                    &rendered
                }
            };
            let file = format!("charts/{}.svg", figure.name);
            PartView::Figure(FigureView::of(&figure.chart, picture, &figure.caption, Some(file), numbers))
        }
        Part::Story(story) => {
            let odds = story.odds.as_ref().map(|chart| FigureView::of(chart, &chart.render(), ODDS, None, numbers));
            PartView::Story { story, odds }
        }
        Part::Ran => PartView::Ran(&contents.ran),
        Part::Model => PartView::Model(true),
    }
}

/// A picture with all that stands around it.
#[derive(Serialize)]
struct FigureView {
    number: usize,
    title: String,
    caption: String,
    /// The drawing, to stand in the page as it is.
    svg: Value,
    height: f64,
    spots: Vec<SpotView>,
    /// The same for the screen of a phone, and what its heading would say below it.
    narrow: Option<NarrowView>,
    made_of: String,
    file: Option<String>,
    /// Whether it waits behind its title: what a reader may choose.
    is_folded: bool,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl FigureView {
    fn of(chart: &Chart, picture: &Picture, caption: &str, file: Option<String>, numbers: &mut Numbers) -> FigureView {
        numbers.figures += 1;
        let table = chart.table();
        let (svg, height) = inline(&picture.lettered(), &picture.alt);
        FigureView {
            number: numbers.figures,
            title: chart.heading().title.clone(),
            caption: caption.to_owned(),
            svg: Value::from_safe_string(svg),
            height,
            spots: spots(picture),
            narrow: NarrowView::of(chart, &picture.alt),
            made_of: chart.heading().caption.clone(),
            is_folded: file.as_ref().is_some_and(|file| file.starts_with("charts/network-")),
            file,
            columns: table.columns,
            rows: table.rows.iter().map(|row| row.iter().map(|cell| with_minus(cell)).collect()).collect(),
        }
    }
}

/// A table whose cells know their side.
#[derive(Serialize)]
struct TableView {
    number: usize,
    caption: String,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
    is_long: bool,
}

#[derive(Serialize)]
struct ColumnView {
    label: String,
    is_number: bool,
}

#[derive(Serialize)]
struct RowView {
    site: Option<String>,
    kind: Option<String>,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct CellView {
    text: String,
    is_number: bool,
}

impl TableView {
    fn of(table: &SheetTable, number: usize) -> TableView {
        let cell = |cell: &SheetCell| match cell {
            SheetCell::Text(text) => CellView { text: text.clone(), is_number: false },
            SheetCell::Number(text) => CellView { text: with_minus(text), is_number: true },
        };
        let row = |row: &SheetRow| RowView {
            site: row.site.clone(),
            kind: row.kind.clone(),
            cells: row.cells.iter().map(cell).collect(),
        };
        let is_number = |column: usize| {
            table.rows.iter().filter_map(|row| row.cells.get(column)).any(|cell| matches!(cell, SheetCell::Number(_)))
        };
        let columns = table.columns.iter().enumerate();
        TableView {
            number,
            caption: table.caption.clone(),
            columns: columns
                .map(|(place, label)| ColumnView { label: label.clone(), is_number: is_number(place) })
                .collect(),
            rows: table.rows.iter().map(row).collect(),
            is_long: table.is_long,
        }
    }
}
