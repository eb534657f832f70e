//! A match run of the demo: a draft for everybody who waits in the organisation's program, made as it is always made.

use crate::{Ctx, Error, match_runs};
use domain::PersonId;
use domain::match_runs::RunSettings;
use store::Tx;
use store::programs::Program;

/// Makes it. The demo is small, so it is paired while the transaction is open.
pub(super) async fn make(ctx: &Ctx, tx: &mut Tx, program: &Program, by: PersonId) -> Result<(), Error> {
    match_runs::make_here(ctx, tx, program, by, RunSettings::for_template(program.template)).await
}
