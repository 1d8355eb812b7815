//! `safsim list`: what there is, from the same tables that the model reads.
//!
//! Purpose: one file per topic, each giving a [`Listing`]. Must never know: rules of the model.

mod kinds;
mod kits;
mod listing;
mod metrics;
mod parameters;
mod roles;
mod scenarios;
mod settings;
mod shocks;
mod value;

use super::arguments::{ListFormat, ListOptions, Topic};
use super::terminal::say;
use super::trouble::Trouble;
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
        Topic::Settings => settings::settings(),
        Topic::Metrics => metrics::metrics(),
    }
}

/// `safsim list`.
pub(super) fn list(options: &ListOptions) -> Result<(), Trouble> {
    match (options.what, options.format) {
        (None, ListFormat::Csv) => {
            Err(Trouble::Wrong("a CSV table holds one topic\n  try: safsim list parameters --format csv".to_owned()))
        }
        (None, ListFormat::Text) => {
            let texts: Vec<String> = Topic::value_variants().iter().map(|&t| listing(t).text()).collect();
            say(&texts.join("\n"))
        }
        (Some(topic), ListFormat::Text) => say(&listing(topic).text()),
        (Some(topic), ListFormat::Csv) => say(&listing(topic).csv()),
    }
}
