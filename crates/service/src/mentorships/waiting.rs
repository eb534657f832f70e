//! What waits for somebody in their mentorships: the same for their space and for `/home`.

use super::words::percent;
use crate::names::called;
use crate::{Error, Reader};
use chrono::Days;
use domain::MentorshipId;
use domain::goals::GoalStatus;
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{GoalInProgress, Waiting, WaitingKind};
use i18n::{I18n, m};
use std::collections::{HashMap, HashSet};
use store::Tx;
use store::goals::lists::{self, Counted, Current, Due};
use store::mentorships::overview::{self, Listed};
use use_case::use_case;

/// How many days ahead a milestone counts as due.
const DUE_DAYS: u64 = 14;
/// How many due milestones are told at most; that there are more is told in a sentence.
const DUE_MOST: usize = 12;

/// Everything that is known of somebody's mentorships, or of one of them, in a fixed number of queries.
#[derive(Debug)]
pub(super) struct Known {
    /// The mentorships, newest first.
    pub mentorships: Vec<Listed>,
    /// Their goals, counted.
    pub counted: Vec<Counted>,
    signed: HashSet<MentorshipId>,
    reviewed: HashSet<MentorshipId>,
    current: Vec<Current>,
    due: Vec<Due>,
    /// Whether more milestones are due than are told.
    pub more_due: bool,
    reader: Reader,
}

impl Known {
    /// Reads it all, or `only` what concerns one mentorship.
    #[use_case]
    pub async fn read(tx: &mut Tx, reader: Reader, only: Option<MentorshipId>) -> Result<Self, Error> {
        let wanted = |id: MentorshipId| only.is_none_or(|one| one == id);
        let mut mentorships = called(reader.i18n, overview::of_person(tx, reader.id).await?);
        mentorships.retain(|m| wanted(m.id));
        let ids: Vec<MentorshipId> = mentorships.iter().map(|m| m.id).collect();
        let until = reader.today.checked_add_days(Days::new(DUE_DAYS)).unwrap_or(reader.today);
        let mut current = lists::current_of(tx, reader.id).await?;
        current.retain(|c| wanted(c.mentorship_id));
        let mut due = lists::due_of(tx, reader.id, only, until, i64::try_from(DUE_MOST + 1).unwrap_or(i64::MAX)).await?;
        let more_due = due.len() > DUE_MOST;
        due.truncate(DUE_MOST);
        let counted = lists::progress_of(tx, &ids).await?;
        let done = overview::done_by(tx, reader.id).await?;
        Ok(Self {
            counted,
            signed: done.signed.into_iter().collect(),
            reviewed: done.reviewed.into_iter().collect(),
            current,
            due,
            more_due,
            mentorships,
            reader,
        })
    }

    fn counted_of(&self, id: MentorshipId) -> impl Iterator<Item = &Counted> {
        self.counted.iter().filter(move |c| c.mentorship_id == id)
    }

    /// What waits, the most urgent first.
    pub fn waiting(&self) -> Vec<Waiting> {
        let reader = self.reader;
        let by_id: HashMap<MentorshipId, &Listed> = self.mentorships.iter().map(|m| (m.id, m)).collect();
        let mut waiting: Vec<Waiting> = self.mentorships.iter().filter_map(|m| self.of_mentorship(m)).collect();
        let status: HashMap<_, _> = self.counted.iter().map(|c| (c.id, c.status)).collect();
        for goal in &self.current {
            if let Some(mentorship) = by_id.get(&goal.mentorship_id)
                && mentorship.mentee_id == reader.id
                && status.get(&goal.id) == Some(&GoalStatus::Proposed)
            {
                waiting.push(proposal(reader.i18n, mentorship, goal));
            }
        }
        waiting.extend(self.due.iter().filter_map(|due| Some(milestone(reader, by_id.get(&due.mentorship_id)?, due))));
        waiting.sort_by_key(urgency);
        waiting
    }

