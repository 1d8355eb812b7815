use serde::{Deserialize, Serialize};

/// One of several parts that an experiment's chunks are dealt out to, chunk by chunk, so that all of them are about as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// Which one, counted from 1.
    pub index: u32,
    /// How many there are.
    pub of: u32,
}

impl Shard {
    /// This one of so many; `None` if there is none such.
    #[must_use]
    pub fn new(index: u32, of: u32) -> Option<Shard> {
        (1..=of).contains(&index).then_some(Shard { index, of })
    }

    /// Whether a chunk is its.
    #[must_use]
    pub fn holds(self, chunk: u64) -> bool {
        self.owner(chunk) == self.index
    }

    /// Which of so many parts a chunk is dealt to, counted from 1.
    #[must_use]
    pub fn owner(self, chunk: u64) -> u32 {
        // Below the number of parts, which is a u32.
        (chunk % u64::from(self.of.max(1))) as u32 + 1
    }

    /// "shard-2-of-3": the folder of its chunks inside of that of the experiment.
    #[must_use]
    pub fn folder(self) -> String {
        format!("shard-{}-of-{}", self.index, self.of)
    }
}

/// "2/3".
impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn every_chunk_is_dealt_to_one() {
        for of in 1..9 {
            let shards: Vec<Shard> = (1..=of).filter_map(|index| Shard::new(index, of)).collect();
            for chunk in 0..40 {
                assert_eq!(shards.iter().filter(|shard| shard.holds(chunk)).count(), 1);
            }
        }
        assert_eq!((Shard::new(0, 3), Shard::new(4, 3), Shard::new(1, 0)), (None, None, None));
        assert_eq!(
            Shard::new(2, 3).map(|shard| (shard.to_string(), shard.folder())),
            Some(("2/3".into(), "shard-2-of-3".into()))
        );
    }
}
