/// Whether a letter is never seen but acts: control characters, marks and overrides of direction, separators of lines,
/// blanks and fillers without width, noncharacters. No name has a use for one, and terminals and pages obey them.
#[must_use]
pub const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' // control characters
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // direction
        | '\u{2028}' | '\u{2029}' // line and paragraph separator
        | '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' // no width
        | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}' // fillers
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // annotation, notation
        | '\u{e0000}'..='\u{e001f}' | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' // tags and unassigned
        | '\u{fdd0}'..='\u{fdef}') // noncharacters, with those at the end of each plane
        || c as u32 & 0xfffe == 0xfffe
}

/// Whether a letter is not seen itself but shapes the one before it or joins two: it is part of how some scripts and
/// emoji are written, and means nothing elsewhere.
#[must_use]
pub const fn is_joining(c: char) -> bool {
    is_variation(c) || is_tag(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Which form of the letter before it is meant.
pub(super) const fn is_variation(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The letters of which flags of parts of countries are made, behind a black flag.
pub(super) const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}
