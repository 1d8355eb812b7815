//! `live.html`: one file that holds the program, compiled for browsers, and a scenario that can be tried in it.
//!
//! Purpose: the module, the template, the style and the script, put together with what the program has to say before anything is
//! run in the page. It asks for nothing outside itself.
//!
//! Must never know: how the module is asked, what a scenario means.

mod live_contents;
mod live_html;
mod module;

pub use live_contents::LiveContents;
pub use live_html::live_page;
pub use module::{MODULE_MAKER, module};
