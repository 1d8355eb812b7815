use super::densities::Seats;
use super::network::Network;
use super::parts::Parts;
use crate::scenario::definitions::USUAL_POPULATION;

/// The trust that a site starts with where nobody was asked: the default of `history`.
pub(super) const USUAL_HISTORY: f64 = 0.4;

impl Parts<'_> {
    /// What was made of what, and had to be assumed. Without a network others stand in.
    pub(super) fn assumed(&self, network: Option<&Network>) -> Vec<String> {
        let mut assumed = Vec::new();
        if self.first().is_none() {
            assumed.push("No plan says when anything starts: the programme begins in 2025-01, and nothing is begun. Add a [[site.initiative]].".to_owned());
        }
        match network {
            None => assumed.push(format!(
                "No network is at hand: five people each stand in for {} organisations.",
                self.seats.len()
            )),
            Some(network) => {
                let sum = |of: fn(&Seats) -> u32| self.seats.values().map(of).sum::<u32>();
                assumed.push(format!(
                    "{} people of {} organisations, of whom {} know somebody elsewhere. Each of these is a `connector`, a boundary spanner, who \
                     takes part in whatever is done, unless they lead.",
                    sum(|seats| seats.all()),
                    self.seats.len(),
                    sum(|seats| seats.connectors),
                ));
                assumed.extend(network.notes.iter().cloned());
                assumed.push(
                    "Of single ties the model has none: it draws who knows whom, so that of each sort as many pairs are expected to know \
                     each other as do (`ties_...` under [parameters]). Lost is who in person knows whom, that some know many, how \
                     close groups are, and how strong a tie is. Those who do something together get to know each other besides."
                        .to_owned(),
                );
                assumed.push(
                    "Everybody listed is taken to have been asked: where not, the shares of pairs that know each other are too low."
                        .to_owned(),
                );
                if sum(|seats| seats.leaders) == 0 {
                    assumed.push(
                        "Nobody is told to lead (`role` is \"leader\"): one `leader` is added to each organisation, and leaders know each \
                         other as by default."
                            .to_owned(),
                    );
                } else if self.seats.values().any(|seats| seats.leaders == 0) {
                    assumed.push("An organisation of which nobody is told to lead gets one `leader`.".to_owned());
                }
            }
        }
        assumed.push("Every organisation is of one kind, `partner`: say what they are.".to_owned());
        if !self.starts.unwrap_or_default().is_empty() {
            assumed.push(
                "Of every initiative a middling complexity, value and cost (10 thousand a month) is assumed."
                    .to_owned(),
            );
        }
        assumed.push(format!(
            "How many people the place has is not known: {USUAL_POPULATION} is where shares of pairs and trust hold as they were measured; \
             in a larger one they would be less."
        ));
        match self.told {
            None => assumed.push(format!("Nobody was asked about trust: `history` is {USUAL_HISTORY}, the default.")),
            Some(told) => assumed.push(format!(
                "Trust at the start is the mean answer. {} A range in `history` would arrange sites over it, and there is one, so \
                 that the interval is an axis of a sweep instead: `safsim sweep` shows what hangs on it.",
                told.words()
            )),
        }
        assumed
    }
}
