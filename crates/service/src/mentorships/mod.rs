//! Mentorships: the space of two people, its agreement, its pauses and its end; a person's own and a program's, in lists.
//!
//! Only the two and the coordinators of the program know that a mentorship exists. A coordinator sees how it goes: its state,
//! dates, signatures and how far goals are; never what goals say ([`crate::goals`]). How mentorships come about is told in
//! [`crate::pairs`].

mod access;
mod act;
mod ending;
mod home;
mod list;
mod notify;
mod space;
mod waiting;
mod words;

pub use act::{pause, resume, sign_agreement};
pub use ending::{complete, end_early, review};
pub use home::for_home;
pub use list::{ListFilter, PAGE, list};
pub use space::space;

pub(crate) use access::MentorshipAccess;
pub(crate) use notify::{other, recipient};
pub(crate) use words::{first_day, head};
