/// How a metric of several sites becomes one of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pooling {
    /// Added up.
    Sum,
    /// Averaged, every site alike.
    Mean,
    /// Averaged over the sites in which it exists, every one alike; 0 where it exists in none.
    MeanIfAny,
    /// A number of a region, told alike by all its sites: every region counts once.
    Regions,
}

impl Pooling {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Pooling::Sum => "sum",
            Pooling::Mean => "mean",
            Pooling::MeanIfAny => "mean if any",
            Pooling::Regions => "sum of regions",
        }
    }
}

macro_rules! metrics {
    ($( $name:ident, $text:literal, $pooling:ident, $unit:literal, $meaning:literal; )*) => {
        /// What is observed of a place in a month, after the month's processes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Metric { $( #[doc = $meaning] $name, )* }

        impl Metric {
            /// All of them, in column order.
            pub const ALL: &'static [Metric] = &[ $( Metric::$name, )* ];

            /// Its name in tables.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $( Metric::$name => $text, )* } }

            /// Its unit, in words.
            #[must_use]
            pub const fn unit(self) -> &'static str { match self { $( Metric::$name => $unit, )* } }

            /// What it says, one sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str { match self { $( Metric::$name => $meaning, )* } }

            /// How sites are put together.
            #[must_use]
            pub const fn pooling(self) -> Pooling { match self { $( Metric::$name => Pooling::$pooling, )* } }
        }
    };
}