    /// What one mentorship as a whole waits for.
    fn of_mentorship(&self, m: &Listed) -> Option<Waiting> {
        let i18n = self.reader.i18n;
        let name = other_name(self.reader, m);
        let signed = self.signed.contains(&m.id);
        let (kind, title, detail, page) = match m.status {
            MentorshipStatus::Proposed if !signed => (WaitingKind::Begin, m::MENTORSHIPS_WAITS_BEGIN, m::MENTORSHIPS_WAITS_BEGIN_TEXT, ""),
            MentorshipStatus::Active | MentorshipStatus::Paused if m.has_agreement && !signed => {
                (WaitingKind::Sign, m::MENTORSHIPS_WAITS_SIGN, m::MENTORSHIPS_WAITS_SIGN_TEXT, "")
            }
            MentorshipStatus::Active if self.counted_of(m.id).next().is_none() => {
                (WaitingKind::FirstGoal, m::MENTORSHIPS_WAITS_GOAL, m::MENTORSHIPS_WAITS_GOAL_TEXT, "/goals/new")
            }
            MentorshipStatus::Completed | MentorshipStatus::EndedEarly if !self.reviewed.contains(&m.id) && m.started_on.is_some() => {
                (WaitingKind::Review, m::MENTORSHIPS_WAITS_REVIEW, m::MENTORSHIPS_WAITS_REVIEW_TEXT, "/complete")
            }
            _ => return None,
        };
        Some(Waiting {
            kind,
            title: i18n.f(title, &[("name", name)]),
            detail: i18n.t(detail).to_owned(),
            href: format!("/mentorships/{}{page}", m.id),
            late: false,
        })
    }

    /// Goals in progress: open ones, of mentorships under way, the nearest target first.
    pub fn in_progress(&self) -> Vec<GoalInProgress> {
        let reader = self.reader;
        let counted: HashMap<_, _> = self.counted.iter().map(|c| (c.id, c)).collect();
        let goals = self.current.iter().filter_map(|goal| {
            let count = counted.get(&goal.id).filter(|c| c.status == GoalStatus::Open)?;
            let mentorship = self.mentorships.iter().find(|m| m.id == goal.mentorship_id)?;
            Some(GoalInProgress {
                href: goal_path(goal.mentorship_id, goal.id),
                title: goal.title.clone(),
                other: other_name(reader, mentorship).to_owned(),
                percent: percent(count),
                target: goal.target_on.map(|day| reader.i18n.days((day - reader.today).num_days())),
            })
        });
        goals.collect()
    }
}

fn goal_path(mentorship: MentorshipId, goal: domain::GoalId) -> String {
    format!("/mentorships/{mentorship}/goals/{goal}")
}

fn other_name(reader: Reader, m: &Listed) -> &str {
    if m.mentor_id == reader.id { &m.mentee_name } else { &m.mentor_name }
}

fn proposal(i18n: I18n, mentorship: &Listed, goal: &Current) -> Waiting {
    Waiting {
        kind: WaitingKind::TakeGoal,
        title: goal.title.clone(),
        detail: i18n.f(m::MENTORSHIPS_WAITS_PROPOSAL_TEXT, &[("name", &mentorship.mentor_name)]),
        href: goal_path(goal.mentorship_id, goal.id),
        late: false,
    }
}

fn milestone(reader: Reader, mentorship: &Listed, due: &Due) -> Waiting {
    let i18n = reader.i18n;
    let days = i18n.days((due.due_on - reader.today).num_days());
    let detail = if mentorship.mentor_id == reader.id {
        i18n.f(m::MENTORSHIPS_WAITS_MILESTONE_OF, &[("name", &mentorship.mentee_name), ("goal", &due.goal), ("days", &days)])
    } else {
        i18n.f(m::MENTORSHIPS_WAITS_MILESTONE, &[("goal", &due.goal), ("days", &days)])
    };
    Waiting {
        kind: WaitingKind::Milestone,
        title: due.title.clone(),
        detail,
        href: goal_path(due.mentorship_id, due.goal_id),
        late: due.due_on < reader.today,
    }
}

/// What others wait for comes first, then what is late, then the rest.
const fn urgency(waiting: &Waiting) -> u8 {
    match waiting.kind {
        WaitingKind::Begin | WaitingKind::Sign => 0,
        WaitingKind::Milestone if waiting.late => 1,
        WaitingKind::TakeGoal => 2,
        WaitingKind::Milestone => 3,
        WaitingKind::Review => 4,
        WaitingKind::FirstGoal => 5,
    }
}
