use super::VarianceComponents;

/// What the means of groups would be without chance, and how well that is known: for each group a distribution.
///
/// Values are means of groups and chance, the same chance in all; means of groups lie about one mean in one of four shapes (normal,
/// skewed to either side, in two heaps), of which none is preferred. Mean, spread and shape are weighed by how likely they make
/// what was seen, on a grid: a hierarchical model, flat in the mean and in the standard deviation between groups (A. Gelman 2006,
/// Bayesian Analysis 1). Where chance hides the shape, what hangs on the shape stays open.
#[derive(Clone, Debug)]
pub struct GroupMeans {
    /// Of each group that was given its mean and the variance of chance in it; `None` without a value.
    groups: Vec<Option<Own>>,
    /// What may be, the likeliest first.
    nodes: Vec<Node>,
    is_too_early: bool,
}

/// A group by itself.
#[derive(Clone, Copy, Debug)]
struct Own {
    mean: f64,
    /// The variance of its mean by chance.
    chance: f64,
}

/// One thing that may be.
#[derive(Clone, Copy, Debug)]
struct Node {
    weight: f64,
    mean: f64,
    /// Standard deviation between groups.
    between: f64,
    shape: [Heap; 2],
}

/// A part of a shape of mean 0 and variance 1, itself normal.
#[derive(Clone, Copy, Debug)]
struct Heap {
    share: f64,
    mean: f64,
    variance: f64,
}

/// Normal; a few far to one side, the others near each other; two heaps of one size; each with heaps that are wide or narrow.
fn shapes() -> Vec<[Heap; 2]> {
    let mut shapes = vec![heaps(1.0, 1.0)];
    for share in [0.1, 0.5, 0.9] {
        shapes.extend([WIDE, NARROW].map(|variance| heaps(share, variance)));
    }
    shapes
}

/// Variance in heaps, of the variance of all.
const WIDE: f64 = 0.25;
const NARROW: f64 = 0.02;

/// An upper heap of this share and a lower one, each of this variance, as far apart as makes the variance of all 1.
fn heaps(share: f64, variance: f64) -> [Heap; 2] {
    let away = ((1.0 - variance) / (share * (1.0 - share)).max(1e-9)).sqrt();
    [Heap { share, mean: away * (1.0 - share), variance }, Heap { share: 1.0 - share, mean: -away * share, variance }]
}

/// Means, and spreads, of the grid.
const STEPS: usize = 13;
/// How far the grid reaches, in standard errors.
const REACH: f64 = 3.5;
/// What is less likely than the likeliest by this factor is left out.
const LEAST: f64 = 1e-5;

/// The variance in a group: its own, drawn towards that of all by so much as the variances of groups are alike.
struct Chance {
    usual: f64,
    /// Degrees of freedom of a group, on average.
    freedom: f64,
    /// What the usual one counts for, in degrees of freedom; infinite if groups differ by no more than luck.
    weight: f64,
}

impl Chance {
    /// Variances of groups as an inverse chi-squared variable times the usual one (G. K. Smyth 2004, Statistical Applications in
    /// Genetics and Molecular Biology 3), its weight by the squared coefficient of variation of what was seen, which is
    /// 2 (d + w - 2) / (d (w - 4)) with d degrees of freedom in a group.
    fn of(groups: &[Vec<f64>], within: f64) -> Chance {
        let own: Vec<(f64, f64)> = groups.iter().map(|group| own_variance(group)).filter(|own| own.1 > 0.0).collect();
        let n = own.len() as f64;
        let d = own.iter().map(|own| own.1).sum::<f64>() / n;
        let mean = own.iter().map(|own| own.0).sum::<f64>() / n;
        let square = |x: f64| x * x;
        let varied = own.iter().map(|own| square(own.0 - mean)).sum::<f64>() / (n - 1.0).max(1.0) / square(mean);
        let beyond = varied * d - 2.0;
        let weight = if beyond > 0.0 { (2.0 * d - 4.0 + 4.0 * varied * d) / beyond } else { f64::INFINITY };
        let usual = if weight.is_finite() { within * (weight - 2.0) / weight } else { within };
        Chance { usual, freedom: d, weight }
    }

    fn in_group(&self, group: &[f64]) -> f64 {
        if self.weight.is_infinite() {
            return self.usual;
        }
        let (own, freedom) = own_variance(group);
        (self.weight * self.usual + freedom * own) / (self.weight + freedom)
    }
}

/// The variance of values, and its degrees of freedom; NaN are left out.
fn own_variance(group: &[f64]) -> (f64, f64) {
    let values = || group.iter().filter(|value| !value.is_nan());
    let n = values().count() as f64;
    let mean = values().sum::<f64>() / n;
    if n < 2.0 { (0.0, 0.0) } else { (values().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0), n - 1.0) }
}

