use crate::quantity::{Month, Words};

/// A field as its scenario has it, for those whom it describes: what a page of words and a picture are made of.
#[derive(Clone, Debug)]
pub struct FieldTold {
    /// Name, question and description of the scenario.
    pub said: [String; 3],
    /// The words of the field.
    pub words: Words,
    /// The first month, and how many there are.
    pub start: Month,
    /// Months of the run.
    pub months: i32,
    /// All sites, in their order.
    pub sites: Vec<ToldSite>,
    /// Names of regions.
    pub regions: Vec<String>,
    /// Kinds of organisation that some site has.
    pub organisations: Vec<ToldKindOfOrganisation>,
    /// Roles that decide.
    pub deciding: Vec<String>,
    /// Boards that are alike.
    pub boards: Vec<ToldBoard>,
    /// Kinds of initiative that some site has.
    pub kinds: Vec<ToldKind>,
    /// The programme's money.
    pub money: ToldMoney,
    /// What happens from outside.
    pub shocks: Vec<ToldShock>,
    /// Regimes: name and description.
    pub regimes: Vec<[String; 2]>,
    /// What the file does not say: key and value.
    pub assumed: Vec<[String; 2]>,
    /// The site that is drawn.
    pub drawn: ToldPlace,
}

/// A site.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldSite {
    /// Its name.
    pub name: String,
    /// People served.
    pub population: f64,
    /// Whether it is a member of the programme.
    pub member: bool,
    /// History of working together, 0..1.
    pub history: f64,
    /// Financial pressure, 0..1.
    pub deficit: f64,
}

/// A kind of organisation: how many there are, and the people of all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldKindOfOrganisation {
    /// What it is called.
    pub label: String,
    /// Organisations.
    pub number: usize,
    /// People, their role, and whether the programme pays for the post.
    pub roles: Vec<(u32, String, bool)>,
}

/// Boards of one kind, size and formality.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldBoard {
    /// What it is called.
    pub label: String,
    /// Member organisations.
    pub members: usize,
    /// 0..1.
    pub formality: f64,
    /// Sites that have one.
    pub sites: usize,
}

/// A kind of initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldKind {
    /// What it is called.
    pub label: String,
    /// Sites that have one.
    pub sites: usize,
    /// Kinds of organisation without which it is not done.
    pub needs: Vec<String>,
    /// Those that pay when the programme does not; its lead, if none is named.
    pub payers: Vec<String>,
    /// Those that save by it.
    pub savers: Vec<String>,
    /// Thousands a month at full scale.
    pub cost: f64,
    /// Worth to people there, 0..1.
    pub value: f64,
    /// How far metrics see it, 0..1.
    pub seen: f64,
    /// Complexity, 0..1.
    pub complexity: f64,
    /// Whether others may copy it.
    pub copyable: bool,
    /// Month of the run in which the first begins.
    pub first: i32,
}

/// What the programme pays, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldMoney {
    /// First month of the run, and first after it.
    pub months: [i32; 2],
    /// Share of bids.
    pub award: f64,
    /// Months for which it is promised at a time; `None` for all of it.
    pub rounds: Option<u32>,
    /// Months over which it runs down in the end.
    pub taper: u32,
    /// Thousands a month of all members' initiatives at full scale.
    pub full: f64,
    /// The most that it may give.
    pub budget: Option<f64>,
}

/// Something that happens from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldShock {
    /// What happens, in a sentence.
    pub sentence: String,
    /// In a word or two.
    pub mark: String,
    /// The month of the run, or else the chance in a month.
    pub when: Result<u32, f64>,
    /// How large.
    pub magnitude: f64,
}

/// One site, as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToldPlace {
    /// Its place among the sites.
    pub site: usize,
    /// Its organisations: name, people, and posts that the programme pays for.
    pub organisations: Vec<(String, u32, u32)>,
    /// What its organisations do together.
    pub together: Vec<ToldWork>,
}

/// An initiative, or a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToldWork {
    /// Its name.
    pub label: String,
    /// Whether it is a board.
    pub board: bool,
    /// Thousands a month at full scale; nothing of a board.
    pub cost: f64,
    /// First month of the run, and first after it.
    pub months: [i32; 2],
    /// Whether the programme pays for it while it runs.
    pub paid: bool,
    /// Organisations that take part, the lead of an initiative first.
    pub members: Vec<usize>,
    /// Organisations that pay when the programme does not, whether they take part or not.
    pub payers: Vec<usize>,
}
