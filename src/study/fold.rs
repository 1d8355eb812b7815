use super::Error;
use super::arms::Arms;
use super::kept_run::kept_run;
use super::runs::Runs;
use crate::analysis::{Collector, Comparison, Courses, Findings, Kept};
use crate::record::Metric;
use crate::report::{TableFolder, Tables};

/// Memory that monthly courses may take while tables are written.
const COURSE_BYTES: usize = 256 << 20;

/// What the runs of all arms came to.
#[derive(Debug)]
pub(super) struct Folded {
    pub findings: Vec<Findings>,
    /// Arms held against the first; nothing if there is no other.
    pub comparison: Comparison,
}

/// Reads what is kept, in order, into findings; into tables as well, if there is a folder for them.
pub(super) fn fold(arms: &Arms, runs: &Runs, folder: Option<&TableFolder>) -> Result<Folded, Error> {
    let mut tables = folder.map(|folder| Tables::create(folder, &arms.headlines)).transpose()?;
    let collector = |arm: usize| Collector::new(arms.setting(arm), &arms.headlines);
    let mut collectors: Vec<Collector> = (0..arms.len()).map(collector).collect();
    let mut comparison = Comparison::new(arms.setting(0), &arms.headlines, arms.len());
    let mut side_by_side: Vec<Option<Kept>> = Vec::with_capacity(arms.len());
    let mut replicates = 0;
    for record in runs.store.read_in_order(&runs.schedule) {
        let (unit, outcome) = record?;
        let arm = unit.cell as usize;
        let name = &arms.labels[arm].name;
        let kept = kept_run(outcome, arms.setting(arm), arms.headlines.len());
        if let Some(tables) = &mut tables {
            match &kept {
                Ok(kept) => tables.add(name, 0, arms.setting(arm), kept)?,
                Err(why) => tables.add_failed(name, 0, unit.replicate, arms.seed, why)?,
            }
        }
        let kept = kept.ok();
        collectors[arm].add(kept.as_ref());
        side_by_side.push(kept);
        if side_by_side.len() == arms.len() {
            if arms.len() > 1 {
                comparison.add(&side_by_side.iter().map(Option::as_ref).collect::<Vec<_>>());
            }
            side_by_side.clear();
            replicates += 1;
        }
    }
    let findings: Vec<Findings> = collectors.into_iter().map(Collector::finish).collect();
    if let Some(mut tables) = tables {
        for (findings, label) in findings.iter().zip(&arms.labels) {
            tables.add_findings(&label.name, findings)?;
        }
        add_months(arms, runs, &mut tables, arms.panels.min(replicates))?;
        tables.finish()?;
    }
    Ok(Folded { findings, comparison })
}

/// Months of all places, as many at a time as fit into memory.
fn add_months(arms: &Arms, runs: &Runs, tables: &mut Tables, panels: u64) -> Result<(), Error> {
    let slabs = slabs(arms, panels.max(1) as usize);
    let mut rest = slabs.as_slice();
    while !rest.is_empty() {
        let mut bytes = 0;
        let fit = rest.iter().take_while(|slab| {
            bytes += slab.bytes;
            bytes <= COURSE_BYTES
        });
        let (now, later) = rest.split_at(fit.count().max(1));
        rest = later;
        let mut courses: Vec<Courses> =
            now.iter().map(|slab| Courses::new(slab.places.clone(), arms.setting(slab.arm).months as usize)).collect();
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            if unit.replicate >= panels {
                break;
            }
            if now.iter().all(|slab| slab.arm != unit.cell as usize) {
                continue;
            }
            let setting = arms.setting(unit.cell as usize);
            if let Ok(kept) = kept_run(outcome, setting, arms.headlines.len()) {
                for (courses, _) in courses.iter_mut().zip(now).filter(|(_, slab)| slab.arm == unit.cell as usize) {
                    courses.add(&kept.run.panel);
                }
            }
        }
        for (courses, slab) in courses.iter().zip(now) {
            tables.add_months(&arms.labels[slab.arm].name, arms.setting(slab.arm), courses)?;
        }
    }
    Ok(())
}

/// Places of an arm whose months are held together.
struct Slab {
    arm: usize,
    places: std::ops::Range<usize>,
    bytes: usize,
}

fn slabs(arms: &Arms, panels: usize) -> Vec<Slab> {
    let mut slabs = vec![];
    for arm in 0..arms.len() {
        let setting = arms.setting(arm);
        let place = (panels * setting.months as usize * Metric::ALL.len() * size_of::<f32>()).max(1);
        let at_once = (COURSE_BYTES / place).max(1);
        for start in (0..setting.places.len()).step_by(at_once) {
            let places = start..(start + at_once).min(setting.places.len());
            slabs.push(Slab { arm, bytes: place * places.len(), places });
        }
    }
    slabs
}