/// What differs by less, of the largest mean, differs by the way numbers are kept.
const ROUNDING: f64 = 1e-9;

/// Share of the variance of means that lies between groups from which on chance hides little.
const SHOWN: f64 = 0.8;

/// How many groups lie where: below, between and above two limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupShares {
    /// Expected shares of the groups: at most -limit, between, at least the limit. They add up to 1.
    pub shares: [f64; 3],
    /// How likely it is that so many of the groups that were asked for lie there.
    pub chances: [f64; 3],
}

impl GroupMeans {
    /// Of groups of values; NaN are left out. `None` as [`VarianceComponents::of`]. Cost: O(676 x groups).
    #[must_use]
    pub fn of(groups: &[Vec<f64>]) -> Option<GroupMeans> {
        let parts = VarianceComponents::of(groups)?;
        let chance = Chance::of(groups, parts.within);
        let of_group = |group: &Vec<f64>| {
            let (sum, n) = group.iter().filter(|v| !v.is_nan()).fold((0.0, 0_u32), |(sum, n), v| (sum + v, n + 1));
            (n > 0).then(|| Own { mean: sum / f64::from(n), chance: chance.in_group(group) / f64::from(n) })
        };
        let groups: Vec<Option<Own>> = groups.iter().map(of_group).collect();
        // Without chance every group says what it is.
        let largest = groups.iter().flatten().map(|own| own.mean.abs()).fold(0.0, f64::max);
        let nodes = if parts.within.sqrt() > ROUNDING * largest { nodes(&parts, &groups) } else { vec![] };
        let shown = 1.0
            - groups.iter().flatten().map(|own| own.chance).sum::<f64>()
                / parts.groups as f64
                / (parts.standard_error * parts.standard_error * parts.groups as f64);
        let is_too_early = chance.weight.is_finite() && chance.freedom < 2.0 && shown < SHOWN;
        Some(GroupMeans { groups, nodes, is_too_early })
    }

    /// Whether nothing is to be concluded yet: chance differs from group to group, two values of each do not say where it is large, and
    /// it makes up more than a fifth of what means differ by.
    #[must_use]
    pub fn is_too_early(&self) -> bool {
        self.is_too_early
    }

    /// How many of the groups lie beyond `limit` (0 or more) to either side, and how likely it is that at least `share` of them do.
    #[must_use]
    pub fn beyond(&self, limit: f64, share: f64) -> GroupShares {
        let known = self.groups.iter().flatten().count() as f64;
        let needed = libm::ceil(share * known - 1e-9);
        let mut found = GroupShares { shares: [0.0; 3], chances: [0.0; 3] };
        let mut add = |weight: f64, places: &mut dyn Iterator<Item = [f64; 3]>| {
            let (mut sums, mut variances) = ([0.0; 3], [0.0; 3]);
            for place in places {
                for (side, p) in place.into_iter().enumerate() {
                    sums[side] += p;
                    variances[side] += p * (1.0 - p);
                }
            }
            for side in 0..3 {
                found.shares[side] += weight * sums[side] / known;
                found.chances[side] += weight * at_least(needed, sums[side], variances[side]);
            }
        };
        if self.nodes.is_empty() {
            add(1.0, &mut self.groups.iter().flatten().map(|own| place_of(own.mean, 0.0, limit)));
        }
        for node in &self.nodes {
            add(node.weight, &mut self.groups.iter().flatten().map(|group| node.place(*group, limit)));
        }
        // Sums of many parts of 1 end a little beside it.
        GroupShares {
            shares: found.shares.map(|share| share.min(1.0)),
            chances: found.chances.map(|chance| chance.min(1.0)),
        }
    }

    /// The chance of each group to lie below -limit, between and above limit, all of them for each of `draws` things that may be,
    /// taken by their weight; `None` for groups without a value. `turn`, 0..1, is what makes draws of several quantities independent.
    #[must_use]
    pub fn drawn(&self, limit: f64, draws: usize, turn: f64) -> Vec<Vec<Option<[f64; 3]>>> {
        let all = |node: Option<&Node>| -> Vec<Option<[f64; 3]>> {
            let place = |group: &Own| match node {
                Some(node) => node.place(*group, limit),
                None => place_of(group.mean, 0.0, limit),
            };
            self.groups.iter().map(|group| group.as_ref().map(place)).collect()
        };
        let mut known: Vec<Option<Vec<Option<[f64; 3]>>>> = vec![None; self.nodes.len()];
        let draw = |draw: usize| {
            let at = ((draw as f64 + 0.5) * turn).fract();
            let mut before = 0.0;
            let chosen = self.nodes.iter().position(|node| {
                before += node.weight;
                at < before
            });
            let chosen = chosen.or(self.nodes.len().checked_sub(1));
            match chosen {
                None => all(None),
                Some(at) => known[at].get_or_insert_with(|| all(Some(&self.nodes[at]))).clone(),
            }
        };
        (0..draws).map(draw).collect()
    }
}

