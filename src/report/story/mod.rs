//! The story of one initiative and its causal replay, in plain words.
//!
//! Purpose: facts -> sentences -> what the terminal, `explain.md` and the report show. Must never know: how futures are
//! run.

mod change_words;
mod event_words;
mod explanation;
mod markdown;
mod months;
mod odds_words;
mod person;
mod phrases;
mod picture;
mod tell;
mod terminal;
mod told_change;
mod told_story;

pub use explanation::Explanation;
pub use markdown::story_markdown;
pub use tell::{EVERYTHING, STORY_LINES, tell};
pub use terminal::story_text;
pub use told_story::{ToldChange, ToldMonth, ToldStory};

#[cfg(test)]
mod tests;