metrics! {
    Proposed, "proposed", Sum, "initiatives", "Initiatives that have started but reach almost nobody yet.";
    Implementing, "implementing", Sum, "initiatives", "Initiatives that are being put into practice.";
    Operating, "operating", Sum, "initiatives", "Initiatives in operation.";
    ScaledBack, "scaled_back", Sum, "initiatives", "Initiatives that run at less than half of their peak.";
    Absorbed, "absorbed", Sum, "initiatives", "Initiatives absorbed into business as usual.";
    Ended, "ended", Sum, "initiatives", "Initiatives that have ended.";
    TotalScale, "total_scale", Sum, "full initiatives", "Sum of the scale of live initiatives.";
    Asked, "money_asked", Sum, "thousand pounds", "Programme money bid for.";
    Given, "money_given", Sum, "thousand pounds", "Programme money paid.";
    Spent, "money_spent", Sum, "thousand pounds", "Programme money spent; what is not is lost.";
    Scale, "scale", Mean, "share", "Mean scale of live initiatives.";
    Staffing, "staffing", Mean, "share", "Mean staffing of live initiatives.";
    Normalisation, "normalisation", Mean, "share", "Mean normalisation of live initiatives.";
    Fit, "fit", Mean, "share", "Mean fit of live initiatives to the local context.";
    Evidence, "evidence", Mean, "share", "Mean evidence of live initiatives.";
    CoreShare, "core_share", Mean, "share", "Mean part of the cost of live initiatives that core budgets carry.";
    Coordination, "coordination", Mean, "share", "Mean co-ordination of live initiatives.";
    Commitment, "commitment", Mean, "share", "Mean commitment of the organisations that take part in live initiatives.";
    Performance, "performance", Mean, "share", "Mean performance of live initiatives.";
    TrustAcross, "trust_across", Mean, "share", "Mean trust between people of different organisations who know each other.";
    TrustInside, "trust_inside", Mean, "share", "Mean trust between people of one organisation who know each other.";
    Enthusiasm, "enthusiasm", Mean, "-1 to 1", "Mean enthusiasm of people in post; below zero is cynicism.";
    MemberEnthusiasm, "member_enthusiasm", Mean, "-1 to 1", "Mean enthusiasm of people who belong to a live initiative or a board.";
    Cynics, "cynics", Mean, "share", "Share of people in post who are cynical.";
    Agency, "agency", Mean, "share", "Mean sense of being able to act.";
    Headroom, "headroom", Mean, "share", "Mean time outside core duties.";
    Vacancies, "vacancies", Mean, "share", "Share of posts that are vacant.";
    Attempts, "attempts", Sum, "contacts", "Attempts to persuade for the initiatives in the month.";
    Successes, "successes", Sum, "contacts", "Attempts for that succeeded.";
    AttemptsAgainst, "attempts_against", Sum, "contacts", "Attempts to persuade against the initiatives in the month.";
    SuccessesAgainst, "successes_against", Sum, "contacts", "Attempts against that succeeded.";
    ByPolitical, "by_political", Sum, "contacts", "Attempts for that drew on political authority.";
    ByEconomic, "by_economic", Sum, "contacts", "Attempts for that drew on economic authority.";
    ByNorms, "by_norms", Sum, "contacts", "Attempts for that drew on the norm of collaboration.";
    ByValues, "by_values", Sum, "contacts", "Attempts for that drew on values.";
    ByData, "by_data", Sum, "contacts", "Attempts for that drew on data.";
    Political, "authority_political", Mean, "share", "Political authority.";
    Economic, "authority_economic", Mean, "share", "Economic authority.";
    Norms, "authority_norms", Mean, "share", "Authority of the norm of collaboration.";
    Values, "authority_values", Mean, "share", "Authority of values.";
    Data, "authority_data", Mean, "share", "Authority of data.";
    Opposition, "opposition", Mean, "share", "Strength of the case against: its strongest source, for people of an organisation whose own interest is the site's mean.";
    Permissiveness, "permissiveness", Mean, "share", "Freedom to set own aims and try things, as it reaches the place.";
    MetricFocus, "metric_focus", Mean, "share", "Share of attention and of money decisions that goes to the national metrics, as it reaches the place.";
    Badge, "badge", Mean, "share", "Strength of the badge.";
    Collaboration, "collaboration", Mean, "share", "Norm of collaboration.";
    Crisis, "crisis", Mean, "share", "Crisis framed from financial pressure.";
    Consultation, "consultation", Mean, "share", "Standing of consultation.";
    Interpretation, "interpretation", Mean, "share", "Interpretive capacity.";
    NationalTrust, "national_trust", Mean, "share", "Trust between site leaders and the national team.";
    Horizon, "horizon", Mean, "months", "Months for which programme money is known.";
    MetricEffect, "metric_effect", Mean, "performance", "Smoothed performance that the national metrics see.";
    Admissions, "admissions_growth", Mean, "share of baseline", "Growth of emergency admissions relative to what it would be without initiatives.";
    Perceived, "perceived_success", Mean, "index", "Success as local people perceive it.";
    Official, "official_success", Mean, "index", "Success as the national level claims it.";
    ExecutiveEnthusiasm, "executive_enthusiasm", MeanIfAny, "-1 to 1", "Mean enthusiasm of executives in post.";
    ManagerEnthusiasm, "manager_enthusiasm", MeanIfAny, "-1 to 1", "Mean enthusiasm of managers in post.";
    FrontLineEnthusiasm, "front_line_enthusiasm", MeanIfAny, "-1 to 1", "Mean enthusiasm of front-line staff in post.";
    PracticeEnthusiasm, "practice_enthusiasm", MeanIfAny, "-1 to 1", "Mean enthusiasm of people in post in general practices.";
    CareHomeEnthusiasm, "care_home_enthusiasm", MeanIfAny, "-1 to 1", "Mean enthusiasm of people in post in care homes.";
    StrongTies, "strong_ties", MeanIfAny, "share", "Share of ties across organisations with trust of at least 0.5.";
    OpeningsSeized, "openings_seized", Sum, "openings", "Openings that somebody seized in the month.";
    KindsAdoptedByRegions, "kinds_adopted_by_regions", Regions, "kinds", "Kinds that regions have adopted so far; of a site, those of its region.";
    LocalAuthorityPart, "local_authority_part", MeanIfAny, "share", "Share of the memberships of live initiatives that local authorities hold, of people in post.";
    Champions, "champions", MeanIfAny, "share", "Share of live initiatives that have a champion in post.";
}

impl Metric {
    /// Its column.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The metric of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Metric> {
        Self::ALL.iter().copied().find(|m| m.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Metric;

    #[test]
    fn columns_and_names_are_in_order_and_unique() {
        for (i, metric) in Metric::ALL.iter().enumerate() {
            assert_eq!(metric.index(), i);
            assert_eq!(Metric::named(metric.name()), Some(*metric));
        }
    }
}
