//! Who may do what with a goal. The mentee owns it; the mentor proposes and comments. A coordinator of the program sees that
//! goals exist and how far they are (in overviews), and none of their words: what the two work on is theirs.

use super::{GoalAction, GoalStatus};
use crate::mentorships::MentorshipStatus;
use crate::problem::Refusal;

/// What somebody is to a goal. To everybody else it does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalActor {
    /// The mentee of the mentorship: the goal is theirs.
    Mentee,
    /// The mentor of the mentorship.
    Mentor,
    /// A coordinator of the program.
    Coordinator,
}

impl GoalActor {
    /// The state in which a goal of theirs begins: the mentee's is open at once, the mentor's is a proposal.
    #[must_use]
    pub const fn first_status(self) -> GoalStatus {
        match self {
            Self::Mentee => GoalStatus::Open,
            Self::Mentor | Self::Coordinator => GoalStatus::Proposed,
        }
    }
}

/// What somebody wants to do, with the state of the goal where it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalPermission {
    /// Read goals, comments and history.
    Read,
    /// Add a goal (a mentor's is a proposal).
    Add,
    /// Change its fields, or add, remove, rename or reorder its milestones.
    Edit(GoalStatus),
    /// Tick a milestone, or untick it.
    Tick(GoalStatus),
    /// Move it to another state.
    Move(GoalStatus, GoalAction),
    /// Say something about it.
    Comment,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// It isn't theirs to do.
    Forbidden,
    /// It is, but not now.
    Refused(Refusal),
}

