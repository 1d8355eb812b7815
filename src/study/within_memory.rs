use super::{Error, Memory, Needed};
use std::num::NonZeroUsize;

/// The threads, of those `wanted`, that there is memory for: `given`, or what this machine can give.
///
/// # Errors
/// [`Error::TooLarge`] if there is too little even for one.
pub fn within_memory(given: Option<Memory>, wanted: usize, needed: &Needed) -> Result<NonZeroUsize, Error> {
    let limit = given.unwrap_or_else(Memory::of_this_machine);
    let threads = needed.threads_within(limit, wanted);
    threads.ok_or(Error::TooLarge { needed: *needed, limit, given: given.is_some() })
}
