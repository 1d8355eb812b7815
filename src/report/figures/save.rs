use crate::chart::Picture;
use crate::report::folder::{Failure, Staging};

/// Width of PNG pictures in pixels.
const PNG_WIDTH: u32 = 1600;

/// Writes a picture as `.svg` and `.png`.
pub(in crate::report) fn save(staging: &Staging<'_>, name: &str, picture: &Picture) -> Result<(), Failure> {
    staging.write(&format!("charts/{name}.svg"), picture.svg.as_bytes())?;
    staging.write(&format!("charts/{name}.png"), &picture.png(PNG_WIDTH))
}
