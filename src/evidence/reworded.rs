use super::judging::judged_anew;
use super::words::{measured_words, unit_of};
use super::{Catalogue, Evidence, Judged};

impl Evidence {
    /// The same results under the words that `catalogue` has now: titles, statements, notes, themes and their order; verdicts
    /// follow from the numbers anew.
    ///
    /// # Errors
    ///
    /// Ids of findings that are new, gone, or tried in another way than these results were.
    pub fn in_the_words_of(self, catalogue: &Catalogue) -> Result<Evidence, Vec<String>> {
        let mut results = self.findings;
        let mut findings = Vec::new();
        let mut stale = Vec::new();
        for finding in &catalogue.findings {
            match results.iter().position(|judged| judged.finding.id == finding.id) {
                Some(at) if results[at].finding.is_tried_as(finding) => {
                    let mut judged = results.remove(at);
                    for (told, test) in judged.tests.iter_mut().zip(&finding.tests) {
                        (told.measured, told.sides, told.unit) =
                            (measured_words(test), test.sides(), unit_of(&test.of));
                    }
                    findings.push(judged_anew(Judged { finding: finding.clone(), ..judged }));
                }
                _ => stale.push(finding.id.clone()),
            }
        }
        stale.extend(
            results.into_iter().map(|judged| judged.finding.id).filter(|id| !stale.contains(id)).collect::<Vec<_>>(),
        );
        if stale.is_empty() { Ok(Evidence { findings, ..self }) } else { Err(stale) }
    }
}
