//! The one table of kinds of shock: grammar, JSON Schema, lists, documentation, marks of charts and sentences of stories read
//! it. What a kind does to a site is one arm in `processes/shocks.rs`, which the compiler asks for.

use serde::{Deserialize, Serialize};

/// What a kind of shock is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShockTopic {
    /// The programme's money.
    Programme,
    /// Other money.
    Economy,
    /// Anything else.
    Other,
}

/// How long a kind of shock lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShockSpan {
    /// It happens at once, and has no duration.
    AtOnce,
    /// It is for good, whatever the duration.
    ForGood,
    /// For good, or for a duration.
    GoodOrMonths,
    /// For a duration of at least a month.
    Months,
}

/// All that is said of a kind of shock: a row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShockRow {
    /// Its name in scenario files and tables.
    pub name: &'static str,
    /// What it does, as a sentence.
    pub does: &'static str,
    /// What it is about.
    pub topic: ShockTopic,
    /// How long it lasts.
    pub span: ShockSpan,
    /// Whether its magnitude may be below 0, down to -1.
    pub signed: bool,
    /// Settings that only this kind has.
    pub settings: &'static [&'static str],
    /// What happens also at magnitude 0, as a clause; `None` if that is no shock at all.
    pub anyway: Option<&'static str>,
    /// Whether people leave by it, so that it can be the reason of a departure.
    pub leavers: bool,
    /// Its mark on an axis of time.
    pub mark: &'static str,
    /// What happened, as a sentence without its full stop: "Funding was cut".
    pub sentence: &'static str,
    /// What it is called after "no" or "the": "cut in funding".
    pub noun: &'static str,
}

macro_rules! shock_kinds {
    ($( $kind:ident $does:literal { $( $field:ident: $value:expr, )* } )*) => {
        /// Kinds of exogenous shock (model 6.1).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ShockKind {
            $( #[doc = $does] $kind, )*
        }

        impl ShockKind {
            /// All of them.
            pub const ALL: [ShockKind; [$( ShockKind::$kind ),*].len()] = [$( ShockKind::$kind ),*];

            /// Its row in the table.
            #[must_use]
            pub const fn row(self) -> &'static ShockRow {
                match self {
                    $( ShockKind::$kind => &ShockRow { does: $does, $( $field: $value, )* }, )*
                }
            }
        }
    };
}

