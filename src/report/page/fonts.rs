use crate::chart::FONTS;
use crate::report::markup::base64;

/// The fonts that pictures with letters are laid out for, as rules of a style sheet.
pub(super) fn fonts() -> String {
    let face = |(weight, font): (u16, &[u8])| {
        let font = base64(font);
        format!(
            "@font-face {{ font-family: \"Open Sans\"; font-weight: {weight}; src: url(data:font/ttf;base64,{font}); }}\n"
        )
    };
    FONTS.map(face).concat()
}
