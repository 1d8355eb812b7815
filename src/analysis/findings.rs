use super::{
    Activity, Conditions, Courses, Endings, Estimate, FateGrid, Flows, GroupIncidence, GroupSurvival, Headline,
    InitiativeFate, Models, Outcomes,
};
use crate::record::Setting;

/// What the replicates of one scenario come to.
#[derive(Clone, Debug)]
pub struct Findings {
    /// Where and when.
    pub setting: Setting,
    /// Number of replicates that finished.
    pub replicates: u64,
    /// Number of those that failed, and are in nothing else here.
    pub failed: u64,
    /// Every headline figure with its precision.
    pub headlines: Vec<(Headline, Estimate)>,
    /// What became of the initiatives of each place.
    pub outcomes: Outcomes,
    /// What became of each initiative.
    pub initiatives: Vec<InitiativeFate>,
    /// Why initiatives ended.
    pub endings: Endings,
    /// Survival by months since start: `all`, then groups.
    pub survival: Vec<GroupSurvival>,
    /// Survival over the months of the run: `all`, then `origin:NAME`.
    pub calendar_survival: Vec<GroupSurvival>,
    /// Why and when initiatives stop being an open question: `all`, then `origin:NAME`.
    pub incidence: Vec<GroupIncidence>,
    /// The monthly courses of all sites together, in the first replicates.
    pub courses: Courses,
    /// What became of initiatives by place, kind and origin.
    pub grid: FateGrid,
    /// How initiatives moved between stages from year to year.
    pub flows: Flows,
    /// The activity of each place, in the first replicates.
    pub activity: Activity,
    /// The replicate that is most like all, if any finished.
    pub typical: Option<u64>,
    /// Where headline figures stand over plausible models, if these were run.
    pub models: Option<Models>,
    /// What sets sites apart, if that was looked at: of a run with several sites.
    pub conditions: Option<Conditions>,
}

impl Findings {
    /// A headline figure by name; one that does not exist is unknown.
    #[must_use]
    pub fn headline(&self, name: &str) -> Estimate {
        let found = self.headlines.iter().find(|(headline, _)| headline.name == name);
        debug_assert!(found.is_some(), "no headline {name}");
        found.map_or(Estimate::of([].into_iter()), |(_, estimate)| *estimate)
    }
}
