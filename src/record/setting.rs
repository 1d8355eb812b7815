use crate::quantity::{Month, Words};

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// All sites together.
    All,
    /// A region: where sites are too many to be shown one by one.
    Region,
    /// A site.
    Site,
}

impl PlaceKind {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            PlaceKind::All => "all",
            PlaceKind::Region => "region",
            PlaceKind::Site => "site",
        }
    }
}

/// A place that is observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// What it is.
    pub kind: PlaceKind,
    /// The name of the site or region; `all` of all sites.
    pub name: String,
}

/// A site, for labels and groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLabel {
    /// Its name.
    pub name: String,
    /// Its type, as in scenario files.
    pub site_type: String,
    /// Its region, if any.
    pub region: Option<String>,
    /// Whether it is a member of the programme.
    pub member: bool,
}

/// A date that a reader wants to see on a time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Month of the run.
    pub month: i32,
    /// What begins or ends: "money starts", "metrics narrow", "successor policy", "money ends".
    pub label: String,
}

/// Where and when a run takes place: what a reader needs to put names to numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The scenario's name.
    pub scenario: String,
    /// What it asks.
    pub question: String,
    /// First month.
    pub start: Month,
    /// Number of months.
    pub months: u32,
    /// First month of the programme.
    pub programme_start: i32,
    /// First month after it.
    pub programme_end: i32,
    /// Dates to mark.
    pub milestones: Vec<Milestone>,
    /// Observed places, `all` first: the places of the panel.
    pub places: Vec<PlaceName>,
    /// Sites, in the scenario's order.
    pub sites: Vec<SiteLabel>,
    /// Kinds of initiative: (name, label).
    pub kinds: Vec<(String, String)>,
    /// What the field calls things.
    pub words: Words,
    /// A month of the run beside [`Setting::year_ends`] at whose end it is taken down where every initiative stands.
    pub also_told: Option<u32>,
}

impl Setting {
    /// The last month of the run.
    #[must_use]
    pub fn last_month(&self) -> Month {
        self.start.plus(self.months.cast_signed() - 1)
    }

    /// Months of the run at whose end it is taken down where every initiative stands, in rising order: those of
    /// [`Setting::year_ends`] and the one that is told beside them.
    #[must_use]
    pub fn stage_months(&self) -> Vec<u32> {
        let mut months = self.year_ends();
        months.extend(self.also_told.filter(|&month| month < self.months));
        months.sort_unstable();
        months.dedup();
        months
    }

    /// Ends of years, in rising order: the month before the programme begins and every twelfth month before and after it,
    /// the programme's last month, the run's last.
    #[must_use]
    pub fn year_ends(&self) -> Vec<u32> {
        let last = self.months.saturating_sub(1);
        let first = (self.programme_start - 1).rem_euclid(12).unsigned_abs();
        let end = u32::try_from(self.programme_end - 1).ok();
        let mut months: Vec<u32> =
            (first..=last).step_by(12).chain(end.filter(|&end| end < last)).chain([last]).collect();
        months.sort_unstable();
        months.dedup();
        months
    }
}

#[cfg(test)]
mod tests {
    use super::{Month, Setting, Words};

    #[test]
    fn years_end_before_the_programme_in_it_and_after_it() {
        let mut setting = Setting {
            scenario: String::new(),
            question: String::new(),
            start: Month::new(2014, 4).expect("a month"),
            months: 40,
            programme_start: 5,
            programme_end: 22,
            milestones: vec![],
            places: vec![],
            sites: vec![],
            kinds: vec![],
            words: Words::default(),
            also_told: None,
        };
        assert_eq!(setting.year_ends(), [4, 16, 21, 28, 39]);
        for (also, months) in [(None, vec![4, 16, 21, 28, 39]), (Some(30), vec![4, 16, 21, 28, 30, 39])] {
            setting.also_told = also;
            assert_eq!(setting.stage_months(), months);
        }
        for taken_already in [Some(28), Some(40)] {
            setting.also_told = taken_already;
            assert_eq!(setting.stage_months(), setting.year_ends());
        }
        (setting.programme_start, setting.programme_end) = (-3, 100);
        assert_eq!(setting.year_ends(), [8, 20, 32, 39]);
        setting.months = 1;
        assert_eq!(setting.year_ends(), [0]);
    }
}
