//! `safsim list`: what there is, from the same tables that the model reads.
//!
//! Purpose: one file per topic, each giving a [`Listing`]. Must never know: rules of the model.

mod kinds;
mod kits;
mod listing;
mod metrics;
mod parameters;
mod roles;
mod rules;
mod scenarios;
mod settings;
mod shocks;
mod value;

use super::arguments::{ListArguments, ListFormat, Topic};
use super::command_error::CommandError;
use super::terminal::print_output;
use clap::ValueEnum;
use listing::{Listed, Listing};
use value::Value;

fn listing(topic: Topic) -> Listing {
    match topic {
        Topic::Scenarios => scenarios::scenarios(),
        Topic::Kinds => kinds::kinds(),
        Topic::Shocks => shocks::shocks(),
        Topic::Parameters => parameters::parameters(),
        Topic::Roles => roles::roles(),
        Topic::Kits => kits::kits(),
        Topic::Posts => kits::posts(),
        Topic::Rules => rules::rules(),
        Topic::Settings => settings::settings(),
        Topic::Metrics => metrics::metrics(),
    }
}

/// `safsim list`.
pub(super) fn list(options: &ListArguments) -> Result<(), CommandError> {
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
