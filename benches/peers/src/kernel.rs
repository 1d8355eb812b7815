//! The kernel of safsim's own bench: its field, its engine and its plain loop.

#[path = "../../kernel/mod.rs"]
mod pair;

pub use pair::{KERNEL, Pair, SEED, acquaintances};
