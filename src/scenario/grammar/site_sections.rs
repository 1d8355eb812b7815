use super::faults::UNBOUNDED;
use super::key::key;
use super::rule::{names, share, signed};
use super::{Form, Key, Rule, Section, WordList};

pub(super) fn region() -> Section {
    Section {
        path: "region",
        form: Form::Named,
        doc: "A region, which groups sites.",
        keys: vec![
            key("name", Rule::OwnName, "Its name."),
            key(
                "posts",
                Rule::Any(vec![Rule::Whole { low: 0, high: 1_000_000 }, Rule::Word("none")]),
                "Regional posts for people who worked on initiatives of its sites; \"none\" for no limit.",
            )
            .or("\"none\""),
        ],
    }
}

/// A number, or a range over which sites are spread.
fn spread(number: Rule) -> Rule {
    Rule::Any(vec![number, Rule::Spread])
}

/// `[site_defaults]`: what holds for all sites that do not say.
pub(super) fn site_defaults() -> Section {
    let mut keys = site().keys;
    keys.retain(|key| !["name", "from", "columns", "count"].contains(&key.name));
    keys.iter_mut().for_each(|key| key.preset = super::Preset::Words("that of [[site]]"));
    keys.retain(|key| key.rule.section().is_none_or(|section| section.form == Form::Inline));
    Section {
        path: "site_defaults",
        form: Form::Table,
        doc: "What holds for every [[site]] that does not say it itself; settings and regimes come after it.",
        keys,
    }
}

pub(super) fn site() -> Section {
    Section {
        path: "site",
        form: Form::Named,
        doc: "A site: a place (a local health economy, in the built-in vocabulary) with its organisations, boards and initiatives.",
        keys: vec![
            key("name", Rule::OwnName, "Its name."),
            key(
                "from",
                Rule::Name,
                "A table in CSV, beside this file, with a site in each row: its columns are keys of [[site]]. What else the entry says \
                 holds for all of them.",
            )
            .otherwise("no table"),
            key("columns", Rule::Columns, "With `from`: which column a key is read from, where that has another name.")
                .otherwise("columns are named as keys"),
            key(
                "count",
                Rule::Whole { low: 1, high: 100_000 },
                "How many such sites there are; more than one are named \"NAME 1\", \"NAME 2\", and so on.",
            )
            .or("1"),
            key("region", Rule::Name, "The region that it belongs to: the name of a [[region]].")
                .otherwise("no region"),
            key(
                "type",
                Rule::Defined(WordList::SiteType),
                "Its type: a kit, in the built-in vocabulary one of each type of vanguard and one of none.",
            )
            .otherwise("\"none\"; in a vocabulary from \"blank\" its first kit"),
            key(
                "population",
                spread(Rule::Number { low: 10.0, high: UNBOUNDED, above: false }),
                "People served. The more, the fewer and weaker the ties between organisations.",
            )
            .or("250000"),
            key("member", Rule::Flag, "Whether it is a member of the programme.")
                .otherwise("what its type says: true but for \"none\""),
            key("history", spread(share()), "History of joint work; 0.2 to 0.6 is usual.").or("0.4"),
            key("collaboration", spread(share()), "How far collaboration is the norm at the start.")
                .otherwise("the start level of trust"),
            key("deficit", spread(share()), "Financial pressure.").or("0.35"),
            key("consultation", Rule::Words(WordList::Consultation), "How it talks with its public and staff.")
                .or("\"two-way\""),
            key("engagement", spread(share()), "Standing of public and staff engagement at the start.").or("0.3"),
            key(
                "award",
                spread(Rule::Number { low: 0.0, high: 1000.0, above: false }),
                "Its own award, as a share of its bid.",
            )
            .otherwise("the programme's award"),
            key(
                "drawn",
                Rule::Section(drawn()),
                "What is not known of it: ranges of which every replicate draws a value of its own, evenly.",
            )
            .otherwise("nothing is drawn"),
            key("kit", Rule::Defined(WordList::Kit), "The set of organisations that it has, unless it lists its own.")
                .otherwise("the kit of its type"),
            key(
                "initiatives",
                Rule::List { of: Box::new(Rule::Open(WordList::InitiativeKind)), least: 0 },
                "Kinds of initiative that start with the programme, with all defaults: short for a [[site.initiative]] \
                 each.",
            )
            .otherwise("none"),
            key("organisation", Rule::Section(organisation()), "Its organisations.").otherwise("those of its kit"),
            key("board", Rule::Section(board()), "Its collaborative boards.").otherwise("none"),
            key("initiative", Rule::Section(initiative()), "Its initiatives.").otherwise("none"),
            key("actor", Rule::Section(actor()), "Named individuals.").otherwise("none"),
        ],
    }
}

