use super::{Site, Stage};
use crate::scenario::Programme;
use crate::scenario::definitions::{SURGE_DEFICIT, UNSKILLED};

impl Site {
    /// The chance that an adaptation of an initiative is let pass, 0..1: what is managed by a metric may be adapted as
    /// far as it serves the metric (model 6.4).
    #[must_use]
    pub fn lets_pass(&self, i: usize) -> f64 {
        let standing = &self.standing;
        let unseen = 1.0 - self.initiatives.attributes[i].metric_alignment.get();
        1.0 - standing.metric_focus * (1.0 - standing.permissiveness) * unseen
    }

    /// The part of autonomy that comes from being chosen, 0..1: the badge, and how the site gets on with the nation.
    #[must_use]
    pub fn recognition(&self) -> f64 {
        (self.standing.badge * (UNSKILLED + self.standing.national_trust)).min(1.0)
    }

    /// How far the site is behind what it should have reported by month `t`, 0..1; 0 where nothing is asked for
    /// (model 6.2).
    #[must_use]
    pub fn behind_plan(&self, programme: &Programme, t: i32) -> f64 {
        let target = programme.funding.threshold;
        if target > 0.0 { (programme.elapsed(t) - self.standing.reported() / target).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Financial pressure d with a surge, 0..1.
    #[must_use]
    pub fn pressure(&self, month: u32) -> f64 {
        (self.deficit + SURGE_DEFICIT * self.surge(month)).min(1.0)
    }

    /// The demand surge that strikes in `month`, 0..1.
    #[must_use]
    pub fn surge(&self, month: u32) -> f64 {
        self.standing.surge.or(month, 0.0)
    }

    /// The bid: sum of (1 - core share) x cost over initiatives that run or are still to start, thousand pounds a
    /// month.
    #[must_use]
    pub fn bid(&self) -> f64 {
        let list = &self.initiatives;
        (0..list.len())
            .filter(|&i| list.stage[i] != Stage::Ended)
            .map(|i| (1.0 - list.core_share[i]) * list.cost[i])
            .sum()
    }
}
