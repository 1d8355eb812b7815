use super::canvas::Drawn;
use super::compact::compact;
use super::font::{BOLD, FAMILY, REGULAR};
use super::page_text::PageText;
use super::pen::FINE;
use crate::chart::words::escape;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Indent, Options, Tree, WriteOptions};
use std::sync::{Arc, OnceLock};

/// The SVG with every text turned into outlines, so that it needs no font of the machine, but for the letters that the
/// embedded font lacks; and with a title and a description for screen readers.
pub(in crate::chart) fn outline(drawn: &Drawn, title: &str, description: &str) -> String {
    let options = Options { font_family: FAMILY.to_owned(), fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(drawn, &options).expect("plotters writes well-formed SVG");
    let size = tree.size();
    let (width, height) = (f64::from(size.width()) / FINE, f64::from(size.height()) / FINE);
    let written = tree.to_string(&WriteOptions {
        coordinates_precision: 1,
        transforms_precision: 6,
        indent: Indent::None,
        ..WriteOptions::default()
    });
    let body = compact(written.split_once('>').map_or("", |(_, body)| body));
    let texts: String = drawn.page_texts.iter().map(PageText::element).collect();
    let body = body.trim_end().strip_suffix("</svg>").map_or(body.clone(), |body| format!("{body}{texts}</svg>\n"));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\"><title>{}</title><desc>{}</desc>{body}",
        size.width(),
        size.height(),
        escape(title),
        escape(description)
    )
}

/// The embedded font, and no other.
fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}
