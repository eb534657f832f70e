//! Pairs within the crowd: mentorships of all kinds with goals from the templates, and requests that wait.

use super::builder::{DemoBuilder, between, text_for};
use super::crowd::Member;
use crate::{Error, goals};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::goals::{GoalChange, GoalStatus};
use domain::mentorships::MentorshipStatus;
use domain::requests::{RequestClock, RequestStatus};
use domain::{GoalId, PersonId, SpaceId};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use std::collections::{BTreeMap, VecDeque};
use store::bulk::{GoalHistory, MentorshipSignature};
use store::goals::{Change, Goal, Milestone};
use store::mentorships::{Mentorship, Signature};
use store::programs::Program;
use store::requests::Request;

/// Pairs some of the crowd with each other.
pub(super) fn pair(builder: &mut DemoBuilder<'_>, chance: &mut StdRng, program: &Program, crowd: Vec<Member>) -> Result<(), Error> {
    let mut mentors = Mentors::default();
    let (offering, rest): (Vec<Member>, Vec<Member>) = crowd.into_iter().partition(|member| member.as_mentor);
    for mentor in offering.iter().filter(|mentor| mentor.active) {
        mentors.add(mentor);
    }
    for mentee in rest.iter().chain(&offering).filter(|member| member.as_mentee && member.active) {
        let Some(mentor) = mentors.speaking(&mentee.languages, mentee.id) else { continue };
        if chance.random_bool(0.45) {
            let mentorship = begin(builder, chance, program, mentor, mentee)?;
            if !mentorship.status.is_over() {
                mentors.place(mentor.id);
            }
            set_goals(builder, chance, &mentorship, mentee)?;
            builder.rows.mentorships.push(mentorship);
        } else if chance.random_bool(0.15) {
            ask(builder, chance, program, mentor, mentee)?;
        }
    }
    Ok(())
}

/// Mentors by the languages they speak, each in turn while they have room.
#[derive(Default)]
struct Mentors<'a> {
    turns: BTreeMap<&'a str, VecDeque<&'a Member>>,
    room: BTreeMap<PersonId, i32>,
}

impl<'a> Mentors<'a> {
    fn add(&mut self, mentor: &'a Member) {
        self.room.insert(mentor.id, mentor.capacity);
        for language in &mentor.languages {
            self.turns.entry(language).or_default().push_back(mentor);
        }
    }

    /// The next mentor with room who speaks one of these languages and is somebody else.
    fn speaking(&mut self, languages: &[String], but: PersonId) -> Option<&'a Member> {
        for language in languages {
            let Some(turns) = self.turns.get_mut(language.as_str()) else { continue };
            for _ in 0..turns.len() {
                let Some(mentor) = turns.pop_front() else { break };
                if self.room.get(&mentor.id).copied().unwrap_or(0) > 0 {
                    turns.push_back(mentor);
                    if mentor.id != but {
                        return Some(mentor);
                    }
                }
            }
        }
        None
    }

    fn place(&mut self, mentor: PersonId) {
        if let Some(room) = self.room.get_mut(&mentor) {
            *room -= 1;
        }
    }
}

fn begin(
    builder: &mut DemoBuilder<'_>,
    chance: &mut StdRng,
    program: &Program,
    mentor: &Member,
    mentee: &Member,
) -> Result<Mentorship, Error> {
    let status = *[
        (MentorshipStatus::Active, 70),
        (MentorshipStatus::Completed, 18),
        (MentorshipStatus::Paused, 6),
        (MentorshipStatus::EndedEarly, 6),
    ]
    .choose_weighted(chance, |(_, weight)| *weight)
    .map_or(&MentorshipStatus::Active, |(status, _)| status);
    let earliest = mentor.enrolled.max(mentee.enrolled);
    let created_at = earliest + Duration::hours(chance.random_range(20..160));
    let created_at = created_at.min(builder.now - Duration::hours(5));
    let ends = created_at + Duration::weeks(i64::from(program.length_weeks));
    let over = status.is_over();
    let ended_at = over.then(|| between(created_at, builder.now.min(ends), if status == MentorshipStatus::Completed { 95 } else { 50 }));
    let end_reason = match status {
        MentorshipStatus::EndedEarly => Some(text_for(&builder.data.answers.end_reason, mentee.locale, 0)?.to_owned()),
        _ => None,
    };
    let id = builder.ctx.id();
    let row = Mentorship {
        id,
        program_id: program.id,
        space_id: SpaceId::of_pair(id),
        mentor_id: mentor.id,
        mentee_id: mentee.id,
        request_id: None,
        status,
        agreement: program.agreement.clone(),
        started_on: Some(created_at.date_naive()),
        ends_on: Some(ends.date_naive()),
        ended_at,
        end_reason,
        ended_by: ended_at.map(|_| mentee.id),
        version: if status == MentorshipStatus::Active { 1 } else { 2 },
        created_at,
    };
    for person_id in [mentor.id, mentee.id] {
        let signature = Signature { person_id, signed_at: created_at + Duration::hours(3) };
        builder.rows.signatures.push(MentorshipSignature { mentorship_id: row.id, signature });
    }
    Ok(row)
}

