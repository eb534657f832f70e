//! Goals: the two of a mentorship set them, work on them, talk about them and reach them.
//!
//! Who may do what is `domain`'s table ([`domain::goals::may`]). Every act answers with the goal as it is afterwards, so that a
//! page can show it without asking again. To a coordinator goals are numbers in overviews: these use cases are forbidden
//! to them, and to everybody else there is no such goal.

mod access;
mod comments;
mod create;
mod edit;
mod list;
mod meanwhile;
mod milestone_edit;
mod milestones;
mod moves;
mod notify;
mod templates;
mod view;
mod words;

pub use comments::comment;
pub use create::{MilestoneRows, create};
pub use edit::{edit, set_progress};
pub use list::{list, start};
pub use milestone_edit::edit_milestone;
pub use milestones::{add_milestone, move_milestone, remove_milestone, tick};
pub use moves::{achieve, drop_goal, reopen, take};
pub(crate) use templates::starts;
pub use view::view;
