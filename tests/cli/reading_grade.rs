//! How many years at school a text takes: the grade of Flesch and Kincaid (Kincaid et al., Derivation of new readability formulas for
//! Navy enlisted personnel, 1975), 0.39 words a sentence + 11.8 syllables a word - 15.59.

/// A text, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
}

impl Counted {
    /// Paragraphs; the end of each is that of a sentence. A number or a sign with a digit is a word of one syllable.
    pub fn of<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> Counted {
        paragraphs.into_iter().fold(Counted::default(), |all, text| all.and(text))
    }

    fn and(mut self, text: &str) -> Counted {
        let mut is_open = false;
        for token in text.split_whitespace() {
            let is_number = !token.contains(char::is_alphabetic);
            let parts = token.split(|c| !is_number && matches!(c, '.' | '_' | '/' | '='));
            for word in parts.filter(|part| part.contains(char::is_alphanumeric)) {
                self.words += 1;
                self.syllables += syllables(word);
                is_open = true;
            }
            let ends = token.trim_end_matches(['"', ')', '”']).ends_with(['.', '!', '?']);
            if ends && is_open {
                self.sentences += 1;
                is_open = false;
            }
        }
        self.sentences += usize::from(is_open);
        self
    }

    pub fn grade(self) -> f64 {
        let [sentences, words, syllables] = [self.sentences, self.words, self.syllables].map(|count| count as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Groups of vowels, less those that are silent at the end, and more where two vowels are two syllables.
pub fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().replace("'s", "").chars().filter(char::is_ascii_alphabetic).collect();
    let letters = word.as_bytes();
    let groups = (0..letters.len()).filter(|&at| is_vowel(letters[at]) && (at == 0 || !is_vowel(letters[at - 1])));
    (groups.count() + apart(&word)).saturating_sub(silent(&word)).max(1)
}

/// Ends that are written with a vowel and spoken without.
fn silent(word: &str) -> usize {
    let before = |end: &str| word.strip_suffix(end).and_then(|rest| rest.bytes().next_back());
    let consonant = |end: &str| before(end).filter(|&letter| !is_vowel(letter));
    let e = consonant("e").is_some_and(|letter| letter != b'l') || before("le").is_some_and(is_vowel);
    let ed = consonant("ed").is_some_and(|letter| !matches!(letter, b't' | b'd')) && !is_settled(word);
    let es = consonant("es").is_some_and(|letter| !matches!(letter, b's' | b'x' | b'z' | b'h' | b'c' | b'g' | b'l'));
    let inner = ["ely", "ement", "ements", "eful", "eless", "eness"].iter().any(|end| consonant(end).is_some());
    usize::from(e || ed || es || inner)
}

/// Whether it ends like "settled": what stands before the l needs the e.
fn is_settled(word: &str) -> bool {
    let before = word.strip_suffix("led").and_then(|rest| rest.bytes().next_back());
    before.is_some_and(|letter| !is_vowel(letter) && !matches!(letter, b'l' | b'r'))
}

/// Vowels beside one another that are two syllables.
fn apart(word: &str) -> usize {
    let letters = word.as_bytes();
    let at = |place: usize| letters.get(place).copied().unwrap_or(b' ');
    let two = |place: usize| {
        let before = place.checked_sub(1).map_or(b' ', at);
        match (at(place), at(place + 1), at(place + 2)) {
            (b'i', b'a' | b'o' | b'u', _) => !is_vowel(before) && !matches!(before, b't' | b's' | b'c' | b'g' | b'q'),
            (b'i', b'e', b't') => true,
            (b'i', b'e', b'n') => at(place + 3) != b'd',
            (b'e', b'o', next) => !matches!(next, b'u' | b'p'),
            (b'e', b'a', b't') => before == b'r' && at(place.wrapping_sub(2)) == b'c',
            (b'u', b'a', b'l' | b't') | (b'u', b'o', b'u') | (b'u', b'i', b't') => before != b'q',
            (b'y' | b'e' | b'o' | b'a', b'i', b'n') => at(place + 3) == b'g',
            _ => false,
        }
    };
    let many = (0..letters.len()).filter(|&place| two(place)).count();
    let is_idea = word.len() > 3 && word.trim_end_matches('s').ends_with("ea") && !word.starts_with("plea");
    many + usize::from(word.ends_with("sm") || word.ends_with("thm")) + usize::from(is_idea)
}
