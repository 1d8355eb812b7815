use super::{Estimate, Headline, Kept, Running};

/// Folds the runs of a sweep, point by point, into estimates of the metrics that it asks about.
#[derive(Clone, Debug)]
pub struct Points {
    /// The metrics, with their places among the headlines of a run.
    metrics: Vec<(usize, Headline)>,
    /// By point and metric.
    running: Vec<Vec<Running>>,
    failed: Vec<u64>,
}

impl Points {
    /// Of so many points; `metrics` are names of `headlines`, others are left out.
    #[must_use]
    pub fn new(headlines: &[Headline], metrics: &[String], points: usize) -> Points {
        let place = |name: &String| headlines.iter().position(|h| h.name == *name);
        let metrics: Vec<(usize, Headline)> =
            metrics.iter().filter_map(place).map(|i| (i, headlines[i].clone())).collect();
        let running: Vec<Running> = metrics.iter().map(|(_, headline)| Running::within(headline.bounds())).collect();
        Points { running: vec![running; points], failed: vec![0; points], metrics }
    }

    /// Adds a run of a point; `None` if it failed.
    pub fn add(&mut self, point: usize, run: Option<&Kept>) {
        match run {
            Some(kept) => {
                for (running, (place, _)) in self.running[point].iter_mut().zip(&self.metrics) {
                    running.add(kept.headlines[*place]);
                }
            }
            None => {
                self.failed[point] += 1;
                // Later replicates stay beside those of other points.
                self.running[point].iter_mut().for_each(|running| running.add(f64::NAN));
            }
        }
    }

    /// The metrics of a run, in their order.
    pub fn of<'a>(&'a self, kept: &'a Kept) -> impl Iterator<Item = f64> + 'a {
        self.metrics.iter().map(|(place, _)| kept.headlines[*place])
    }

    /// The metrics.
    pub fn metrics(&self) -> impl Iterator<Item = &Headline> {
        self.metrics.iter().map(|(_, headline)| headline)
    }

    /// Number of points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.running.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.running.is_empty()
    }

    /// Runs of a point that failed.
    #[must_use]
    pub fn failed(&self, point: usize) -> u64 {
        self.failed[point]
    }

    /// What a metric (by its place among [`Points::metrics`]) comes to at a point.
    #[must_use]
    pub fn estimate(&self, point: usize, metric: usize) -> Estimate {
        self.running[point][metric].estimate()
    }

    /// The values of a metric at a point in the first replicates, in order; NaN where there is none.
    #[must_use]
    pub fn first(&self, point: usize, metric: usize) -> &[f64] {
        self.running[point][metric].first()
    }
}

#[cfg(test)]
mod tests {
    use super::Points;
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Headline, Kept};

    #[test]
    fn every_point_has_its_own_estimates() {
        let setting = setting(1);
        let headlines = Headline::all(&[]);
        let mut points = Points::new(&headlines, &["money_spent".to_owned(), "no such metric".to_owned()], 2);
        for replicate in 0..10 {
            let kept = Kept::of(record(&setting, replicate), &setting, &headlines, 0);
            points.add((replicate % 2) as usize, (replicate != 9).then_some(&kept));
        }
        assert_eq!(points.metrics().count(), 1);
        assert_eq!((points.estimate(0, 0).mean, points.estimate(1, 0).mean), (504.0, 504.0)); // 0 to 8 and 1 to 7
        assert_eq!((points.estimate(1, 0).n, points.failed(0), points.failed(1)), (4, 0, 1));
    }
}
