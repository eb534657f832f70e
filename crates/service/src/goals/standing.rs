//! Who somebody is to a goal, and whether they may do what they want to.

use crate::mentorships::Standing;
use crate::{Actor, Error};
use domain::goals::{Deed, Denied, GoalActor, GoalStatus, may};
use domain::mentorships::SpaceRole;
use domain::{GoalId, PersonId};
use store::goals::Goal;
use store::{Tx, goals};

/// A goal in its mentorship.
#[derive(Debug, Clone)]
pub(super) struct GoalStanding {
    /// The mentorship.
    pub space: Standing,
    /// The goal.
    pub goal: Goal,
}

impl GoalStanding {
    /// To read.
    pub async fn read(tx: &mut Tx, actor: &Actor, id: GoalId) -> Result<Self, Error> {
        let goal = goals::by_id(tx, id).await?.ok_or(Error::NotFound)?;
        let space = Standing::read(tx, actor, goal.mentorship_id).await?;
        allowed(&space, Deed::Read)?;
        Ok(Self { space, goal })
    }

    /// To change, if the one who asks may do this deed: nobody else changes the goal until the transaction ends, and the
    /// mentorship doesn't end meanwhile.
    pub async fn hold(tx: &mut Tx, actor: &Actor, id: GoalId, deed: impl Fn(GoalStatus) -> Deed) -> Result<Self, Error> {
        // The mentorship is held before the goal, in every use case, so that no two wait for each other.
        let mentorship = goals::by_id(tx, id).await?.ok_or(Error::NotFound)?.mentorship_id;
        let space = Standing::hold(tx, actor, mentorship).await?;
        let goal = goals::lock(tx, id).await?.ok_or(Error::NotFound)?;
        allowed(&space, deed(goal.status))?;
        Ok(Self { space, goal })
    }

    /// What the mentor or the mentee is called.
    pub fn name(&self, person: PersonId) -> &str {
        if person == self.space.mentor.id { &self.space.mentor.name } else { &self.space.mentee.name }
    }

    /// Whether the one who asks may do this now.
    pub fn can(&self, deed: Deed) -> bool {
        allowed(&self.space, deed).is_ok()
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
pub(super) fn allowed(space: &Standing, deed: Deed) -> Result<(), Error> {
    may(goal_actor(space.role), deed, space.row.status).map_err(|denied| match denied {
        Denied::Forbidden => Error::Forbidden,
        Denied::Refused(refusal) => refusal.into(),
    })
}
