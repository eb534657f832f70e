//! What can be done on the list of participants: made once for the page, used by its rows.

use super::{ApproveEverybody, ChangeCapacity, DecideEnrolment};
use crate::ui::form::FormAction;

/// The actions of the list, made once for all its rows.
#[derive(Clone, Copy)]
pub(super) struct ParticipantActions {
    pub decide: FormAction<DecideEnrolment>,
    pub capacity: FormAction<ChangeCapacity>,
    pub approve_all: FormAction<ApproveEverybody>,
}
