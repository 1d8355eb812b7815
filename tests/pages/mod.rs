//! Pages that show commands: what they show, and running it.

mod fenced;
mod links;
mod run;
mod shown;

pub use fenced::{blocks, prose};
pub use links::links;
pub use run::{assert_done, page, safsim};
pub use shown::{Shown, commands};

/// The repository.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
