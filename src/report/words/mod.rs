//! Names, numbers and times in words, for whoever reads: the same in a terminal, a picture and a page.
//!
//! Must never know: where they are written.

#![cfg_attr(not(feature = "page"), expect(unused_imports, reason = "only tables, pictures and the page use them"))]

mod axis_words;
mod clock_words;
mod condition_words;
mod evidence_counts;
mod evidence_wording;
mod field_told;
mod figure;
mod hinge_words;
mod letter_case;
mod markdown;
pub(super) mod metric_words;
mod model_words;
mod money_figures;
mod money_words;
mod origin_words;
mod page_words;
mod programme_words;
mod quantities;
mod standing_words;
mod swept_value;
mod varied_words;
mod written;

pub(super) use axis_words::{axis_amount, axis_name, axis_short, axis_value, setting_words};
pub(super) use clock_words::{by_end, clock_words, has_same_sites, own_time, sites_words, swept_clock_words};
pub(super) use condition_words::{alive_difference, apart_words, made_words, survival_points};
pub(super) use evidence_counts::{ROBUST, counted, tested, verdict_sign};
pub(super) use evidence_wording::{
    anchor, cell, effect, ends_words, main_effect, mechanism, per_set, percent, verdict, with_unit,
};
pub use field_told::{
    FieldTold, ToldBoard, ToldKind, ToldKindOfOrganisation, ToldMoney, ToldPlace, ToldShock, ToldSite, ToldWork,
};
pub(super) use figure::{amount, average_percent, count, interval, plain, with_minus};
pub(super) use hinge_words::{discovery_sentences, p_words, rule_lines, rule_settings, sensitivity_sentences};
pub(super) use letter_case::{capital, lower};
pub(super) use markdown::{in_code, in_words};
pub(super) use metric_words::{column_heads, short};
pub(super) use model_words::{best_in, largest_over_models, unsure_signs};
pub(super) use money_figures::money_figures;
pub(super) use money_words::{explained, rescaled};
pub(super) use origin_words::origin_words;
pub use page_words::{PAGE_WORDS, PageWord};
pub(super) use programme_words::{no_end, pays, takes_part, when_it_ended};
pub(super) use quantities::{
    difference, difference_of, is_share, level, range, sure, sure_difference, sure_level, unit,
};
pub(super) use standing_words::{Manner, listed, of_the_living, quoted, standing};
pub(super) use swept_value::swept_value;
pub(super) use varied_words::{varied_change, varied_ends, varied_inputs, varied_level, varied_title, varied_unit};
pub(super) use written::written;
