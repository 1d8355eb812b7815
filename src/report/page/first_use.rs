use crate::report::words::{PAGE_WORDS, PageWord};
use std::collections::BTreeSet;

/// Elements whose words are named and not said: what is to be typed, what the page is drawn with, what is to be pressed.
const SKIPPED: [&str; 6] = ["code", "head", "pre", "button", "select", "output"];
/// Elements in which nothing is marked, since they are pictures, heads, or to be clicked.
const UNMARKED: [&str; 10] = ["svg", "header", "nav", "h1", "h2", "h3", "summary", "a", "dt", "label"];
/// Elements after which stands what was first said in them.
const UNITS: [&str; 4] = ["p", "ul", "dl", "footer"];
/// Elements that are no place for it, and leave it to what follows.
const PASSED: [&str; 2] = ["header", "nav"];

/// The page with every word of the trade explained where it is first said: the word is marked, and what it means stands below the
/// paragraph, picture or table. What is first said in a closed disclosure is explained there, and again where it is open.
///
/// `html` is well-formed and escaped.
pub(super) fn with_words_explained(html: &str) -> String {
    read(html).out
}

/// The words of the trade that a page says and would have explained, as they come.
pub(super) fn words_said(html: &str) -> Vec<&'static PageWord> {
    read(html).told.iter().map(|&word| &PAGE_WORDS[word]).collect()
}

fn read(html: &str) -> Pass {
    let mut pass = Pass { out: String::with_capacity(html.len() + 4096), ..Pass::default() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag_on) = rest.split_at(at);
        pass.text(text);
        let (tag, after) = tag_on.split_at(end_of_tag(tag_on));
        rest = after;
        let name = name(tag);
        if matches!(name, "style" | "script") && !tag.starts_with("</") {
            let close = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            pass.out += tag;
            pass.out += &rest[..close];
            rest = &rest[close..];
        } else {
            pass.tag(tag, name);
        }
    }
    pass.text(rest);
    pass.explain();
    pass
}

/// What has been read of a page.
#[derive(Default)]
struct Pass {
    out: String,
    scope: Scope,
    /// Those around it, of open disclosures.
    outer: Vec<Scope>,
    /// How many elements of these are open.
    skipped: usize,
    unmarked: usize,
    in_answer: bool,
    /// What has been explained, as it came.
    told: Vec<usize>,
    table_has_ended: bool,
}

/// What is known and what waits, outside of disclosures or in one.
#[derive(Default)]
struct Scope {
    /// Places in the table.
    known: BTreeSet<usize>,
    waiting: Vec<usize>,
    /// How many units are open.
    units: usize,
}

impl Pass {
    fn text(&mut self, mut text: &str) {
        while self.skipped == 0
            && let Some((at, length, word)) = first_unknown(text, &self.scope)
        {
            let (before, found) = text.split_at(at);
            let (found, after) = found.split_at(length);
            self.out += before;
            self.out +=
                &if self.unmarked > 0 { found.to_owned() } else { format!("<span class=\"word\">{found}</span>") };
            self.scope.waiting.push(word);
            text = after;
        }
        self.out += text;
    }

    fn tag(&mut self, tag: &str, name: &str) {
        let closes = tag.starts_with("</");
        if closes {
            self.before_end(name);
        }
        self.out += tag;
        if tag.ends_with("/>") {
            return;
        }
        for (list, open) in [(&SKIPPED[..], &mut self.skipped), (&UNMARKED[..], &mut self.unmarked)] {
            if list.contains(&name) {
                *open = if closes { open.saturating_sub(1) } else { *open + 1 };
            }
        }
        if closes {
            self.after_end(name);
            return;
        }
        let is_answer = name == "section" && tag.contains("class=\"answer\"");
        self.in_answer |= is_answer;
        if is_answer || UNITS.contains(&name) || PASSED.contains(&name) {
            self.scope.units += 1;
        }
    }

    fn before_end(&mut self, name: &str) {
        match name {
            "section" if std::mem::take(&mut self.in_answer) => {
                self.scope.units -= 1;
                self.explain();
            }
            "section" | "footer" if self.scope.units <= 1 => self.explain(),
            "details" => self.explain(),
            _ => {}
        }
    }

    fn after_end(&mut self, name: &str) {
        match name {
            "summary" => {
                let known = self.scope.known.iter().chain(&self.scope.waiting).copied().collect();
                self.outer.push(std::mem::replace(&mut self.scope, Scope { known, ..Scope::default() }));
            }
            "details" => {
                self.scope = self.outer.pop().unwrap_or_default();
                self.explain_after_unit();
            }
            "table" => self.table_has_ended = true,
            "div" if std::mem::take(&mut self.table_has_ended) => self.explain_after_unit(),
            _ if PASSED.contains(&name) => self.scope.units -= 1,
            _ if UNITS.contains(&name) => {
                self.scope.units -= 1;
                if name != "footer" {
                    self.explain_after_unit();
                }
            }
            _ => {}
        }
    }

    fn explain_after_unit(&mut self) {
        if self.scope.units == 0 {
            self.explain();
        }
    }

