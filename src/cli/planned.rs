use indicatif::HumanDuration;
use std::time::Duration;

/// "24 runs, about 3 seconds on 2 threads", if one run takes a thread `each` of time.
pub(super) fn planned(runs: u64, each: Duration, threads: usize) -> String {
    let needed = Duration::from_secs_f64(each.as_secs_f64() * runs as f64 / threads as f64);
    format!("{runs} runs, about {} on {threads} threads", HumanDuration(needed))
}
