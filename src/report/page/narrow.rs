use super::drawing::{LETTERS, SPARE, SpotView, cropped, spots};
use crate::chart::{Chart, Sheet};
use crate::report::markup::inline;
use minijinja::Value;
use serde::Serialize;

/// Widths of the sheets that are tried, in units of a picture, the smallest first. On a screen of 390 pixels letters of the first are
/// 10 pixels high, those of the last 9.
const WIDTHS: [f64; 2] = [780.0, 860.0];
/// Height of a sheet for its width, unless the chart chooses another.
const HIGH: f64 = 0.8;
/// Empty units of a chart's margins on either side.
const SIDE: f64 = 20.0;

/// A picture for the screen of a phone: laid out anew in letters that can be read there, without what the page says around it.
#[derive(Clone, Serialize)]
pub(super) struct NarrowView {
    svg: Value,
    /// What of the sheet is shown: from the left, from the top, width, height.
    shown: [f64; 4],
    spots: Vec<SpotView>,
}

impl NarrowView {
    /// `None` where its letters would lie on one another, or beside the sheet: such a picture is scrolled.
    pub fn of(chart: &Chart, alt: &str) -> Option<NarrowView> {
        let chart = chart.without_heading();
        WIDTHS.iter().find_map(|&width| {
            let picture = chart.render_on(Sheet { width, height: HIGH * width, least_letters: LETTERS });
            if !picture.is_legible {
                return None;
            }
            let (svg, _) = inline(&picture.lettered(), alt);
            let (svg, height) = cropped(&svg, width, SIDE)?;
            let shown = [SIDE, SPARE.0, width - 2.0 * SIDE, height];
            Some(NarrowView { svg: Value::from_safe_string(without_size(&svg)), shown, spots: spots(&picture) })
        })
    }
}

/// The drawing without a size of its own: it is as large as the screen.
fn without_size(svg: &str) -> String {
    let cut = || {
        let (before, rest) = svg.split_once(" width=")?;
        let at = rest.find(" viewBox=")?;
        Some(format!("{before}{}", &rest[at..]))
    };
    cut().unwrap_or_else(|| svg.to_owned())
}

#[cfg(test)]
mod tests {
    use super::without_size;

    #[test]
    fn a_drawing_is_as_large_as_the_screen() {
        let svg = "<svg xmlns=\"x\" width=\"800\" height=\"640\" viewBox=\"80 144 3040 2312\" role=\"img\"><g/></svg>";
        assert_eq!(without_size(svg), "<svg xmlns=\"x\" viewBox=\"80 144 3040 2312\" role=\"img\"><g/></svg>");
    }
}
