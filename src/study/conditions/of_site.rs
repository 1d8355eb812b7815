use crate::scenario::{Board, Consultation, Programme, Scenario, Site};

/// A formality is told to one in so many.
const EXACT: f64 = 1e6;

/// How formal the boards of a site are: the mean over the programme's months in which there is one, of several the most formal; 0
/// if it has none.
pub(super) fn formality(scenario: &Scenario, site: &Site) -> f64 {
    let Programme { start, end, .. } = scenario.programme;
    let last = i32::try_from(scenario.time.months).unwrap_or(i32::MAX);
    let (start, end) = (start.max(0), end.min(last));
    let within = if start < end { start..end } else { 0..last };
    let there = |board: &&Board, month: i32| board.start <= month && board.end.is_none_or(|end| month < end);
    let formal = |month: i32| {
        let there = site.boards.iter().filter(|board| there(board, month));
        there.map(|board| board.formality.get()).max_by(f64::total_cmp)
    };
    let all: Vec<f64> = within.filter_map(formal).collect();
    // What is the same in all months is not to differ by rounding.
    if all.is_empty() { 0.0 } else { libm::round(all.iter().sum::<f64>() / all.len() as f64 * EXACT) / EXACT }
}

/// How a site consults, as a number.
pub(super) fn consulting(consultation: Consultation) -> f64 {
    match consultation {
        Consultation::TwoWay => 1.0,
        Consultation::OneWay => 0.5,
        Consultation::None => 0.0,
    }
}

/// The way to consult of that number.
pub(super) fn consultation(number: f64) -> Consultation {
    let all = [Consultation::TwoWay, Consultation::OneWay];
    all.into_iter().find(|one| consulting(*one) == number).unwrap_or(Consultation::None)
}

/// Collaboration at the start, of a site that does not say: as far as history carries it.
pub(super) fn collaboration(site: &Site) -> f64 {
    site.collaboration.unwrap_or(site.history).get()
}
