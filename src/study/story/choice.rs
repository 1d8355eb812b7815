use super::LOOKED_AT;
use super::named::find;
use super::replaying::Replaying;
use crate::analysis::{Choice, Chosen, Future, typical_end, typical_of, typical_survivor};
use crate::study::Error;

/// Which initiative is to be explained, in which future.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    pub initiative: Option<&'a str>,
    pub replicate: Option<u64>,
}

impl Wish<'_> {
    /// What is meant, of these futures: the first replicates in their order.
    pub fn choose(&self, futures: &[Future], replaying: &Replaying<'_>) -> Result<Chosen, Error> {
        let asked = self.replicate.map(|replicate| {
            let known = futures.iter().find(|future| future.replicate == replicate).cloned();
            known.unwrap_or_else(|| replaying.future(replicate))
        });
        let Some(query) = self.initiative else {
            let few = &futures[..futures.len().min(usize::try_from(LOOKED_AT).unwrap_or(usize::MAX))];
            let among = asked.as_ref().map_or(few, std::slice::from_ref);
            let found = typical_end(among, 0, &[]).or_else(|| typical_survivor(among, &[]));
            return found.ok_or(Error::NothingToExplain);
        };
        let all: Vec<Future> = futures.iter().chain(&asked).cloned().collect();
        let (site, name) = find(query, &all, replaying.engine.setting())?;
        match asked {
            None => typical_of(futures, site, &name, |_| true).ok_or(Error::NothingToExplain),
            Some(future) => {
                let replicate = future.replicate;
                let fate = future.fate(site, &name).cloned();
                let fate =
                    fate.ok_or_else(|| Error::Asked(format!("{name} did not begin in replicate {replicate}")))?;
                Ok(Chosen { replicate, fate, choice: Choice::Asked })
            }
        }
    }
}
