use super::Passing;
use crate::scenario::Authority;

/// How a site stands with those around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteStanding {
    /// Badge b, 0..1.
    pub badge: f64,
    /// Permissiveness p as it reaches the site, 0..1.
    pub permissiveness: f64,
    /// Metric focus m as it reaches the site, 0..1.
    pub metric_focus: f64,
    /// How far good news only is told, 0..1; 0 outside the programme.
    pub good_news: f64,
    /// Friction from legislation l as it reaches the site, 0..1.
    pub legislation: f64,
    /// What shocks have shifted of these.
    pub shifted: Shifted,
    /// Trust between site leaders and the national team, 0..1.
    pub national_trust: f64,
    /// Authority from the five sources, 0..1.
    pub authority: [f64; Authority::ALL.len()],
    /// What can be said against from the five sources, 0..1; that of norms before the listener's own interest.
    pub against: [f64; Authority::ALL.len()],
    /// Mean metric alignment of live initiatives.
    pub alignment: f64,
    /// Interpretive capacity I, 0..1.
    pub interpretation: f64,
    /// What the work of late will have for an effect, before it shows.
    pub effect_due: f64,
    /// Metric effect, smoothed.
    pub metric_effect: f64,
    /// The same when the programme began.
    pub effect_at_start: f64,
    /// What the report of the month differs by from it.
    pub report_error: f64,
    /// Official success.
    pub official: f64,
    /// Perceived success.
    pub perceived: f64,
    /// Demand surge, 0..1; 0 when there is none.
    pub surge: Passing,
}

impl SiteStanding {
    /// What the site reports of its metric effect since the programme began, errors included.
    #[must_use]
    pub fn reported(&self) -> f64 {
        self.gained() + self.report_error
    }

    /// What its metric effect has truly gained since the programme began.
    #[must_use]
    pub fn gained(&self) -> f64 {
        self.metric_effect - self.effect_at_start
    }

    /// What can be said against to somebody of an organisation with that own interest, 0..1 from each source.
    #[must_use]
    pub fn against_for(&self, own_interest: f64) -> [f64; Authority::ALL.len()] {
        let mut against = self.against;
        against[Authority::Norms as usize] *= own_interest;
        against
    }
}

/// What shocks have shifted of the policy that reaches a site, for good.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shifted {
    /// Share of permissiveness that is gone, 0..1.
    pub permissiveness: f64,
    /// Metric focus added, as a share of what was left to 1, 0..1.
    pub metric_focus: f64,
    /// Added to the friction from legislation, -1..1 from each shock.
    pub legislation: f64,
}
