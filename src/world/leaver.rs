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
