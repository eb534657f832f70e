//! What ends when somebody can't be half of a pair any more: their open proposals, then their open requests. The others are told. All of
//! it is part of the caller's transaction, after the enrolment or the program was held and written.

use super::{proposals, requests};
use crate::{Ctx, Error};
use domain::PersonId;
use store::Tx;
use store::programs::Program;
use store::proposals::Closing;
use use_case::use_case;

/// Ends what is open to somebody who doesn't offer mentoring (any more).
///
/// # Errors
/// [`store::StoreError`] of the database.
#[use_case]
pub async fn close_as_mentor(ctx: &Ctx, tx: &mut Tx, program: &Program, mentor: PersonId) -> Result<(), Error> {
    proposals::close(ctx, tx, program, Closing::ToMentor(mentor)).await?;
    requests::close_as_mentor(ctx, tx, program, mentor).await
}

/// Ends what is open of somebody who doesn't look for a mentor (any more).
///
/// # Errors
/// [`store::StoreError`] of the database.
#[use_case]
pub async fn close_as_mentee(ctx: &Ctx, tx: &mut Tx, program: &Program, mentee: PersonId) -> Result<(), Error> {
    proposals::close(ctx, tx, program, Closing::ToMentee(mentee)).await?;
    requests::close_as_mentee(ctx, tx, program, mentee).await
}

/// Ends all that is open in a program that ends.
///
/// # Errors
/// [`store::StoreError`] of the database.
#[use_case]
pub async fn close_for_program(ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<(), Error> {
    proposals::close(ctx, tx, program, Closing::All).await?;
    requests::close_for_program(ctx, tx, program).await
}

/// Ends what is open of somebody whose account is erased, on both sides.
pub(crate) async fn close_for_erasure(ctx: &Ctx, tx: &mut Tx, program: &Program, person: PersonId) -> Result<(), Error> {
    proposals::close_for_erasure(ctx, tx, program, person).await?;
    requests::close_for_erasure(ctx, tx, program, person).await
}
