//! Lists of requests: somebody's own in a program and everywhere, and a program's for its coordinator.

use super::words;
use crate::names::called;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, Reader, access, pairs};
use chrono::{DateTime, Utc};
use domain::RequestId;
use domain::limits::PAGE_SIZE;
use domain::requests::views::{
    MatchingPage, MatchingSearch, MyRequests, OpenRequests, ProgramRequests, RequestCard, RequestSide, StatusCount, excerpt,
};
use domain::requests::{RequestStatus, Turn};
use domain::shared::{Face, Pages, ProgramRef};
use store::requests::{self, Direction, Listed};
use use_case::use_case;

/// Open requests shown at most in each direction: far more than anybody can look after.
const OPEN_MAX: i64 = 200;

/// Somebody's requests in a program: to them, of them, and those that have ended, a page at a time.
///
/// # Errors
/// A program that isn't there for the one who looks.
#[use_case]
pub async fn list(ctx: &Ctx, actor: &Actor, slug: &str, before: Option<RequestId>) -> Result<MyRequests, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?;
    let program = &access.program;
    let incoming = requests::open(&mut tx, Direction::ToMentor(actor.id), Some(program.id), OPEN_MAX).await?;
    let outgoing = requests::open(&mut tx, Direction::OfMentee(actor.id), Some(program.id), OPEN_MAX).await?;
    let mut ended = requests::ended(&mut tx, actor.id, program.id, before, page_limit()).await?;

    let (now, reader) = (ctx.now(), Reader::of(ctx, actor));
    let (incoming, late_in) = split(reader, now, &incoming, RequestSide::Asked);
    let (outgoing, late_out) = split(reader, now, &outgoing, RequestSide::Asker);
    let pages = Pages::onward(&mut ended, PAGE_SIZE, |l| l.request.id);
    let ended = ended.iter().map(|l| card(reader, now, l, side_of(reader, l)));
    let late = late_in.into_iter().chain(late_out).filter(|_| before.is_none());
    let active = access.participant();
    Ok(MyRequests {
        program: program_ref(program),
        as_mentor: active.is_some_and(|e| e.as_mentor),
        as_mentee: active.is_some_and(|e| e.as_mentee),
        coordinator: access.coordinator,
        left: (i64::from(program.max_open_requests) - i64::try_from(outgoing.len()).unwrap_or(i64::MAX)).max(0),
        incoming,
        outgoing,
        ended: late.chain(ended).collect(),
        pages,
    })
}

/// What is open for somebody in all their programs, for their home page.
#[use_case]
pub async fn open(ctx: &Ctx, actor: &Actor) -> Result<OpenRequests, Error> {
    let mut tx = ctx.read().await?;
    let incoming = requests::open(&mut tx, Direction::ToMentor(actor.id), None, OPEN_MAX).await?;
    let outgoing = requests::open(&mut tx, Direction::OfMentee(actor.id), None, OPEN_MAX).await?;
    let (now, reader) = (ctx.now(), Reader::of(ctx, actor));
    Ok(OpenRequests {
        incoming: split(reader, now, &incoming, RequestSide::Asked).0,
        outgoing: split(reader, now, &outgoing, RequestSide::Asker).0,
    })
}

/// A program's requests for its coordinator, newest first, perhaps only those in one state.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who looks.
#[use_case]
pub async fn of_program(
    ctx: &Ctx,
    actor: &Actor,
    slug: &str,
    status: Option<RequestStatus>,
    before: Option<RequestId>,
) -> Result<ProgramRequests, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let counts = requests::count_by_status(&mut tx, program.id).await?;
    let mut rows = requests::of_program(&mut tx, program.id, status, before, page_limit()).await?;
    let pages = Pages::onward(&mut rows, PAGE_SIZE, |l| l.request.id);
    let (now, reader) = (ctx.now(), Reader::of(ctx, actor));
    Ok(ProgramRequests {
        program: program_ref(&program),
        counts: counts_in_order(&counts),
        cards: rows.iter().map(|l| card(reader, now, l, RequestSide::Coordinator)).collect(),
        pages,
    })
}

/// The page of matching: who can be paired, and a page of the program's requests.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who looks.
#[use_case]
pub async fn matching(ctx: &Ctx, actor: &Actor, slug: &str, search: &MatchingSearch) -> Result<MatchingPage, Error> {
    Ok(MatchingPage {
        pairing: pairs::pairing(ctx, actor, slug, search).await?,
        requests: of_program(ctx, actor, slug, search.status, search.before).await?,
    })
}

fn counts_in_order(counts: &[(RequestStatus, i64)]) -> Vec<StatusCount> {
    let count = |status| counts.iter().find(|(s, _)| *s == status).map_or(0, |(_, n)| *n);
    RequestStatus::ALL.iter().map(|status| StatusCount { status: *status, count: count(*status) }).collect()
}

/// One more than a page, to know whether there is a next one.
fn page_limit() -> i64 {
    i64::try_from(PAGE_SIZE + 1).unwrap_or(i64::MAX)
}

/// Open ones, those that wait for the reader first; and those that are out of time though nobody has written it down yet.
fn split(reader: Reader, now: DateTime<Utc>, rows: &[Listed], side: RequestSide) -> (Vec<RequestCard>, Vec<RequestCard>) {
    let cards = rows.iter().map(|l| card(reader, now, l, side));
    let (mut open, late): (Vec<_>, Vec<_>) = cards.partition(|c| c.status == RequestStatus::Pending);
    open.sort_by_key(|c| !c.my_turn);
    (open, late)
}

fn side_of(reader: Reader, listed: &Listed) -> RequestSide {
    if listed.request.mentee_id == reader.id { RequestSide::Asker } else { RequestSide::Asked }
}

/// Whether a request waits for its reader.
pub(super) fn my_turn(side: RequestSide, status: RequestStatus, turn: Turn) -> bool {
    let mine = matches!((side, turn), (RequestSide::Asked, Turn::Asked) | (RequestSide::Asker, Turn::Asker));
    mine && status == RequestStatus::Pending
}

fn card(reader: Reader, now: DateTime<Utc>, listed: &Listed, side: RequestSide) -> RequestCard {
    let listed = &called(reader.i18n, listed.clone());
    let request = &listed.request;
    let status = request.clock().status_at(request.status, now);
    RequestCard {
        id: request.id,
        program: ProgramRef { slug: listed.program_slug.clone(), name: listed.program_name.clone() },
        mentee: Face {
            id: request.mentee_id,
            name: listed.mentee_name.clone(),
            headline: listed.mentee_headline.clone(),
            picture: listed.mentee_picture,
        },
        mentor: Face {
            id: request.mentor_id,
            name: listed.mentor_name.clone(),
            headline: listed.mentor_headline.clone(),
            picture: listed.mentor_picture,
        },
        side,
        status,
        my_turn: my_turn(side, status, request.turn),
        state: words::state(reader, side, request, status, (&listed.mentee_name, &listed.mentor_name)),
        excerpt: excerpt(&request.body),
        asked_on: reader.day(request.created_at),
    }
}
