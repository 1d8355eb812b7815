//! **safsim**: policy implementation in nested strategic action fields. An agent-based simulator that asks why a national
//! programme's initiatives live in one place and die in another.
//!
//! Whole studies are conducted through the room [`study`]; the command line is one of its users.
//!
//! ```
//! use safsim::report::Format;
//! use safsim::scenario::{Source, load_study};
//! use safsim::study::{Options, compare, conduct};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = r#"
//!     name = "what-if"
//!     extends = "single-site"
//!     [[regime]]
//!     name = "as it is"
//!     [[regime]]
//!     name = "half the money"
//!     set = { "programme.funding.award" = 0.3 }
//! "#;
//! let study = load_study(&Source::Text { name: "what-if.toml".into(), text: text.into() }, &[])?;
//! let options = Options { replicates: Some(50), ..Options::default() };
//!
//! let survival = conduct(&study, &options)?.survival();
//! println!("{:.0} % survive, 95 % interval {:.2?}", 100.0 * survival.mean, survival.interval);
//!
//! let comparison = compare(&study, &options)?;
//! for (arm, difference) in comparison.differences("alive_at_horizon") {
//!     println!("{arm}: {:+.1} alive at the end, ± {:.1}", difference.mean, difference.half_width);
//! }
//! let folder = tempfile::tempdir()?;
//! comparison.write_tables(folder.path(), Format::Csv)?;
//! assert!(folder.path().join("effects.csv").is_file());
//! # assert!(survival.has_interval() && comparison.difference("half the money", "alive_at_horizon").is_some());
//! # Ok(())
//! # }
//! ```
//!
//! # The rooms
//!
//! Every import goes down this list; `docs/architecture.md` says what each room must never know.
//!
//! | Room | What is in it |
//! | --- | --- |
//! | [`study`] | whole studies: run, compare, sweep, try the reported findings, explain one initiative |
//! | [`report`] | tables, pictures, the page, the results folder |
//! | [`experiment`] | many runs: which there are, on all threads, kept, resumed |
//! | [`evidence`] | the reported findings as data, and their verdicts |
//! | [`engine`] | one run: scenario, seed and replicate in, record out |
//! | [`analysis`] | records to findings: survival, incidence, paired contrasts, stories |
//! | [`processes`] | what happens in a month, one file each |
//! | [`world`] | the state of the fields |
//! | [`scenario`] | what a user asks: TOML to a checked study, or mistakes with their places |
//! | [`record`] | what a run leaves behind |
//! | [`stats`], [`chart`] | estimators on plain numbers; pictures of plain series |
//! | [`quantity`], [`random`], [`diagnostics`], [`disk`], [`letters`] | the ground: checked numbers, streams of chance, mistakes in texts, files, letters that are seen |
//!
//! The model itself is described in `docs/model.md`.
//!
//! # Features
//!
//! All of them are on by default. Without any, the library compiles for `wasm32-unknown-unknown`, and conducts every study with its
//! runs in memory.
//!
//! | Feature | What it brings |
//! | --- | --- |
//! | `cli` | the `safsim` program: arguments, progress, signals, the terminal (with all of the following) |
//! | `page` | `report.html`, and with it whole results folders and the stories of results (with the next two) |
//! | `tables` | tables as CSV and Parquet |
//! | `pictures` | charts, as SVG with outlines of letters and as PNG |

#![cfg_attr(
    not(feature = "page"),
    expect(dead_code, reason = "words and numbers that only tables, pictures and the page use")
)]

pub mod analysis;
pub mod answers;
pub mod calibration;
#[cfg(feature = "pictures")]
pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostics;
pub mod disk;
pub mod engine;
pub mod evidence;
pub mod experiment;
pub mod letters;
pub mod live;
pub mod processes;
pub mod quantity;
pub mod random;
pub mod record;
pub mod report;
pub mod scenario;
pub mod stats;
pub mod study;
pub mod world;
