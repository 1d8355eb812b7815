//! What happens to one person in a month of the kernel, for every peer alike: what a framework adds is the rest.

use serde::Serialize;

/// Post that exists in nobody's plan yet: it stays empty.
pub const NEVER: u16 = u16::MAX;

/// The parameters that the kernel reads.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rules {
    pub contagion: f64,
    pub disposition_pull: f64,
    pub trust_return: f64,
    pub trust_floor_inside: f64,
    pub trust_floor_norm: f64,
    pub norm_rate: f64,
    pub agency_base: f64,
    pub agency_leaders: f64,
    pub agency_risk: f64,
    pub agency_rate: f64,
    pub headroom_rate: f64,
    pub inherited_trust: f64,
    pub leave_cynical: f64,
    pub vacancy: f64,
    pub novice_kept: f64,
}

/// A person and their post.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    pub site: usize,
    pub organisation: usize,
    pub role: usize,
    pub executive: bool,
    pub clinical: bool,
    pub hierarchical: f64,
    pub hazard: f64,
    pub role_headroom: f64,
    pub risk_taking: f64,
    pub disposition: f64,
    pub enthusiasm: f64,
    pub agency: f64,
    pub headroom: f64,
    pub reputation: f64,
    pub tenure: f64,
    pub novice: f64,
    pub position: f64,
    pub vacancy: u16,
}

/// Risk taking and disposition of newcomers, by role: as many drawn pairs.
pub type Newcomers = Vec<Vec<(f64, f64)>>;

impl Rules {
    /// Trust after a month's return to its floor.
    pub fn returned(&self, trust: f64, floor: f64) -> f64 {
        (trust + self.trust_return * (floor - trust)).clamp(0.0, 1.0)
    }

    /// What of a tie a newcomer inherits.
    pub fn inherited(&self, trust: f64, floor: f64) -> f64 {
        floor + self.inherited_trust * (trust - floor).max(0.0)
    }

    /// The floor of trust across organisations.
    pub fn floor_across(&self, start_trust: f64, risen: f64) -> f64 {
        (start_trust + self.trust_floor_norm * risen).clamp(0.0, 1.0)
    }
}

impl Person {
    pub fn in_post(&self) -> bool {
        self.vacancy == 0
    }

    /// What the person weighs with others.
    pub fn weight(&self) -> f64 {
        if self.in_post() { self.position } else { 0.0 }
    }

    /// Contagion, agency, headroom, tenure; `pull` and `weight` are sums over ties, `cover` the leaders' enthusiasm.
    pub fn feel(&mut self, pull: f64, weight: f64, cover: f64, r: &Rules) {
        if !self.in_post() {
            return;
        }
        let e = self.enthusiasm;
        let contagion = if weight > 0.0 { r.contagion * (pull / weight - e) } else { 0.0 };
        self.enthusiasm = (e + contagion - r.disposition_pull * (e - self.disposition)).clamp(-1.0, 1.0);
        let agency = r.agency_base + r.agency_leaders * cover.max(0.0) + r.agency_risk * self.risk_taking;
        self.agency += r.agency_rate * (agency.clamp(0.0, 1.0) - self.agency);
        self.headroom += r.headroom_rate * (self.role_headroom.clamp(0.0, 1.0) - self.headroom);
        self.tenure += 1.0;
        self.novice *= r.novice_kept;
        self.reposition();
    }

    /// A newcomer, a month of vacancy, or a departure, which it returns.
    pub fn turn_over(&mut self, r: &Rules, newcomers: &Newcomers, mut uniform: impl FnMut() -> f64) -> bool {
        match self.vacancy {
            0 | NEVER => {}
            1 => self.join(&newcomers[self.role], r, uniform()),
            _ => self.vacancy -= 1,
        }
        let cynical = if self.enthusiasm < -0.3 { r.leave_cynical } else { 1.0 };
        let leaves = self.in_post() && uniform() < self.hazard * cynical;
        if leaves {
            let more = ((1.0 - uniform()).ln() / (r.vacancy / (1.0 + r.vacancy)).ln()).floor();
            self.vacancy = if r.vacancy > 0.0 { 1 + more.clamp(0.0, 120.0) as u16 } else { 1 };
        }
        leaves
    }

    fn join(&mut self, drawn: &[(f64, f64)], r: &Rules, draw: f64) {
        let (risk, disposition) = drawn[((draw * drawn.len() as f64) as usize).min(drawn.len() - 1)];
        (self.risk_taking, self.disposition, self.enthusiasm) = (risk, disposition, disposition);
        (self.agency, self.headroom) = (r.agency_base, self.role_headroom);
        (self.reputation, self.tenure, self.novice, self.vacancy) = (0.0, 0.0, 1.0, 0);
        self.reposition();
    }

    fn reposition(&mut self) {
        let clinical = if self.clinical { 0.35 } else { 0.0 };
        let earned = clinical + 0.35 * (1.0 - self.novice) + 0.30 * self.reputation;
        self.position = 1.0 - (1.0 - self.hierarchical) * (1.0 - earned);
    }
}
