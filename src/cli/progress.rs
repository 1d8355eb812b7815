use super::screen::terminal_columns;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Work that takes less than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// Terminals narrower than this are told no more than what is computed and how far that is.
const NARROW: usize = 60;

/// A progress bar on standard error: only on a terminal, only if it takes a while.
#[derive(Debug)]
pub(super) struct Progress {
    what: &'static str,
    began: Instant,
    total: u64,
    quiet: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Of `total` runs; `what` is computed, in a word or two.
    pub(super) fn new(what: &'static str, total: u64, quiet: bool) -> Progress {
        Progress { what, began: Instant::now(), total, quiet, bar: OnceLock::new() }
    }

    /// So many are done.
    pub(super) fn done(&self, runs: u64) {
        if !self.quiet && self.began.elapsed() > PATIENCE {
            let bar = self.bar.get_or_init(|| {
                let bar = ProgressBar::with_draw_target(Some(self.total), ProgressDrawTarget::stderr());
                let style = ProgressStyle::with_template(template(terminal_columns()));
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
                bar.set_message(self.what);
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

const fn template(columns: usize) -> &'static str {
    if columns < NARROW { "{msg} {pos}/{len}, {eta} left" } else { "{msg} {wide_bar} {pos}/{len}, {eta} left" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::io::Result;
    use std::sync::{Arc, Mutex};

    /// A terminal that keeps what is written to it.
    #[derive(Clone, Debug)]
    struct Paper(u16, Arc<Mutex<String>>);

    impl TermLike for Paper {
        fn width(&self) -> u16 {
            self.0
        }

        fn move_cursor_up(&self, _: usize) -> Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> Result<()> {
            Ok(())
        }

        fn write_line(&self, text: &str) -> Result<()> {
            self.write_str(text)
        }

        fn write_str(&self, text: &str) -> Result<()> {
            self.1.lock().unwrap().push_str(text);
            Ok(())
        }

        fn clear_line(&self) -> Result<()> {
            self.1.lock().unwrap().clear();
            Ok(())
        }

        fn flush(&self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_bar_says_what_is_computed_within_its_terminal() {
        for columns in [40, 80] {
            let paper = Paper(columns, Arc::default());
            let target = ProgressDrawTarget::term_like(Box::new(paper.clone()));
            let bar = ProgressBar::with_draw_target(Some(123_456), target);
            bar.set_style(ProgressStyle::with_template(template(usize::from(columns))).unwrap());
            bar.set_message("replaying futures");
            bar.set_position(1234);
            bar.tick();
            let shown = paper.1.lock().unwrap().trim_end().to_owned();
            assert!(shown.starts_with("replaying futures ") && shown.contains(" 1234/123456, "), "{shown:?}");
            assert!(shown.chars().count() <= usize::from(columns), "{shown:?}");
        }
    }
}
