/// What two people have in common for as long as they hold their posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Common {
    /// Whether their organisations are two.
    pub across: bool,
    /// Boards on which both have a seat, as bits.
    pub boards: u16,
    /// Initiatives of which both are members, as bits.
    pub work: u64,
}

/// Pairs that follow each other and have the same in common.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// What that is.
    pub common: Common,
    /// The first pair.
    pub first: u32,
    /// The pair after the last.
    pub end: u32,
}

/// Kinds of pairs that have been seen, numbered as they came, and how many of each: a table of places that is never more than
/// half full.
pub(super) struct Kinds {
    pub(super) list: Vec<(Common, u32)>,
    /// The number of the kind at each place, or [`Kinds::FREE`].
    table: Vec<u32>,
}

impl Kinds {
    const FREE: u32 = u32::MAX;

    pub(super) fn with_room_for(kinds: usize) -> Kinds {
        Kinds { list: Vec::with_capacity(128), table: vec![Kinds::FREE; (2 * kinds).next_power_of_two()] }
    }

    /// Counts one pair, and returns the number of its kind.
    pub(super) fn count(&mut self, common: Common) -> u32 {
        let word = common.work ^ u64::from(common.boards) << 40 ^ u64::from(common.across) << 63;
        let mixed = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // As many places as a power of two.
        let last = self.table.len() - 1;
        let mut place = (mixed >> 32) as usize & last;
        loop {
            let kind = self.table[place];
            if kind == Kinds::FREE {
                self.table[place] = self.list.len() as u32;
                self.list.push((common, 1));
                return self.list.len() as u32 - 1;
            }
            if self.list[kind as usize].0 == common {
                self.list[kind as usize].1 += 1;
                return kind;
            }
            place = (place + 1) & last;
        }
    }
}
