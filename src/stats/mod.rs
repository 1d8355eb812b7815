//! Pure estimators on slices: what a reader of survival data would look up in a textbook.
//!
//! One file holds one statistic, with its source and its cost. Randomness comes in as a closure that gives uniform
//! numbers, so that the caller decides the stream and the same stream gives the same interval.
//!
//! The estimators of spells at any times ([`kaplan_meier`], [`cumulative_incidence`], [`log_rank`], [`at_risk_table`],
//! [`restricted_mean`], [`restricted_mean_difference`]) are oracles: they are held against R, and those by month, which runs use
//! ([`MonthCounts`], [`CompetingCounts`], [`log_rank_months`]), against them. No command calls them.
//!
//! Must never know: actors, initiatives, runs, files. It imports nothing from the crate.

mod at_risk_table;
mod batches;
mod bic_penalty;
mod bootstrap;
mod change_points;
mod chi_squared;
mod competing_counts;
mod cumulative_incidence;
mod elementary_effects;
mod forward_regression;
mod group_means;
mod implicant;
mod kaplan_meier;
mod kolmogorov_smirnov;
mod latin_hypercube;
mod log_rank;
mod log_rank_months;
mod mean;
mod mean_share_interval;
mod minimal_cover;
mod minimisation;
mod moments;
mod month_counts;
mod normal;
mod paired_moments;
mod prim;
mod quantile;
#[cfg(test)]
mod reference;
mod replicate_spread;
mod restricted_mean;
mod restricted_mean_difference;
mod set_relation;
mod share_interval;
mod sobol_indices;
mod spearman;
mod student_t;
mod truth_table;
mod turning_points;
mod variance_components;
mod welch;

pub use at_risk_table::{AtRiskRow, at_risk_table, at_risk_table_months};
pub use batches::Batches;
pub use bic_penalty::bic_penalty;
pub use bootstrap::bootstrap_survival;
pub use change_points::change_points;
pub use chi_squared::chi_squared_p_value;
pub use competing_counts::{CompetingCounts, CompetingMonthSpell};
pub use cumulative_incidence::{CompetingSpell, CumulativeIncidence, CumulativeIncidenceRow, cumulative_incidence};
pub use elementary_effects::{ElementaryEffects, elementary_effects, elementary_effects_intervals};
pub use forward_regression::{ForwardRegression, forward_regression};
pub use group_means::{GroupMeans, GroupShares};
pub use implicant::Implicant;
pub use kaplan_meier::{KaplanMeier, KaplanMeierRow, Spell, kaplan_meier};
pub use kolmogorov_smirnov::{KolmogorovSmirnov, kolmogorov_smirnov};
pub use latin_hypercube::{largest_correlation, latin_hypercube};
pub use log_rank::{LogRank, log_rank};
pub use log_rank_months::log_rank_months;
pub use mean::mean;
pub use mean_share_interval::mean_share_interval;
pub use minimisation::{Minimisation, SufficientPath, minimise};
pub use moments::Moments;
pub use month_counts::{MonthCounts, MonthSpell};
pub use normal::normal_quantile;
pub use paired_moments::PairedMoments;
pub use prim::{CaseBox, CaseColumn, Cases, Limit, PeelingStep, prim, quasi_p};
pub use quantile::{quantile, quantile_of_sorted, quantiles};
pub use replicate_spread::{CurveBand, replicate_spread};
pub use restricted_mean::{RestrictedMean, restricted_mean};
pub use restricted_mean_difference::{RestrictedMeanDifference, restricted_mean_difference};
pub use set_relation::{SetRelation, SingleCondition, single_conditions};
pub use share_interval::share_interval;
pub use sobol_indices::{SobolIndices, SobolRow, sobol_indices};
pub use spearman::spearman;
pub use student_t::student_t_quantile;
pub use truth_table::{MOST_CONDITIONS, TruthTableRow, truth_table};
pub use turning_points::turning_points;
pub use variance_components::VarianceComponents;
pub use welch::welch_difference;
