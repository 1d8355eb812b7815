use super::case_box::{CaseBox, Limit};
use super::cases::{CaseColumn, Cases};

/// A box on the way from all cases to a small and dense one.
#[derive(Clone, Debug, PartialEq)]
pub struct PeelingStep {
    /// The box.
    pub case_box: CaseBox,
    /// Cases in it, and how many of them are of interest.
    pub n: usize,
    /// See `n`.
    pub k: usize,
    /// Inputs that it restricts.
    pub restricted: Vec<usize>,
}

/// Boxes from the one around all cases on: each takes away the part at an edge, of about a share `peel`, that leaves the
/// greatest rise of density for each case taken; then parts are pasted on as long as density rises. No box holds less than
/// `least` of all cases. None without cases.
///
/// Where steps are equally good, one that restricts fewer inputs goes first, then numbers before words, inputs in their
/// order, the upper edge before the lower one. Cost: O(steps x inputs x cases x log cases).
///
/// Source: J. H. Friedman and N. I. Fisher (1999), Statistics and Computing 9, 123-143; B. P. Bryant and R. J. Lempert (2010),
/// Technological Forecasting and Social Change 77, 34-49; objective "lenient 1" and quantiles as the EMA Workbench has them
/// (J. H. Kwakkel 2017, Environmental Modelling & Software 96, 239-250).
#[must_use]
pub fn prim(cases: &Cases, peel: f64, paste: f64, least: f64) -> Vec<PeelingStep> {
    if cases.is_empty() {
        return vec![];
    }
    let all = CaseBox::around(cases);
    let walk = Walk { cases, all: all.clone(), least: least * cases.len() as f64 };
    let mut inside: Vec<usize> = (0..cases.len()).collect();
    let mut steps = vec![walk.step(&all, &inside)];
    for is_paste in [false, true] {
        while let Some(last) = steps.last() {
            let candidates =
                if is_paste { walk.pastes(&last.case_box, paste) } else { walk.peels(&last.case_box, &inside, peel) };
            let Some((case_box, found, gain)) = walk.best(candidates, &inside) else { break };
            let moves = if is_paste { found.len() > inside.len() } else { found.len() < inside.len() };
            if gain <= 0.0 || !moves || (found.len() as f64) < walk.least {
                break;
            }
            inside = found;
            steps.push(walk.step(&case_box, &inside));
        }
    }
    steps
}

struct Walk<'a> {
    cases: &'a Cases,
    all: CaseBox,
    /// Cases that a box has at least.
    least: f64,
}

