use super::{Contents, Part, Section};
use crate::report::live_page::LiveInside;

impl Contents {
    /// The same with a last section in which what ran, a whole scenario file, can be tried out.
    #[must_use]
    pub fn tried_out(mut self, scenario: String) -> Contents {
        self.sections.push(Section::of("try-it", "Try it yourself", vec![Part::Live(scenario)]));
        self
    }
}

/// What the page holds of it, if its contents have that section; `panel` is what there is to turn, as JSON.
pub(super) fn inside(contents: &Contents, panel: Option<&str>) -> Option<LiveInside> {
    let ran = &contents.ran;
    let scenario = contents.sections.iter().flat_map(|section| &section.parts).find_map(|part| match part {
        Part::Live(scenario) => Some(scenario),
        _ => None,
    })?;
    LiveInside::of(&ran.scenario, scenario, ran.maker.model, panel?, ran.command == "compare")
}

impl Section {
    /// Whether it is that one.
    pub(super) fn is_tried_out(&self) -> bool {
        matches!(self.parts.as_slice(), [Part::Live(_)])
    }
}
