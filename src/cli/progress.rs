use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Work that takes less than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A progress bar on standard error: only on a terminal, only if it takes a while.
#[derive(Debug)]
pub(super) struct Progress {
    began: Instant,
    total: u64,
    quiet: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Of `total` runs.
    pub(super) fn new(total: u64, quiet: bool) -> Progress {
        Progress { began: Instant::now(), total, quiet, bar: OnceLock::new() }
    }

    /// So many are done.
    pub(super) fn done(&self, runs: u64) {
        if !self.quiet && self.began.elapsed() > PATIENCE {
            let bar = self.bar.get_or_init(|| {
                let bar = ProgressBar::with_draw_target(Some(self.total), ProgressDrawTarget::stderr());
                let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} runs, {eta} left");
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
                bar
            });
            // Told from many threads: an earlier number may come later.
            bar.set_position(runs.max(bar.position()));
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
