//! 4 Mobilisation: skilled actors frame and persuade; enthusiasm and cynicism spread; trust moves (model 6.4).
//!
//! Must never know: other processes, files.

mod commitment;
mod consultation;
mod feeling;
mod month;
mod openings;
mod persuasion;
mod trust;

pub use month::mobilise;
