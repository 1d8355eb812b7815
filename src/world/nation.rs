use super::Intermediary;

/// What all sites share: written between months only, read by every site.
#[derive(Clone, Debug)]
pub struct Nation {
    /// Standing of each copyable kind, 0..1: falls when copies fail (S3R02).
    pub standing: Vec<f64>,
    /// Strength of what can be seen of each copyable kind: sum over live initiatives of performance, more of it
    /// where there is evidence (model 6.9).
    pub visible: Vec<f64>,
    /// Fit of the best source of each copyable kind, less what of it does not travel.
    pub source_fit: Vec<f64>,
    /// Evidence of that source.
    pub source_evidence: Vec<f64>,
    /// Live copyable kinds of each site, as bits.
    pub kinds_of_site: Vec<u64>,
    /// Factor on awards that meets a given budget; 1 without one.
    pub award_factor: f64,
    /// Pressure of the national team, 0..1: it grows with the gap between what was promised and what is reported.
    pub pressure: f64,
    /// Mean over member sites of how far each is behind what it should have reported, 0..1.
    pub behind: f64,
    /// What the programme claims of itself, 0..1: the mean over member sites of official success.
    pub claim: f64,
    /// Account managers; each looks after `caseload` member sites, in the scenario's order.
    pub managers: Vec<Intermediary>,
    /// Regions.
    pub regions: Vec<RegionState>,
}

/// A region: the field that groups sites.
#[derive(Clone, Debug)]
pub struct RegionState {
    /// Who leads it.
    pub lead: Intermediary,
    /// People who have come to its posts.
    pub people: u32,
    /// People in regional posts who worked on each copyable kind.
    pub carriers: Vec<u8>,
    /// Copyable kinds that the region has adopted, as bits: a mandate on its sites.
    pub adopted: u64,
}

impl RegionState {
    /// Somebody comes to a post of the region, if it has one left of so many: what it knows of kinds, for them to add to.
    pub fn take_in(&mut self, posts: Option<u32>) -> Option<&mut Vec<u8>> {
        if posts.is_some_and(|posts| self.people >= posts) {
            return None;
        }
        self.people += 1;
        Some(&mut self.carriers)
    }
}
