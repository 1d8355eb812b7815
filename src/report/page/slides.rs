use super::drawing::{LETTERS, SPARE, cropped};
use super::first_use::words_said;
use super::fonts::fonts;
use super::html::environment;
use super::{Contents, Part, SheetTable};
use crate::chart::{Chart, Sheet};
use crate::report::figures::Figure;
use crate::report::markup::{Held, inline, policy};
use crate::report::words::PageWord;
use minijinja::{Value, context};
use serde::Serialize;

const STYLE: &str = include_str!("slides.css");
const SCRIPT: &str = include_str!("slides.js");

/// Pixels of a slide: 16:9, 13.3 by 7.5 inches on paper.
const SLIDE: (f64, f64) = (1280.0, 720.0);
/// Pixels of the smallest letters: 18 points.
const LEAST: f64 = 24.0;
/// Pixels of a unit of a picture, at which its usual letters (19 units) are as large.
const UNIT: f64 = LEAST / LETTERS;
/// Pictures of a deck, at most.
const MOST: usize = 5;
/// Those that are shown if there are more, in this order; then the others, as they come in the report.
const FIRST: [&str; 13] = [
    "differences",
    "survival",
    "causes",
    "survival-by-arm",
    "stages-by-arm",
    "stages",
    "success",
    "authority",
    "sweep",
    "sweep-axes",
    "sensitivity",
    "rule",
    "screening",
];
/// Those that need the room of a page, and somebody who reads.
const TOO_RICH: [&str; 5] = ["grid", "network", "flow", "sites", "trajectory"];
/// Letters of a line of a title, of the sentence below a picture, and of the answer with its lines on a slide.
const TITLE: usize = 62;
const SENTENCE: usize = 82;
const ANSWER: (usize, usize) = (72, 14);

/// A deck: its page, and the words in it with letters that the pictures' font lacks.
pub(super) struct Slides {
    pub html: String,
    pub unknown: Vec<String>,
}

/// The question, the answer, pictures with a sentence each, what ran, and the limits, each on a slide.
pub(super) fn slides(contents: &Contents) -> Slides {
    let pictures = chosen(contents);
    let unknown = pictures.iter().flat_map(|one| one.unknown.clone()).collect();
    let (style, script) = (format!("\n{}{STYLE}\n", fonts()), format!("\n{SCRIPT}\n"));
    let policy = policy(Held { style: &style, scripts: &[&script], has_fonts: true, has_program: false });
    let environment = environment();
    let template = environment.get_template("slides.html").expect("the template is built in");
    let view = |words: &[Vec<&PageWord>]| {
        let view = context! {
            contents => contents,
            about => super::ABOUT,
            answers => slides_of(&contents.answer, ANSWER),
            places => places(contents),
            pictures => pictures,
            others => contents.ran.arms.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            policy => Value::from_safe_string(policy.clone()),
            style => Value::from_safe_string(style.clone()),
            script => Value::from_safe_string(script.clone()),
            words => words,
        };
        template.render(view).expect("a template and what it shows are tested together")
    };
    // Which words are to be explained is known when all has been said.
    let html = view(&slides_of_words(words_said(&view(&[]))));
    Slides { html, unknown }
}

/// The table of places, if it fits on a slide: where more lives on, and where less.
fn places(contents: &Contents) -> Option<&SheetTable> {
    let section =
        contents.sections.iter().find(|section| section.id == "who-survived" && contents.ran.command == "run")?;
    section.parts.iter().find_map(|part| match part {
        Part::Table(table) if table.columns.len() <= 5 && (2..=8).contains(&table.rows.len()) => Some(table),
        _ => None,
    })
}

/// A picture on its slide.
#[derive(Serialize)]
struct PictureView {
    title: String,
    sentence: String,
    svg: Value,
    #[serde(skip)]
    unknown: Vec<String>,
}

