//! The one table of model parameters: loader, documentation, `list parameters` and sensitivity analysis read it.

/// What values a parameter may take, and how its plausible range follows from its default (model section 7).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Domain {
    /// A rate, factor or share of 0..=1; plausible from half to double, cut at 1.
    Share,
    /// A rate, factor or share of 0..=1 with a plausible range of its own, low and high, where half or double would say
    /// another thing: a majority of a quarter, say.
    Within(f64, f64),
    /// A number of 0 or more; plausible from half to double.
    Positive,
    /// An age or a time, in months, with a plausible range of its own, low and high.
    Months(f64, f64),
    /// The intercept of a logit, any number from -20 to 20; plausible within ln 2 of the default.
    Intercept,
}

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// A section of the case-study report, or of the paper on the support programme where it says so: the direction is
    /// reported, the size is ours.
    Report(&'static str),
    /// An external published figure, with what was derived from it.
    Published(&'static str),
    /// Nobody has measured it.
    Assumption,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// The name in `[parameters]`.
    pub name: &'static str,
    /// The section of `docs/model.md` that uses it.
    pub section: &'static str,
    /// Its value unless a scenario says otherwise.
    pub default: f64,
    /// What it may be, and how its plausible range is made.
    pub domain: Domain,
    /// Unit, in words.
    pub unit: &'static str,
    /// Where the default comes from.
    pub provenance: Provenance,
    /// What it does, one sentence.
    pub meaning: &'static str,
    read: fn(&Parameters) -> f64,
    write: fn(&mut Parameters, f64),
}

impl Parameter {
    /// The plausible range, low and high, that sensitivity analyses draw from.
    #[must_use]
    pub fn plausible(&self) -> (f64, f64) {
        match self.domain {
            Share => (self.default / 2.0, (self.default * 2.0).min(1.0)),
            Within(low, high) | Months(low, high) => (low, high),
            Positive => (self.default / 2.0, self.default * 2.0),
            Intercept => (self.default - core::f64::consts::LN_2, self.default + core::f64::consts::LN_2),
        }
    }

    /// The value so far along its plausible range (0 to 1): evenly on the scale of its logarithm (half of the default is as
    /// likely as double), of an intercept evenly as it is.
    #[must_use]
    pub fn at_share(&self, share: f64) -> f64 {
        let (low, high) = self.plausible();
        let value = if low > 0.0 && self.domain != Intercept {
            low * libm::pow(high / low, share)
        } else {
            low + share * (high - low)
        };
        value.clamp(low, high)
    }

    /// The values that a scenario may set, low and high, both included.
    #[must_use]
    pub fn allowed(&self) -> (f64, f64) {
        match self.domain {
            Share | Within(..) => (0.0, 1.0),
            Months(..) => (0.0, 240.0),
            Positive => (0.0, 1_000_000.0),
            Intercept => (-20.0, 20.0),
        }
    }

    /// The value in `parameters`.
    #[must_use]
    pub fn get(&self, parameters: &Parameters) -> f64 {
        (self.read)(parameters)
    }

    /// Sets it; `false`, and nothing set, if `value` is not allowed (NaN never is).
    pub fn set(&self, parameters: &mut Parameters, value: f64) -> bool {
        let (low, high) = self.allowed();
        let allowed = (low..=high).contains(&value);
        if allowed {
            (self.write)(parameters, value);
        }
        allowed
    }
}

/// Where thresholds begin: they are the last section of the table, 9.
const fn first_threshold(table: &[Parameter]) -> usize {
    let mut at = 0;
    while at < table.len() && !matches!(table[at].section.as_bytes(), b"9") {
        at += 1;
    }
    at
}

macro_rules! parameters {
    ($( [$section:literal] $( $name:ident = $default:expr, $domain:expr, $unit:literal, $provenance:expr, $meaning:literal; )* )*) => {
        /// Every number of the model's equations that is no definition; names, units, ranges and provenance stand in [`Parameters::TABLE`].
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Parameters {
            $( $( #[doc = $meaning] pub $name: f64, )* )*
        }

        impl Default for Parameters {
            fn default() -> Parameters {
                Parameters { $( $( $name: $default, )* )* }
            }
        }

        impl Parameters {
            /// All parameters, by section of the model's description.
            pub const TABLE: &'static [Parameter] = &[
                $( $( Parameter {
                    name: stringify!($name),
                    section: $section,
                    default: $default,
                    domain: $domain,
                    unit: $unit,
                    provenance: $provenance,
                    meaning: $meaning,
                    read: |p| p.$name,
                    write: |p, v| p.$name = v,
                }, )* )*
            ];

            /// Those that mechanisms hang on: analyses of what is not known vary them. At most 160.
            pub const MECHANISMS: &'static [Parameter] = Self::TABLE.split_at(first_threshold(Self::TABLE)).0;

            /// Those that say from where on a word holds (ended, absorbed, poor, a cause): another value is another word for the same
            /// course of things, or another age. Analyses vary them only where they are asked to.
            pub const THRESHOLDS: &'static [Parameter] = Self::TABLE.split_at(first_threshold(Self::TABLE)).1;

            /// The row of that name.
            #[must_use]
            pub fn find(name: &str) -> Option<&'static Parameter> {
                Self::TABLE.iter().find(|row| row.name == name)
            }

            /// The rows in which these are other than `other`, to the last bit.
            pub fn other_than<'a>(&'a self, other: &'a Parameters) -> impl Iterator<Item = &'static Parameter> + 'a {
                Self::TABLE.iter().filter(move |row| row.get(self).to_bits() != row.get(other).to_bits())
            }
        }
    };
}

