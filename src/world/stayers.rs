/// Who does not leave a site in an altered future; nobody in any other. A post that the programme pays for still goes when
/// the money does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stayers {
    /// Whoever is in these slots.
    pub slots: Vec<u16>,
    /// Whoever champions one of these initiatives, as bits.
    pub champions_of: u64,
    /// Executives.
    pub leaders: bool,
    /// Everybody.
    pub everybody: bool,
}
