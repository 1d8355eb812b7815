//! `live.html`: one file that holds the program, compiled for browsers, and a scenario that can be tried in it; and the same as a part of
//! a report.
//!
//! Purpose: the module, the template, the style and the script, put together with what the program has to say before anything is
//! run in the page. It asks for nothing outside itself.
//!
//! Must never know: how the module is asked, what a scenario means.

mod live_contents;
mod live_html;
mod live_inside;
mod module;
mod pieces;

pub use live_contents::LiveContents;
pub use live_html::live_page;
pub use live_inside::LiveInside;
pub use module::{MODULE_MAKER, module};
