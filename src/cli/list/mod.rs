//! `safsim list`: what there is, from the same tables that the model reads.
//!
//! Purpose: one file per topic, each giving a [`Listing`]. Must never know: rules of the model.

mod boards;
mod kinds;
mod kits;
mod listing;
mod metrics;
mod organisations;
mod parameters;
mod roles;
mod rules;
mod scenarios;
mod settings;
mod shocks;
mod value;

use super::arguments::{ListArguments, ListFormat, Topic};
use super::command_error::CommandError;
use super::scenario_argument::study;
use super::terminal::print_output;
use crate::scenario::{Reach, Scenario, default_scenario};
use clap::ValueEnum;
use listing::{Listed, Listing, sourced};
use value::Value;

fn listing(topic: Topic, scenario: &Scenario) -> Listing {
    match topic {
        Topic::Scenarios => scenarios::scenarios(),
        Topic::Beyond => scenarios::beyond(),
        Topic::Kinds => kinds::kinds(scenario),
        Topic::Shocks => shocks::shocks(),
        Topic::Parameters => parameters::parameters(),
        Topic::Organisations => organisations::organisations(scenario),
        Topic::Boards => boards::boards(scenario),
        Topic::Roles => roles::roles(scenario),
        Topic::Kits => kits::kits(scenario),
        Topic::Posts => kits::posts(scenario),
        Topic::Rules => rules::rules(),
        Topic::Settings => settings::settings(),
        Topic::Metrics => metrics::metrics(),
    }
}

/// `safsim list`.
pub(super) fn list(options: &ListArguments) -> Result<(), CommandError> {
    let scenario = match &options.of {
        Some(argument) => study(argument, &[], Reach::Anywhere)?.scenario,
        None => default_scenario(),
    };
    let listing = |topic| listing(topic, &scenario);
    match (options.what, options.format) {
        (None, ListFormat::Csv) => Err(CommandError::Wrong(
            "a CSV table holds one topic\n  try: safsim list parameters --format csv".to_owned(),
        )),
        (None, ListFormat::Text) => {
            let texts: Vec<String> = Topic::value_variants().iter().map(|&t| listing(t).text()).collect();
            print_output(texts.join("\n"))
        }
        (Some(topic), ListFormat::Text) => print_output(listing(topic).text()),
        (Some(topic), ListFormat::Csv) => print_output(listing(topic).csv()),
    }
}
