use super::Study;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Most arms of a comparison: more cannot be told apart in any picture.
const MOST_ARMS: usize = 64;

impl Study {
    /// What cannot be compared about its regimes. Whoever opens a scenario for a user asks for it, whatever is to be run, so
    /// that no command refuses what another has let through; none if all is well.
    #[must_use]
    pub fn refusals(&self) -> Diagnostics {
        let mut list = Vec::new();
        if let ([_], [place]) = (self.regimes.as_slice(), self.regime_places.as_slice()) {
            let message = "there is only one [[regime]], and nothing to compare it with";
            let hint = "add another with a name: one without `set` is the scenario as it is; or move its settings into the file";
            list.push(Diagnostic::at(place.name, message).hint(hint));
        }
        if let Some(place) = self.regime_places.get(MOST_ARMS) {
            let many = self.regimes.len();
            let message = format!("{many} regimes are more than the {MOST_ARMS} that can be compared at once");
            list.push(Diagnostic::at(place.name, message).label("the first that is too many"));
        }
        Diagnostics::new(self.sources.clone(), list)
    }

    /// Regime `at` is to spend as much as the first one, and no budget can make it, because `who` spends nothing.
    #[must_use]
    pub fn cannot_be_neutral(&self, at: usize, who: &str) -> Diagnostics {
        let name = self.regimes.get(at).map_or("", |regime| regime.name.as_str());
        let message = format!("regime \"{name}\" is to be budget_neutral, but {who} spends no programme money");
        let place = self.regime_places.get(at).map(|place| place.budget_neutral);
        let diagnostic = match place.filter(|span| !span.is_nowhere()) {
            Some(span) => Diagnostic::at(span, message),
            None => Diagnostic::general(message),
        };
        let diagnostic = diagnostic.hint("leave budget_neutral out: no budget makes them alike");
        Diagnostics::new(self.sources.clone(), vec![diagnostic])
    }
}
