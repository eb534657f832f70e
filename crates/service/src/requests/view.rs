//! One request with its conversation, as one of its two people or a coordinator sees it.

use super::{ask, lists, words};
use crate::names::called;
use crate::pairs::{ReservedPlaces, may_pair};
use crate::parties::{Parties, face, program_ref};
use crate::{Actor, Ctx, Error, Reader, access};
use chrono::{DateTime, Utc};
use domain::requests::views::{RequestLine, RequestSide, RequestView};
use domain::requests::{Decision, RequestAction, RequestActor, RequestStatus, decide};
use domain::{PersonId, RequestId};
use store::requests::{self, Request};
use use_case::use_case;

/// A request, if it is there for the one who looks: for the two, and for coordinators of the program.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
#[use_case]
pub async fn view(ctx: &Ctx, actor: &Actor, slug: &str, id: RequestId) -> Result<RequestView, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?;
    let program = &access.program;
    let request = requests::by_id(&mut tx, id).await?.filter(|r| r.program_id == program.id).ok_or(Error::NotFound)?;
    let takes_part = access.participant().is_some();
    let who = RequestActor::of(Some(actor.id), request.mentee_id, request.mentor_id, access.coordinator, takes_part);
    let side = match who {
        RequestActor::Asker => RequestSide::Asker,
        RequestActor::Asked => RequestSide::Asked,
        RequestActor::Coordinator => RequestSide::Coordinator,
        RequestActor::OtherParticipant | RequestActor::Outsider | RequestActor::Anonymous => return Err(Error::NotFound),
    };
    let (now, reader) = (ctx.now(), Reader::of(ctx, actor));
    let status = request.clock().status_at(request.status, now);
    let people = called(reader.i18n, Parties::read(&mut tx, vec![request.mentee_id, request.mentor_id]).await?);
    let (mentee, mentor) = (people.get(request.mentee_id)?, people.get(request.mentor_id)?);
    let pending = status == RequestStatus::Pending;
    let usual_reply = match side {
        RequestSide::Asker if pending => ask::usual(&mut tx, reader.i18n, mentor.id, &mentor.name).await?,
        _ => None,
    };
    let cannot_accept = match side {
        RequestSide::Asked if pending => may_pair(&mut tx, program, mentor.id, mentee.id, ReservedPlaces::ButTheirs).await?.err(),
        _ => None,
    };
    Ok(RequestView {
        id,
        program: program_ref(program),
        mentee: face(mentee),
        mentor: face(mentor),
        side,
        status,
        my_turn: lists::my_turn(side, status, request.turn),
        state: words::state(reader, side, &request, status, (&mentee.name, &mentor.name)),
        usual_reply,
        lines: lines(reader, &request, &people, requests::lines(&mut tx, id).await?)?,
        actions: actions(&request, status, who, now, program.request_days),
        cannot_accept,
        extension_days: program.request_days,
        mentorship: requests::mentorship_of(&mut tx, id).await?,
    })
}

/// What the reader can do now.
fn actions(request: &Request, status: RequestStatus, who: RequestActor, now: DateTime<Utc>, days: i32) -> Vec<RequestAction> {
    let clock = request.clock();
    let allowed = |action: &RequestAction| {
        let possible = *action != RequestAction::Extend || clock.extend(now, days).is_ok();
        possible && matches!(decide(status, who, *action, request.turn), Decision::Allowed(_))
    };
    RequestAction::ALL.iter().copied().filter(allowed).collect()
}

/// The request's own text, the conversation, and the word with which it ended.
fn lines(reader: Reader, request: &Request, people: &Parties, between: Vec<requests::Line>) -> Result<Vec<RequestLine>, Error> {
    let line = |author: PersonId, body: String, at: DateTime<Utc>| -> Result<RequestLine, Error> {
        Ok(RequestLine { author: face(people.get(author)?), mine: author == reader.id, body, at: reader.local(at) })
    };
    let mut all = Vec::new();
    // Whoever left took their words along, unless a mentorship came of them.
    if !request.body.is_empty() {
        all.push(line(request.mentee_id, request.body.clone(), request.created_at)?);
    }
    for said in between {
        all.push(line(said.author_id, said.body, said.created_at)?);
    }
    if let (Some(word), Some(at)) = (&request.closing_word, request.ended_at) {
        all.push(line(request.mentor_id, word.clone(), at)?);
    }
    Ok(all)
}
