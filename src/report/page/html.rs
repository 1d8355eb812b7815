use super::dark::dark;
use super::drawing::{SpotView, spots};
use super::first_use::with_words_explained;
use super::fonts::fonts;
use super::narrow::NarrowView;
use super::tried::inside;
use super::{Contents, Part, Ran, SheetCell, SheetRow, SheetTable};
use crate::chart::{Chart, Picture};
use crate::letters::visible;
use crate::report::figures::{Figure, SideBySide};
use crate::report::markup::{Held, inline, policy};
use crate::report::story::ToldStory;
use crate::report::words::with_minus;
use minijinja::{Environment, UndefinedBehavior, Value, context, escape_formatter};
use serde::Serialize;

/// The templates, each a file beside this one.
const TEMPLATES: [(&str, &str); 8] = [
    ("page.html", include_str!("page.html")),
    ("figure.html", include_str!("figure.html")),
    ("side_by_side.html", include_str!("side_by_side.html")),
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

/// The pictures of a report, drawn.
pub(super) type Album<'a> = Vec<DrawnFigure<'a>>;

/// A picture, drawn for a desk and, where there can be one, for the screen of a phone. Pictures of single arms have none for a
/// phone: they would make the page twice as large.
pub(super) struct DrawnFigure<'a> {
    pub figure: &'a Figure,
    pub picture: Picture,
    narrow: Option<NarrowView>,
}

impl<'a> DrawnFigure<'a> {
    pub fn of(figure: &'a Figure) -> DrawnFigure<'a> {
        let picture = figure.chart.render();
        let narrow = if figure.is_of_arm() { None } else { NarrowView::of(&figure.chart, &picture.alt) };
        DrawnFigure { figure, picture, narrow }
    }
}

/// The page as HTML. With `panel`, what there is to turn, it holds the program if its contents have a section for it; else that section is
/// left out.
pub(super) fn page(contents: &Contents, album: &Album<'_>, panel: Option<&str>) -> String {
    let environment = environment();
    let template = environment.get_template("page.html").expect("the template is built in");
    let (sites, kinds) = contents.sites_and_kinds();
    let live = inside(contents, panel);
    let live_style = live.as_ref().map_or("", |live| live.style);
    let (style, script) = (format!("\n{}{STYLE}\n{}\n{live_style}", fonts(), dark()), format!("\n{SCRIPT}\n"));
    let scripts: Vec<&str> =
        [script.as_str()].into_iter().chain(live.as_ref().map(|live| live.script.as_str())).collect();
    let policy = policy(Held { style: &style, scripts: &scripts, has_fonts: true, has_program: live.is_some() });
    let mut numbers = Numbers::default();
    let sections: Vec<SectionView> = contents
        .sections
        .iter()
        .filter(|section| live.is_some() || !section.is_tried_out())
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
        policy => Value::from_safe_string(policy),
        style => Value::from_safe_string(style),
        script => Value::from_safe_string(script),
        live => live.map(|live| context! {
            part => Value::from_safe_string(live.part),
            script => Value::from_safe_string(live.script),
            data => Value::from_safe_string(live.data),
            module => Value::from_safe_string(live.module),
        }),
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
    SideBySide { arms: Vec<&'a str>, pictures: Vec<SideView<'a>> },
    Story { story: &'a ToldStory, odds: Option<FigureView> },
    Ran(&'a Ran),
    Model(bool),
    Live(bool),
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
        Part::Figure(figure) => PartView::Figure(FigureView::from(figure, album, numbers)),
        Part::SideBySide(all) => {
            let mut arms: Vec<&str> = vec![];
            for (arm, _) in all.iter().flat_map(|one| &one.arms) {
                if !arms.contains(&arm.as_str()) {
                    arms.push(arm);
                }
            }
            PartView::SideBySide { arms, pictures: all.iter().map(|one| SideView::of(one, album, numbers)).collect() }
        }
        Part::Story(story) => {
            let odds = |chart: &Chart| {
                let picture = chart.render();
                let narrow = NarrowView::of(chart, &picture.alt);
                FigureView { narrow, ..FigureView::of(chart, &picture, ODDS, None, numbers) }
            };
            let odds = story.odds.as_ref().map(odds);
            PartView::Story { story, odds }
        }
        Part::Ran => PartView::Ran(&contents.ran),
        Part::Model => PartView::Model(true),
        Part::Live(_) => PartView::Live(true),
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

/// Pictures of which two stand side by side.
#[derive(Serialize)]
struct SideView<'a> {
    title: &'a str,
    arms: Vec<(&'a str, FigureView)>,
}

impl<'a> SideView<'a> {
    fn of(one: &'a SideBySide, album: &Album<'_>, numbers: &mut Numbers) -> SideView<'a> {
        let arms = one.arms.iter().map(|(arm, figure)| (arm.as_str(), FigureView::from(figure, album, numbers)));
        SideView { title: &one.title, arms: arms.collect() }
    }
}

impl FigureView {
    /// Of a picture that lies in the folder, drawn already if it is in the album.
    fn from(figure: &Figure, album: &Album<'_>, numbers: &mut Numbers) -> FigureView {
        let rendered;
        let drawn = match album.iter().find(|drawn| drawn.figure.name == figure.name) {
            Some(drawn) => drawn,
            None => {
                rendered = DrawnFigure::of(figure);
                &rendered
            }
        };
        let file = format!("charts/{}.svg", figure.name);
        let view = FigureView::of(&figure.chart, &drawn.picture, &figure.caption, Some(file), numbers);
        FigureView { narrow: drawn.narrow.clone(), ..view }
    }

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
            narrow: None,
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
