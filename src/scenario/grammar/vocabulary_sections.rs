use super::key::key;
use super::rule::{share, signed};
use super::site_sections::{attribute_keys, methods_key, organisation_keys};
use super::{Form, Key, Rule, Section, WordList};

pub(super) fn vocabulary() -> Section {
    let word = |name, doc| key(name, Rule::Name, doc);
    Section {
        path: "vocabulary",
        form: Form::Table,
        doc: "What the field calls things: whether its words start from the built-in ones of a local health economy, and what \
              reports say.",
        keys: vec![
            key(
                "extends",
                Rule::Words(WordList::Ground),
                "The words that there are besides those of this file: \"nhs\" has the built-in kinds of organisation, roles, kits \
                 and kinds of initiative, \"blank\" has none.",
            )
            .or("\"nhs\""),
            word("currency", "What money is counted in, in the plural; amounts are in thousands of it.").or("\"pounds\""),
            word("sign", "Its sign before an amount.").or("\"£\""),
            word("programme", "What the programme is called, with its article.").or("\"the programme\""),
            word("level", "The level that the programme comes from, as an adjective.").or("\"national\""),
            word("site", "What a site is called.").or("\"site\""),
            word("sites", "What several are called.").or("\"sites\""),
            word("people", "Those whom sites serve, in the plural: what `population` counts.").or("\"people\""),
            word(
                "need",
                "What the programme's metrics count and initiatives are to bring down, in the plural.",
            )
            .or("\"emergency admissions\""),
            key("stages", Rule::Section(stages()), "Names of the stages of an initiative.").otherwise("its defaults"),
        ],
    }
}

fn stages() -> Section {
    let word = |name, doc| key(name, Rule::Name, doc);
    Section {
        path: "vocabulary.stages",
        form: Form::Table,
        doc: "What the stages in the life of an initiative are called.",
        keys: vec![
            word("beginning", "It reaches almost nobody yet, or is being put into practice.").or("\"beginning\""),
            word("operating", "It is in operation.").or("\"operating\""),
            word("scaled_back", "It runs at less than half of its peak.").or("\"scaled back\""),
            word("absorbed", "It is routine, and core budgets carry it.").or("\"business as usual\""),
            word("ended", "It has ended.").or("\"ended\""),
        ],
    }
}

/// Where the numbers of an entry come from.
fn source() -> Key {
    key("source", Rule::Text, "Where its numbers come from, for readers of `safsim list`.").or("\"\"")
}

pub(super) fn organisation_kind() -> Section {
    Section {
        path: "organisation_kind",
        form: Form::Named,
        doc: "A kind of organisation. What the model does with an organisation follows from these properties of its kind.",
        keys: vec![
            key("name", Rule::Snake, "Its name in scenario files; not that of a built-in kind."),
            key("label", Rule::OwnName, "Its name for a reader, and that of an organisation without one.")
                .otherwise("its name in words"),
            key("own_interest", share(), "Its organisations' pressure to put their own interest first, unless they say.")
                .or("0.4"),
            key("headroom", signed(), "Added to everybody's time outside core duties, unless its organisations say.")
                .or("0.0"),
            key(
                "turnover",
                Rule::Any(vec![share(), Rule::Words(WordList::Turnover)]),
                "How often its people leave: \"usual\" by their group, \"high\" all of them as often as those of care homes \
                 (`leave_care_home`), or their chance of leaving in a month.",
            )
            .or("\"usual\""),
            key("contract", Rule::Flag, "Whether the contract of a later policy, [policy.contract], is offered to it.")
                .or("false"),
            key("enters", Rule::Flag, "Whether it is there only once a new entrant comes.").or("false"),
            key(
                "watched",
                Rule::Words(WordList::Watched),
                "What tables tell of it on its own: the mean \"enthusiasm\" of its people (of two kinds at most), or its part \
                 in the \"memberships\" of live initiatives (of one).",
            )
            .or("\"nothing\""),
            source(),
        ],
    }
}

