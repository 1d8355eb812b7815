//! The program in a page: a scenario in hand, two arms of it, asked and answered as JSON texts.
//!
//! Purpose: everything that `live.html` shows comes from [`LiveSession::answer`], the same here and in WebAssembly, to the last byte.
//! Must never know: files, threads, the page and how it draws, rules of the model.

mod cached_runs;
mod courses;
mod differences;
mod fates;
mod knob;
mod knobs;
mod live_session;
#[cfg(test)]
mod live_session_tests;
mod loaded;
mod mistakes;
mod presets;
mod request;
mod settings_text;
mod table;
mod values;
mod verdicts;

pub use knob::{Knob, KnobGroup};
pub use knobs::{knob_groups, knob_panel};
pub use live_session::LiveSession;
pub use request::{ArmRequest, Request};
