//! Enrolments: joining a program, and what its coordinator does with participants and questions.

mod actions;
mod api;
mod join;
mod own;
mod participant;
mod participants;
mod question_field;
mod question_form;
mod questions;
mod words;

pub use api::*;
pub use join::JoinPage;
pub use participants::ParticipantsPage;
pub use questions::QuestionsPage;
