use super::html::page;
use super::{Contents, Part};
use crate::chart::Picture;
use crate::report::picture_parts::save;
use crate::report::{Failure, Figure, Staging};
use rayon::prelude::*;

/// The file that the report and its pictures are drawn from again.
pub(in crate::report) const DATA: &str = "report.data";
/// The report.
pub(in crate::report) const REPORT: &str = "report.html";

/// The pictures of a report, drawn, each with its figure.
pub(super) type Album<'a> = Vec<(&'a Figure, Picture)>;

impl Contents {
    /// Writes everything that a reader opens: the pictures of all sections to `charts/`, `report.html`, and `report.data`,
    /// from which [`super::reopen`] makes them again. Words with letters that the pictures' font lacks, each once.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn publish(&self, staging: &Staging<'_>) -> Result<Vec<String>, Failure> {
        let figures: Vec<&Figure> = self.figures().collect();
        // Drawing a picture and packing its pixels takes far longer than writing it.
        let album: Vec<(&Figure, Picture)> = figures
            .into_par_iter()
            .map(|figure| {
                let picture = figure.chart.render();
                save(staging, &figure.name, &picture)?;
                Ok((figure, picture))
            })
            .collect::<Result<_, Failure>>()?;
        staging.write(REPORT, page(self, &album).as_bytes())?;
        // Plain data of known length: nothing in it can fail to be written.
        staging.write(DATA, &postcard::to_stdvec(self).unwrap_or_default())?;
        // The longest first: where there is little room a picture holds but the beginning of a name.
        let mut words: Vec<&String> = album.iter().flat_map(|(_, picture)| &picture.unknown).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut unknown: Vec<String> = vec![];
        for word in words {
            if !unknown.iter().any(|longer| longer.contains(word.as_str())) {
                unknown.push(word.clone());
            }
        }
        Ok(unknown)
    }

    /// The sites and the kinds that rows of tables and stories are about.
    pub(super) fn sites_and_kinds(&self) -> (Vec<String>, Vec<String>) {
        let (mut sites, mut kinds) = (vec![], vec![]);
        let note = |list: &mut Vec<String>, name: Option<&String>| {
            if let Some(name) = name
                && !list.contains(name)
            {
                list.push(name.clone());
            }
        };
        for part in self.sections.iter().flat_map(|section| &section.parts) {
            match part {
                Part::Table(table) => {
                    for row in &table.rows {
                        note(&mut sites, row.site.as_ref());
                        note(&mut kinds, row.kind.as_ref());
                    }
                }
                Part::Story(story) => {
                    note(&mut sites, Some(&story.about.0));
                    note(&mut kinds, Some(&story.about.1));
                }
                _ => {}
            }
        }
        (sites, kinds)
    }
}
