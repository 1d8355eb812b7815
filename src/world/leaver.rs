/// Somebody who leaves for another post and carries initiatives along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaver {
    /// Where to.
    pub to: NextPost,
    /// The copyable kinds that they worked on, as bits.
    pub kinds: u64,
}

/// Where a leaver goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPost {
    /// Another site.
    Site(u32),
    /// A post in the site's region.
    Region,
}

/// A named person's leaving, as the scenario has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedDeparture {
    /// The person's slot.
    pub slot: u16,
    /// The month of the run.
    pub month: u32,
}
