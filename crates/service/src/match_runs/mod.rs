//! Match runs: a coordinator pairs everybody who waits at once, looks at it, turns a weight or keeps a pair, publishes it, and
//! may take it back until somebody has acted on it.
//!
//! What pairs people is the crate `pairing`, which the browser runs as well; how two people fit is [`crate::fit`]'s. Nothing
//! slow happens while a transaction is open: people are read, paired, and then the result is written if nothing changed
//! meanwhile. Whether a pair may become a mentorship is decided anew when it is published, under the same locks as when two
//! are brought together by hand ([`crate::pairs`]).

mod compare;
mod compute;
mod desk;
mod export;
mod groups;
mod known;
mod named;
mod preferences;
mod progress;
mod proposing;
mod publish;
mod reasons;
mod run;
mod undo;
mod view;
mod words;

pub use compare::compare;
pub use desk::desk;
pub use export::pairs_table;
pub use groups::groups;
pub use known::people;
pub use named::adjust_named;
pub use progress::{progress, stop};
pub(crate) use proposing::propose_here;
pub use publish::{Published, publish};
pub use reasons::reasons;
pub(crate) use run::make_here;
pub use run::{adjust, change, make, save};
pub use undo::undo;
pub use view::view;

use crate::announce::{Batch, Event};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use serde_json::json;
use store::match_runs::MatchRun;
use store::programs::Program;

/// Mentees times mentors that a browser can pair while somebody waits: a second on a phone.
const TRY_HERE: usize = 500_000;

/// Puts an event about a run into a batch.
fn event(ctx: &Ctx, batch: &mut Batch, by: PersonId, program: &Program, run: &MatchRun, kind: EventKind) {
    batch.event(ctx, Event::in_program(program, kind, Some(by), run.id.0).with(json!({ "number": run.number })));
}

/// A change of something that changed meanwhile.
fn conflict() -> Error {
    Error::Conflict(String::new())
}
