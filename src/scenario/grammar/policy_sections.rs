use super::faults::UNBOUNDED;
use super::key::key;
use super::rule::{line, share};
use super::{Form, Rule, Section, WordList};

pub(super) fn run() -> Section {
    Section {
        path: "run",
        form: Form::Table,
        doc: "What `safsim run` does unless told otherwise.",
        keys: vec![
            key("replicates", Rule::Whole { low: 1, high: 1_000_000 }, "How many times chance is played out.")
                .or("200"),
            key(
                "seed",
                Rule::Whole { low: 0, high: 1 << 53 },
                "Seed of all randomness: the same seed gives the same bytes.",
            )
            .or("1"),
        ],
    }
}

pub(super) fn time() -> Section {
    Section {
        path: "time",
        form: Form::Table,
        doc: "The months that are simulated.",
        keys: vec![
            key("start", Rule::Month, "The first month.")
                .otherwise("a year before the programme's start; without that, \"2014-04\", or required in a vocabulary from \"blank\""),
            key("months", Rule::Whole { low: 1, high: 1200 }, "How many months are simulated.")
                .otherwise("to four years after the programme's end"),
        ],
    }
}

pub(super) fn programme() -> Section {
    Section {
        path: "programme",
        form: Form::Table,
        doc: "The national programme.",
        keys: vec![
            key("start", Rule::Month, "Its first month.").otherwise("a year after the run's start"),
            key("end", Rule::Month, "The first month after it.").otherwise("three years after its start"),
            key(
                "badge",
                line(0.0, 1.0),
                "The licence of membership, and the feeling of being chosen: a number is its strength at the award, which \
                 then fades by the model's rules; points are exactly its course.",
            )
            .or("0.8"),
            key("consonance", line(0.0, 1.0), "How far its values chime with the public-service ethos.").or("0.8"),
            key(
                "permissiveness",
                Rule::Any(vec![line(0.0, 1.0), Rule::Word("team")]),
                "Freedom to set own aims and try things; \"team\" is what the national team makes of it.",
            )
            .or("\"team\""),
            key(
                "metric_focus",
                Rule::Any(vec![line(0.0, 1.0), Rule::Word("team")]),
                "Share of attention and of money decisions that goes to the few national metrics; \"team\" is what the national \
                 team makes of it.",
            )
            .or("\"team\""),
            key(
                "ambiguity",
                share(),
                "How far its goals and means are left open: places try more different things, and what they find is less alike.",
            )
            .or("0.0"),
            key("conflict", share(), "How far its goals work against one another.").or("0.0"),
            key(
                "purpose",
                Rule::Words(WordList::Purpose),
                "What it pilots for: one word for several settings, which `safsim list rules` tells.",
            )
            .otherwise("nothing is changed"),
            key("mandate", share(), "Political mandate on member sites.").or("0.0"),
            key(
                "successor_start",
                Rule::Any(vec![Rule::Month, Rule::Word("none")]),
                "The month from which a successor policy draws attention away, or \"none\".",
            )
            .or("\"none\""),
            key("bridge", share(), "How far a formal bridge carries people and practice into the successor policy.")
                .or("0.0"),
            key("support", Rule::Section(support()), "Account managers and learning events.").otherwise("its defaults"),
            key("funding", Rule::Section(funding()), "The money.").otherwise("its defaults"),
        ],
    }
}

fn support() -> Section {
    Section {
        path: "programme.support",
        form: Form::Table,
        doc: "What the programme does besides paying.",
        keys: vec![
            key("account_managers", Rule::Flag, "Whether account managers visit member sites.").or("false"),
            key("caseload", Rule::Whole { low: 1, high: 1_000_000 }, "Member sites that each of them looks after.").or("5"),
            key(
                "price",
                Rule::Number { low: 0.0, high: 1e9, above: false },
                "What each of them costs, thousand pounds a month, out of the programme's budget if it has one.",
            )
            .or("0"),
            key(
                "stance",
                Rule::Any(vec![share(), Rule::Word("permissiveness")]),
                "How they come: 1 only supports, 0 only presses; \"permissiveness\" follows that line.",
            )
            .or("\"permissiveness\""),
            key(
                "learning_event_every",
                Rule::Whole { low: 0, high: 1200 },
                "Months between learning events; 0 for none.",
            )
            .or("0"),
            key(
                "good_news",
                share(),
                "How far the programme tells good news only: at 0 also what failed. That the NHS's leaned to good news is \
                 reported, how far is a guess.",
            )
            .or("0.0"),
            key(
                "guides",
                Rule::Number { low: 0.0, high: 3.0, above: false },
                "How-to guides, packs and frameworks that anybody can read, from the programme's start on: to how many people \
                 who have done it those to each kind amount; 0 for none. What they amount to is a guess.",
            )
            .or("0"),
        ],
    }
}

