use super::blocks;

/// One command of a page: the arguments for `safsim`, and the file that its output goes to.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    pub arguments: Vec<String>,
    pub output: Option<String>,
}

/// The commands in the `sh` blocks of `page`, in order.
pub fn commands(page: &str) -> Vec<Shown> {
    let blocks = blocks(page, "sh").concat().replace("\\\n", " ");
    blocks.lines().filter_map(Shown::read).collect()
}

impl Shown {
    /// A line that runs safsim, installed or by cargo.
    pub fn read(line: &str) -> Option<Self> {
        let mut words = words(line).into_iter().peekable();
        let first = words.next()?;
        if first == "cargo" {
            if words.next()? != "run" || words.next()? != "--release" || words.next_if(|w| w != "--").is_some() {
                return None;
            }
            words.next();
        } else if first != "safsim" {
            return None;
        }
        let mut arguments = Vec::new();
        let mut output = None;
        while let Some(word) = words.next() {
            match word.as_str() {
                ">" => output = words.next(),
                "|" | "&&" | ";" | ">>" | "<" => panic!("give every command a line of its own: {line}"),
                _ => arguments.push(word),
            }
        }
        Some(Self { text: line.split_whitespace().collect::<Vec<_>>().join(" "), arguments, output })
    }

    /// The arguments of a quick try: two replicates in place of any number (a rule of precision stays).
    pub fn quick(&self) -> Vec<String> {
        let mut arguments = self.arguments.clone();
        if arguments.is_empty() {
            arguments.push("run".to_owned());
        }
        let runs = ["run", "compare", "sweep", "evidence", "explain"].contains(&arguments[0].as_str());
        if runs && !arguments.iter().any(|a| a == "--help" || a == "--until-precise") {
            if let Some(at) = arguments.iter().position(|a| a == "--replicates") {
                arguments.drain(at..(at + 2).min(arguments.len()));
            }
            arguments.retain(|a| !a.starts_with("--replicates="));
            arguments.extend(["--replicates".to_owned(), "2".to_owned()]);
        }
        arguments
    }
}

/// The words of a shell line; quotes group, a `#` that starts a word ends the line.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '#') if word.is_none() => break,
            (None, _) if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    assert!(quote.is_none(), "a quote is not closed: {line}");
    words.extend(word);
    words
}
