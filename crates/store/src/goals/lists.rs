//! Goals across mentorships: how far they are, and what is due. One query each, however many mentorships there are.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::NaiveDate;
use domain::goals::{GoalStatus, ProgressMode};
use domain::{GoalId, MentorshipId, MilestoneId, PersonId};
use sqlx::{Database, QueryBuilder};

row! {
    /// How far a goal is, without its words.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Counted {
        /// The goal.
        pub id: GoalId,
        /// Its mentorship.
        pub mentorship_id: MentorshipId,
        /// Where it is.
        pub status: GoalStatus,
        /// How its progress is told.
        pub progress_mode: ProgressMode,
        /// Progress set by hand.
        pub progress: i32,
        /// Its milestones.
        pub total: i64,
        /// Those that are done.
        pub done: i64,
    }
}

/// All goals of these mentorships, counted.
pub async fn progress_of(tx: &mut Tx, mentorships: &[MentorshipId]) -> Result<Vec<Counted>, StoreError> {
    if mentorships.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| progress_query(mentorships).build_query_as().fetch_all(c).await)?)
}

fn progress_query<DB>(mentorships: &[MentorshipId]) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> MentorshipId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    let mut query = QueryBuilder::new(
        "SELECT g.id, g.mentorship_id, g.status, g.progress_mode, g.progress, COUNT(ms.id) AS total, COUNT(ms.done_at) AS done
         FROM goals g LEFT JOIN milestones ms ON ms.goal_id = g.id WHERE g.mentorship_id IN (",
    );
    let mut list = query.separated(", ");
    for id in mentorships {
        list.push_bind(*id);
    }
    query.push(") GROUP BY g.id, g.mentorship_id, g.status, g.progress_mode, g.progress");
    query
}

row! {
    /// A goal that is proposed or open, in a mentorship under way.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Current {
        /// The goal.
        pub id: GoalId,
        /// Its mentorship.
        pub mentorship_id: MentorshipId,
        /// Its title.
        pub title: String,
        /// Until when.
        pub target_on: Option<NaiveDate>,
    }
}

/// The current goals of all of a person's mentorships that are under way, by target date.
pub async fn current_of(tx: &mut Tx, person: PersonId) -> Result<Vec<Current>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT g.id, g.mentorship_id, g.title, g.target_on FROM goals g JOIN mentorships m ON m.id = g.mentorship_id
         WHERE (m.mentor_id = $1 OR m.mentee_id = $1) AND m.status IN ('active', 'paused') AND g.status IN ('proposed', 'open')
         ORDER BY CASE WHEN g.target_on IS NULL THEN 1 ELSE 0 END, g.target_on, g.id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

row! {
    /// A milestone that is due.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Due {
        /// The milestone.
        pub id: MilestoneId,
        /// Its goal.
        pub goal_id: GoalId,
        /// Its mentorship.
        pub mentorship_id: MentorshipId,
        /// What is to be done.
        pub title: String,
        /// The goal's title.
        pub goal: String,
        /// Until when.
        pub due_on: NaiveDate,
    }
}

/// Milestones of open goals, due by `until`, in a person's active mentorships, all of them or `only` one; the most urgent first.
pub async fn due_of(
    tx: &mut Tx,
    person: PersonId,
    only: Option<MentorshipId>,
    until: NaiveDate,
    limit: i64,
) -> Result<Vec<Due>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT ms.id, ms.goal_id, g.mentorship_id, ms.title, g.title AS goal, ms.due_on
         FROM mentorships m JOIN goals g ON g.mentorship_id = m.id JOIN milestones ms ON ms.goal_id = g.id
         WHERE (m.mentor_id = $1 OR m.mentee_id = $1) AND m.status = 'active' AND g.status = 'open'
             AND ms.done_at IS NULL AND ms.due_on <= $2 AND ($4 IS NULL OR m.id = $4)
         ORDER BY ms.due_on, ms.position, ms.id LIMIT $3"
    )
    .bind(person)
    .bind(until)
    .bind(limit)
    .bind(only)
    .fetch_all(c)
    .await)?)
}

row! {
    /// The milestone of a mentorship that is next: not done, of an open goal, by date, then by place.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Next {
        /// Its goal.
        pub goal_id: GoalId,
        /// What is to be done.
        pub title: String,
        /// Until when.
        pub due_on: Option<NaiveDate>,
    }
}

/// What comes next in a mentorship.
pub async fn next_of(tx: &mut Tx, mentorship: MentorshipId) -> Result<Option<Next>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT ms.goal_id, ms.title, ms.due_on FROM milestones ms JOIN goals g ON g.id = ms.goal_id
         WHERE g.mentorship_id = $1 AND g.status = 'open' AND ms.done_at IS NULL
         ORDER BY CASE WHEN ms.due_on IS NULL THEN 1 ELSE 0 END, ms.due_on, g.id, ms.position LIMIT 1"
    )
    .bind(mentorship)
    .fetch_optional(c)
    .await)?)
}

row! {
    /// A milestone of a mentorship that is not done yet, for the lists of its goals.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct OpenMilestone {
        /// Its goal.
        pub goal_id: GoalId,
        /// What is to be done.
        pub title: String,
    }
}

/// Every milestone of a mentorship that isn't done, goal by goal in their order.
pub async fn open_milestones(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<OpenMilestone>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT ms.goal_id, ms.title FROM milestones ms JOIN goals g ON g.id = ms.goal_id
         WHERE g.mentorship_id = $1 AND ms.done_at IS NULL ORDER BY ms.goal_id, ms.position, ms.id"
    )
    .bind(mentorship)
    .fetch_all(c)
    .await)?)
}
