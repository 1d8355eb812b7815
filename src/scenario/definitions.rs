//! The one list of numbers that are fixed: what a word means, where a covariate is centred, what the program can hold.
//! No sensitivity analysis varies them; every other number of an equation is a parameter. The model's description lists
//! them from here.

/// Why a number is fixed rather than a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// It says what a word means: another value would be another word.
    Meaning,
    /// It centres a covariate: it places an intercept that is itself a parameter, and was worked out once.
    Centre,
    /// It scales a quantity that a parameter already scales.
    Scale,
    /// It is a limit of the program, which keeps draws apart or memory small.
    Limit,
    /// It is beside what is seen: rounding, or what is shown.
    Show,
}

impl Fixed {
    /// In words, for tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Fixed::Meaning => "what a word means",
            Fixed::Centre => "centre of a covariate",
            Fixed::Scale => "scale of a parameter",
            Fixed::Limit => "limit of the program",
            Fixed::Show => "what is shown, rounding",
        }
    }
}

/// One row of the list.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The name in the code.
    pub name: &'static str,
    /// The section of `docs/model.md` that uses it.
    pub section: &'static str,
    /// Its value, as the code has it.
    pub value: &'static str,
    /// Why it is fixed.
    pub fixed: Fixed,
    /// What it is, one sentence.
    pub meaning: &'static str,
}

