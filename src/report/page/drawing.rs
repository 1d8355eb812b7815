use crate::chart::{Picture, Spot};
use serde::Serialize;

/// A place of a picture with something to say.
#[derive(Clone, Serialize)]
pub(super) struct SpotView {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    text: String,
}

/// Where a picture has something to say, and what.
pub(super) fn spots(picture: &Picture) -> Vec<SpotView> {
    // Tenths of a unit are finer than a pixel.
    let tenth = |value: f64| (10.0 * value).round() / 10.0;
    let view = |spot: &Spot| SpotView {
        left: tenth(spot.left),
        top: tenth(spot.top),
        width: tenth(spot.width),
        height: tenth(spot.height),
        text: spot.text.clone(),
    };
    picture.spots.iter().map(view).collect()
}

/// The smallest letters of a picture that is laid out anew for its place, in units of the picture: its usual ones.
pub(super) const LETTERS: f64 = 19.0;
/// Empty units above and below what a chart without a heading draws.
pub(super) const SPARE: (f64, f64) = (36.0, 26.0);

/// The drawing on a sheet so wide without the empty room above and below it, and without so much on either side; and the height that
/// is left. All in units of the sheet.
pub(super) fn cropped(svg: &str, width: f64, side: f64) -> Option<(String, f64)> {
    let (before, rest) = svg.split_once("viewBox=\"0 0 ")?;
    let (size, after) = rest.split_once('"')?;
    let (wide, high) = size.split_once(' ')?;
    let (wide, high) = (wide.parse::<f64>().ok()?, high.parse::<f64>().ok()?);
    let unit = wide / width;
    let (left, top) = (side * unit, SPARE.0 * unit);
    let (wide, high) = (wide - 2.0 * left, high - (SPARE.0 + SPARE.1) * unit);
    Some((format!("{before}viewBox=\"{left:.0} {top:.0} {wide:.0} {high:.0}\"{after}"), high / unit))
}

#[cfg(test)]
mod tests {
    use super::cropped;

    #[test]
    fn what_is_empty_around_a_picture_is_left_out() {
        let svg = "<svg xmlns=\"x\" width=\"800\" height=\"640\" viewBox=\"0 0 3200 2560\" role=\"img\"><g/></svg>";
        let whole = |sides: &str| svg.replace("0 0 3200 2560", sides);
        assert_eq!(cropped(svg, 800.0, 20.0), Some((whole("80 144 3040 2312"), 578.0)));
        assert_eq!(cropped(svg, 800.0, 0.0), Some((whole("0 144 3200 2312"), 578.0)));
        assert_eq!(cropped("<svg><g/></svg>", 800.0, 0.0), None);
    }
}
