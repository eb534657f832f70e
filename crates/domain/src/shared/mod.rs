//! Words that several features speak: whoever needs one takes it from here, and not from another feature.
//!
//! What it does not do: hold anything that one feature alone is about, or know any feature.

mod direction;
mod enrolment;
mod pages;
mod profile;
mod refs;

pub use direction::{Direction, shift};
pub use enrolment::{EnrolmentAction, EnrolmentStatus};
pub use pages::{Pages, Travel};
pub use profile::{HelpKind, WeeklySlot};
pub use refs::{Face, Named, OrganisationRef, ProgramRef};