shock_kinds! {
    FundingCut "The award falls by the magnitude, for good or for `duration` months." {
        name: "funding_cut",
        topic: ShockTopic::Programme,
        span: ShockSpan::GoodOrMonths,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "funding cut",
        sentence: "Funding was cut",
        noun: "cut in funding",
    }
    FundingWithdrawal "The money stops, for good or for `duration` months." {
        name: "funding_withdrawal",
        topic: ShockTopic::Programme,
        span: ShockSpan::GoodOrMonths,
        signed: false,
        settings: &[],
        anyway: Some("all of the money goes"),
        leavers: false,
        mark: "funding withdrawn",
        sentence: "Funding was withdrawn",
        noun: "withdrawal of funding",
    }
    AwardBelowBid "The site is awarded less than it bid for: the magnitude is the missing share." {
        name: "award_below_bid",
        topic: ShockTopic::Programme,
        span: ShockSpan::GoodOrMonths,
        signed: false,
        settings: &[],
        anyway: Some("the award becomes the whole bid"),
        leavers: false,
        mark: "award below bid",
        sentence: "The award was set below the bid",
        noun: "award below the bid",
    }
    FundingDelay "Payments stop for `duration` months and then come together." {
        name: "funding_delay",
        topic: ShockTopic::Programme,
        span: ShockSpan::Months,
        signed: false,
        settings: &[],
        anyway: Some("payments stop"),
        leavers: false,
        mark: "payments delayed",
        sentence: "Payments were held back",
        noun: "delay of payments",
    }
    PriceChange "Costs rise by the magnitude, for good or for `duration` months." {
        name: "price_change",
        topic: ShockTopic::Economy,
        span: ShockSpan::GoodOrMonths,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "prices rise",
        sentence: "Prices changed",
        noun: "change of prices",
    }
    StaffLoss "People leave at once: `count` of them or the magnitude as a share, by `target`." {
        name: "staff_loss",
        topic: ShockTopic::Other,
        span: ShockSpan::AtOnce,
        signed: false,
        settings: &["target", "count"],
        anyway: Some("people leave"),
        leavers: true,
        mark: "staff loss",
        sentence: "Staff were lost",
        noun: "loss of staff",
    }
    LeadershipChange "The executives change." {
        name: "leadership_change",
        topic: ShockTopic::Other,
        span: ShockSpan::AtOnce,
        signed: false,
        settings: &[],
        anyway: Some("the executives change"),
        leavers: true,
        mark: "leaders change",
        sentence: "The executives were replaced",
        noun: "replacement of executives",
    }
    MetricNarrowing "Metric focus rises by the magnitude of what is left." {
        name: "metric_narrowing",
        topic: ShockTopic::Other,
        span: ShockSpan::ForGood,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "metrics narrow further",
        sentence: "The national metrics narrowed",
        noun: "narrowing of metrics",
    }
    PolicyShift "National attention moves elsewhere." {
        name: "policy_shift",
        topic: ShockTopic::Other,
        span: ShockSpan::ForGood,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "policy shifts",
        sentence: "National policy shifted",
        noun: "shift of policy",
    }
    LegislationChange "Friction from competition rules changes by the magnitude, -1 to 1." {
        name: "legislation_change",
        topic: ShockTopic::Other,
        span: ShockSpan::ForGood,
        signed: true,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "rules change",
        sentence: "The law changed",
        noun: "change of the law",
    }
    NewEntrant "A provider new to the place enters." {
        name: "new_entrant",
        topic: ShockTopic::Other,
        span: ShockSpan::AtOnce,
        signed: false,
        settings: &[],
        anyway: Some("the provider enters"),
        leavers: false,
        mark: "new provider",
        sentence: "A new provider came",
        noun: "new provider",
    }
    DemandSurge "Demand takes headroom and money for `duration` months." {
        name: "demand_surge",
        topic: ShockTopic::Economy,
        span: ShockSpan::Months,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "demand surge",
        sentence: "Demand surged",
        noun: "surge of demand",
    }
    SpecialMeasures "A regulator steps in: other organisations trust those whom it strikes less, by the magnitude of what lies above the floor." {
        name: "special_measures",
        topic: ShockTopic::Other,
        span: ShockSpan::AtOnce,
        signed: false,
        settings: &[],
        anyway: None,
        leavers: false,
        mark: "special measures",
        sentence: "A regulator took special measures",
        noun: "special measures",
    }
}

impl ShockKind {
    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<ShockKind> {
        ShockKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in scenario files and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it is about money, so that skilled framers can make a crisis of it.
    #[must_use]
    pub const fn economic(self) -> bool {
        !matches!(self.row().topic, ShockTopic::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::ShockKind;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_words_of_its_own() {
        for kind in ShockKind::ALL {
            let row = kind.row();
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", row.name));
            assert_eq!(ShockKind::named(row.name), Some(kind));
            assert!(row.does.ends_with('.') && !row.sentence.ends_with('.'), "{}", row.name);
            assert!(row.sentence.starts_with(char::is_uppercase) && !row.noun.starts_with(char::is_uppercase));
        }
        let words = ShockKind::ALL.map(|kind| [kind.row().mark, kind.row().sentence, kind.row().noun]);
        for n in 0..3 {
            assert_eq!(words.iter().map(|row| row[n]).collect::<BTreeSet<_>>().len(), ShockKind::ALL.len());
        }
    }
}
