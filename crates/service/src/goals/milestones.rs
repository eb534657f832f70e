//! The milestones of a goal: added, ticked, moved, removed. Changing one is `milestone_edit`.

use super::standing::GoalStanding;
use super::tell::Line;
use super::{tell, view};
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{Deed, Direction, GoalStatus, MilestoneDraft, Trace, room_for_milestone};
use domain::notifications::NotificationKind;
use domain::{GoalId, MilestoneId};
use store::Tx;
use store::goals::{self, Milestone};
use use_case::use_case;

/// A goal held with its milestones, in a transaction.
pub(super) struct Scene<'a> {
    pub ctx: &'a Ctx,
    pub actor: &'a Actor,
    pub tx: Tx,
    pub standing: GoalStanding,
    milestones: Vec<Milestone>,
}

impl<'a> Scene<'a> {
    pub async fn hold(ctx: &'a Ctx, actor: &'a Actor, goal: GoalId, deed: impl Fn(GoalStatus) -> Deed) -> Result<Self, Error> {
        let mut tx = ctx.write().await?;
        let standing = GoalStanding::hold(&mut tx, actor, goal, deed).await?;
        let milestones = goals::milestones(&mut tx, goal).await?;
        Ok(Self { ctx, actor, tx, standing, milestones })
    }

    /// One of the goal's milestones; another goal's isn't there.
    pub fn find(&self, id: MilestoneId) -> Result<Milestone, Error> {
        self.milestones.iter().find(|m| m.id == id).cloned().ok_or(Error::NotFound)
    }

    /// Notes the change and answers with the goal as it is now.
    pub async fn done(mut self, lines: Vec<Line>, event: EventKind, kind: Option<NotificationKind>) -> Result<GoalView, Error> {
        goals::touch(&mut self.tx, self.standing.goal.id, self.ctx.now()).await?;
        tell::remember(self.ctx, &mut self.tx, self.actor, &self.standing, lines).await?;
        tell::announce(self.ctx, &mut self.tx, self.actor, &self.standing, event, kind).await?;
        self.unchanged().await
    }

    /// Answers with the goal when there was nothing to do.
    pub async fn unchanged(mut self) -> Result<GoalView, Error> {
        let shown = view::shown(self.ctx, &mut self.tx, self.actor, &self.standing).await?;
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
    let mut scene = Scene::hold(ctx, actor, goal, Deed::Edit).await?;
    let fields = draft.check()?;
    room_for_milestone(scene.milestones.len())?;
    let position = scene.milestones.last().map_or(0, |last| last.position.saturating_add(1));
    let line = (Trace::MilestoneAdded, None, Some(fields.title.clone()));
    let milestone = Milestone { id: ctx.id(), goal_id: goal, position, title: fields.title, due_on: fields.due_on, done_at: None };
    goals::insert_milestones(&mut scene.tx, &[milestone]).await?;
    scene.done(vec![line], EventKind::MilestoneAdded, None).await
}

/// Ticks a milestone, or unticks it. Doing so twice is doing it once.
///
/// # Errors
/// [`Error::NotFound`] for outsiders and when the goal has no such milestone, [`Error::Forbidden`] for everybody but the
/// mentee, a refusal when the goal isn't open.
#[use_case]
pub async fn tick(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId, done: bool) -> Result<GoalView, Error> {
    let mut scene = Scene::hold(ctx, actor, goal, Deed::Tick).await?;
    let before = scene.find(id)?;
    if before.done_at.is_some() == done {
        return scene.unchanged().await;
    }
    goals::set_milestone_done(&mut scene.tx, id, done.then(|| ctx.now())).await?;
    if done {
        scene
            .done(vec![(Trace::MilestoneDone, None, Some(before.title))], EventKind::MilestoneDone, Some(NotificationKind::MilestoneDone))
            .await
    } else {
        scene.done(vec![(Trace::MilestoneUndone, None, Some(before.title))], EventKind::MilestoneUndone, None).await
    }
}

/// Moves a milestone one place up or down; at the end of the road it stays where it is.
///
/// # Errors
/// As [`add_milestone`], and [`Error::NotFound`] when the goal has no such milestone.
#[use_case]
pub async fn move_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId, direction: Direction) -> Result<GoalView, Error> {
    let mut scene = Scene::hold(ctx, actor, goal, Deed::Edit).await?;
    let moved = scene.find(id)?;
    let ids: Vec<MilestoneId> = scene.milestones.iter().map(|m| m.id).collect();
    let order = domain::goals::move_milestone(&ids, id, direction);
    if order == ids {
        return scene.unchanged().await;
    }
    goals::set_milestone_positions(&mut scene.tx, &order).await?;
    scene.done(vec![(Trace::MilestoneMoved, None, Some(moved.title))], EventKind::MilestoneMoved, None).await
}

/// Removes a milestone; the history keeps its title.
///
/// # Errors
/// As [`add_milestone`], and [`Error::NotFound`] when the goal has no such milestone.
#[use_case]
pub async fn remove_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId) -> Result<GoalView, Error> {
    let mut scene = Scene::hold(ctx, actor, goal, Deed::Edit).await?;
    let gone = scene.find(id)?;
    goals::delete_milestone(&mut scene.tx, id).await?;
    scene.done(vec![(Trace::MilestoneRemoved, Some(gone.title), None)], EventKind::MilestoneRemoved, None).await
}
