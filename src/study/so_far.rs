use std::fmt;

/// How much of a study has been run. As text: "12 of 40 replicates".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoFar {
    /// Runs that are finished, and runs in all.
    pub runs: (u64, u64),
    /// Replicates that every arm or point has, and that each is to have; parts where `is_in_parts`.
    pub replicates: (u64, u64),
    /// Arms or points.
    pub cells: u32,
    /// Whether nothing can be said before everything has been run, in so many parts.
    pub is_in_parts: bool,
}

impl fmt::Display for SoFar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SoFar { runs: (units, total), replicates: (whole, asked), .. } = *self;
        if self.cells == 1 {
            let unit = if self.is_in_parts { "parts" } else { "replicates" };
            return write!(f, "{whole} of {asked} {unit}");
        }
        write!(f, "{units} of {total} runs")?;
        if whole > 0 { write!(f, " ({whole} of {asked} replicates)") } else { Ok(()) }
    }
}
