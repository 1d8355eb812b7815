use super::drawing::{SpotView, inline, spots};
use crate::chart::{Chart, Sheet};
use minijinja::Value;
use serde::Serialize;

/// Widths of the sheets that are tried, in units of a picture, the smallest first. On a screen of 390 pixels letters of the first are
/// 10 pixels high, those of the last 9.
const WIDTHS: [f64; 2] = [780.0, 860.0];
/// The smallest letters, in the same units.
const LETTERS: f64 = 19.0;
/// Height of a sheet for its width, unless the chart chooses another.
const HIGH: f64 = 0.8;
/// Empty units above and below what a chart without a heading draws, and of its margins on either side.
const SPARE: (f64, f64) = (36.0, 26.0);
const SIDE: f64 = 20.0;

/// A picture for the screen of a phone: laid out anew in letters that can be read there, without what the page says around it.
#[derive(Serialize)]
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
            let (svg, height) = cropped(&svg, width)?;
            let shown = [SIDE, SPARE.0, width - 2.0 * SIDE, height];
            Some(NarrowView { svg: Value::from_safe_string(svg), shown, spots: spots(&picture) })
        })
    }
}

/// The drawing on a sheet so wide without the empty room around it, and the height that is left.
fn cropped(svg: &str, width: f64) -> Option<(String, f64)> {
    let (before, rest) = svg.split_once("viewBox=\"0 0 ")?;
    let (size, after) = rest.split_once('"')?;
    let (wide, high) = size.split_once(' ')?;
    let (wide, high) = (wide.parse::<f64>().ok()?, high.parse::<f64>().ok()?);
    let unit = wide / width;
    let (left, top) = (SIDE * unit, SPARE.0 * unit);
    let (wide, high) = (wide - 2.0 * left, high - (SPARE.0 + SPARE.1) * unit);
    // Its size is that of the screen.
    let before = before.split(" width=").next().unwrap_or(before).trim_end();
    Some((format!("{before} viewBox=\"{left:.0} {top:.0} {wide:.0} {high:.0}\"{after}"), high / unit))
}

#[cfg(test)]
mod tests {
    use super::{SIDE, cropped};

    #[test]
    fn what_is_empty_around_a_picture_is_left_out() {
        let svg = "<svg xmlns=\"x\" width=\"800\" height=\"640\" viewBox=\"0 0 3200 2560\" role=\"img\"><g/></svg>";
        let (svg, height) = cropped(svg, 800.0).expect("a drawing");
        assert_eq!((SIDE, height), (20.0, 578.0));
        assert_eq!(svg, "<svg xmlns=\"x\" viewBox=\"80 144 3040 2312\" role=\"img\"><g/></svg>");
    }
}
