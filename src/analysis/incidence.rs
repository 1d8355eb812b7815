use super::life::absorbed_or_ended;
use crate::record::{Cause, Fate, Origin, RunRecord, Setting};
use crate::stats::CompetingCounts;

/// What an initiative can come to first: absorbed into business as usual, or ended for one of the causes.
const OUTCOMES: usize = 1 + Cause::ALL.len();

/// How a group of initiatives leaves the state of an open question, month by month of the run.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupIncidence {
    /// `all` or `origin:NAME`.
    pub group: String,
    /// Still an open question at the end of each month 0..=months: neither absorbed nor ended.
    pub open: Vec<f64>,
    /// Absorbed first, by the end of each month.
    pub absorbed: Vec<f64>,
    /// Ended without having been absorbed, for this main cause, by the end of each month; causes that occur only.
    pub ended: Vec<(Cause, Vec<f64>)>,
}

/// Folds fates into cumulative incidences: Aalen and Johansen's estimate over all replicates together. Absorption and
/// the causes of an end compete: what comes first counts. Initiatives that start later enter later.
#[derive(Clone, Debug)]
pub struct Incidences {
    /// All initiatives, then those of each origin.
    counts: [CompetingCounts; 1 + Origin::ALL.len()],
}

impl Incidences {
    /// Nothing folded yet.
    #[must_use]
    pub fn new(setting: &Setting) -> Incidences {
        Incidences { counts: std::array::from_fn(|_| CompetingCounts::none(OUTCOMES, setting.months)) }
    }

    /// Adds a replicate.
    pub fn add(&mut self, run: &RunRecord) {
        for (place, counts) in self.counts.iter_mut().enumerate() {
            let concerned = |f: &&Fate| place == 0 || f.origin == Origin::ALL[place - 1];
            let spells: Vec<_> = run.fates.iter().filter(concerned).map(absorbed_or_ended).collect();
            counts.add(&CompetingCounts::of(&spells, OUTCOMES, counts.horizon()), 1);
        }
    }

    /// `all`, then origins that had any initiative.
    #[must_use]
    pub fn tables(&self) -> Vec<GroupIncidence> {
        let names = std::iter::once("all".to_owned()).chain(Origin::ALL.iter().map(|o| format!("origin:{}", o.name())));
        let tables =
            self.counts.iter().zip(names).filter(|(counts, _)| counts.at_risk.iter().any(|&n| n > 0)).map(table);
        tables.collect()
    }
}

fn table((counts, group): (&CompetingCounts, String)) -> GroupIncidence {
    let mut incidence = counts.incidence().into_iter();
    let absorbed = incidence.next().unwrap_or_default();
    let occurs = |(_, curve): &(Cause, Vec<f64>)| curve.iter().any(|&share| share > 0.0);
    let ended = Cause::ALL.into_iter().zip(incidence).filter(occurs).collect();
    GroupIncidence { group, open: counts.of_any_cause().survival(), absorbed, ended }
}

#[cfg(test)]
mod tests {
    use super::Incidences;
    use crate::analysis::fabricated::{fate, record, setting};
    use crate::record::Cause;

    #[test]
    fn what_comes_first_counts_and_all_adds_up_to_one() {
        let setting = setting(1);
        let mut run = record(&setting, 0);
        // One goes on; one ends in month 20; one is absorbed in month 30 and ends in 60; one enters late and ends in 50.
        run.fates = vec![fate(0, 0, None), fate(0, 0, Some(20)), fate(0, 0, Some(60)), fate(0, 40, Some(50))];
        run.fates[2].absorbed = Some(30);
        let mut incidences = Incidences::new(&setting);
        incidences.add(&run);
        let tables = incidences.tables();
        let names: Vec<&str> = tables.iter().map(|t| t.group.as_str()).collect();
        assert_eq!(names, ["all", "origin:pre-existing", "origin:programme"]);
        let all = &tables[0];
        assert_eq!((all.ended.len(), all.ended[0].0), (1, Cause::Money));
        assert_eq!((all.absorbed[30], all.absorbed[31]), (0.0, 1.0 / 3.0)); // 2/3 x 1/2
        assert_eq!(all.ended[0].1[21], 1.0 / 3.0);
        assert_eq!(all.ended[0].1[51], 1.0 / 3.0 + 1.0 / 6.0); // 1/3 x 1/2
        for month in 0..=96 {
            let sum = all.open[month] + all.absorbed[month] + all.ended[0].1[month];
            assert!((sum - 1.0).abs() < 1e-12, "{month}: {sum}");
        }
    }
}
