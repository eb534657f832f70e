//! The milestones of a goal: added, ticked, moved, removed. Changing one is `milestone_edit`.

use super::access::GoalAccess;
use super::notify::Line;
use super::{notify, view};
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{GoalChange, GoalPermission, GoalStatus, MilestoneDraft, room_for_milestone};
use domain::notifications::NotificationKind;
use domain::shared::Direction;
use domain::{GoalId, MilestoneId};
use store::Tx;
use store::goals::{self, Milestone};
use use_case::use_case;

/// A goal held with its milestones, in a transaction.
pub(super) struct LockedGoal<'a> {
    pub ctx: &'a Ctx,
    pub actor: &'a Actor,
    pub tx: Tx,
    pub access: GoalAccess,
    milestones: Vec<Milestone>,
}

impl<'a> LockedGoal<'a> {
    pub async fn lock(
        ctx: &'a Ctx,
        actor: &'a Actor,
        goal: GoalId,
        permission: impl Fn(GoalStatus) -> GoalPermission,
    ) -> Result<Self, Error> {
        let mut tx = ctx.write().await?;
        let access = GoalAccess::lock(&mut tx, actor, goal, permission).await?;
        let milestones = goals::milestones(&mut tx, goal).await?;
        Ok(Self { ctx, actor, tx, access, milestones })
    }

    /// One of the goal's milestones; another goal's isn't there.
    pub fn find(&self, id: MilestoneId) -> Result<Milestone, Error> {
        self.milestones.iter().find(|m| m.id == id).cloned().ok_or(Error::NotFound)
    }

    /// Notes the change and answers with the goal as it is now.
    pub async fn done(mut self, lines: Vec<Line>, event: EventKind, kind: Option<NotificationKind>) -> Result<GoalView, Error> {
        goals::touch(&mut self.tx, self.access.goal.id, self.ctx.now()).await?;
        notify::record_history(self.ctx, &mut self.tx, self.actor, &self.access, lines).await?;
        notify::announce(self.ctx, &mut self.tx, self.actor, &self.access, event, kind).await?;
        self.unchanged().await
    }

    /// Answers with the goal when there was nothing to do.
    pub async fn unchanged(mut self) -> Result<GoalView, Error> {
        let shown = view::shown(self.ctx, &mut self.tx, self.actor, &self.access).await?;
        self.tx.commit().await?;
        Ok(shown)
    }
}

/// Adds a milestone at the end.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for who may not edit the goal, what is wrong with the form, a
/// refusal when the goal can't be changed now.
#[use_case]
pub async fn add_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, draft: &MilestoneDraft) -> Result<GoalView, Error> {
    let mut locked = LockedGoal::lock(ctx, actor, goal, GoalPermission::Edit).await?;
    let fields = draft.check()?;
    room_for_milestone(locked.milestones.len())?;
    let position = locked.milestones.last().map_or(0, |last| last.position.saturating_add(1));
    let line = (GoalChange::MilestoneAdded, None, Some(fields.title.clone()));
    let milestone = Milestone { id: ctx.id(), goal_id: goal, position, title: fields.title, due_on: fields.due_on, done_at: None };
    goals::insert_milestones(&mut locked.tx, &[milestone]).await?;
    locked.done(vec![line], EventKind::MilestoneAdded, None).await
}

/// Ticks a milestone, or unticks it. Doing so twice is doing it once.
///
/// # Errors
/// [`Error::NotFound`] for outsiders and when the goal has no such milestone, [`Error::Forbidden`] for everybody but the
/// mentee, a refusal when the goal isn't open.
#[use_case]
pub async fn tick(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId, done: bool) -> Result<GoalView, Error> {
    let mut locked = LockedGoal::lock(ctx, actor, goal, GoalPermission::Tick).await?;
    let before = locked.find(id)?;
    if before.done_at.is_some() == done {
        return locked.unchanged().await;
    }
    goals::set_milestone_done(&mut locked.tx, id, done.then(|| ctx.now())).await?;
    if done {
        locked
            .done(
                vec![(GoalChange::MilestoneDone, None, Some(before.title))],
                EventKind::MilestoneDone,
                Some(NotificationKind::MilestoneDone),
            )
            .await
    } else {
        locked.done(vec![(GoalChange::MilestoneUndone, None, Some(before.title))], EventKind::MilestoneUndone, None).await
    }
}

/// Moves a milestone one place up or down; at the end of the road it stays where it is.
///
/// # Errors
/// As [`add_milestone`], and [`Error::NotFound`] when the goal has no such milestone.
#[use_case]
pub async fn move_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId, direction: Direction) -> Result<GoalView, Error> {
    let mut locked = LockedGoal::lock(ctx, actor, goal, GoalPermission::Edit).await?;
    let moved = locked.find(id)?;
    let ids: Vec<MilestoneId> = locked.milestones.iter().map(|m| m.id).collect();
    let order = domain::shared::shift(&ids, id, direction);
    if order == ids {
        return locked.unchanged().await;
    }
    goals::set_milestone_positions(&mut locked.tx, &order).await?;
    locked.done(vec![(GoalChange::MilestoneMoved, None, Some(moved.title))], EventKind::MilestoneMoved, None).await
}

/// Removes a milestone; the history keeps its title.
///
/// # Errors
/// As [`add_milestone`], and [`Error::NotFound`] when the goal has no such milestone.
#[use_case]
pub async fn remove_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId) -> Result<GoalView, Error> {
    let mut locked = LockedGoal::lock(ctx, actor, goal, GoalPermission::Edit).await?;
    let gone = locked.find(id)?;
    goals::delete_milestone(&mut locked.tx, id).await?;
    locked.done(vec![(GoalChange::MilestoneRemoved, Some(gone.title), None)], EventKind::MilestoneRemoved, None).await
}
