//! Goals: the list, a new one, and the page of one goal, on which every act answers with the goal as it is then.

mod actions;
mod api;
mod comments;
mod edit;
mod fields;
mod goal;
mod history;
mod list;
mod milestone_edit;
mod milestones;
mod new;
mod progress;
mod status;
mod words;

pub use api::*;
pub use goal::GoalPage;
pub use list::GoalsPage;
pub use new::NewGoalPage;
