//! Requests in each state, with what was said before them and at their end.

use super::builder::{DemoBuilder, DemoPerson, between};
use super::data::{self, missing};
use crate::Error;
use chrono::{DateTime, Duration, Utc};
use domain::RequestId;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::requests::{RequestClock, RequestStatus};
use store::programs::Program;
use store::requests::{Line, Request};

/// Days between a request and the first day of the mentorship that came of it.
const DAYS_BEFORE: i64 = 5;

/// Every request of the data.
pub(super) fn ask(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    let texts = &builder.data.texts;
    for described in &texts.request {
        let program = builder.program(&described.program)?.clone();
        let (mentee, mentor) = (builder.person(&described.from)?, builder.person(&described.to)?);
        let came = match &described.mentorship {
            Some(name) => Some(texts.mentorship.iter().find(|m| m.id == *name).ok_or_else(|| missing("a mentorship", name))?),
            None => None,
        };
        let sent = match came {
            Some(mentorship) => builder.ago(mentorship.started_weeks_ago) - Duration::days(DAYS_BEFORE),
            // Not everybody writes at this hour of the day.
            None => builder.now - Duration::days(described.sent_days_ago) + Duration::hours(described.sent_days_ago % 9),
        };
        let id: RequestId = builder.ctx.id();
        let mut request = new(id, &program, mentee, mentor, described.text.clone(), sent);
        let ended = match described.state {
            RequestStatus::Pending => None,
            RequestStatus::Accepted => Some(sent + Duration::days(DAYS_BEFORE)),
            RequestStatus::Declined => Some(sent + Duration::days(4)),
            RequestStatus::Withdrawn => Some(sent + Duration::days(6)),
            RequestStatus::Expired => request.due_at,
        };
        if let Some(talk) = &described.talk {
            let talk = texts.ask_back.iter().find(|words| words.id == *talk).ok_or_else(|| missing("a question back", talk))?;
            converse(builder, &mut request, described, talk, ended.unwrap_or(builder.now))?;
        }
        if let Some(ended) = ended {
            end(builder, &mut request, described, ended)?;
        } else if let Some((_, clock)) = request.clock().due_reminder(builder.now, program.request_days) {
            // Whoever should have been reminded by now was.
            request.set_clock(clock);
            request.version += 1;
        }
        announce(builder, &request, &program, mentee, mentor);
        if let Some(mentorship) = came {
            builder.came_of.insert(mentorship.id.as_str(), id);
        }
        builder.rows.requests.push(request);
    }
    Ok(())
}

fn new(id: RequestId, program: &Program, mentee: DemoPerson<'_>, mentor: DemoPerson<'_>, body: String, sent: DateTime<Utc>) -> Request {
    let clock = RequestClock::start(sent, program.request_days);
    Request {
        id,
        program_id: program.id,
        mentee_id: mentee.id,
        mentor_id: mentor.id,
        status: RequestStatus::Pending,
        turn: clock.turn,
        body,
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
    }
}

/// The mentor asks back, and the mentee answers.
fn converse(
    builder: &mut DemoBuilder<'_>,
    request: &mut Request,
    described: &data::Request,
    talk: &data::AskBack,
    until: DateTime<Utc>,
) -> Result<(), Error> {
    let (asked, answered) = (between(request.created_at, until, 35), between(request.created_at, until, 60));
    request.set_clock(request.clock().ask_back(asked)?);
    request.first_reply_at = Some(asked);
    request.version += 1;
    let mut say = |author_id, body: &str, created_at| {
        let line = Line { id: builder.ctx.id(), request_id: request.id, author_id, body: body.to_owned(), created_at };
        builder.rows.lines.push(line);
    };
    say(request.mentor_id, &talk.ask, asked);
    if described.answered {
        say(request.mentee_id, &talk.answer, answered);
        request.set_clock(request.clock().answer(answered)?);
        request.version += 1;
    }
    Ok(())
}

fn end(builder: &DemoBuilder<'_>, request: &mut Request, described: &data::Request, ended: DateTime<Utc>) -> Result<(), Error> {
    request.status = described.state;
    request.ended_at = Some(ended);
    request.version += 1;
    if matches!(described.state, RequestStatus::Accepted | RequestStatus::Declined) {
        request.first_reply_at.get_or_insert(ended);
    }
    if let Some(word) = &described.word {
        let word = builder.data.texts.decline.iter().find(|w| w.id == *word).ok_or_else(|| missing("a kind word", word))?;
        request.closing_word = Some(word.text.clone());
    }
    Ok(())
}

/// What the stream and the two people heard of it.
fn announce(builder: &mut DemoBuilder<'_>, request: &Request, program: &Program, mentee: DemoPerson<'_>, mentor: DemoPerson<'_>) {
    let link = || format!("/programs/{}/requests/{}", program.slug, request.id);
    let to_mentor = [("name", mentee.name()), ("program", program.name.as_str())];
    let to_mentee = [("name", mentor.name()), ("program", program.name.as_str())];
    builder.happened(request.created_at, EventKind::RequestAsked, mentee.id, program, request.id.0);
    builder.told(mentor.id, request.created_at, NotificationKind::RequestReceived, link(), &to_mentor);
    let lines: Vec<Line> = builder.rows.lines.iter().filter(|line| line.request_id == request.id).cloned().collect();
    for line in lines {
        if line.author_id == mentor.id {
            builder.happened(line.created_at, EventKind::RequestAskedBack, mentor.id, program, request.id.0);
            builder.told(mentee.id, line.created_at, NotificationKind::RequestQuestion, link(), &to_mentee);
        } else {
            builder.happened(line.created_at, EventKind::RequestAnswered, mentee.id, program, request.id.0);
            builder.told(mentor.id, line.created_at, NotificationKind::RequestAnswered, link(), &to_mentor);
        }
    }
    let Some(ended) = request.ended_at else { return };
    let (event, by, to, kind, args) = match request.status {
        RequestStatus::Pending => return,
        RequestStatus::Accepted => (EventKind::RequestAccepted, mentor.id, mentee.id, NotificationKind::RequestAccepted, to_mentee),
        RequestStatus::Declined => (EventKind::RequestDeclined, mentor.id, mentee.id, NotificationKind::RequestDeclined, to_mentee),
        RequestStatus::Withdrawn => (EventKind::RequestWithdrawn, mentee.id, mentor.id, NotificationKind::RequestWithdrawn, to_mentor),
        RequestStatus::Expired => (EventKind::RequestExpired, mentee.id, mentee.id, NotificationKind::RequestExpired, to_mentee),
    };
    builder.happened(ended, event, by, program, request.id.0);
    builder.told(to, ended, kind, link(), &args);
}
