/// A rectangle of a picture with what a reader sees who points at it. The SVG itself does not hold it: a page lays it over
/// the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Left edge; the picture is 1600 wide.
    pub left: f64,
    /// Upper edge, from the picture's upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Name and value, such as "2018-03: earlier work 98 %"; lines end with a line feed.
    pub text: String,
}
