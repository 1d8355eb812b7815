/// What stands in a page that can be tried.
#[derive(Clone, Debug, Default)]
pub struct LiveContents {
    /// The scenario's name.
    pub name: String,
    /// What it asks.
    pub question: String,
    /// What comes out of the scenario as it is, in sentences.
    pub answer: Vec<String>,
    /// A drawing for who cannot run scripts: a whole SVG document, and what it shows in words.
    pub picture: (String, String),
    /// What to see in it.
    pub caption: String,
    /// Version of the program and number of the model.
    pub version: String,
    /// The number of the model.
    pub model: u32,
    /// The scenario, as a file that extends nothing but built-in ones.
    pub scenario: String,
    /// What there is to turn, as JSON.
    pub panel: String,
    /// What the module answers when the scenario is loaded, and when a few futures have been run, as JSON.
    pub first: (String, String),
}
