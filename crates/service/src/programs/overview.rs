//! A program for its coordinator, at a glance: where it is, its numbers, and what stalls.

use crate::requests::WAITS_LONG;
use crate::{Actor, Ctx, Error, Reader, access};
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::goals::GoalStatus;
use domain::mentorships::MentorshipStatus;
use domain::programs::views::{Numbers, Overview, Reach, Stalled, StalledList};
use domain::programs::{OpeningFacts, ProgramStatus, missing};
use domain::requests::RequestStatus;
use domain::{MentorshipId, ProgramId, RequestId};
use store::programs::{self, Ending, Enrolled, Program};
use store::{Tx, mentorships, requests};
use use_case::use_case;
use uuid::Uuid;

/// How many of those that stall are shown.
const SOME: i64 = 5;
/// After how long a mentorship without a signed agreement or a goal stalls.
const MENTORSHIP_WAITS: Duration = Duration::days(14);

/// The program at a glance.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn overview(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Overview, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?;
    let mine = access.enrolment.as_ref().map(|enrolment| enrolment.status);
    let program = access.program;
    let organisation = programs::mine(&mut tx, actor.id, Some(program.id), ctx.now()).await?.into_iter().find_map(|row| row.organisation);
    let numbers = numbers(&mut tx, program.id).await?;
    let reach = reach(&numbers, mine, programs::ending(&mut tx, program.id).await?);
    let now = ctx.now();
    let waiting = programs::requests_waiting(&mut tx, program.id, now - WAITS_LONG, now, SOME).await?;
    let unsigned = programs::mentorships_unsigned(&mut tx, program.id, now - MENTORSHIP_WAITS, SOME).await?;
    let aimless = programs::mentorships_without_goal(&mut tx, program.id, now - MENTORSHIP_WAITS, SOME).await?;
    let request = |id| format!("/programs/{}/requests/{}", program.slug, RequestId(id));
    let mentorship = |id| format!("/mentorships/{}", MentorshipId(id));
    Ok(Overview {
        missing: if program.status == ProgramStatus::Draft { missing(&facts(reader, &program)) } else { Vec::new() },
        actions: program.status.actions().collect(),
        join_link: format!("{}/programs/{}/join?token={}", ctx.settings.base_url, program.slug, program.join_token),
        waiting: stalled(reader, waiting, request),
        unsigned: stalled(reader, unsigned, mentorship),
        aimless: stalled(reader, aimless, mentorship),
        numbers,
        reach,
        organisation,
        status: program.status,
        starts_on: program.starts_on,
        ends_on: program.ends_on,
        join_policy: program.join_policy,
        slug: program.slug,
        name: program.name,
    })
}

/// Whom the next steps reach: whoever does it is not told (see [`super::cycle`]).
fn reach(numbers: &Numbers, mine: Option<EnrolmentStatus>, ending: Ending) -> Reach {
    let takes_part = mine.is_some_and(EnrolmentStatus::takes_part);
    let hears_the_end = takes_part || mine == Some(EnrolmentStatus::Pending);
    Reach {
        requests: ending.requests,
        proposals: ending.proposals,
        told_at_start: numbers.participants - i64::from(takes_part),
        told_at_end: numbers.participants + numbers.pending - i64::from(hears_the_end),
        mailed: ending.mailed,
    }
}

fn facts(reader: Reader, program: &Program) -> OpeningFacts<'_> {
    OpeningFacts {
        summary: &program.summary,
        description: &program.description,
        starts_on: program.starts_on,
        ends_on: program.ends_on,
        today: reader.today,
    }
}

async fn numbers(tx: &mut Tx, program: ProgramId) -> Result<Numbers, Error> {
    let enrolled = programs::enrolled(tx, program).await?;
    let requests = requests::count_by_status(tx, program).await?;
    let mentorships = mentorships::overview::counts(tx, program).await?;
    let goals = programs::goals(tx, program).await?;
    let people = |which: &dyn Fn(&Enrolled) -> bool| enrolled.iter().filter(|e| which(e)).map(|e| e.count).sum();
    let goals_in = |status: GoalStatus| goals.iter().find(|(s, _)| *s == status).map_or(0, |(_, n)| *n);
    Ok(Numbers {
        mentors: people(&|e| e.status.takes_part() && e.as_mentor),
        mentees: people(&|e| e.status.takes_part() && e.as_mentee),
        participants: people(&|e| e.status.takes_part()),
        pending: people(&|e| e.status == EnrolmentStatus::Pending),
        open_requests: requests.iter().find(|(s, _)| *s == RequestStatus::Pending).map_or(0, |(_, n)| *n),
        mentorships: MentorshipStatus::ALL
            .iter()
            .map(|status| (*status, mentorships.iter().find(|(s, _)| s == status).map_or(0, |(_, n)| *n)))
            .collect(),
        goals_open: goals_in(GoalStatus::Open),
        goals_achieved: goals_in(GoalStatus::Achieved),
    })
}

fn stalled(reader: Reader, rows: Vec<programs::Stalled>, link: impl Fn(Uuid) -> String) -> StalledList {
    let total = rows.first().map_or(0, |row| row.total);
    let some =
        rows.into_iter().map(|row| Stalled { link: link(row.id), mentor: row.mentor, mentee: row.mentee, since: reader.day(row.since) });
    StalledList { some: some.collect(), total }
}
