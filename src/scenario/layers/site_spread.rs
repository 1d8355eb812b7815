use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::raw::{Entry, Node, Table, Value};

/// Keys of a site that may be spread.
const SPREAD: [&str; 6] = ["population", "history", "collaboration", "deficit", "engagement", "award"];

/// Most sites that are told apart by a spread.
const MOST: i64 = 10_000;

/// Gives every site of `document` what `[site_defaults]` says and it does not; and where a key is spread over a range, every site a
/// value of its own, so that an entry with `count` becomes one for each.
pub(super) fn spread_sites(document: &mut Table, out: &mut Vec<Diagnostic>) {
    let defaults = document.remove("site_defaults");
    let Some(Value::List(sites)) = document.get_mut("site").map(|node| &mut node.value) else { return };
    if let Some(Entry { node: Node { value: Value::Table(defaults), .. }, .. }) = &defaults {
        for site in sites.iter_mut() {
            let Value::Table(site) = &mut site.value else { continue };
            for entry in defaults.entries.iter().filter(|entry| site.get(&entry.key).is_none()).collect::<Vec<_>>() {
                site.put(entry.clone());
            }
        }
    }
    let is_spread = |node: &Node| node.value.table().is_some_and(|site| spread_keys(site).next().is_some());
    if !sites.iter().any(is_spread) {
        return;
    }
    let mut all = Vec::with_capacity(sites.len());
    for node in std::mem::take(sites) {
        match (&node.value, is_spread(&node)) {
            (Value::Table(site), true) => expand(site, node.span, &mut all, out),
            _ => all.push(node),
        }
    }
    *sites = all;
}

fn spread_keys(site: &Table) -> impl Iterator<Item = &'static str> {
    SPREAD.into_iter().filter(|key| site.get(key).is_some_and(|node| node.value.table().is_some()))
}

/// The sites that an entry stands for, each with values of its own.
fn expand(site: &Table, span: Span, all: &mut Vec<Node>, out: &mut Vec<Diagnostic>) {
    let count = match site.get("count").map(|node| &node.value) {
        Some(Value::Whole(count)) => *count,
        _ => 1,
    };
    if count > MOST {
        let place = site.get("count").map_or(span, |node| node.span);
        out.push(Diagnostic::at(place, format!("a spread tells {MOST} sites apart at most")));
        return;
    }
    let before = out.len();
    let ranges: Vec<_> = spread_keys(site).filter_map(|key| Some((key, range(key, site.get(key)?, out)?))).collect();
    if out.len() > before {
        return;
    }
    for number in 1..=count.max(1) {
        let mut one = site.clone();
        if count > 1 {
            one.remove("count");
            if let Some(Value::Text(name)) = one.get_mut("name").map(|node| &mut node.value) {
                *name = format!("{name} {number}");
            }
        }
        let index = all.len() as f64 + 1.0;
        for (key, [low, high, seed]) in &ranges {
            let place = SPREAD.iter().position(|one| one == key).unwrap_or(0);
            let value = low + (high - low) * part(index, place, *seed);
            if let Some(node) = one.get_mut(key) {
                node.value = Value::Number(short(value, high - low).clamp(*low, *high));
            }
        }
        all.push(Node { value: Value::Table(one), span });
    }
}

/// Lowest and highest value of `{ low = .., high = .. }`, and the number of the spread.
fn range(key: &str, node: &Node, out: &mut Vec<Diagnostic>) -> Option<[f64; 3]> {
    let table = node.value.table()?;
    let number = |name: &str| table.get(name).and_then(|node| node.value.number()).filter(|x| x.is_finite());
    let known = table.entries.iter().all(|entry| ["low", "high", "seed"].contains(&entry.key.as_str()));
    match (number("low"), number("high"), known) {
        (Some(low), Some(high), true) if low <= high => Some([low, high, number("seed").unwrap_or(0.0)]),
        _ => {
            let message = format!("`{key}` is spread over {{ low = .., high = .. }}, low before high");
            out.push(Diagnostic::at(node.span, message).hint("other arrangements of the same sites: seed = 2"));
            None
        }
    }
}

/// Where in its range site `index` lies, 0..1: multiples of an irrational number, which fill a range evenly however many there are.
/// Nothing is drawn: the same file gives the same sites.
fn part(index: f64, key: usize, seed: f64) -> f64 {
    const ROOTS: [f64; 6] = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0];
    let turn = libm::sqrt(ROOTS[key]) * index + libm::sqrt(17.0) * seed;
    turn - libm::floor(turn)
}

/// Rounded as a reader would write it: a hundredth of a per cent of the range or so.
fn short(value: f64, width: f64) -> f64 {
    let steps = if width >= 100.0 { 1.0 } else { 1000.0 };
    libm::round(value * steps) / steps
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_spread_fills_its_range_evenly() {
        for key in 0..6 {
            let mut parts: Vec<f64> = (1..=20).map(|site| part(f64::from(site), key, 0.0)).collect();
            parts.sort_by(f64::total_cmp);
            let mean = parts.iter().sum::<f64>() / 20.0;
            assert!((mean - 0.5).abs() < 0.08, "{key}: {mean}");
            assert!(parts.windows(2).all(|pair| pair[1] - pair[0] < 0.16), "{key}: {parts:?}");
        }
    }
}
