use super::Purpose;
use crate::random::{Key, Stream};

/// The random streams of a site, one per purpose; every use goes to its own place first.
#[derive(Clone, Debug)]
pub struct SiteStreams {
    list: [Stream; MONTHLY.len()],
}

/// Purposes that draw in the months of a run, in the order of their streams.
const MONTHLY: [Purpose; 13] = [
    Purpose::Shocks,
    Purpose::Struck,
    Purpose::Visits,
    Purpose::Reports,
    Purpose::Mobilise,
    Purpose::Contacts,
    Purpose::Openings,
    Purpose::Continuation,
    Purpose::Leaving,
    Purpose::Newcomers,
    Purpose::StepUp,
    Purpose::Adoption,
    Purpose::Claims,
];

impl SiteStreams {
    /// The streams of one site in one replicate.
    #[must_use]
    pub fn new(seed: u64, replicate: u64, site: u32) -> SiteStreams {
        SiteStreams { list: MONTHLY.map(|p| Stream::new(Key { seed, replicate, process: p as u32, site })) }
    }

    /// The stream of a monthly purpose.
    pub fn get(&mut self, purpose: Purpose) -> &mut Stream {
        let place = MONTHLY.iter().position(|&p| p == purpose);
        debug_assert!(place.is_some(), "{purpose:?} does not draw monthly");
        &mut self.list[place.unwrap_or(0)]
    }
}
