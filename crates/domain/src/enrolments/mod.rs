//! Enrolments: a person in a program, as mentor, mentee or both.

mod forms;
pub mod views;

pub use crate::shared::{EnrolmentAction, EnrolmentStatus};
pub use forms::{EnrolmentDraft, EnrolmentFields, JoinFacts, capacity, may_join};
