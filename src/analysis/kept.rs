use super::Headline;
use super::model_courses::courses;
use crate::record::{Event, Fate, Panel, RunRecord, Setting};
use serde::{Deserialize, Serialize};

/// Replicates that single futures are shown from: quantiles of months, of survival curves and of headline figures are
/// over the first so many. Means and their intervals are over all. What is kept in memory thus does not grow with the
/// number of runs, and 500 futures tell a 5 % quantile to within about 2 % of futures.
pub const SINGLE_FUTURES: u64 = 500;

/// Monthly aggregates that an experiment keeps on the disk until its tables are written, at most.
const PANEL_BYTES: u64 = 256 << 20;
/// Monthly aggregates are kept of at least so many replicates.
const FEWEST_PANELS: u64 = 20;

/// Months before the run in which an initiative may have begun, at most.
const EARLIEST: i32 = 12_000;

/// What is kept of a run until tables are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Headline values, in the order of the headlines that it was made with.
    pub headlines: Vec<f64>,
    /// The run; its panel only if the run is one of the first ([`panels_kept`]).
    pub run: RunRecord,
}

impl Kept {
    /// Of a run: its headline figures, and all else that tables need.
    #[must_use]
    pub fn of(mut run: RunRecord, setting: &Setting, headlines: &[Headline], panels: u64) -> Kept {
        let values = headlines.iter().map(|h| h.of(&run, setting)).collect();
        if run.replicate >= panels {
            run.panel = Panel::none();
        }
        Kept { headlines: values, run }
    }

    /// Of a run at a point of a sweep: its headline figures only.
    #[must_use]
    pub fn headlines_only(run: &RunRecord, setting: &Setting, headlines: &[Headline]) -> Kept {
        let values = headlines.iter().map(|h| h.of(run, setting)).collect();
        let RunRecord { seed, replicate, money, .. } = *run;
        let run = RunRecord {
            seed,
            replicate,
            panel: Panel::none(),
            fates: vec![],
            events: vec![],
            snapshots: vec![],
            money,
        };
        Kept { headlines: values, run }
    }

    /// Of a run of a plausible model: its headline figures, then its survival and its trajectories over the months of the run
    /// ([`courses_length`](crate::analysis::courses_length) values).
    #[must_use]
    pub fn headlines_and_courses(run: &RunRecord, setting: &Setting, headlines: &[Headline]) -> Kept {
        let mut kept = Kept::headlines_only(run, setting, headlines);
        kept.headlines.extend(courses(run, setting));
        kept
    }

    /// Whether it can be of this setting, with so many headlines: every place, site, kind and month that it names is there. A
    /// file of runs is one that anybody may have written.
    #[must_use]
    pub fn fits(&self, setting: &Setting, headlines: usize) -> bool {
        let RunRecord { panel, fates, events, snapshots, .. } = &self.run;
        let months = setting.months;
        let (sites, kinds) = (setting.sites.len(), setting.kinds.len());
        let fate_fits = |fate: &Fate| {
            let within = |month: Option<u32>| month.is_none_or(|month| month < months);
            fate.site.index() < sites
                && fate.kind.index() < kinds
                && (-EARLIEST..=months.cast_signed()).contains(&fate.start)
                && fate.entry < months
                && within(fate.end)
                && within(fate.absorbed)
                && fate.end.is_none_or(|end| end >= fate.entry)
                && fate.months_observed <= months - fate.entry
        };
        let event_fits = |event: &Event| event.month < months && event.site.is_none_or(|site| site.index() < sites);
        self.headlines.len() == headlines
            && panel.fits(setting.places.len(), months as usize)
            && fates.iter().all(fate_fits)
            && events.iter().all(event_fits)
            && snapshots.iter().all(|one| one.site.index() < sites && one.month < months && one.is_sound(kinds))
    }

    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Plain data of known length: nothing in it can fail to be written.
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// From bytes; `None` if they are not those of a run.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Kept> {
        postcard::from_bytes(bytes).ok()
    }
}

/// The replicates, from the first on, whose monthly aggregates are kept, if there are so many `arms`: the first
/// [`SINGLE_FUTURES`], fewer where that would take more than 256 MB.
#[must_use]
pub fn panels_kept(setting: &Setting, arms: usize) -> u64 {
    let cells = setting.places.len() as u64 * u64::from(setting.months) * crate::record::Metric::ALL.len() as u64;
    let fit = PANEL_BYTES / (4 * cells * arms.max(1) as u64).max(1);
    fit.clamp(FEWEST_PANELS, SINGLE_FUTURES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{record, setting};

    #[test]
    fn reads_back_as_it_was() {
        let setting = setting(3);
        let headlines = Headline::all(&[]);
        for replicate in [0, 7] {
            let kept = Kept::of(record(&setting, replicate), &setting, &headlines, 5);
            assert_eq!(kept.run.panel.is_none(), replicate == 7);
            // Compared as bytes: headline values may be NaN.
            let again = Kept::from_bytes(&kept.to_bytes()).unwrap();
            assert_eq!((again.to_bytes(), again.run), (kept.to_bytes(), kept.run));
        }
        assert_eq!(Kept::from_bytes(b"chunk"), None);
    }

    #[test]
    fn few_panels_are_kept_of_a_large_world() {
        assert_eq!(panels_kept(&setting(6), 1), 500);
        // 51 places x 96 months x 65 metrics x 4 bytes: 210 of them make 256 MB.
        assert_eq!(crate::record::Metric::ALL.len(), 65);
        assert_eq!((panels_kept(&setting(50), 1), panels_kept(&setting(50), 6)), (210, 35));
        assert_eq!(panels_kept(&setting(50), 60), 20);
    }
}