macro_rules! definitions {
    ($( [$section:literal] $( $name:ident: $type:ty = $value:expr, $fixed:ident, $meaning:literal; )* )*) => {
        $( $( #[doc = $meaning] pub const $name: $type = $value; )* )*

        /// All of them, by section of the model's description.
        pub const DEFINITIONS: &[Definition] = &[
            $( $( Definition {
                name: stringify!($name),
                section: $section,
                value: stringify!($value),
                fixed: Fixed::$fixed,
                meaning: $meaning,
            }, )* )*
        ];
    };
}

definitions! {
    ["2"]
    MOST_INITIATIVES: usize = 64, Limit, "Initiatives that a site holds, copies included: they are bits of a word. So are the kinds that can be copied.";
    MOST_ORGANISATIONS: usize = 63, Limit, "Organisations that a site holds, besides a new entrant.";
    MOST_BOARDS: usize = 16, Limit, "Boards that a site holds.";

    ["5"]
    USUAL_POPULATION: f64 = 200_000.0, Scale, "Population of a place in which chances of ties, and history, are what their parameters say.";
    FRONT_LINE_LEAST: u32 = 2, Meaning, "Fewest front-line staff whom an organisation enrols.";
    FRONT_LINE_MOST: u32 = 4, Meaning, "Most front-line staff whom an organisation enrols, and those of a new entrant.";
    TIES_CROWD: f64 = 12.0, Scale, "People of an organisation up to which `ties_inside` holds; in a larger one the number of colleagues known stays level.";
    TRUST_SPREAD: f64 = 0.1, Scale, "How far from its floor the trust of a tie lies at the start, at most.";
    START_SPREAD: f64 = 0.2, Scale, "How far from its mean the fit of a new initiative lies, and the core share of a pre-existing one, at most, as a share of it.";
    NEW_SCALE: f64 = 0.02, Meaning, "Scale of an initiative in its first month: hardly anything.";
    ENTRANT_INTEREST: f64 = 0.8, Scale, "Own interest of a new provider; `contest_interest` scales what it does.";

    ["6.1"]
    FRAMERS: usize = 5, Meaning, "People whose mean makes the interpretive capacity of a place.";
    NARROWING_PERMISSIVENESS: f64 = 0.5, Meaning, "Permissiveness that a narrowing of metrics of magnitude 1 takes with it.";
    SHIFT_BADGE: f64 = 0.5, Meaning, "Part of the badge that a policy shift of magnitude 1 takes.";
    SURGE_DEFICIT: f64 = 0.3, Meaning, "Financial pressure that a demand surge of magnitude 1 adds while it lasts.";

    ["6.2"]
    QUARTER: i32 = 3, Meaning, "Months after which the national team looks at what is reported.";
    USUAL_CASELOAD: f64 = 5.0, Scale, "Sites of an account manager at which visits are what their parameters say.";
    ACQUAINTED_MONTHS: f64 = 6.0, Meaning, "Months after which an account manager, or the lead of a region, knows 63 % of what there is to know of the sites.";
    MIDDLE_SKILL: f64 = 0.5, Meaning, "Mean brokering of account managers and leads of regions, of whom nothing is known.";

    ["6.4"]
    MOST_CONTACTS: f64 = 12.0, Limit, "Contacts that anybody makes in a month: each has five of a slot's 64 draws.";
    UNSKILLED: f64 = 0.5, Scale, "What counts of something in hands without the skill for it; full skill adds 1. So for position and leveraging, resonance and framing, examples and events and external support, the badge and trust in the nation, growth and fit, adaptation and brokering.";
    EARNED_MONTHS: f64 = 60.0, Scale, "Tenure, in months, at which 63 % of the position that tenure earns is earned.";
    TYPICAL_STANCE: f64 = 0.3, Centre, "Enthusiasm, of either sign, at which people argue as often as `mobilise` says; the indifferent seldom do.";
    LEAST_FRAME_NOISE: f64 = 0.02, Scale, "Randomness in the choice of a frame by a perfect framer; `frame_noise` adds to it.";
    TYPICAL_TRUST: f64 = 0.67, Centre, "Trust in the speaker at a typical contact.";
    TYPICAL_POSITION: f64 = 0.69, Centre, "Position that is leveraged at a typical contact.";
    TYPICAL_RESONANCE: f64 = 0.42, Centre, "Resonance that is framed at a typical contact.";
    TYPICAL_PEER: f64 = 0.35, Centre, "Share of typical contacts between clinicians.";
    TYPICAL_VISION: f64 = 0.49, Centre, "Vision of the speaker at a typical contact.";
    TYPICAL_TIME: f64 = 0.59, Centre, "Root of the audience's headroom at a typical contact.";
    TYPICAL_HEADROOM: f64 = 0.31, Centre, "Mean headroom of people in post at a typical place, at which joint work brings what `joint_work` says.";
    LOAD_FREE: f64 = 1.5, Scale, "Complexity of a person's live initiatives, taken together, up to which they take no headroom.";
    JOINT_WORK_UNPROVEN: f64 = 0.5, Scale, "Part of `joint_work` that comes from work which does not perform; performance brings the rest.";
    JOINT_WORK_FULL: f64 = 0.3, Scale, "Scale from which on an initiative brings all of `joint_work`.";
    JOINT_WORK_AMPLE: f64 = 2.0, Scale, "Times the typical headroom beyond which more time brings no more of `joint_work`.";
    REPUTATION_RESULTS: f64 = 2.0, Scale, "Reputation, at most 1, that each unit of performance of own initiatives stands for.";
    UNTRIED: f64 = 0.5, Scale, "Share of acts that count as having come to something before there was any: the first acts take its place, and what is expected moves with them.";
    TYPICAL_COMMITMENT: f64 = 0.68, Centre, "Geometric mean of the commitment of the organisations in a typical initiative.";
    LEAST_COMMITMENT: f64 = 0.01, Scale, "Commitment that counts of an organisation which has none, so that its logarithm is a number.";
    WOULD_SIGN: f64 = 0.5, Meaning, "Wish of its sponsor above which an organisation signs a contract that it is offered: it would rather go on than not.";
    MIDDLING_NORM: f64 = 0.5, Centre, "Norm of collaboration at which openings come as often as `opportunity` says; not measured.";
    OPPORTUNITY_NORM: f64 = 1.0, Scale, "How far a norm of collaboration above a middling one adds to openings, or one below it takes from them, in shares for each unit.";
    BOARD_PERFORMANCE: f64 = 0.5, Scale, "Performance that joint work on a board counts as; `board_contact` scales it.";

    ["6.5"]
    SECURITY_NEEDED: [f64; 5] = [0.105, 0.357, 0.693, 1.204, 2.303], Meaning, "Security that five equal groups of candidates need, in multiples of `security`: the middles of the fifths of an exponential distribution.";
    NO_MONEY: f64 = 1e-9, Show, "What is less than this, in thousand pounds, is rounding and not money.";

    ["6.6"]
    CO_LOCATED: f64 = 0.5, Scale, "Part of its complexity that an initiative whose people work in one place need not bridge by trust.";
    RECORDS: f64 = 0.2, Scale, "Part of what neither trust nor brokers co-ordinate that shared records do.";
    MISFIT_BELOW: f64 = 0.5, Meaning, "Fit below which people begin to drop what does not fit.";

    ["6.7"]
    POOLED_RETURN: f64 = 0.5, Scale, "Part of what otherwise does not come back to those who pay that does where money is pooled.";
    REVIEW_YEARLY: f64 = 0.083, Meaning, "Chance in a month that an initiative comes up for mainstreaming otherwise, and that core money is reviewed: the annual budget.";
    TYPICAL_EVIDENCE: f64 = 0.03, Centre, "Cash releasing x evidence of a typical initiative.";
    TYPICAL_SUPPORT: f64 = 0.39, Centre, "Support among executives and managers, sponsors apart, for a typical initiative.";
    TYPICAL_ROUTINE: f64 = 0.34, Centre, "Normalisation of a typical initiative.";
    TYPICAL_DEFICIT: f64 = 0.41, Centre, "Financial pressure at a typical initiative's site.";
    TYPICAL_COST: f64 = 0.09, Centre, "Share of its site's costs that a typical initiative has.";
    TYPICAL_METRIC: f64 = 0.22, Centre, "Metric focus x metric alignment of a typical initiative.";
    TYPICAL_QUALITY: f64 = 0.45, Centre, "Co-ordination x fit of a typical initiative.";
    TYPICAL_INTERPRETATION: f64 = 0.42, Centre, "Interpretive capacity at a typical initiative's site.";
    WHOLLY_PAID: f64 = 0.999, Show, "Core share and granted money together from which on nothing of the cost counts as uncovered.";

    ["6.8"]
    MOST_VACANT: f64 = 120.0, Limit, "Months beyond the first that a vacancy lasts at most.";
    CYNICAL_BEYOND: f64 = 0.3, Meaning, "Cynicism beyond which people leave `leave_cynical` times as often.";

    ["6.9"]
    VISIBLE_UNPROVEN: f64 = 0.3, Scale, "How much of its performance can be seen from outside without any evidence; evidence shows the rest.";
    MOST_CARRIERS: f64 = 3.0, Scale, "Carriers of one kind beyond which more add nothing; a full bridge counts as so many.";
    SIMPLE_COPY: f64 = 0.5, Scale, "Part of `copy_weight` that holds for the simplest copy; a unit of complexity adds 1.";
    COPY_EVIDENCE: f64 = 0.2, Scale, "Part of its source's evidence that a copy can point to.";
    COPY_RECOVERY: f64 = 0.02, Scale, "Part of the standing that failed copies have cost a kind, and `copy_harm` scales, that comes back in a month.";

    ["6.10"]
    TYPICAL_VALUE: f64 = 0.65, Centre, "Mean local value of the 18 kinds of the report.";
    REPORT_MEMORY: f64 = 0.8, Meaning, "Part of what a report differs by that is still there in the month after.";
    METRIC_MEMORY: f64 = 12.0, Meaning, "Months over which the metric effect is smoothed: it is a figure of the year.";
    ADMISSIONS_EFFECT: f64 = 0.03, Scale, "Fall of emergency-admission growth for each unit of metric effect; `need` scales it.";
    PERCEIVED_TRUST: f64 = 0.4, Meaning, "Weight of trust gained in perceived success.";
    PERCEIVED_ENTHUSIASM: f64 = 0.3, Meaning, "Weight of enthusiasm in perceived success.";
    PERCEIVED_PERFORMANCE: f64 = 0.3, Meaning, "Weight of own initiatives' performance in perceived success.";
    CLAIM_PICKED: f64 = 0.25, Meaning, "Best part of the figures that makes the news.";
    CLAIM_RATE: f64 = 0.2, Meaning, "Part of the way to better news that the national claim goes in a month.";
    ERROR_DRAWS: u32 = 12, Meaning, "Draws whose sum, less half of them, is a nearly normal error of variance 1.";

    ["9"]
    STRONG_TIE: f64 = 0.5, Meaning, "Trust from which on a tie counts as strong.";
    SHOWN_SITES: usize = 200, Show, "Sites up to which every site is observed on its own.";
    NARROWING: f64 = 0.2, Show, "Rise of metric focus over the programme from which on pictures mark that metrics narrow.";
    GRAIN: f64 = 0.01, Meaning, "Enthusiasm that a change of no weight adds to one person in an altered future.";
    GIVEN_FORMALITY: f64 = 0.5, Meaning, "Formality of the board that an altered future gives to a site.";
    AFTERLIFE: u32 = 12, Meaning, "Months past the run for which money goes on in an altered future without its end.";
}

#[cfg(test)]
mod tests {
    use super::{DEFINITIONS, Fixed};
    use crate::scenario::Parameters;

    #[test]
    fn every_definition_is_named_once_and_is_no_parameter() {
        for (i, row) in DEFINITIONS.iter().enumerate() {
            assert!(row.meaning.ends_with('.'), "{}", row.name);
            assert!(DEFINITIONS[..i].iter().all(|other| other.name != row.name), "{} twice", row.name);
            assert!(Parameters::find(&row.name.to_lowercase()).is_none(), "{}", row.name);
            assert_eq!(row.fixed == Fixed::Centre, row.name.starts_with("TYPICAL") || row.name == "MIDDLING_NORM");
        }
    }
}
