use crate::chart::{Picture, Spot};
use serde::Serialize;

/// A place of a picture with something to say.
#[derive(Serialize)]
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

/// The drawing for a page: named by an attribute instead of `<title>` and `<desc>`, which browsers would show over every
/// value that a reader points at. With its height where it is 1600 wide.
pub(super) fn inline(svg: &str, alt: &str) -> (String, f64) {
    let (head, rest) = svg.split_once('>').unwrap_or((svg, ""));
    let body = rest.split_once("</desc>").map_or(rest, |(_, body)| body);
    let number = |name: &str| {
        let at = head.find(name)? + name.len();
        head[at..].split('"').next()?.parse::<f64>().ok()
    };
    let height = number(" height=\"").unwrap_or(900.0);
    let label = alt.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    (format!("{head} aria-label=\"{label}\">{body}"), height)
}
