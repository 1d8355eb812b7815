//! An oracle: one step of every process, on a field small enough to work out by hand. The numbers on the right-hand
//! sides are worked out from the equations of docs/model.md, never read off the program.

#[path = "oracle/authority.rs"]
mod authority;
#[path = "oracle/commitment.rs"]
mod commitment;
#[path = "oracle/continuation.rs"]
mod continuation;
#[path = "oracle/draws.rs"]
mod draws;
#[path = "oracle/field.rs"]
mod field;
#[path = "oracle/implementation.rs"]
mod implementation;
#[path = "oracle/mobilisation.rs"]
mod mobilisation;
#[path = "oracle/observation.rs"]
mod observation;
#[path = "oracle/persuasion.rs"]
mod persuasion;
#[path = "oracle/piloting.rs"]
mod piloting;
#[path = "oracle/place.rs"]
mod place;
#[path = "oracle/programme.rs"]
mod programme;
#[path = "oracle/resourcing.rs"]
mod resourcing;
#[path = "oracle/results.rs"]
mod results;
#[path = "oracle/shocks.rs"]
mod shocks;
#[path = "oracle/spread.rs"]
mod spread;
#[path = "oracle/start.rs"]
mod start;
#[path = "oracle/steering.rs"]
mod steering;
#[path = "oracle/turnover.rs"]
mod turnover;
