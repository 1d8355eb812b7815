//! The story of one initiative and its causal replay, in plain words.
//!
//! Purpose: facts -> sentences -> what the terminal, `explain.md` and the report show. Must never know: how futures are
//! run.

mod change_words;
mod event_words;
#[cfg(feature = "page")]
mod explanation;
#[cfg(feature = "page")]
mod markdown;
mod months;
mod odds_words;
mod person;
mod phrases;
#[cfg(feature = "pictures")]
mod picture;
mod tell_story;
mod terminal;
mod told_change;
mod told_story;

#[cfg(feature = "page")]
pub use explanation::Explanation;
#[cfg(feature = "page")]
pub use markdown::story_markdown;
pub use tell_story::{EVERYTHING, STORY_LINES, tell_story};
pub use terminal::story_text;
pub use told_story::{ToldChange, ToldMonth, ToldStory};

#[cfg(all(test, feature = "page"))]
mod tests;
