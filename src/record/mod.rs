//! What a run leaves behind: plain data, written by the engine and read by analysis and report.
//!
//! Purpose: the only thing that crosses between the tower that makes runs and the tower that reads them.
//! Must never know: how it was made.

mod alteration;
mod event;
mod fate;
mod followed;
mod leaving;
mod metric;
mod panel;
mod run;
mod setting;
mod snapshot;
mod stage;

pub use crate::quantity::{Origin, ShockKind};
pub use alteration::{Alteration, Change};
pub use event::{Event, EventKind};
pub use fate::{Cause, Causes, Fate};
pub use followed::{Cast, InitiativeMonth, Post, SiteRecord, Watched};
pub use leaving::Leaving;
pub use metric::{Metric, Pooling};
pub use panel::Panel;
pub use run::{Money, RunRecord};
pub use setting::{Milestone, PlaceKind, PlaceName, Setting, SiteLabel};
pub use snapshot::{InitiativeMembers, Occupancy, SlotState, TrustSnapshot};
pub use stage::LifeStage;
