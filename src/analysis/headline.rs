use super::headline_after::{AFTER_RULES, AfterMeasure, AfterRule};
use super::headline_rules::{HeadlineRule, RULES};
use super::life::share_surviving;
use super::month_figures::{ended_by, month_after};
use super::{Bounds, at_run_end};
use crate::record::{Cause, RunRecord, Setting};

/// How a headline figure comes from a run.
#[derive(Clone, Copy, Debug)]
pub enum HeadlineMeasure {
    /// By this rule.
    Rule(fn(&RunRecord, &Setting) -> f64),
    /// Share of the initiatives alive at the programme's end that were still alive so many months later.
    Survived(u32),
    /// Number of initiatives that ended for this main cause.
    EndedBy(Cause),
    /// By this rule, so many months after the programme's end.
    After(AfterMeasure, u32),
    /// Number of initiatives that had ended for this main cause so many months after the programme's end.
    EndedByAfter(Cause, u32),
}

/// One headline figure of a run: a column of `runs.csv`.
#[derive(Clone, Debug)]
pub struct Headline {
    /// Its name in tables.
    pub name: String,
    /// Its unit, in words.
    pub unit: &'static str,
    /// What it says, one sentence.
    pub meaning: String,
    pub(super) measure: HeadlineMeasure,
}

/// Months after the programme's end at which survival is always told.
const HORIZONS: [u32; 2] = [12, 24];
/// Survival at those months stands after so many of the rules.
const RULES_BEFORE_SURVIVAL: usize = 2;

impl Headline {
    /// All of them, in column order: the rules, with survival 12 and 24 months and these `horizons` (months) after the
    /// programme's end among them, then endings by main cause.
    #[must_use]
    pub fn all(horizons: &[u32]) -> Vec<Headline> {
        let rule = |&(name, unit, meaning, rule): &HeadlineRule| Headline {
            name: name.to_owned(),
            unit,
            meaning: meaning.to_owned(),
            measure: HeadlineMeasure::Rule(rule),
        };
        let mut months: Vec<u32> = HORIZONS.into_iter().chain(horizons.iter().copied()).collect();
        months.sort_unstable();
        months.dedup();
        let survived = months.into_iter().map(|months| Headline {
            name: format!("survived_{months}"),
            unit: "share",
            meaning: format!("Share of those that were still alive {months} months later."),
            measure: HeadlineMeasure::Survived(months),
        });
        let (first, rest) = RULES.split_at(RULES_BEFORE_SURVIVAL);
        let rules = first.iter().map(rule).chain(survived).chain(rest.iter().map(rule));
        let causes = Cause::ALL.into_iter().map(|cause| Headline {
            name: format!("ended_{}", cause.name()),
            unit: "initiatives",
            meaning: format!("Initiatives that ended mainly because {}.", cause.because()),
            measure: HeadlineMeasure::EndedBy(cause),
        });
        rules.chain(causes).collect()
    }

    /// The figures that take the place of those at the end of the run, so many months after the programme's own end:
    /// `alive_24` for `alive_at_horizon`, and so on. Beside them stands `survived_24`, which is among
    /// [`Headline::all`]. What is business as usual is known only at the ends of [`Setting::stage_months`].
    #[must_use]
    pub fn after(months: u32) -> Vec<Headline> {
        let when = match months {
            0 => "when the programme's last month was over".to_owned(),
            1 => "1 month after the programme's end".to_owned(),
            n => format!("{n} months after the programme's end"),
        };
        let row = |&(_, stem, unit, meaning, rule): &AfterRule| Headline {
            name: format!("{stem}_{months}"),
            unit,
            meaning: meaning.replace("{}", &when),
            measure: HeadlineMeasure::After(rule, months),
        };
        let cause = |cause: Cause| Headline {
            name: format!("ended_{}_{months}", cause.name()),
            unit: "initiatives",
            meaning: format!("Initiatives that had ended {when}, mainly because {}.", cause.because()),
            measure: HeadlineMeasure::EndedByAfter(cause, months),
        };
        AFTER_RULES.iter().map(row).chain(Cause::ALL.into_iter().map(cause)).collect()
    }