fn funding() -> Section {
    Section {
        path: "programme.funding",
        form: Form::Table,
        doc: "The programme's money.",
        keys: vec![
            key(
                "award",
                Rule::Number { low: 0.0, high: 1000.0, above: false },
                "What is awarded, as a share of the bid (sites may have their own).",
            )
            .or("0.6"),
            key(
                "horizon",
                Rule::Any(vec![Rule::Whole { low: 1, high: 1200 }, Rule::Word("whole"), Rule::Word("annual")]),
                "How long money is known for: the \"whole\" programme, \"annual\" rounds, or rounds of so many months.",
            )
            .or("\"annual\""),
            key("conditional", Rule::Flag, "Whether a site under `threshold` loses the next round.").or("false"),
            key(
                "conditional_from",
                Rule::Any(vec![Rule::Month, Rule::Word("start")]),
                "The month from which that holds, or \"start\" of the programme: rounds decided before are safe, and rules that \
                 come on the way are felt as unjust.",
            )
            .or("\"start\""),
            key(
                "threshold",
                Rule::Number { low: 0.0, high: UNBOUNDED, above: false },
                "The metric effect that the nation asks for: account managers press below it, conditional rounds are lost. \
                 At 1, growth of emergency admissions is 3 % lower than without, as asked of PACS in 2017.",
            )
            .or("1"),
            key("notice", Rule::Whole { low: 0, high: 1200 }, "Months before a round in which its award is told.")
                .or("1"),
            key(
                "taper",
                Rule::Whole { low: 0, high: 1200 },
                "Months over which the money runs down to nothing before the end; 0 for an abrupt end.",
            )
            .or("0"),
            key(
                "profile",
                line(0.0, UNBOUNDED),
                "Relative size of the payments over time, scaled so that its mean over the programme is 1.",
            )
            .or("1.0"),
            key(
                "budget",
                Rule::Any(vec![Rule::Number { low: 0.0, high: UNBOUNDED, above: true }, Rule::Word("none")]),
                "Total given to all members, in thousand pounds: awards are scaled to meet it; or \"none\".",
            )
            .or("\"none\""),
            key(
                "plans",
                Rule::Words(WordList::Plans),
                "What becomes of plans when the award is below the bid: they are \"kept\", or \"cut\" to what is of most \
                 local value for its cost.",
            )
            .or("\"kept\""),
            key("follow_on_expected", share(), "How far people expect other money to follow.").or("0.5"),
        ],
    }
}

pub(super) fn policy() -> Section {
    Section {
        path: "policy",
        form: Form::Table,
        doc: "The policy around the programme.",
        keys: vec![
            key("legislation", line(0.0, 1.0), "Friction from competition and procurement rules.").or("0.5"),
            key("contract", Rule::Section(contract()), "A contract that rolls kinds of initiative out.")
                .otherwise("its defaults"),
        ],
    }
}

fn contract() -> Section {
    Section {
        path: "policy.contract",
        form: Form::Table,
        doc: "A contract offered to general practices everywhere, which pays for kinds of initiative, as that for primary \
              care networks did after the programme.",
        keys: vec![
            key(
                "start",
                Rule::Any(vec![Rule::Month, Rule::Word("none")]),
                "The month from which it can be signed, or \"none\" for no contract.",
            )
            .or("\"none\""),
            key("share", share(), "Part of an initiative's cost that it pays for.").or("0.5"),
            key(
                "kinds",
                Rule::List { of: Box::new(Rule::Open(WordList::InitiativeKind)), least: 0 },
                "Kinds of initiative that it pays for.",
            )
            .or("[]"),
        ],
    }
}

pub(super) fn rules() -> Section {
    let rule = |name, vocabulary, doc| key(name, Rule::Words(vocabulary), doc).otherwise("nothing is changed");
    Section {
        path: "rules",
        form: Form::Table,
        doc: "Rules for major system change: one word each for several settings, which `safsim list rules` tells.",
        keys: vec![
            rule("leadership", WordList::Leadership, "Whether leadership is shared out beyond those who hold office."),
            rule("feedback", WordList::Feedback, "Whether results come back to those who act, also bad ones."),
            rule("history", WordList::History, "Whether plans are made for the place as it has become."),
            rule("physicians", WordList::Physicians, "Whether clinicians lead, or look on."),
            rule("patients", WordList::Patients, "Whether public and staff are talked with, or told."),
        ],
    }
}