/// The pictures of the deck. One that has more to say than a slide has room for in letters of 18 points is left out.
fn chosen(contents: &Contents) -> Vec<PictureView> {
    let place = |figure: &Figure| FIRST.iter().position(|name| *name == figure.name).unwrap_or(FIRST.len());
    // Those of single arms come last, and are as rich as those of a run.
    let is_simple = |figure: &&Figure| !TOO_RICH.contains(&figure.of_run());
    let mut figures: Vec<&Figure> = contents.figures().filter(is_simple).collect();
    figures.sort_by_key(|figure| place(figure));
    figures.into_iter().filter_map(view).take(MOST).collect()
}

fn view(figure: &Figure) -> Option<PictureView> {
    let title = figure.chart.heading().title.clone();
    let sentence = first_sentence(&figure.caption);
    // What the title (40 pixels a line) and the sentence (33) leave; see the style.
    let written = 40.0 * lines(&title, TITLE) as f64 + 33.0 * lines(sentence, SENTENCE) as f64;
    let room = (SLIDE.1 - 76.0 - written) / UNIT;
    let sheet = Sheet { width: SLIDE.0 / UNIT, height: room + SPARE.0 + SPARE.1, least_letters: LETTERS };
    let picture = in_short(figure).without_heading().render_on(sheet);
    let (svg, height) = inline(&picture.lettered(), &picture.alt);
    (picture.is_legible && height <= sheet.height + 1.0).then(|| PictureView {
        title,
        sentence: sentence.to_owned(),
        svg: Value::from_safe_string(cropped(&svg, sheet.width, 0.0).map_or(svg, |(svg, _)| svg)),
        unknown: picture.unknown,
    })
}

/// The chart with what its title speaks of alone: the first of several figures.
fn in_short(figure: &Figure) -> Chart {
    let mut chart = figure.chart.clone();
    match &mut chart {
        Chart::Trajectory(trajectory) if figure.name == "success" => trajectory.panels.truncate(1),
        Chart::Forest(forest) => forest.blocks.truncate(1),
        _ => {}
    }
    chart
}

/// Words on as many slides as they take: pixels of a slide below its title, of a line, and of the gap below a word, which is explained
/// in lines of so many letters.
fn slides_of_words(words: Vec<&PageWord>) -> Vec<Vec<&PageWord>> {
    const ROOM: f64 = 560.0;
    let high = |word: &PageWord| 33.0 * lines(word.means, 66) as f64 + 14.0;
    let mut slides: Vec<Vec<&PageWord>> = vec![];
    let mut free = 0.0;
    for word in words {
        if high(word) > free {
            slides.push(vec![]);
            free = ROOM;
        }
        free -= high(word);
        if let Some(last) = slides.last_mut() {
            last.push(word);
        }
    }
    slides
}

/// Up to its first full stop that is followed by a new beginning.
fn first_sentence(text: &str) -> &str {
    let is_end = |at: usize| text[at + 2..].starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let end = text.match_indices(". ").map(|(at, _)| at).find(|&at| is_end(at));
    end.map_or(text, |at| &text[..=at])
}

/// Lines of so many letters that a text takes, or one more.
fn lines(text: &str, letters: usize) -> usize {
    text.chars().count().div_ceil(letters)
}

/// Sentences on as many slides as they take; what is longer than a slide goes on on the next.
fn slides_of(sentences: &[String], (letters, most): (usize, usize)) -> Vec<Vec<String>> {
    let mut slides: Vec<Vec<String>> = vec![];
    let mut free = 0;
    for piece in sentences.iter().flat_map(|sentence| pieces(sentence, letters * (most - 1))) {
        // A gap between sentences is as high as half a line.
        let needed = 2 * lines(&piece, letters) + 1;
        if needed > free || slides.is_empty() {
            slides.push(vec![]);
            free = 2 * most;
        }
        free = free.saturating_sub(needed);
        if let Some(last) = slides.last_mut() {
            last.push(piece);
        }
    }
    slides
}

/// A text in pieces of at most so many letters, broken between words where there are some.
fn pieces(text: &str, most: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for word in text.split_inclusive(' ') {
        let letters = word.chars().count();
        if length > 0 && length + letters > most {
            pieces.push(String::new());
            length = 0;
        }
        length += letters;
        if let Some(last) = pieces.last_mut() {
            last.push_str(word);
        }
    }
    pieces
}

#[cfg(test)]
#[path = "slides_tests.rs"]
mod tests;
