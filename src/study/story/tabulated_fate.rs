#![cfg(feature = "page")]

use super::source::FuturesSource;
use crate::analysis::Chosen;
use crate::disk::{Entry, look, open};
use crate::record::Setting;
use crate::report::{Failure, Format, unmarked};
use crate::study::Error;

/// Whether the table of a results folder tells the same end of the initiative as its future run again: if it does not, the
/// folder is not what its manifest says. Nothing is said where there is no such table as CSV.
pub(super) fn check_against_table(source: &FuturesSource, chosen: &Chosen, setting: &Setting) -> Result<(), Error> {
    let Some((claim, manifest)) = &source.folder else { return Ok(()) };
    let path = claim.folder().join(Format::Csv.file_name("initiatives"));
    if manifest.plan.format != Format::Csv || !matches!(look(&path), Ok(Entry::File)) {
        return Ok(());
    }
    let unreadable = |why: csv::Error| Error::Broken(format!("could not read {}: {why}", path.display()));
    let mut table = csv::Reader::from_reader(open(&path).map_err(Failure::at("read", &path))?);
    let columns = table.headers().map_err(unreadable)?.clone();
    let at = |name: &str| columns.iter().position(|column| column == name).unwrap_or(usize::MAX);
    let fate = &chosen.fate;
    let end = fate.end.map_or_else(String::new, |end| setting.start.plus(end.cast_signed()).to_string());
    let replicate = chosen.replicate.to_string();
    let site = &setting.sites[fate.site.index()].name;
    let key = [
        (at("arm"), source.arm_in_tables.as_str()),
        (at("replicate"), &replicate),
        (at("site"), site),
        (at("initiative"), &fate.name),
    ];
    let cause = fate.cause.map_or("", crate::record::Cause::name);
    let told = [(at("end"), end.as_str()), (at("cause"), cause)];
    for row in table.records() {
        let row = row.map_err(unreadable)?;
        let is = |cells: &[(usize, &str)]| {
            cells.iter().all(|(column, value)| row.get(*column).map(unmarked) == Some(*value))
        };
        if is(&key) {
            return if is(&told) {
                Ok(())
            } else {
                let when = row.get(told[0].0).filter(|end| !end.is_empty()).unwrap_or("never");
                Err(Error::Broken(format!(
                    "run again, {} in {site} does not end as {} says (there: {when})\n  the folder was written by another \
                     build, or changed: run it again",
                    fate.name,
                    path.display()
                )))
            };
        }
    }
    Ok(())
}