/// One or two goals from the templates, in the mentee's language, as far as the time allows.
fn set_goals(builder: &mut DemoBuilder<'_>, chance: &mut StdRng, mentorship: &Mentorship, mentee: &Member) -> Result<(), Error> {
    let Some(begun) = mentorship.started_on else { return Ok(()) };
    let starts = goals::starts(mentee.locale, begun);
    let wanted = chance.random_range(1..=2);
    let chosen: Vec<_> = starts.sample(chance, wanted).collect();
    let until = mentorship.ended_at.unwrap_or(builder.now);
    for start in chosen {
        let id: GoalId = builder.ctx.id();
        let created_at = between(mentorship.created_at, until, 5);
        let mut done = 0;
        for (position, (title, due_on)) in (0_i32..).zip(&start.milestones) {
            let on_time = due_on.is_some_and(|due| due < until.date_naive());
            let done_at = (on_time && chance.random_bool(0.8)).then(|| evening(*due_on, created_at, until));
            done += i32::from(done_at.is_some());
            let milestone = Milestone { id: builder.ctx.id(), goal_id: id, position, title: title.clone(), due_on: *due_on, done_at };
            builder.rows.milestones.push(milestone);
        }
        let all = usize::try_from(done).is_ok_and(|done| done == start.milestones.len());
        let status = if all { GoalStatus::Achieved } else { GoalStatus::Open };
        let made = (GoalChange::Made, None, Some(GoalStatus::Open.to_string()));
        let mut lines = vec![(created_at, made)];
        if all {
            lines.push((until, (GoalChange::Status, Some(GoalStatus::Open.to_string()), Some(status.to_string()))));
        }
        for (at, (field, before, after)) in lines {
            let change = Change { id: builder.ctx.id(), person_id: mentee.id, at, field, before, after };
            builder.rows.changes.push(GoalHistory { goal_id: id, change });
        }
        let mut goal = Goal::new(id, mentorship.id, mentee.id, status, start.draft.check(None)?, created_at);
        if status.is_over() {
            (goal.version, goal.updated_at, goal.closed_at) = (2, until, Some(until));
        }
        builder.rows.goals.push(goal);
    }
    Ok(())
}

/// The evening of a day, if that lies between two moments; else the nearer of the two.
fn evening(day: Option<NaiveDate>, from: DateTime<Utc>, to: DateTime<Utc>) -> DateTime<Utc> {
    let evening = day.and_then(|day| day.and_hms_opt(18, 30, 0)).map_or(to, |evening| evening.and_utc());
    evening.clamp(from, to)
}

/// A request that waits for its answer since some days.
fn ask(builder: &mut DemoBuilder<'_>, chance: &mut StdRng, program: &Program, mentor: &Member, mentee: &Member) -> Result<(), Error> {
    let opening = text_for(&builder.data.answers.opening, mentee.locale, chance.random_range(0..100))?;
    let sent = builder.now - Duration::hours(chance.random_range(3..24 * 6));
    let clock = RequestClock::start(sent, program.request_days);
    builder.rows.requests.push(Request {
        id: builder.ctx.id(),
        program_id: program.id,
        mentee_id: mentee.id,
        mentor_id: mentor.id,
        status: RequestStatus::Pending,
        turn: clock.turn,
        body: opening.replace("{name}", &mentor.given),
        due_at: clock.due_at,
        remaining_seconds: clock.remaining,
        extended: clock.extended,
        reminded: clock.reminded,
        close_reason: None,
        closing_word: None,
        created_at: sent,
        first_reply_at: None,
        ended_at: None,
        version: 1,
    });
    Ok(())
}