/// Whether `actor` may do `permission` in a mentorship in this state.
///
/// Reading is the two's at any time. Everything else needs a mentorship under way (paused counts: thinking
/// goes on). The mentee does everything with a goal. The mentor proposes, edits or takes back what is still a proposal,
/// and comments; milestones are ticked by the mentee alone, because it is theirs to say that something is done.
///
/// # Errors
/// [`Denied`]; what isn't theirs at all before what isn't possible now.
pub const fn may(actor: GoalActor, permission: GoalPermission, mentorship: MentorshipStatus) -> Result<(), Denied> {
    let theirs = match (actor, permission) {
        (GoalActor::Coordinator, _) => false,
        (_, GoalPermission::Read) => return Ok(()),
        (GoalActor::Mentee, _) | (GoalActor::Mentor, GoalPermission::Add | GoalPermission::Comment) => true,
        (GoalActor::Mentor, GoalPermission::Edit(status) | GoalPermission::Move(status, GoalAction::Drop)) => {
            matches!(status, GoalStatus::Proposed)
        }
        (GoalActor::Mentor, GoalPermission::Tick(_) | GoalPermission::Move(..)) => false,
    };
    if !theirs {
        return Err(Denied::Forbidden);
    }
    if mentorship.is_over() {
        return Err(Denied::Refused(Refusal::MentorshipOver));
    }
    let now = mentorship.can_be_worked_in()
        && match permission {
            GoalPermission::Edit(status) => !status.is_over(),
            GoalPermission::Tick(status) => matches!(status, GoalStatus::Open),
            GoalPermission::Move(status, action) => status.apply(action).is_ok(),
            GoalPermission::Read | GoalPermission::Add | GoalPermission::Comment => true,
        };
    if now { Ok(()) } else { Err(Denied::Refused(Refusal::NotFromThisState)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use GoalAction as A;
    use GoalStatus as S;
    use MentorshipStatus as M;

    const YES: Result<(), Denied> = Ok(());
    const NO: Result<(), Denied> = Err(Denied::Forbidden);
    const LATER: Result<(), Denied> = Err(Denied::Refused(Refusal::NotFromThisState));
    const OVER: Result<(), Denied> = Err(Denied::Refused(Refusal::MentorshipOver));

    /// While the mentorship is active. Columns are the mentee, the mentor and a coordinator.
    #[rustfmt::skip]
    const TABLE: [(GoalPermission, [Result<(), Denied>; 3]); 27] = [
        (GoalPermission::Read,                         [YES,   YES,   NO]),
        (GoalPermission::Add,                          [YES,   YES,   NO]),
        (GoalPermission::Comment,                      [YES,   YES,   NO]),
        (GoalPermission::Edit(S::Proposed),            [YES,   YES,   NO]),
        (GoalPermission::Edit(S::Open),                [YES,   NO,    NO]),
        (GoalPermission::Edit(S::Achieved),            [LATER, NO,    NO]),
        (GoalPermission::Edit(S::Dropped),             [LATER, NO,    NO]),
        (GoalPermission::Tick(S::Proposed),            [LATER, NO,    NO]),
        (GoalPermission::Tick(S::Open),                [YES,   NO,    NO]),
        (GoalPermission::Tick(S::Achieved),            [LATER, NO,    NO]),
        (GoalPermission::Tick(S::Dropped),             [LATER, NO,    NO]),
        (GoalPermission::Move(S::Proposed, A::Take),   [YES,   NO,    NO]),
        (GoalPermission::Move(S::Proposed, A::Achieve),[LATER, NO,    NO]),
        (GoalPermission::Move(S::Proposed, A::Drop),   [YES,   YES,   NO]),
        (GoalPermission::Move(S::Proposed, A::Reopen), [LATER, NO,    NO]),
        (GoalPermission::Move(S::Open, A::Take),       [LATER, NO,    NO]),
        (GoalPermission::Move(S::Open, A::Achieve),    [YES,   NO,    NO]),
        (GoalPermission::Move(S::Open, A::Drop),       [YES,   NO,    NO]),
        (GoalPermission::Move(S::Open, A::Reopen),     [LATER, NO,    NO]),
        (GoalPermission::Move(S::Achieved, A::Take),   [LATER, NO,    NO]),
        (GoalPermission::Move(S::Achieved, A::Achieve),[LATER, NO,    NO]),
        (GoalPermission::Move(S::Achieved, A::Drop),   [LATER, NO,    NO]),
        (GoalPermission::Move(S::Achieved, A::Reopen), [YES,   NO,    NO]),
        (GoalPermission::Move(S::Dropped, A::Take),    [LATER, NO,    NO]),
        (GoalPermission::Move(S::Dropped, A::Achieve), [LATER, NO,    NO]),
        (GoalPermission::Move(S::Dropped, A::Drop),    [LATER, NO,    NO]),
        (GoalPermission::Move(S::Dropped, A::Reopen),  [YES,   NO,    NO]),
    ];
    const ACTORS: [GoalActor; 3] = [GoalActor::Mentee, GoalActor::Mentor, GoalActor::Coordinator];

    #[test]
    fn every_cell_of_the_table_is_as_written() {
        for (permission, row) in TABLE {
            for (actor, expected) in ACTORS.into_iter().zip(row) {
                assert_eq!(may(actor, permission, M::Active), expected, "{actor:?} × {permission:?}");
                assert_eq!(may(actor, permission, M::Paused), expected, "paused: {actor:?} × {permission:?}");
            }
        }
    }

    #[test]
    fn when_it_is_over_the_space_is_only_read() {
        for (permission, _) in TABLE {
            let expected = if permission == GoalPermission::Read { YES } else { OVER };
            for ended in [M::Completed, M::EndedEarly] {
                assert_eq!(may(GoalActor::Mentee, permission, ended), expected, "{ended} × {permission:?}");
            }
        }
    }

    #[test]
    fn before_it_has_begun_there_is_nothing_to_add() {
        assert_eq!(may(GoalActor::Mentee, GoalPermission::Add, M::Proposed), LATER);
        assert_eq!(may(GoalActor::Mentor, GoalPermission::Comment, M::Proposed), LATER);
    }

    #[test]
    fn a_mentors_goal_begins_as_a_proposal() {
        assert_eq!(GoalActor::Mentee.first_status(), S::Open);
        assert_eq!(GoalActor::Mentor.first_status(), S::Proposed);
    }
}