    /// Whether its values are whole numbers: counts of initiatives and of months.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let months = ["enthusiasm_peak_month", "initiative_months", "surviving_months"];
        let is_sum = |name: &str| months.contains(&name);
        let of_the_end = at_run_end(&self.name);
        self.unit == "initiatives" || is_sum(&self.name) || of_the_end.is_some_and(|(name, _)| is_sum(&name))
    }

    /// The one of that name among those that there always are.
    #[must_use]
    pub fn named(name: &str) -> Option<Headline> {
        Self::all(&[]).into_iter().find(|headline| headline.name == name)
    }

    /// What it can be.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        match self.unit {
            "share" if self.name.starts_with("trust_gain") => Bounds::Within(-1.0, 1.0),
            "share" if self.name.starts_with("trust") => Bounds::Within(0.0, 1.0),
            "share" => Bounds::Share,
            "-1 to 1" => Bounds::Within(-1.0, 1.0),
            // Counted from the programme's start, it may lie before it.
            _ if self.name == "enthusiasm_peak_month" => Bounds::Any,
            "index" | "performance" => Bounds::Any,
            _ => Bounds::COUNT,
        }
    }

    /// Its value in a run; NaN where it does not exist.
    #[must_use]
    pub fn of(&self, record: &RunRecord, setting: &Setting) -> f64 {
        match self.measure {
            HeadlineMeasure::Rule(rule) => rule(record, setting),
            HeadlineMeasure::Survived(months) => share_surviving(record.fates.iter(), setting, Some(months)),
            HeadlineMeasure::EndedBy(cause) => record.fates.iter().filter(|f| f.cause == Some(cause)).count() as f64,
            HeadlineMeasure::After(rule, months) => {
                month_after(setting, months).map_or(f64::NAN, |then| rule(record, setting, then))
            }
            HeadlineMeasure::EndedByAfter(cause, months) => {
                month_after(setting, months).map_or(f64::NAN, |then| ended_by(record, Some(cause), then))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Headline;
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::record::{Cause, Metric, RunRecord, Setting};

    #[test]
    fn counts_are_whole_numbers_and_nothing_else_is() {
        let setting = setting(2);
        let all = Headline::all(&[]);
        let runs: Vec<RunRecord> = (0..9).map(|replicate| record(&setting, replicate)).collect();
        for headline in &all {
            let values = runs.iter().map(|run| headline.of(run, &setting));
            let whole = values.filter(|value| value.is_finite()).all(|value| value.fract() == 0.0);
            // Made-up money is whole by chance.
            assert!(whole || !headline.is_whole(), "{}", headline.name);
            assert!(!whole || headline.is_whole() || headline.unit == "thousand pounds", "{}", headline.name);
        }
    }

    #[test]
    fn shares_are_of_those_alive_at_the_programmes_end() {
        let setting = setting(2); // programme months 12 to 47 of 96
        let mut r = record(&setting, 0);
        r.fates = vec![fate(0, 0, None), fate(0, 12, Some(47)), fate(0, 12, Some(48)), fate(1, 12, Some(60))];
        r.fates.push(fate(1, 50, None));
        r.fates[0].absorbed_at_end = true;
        r.fates[1].cause = Some(Cause::Staffing);
        let value = |name: &str| Headline::all(&[]).iter().find(|h| h.name == name).unwrap().of(&r, &setting);
        assert_eq!(value("initiatives"), 5.0);
        assert_eq!(value("alive_at_programme_end"), 3.0);
        assert_eq!(value("survived_12"), 2.0 / 3.0); // alive when month 59 is over
        assert_eq!(value("survived_24"), 1.0 / 3.0);
        assert_eq!(value("survived_horizon"), 1.0 / 3.0);
        assert_eq!(value("alive_at_horizon"), 2.0);
        assert_eq!(value("absorbed_share"), 1.0 / 3.0);
        // Programme over after month 47; one lives to month 95, one ends in 48, one in 60.
        assert_eq!((value("surviving_months"), value("restricted_months")), (62.0, 62.0 / 3.0));
        assert_eq!(value("ended_in_programme"), 1.0);
        assert_eq!((value("ended"), value("ended_staffing")), (3.0, 1.0));
    }

    #[test]
    fn months_for_the_money_are_those_after_it() {
        let setting = setting(1);
        let mut r = record(&setting, 0);
        r.fates = vec![fate(0, 0, None), fate(0, 12, Some(60))];
        let per_pound = |r: &RunRecord| {
            let name = "surviving_months_per_thousand_pounds";
            Headline::all(&[]).iter().find(|h| h.name == name).unwrap().of(r, &setting)
        };
        r.money.spent = 30.5;
        assert_eq!(per_pound(&r), 2.0); // 48 and 13 months
        r.money.spent = 0.0;
        assert!(per_pound(&r).is_nan());
    }

    /// Meanings are read by people: no name of a column stands in them.
    #[test]
    fn what_a_metric_means_is_said_in_words() {
        for headline in Headline::all(&[12]).into_iter().chain(Headline::after(12)) {
            assert!(!headline.meaning.contains('_'), "{}: {}", headline.name, headline.meaning);
        }
    }

    #[test]
    fn horizons_that_are_asked_for_are_columns_in_order() {
        let names: Vec<String> = Headline::all(&[60, 24, 6]).into_iter().map(|h| h.name).collect();
        assert_eq!(names[2..6], ["survived_6", "survived_12", "survived_24", "survived_60"]);
        assert_eq!(names.len(), Headline::all(&[]).len() + 2);
    }

    #[test]
    fn what_lies_beyond_the_run_is_no_number() {
        let mut setting = setting(1);
        setting.programme_end = 200;
        let mut r = record(&setting, 0);
        r.panel.row_mut(0, 95)[Metric::TrustAcross.index()] = 0.75;
        let value = |name: &str| Headline::all(&[]).iter().find(|h| h.name == name).unwrap().of(&r, &setting);
        assert!(value("survived_12").is_nan() && value("trust_programme_end").is_nan());
        assert_eq!(value("trust_final"), 0.75);
    }

    #[test]
    fn a_run_that_begins_with_its_programme_has_nothing_before_it() {
        let mut setting = setting(1);
        let r = record(&setting, 0);
        let starts = ["trust_start", "trust_gain_programme", "trust_gain_horizon", "enthusiasm_start"];
        let known = |setting: &Setting| {
            let all = Headline::all(&[]);
            starts.map(|name| all.iter().find(|h| h.name == name).unwrap().of(&r, setting).is_finite())
        };
        assert_eq!(known(&setting), [true; 4]);
        for (start, end) in [(0, 36), (-5, 36), (96, 120), (200, 220)] {
            (setting.programme_start, setting.programme_end) = (start, end);
            assert_eq!(known(&setting), [false; 4], "{start}");
        }
        (setting.programme_start, setting.programme_end) = (1, 36);
        assert_eq!(known(&setting), [true; 4]);
    }

    #[test]
    fn names_are_unique_and_documented() {
        let all = Headline::all(&[]);
        for (i, h) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|other| other.name != h.name), "{}", h.name);
            assert!(h.meaning.ends_with('.') && !h.unit.is_empty());
        }
    }
}
