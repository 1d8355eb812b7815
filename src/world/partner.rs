/// An organisation that takes part in an initiative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partner {
    /// The organisation.
    pub organisation: u16,
    /// The slot that speaks for it, or [`NOBODY`](super::NOBODY).
    pub sponsor: u16,
    /// Whether it has taken its stand: from the first month of the initiative on.
    pub asked: bool,
    /// Whether it is bound by a contract.
    pub signed: bool,
    /// Commitment c, 0..1.
    pub commitment: f64,
    /// What a board has ratified of it, 0..1.
    pub ratified: f64,
}
