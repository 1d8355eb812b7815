use crate::quantity::ShockKind;
use crate::record::Setting;

/// Something that a scenario says of a place, that may set it apart from others, and that can be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteCondition {
    /// The share of its bid that is awarded.
    Award,
    /// A kind of shock that strikes it alone, and by which nobody leaves.
    Struck(ShockKind),
    /// People who leave in months that the scenario names, or by shocks that strike it alone.
    PeopleLost,
    /// How formal its boards are; 0 without one.
    Board,
    /// History of joint work.
    History,
    /// Norm of collaboration at the start.
    Collaboration,
    /// Financial pressure.
    Deficit,
    /// How it consults: 1 both ways, 0.5 one way, 0 not at all.
    Consultation,
    /// Standing of consultation at the start.
    Engagement,
}

impl SiteCondition {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SiteCondition::Award => "award",
            SiteCondition::Struck(kind) => kind.row().name,
            SiteCondition::PeopleLost => "people_lost",
            SiteCondition::Board => "board",
            SiteCondition::History => "history",
            SiteCondition::Collaboration => "collaboration",
            SiteCondition::Deficit => "deficit",
            SiteCondition::Consultation => "consultation",
            SiteCondition::Engagement => "engagement",
        }
    }
}

/// A condition in which a site stands apart from the others; both values on the condition's own scale from 0 to 1 (an award may be
/// above 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetApart {
    /// The place of the site among those of the setting.
    pub site: usize,
    /// In what.
    pub condition: SiteCondition,
    /// What it has.
    pub own: f64,
    /// What the others mostly have: the middle value, or the commonest.
    pub others: f64,
    /// The month of the run in which it is first so, of what happens in a month.
    pub month: Option<i32>,
}

impl SetApart {
    /// How far it stands from the others.
    #[must_use]
    pub fn distance(&self) -> f64 {
        (self.own - self.others).abs()
    }

    /// The name of its site.
    #[must_use]
    pub fn site_name<'a>(&self, setting: &'a Setting) -> &'a str {
        setting.sites.get(self.site).map_or("", |site| &site.name)
    }
}
