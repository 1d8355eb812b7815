use std::fmt;
use std::sync::Arc;

/// What is said below a mistake, worked out only when it is drawn: to look for what was meant among thousands of names
/// takes time, and of thousands of mistakes the first hundred are drawn.
#[derive(Clone)]
pub struct Advice(Arc<dyn Fn() -> Said + Send + Sync>);

/// Why, or what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Why.
    Note(String),
    /// What was probably meant.
    Hint(String),
}

impl Advice {
    /// What `work_out` says, once it is needed.
    #[must_use]
    pub fn new(work_out: impl Fn() -> Said + Send + Sync + 'static) -> Advice {
        Advice(Arc::new(work_out))
    }

    /// Works it out.
    #[must_use]
    pub fn said(&self) -> Said {
        (self.0)()
    }
}

impl fmt::Debug for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("advice")
    }
}

/// Alike if they say the same.
impl PartialEq for Advice {
    fn eq(&self, other: &Advice) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.said() == other.said()
    }
}

impl Eq for Advice {}
