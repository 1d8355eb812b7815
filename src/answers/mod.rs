//! Assignments, the forms that are handed in, and what is right in them.
//!
//! Purpose: a form is read with all its mistakes at their places; each answer is held against what runs come to, and is right,
//! wrong with a hint, or missing. What is right stands nowhere: it is computed.
//! Must never know: how runs are made, the terminal.

mod assignment;
mod blank;
mod form;
mod marking;
mod question;

pub use assignment::Assignment;
pub use form::{Answer, Form};
pub use marking::{Facts, Grade, Marked, mark};
pub use question::{Question, Seeks};

#[cfg(test)]
mod tests;
