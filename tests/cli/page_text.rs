//! What stands on a page, in the order in which it is read.

/// A piece of text between two tags.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    /// The elements that it stands in, the outermost first: their names, with a class in brackets (`dl[words]`), and their numbers.
    pub inside: Vec<(String, usize)>,
}

impl Piece {
    pub fn is_in(&self, element: &str) -> bool {
        self.inside.iter().any(|(name, _)| name == element)
    }

    /// Whether it is seen without a disclosure being opened.
    pub fn is_open(&self) -> bool {
        let is_closed = |at: usize| self.inside.get(at + 1).is_none_or(|(name, _)| name != "summary");
        !self.inside.iter().enumerate().any(|(at, (name, _))| name.starts_with("details") && is_closed(at))
    }
}

/// The pieces of a page, without its head, its scripts and what waits for them.
pub fn pieces(html: &str) -> Vec<Piece> {
    const EMPTY: [&str; 4] = ["meta", "br", "input", "link"];
    // A template waits for its script: the part with the program explains its words itself.
    const UNSEEN: [&str; 3] = ["script", "style", "template"];
    let mut rest = html.split_once("<body>").expect("a body").1;
    let (mut inside, mut pieces): (Vec<(String, usize)>, Vec<Piece>) = (vec![], vec![]);
    let mut count = 0;
    while let Some((text, tag_on)) = rest.split_once('<') {
        let text = plain(text);
        if !text.trim().is_empty() {
            pieces.push(Piece { text, inside: inside.clone() });
        }
        let (tag, after) = tag_on.split_at(end(tag_on));
        rest = after;
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if tag.starts_with('/') {
            let open = |(one, _): &(String, usize)| one.split('[').next() == Some(name);
            inside.truncate(inside.iter().rposition(open).unwrap_or(inside.len()));
        } else if UNSEEN.contains(&name) {
            // What is in it may look like tags.
            rest = after.split_once(&format!("</{name}>")).map_or("", |(_, rest)| rest);
        } else if !tag.ends_with("/>") && !EMPTY.contains(&name) {
            count += 1;
            let class = tag.split_once("class=\"").and_then(|(_, rest)| rest.split_once('"'));
            inside.push((class.map_or(name.to_owned(), |(class, _)| format!("{name}[{class}]")), count));
        }
    }
    pieces
}

/// Where a tag ends, behind its `>`.
fn end(tag: &str) -> usize {
    let mut in_value = false;
    let ends = tag.bytes().position(|letter| {
        in_value ^= letter == b'"';
        letter == b'>' && !in_value
    });
    ends.map_or(tag.len(), |at| at + 1)
}

fn plain(text: &str) -> String {
    [("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .iter()
        .fold(text.replace('\u{a0}', " "), |text, (written, letter)| text.replace(written, letter))
}

/// Paragraphs, points of lists and captions, each with the pieces of it that `keep` keeps.
pub fn paragraphs(pieces: &[Piece], keep: impl Fn(&Piece) -> bool) -> Vec<String> {
    const OF: [&str; 4] = ["p", "li", "dd", "caption"];
    let mut all: Vec<(usize, String)> = vec![];
    for piece in pieces.iter().filter(|piece| keep(piece)) {
        let is_one = |(name, _): &&(String, usize)| OF.contains(&name.split('[').next().unwrap_or_default());
        let Some(&(_, number)) = piece.inside.iter().rev().find(is_one) else { continue };
        match all.last_mut() {
            Some((last, text)) if *last == number => text.push_str(&piece.text),
            _ => all.push((number, piece.text.clone())),
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}