impl Node {
    /// How likely it makes the mean of a group, up to a factor that is the same for all.
    fn likelihood(&self, own: Own) -> f64 {
        self.shape.iter().map(|heap| self.of_heap(heap, own).0).sum()
    }

    /// How likely a heap makes the mean of a group, how far that lies from its middle, and the variance of that.
    fn of_heap(&self, heap: &Heap, own: Own) -> (f64, f64, f64) {
        let away = own.mean - self.mean - self.between * heap.mean;
        let variance = self.between * self.between * heap.variance + own.chance;
        (heap.share * libm::exp(-0.5 * away * away / variance) / variance.sqrt(), away, variance)
    }

    /// Where the group may lie.
    fn place(&self, own: Own, limit: f64) -> [f64; 3] {
        let (mut total, mut place) = (0.0, [0.0; 3]);
        for heap in &self.shape {
            let (weight, away, variance) = self.of_heap(heap, own);
            // It must be somewhere, however unlikely.
            let weight = weight + 1e-280;
            let kept = 1.0 - own.chance / variance;
            let mean = own.mean - away * (1.0 - kept);
            let of_heap = place_of(mean, (own.chance * kept).max(0.0).sqrt(), limit);
            total += weight;
            place.iter_mut().zip(of_heap).for_each(|(sum, p)| *sum += weight * p);
        }
        place.map(|p| p / total)
    }
}

/// The chance to be at most -limit, between, at least limit; what is exactly 0 is beyond no limit.
fn place_of(mean: f64, sd: f64, limit: f64) -> [f64; 3] {
    let (below, above) = if sd > 0.0 {
        let beyond = |distance: f64| 0.5 * libm::erfc(distance / (sd * core::f64::consts::SQRT_2));
        (beyond(limit + mean), beyond(limit - mean))
    } else {
        let is_so = |so: bool| if so { 1.0 } else { 0.0 };
        (is_so(mean < 0.0 && mean <= -limit), is_so(mean > 0.0 && mean >= limit))
    };
    [below, (1.0 - below - above).max(0.0), above]
}

/// The chance that a sum of independent yes and no is at least so many.
fn at_least(needed: f64, sum: f64, variance: f64) -> f64 {
    let away = sum - (needed - 0.5);
    if variance > 1e-12 {
        0.5 * libm::erfc(-away / (2.0 * variance).sqrt())
    } else if away > 0.0 {
        1.0
    } else {
        0.0
    }
}

/// The grid, weighed by what was seen.
fn nodes(parts: &VarianceComponents, groups: &[Option<Own>]) -> Vec<Node> {
    let k = parts.groups as f64;
    let chance = groups.iter().flatten().map(|own| own.chance).sum::<f64>() / k;
    let spread = parts.standard_error * parts.standard_error * k;
    let doubt = REACH * (2.0 / (k - 1.0)).sqrt();
    let low = (spread * (1.0 - doubt) - chance).max(0.0).sqrt();
    let high = (spread * (1.0 + doubt)).max(chance * (1.0 + doubt)) - chance;
    let high = high.max(low * low).sqrt();
    let step = |place: usize| place as f64 / (STEPS - 1) as f64;
    // Of means that happen to be alike, no less than what chance makes them differ by.
    let error = (spread.max(chance) / k).sqrt();
    let mut nodes = vec![];
    for shape in shapes() {
        for between in (0..STEPS).map(|i| low + (high - low) * step(i)) {
            for mean in (0..STEPS).map(|i| parts.mean + REACH * error * (2.0 * step(i) - 1.0)) {
                let node = Node { weight: 0.0, mean, between, shape };
                let log: f64 = groups.iter().flatten().map(|group| libm::log(node.likelihood(*group) + 1e-300)).sum();
                nodes.push(Node { weight: log, ..node });
            }
        }
    }
    let most = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
    nodes.iter_mut().for_each(|node| node.weight = libm::exp(node.weight - most));
    nodes.retain(|node| node.weight >= LEAST);
    let total: f64 = nodes.iter().map(|node| node.weight).sum();
    nodes.iter_mut().for_each(|node| node.weight /= total);
    nodes.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    nodes
}

#[cfg(test)]
#[path = "group_means_tests.rs"]
mod tests;
