//! The questions that a program asks when people enrol: what a coordinator changes about them, what answers are checked by, and what was
//! answered. Forms, lists, tables and files of people all come here, so that they mean the same by an answer.

mod answers;
mod edit;

pub use answers::Typed;
pub(crate) use answers::{Answers, check, still_answers};
pub use edit::{add, edit, page, remove, shift};

use crate::Error;
use domain::programs::questions::Question;
use store::programs::Program;
use store::{Tx, questions};

/// A program's questions in their order.
pub(crate) async fn asked_by(tx: &mut Tx, program: &Program) -> Result<Vec<Question>, Error> {
    Ok(questions::of_program(tx, program.id).await?)
}
