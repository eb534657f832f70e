//! Who somebody is to a goal, and whether they may do what they want to.

use crate::mentorships::MentorshipAccess;
use crate::{Actor, Error};
use domain::goals::{Denied, GoalActor, GoalPermission, GoalStatus, may};
use domain::mentorships::SpaceRole;
use domain::{GoalId, PersonId};
use store::goals::Goal;
use store::{Tx, goals};

/// A goal in its mentorship.
#[derive(Debug, Clone)]
pub(super) struct GoalAccess {
    /// The mentorship.
    pub space: MentorshipAccess,
    /// The goal.
    pub goal: Goal,
}

impl GoalAccess {
    /// To read.
    pub async fn read(tx: &mut Tx, actor: &Actor, id: GoalId) -> Result<Self, Error> {
        let goal = goals::by_id(tx, id).await?.ok_or(Error::NotFound)?;
        let space = MentorshipAccess::read(tx, actor, goal.mentorship_id).await?;
        allowed(&space, GoalPermission::Read)?;
        Ok(Self { space, goal })
    }

    /// To change, if the one who asks may do this action: nobody else changes the goal until the transaction ends, and the
    /// mentorship doesn't end meanwhile.
    pub async fn lock(tx: &mut Tx, actor: &Actor, id: GoalId, permission: impl Fn(GoalStatus) -> GoalPermission) -> Result<Self, Error> {
        // The mentorship is held before the goal, in every use case, so that no two wait for each other.
        let mentorship = goals::by_id(tx, id).await?.ok_or(Error::NotFound)?.mentorship_id;
        let space = MentorshipAccess::lock(tx, actor, mentorship).await?;
        let goal = goals::lock(tx, id).await?.ok_or(Error::NotFound)?;
        allowed(&space, permission(goal.status))?;
        Ok(Self { space, goal })
    }

    /// What the mentor or the mentee is called.
    pub fn name(&self, person: PersonId) -> &str {
        if person == self.space.mentor.id { &self.space.mentor.name } else { &self.space.mentee.name }
    }

    /// Whether the one who asks may do this now.
    pub fn can(&self, permission: GoalPermission) -> bool {
        allowed(&self.space, permission).is_ok()
    }
}

/// What somebody is to the goals of a mentorship.
pub(super) const fn goal_actor(role: SpaceRole) -> GoalActor {
    match role {
        SpaceRole::Mentee => GoalActor::Mentee,
        SpaceRole::Mentor => GoalActor::Mentor,
        SpaceRole::Coordinator => GoalActor::Coordinator,
    }
}

/// Whether the one who asks may do this in a mentorship.
pub(super) fn allowed(space: &MentorshipAccess, permission: GoalPermission) -> Result<(), Error> {
    may(goal_actor(space.role), permission, space.row.status).map_err(|denied| match denied {
        Denied::Forbidden => Error::Forbidden,
        Denied::Refused(refusal) => refusal.into(),
    })
}
