//! A new goal: the mentee's is open at once, the mentor's is a proposal.

use super::access::{GoalAccess, allowed, goal_actor};
use super::notify;
use crate::accounts::GOALS_A_DAY;
use crate::mentorships::MentorshipAccess;
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::{GoalChange, GoalDraft, GoalPermission, GoalStatus, MilestoneDraft, MilestoneFields, room_for_milestone};
use domain::notifications::NotificationKind;
use domain::{GoalId, MentorshipId, Problem, Problems};
use store::goals::{self, Goal, Milestone};
use use_case::use_case;

/// The milestones of a new goal's form, row by row: titles and days beside one another. Rows without a title are skipped.
#[derive(Debug, Clone, Default)]
pub struct MilestoneRows {
    /// What is to be done.
    pub titles: Vec<String>,
    /// Until when.
    pub days: Vec<String>,
}

impl MilestoneRows {
    /// Checks all rows; what is wrong with any of them stands beside the field `milestones`.
    fn check(&self) -> Result<Vec<MilestoneFields>, Problems> {
        let mut fields = Vec::new();
        for (i, title) in self.titles.iter().enumerate().filter(|(_, title)| !title.trim().is_empty()) {
            let due_on = self.days.get(i).cloned().unwrap_or_default();
            fields.push(MilestoneDraft { title: title.clone(), due_on }.check().map_err(beside_the_rows)?);
        }
        match fields.len().checked_sub(1) {
            Some(others) => room_for_milestone(others).map(|()| fields),
            None => Ok(fields),
        }
    }
}

fn beside_the_rows(problems: Problems) -> Problems {
    let first = problems.0.into_iter().next().map(|p| Problem { field: "milestones".to_owned(), code: p.code });
    Problems(first.into_iter().collect())
}

/// Makes a goal and answers with its id.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, everything that is wrong with the form, a refusal
/// when the mentorship isn't under way, too many in a day.
#[use_case]
pub async fn create(ctx: &Ctx, actor: &Actor, mentorship: MentorshipId, draft: &GoalDraft, rows: &MilestoneRows) -> Result<GoalId, Error> {
    let mut tx = ctx.write().await?;
    let space = MentorshipAccess::lock(&mut tx, actor, mentorship).await?;
    allowed(&space, GoalPermission::Add)?;
    let (fields, steps) = match (draft.check(space.row.started_on), rows.check()) {
        (Ok(fields), Ok(steps)) => (fields, steps),
        (Ok(_), Err(problems)) | (Err(problems), Ok(_)) => return Err(problems.into()),
        (Err(mut problems), Err(more)) => {
            problems.0.extend(more.0);
            return Err(problems.into());
        }
    };
    ctx.limits.one_more(ctx, GOALS_A_DAY, actor)?;
    let status = goal_actor(space.role).first_status();
    let goal = Goal::new(ctx.id(), mentorship, actor.id, status, fields, ctx.now());
    goals::insert(&mut tx, &goal).await?;
    let milestones: Vec<Milestone> = (0_i32..)
        .zip(steps)
        .map(|(position, step)| Milestone {
            id: ctx.id(),
            goal_id: goal.id,
            position,
            title: step.title,
            due_on: step.due_on,
            done_at: None,
        })
        .collect();
    goals::insert_milestones(&mut tx, &milestones).await?;
    let access = GoalAccess { space, goal };
    notify::record_history(ctx, &mut tx, actor, &access, vec![(GoalChange::Made, None, Some(status.to_string()))]).await?;
    if status == GoalStatus::Proposed {
        notify::announce(ctx, &mut tx, actor, &access, EventKind::GoalProposed, Some(NotificationKind::GoalProposed)).await?;
        notify::mail_proposal(ctx, &mut tx, actor, &access).await?;
    } else {
        notify::announce(ctx, &mut tx, actor, &access, EventKind::GoalCreated, Some(NotificationKind::GoalCreated)).await?;
    }
    tx.commit().await?;
    Ok(access.goal.id)
}
