use super::Contents;
use super::html::{Album, DrawnFigure, page};
use crate::report::figures::{Figure, save};
use crate::report::folder::{DATA, Failure, REPORT, Staging};
use rayon::prelude::*;

impl Contents {
    /// Writes everything that a reader opens: the pictures of all sections to `charts/`, `report.html`, and `report.data`,
    /// from which [`super::reopen`] makes them again. `panel` is what there is to turn where they can be tried out, as JSON; without it that
    /// section is left out. Words with letters that the pictures' font lacks, each once.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn publish(&self, staging: &Staging<'_>, panel: Option<&str>) -> Result<Vec<String>, Failure> {
        let figures: Vec<&Figure> = self.figures().collect();
        // Drawing a picture and packing its pixels takes far longer than writing it.
        let album: Album<'_> = figures
            .into_par_iter()
            .map(|figure| {
                let drawn = DrawnFigure::of(figure);
                save(staging, &figure.name, &drawn.picture)?;
                Ok(drawn)
            })
            .collect::<Result<_, Failure>>()?;
        staging.write(REPORT, page(self, &album, panel).as_bytes())?;
        staging.write(DATA, &self.to_data())?;
        // The longest first: where there is little room a picture holds but the beginning of a name.
        let mut words: Vec<&String> = album.iter().flat_map(|drawn| &drawn.picture.unknown).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut unknown: Vec<String> = vec![];
        for word in words {
            if !unknown.iter().any(|longer| longer.contains(word.as_str())) {
                unknown.push(word.clone());
            }
        }
        Ok(unknown)
    }
}
