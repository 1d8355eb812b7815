#![cfg(feature = "tables")]

use super::Error;
use super::arms::Arms;
use super::fold::{Folded, fold};
use super::kept_run::kept_run;
use super::runs::Runs;
use crate::analysis::Courses;
use crate::record::Metric;
use crate::report::{TableFolder, Tables};

/// Memory that monthly courses may take while tables are written.
const COURSE_BYTES: usize = 256 << 20;

/// Reads what is kept, in order, into findings and tables.
pub(super) fn fold_into(folder: &TableFolder, arms: &Arms, runs: &Runs) -> Result<Folded, Error> {
    let mut tables = Tables::create(folder, &arms.headlines)?;
    let mut read = 0;
    let folded = fold(arms, runs, &mut |unit, kept| {
        let arm = unit.cell as usize;
        let name = &arms.labels[arm].name;
        match kept {
            Ok(kept) => tables.add(name, 0, arms.setting(arm), kept)?,
            Err(why) => tables.add_failed(name, 0, unit.replicate, arms.seed, why)?,
        }
        read += 1;
        Ok(())
    })?;
    for (findings, label) in folded.findings.iter().zip(&arms.labels) {
        tables.add_findings(&label.name, findings)?;
    }
    let whole = read / arms.len() as u64;
    add_months(arms, runs, &mut tables, arms.panels.min(whole))?;
    tables.finish()?;
    Ok(folded)
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
