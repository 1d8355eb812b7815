use crate::scenario::Authority;

/// What was counted in a month, for observation only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Attempts to persuade for the cause, by source of authority.
    pub attempts: [u32; Authority::ALL.len()],
    /// Those that succeeded.
    pub successes: u32,
    /// Attempts to persuade against it.
    pub attempts_against: u32,
    /// Those that succeeded.
    pub successes_against: u32,
    /// Openings seized.
    pub openings: u32,
}