/// Ranges of what a site starts from.
fn drawn() -> Section {
    let range = |low: f64, high: f64| Rule::List { of: Box::new(Rule::Number { low, high, above: false }), least: 2 };
    Section {
        path: "drawn",
        form: Form::Inline,
        doc: "What is drawn anew in every replicate: lowest and highest value.",
        keys: vec![
            key("population", range(10.0, UNBOUNDED), "People served.").otherwise("-"),
            key("history", range(0.0, 1.0), "History of joint work.").otherwise("-"),
            key("collaboration", range(0.0, 1.0), "How far collaboration is the norm at the start.").otherwise("-"),
            key("deficit", range(0.0, 1.0), "Financial pressure.").otherwise("-"),
            key("engagement", range(0.0, 1.0), "Standing of public and staff engagement at the start.").otherwise("-"),
        ],
    }
}

pub(super) fn organisation_keys() -> Vec<Key> {
    vec![
        key("kind", Rule::Defined(WordList::OrganisationKind), "Its kind."),
        key("name", Rule::OwnName, "Its name, unique in the site.").otherwise("the label of its kind"),
        key(
            "count",
            Rule::Whole { low: 1, high: 64 },
            "How many such organisations there are; more than one are named \"NAME 1\", \"NAME 2\", and so on.",
        )
        .or("1"),
        key("roles", Rule::Counts { of: WordList::Role, low: 0, high: 60_000 }, "Its people: how many have each role."),
        key("own_interest", share(), "Pressure to put its own interest first.").otherwise("that of its kind"),
        key(
            "headroom",
            signed(),
            "Added to everybody's time outside core duties: below 0 for an organisation at full stretch.",
        )
        .otherwise("that of its kind"),
    ]
}

fn organisation() -> Section {
    Section {
        path: "site.organisation",
        form: Form::Named,
        doc: "An organisation of the site. A site that lists any has just those that it lists, and none of its kit.",
        keys: organisation_keys(),
    }
}

fn board() -> Section {
    Section {
        path: "site.board",
        form: Form::Nameless,
        doc: "A collaborative board: an executive and a manager of each member organisation, or whom its kind says.",
        keys: vec![
            key("kind", Rule::Defined(WordList::BoardKind), "Its kind: one of the file's [[board_kind]].")
                .otherwise("none"),
            key("members", names(1), "Names of at least two organisations of the site, or [\"all\"].")
                .otherwise("required, unless its kind says"),
            key("formality", share(), "How formal it is.").otherwise("0.5, or what its kind says"),
            key("start", Rule::Month, "Its first month; may lie before the run.").otherwise("the programme's start"),
            key("end", Rule::Month, "The first month after it.").otherwise("never"),
        ],
    }
}

/// What an initiative is like; each kind has these, an initiative may have its own.
pub(super) fn attribute_keys() -> Vec<Key> {
    vec![
        key("complexity", share(), "How broad and loosely defined: the reverse of how bounded."),
        key(
            "cost",
            Rule::Number { low: 0.0, high: UNBOUNDED, above: true },
            "Cost at full scale, in thousands of the currency a month (pounds, in the built-in vocabulary).",
        ),
        key("cash_releasing", share(), "How far its benefits can be taken out as cash by those who pay."),
        key("metric_alignment", share(), "How far the programme's metrics see what it does."),
        key("local_value", share(), "What it is worth to local people: weighs its performance in perceived success."),
    ]
}

