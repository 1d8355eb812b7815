use super::assumed::USUAL_HISTORY;
use super::densities::{densities, seats};
use super::edge_list::edge_list;
use super::graphml::graphml;
use super::network::{Acquaintance, Network};
use super::parts::Parts;
use super::plan::{PlannedStart, plan};
use super::preview::{FoundAtHand, preview};
use super::trust::trust;
use super::{AtHand, Imported};
use crate::diagnostics::{Diagnostics, SourceId, SourceText, Sources};
use crate::scenario::{Source, load_study};
use std::collections::BTreeSet;

/// A scenario file named `name` made of what is at hand: a beginning, in which all that was assumed is to be looked at.
///
/// # Errors
/// All that is wrong with what is at hand, each with its place; or with what was made of it, such as a name that no organisation
/// can have.
pub fn import(name: &str, at_hand: &AtHand) -> Result<Imported, Diagnostics> {
    let (mut sources, mut out) = (Sources::default(), Vec::new());
    let mut add = |text: &Option<SourceText>| -> Option<(SourceId, String)> {
        let SourceText { name, text, lines } = text.clone()?;
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Some((sources.add(SourceText { name, text: text.clone(), lines }), text))
    };
    let (network_text, trust_text, plan_text) = (add(&at_hand.network), add(&at_hand.trust), add(&at_hand.plan));
    let mut network = network_text.map(|(source, text)| match text.trim_start().starts_with('<') {
        true => graphml(source, &text, at_hand.organisation.as_deref(), &mut out),
        false => edge_list(source, &text, &mut out),
    });
    if let Some(network) = &mut network {
        let met: BTreeSet<usize> = network.ties.iter().flat_map(|&(one, other)| [one, other]).collect();
        network.alone = network.people.len() - met.len();
        network.take_notes();
    }
    let told = trust_text.and_then(|(source, text)| trust(source, &text, &mut out));
    // Of a network that is wrong not every organisation may be known.
    let named = network.as_ref().filter(|_| out.is_empty());
    let homes: Option<BTreeSet<&str>> =
        named.map(|network| network.people.iter().map(|person| person.home.as_str()).collect());
    let starts = plan_text.map(|(source, text)| plan(source, &text, homes.as_ref(), &mut out));
    if !out.is_empty() {
        return Err(Diagnostics::new(sources, out));
    }
    let stand_in = stand_in(starts.as_deref());
    let measured = network.is_some();
    let found = network.as_ref().unwrap_or(&stand_in);
    let seats = seats(found);
    let history = told.as_ref().map_or(USUAL_HISTORY, |told| told.mean);
    let densities = if measured { densities(found, &seats, history) } else { Vec::new() };
    let parts = Parts { name, seats: &seats, densities: &densities, told: told.as_ref(), starts: starts.as_deref() };
    let assumed = parts.assumed(network.as_ref());
    let text = parts.file(&assumed, history);
    load_study(&Source::Text { name: "what was made".to_owned(), text: text.clone() }, &[])?;
    let preview = preview(&FoundAtHand {
        seats: &seats,
        densities: &densities,
        told: told.as_ref(),
        starts: starts.as_deref().unwrap_or_default(),
        assumed: &assumed,
    });
    Ok(Imported { text, assumed, preview })
}

/// Five people for each organisation that a plan has lead, or for two that nobody named, where no network is at hand.
fn stand_in(starts: Option<&[PlannedStart]>) -> Network {
    let mut homes: BTreeSet<&str> = starts.unwrap_or_default().iter().filter_map(|one| one.lead.as_deref()).collect();
    for other in ["Another", "One"] {
        if homes.len() < 2 {
            homes.insert(other);
        }
    }
    let mut network = Network::default();
    let homes: Vec<&str> = homes.into_iter().collect();
    for home in &homes {
        for _ in 0..5 {
            network.people.push(Acquaintance { home: (*home).to_owned(), leads: false });
        }
    }
    // One of each knows somebody elsewhere.
    (1..homes.len()).for_each(|at| network.tie(0, 5 * at));
    network
}