use Domain::{Intercept, Months, Positive, Share, Within};
use Provenance::{Assumption, Published, Report};

parameters! {
    ["5"]
    concentration = 8.0, Positive, "alpha + beta", Assumption, "How alike people of one role are: concentration of the Beta that skills, receptivity and dispositions are drawn from.";
    population_exponent = 0.15, Share, "power", Report("5.3.3.1, S6R04"), "How fast trust between organisations falls with the population of the site.";
    ties_inside = 0.7, Share, "probability", Assumption, "Chance that two people of one organisation know each other, in an organisation of up to twelve people.";
    ties_leaders = 1.2, Positive, "probability per unit of history", Report("5.3.3.1, S5 FGD"), "Chance that leaders of two organisations know each other, per unit of the site's start level of trust (cut at 1).";
    ties_across = 0.02, Share, "probability", Published("McCullough et al. 2016: 30 % of pairs of 41 organisations linked; derived: 0.02 between people gives that where organisations send four or five"), "Chance that any other two people of different organisations know each other, in a place of 200 000 people.";
    ties_spanner = 0.2, Share, "probability", Report("5.3.3.1"), "Chance that a boundary spanner knows a given person of another organisation, in a place of 200 000 people.";
    start_scale = 0.6, Share, "scale", Assumption, "Scale of a pre-existing initiative at the start.";
    start_normalisation = 0.5, Share, "normalisation", Assumption, "Normalisation of a pre-existing initiative at the start.";
    start_fit = 0.6, Share, "fit", Assumption, "Fit of a pre-existing initiative at the start.";
    start_evidence = 0.3, Share, "evidence", Assumption, "Evidence of a pre-existing initiative at the start.";
    new_fit = 0.3, Share, "fit", Assumption, "Mean fit of a new initiative in its first month.";
    start_core = 0.75, Share, "core share", Assumption, "Mean part of a pre-existing initiative's cost that core budgets carry.";
    new_core_high = 0.1, Share, "core share", Assumption, "Largest part of a programme initiative's cost that core budgets carry at its start (the least is 0).";
    logic_sound = 0.6, Share, "probability", Assumption, "Chance that the causal logic of a kind of initiative holds, so that doing it changes outcomes.";

    ["6.1"]
    shock_enthusiasm = 0.35, Share, "enthusiasm per unit of felt magnitude", Report("5.3.4, 5.3.4.1"), "Enthusiasm lost to a shock by people in a place that cannot interpret it.";
    shock_agency = 0.25, Share, "agency per unit of felt magnitude", Report("6.1"), "Agency lost to a shock by people in a place that cannot interpret it.";
    shock_crisis = 0.5, Share, "crisis per unit of felt magnitude", Report("5.3.2.2"), "Crisis that skilled framers make of an economic shock.";
    money_felt = 0.5, Share, "magnitude per missing share", Report("5.3.4.1, 5.3.4.4"), "How strongly it is felt that money is missing: where an award is below the bid, a round is lost or the money ends.";
    follow_on = 0.5, Share, "share", Report("5.3.4.4"), "Where a follow-on is fully expected: how much more strongly the end of the money is felt, and what goes of the further chance of coming up for core money before it.";
    crisis_rate = 0.03, Share, "per month", Report("5.3.2.2"), "Speed at which the framed crisis moves to what financial pressure and framing support.";
    surge_headroom = 0.5, Share, "headroom per unit of magnitude", Report("5.2.3, S2R012"), "Share of headroom that a demand surge takes while it lasts.";
    entrant_norm = 0.2, Share, "collaboration per unit of magnitude", Assumption, "Collaboration norm displaced when a new provider enters and nobody can interpret it.";

    ["6.2"]
    badge_fade = 0.01, Share, "per month", Report("5.3.2.1, 5.3.2.6"), "Fade of the badge during the programme.";
    badge_fade_successor = 0.04, Share, "per month", Report("5.3.2.3, 6.4"), "Fade of the badge once the successor policy has begun or the programme is over.";
    visit_fit = 0.02, Share, "per visit", Report("5.3.3.3, S2 FGD"), "Fit gained by one initiative from an example that a supportive account manager brings.";
    visit_trust = 0.05, Share, "per visit", Report("5.3.3.2, 5.3.3.3"), "Movement of trust between site leaders and the national team in a visit, up when it supports, down when it presses.";
    threat_believed = 0.3, Share, "share", Report("5.3.4.1, S1R01"), "How far people believe a threat to lose a conditional round, and turn to the metric, in a site furthest from its target.";
    team_learns = 0.35, Share, "per quarter", Report("5.3.4.2; support-programme paper, Discussion"), "How fast the gap between what was promised and what is reported turns into pressure of the national team.";
    rule_change_felt = 0.3, Share, "magnitude, and share of trust", Report("5.1.4, 5.3.4.1"), "How strongly it is felt below the target that conditions come on the way, per share of the bid awarded; and the part of the trust between site leaders and the national team that this costs.";
    good_news_blind = 0.5, Share, "share", Report("support-programme paper, challenges a) and Conclusion"), "How far local adaptation of what performs poorly is suppressed where only good news is told.";
    outside_permissiveness = 0.5, Share, "permissiveness", Assumption, "Permissiveness outside the programme.";
    outside_metric_focus = 0.2, Share, "metric focus", Assumption, "Metric focus outside the programme.";

    ["6.3"]
    political_consultation = 0.5, Share, "share", Report("5.3.2.1"), "Weight of public consultation in political authority.";
    economic_award = 0.8, Share, "share", Report("5.3.2.2"), "Weight of the award in economic authority.";
    values_metric = 0.6, Share, "share", Report("5.3.2.3"), "How far a narrow metric hollows out the authority of values.";
    values_outside = 0.6, Share, "share", Assumption, "Authority of values where no programme speaks to them.";

    ["6.4"]
    earned_clinical = 0.35, Share, "earned position", Report("5.3.3.1, 6.2"), "Position earned by being a clinician; what tenure leaves of the rest is earned by the best reputation.";
    earned_tenure = 0.35, Share, "earned position", Report("5.3.3.1, 6.2"), "Position earned by very long tenure.";
    mobilise = 1.0, Positive, "factor", Assumption, "Activity of people who mobilise.";
    mobilise_champion = 2.0, Positive, "factor", Report("5.3.3.2"), "How much more active champions are.";
    contacts_vision = 3.0, Positive, "contacts", Report("5.3.3.2"), "Further contacts a month of a person with full vision.";
    champion_focus = 0.5, Share, "probability", Assumption, "Share of a champion's contacts sought within its initiatives.";
    boundary_seeking = 0.5, Share, "probability", Report("5.3.3.1, 5.3.3.2"), "Chance that a perfect broker looks for a contact across an organisational boundary.";
    frame_noise = 0.5, Positive, "temperature", Assumption, "Further randomness in the choice of a frame by somebody who cannot frame.";
    persuade_intercept = -0.2, Intercept, "log odds", Assumption, "Log odds of persuading at a typical contact.";
    persuade_trust = 2.5, Positive, "log odds per unit", Report("5.4, 6.1"), "Effect of the audience's trust in the speaker.";
    persuade_position = 1.0, Positive, "log odds per unit", Report("5.3.3.1, 5.3.3.2"), "Effect of position that is leveraged.";
    persuade_resonance = 2.0, Positive, "log odds per unit", Report("5.3.3.2"), "Effect of authority, framed so that the audience is receptive to it.";
    persuade_peer = 1.0, Positive, "log odds per unit", Report("5.3.3.2"), "Effect of one clinician speaking to another.";
    persuade_vision = 0.8, Positive, "log odds per unit", Report("5.3.3.2"), "Effect of the speaker's vision.";
    persuade_time = 1.0, Positive, "log odds per unit", Report("5.2.3, S2R012; 5.2.4.1, S2R014"), "Effect of the time that the audience has: the root of its headroom.";
    persuasion_gain = 0.10, Share, "share", Published("Cochrane CD000125, review of 2007: opinion leaders raise desired practice by a median of 0.10; derived: from practice to enthusiasm"), "Enthusiasm gained by being persuaded once.";
    persuasion_trust = 0.05, Share, "share", Report("5.3.3.3"), "Trust gained by being persuaded once.";
    refusal_trust = 0.01, Share, "share", Assumption, "Trust lost by an attempt that fails.";
    contest_interest = 0.8, Share, "enthusiasm", Report("5.3.2.1, S2R012; 5.3.2.4, S2R013"), "How far the interest of their own organisation draws people against where competition is the norm.";
    loss_weight = 2.0, Positive, "factor", Published("Kahneman and Tversky 1992: losses weigh 2.25 times as much as gains; Slovic 1993: what harms trust weighs more than what builds it; derived: about twice"), "How much more a loss than a gain moves people, and a word against than a word for.";
    contagion = 0.03, Share, "per month", Report("5.3.2.3, S1R01"), "Speed at which enthusiasm moves to that of the people one trusts.";
    disposition_pull = 0.04, Share, "per month", Published("Boswell et al. 2009: newcomers' satisfaction falls back after about 6 months; the rate, a half-life of 17 months, is ours"), "Return of enthusiasm to a person's own disposition.";
    cynicism_hardens = 0.02, Share, "per month", Report("5.3.2.3: a workforce used to fleeting initiatives might be expected to be cynical; 5.3.2.5"), "Speed at which the disposition of people who are against the changes follows their enthusiasm down.";
    results_pull = 0.05, Share, "per month", Report("5.3.2.3, S1R01"), "Enthusiasm from visible results of one's own initiatives.";
    results_expected = 0.15, Share, "performance", Assumption, "Performance of own initiatives that people expect: better results lift enthusiasm, worse ones lower it.";
    chosen = 0.3, Share, "share", Report("5.3.2.1, S6R02; 5.2.5"), "Part of the autonomy that people experience which comes from being chosen; the rest comes from what their own acts achieve.";
    spirits = 0.12, Share, "per month", Report("5.3.2.1; 5.3.4.2; 6.1"), "Enthusiasm from more autonomy than was expected.";
    spirits_habit = 0.08, Share, "per month", Published("Boswell et al. 2009: newcomers' satisfaction falls back after about 6 months; derived: habit of about a year"), "Speed at which people come to expect the autonomy that they have.";
    agency_rate = 0.15, Share, "per month", Assumption, "Speed at which agency moves to what the setting allows.";
    agency_base = 0.25, Share, "agency", Assumption, "Agency without any licence.";
    agency_permissiveness = 0.45, Share, "agency", Report("5.3.2.3, 6.1"), "Agency from full permissiveness.";
    agency_risk = 0.1, Share, "agency", Report("5.3.3.2"), "Agency from an own appetite for risk.";
    headroom_rate = 0.3, Share, "per month", Assumption, "Speed at which headroom moves to what posts and backfill allow.";
    headroom_backfill = 0.3, Share, "headroom", Report("5.3.2.2, S6R03"), "Headroom from backfill where all own initiatives are paid for by the programme.";
    headroom_load = 0.02, Share, "headroom per unit of complexity", Report("5.1.4"), "Headroom taken by each further unit of complexity among a person's live initiatives.";
    joint_work = 0.035, Share, "per month", Report("5.2.3"), "Trust gained in joint work on a concrete task.";
    joint_work_time = 0.5, Share, "share", Report("5.2.3, S2R012; 5.2.4.1, S6R03, S2R014"), "Part of the trust gained in joint work that depends on the time that people have for it.";
    board_contact = 0.5, Share, "share", Report("5.3.3.1"), "Trust gained on a board alone, as a share of joint work's.";
    trust_return = 0.012, Share, "per month", Published("Burt 2002: in a bank nine in ten bridging ties were gone in a year, an upper bound; the rate, 87 % kept in a year, is ours"), "Return of a tie to its floor.";
    trust_floor_inside = 0.6, Share, "trust", Assumption, "Floor of trust within an organisation.";
    trust_floor_norm = 0.2, Share, "trust per unit", Report("5.3.2.4"), "How far a risen norm of collaboration lifts the floor across organisations.";
    newcomer_prior = 0.5, Within(0.35, 0.6), "trust", Assumption, "Trust between two people of different organisations who have not met, and at the start between site leaders and the national team: neither for nor against.";
    opportunity = 0.08, Share, "per month", Report("5.3.3.2, S4R010, S4R011"), "Chance of an opening in a site: another pot, a charity, a partner who would pay.";
    opportunity_share = 0.2, Share, "share", Report("5.2.4.1"), "Part of the missing core money that a seized opening brings.";
    betrayal = 0.15, Share, "trust", Report("5.3.3.3; 5.2.3, S2 FGD"), "Trust in the lead organisation's leaders lost when it ends what a partner wanted.";
    norm_rate = 0.02, Share, "per month", Report("5.3.2.4"), "Speed at which the norm of collaboration follows experienced trust.";
    norm_law = 0.01, Share, "per month", Report("5.3.2.1, 5.3.2.4"), "Erosion of the norm by competition law without a licence.";
    reputation_rate = 0.02, Share, "per month", Assumption, "Speed at which reputation follows results.";
    consultation_gain = 0.05, Share, "per month", Report("5.3.2.1, 5.3.3.2"), "Standing of consultation gained by one engagement lead with full position and vision.";
    consultation_fade = 0.03, Share, "per month", Assumption, "Fade of the standing of consultation.";
    one_way_distrust = 0.01, Share, "per month", Report("5.3.3.3, S2 PPIE FGD"), "Trust of front line and community in leaders lost to one-way consultation.";

    commit_rate = 0.1, Share, "per month", Assumption, "Speed at which an organisation's commitment follows its sponsor's wish, and at which it lapses without one.";
    commit_intercept = -0.2, Intercept, "log odds", Assumption, "Log odds that an indifferent sponsor wants to go on, for whom the cases for and against speak alike.";
    commit_stance = 3.0, Positive, "log odds per unit", Report("5.3.3.3, 6.1"), "Effect of the sponsor's enthusiasm times position on that wish.";
    commit_value = 2.0, Positive, "log odds per unit", Report("5.3.2, 5.3.3.3"), "Effect on it of how much better the case for resonates with the sponsor than the case against.";
    ratify_share = 0.5, Within(0.5, 0.67), "share", Assumption, "Share of position and time on a board beyond which those in favour make it agree: a majority.";

    ["6.5"]
    allocation_support = 2.0, Positive, "log weight per unit", Assumption, "How far money follows support.";
    allocation_metric = 2.0, Positive, "log weight per unit", Assumption, "How far money follows the metric, at full metric focus.";
    security = 12.0, Positive, "months", Report("5.3.4.1, S1R04"), "Mean security that candidates for a post need: how long its money must be known for 63 % of those who need so much to take it.";
    offers = 0.06, Share, "per month", Report("5.3.4.1, S1R04"), "Further leaving from posts whose money is about to end, by those who need security.";
    cut = 0.5, Share, "per month", Report("5.1.4"), "Share of staffing beyond what is funded that is cut.";

    ["6.6"]
    coordination_exponent = 1.5, Positive, "power per complexity", Report("5.1.4, 6.1"), "How much trust a complex initiative needs.";
    coordination_broker = 0.5, Share, "share", Report("5.3.3.2"), "Co-ordination that a perfect broker gives without trust.";
    drive_champion = 0.8, Share, "weight", Report("5.3.3.2"), "Weight of a champion in driving implementation.";
    drive_member = 0.08, Share, "weight", Assumption, "Weight of any other member in driving implementation.";
    commit_reach = 0.5, Share, "share", Assumption, "Part of the posts that cannot work for an initiative which nobody is committed to.";
    attention_metric = 0.5, Positive, "share per unit of alignment", Report("5.3.4.2, S2R011"), "How far, at full metric focus, effort goes to initiatives that the metric sees better than the site's others.";
    form_only = 0.5, Share, "share", Report("5.2.4.1, S3R02"), "Ownership of a copy lost where its form was copied without any engagement.";
    growth = 0.35, Share, "per month", Assumption, "Fastest growth of scale towards its staffing.";
    fall = 0.3, Share, "per month", Assumption, "Fall of scale that staffing no longer carries.";
    misfit_drop = 0.05, Share, "per month", Report("5.2.4.1, S3R02"), "Scale lost because people drop what does not fit at all.";
    fit_rate = 0.03, Share, "per month", Report("5.3.3.2"), "Local adaptation by members with agency.";
    one_way_fit = 0.5, Share, "share", Report("5.3.3.3"), "What is left of a broker's contribution to fit where communication is one-way.";
    evaluation = 0.075, Share, "per month", Report("5.3.2.5"), "Evidence gained from full performance, as far as it is evaluated.";
    normalise_base = 0.18, Share, "per month", Published("NIRN: 2 to 4 years to full operation, hence 0.06 to 0.12 a month; derived: with `normalise_core` 0.07 at performance 0.4, ownership 0.2 and half core money"), "Normalisation at full performance and ownership without any core-funded posts.";
    normalise_core = 1.44, Positive, "per month", Report("5.1.4"), "Further normalisation where all posts are core-funded: routines carried by staff who stay.";
    normalise_leavers = 0.5, Share, "share", Report("5.3.3.1, S5R016"), "Normalisation lost if all members leave in one month.";
    fade = 0.01, Share, "per month", Assumption, "Ageing of evidence, and normalisation lost where nothing is done.";

    ["6.7"]
    review_exposed = 0.333, Share, "per month", Assumption, "Chance that an initiative comes up for mainstreaming while its programme money falls short or nears its end.";
    mainstream_intercept = -1.9, Intercept, "log odds", Assumption, "Log odds of mainstreaming at a typical initiative.";
    mainstream_evidence = 2.5, Positive, "log odds per unit", Report("5.3.2.5, 5.2.4.1"), "Effect of evidence on something that releases cash.";
    mainstream_support = 2.0, Positive, "log odds per unit", Report("5.3.3.1"), "Effect of support among executives and managers.";
    mainstream_normalisation = 2.0, Positive, "log odds per unit", Report("5.3.2.4, S3R04"), "Effect of being routine.";
    commit_money = 1.0, Positive, "log odds per log unit", Report("5.3.3.3, 5.3.4.4"), "Effect of the commitment of the organisations that take part.";
    mainstream_deficit = 2.0, Positive, "log odds per unit", Report("5.2.4.1, S5R010"), "Effect of financial pressure, against.";
    mainstream_cost = 1.0, Positive, "log odds per unit", Report("5.3.4.1, S4R01; 5.3.2.5, S3R01"), "Effect of the share of the site's costs, against.";
    mainstream_metric = 1.0, Positive, "log odds per unit", Report("5.3.4.2"), "Effect of alignment with the metric at full metric focus.";
    mainstream_quality = 3.0, Positive, "log odds per unit", Report("5.4"), "Effect of co-ordination and fit.";
    mainstream_interpretation = 2.0, Positive, "log odds per unit", Report("5.4"), "Effect of the site's interpretive capacity.";
    mainstream_share = 0.5, Share, "share", Report("5.1.4"), "Part of the missing money that a won decision brings.";
    core_kept = 2.0, Intercept, "log odds", Assumption, "How much safer core money is than new money.";
    core_cut = 0.5, Share, "share", Assumption, "Part of core money lost in a review that is lost.";

    ["6.8"]
    leave_front_line = 0.012, Share, "per month", Published("Health Foundation, Falling short: 10.7 % of nurses left in 2017/18, 0.009 a month; QualityWatch, 2012 to 2016: 0.006 to 0.017 for all staff"), "Turnover of front-line staff, and of posts of initiatives.";
    leave_manager = 0.015, Share, "per month", Assumption, "Turnover of managers.";
    leave_executive = 0.022, Share, "per month", Published("King's Fund and NHS Providers 2018: median tenure of chief executives 3 years, 54 % of directors appointed in 3 years; derived: 0.019 to 0.023 a month"), "Turnover of executives.";
    leave_care_home = 0.03, Share, "per month", Published("Health Foundation, from Skills for Care: turnover of 32.2 % in adult social care in 2018/19; derived: 0.032 a month"), "Turnover in care homes.";
    leave_cynical = 1.5, Positive, "factor", Assumption, "How much more often cynics leave.";
    vacancy = 3.0, Positive, "months", Assumption, "Mean length of a vacancy beyond the first month; posts of initiatives that are safe are filled at the same speed.";
    inherited_trust = 0.15, Share, "share", Report("5.3.4.3"), "Trust above the floor that passes to a newcomer.";
    inherited_board = 0.8, Share, "share per unit", Report("6.1"), "Trust above the floor that passes to a newcomer in a seat on a fully formal board.";
    step_up = 0.08, Share, "per month", Assumption, "Chance that somebody steps up as champion.";

    ["6.9"]
    carry_site = 0.15, Share, "probability", Assumption, "Chance that a leaver goes to another programme site.";
    carry_region = 0.15, Share, "probability", Report("5.2.4.3"), "Chance that a leaver goes to a regional post, once the successor policy has begun.";
    programme_sites = 50.0, Positive, "sites", Report("2.1, Table 1"), "Number of sites in the whole programme: those that a scenario does not model take their share of leavers.";
    exposure_carrier = 1.5, Positive, "per carrier", Report("5.2.4.3"), "Exposure to a kind from one person who worked on it elsewhere.";
    exposure_spanner = 0.2, Positive, "per spanner", Report("5.3.3.1"), "Exposure to a kind from one spanner with ties to a place that has it.";
    exposure_event = 0.4, Positive, "per event", Report("5.3.3.1, 5.3.3.3"), "Exposure to a kind from a learning event.";
    adopt_norm = 0.04, Share, "per month", Assumption, "Adoption at full exposure where collaboration is the norm.";
    adopt_deficit = 0.03, Share, "per month", Assumption, "Adoption at full exposure for full financial pressure.";
    adopt_headroom = 0.03, Share, "per month", Report("5.2.4.1"), "Adoption at full exposure for full headroom of managers.";
    complexity_penalty = 1.0, Positive, "power", Report("5.2.4.4, 5.2.5"), "How far complexity deters adoption; 0 switches the direct penalty off.";
    copy_weight = 0.65, Share, "share", Report("5.2.4.1, S3R02; 5.2.4.4"), "Part of the fit of a copy of middling complexity that has to be made locally.";
    tailored_lost = 0.5, Share, "share", Report("5.2.4.1; 3.2"), "Part of the fit made by local adaptation that a copy elsewhere does not inherit.";
    copy_core_share = 0.4, Share, "core share", Assumption, "Core money of a copy on trial.";
    copy_trial = 1.0, Intercept, "log odds", Assumption, "How much safer a copy's trial is than mainstreaming.";
    copy_harm = 0.1, Share, "share", Report("5.2.4.1, S3R02"), "Standing that a kind loses nationally when a copy fails.";
    region_adopt = 0.05, Share, "per month", Report("5.2.4.3"), "Regional adoption at full exposure.";
    mandate_adoption = 1.0, Positive, "factor", Report("5.3.2.1, S3R01; 5.2.4.4"), "How much a regional mandate adds to adoption.";
    mandate_ownership = 0.3, Share, "share", Report("5.2.4.4, 6.5"), "Ownership lost because the initiative is mandated.";

    ["6.10"]
    need = 8.0, Positive, "metric effect", Published("National Audit Office 2018: 24 % of emergency admissions could be avoided; derived: 8 x 3 %"), "Metric effect if everybody in need were reached by work that performs in full.";
    reach_cost = 2.0, Positive, "pounds a month for each person served", Report("2.2: a modest slowing of emergency admissions in year three, mainly in care-home sites; the level is set to that"), "Spending for each person served at which an initiative reaches 63 % of those in need.";
    effect_lag = 12.0, Positive, "months", Report("5.2.1; 5.2.2"), "Lag between work that performs and its effect on outcomes.";
    report_noise = 0.1, Share, "metric effect, or performance", Report("5.3.2.5"), "Standard deviation of what is reported from what is so: of a site's metric effect, and of the figures from which official success is selected.";

    ["9"]
    ended_scale = 0.05, Within(0.025, 0.1), "scale", Assumption, "Scale below which an initiative ends.";
    ended_months = 3.0, Months(1.0, 6.0), "months", Assumption, "Months in a row of such a scale after which it has ended.";
    ended_age = 9.0, Months(6.0, 18.0), "months", Assumption, "Months from its start before which nothing ends.";
    absorbed_core = 0.5, Within(0.25, 0.75), "core share", Assumption, "Core share of what is absorbed.";
    absorbed_routine = 0.4, Within(0.2, 0.6), "normalisation", Assumption, "Normalisation of what is absorbed.";
    proposed_peak = 0.05, Within(0.025, 0.1), "scale", Assumption, "Peak scale below which an initiative is proposed.";
    operating_peak = 0.25, Within(0.125, 0.5), "scale", Assumption, "Peak scale from which on it operates.";
    scaled_back = 0.5, Within(0.25, 0.75), "share of the peak", Assumption, "Share of its peak below which it is scaled back.";
    exposed_before = 3.0, Months(1.0, 6.0), "months", Assumption, "Months before the programme's end from which on every initiative of a member site is exposed.";
    exposed_after = 6.0, Months(3.0, 12.0), "months", Assumption, "Months from the programme's end for which it stays so.";
    copy_trial_months = 12.0, Months(6.0, 24.0), "months", Assumption, "Month of a copy in which its trial is decided.";
    poor_performance = 0.15, Within(0.075, 0.3), "performance", Assumption, "Performance below which an initiative is no good news.";
    poor_months = 12.0, Months(6.0, 24.0), "months", Assumption, "Months from its start before which nobody calls an initiative's performance poor.";
    settled_months = 12.0, Months(6.0, 24.0), "months", Assumption, "Age from which on an initiative without evidence is held against it.";
    cause_fit = 0.25, Within(0.125, 0.5), "fit", Assumption, "Fit below which an end is one of misfit.";
    cause_funded = 0.25, Within(0.125, 0.5), "share of the cost", Assumption, "Part of its cost that has to be paid for an end to be one of misfit or staffing.";
    cause_staffed = 0.5, Within(0.25, 0.75), "share of the posts", Assumption, "Share of the posts paid for below which an end is one of staffing.";
    cause_granted = 0.25, Within(0.125, 0.5), "share of the cost", Assumption, "Part of its cost that the programme must have paid for an end to be one of money.";
    cause_left = 0.5, Within(0.25, 0.75), "share", Assumption, "Share of its best money below which an end is one of money.";
    cause_months = 24.0, Months(12.0, 36.0), "months", Assumption, "First months of an initiative whose terms count as usual in a comparison site.";
}

#[cfg(test)]
mod tests {
    use super::Parameters;

    #[test]
    fn every_default_is_plausible_allowed_and_named_once() {
        let defaults = Parameters::default();
        for (i, row) in Parameters::TABLE.iter().enumerate() {
            let (low, high) = row.plausible();
            let (least, most) = row.allowed();
            assert_eq!(row.get(&defaults), row.default, "{}", row.name);
            assert!(least <= low && low <= row.default && row.default <= high && high <= most, "{}", row.name);
            assert!(row.meaning.ends_with('.') && !row.unit.is_empty(), "{}", row.name);
            assert!(Parameters::TABLE[..i].iter().all(|other| other.name != row.name), "{} twice", row.name);
        }
    }

    #[test]
    fn setting_is_checked_and_touches_one_parameter() {
        let mut p = Parameters::default();
        let row = Parameters::find("contagion").unwrap();
        assert!(row.set(&mut p, 0.0) && p == Parameters { contagion: 0.0, ..Parameters::default() });
        for bad in [-0.1, 1.1, f64::NAN] {
            assert!(!row.set(&mut p, bad));
        }
    }
}
