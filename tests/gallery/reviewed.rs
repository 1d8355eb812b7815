//! The pictures that somebody has looked at and found right: `tests/gallery/reviewed/NAME.png`, small.

use resvg::tiny_skia::Pixmap;
use safsim::chart::Picture;
use std::path::{Path, PathBuf};

/// Width of a reviewed picture: letters can just be read, and a line that moves by a hair is seen.
const WIDTH: u32 = 480;
/// Steps of a colour, of 256, by which machines may differ.
const ROUNDING: u8 = 2;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/reviewed").join(name).with_extension("png")
}

/// What is different from the reviewed picture; nothing if it is as it was. With `SAFSIM_BLESS` it becomes the reviewed one.
pub fn difference(name: &str, picture: &Picture) -> Option<String> {
    let drawn = picture.png(WIDTH);
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        std::fs::create_dir_all(file(name).parent().unwrap()).unwrap();
        std::fs::write(file(name), drawn).unwrap();
        return None;
    }
    let Ok(reviewed) = std::fs::read(file(name)) else { return Some(format!("{name}: nobody has reviewed it")) };
    let (Ok(reviewed), Ok(drawn)) = (Pixmap::decode_png(&reviewed), Pixmap::decode_png(&drawn)) else {
        return Some(format!("{name}: it is no picture"));
    };
    if (reviewed.width(), reviewed.height()) != (drawn.width(), drawn.height()) {
        return Some(format!("{name}: it has another height"));
    }
    let differs = |(one, other): (&[u8], &[u8])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > ROUNDING);
    let pixels = reviewed.data().chunks(4).zip(drawn.data().chunks(4));
    let (all, different) = (pixels.len(), pixels.filter(|&pair| differs(pair)).count());
    (different > 0).then(|| format!("{name}: {different} of {all} pixels differ"))
}

/// Reviewed pictures of charts that are no longer drawn.
pub fn left_over(names: &[&str]) -> Vec<String> {
    let folder = file("x").with_file_name("");
    let found = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let stems = found.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    stems.filter(|stem| !names.contains(&stem.as_str())).map(|stem| format!("{stem}: it is no longer drawn")).collect()
}