fn initiative() -> Section {
    let mut keys = vec![
        key(
            "kind",
            Rule::Open(WordList::InitiativeKind),
            "Its kind: built in, or one of the file's [[initiative_kind]].",
        ),
        key("name", Rule::OwnName, "Its name, unique in the site.").otherwise("the kind's label"),
        key("origin", Rule::Words(WordList::Origin), "Whether it ran before the programme.")
            .otherwise("\"pre-existing\" if it starts before the programme"),
        key("start", Rule::Month, "Its first month.").otherwise(
            "the programme's start; if pre-existing, the run's start (or the month before the programme, if earlier)",
        ),
        key("lead", Rule::Name, "Its lead organisation.")
            .otherwise("the first organisation of the first kind needed that the site has"),
        key("partners", names(0), "Organisations that take part; the lead always does.")
            .otherwise("the first of each kind needed that the site has"),
        key("champion", Rule::Defined(WordList::Role), "The role that its champion comes from.")
            .otherwise("whoever is most able"),
    ];
    keys.extend(attribute_keys().into_iter().map(|key| key.otherwise("the kind's")));
    keys.push(methods_key().otherwise("the kind's"));
    keys.extend([
        key("scale", share(), "Scale at its start.").otherwise("by the model's rules"),
        key("normalisation", share(), "How routine it is at its start.").otherwise("by the model's rules"),
        key("fit", share(), "Fit to the place at its start.").otherwise("by the model's rules"),
        key("core_share", share(), "Part of its cost that core budgets carry at its start.")
            .otherwise("by the model's rules"),
    ]);
    Section {
        path: "site.initiative",
        form: Form::Named,
        doc: "An initiative of the site. What it is like comes from its kind unless it is given here.",
        keys,
    }
}

/// How the organisations of an initiative co-ordinate.
pub(super) fn methods_key() -> Key {
    key(
        "coordination",
        Rule::List { of: Box::new(Rule::Words(WordList::Coordination)), least: 0 },
        "Methods by which its organisations co-ordinate, besides trust and brokers.",
    )
}

fn actor() -> Section {
    const DRAWN: &str = "drawn by role";
    let mut keys = vec![
        key("name", Rule::Name, "The name in event logs."),
        key("organisation", Rule::Name, "The organisation."),
        key(
            "role",
            Rule::Defined(WordList::Role),
            "The role; the first of these posts that is not yet named is taken.",
        ),
        key("vision", share(), "Skill: picturing the future, and saying it.").otherwise(DRAWN),
        key("framing", share(), "Skill: putting change so that it chimes with the listener.").otherwise(DRAWN),
        key("leveraging", share(), "Skill: using a position.").otherwise(DRAWN),
        key("seizing", share(), "Skill: seizing opportunities.").otherwise(DRAWN),
        key("risk_taking", share(), "Skill: acting beyond one's role.").otherwise(DRAWN),
        key("brokering", share(), "Skill: brokering and translating between organisations.").otherwise(DRAWN),
        key("external_support", share(), "Skill: harnessing external support.").otherwise(DRAWN),
        key("political", share(), "Receptivity to political authority: badge, consultation, mandate.").otherwise(DRAWN),
        key("economic", share(), "Receptivity to money and the burning platform.").otherwise(DRAWN),
        key("norms", share(), "Receptivity to collaboration as the norm.").otherwise(DRAWN),
        key("values", share(), "Receptivity to the public-service ethos.").otherwise(DRAWN),
        key("data", share(), "Receptivity to figures that show something.").otherwise(DRAWN),
    ];
    keys.extend([
        key("hierarchical", share(), "Hierarchical position.").otherwise("the role's"),
        key("clinical", Rule::Flag, "Clinical background: the same as `professional`.").otherwise("the role's"),
        key("professional", Rule::Flag, "Whether this person belongs to the profession of the field.")
            .otherwise("the role's"),
        key("spanner", Rule::Flag, "Whether the post is a boundary-spanning one.").otherwise("the role's"),
        key("disposition", signed(), "The enthusiasm that this person returns to; below 0 is cynicism.")
            .otherwise(DRAWN),
        key("tenure", Rule::Number { low: 0.0, high: 1200.0, above: false }, "Months in post at the start.")
            .otherwise(DRAWN),
        key("reputation", share(), "Reputation at the start.").otherwise(DRAWN),
        key("headroom", share(), "Time that the post leaves outside core duties.").otherwise("the role's"),
        key("leaves", Rule::Month, "A month of the run in which this person leaves, whatever chance says.")
            .otherwise("by chance"),
    ]);
    Section {
        path: "site.actor",
        form: Form::Named,
        doc: "A named individual in one of the posts, where a story needs one.",
        keys,
    }
}
