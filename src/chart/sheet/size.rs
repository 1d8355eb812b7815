use std::cell::Cell;

/// Width of a chart in its own units; a unit is a pixel of a PNG this wide.
pub(in crate::chart) const WIDTH: f64 = 1600.0;
/// Height of a chart in its own units (16:9), unless it chooses another.
pub(in crate::chart) const HEIGHT: f64 = 900.0;

/// What a chart is drawn on, in its own units. Letters keep their size: on a smaller sheet they are larger beside everything else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// From left to right, with the margins.
    pub width: f64,
    /// From top to bottom, unless the chart chooses another.
    pub height: f64,
    /// Smaller letters are drawn in this size, and laid out for it.
    pub least_letters: f64,
}

impl Default for Sheet {
    /// That of pictures on disk.
    fn default() -> Sheet {
        Sheet { width: WIDTH, height: HEIGHT, least_letters: 0.0 }
    }
}

thread_local! {
    /// The sheet that this thread draws on. Charts are laid out by many small functions, none of which needs to know that
    /// there is more than one sheet.
    static SHEET: Cell<Sheet> = const { Cell::new(Sheet { width: WIDTH, height: HEIGHT, least_letters: 0.0 }) };
}

/// Width of the sheet that is drawn on.
pub(in crate::chart) fn sheet_width() -> f64 {
    SHEET.get().width
}

/// Height of the sheet that is drawn on, unless its chart chooses another.
pub(in crate::chart) fn sheet_height() -> f64 {
    SHEET.get().height
}

/// The size in which letters of this size are drawn.
pub(super) fn letters(size: f64) -> f64 {
    size.max(SHEET.get().least_letters)
}

/// What `draw` draws on this sheet.
pub(in crate::chart) fn on_sheet<T>(sheet: Sheet, draw: impl FnOnce() -> T) -> T {
    /// Gives the old sheet back, also where drawing breaks off.
    struct Old(Sheet);
    impl Drop for Old {
        fn drop(&mut self) {
            SHEET.set(self.0);
        }
    }
    let _old = Old(SHEET.replace(sheet));
    draw()
}
