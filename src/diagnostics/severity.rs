/// Whether a scenario can run with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It cannot.
    Mistake,
    /// It can, but probably does not do what was meant; of the sort of this name.
    Warning(&'static str),
}