impl Walk<'_> {
    fn step(&self, case_box: &CaseBox, inside: &[usize]) -> PeelingStep {
        let restricted = case_box.restricted(&self.all);
        PeelingStep { case_box: case_box.clone(), n: inside.len(), k: self.cases.interesting(inside), restricted }
    }

    /// Places of inputs: numbers, then words.
    fn inputs(&self) -> Vec<usize> {
        let of = |is_number: bool| {
            let columns = self.cases.columns.iter().enumerate();
            columns
                .filter(move |(_, column)| matches!(column, CaseColumn::Numbers(_)) == is_number)
                .map(|(place, _)| place)
        };
        of(true).chain(of(false)).collect()
    }

    fn peels(&self, last: &CaseBox, inside: &[usize], share: f64) -> Vec<(CaseBox, Vec<usize>)> {
        let mut found = vec![];
        for input in self.inputs() {
            match (&self.cases.columns[input], last.0[input]) {
                (CaseColumn::Numbers(values), Limit::Between(low, high)) => {
                    let mut sorted: Vec<f64> = inside.iter().map(|&case| values[case]).collect();
                    sorted.sort_unstable_by(f64::total_cmp);
                    let Some(upper) = edge(&sorted, 1.0 - share) else { continue };
                    let Some(lower) = edge(&sorted, share) else { continue };
                    let kept = |is_in: &dyn Fn(f64) -> bool| -> Vec<usize> {
                        inside.iter().copied().filter(|&case| is_in(values[case])).collect()
                    };
                    found.push((last.with(input, Limit::Between(low, upper)), kept(&|value| value <= upper)));
                    found.push((last.with(input, Limit::Between(lower, high)), kept(&|value| value >= lower)));
                }
                (CaseColumn::Words(values), Limit::Among(words)) if words.count_ones() > 1 => {
                    for word in (0..64_u8).filter(|word| words >> word & 1 == 1) {
                        let kept = inside.iter().copied().filter(|&case| values[case] != word).collect();
                        found.push((last.with(input, Limit::Among(words & !(1 << word))), kept));
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn pastes(&self, last: &CaseBox, share: f64) -> Vec<(CaseBox, Vec<usize>)> {
        let mut boxes = vec![];
        let restricted = last.restricted(&self.all);
        for input in self.inputs().into_iter().filter(|input| restricted.contains(input)) {
            match (&self.cases.columns[input], last.0[input], self.all.0[input]) {
                (CaseColumn::Numbers(values), Limit::Between(low, high), Limit::Between(least, most)) => {
                    let beside = |limit: Limit| -> Vec<f64> {
                        let inside = last.with(input, limit).inside(self.cases);
                        let mut sorted: Vec<f64> = inside.iter().map(|&case| values[case]).collect();
                        sorted.sort_unstable_by(f64::total_cmp);
                        sorted
                    };
                    let lower = edge(&beside(Limit::Between(least, low)), 1.0 - share).unwrap_or(least);
                    boxes.push(last.with(input, Limit::Between(lower, high)));
                    let upper = edge(&beside(Limit::Between(high, most)), share).unwrap_or(most);
                    boxes.push(last.with(input, Limit::Between(low, upper)));
                }
                (_, Limit::Among(words), Limit::Among(all)) => {
                    let missing = all & !words;
                    let more = (0..64).filter(|word| missing >> word & 1 == 1);
                    boxes.extend(more.map(|word| last.with(input, Limit::Among(words | 1 << word))));
                }
                _ => {}
            }
        }
        boxes
            .into_iter()
            .map(|case_box| {
                let inside = case_box.inside(self.cases);
                (case_box, inside)
            })
            .collect()
    }

    /// The first of the best candidates, and what it gains: the rise of density for each case that comes or goes.
    fn best(&self, candidates: Vec<(CaseBox, Vec<usize>)>, inside: &[usize]) -> Option<(CaseBox, Vec<usize>, f64)> {
        let density = |cases: &[usize]| {
            if cases.is_empty() { 0.0 } else { self.cases.interesting(cases) as f64 / cases.len() as f64 }
        };
        let old = density(inside);
        let mut best: Option<(CaseBox, Vec<usize>, f64, usize)> = None;
        for (case_box, found) in candidates {
            let new = density(&found);
            let change = found.len().abs_diff(inside.len());
            let gain = if change == 0 || new == old { 0.0 } else { (new - old) / change as f64 };
            let free = case_box.0.len() - case_box.restricted(&self.all).len();
            if best.as_ref().is_none_or(|(_, _, most, freest)| gain > *most || (gain == *most && free > *freest)) {
                best = Some((case_box, found, gain, free));
            }
        }
        best.map(|(case_box, found, gain, _)| (case_box, found, gain))
    }
}

/// Where a share of sorted values ends: between two that differ, where there are such.
fn edge(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = last as f64 * share;
    let (mut lower, mut higher) = (at.floor() as usize, at.ceil() as usize);
    if share > 0.5 {
        while sorted[lower] == sorted[higher] && lower > 0 {
            lower -= 1;
        }
    } else {
        while sorted[lower] == sorted[higher] && higher < last {
            higher += 1;
        }
    }
    Some((sorted[lower] + sorted[higher]) / 2.0)
}