pub(super) fn role() -> Section {
    const MIDDLING: &str = "that of a middling role of its group";
    Section {
        path: "role",
        form: Form::Named,
        doc: "A role: what people in it are like on average. A middling executive is like the built-in `director`, a middling manager \
              like `manager`, and front line like `nurse`.",
        keys: vec![
            key("name", Rule::Snake, "Its name in scenario files; not that of a built-in role."),
            key("label", Rule::OwnName, "Its name for a reader.").otherwise("its name in words"),
            key(
                "group",
                Rule::Words(WordList::Group),
                "Where it stands in its organisation: sets turnover, enrolment, who sits on boards and who decides.",
            ),
            key("hierarchical", share(), "Hierarchical position.").otherwise(MIDDLING),
            key(
                "professional",
                Rule::Flag,
                "Whether people in it belong to the profession of the field, who persuade one another more easily and whose \
                 standing counts for more.",
            )
            .or("false"),
            key("spanner", Rule::Flag, "Whether it is a boundary-spanning post: linked with other organisations.").or("false"),
            key("engagement", Rule::Flag, "Whether it leads the engagement of public and staff.").or("false"),
            key("programme_funded", Rule::Flag, "Whether the programme pays for it, on a contract that ends with the money.")
                .or("false"),
            key("skills", Rule::Numbers { of: WordList::Skill, low: 0.0, high: 1.0 }, "Mean of each skill.")
                .otherwise(MIDDLING),
            key("receptivity", Rule::Numbers { of: WordList::Authority, low: 0.0, high: 1.0 }, "Mean receptivity to each source of authority.")
                .otherwise(MIDDLING),
            key("disposition", signed(), "Mean enthusiasm that people return to.").otherwise(MIDDLING),
            key("tenure", Rule::Number { low: 0.0, high: 1200.0, above: false }, "Mean months in post at the start.")
                .otherwise(MIDDLING),
            key("reputation", share(), "Mean reputation at the start.").otherwise(MIDDLING),
            key("headroom", share(), "Share of time that the core job leaves free for change.").otherwise(MIDDLING),
            source(),
        ],
    }
}

pub(super) fn kit() -> Section {
    let organisation = Section {
        path: "kit.organisation",
        form: Form::Named,
        doc: "An organisation that a site of this kit has.",
        keys: organisation_keys(),
    };
    Section {
        path: "kit",
        form: Form::Named,
        doc: "A type of site: the organisations that it has, unless it lists its own.",
        keys: vec![
            key("name", Rule::Slug, "Its name: what `type` and `kit` of a site say; not that of a built-in kit."),
            key("member", Rule::Flag, "Whether such sites are members of the programme, unless they say.").or("true"),
            key("serves", share(), "Part of a site's population that such sites serve.").or("1.0"),
            source(),
            key("organisation", Rule::Section(organisation), "Its organisations."),
        ],
    }
}

pub(super) fn initiative_kind() -> Section {
    let kinds = |least| Rule::List { of: Box::new(Rule::Defined(WordList::OrganisationKind)), least };
    let mut keys: Vec<Key> = vec![
        key("name", Rule::Snake, "Its name in scenario files; not that of a built-in kind."),
        key("label", Rule::OwnName, "Its name for a reader.").otherwise("its name in words"),
    ];
    keys.extend(attribute_keys());
    keys.extend([
        key(
            "needs",
            kinds(1),
            "Kinds of organisation that it needs; the first one that a site has leads, unless the initiative says.",
        ),
        key("payers", kinds(0), "Kinds of organisation that pay for it.").otherwise("its lead"),
        key(
            "savers",
            kinds(0),
            "Kinds of organisation that save by it. Those of them that do not pay take their part out of `cash_releasing`: what one \
             saves and another pays for releases no cash.",
        )
        .otherwise("those who pay"),
        key("copyable", Rule::Flag, "Whether places that lack it may copy it.").or("true"),
        methods_key().or("[]"),
        source(),
    ]);
    Section { path: "initiative_kind", form: Form::Named, doc: "A kind of initiative besides the built-in ones.", keys }
}

pub(super) fn board_kind() -> Section {
    Section {
        path: "board_kind",
        form: Form::Named,
        doc: "A kind of board: what its boards are like unless they say.",
        keys: vec![
            key("name", Rule::Snake, "Its name in scenario files."),
            key("label", Rule::OwnName, "Its name for a reader.").otherwise("its name in words"),
            key("formality", share(), "How formal its boards are.").or("0.5"),
            key(
                "seats",
                Rule::List { of: Box::new(Rule::Words(WordList::Group)), least: 1 },
                "Groups of which one person of each member organisation sits on it.",
            )
            .or("[\"executive\", \"manager\"]"),
            key(
                "members",
                Rule::List { of: Box::new(Rule::Defined(WordList::OrganisationKind)), least: 0 },
                "Kinds of organisation whose organisations are its members; none stands for all of a site.",
            )
            .or("[]"),
            source(),
        ],
    }
}
