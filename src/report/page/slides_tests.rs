//! What the slides of made-up results hold.

use super::super::tests::contents;
use super::*;

fn html() -> String {
    slides(&contents()).html
}

#[test]
fn the_question_the_answer_the_pictures_what_ran_and_the_limits() {
    let (html, contents) = (html(), contents());
    for said in contents.answer.iter().chain([&contents.question]) {
        assert!(html.contains(&said.replace('\'', "&#x27;")), "{said}");
    }
    let pictures = html.matches("<section class=\"slide picture\"").count();
    assert!((3..=MOST).contains(&pictures), "{pictures} pictures");
    for part in ["parameters.contagion = 0.1", "“other”", "seed 7", "What this cannot say"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("NaN"));
}

#[test]
fn words_are_explained_before_they_are_said() {
    let html = html();
    let (before, after) = html.split_once("aria-label=\"The answer\"").expect("an answer");
    for word in words_said(after) {
        assert!(before.contains(&format!("<dt>{}</dt>", word.name)), "{}", word.name);
    }
    assert!(before.contains("Words used here") && words_said(after).len() > 2);
    let many: Vec<&PageWord> = crate::report::words::PAGE_WORDS.iter().collect();
    let slides = slides_of_words(many.clone());
    assert!(slides.len() > 1 && slides.concat().len() == many.len());
}

#[test]
fn letters_are_text_of_eighteen_points_or_more() {
    let html = html();
    let sizes: Vec<f64> = html
        .split("<text ")
        .skip(1)
        .filter_map(|text| text.split_once("font-size=\"")?.1.split('"').next()?.parse().ok())
        .collect();
    assert!(sizes.len() > 40, "{} texts", sizes.len());
    // A drawing is four times as fine as its units.
    let least = sizes.iter().copied().fold(f64::INFINITY, f64::min) / 4.0 * UNIT;
    assert!(least > LEAST - 0.1, "{least} pixels");
    let style = STYLE.lines().filter(|line| !line.contains("max(1rem"));
    let written =
        style.flat_map(|line| line.split("font-size: calc(").skip(1)).filter_map(|rest| rest.split(' ').next());
    for size in written {
        assert!(size.parse::<f64>().unwrap() >= LEAST, "{size} pixels");
    }
}

#[test]
fn nothing_is_asked_of_the_network_and_names_are_words() {
    let mut contents = contents();
    contents.name = "<script>alert(1)</script>".to_owned();
    contents.question = "</h1><b>x".to_owned();
    let html = slides(&contents).html;
    assert!(!html.contains("<script>alert") && !html.contains("</h1><b>"));
    let rest = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").replace("url(data:font/ttf;", "");
    for address in ["http:", "https:", "url(", "@import", "src="] {
        assert!(!rest.contains(address), "{address}");
    }
}

#[test]
fn a_picture_with_too_much_to_say_is_left_out() {
    let contents = contents();
    let all: Vec<&Figure> = contents.figures().collect();
    let mut grid = all.iter().find(|figure| figure.name == "survival").map(|figure| (*figure).clone()).unwrap();
    if let Chart::Survival(survival) = &mut grid.chart {
        let curve = survival.curves[0].clone();
        survival.curves = vec![curve; 60];
    }
    assert!(view(all[0]).is_some());
    let shown = view(&grid);
    assert!(shown.is_none() || shown.is_some_and(|one| one.svg.to_string().matches("<text ").count() < 60));
}

#[test]
fn answers_are_broken_into_slides() {
    let sentence = |letters: usize| "abcd ".repeat(letters / 5);
    let of = |letters: &[usize]| -> Vec<usize> {
        let all: Vec<String> = letters.iter().map(|&letters| sentence(letters)).collect();
        slides_of(&all, (50, 10)).iter().map(Vec::len).collect()
    };
    assert_eq!(of(&[]), Vec::<usize>::new());
    assert_eq!(of(&[100, 100]), [2]);
    assert_eq!(of(&[300, 300, 50]), [1, 2]);
    // One that is longer than a slide goes on on the next; nothing is lost.
    let long = vec![sentence(2000)];
    let pieces = slides_of(&long, (50, 10)).concat();
    assert!(pieces.len() > 3 && pieces.concat() == long[0]);
    assert_eq!(first_sentence("At 0.5 a month. Then more. And"), "At 0.5 a month.");
    assert_eq!(first_sentence("e. g. this"), "e. g. this");
}
