use super::key::key;
use super::rule::{share, signed};
use super::{Form, Rule, Section, WordList};

pub(super) fn shock() -> Section {
    Section {
        path: "shock",
        form: Form::Nameless,
        doc: "Something that happens to sites from outside.",
        keys: vec![
            key("kind", Rule::Words(WordList::ShockKind), "What happens."),
            key("month", Rule::Month, "When it strikes: a month of the run. Either this or `rate`.").otherwise("by `rate`"),
            key("rate", share(), "The chance that it strikes a site in a month. Either this or `month`.")
                .otherwise("in `month`"),
            key(
                "scope",
                Rule::Any(vec![Rule::Word("all"), Rule::Word("members"), Rule::Section(scope())]),
                "Whom it strikes: \"all\" sites, the programme's \"members\", or { region = \"..\" }, { site = \"..\" }, \
                 { site = \"..\", organisation = \"..\" }, { site = \"..\", initiative = \"..\" }.",
            )
            .or("\"members\""),
            key("magnitude", signed(), "How hard, 0 to 1; from -1 for a change of legislation. Of a loss of people, what somebody feels who has lost \
                 all whom they leaned on.").or("0.5"),
            key("duration", Rule::Whole { low: 0, high: 1200 }, "Months that it lasts; 0 is for good.").or("0"),
            key("target", Rule::Words(WordList::StaffTarget), "Only for `staff_loss`: who goes.").or("\"random\""),
            key(
                "count",
                Rule::Whole { low: 1, high: 60_000 },
                "Only for `staff_loss`: how many go from each site that it strikes.",
            )
            .otherwise("`magnitude` as a share of people"),
        ],
    }
}

fn scope() -> Section {
    Section {
        path: "scope",
        form: Form::Inline,
        doc: "Part of the field that a shock strikes.",
        keys: vec![
            key("region", Rule::Name, "All sites of this region.").otherwise("-"),
            key("site", Rule::Name, "This site.").otherwise("-"),
            key("organisation", Rule::Name, "With `site`: this organisation of it.").otherwise("-"),
            key("initiative", Rule::Name, "With `site`: this initiative of it.").otherwise("-"),
        ],
    }
}
