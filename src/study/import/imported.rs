/// A scenario made of what was at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file. It loads.
    pub text: String,
    /// What was made of what, and what had to be assumed, a sentence or a few each.
    pub assumed: Vec<String>,
    /// What was read and would be made, for those who look before they write.
    pub preview: String,
}
