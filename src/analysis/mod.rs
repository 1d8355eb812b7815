//! Records -> findings: what one run comes to, what many runs come to, and how sure we are of it.
//!
//! Purpose: fold records one by one into what tables, charts and the summary need, so that memory stays bounded.
//! Must never know: the engine, the world, drawing, files.

mod activity;
mod alike;
mod authority_mix;
mod axis_effect;
mod axis_pair;
mod bounds;
mod clock;
mod collector;
mod compared;
mod comparison;
mod conditions;
mod contrast;
mod courses;
mod endings;
mod estimate;
mod evaluator;
mod extremes;
#[cfg(test)]
pub(crate) mod fabricated;
mod fate_grid;
mod findings;
mod flows;
mod headline;
mod headline_after;
mod headline_rules;
mod incidence;
mod initiative_fates;
mod kept;
mod life;
mod model_courses;
mod models;
mod month_figures;
mod outcome;
mod pairwise;
mod places;
mod points;
mod ranking;
mod running;
mod site_conditions;
mod story;
mod survival;
mod survival_group;
mod swept;
mod swept_model_runs;
mod swept_models;
mod told;
mod trust_network;
mod typical;
mod varied;

pub use activity::Activity;
pub use alike::SamePoints;
pub use authority_mix::{AUTHORITY_SOURCES, AuthorityQuarter, authority_mix, authority_within};
pub use axis_effect::AxisEffect;
pub use axis_pair::{AxisPair, FutureShares};
pub use bounds::Bounds;
pub use clock::Clock;
pub use collector::Collector;
pub use compared::{ArmFindings, ArmLabel, Compared, Equalised, Neutrality, metrics_shown};
pub use comparison::{ArmContrast, Comparison};
pub use conditions::{Conditions, Exchange, ExchangedCondition, SiteFuture};
pub use contrast::Effect;
pub use courses::{Courses, Spread};
pub use endings::{Ending, Endings};
pub use estimate::Estimate;
pub use evaluator::Evaluator;
pub use extremes::{Extremes, FEW, is_of_few};
pub use fate_grid::{FateCounts, FateGrid};
pub use findings::Findings;
pub use flows::Flows;
pub use headline::{Headline, HeadlineMeasure};
pub use headline_after::{after_own_end, at_run_end};
pub use incidence::{GroupIncidence, Incidences};
pub use initiative_fates::{InitiativeFate, InitiativeFates};
pub use kept::{Kept, SINGLE_FUTURES, panels_kept};
pub use life::{alive_after, programme_last, share_absorbed, share_surviving};
pub use model_courses::{CourseReach, SETS_WITH_COURSES, courses_length};
pub use models::{BEST_IN, ModelEffect, ModelRuns, Models};
pub use outcome::{Outcome, Outcomes};
pub use pairwise::{Apart, Pairwise};
pub use places::Places;
pub use points::Points;
pub use ranking::{Extreme, SPENT_ALIKE, SpentAlike};
pub use running::Running;
pub use site_conditions::{SetApart, SiteCondition};
pub use story::{
    ChangedFuture, Choice, Chosen, ExplainedInitiative, Future, InitiativeStory, Odds, OddsOverModels, OddsRow,
    Parting, concerning, part, single_changes, typical_end, typical_of, typical_survivor,
};
pub use survival::{GroupSurvival, SITES_TABULATED, Survivals};
pub use survival_group::SurvivalRow;
pub use swept::{Swept, SweptTimes, SweptValue};
pub use swept_model_runs::SweptModelRuns;
pub use swept_models::SweptModels;
pub use told::{FEWEST_TO_TELL, is_told};
pub use trust_network::{network_months, trust_across};
pub use typical::{TypicalFuture, typical_replicate};
pub use varied::{
    Discovery, FoundBox, FoundLimit, IndexRow, IndexSample, Indices, InputValues, PeeledBox, Screening, ScreeningRow,
    Side, Steps, VariedInput, VariedPoint, VariedQuestion, discover_box,
};