    /// Says what the words mean that wait for it, and those that this is said with.
    fn explain(&mut self) {
        let mut told = std::mem::take(&mut self.scope.waiting);
        if told.is_empty() {
            return;
        }
        self.out += "\n<dl class=\"words\">\n";
        let mut next = 0;
        while let Some(&word) = told.get(next) {
            self.scope.known.insert(word);
            self.told.push(word);
            let word = &PAGE_WORDS[word];
            self.out += &format!("<div><dt><dfn>{}</dfn></dt> <dd>{}</dd></div>\n", word.name, word.means);
            let mut means = word.means;
            while let Some((at, length, other)) = first_unknown(means, &self.scope) {
                means = &means[at + length..];
                if !told.contains(&other) {
                    told.push(other);
                }
                self.scope.known.insert(other);
            }
            next += 1;
        }
        self.out += "</dl>\n";
    }
}

/// Where a text first says a word that is neither known nor waits: place, length, and which; of two at the same place the longer.
fn first_unknown(text: &str, scope: &Scope) -> Option<(usize, usize, usize)> {
    let unknown = |(word, _): &(usize, _)| !scope.known.contains(word) && !scope.waiting.contains(word);
    let places = PAGE_WORDS.iter().enumerate().filter(unknown).flat_map(|(word, one)| {
        one.forms.iter().filter_map(move |form| find(text, form).map(|(at, length)| (at, length, word)))
    });
    places.min_by_key(|&(at, length, _)| (at, std::cmp::Reverse(length)))
}

/// Where `form` stands in `text` as words of their own, and how long it is there: capitals and kinds of spaces do not matter.
fn find(text: &str, form: &str) -> Option<(usize, usize)> {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    let mut before = ' ';
    for (at, first) in text.char_indices() {
        if !joins(before)
            && let Some(length) = begins(&text[at..], form)
            && !text[at + length..].chars().next().is_some_and(joins)
        {
            return Some((at, length));
        }
        before = first;
    }
    None
}

/// Bytes of `text` in which it says `form`, if it begins with it.
fn begins(text: &str, form: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in form.chars() {
        let (_, letter) = letters.next()?;
        let is_same =
            if wanted == ' ' { letter.is_whitespace() } else { letter.to_lowercase().eq(wanted.to_lowercase()) };
        if !is_same {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(end, _)| end))
}

/// Bytes of the tag that a text begins with; `>` in the value of an attribute does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut in_value = false;
    for (at, letter) in text.bytes().enumerate() {
        match letter {
            b'"' => in_value = !in_value,
            b'>' if !in_value => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The name of a tag.
fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())]
}

#[cfg(test)]
mod tests {
    use super::with_words_explained;

    /// The words that are explained, in order, with how many are marked.
    fn told(html: &str) -> (Vec<String>, usize) {
        let out = with_words_explained(html);
        let names = out.split("<dfn>").skip(1).map(|rest| rest.split_once('<').expect("an end").0.to_owned());
        (names.collect(), out.matches("<span class=\"word\">").count())
    }

    #[test]
    fn a_word_is_explained_below_where_it_is_first_said() {
        let out = with_words_explained("<p>A <b>seed</b>, seeds.</p><p>Seed</p>");
        let (first, rest) = out.split_once("<dl class=\"words\">").expect("an explanation");
        assert_eq!(first, "<p>A <b><span class=\"word\">seed</span></b>, seeds.</p>\n");
        assert!(rest.ends_with("</dl>\n<p>Seed</p>"), "{rest}");
    }

    #[test]
    fn words_are_words_whatever_their_capitals_and_spaces() {
        assert_eq!(told("<p>A 95\u{a0}% Interval and a log-rank\ntest</p>").1, 2);
        assert!(told("<p>seedling, pre_seed, linseed</p>").0.is_empty());
    }

    #[test]
    fn what_is_said_with_other_words_has_them_explained_as_well() {
        let (names, marked) = told("<p>the 95 % interval</p>");
        assert!(names.len() > 1 && marked == 1, "{names:?}");
        let (again, _) = told("<p>the 95 % interval</p><p>a future</p>");
        assert_eq!(again, names);
    }

    #[test]
    fn what_a_closed_disclosure_says_is_said_again_outside() {
        let html = "<details><summary>More</summary><p>median</p></details><p>median</p>";
        assert_eq!(told(html).0, ["Median", "Median"]);
        let html = "<p>median</p><details><summary>More</summary><p>median</p></details>";
        assert_eq!(told(html).0, ["Median"]);
        let html = "<details><summary>Median</summary><p>median</p></details><p>x</p>";
        let out = with_words_explained(html);
        assert!(out.contains("</details>\n<dl"), "{out}");
    }

    #[test]
    fn heads_and_pictures_are_not_marked_and_what_is_typed_is_not_read() {
        let html = "<header><p>median</p></header><section class=\"answer\"><p>median</p><p>x</p></section><p>y</p>";
        let out = with_words_explained(html);
        assert!(out.contains("<p>x</p>\n<dl") && !out.contains("class=\"word\""), "{out}");
        assert!(
            told("<pre><code>--median 1</code></pre><style>median</style><p title=\"a > median\">x</p>").0.is_empty()
        );
        assert_eq!(
            told("<div class=\"wide\"><table><tr><th>Median</th></tr></table></div>"),
            (vec!["Median".to_owned()], 1)
        );
        assert_eq!(
            told("<svg><text>Median</text></svg><figcaption><p>a</p></figcaption>"),
            (vec!["Median".to_owned()], 0)
        );
    }
}
