//! Leaving: somebody has their account deleted, may come back for some days, and is erased then; and takes their data along.
//!
//! An erased person's row stays, emptied; `store::leaving::places` says what becomes of everything else. What two people made together
//! stays the other one's. Until the day comes only one thing is different: nobody finds, asks or pairs whoever leaves.

mod copy;
mod erase;
mod notify;
mod schedule;

pub use copy::{OwnData, copy};
pub use erase::{erase_due, erase_now};
pub use schedule::{ask, keep};

use crate::Error;
use domain::{PersonId, Problem, ProblemCode, Problems};
use store::Tx;
use store::leaving;

/// Nobody goes without whom an organisation would have no owner, or a program under way no coordinator. What is wrong stands beside
/// `field`.
async fn may_go(tx: &mut Tx, person: PersonId, field: &str) -> Result<(), Error> {
    let owner = leaving::only_owner_of(tx, person).await?.into_iter().map(|needs| ProblemCode::OnlyOwner { organisation: needs.name });
    let coordinator = leaving::only_coordinator_of(tx, person).await?;
    let coordinator = coordinator.into_iter().map(|needs| ProblemCode::OnlyCoordinator { program: needs.name });
    let problems = owner.chain(coordinator).map(|code| Problem { field: field.to_owned(), code }).collect();
    Ok(Problems(problems).into_result()?)
}
