//! Parts of pages that several features show: they know the domain's words, but no feature, so that features need not take them from
//! each other.
//!
//! What is not here: parts that know nothing of mentoring (`ui`), and whatever calls a feature's server functions.

mod fit;
mod mentorship_words;
mod program_cards;
mod program_tabs;
mod program_words;
mod proposal_words;
mod space;
mod waiting;
mod who;
mod zone_select;

pub(crate) use fit::{FitParts, Reasons, parts, sentence};
pub(crate) use mentorship_words::MentorshipBadge;
pub(crate) use program_cards::ProgramCards;
pub(crate) use program_tabs::{ProgramTab, ProgramTabs};
pub(crate) use program_words::{dates, length};
pub(crate) use proposal_words::proposal_badge;
pub(crate) use space::{SpaceTop, pair_title, space_crumbs};
pub(crate) use waiting::WaitingList;
pub(crate) use who::Who;
pub(crate) use zone_select::ZoneSelect;
