//! Publishing: pairs of a run become mentorships or are proposed to both, all of those chosen in one transaction. A pair that became impossible
//! meanwhile is left out and says why.

use super::proposing::{Proposals, notify_both, proposal};
use super::{conflict, event};
use crate::announce::Batch;
use crate::notify::{PairingNotification, ToBoth, space_link};
use crate::pairs::{announce_closed, began, mentorship};
use crate::parties::Parties;
use crate::spaces::NewSpaces;
use crate::{Actor, Ctx, Error, access};
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::match_runs::{Couple, RunStatus};
use domain::programs::PublishAs;
use domain::requests::{AcceptFacts, CloseReason, may_accept};
use domain::{PersonId, ProblemCode, Problems, Refusal};
use std::collections::{HashMap, HashSet};
use store::match_runs::publishing::{self, PairedPerson};
use store::match_runs::{self, MatchRun, RunPair};
use store::mentorships::Mentorship;
use store::programs::{self, Program};
use store::requests::{self, Closing};
use store::{Json, Tx, bulk};
use use_case::use_case;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// So many mentorships or proposals.
    pub made: usize,
    /// So many pairs had become impossible.
    pub refused: usize,
}

/// Publishes pairs of a run: those named as `mentee:mentor`, or `all` that are not published yet. They begin at once or are
/// proposed to both, as the run's settings say. Both of each are told; a mentee's open requests close when a mentorship begins.
/// Places that the run gave a mentor beyond their enrolment become the enrolment's.
///
/// # Errors
/// Not a coordinator, no such run, none chosen, a run that was undone, a program that isn't active, or [`Error::Conflict`] when
/// the run changes at this moment.
#[use_case]
pub async fn publish(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, chosen: &[String], all: bool) -> Result<Published, Error> {
    let chosen = couples(chosen, all)?;
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let seen = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    publishing::lock_people(&mut tx, program.id, seen.id).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let mut run = match_runs::lock(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    if run.version != seen.version {
        return Err(conflict());
    }
    if run.status == RunStatus::Undone {
        return Err(Refusal::NotFromThisState.into());
    }
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    if !program.status.accepts_requests() {
        return Err(Refusal::ProgramNotActive.into());
    }

    let mut room = Room::read(&mut tx, &program, &run).await?;
    let mut pairs = match_runs::pairs(&mut tx, run.id).await?;
    // The best first, should there be less room than there was.
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.mentee_id));
    let paired = Proposals::of(&mut tx, run.id).await?;
    let declined: HashSet<(PersonId, PersonId)> = store::proposals::declined(&mut tx, program.id).await?.into_iter().collect();
    let begun = run.settings.publish_as == PublishAs::Begun;
    let mentors: Vec<PersonId> = pairs.iter().map(|pair| pair.mentor_id).collect();
    let mut spaces = NewSpaces::read(&mut tx, &program, &mentors).await?;
    let (mut made, mut proposed) = (Vec::new(), Vec::new());
    let mut refused = 0;
    for pair in pairs.iter_mut().filter(|pair| !paired.published(pair)) {
        let couple = pair.couple();
        if !all && !chosen.contains(&couple) {
            continue;
        }
        let no = declined.contains(&(couple.mentee, couple.mentor));
        let taken = if no { Err(Refusal::SaidNoBefore) } else { room.take(&program, couple) };
        match taken {
            Ok(()) if begun => {
                let id = ctx.id();
                let space = spaces.of(ctx, id, couple.mentor);
                let mentorship = mentorship(ctx, &program, (id, space), couple, room.zone(couple.mentee));
                pair.mentorship_id = Some(mentorship.id);
                pair.refusal = None;
                made.push(mentorship);
            }
            Ok(()) => {
                pair.refusal = None;
                proposed.push(proposal(ctx, &program, &run, couple));
            }
            Err(refusal) => {
                pair.refusal = Some(Json(refusal));
                refused += 1;
            }
        }
    }
    publishing::set_capacities(&mut tx, program.id, &room.raised(), ctx.now()).await?;
    spaces.write(&mut tx).await?;
    bulk::mentorships(&mut tx, &made).await?;
    bulk::proposals(&mut tx, &proposed).await?;
    match_runs::replace_pairs(&mut tx, run.id, &pairs).await?;
    let count = made.len() + proposed.len();
    if count > 0 {
        run.status = RunStatus::Published;
        run.published_at.get_or_insert(ctx.now());
    }
    match_runs::update(&mut tx, &run).await?;
    programs::touch_roster(&mut tx, program.id).await?;
    if begun {
        close_requests(ctx, &mut tx, &program, &run, &pairs).await?;
    }
    notify(ctx, &mut tx, actor, &program, &made).await?;
    notify_both(ctx, &mut tx, actor, &program, &proposed).await?;
    if count > 0 {
        let mut batch = Batch::default();
        event(ctx, &mut batch, actor.id, &program, &run, EventKind::MatchRunPublished);
        batch.write(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(Published { made: count, refused })
}

fn couples(chosen: &[String], all: bool) -> Result<HashSet<Couple>, Problems> {
    let couples: Result<HashSet<Couple>, ProblemCode> = chosen.iter().map(|text| text.parse()).collect();
    let couples = couples.map_err(|code| Problems::one("pairs", code))?;
    if couples.is_empty() && !all { Err(Problems::one("pairs", ProblemCode::TooFew { min: 1 })) } else { Ok(couples) }
}

/// Who has room and who is placed, kept true while pairs are made.
struct Room {
    people: HashMap<PersonId, PairedPerson>,
    /// Capacities of enrolments that are to rise, in the order in which they were needed.
    raised: HashMap<PersonId, i32>,
    places: HashMap<PersonId, i32>,
}

impl Room {
    async fn read(tx: &mut Tx, program: &Program, run: &MatchRun) -> Result<Self, Error> {
        let people = publishing::paired_people(tx, program.id, run.id).await?;
        let places = run.settings.places.iter().map(|places| (places.mentor, places.capacity)).collect();
        Ok(Self { people: people.into_iter().map(|paired| (paired.person_id, paired)).collect(), raised: HashMap::new(), places })
    }

    fn take(&mut self, program: &Program, couple: Couple) -> Result<(), Refusal> {
        let active = |paired: &&PairedPerson| paired.status == EnrolmentStatus::Active;
        let (mentee, mentor) = (self.people.get(&couple.mentee), self.people.get(&couple.mentor));
        let usual = mentor.map_or(0, |mentor| mentor.capacity);
        let capacity = self.places.get(&couple.mentor).map_or(usual, |places| usual.max(*places));
        may_accept(&AcceptFacts {
            same_person: couple.mentee == couple.mentor,
            asker_is_active_mentee: mentee.filter(active).is_some_and(|mentee| mentee.as_mentee),
            asked_is_active_mentor: mentor.filter(active).is_some_and(|mentor| mentor.as_mentor),
            program: program.status,
            mentees_now: mentor.map_or(0, |mentor| mentor.taken),
            capacity,
            mentee_has_mentor: mentee.is_some_and(|mentee| mentee.placed),
        })?;
        if let Some(mentor) = self.people.get_mut(&couple.mentor) {
            mentor.taken += 1;
            if mentor.taken > i64::from(usual) {
                self.raised.insert(couple.mentor, capacity);
            }
        }
        if let Some(mentee) = self.people.get_mut(&couple.mentee) {
            mentee.placed = true;
        }
        Ok(())
    }

    /// Somebody's IANA time zone.
    fn zone(&self, person: PersonId) -> &str {
        self.people.get(&person).map_or("", |paired| &paired.zone)
    }

    fn raised(&self) -> Vec<(PersonId, i32)> {
        self.raised.iter().map(|(mentor, capacity)| (*mentor, *capacity)).collect()
    }
}

/// Closes the open requests of mentees who now have a mentor. Who became their mentor hears it otherwise.
async fn close_requests(ctx: &Ctx, tx: &mut Tx, program: &Program, run: &MatchRun, pairs: &[RunPair]) -> Result<(), Error> {
    let closed = requests::close(tx, program.id, Closing::OfRun(run.id), CloseReason::MenteePlaced, ctx.now()).await?;
    let made: HashSet<(PersonId, PersonId)> =
        pairs.iter().filter(|pair| pair.mentorship_id.is_some()).map(|pair| (pair.mentee_id, pair.mentor_id)).collect();
    let others: Vec<_> = closed.into_iter().filter(|request| !made.contains(&(request.mentee_id, request.mentor_id))).collect();
    announce_closed(ctx, tx, &others, None).await
}

async fn notify(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, made: &[Mentorship]) -> Result<(), Error> {
    let people = Parties::read(tx, made.iter().flat_map(|mentorship| [mentorship.mentor_id, mentorship.mentee_id]).collect()).await?;
    let mut batch = Batch::default();
    for mentorship in made {
        let (mentor, mentee) = (people.get(mentorship.mentor_id)?, people.get(mentorship.mentee_id)?);
        let both = ToBoth { program, mentee, mentor, link: &space_link(mentorship.id), until: None };
        both.put(ctx, &mut batch, PairingNotification::PairedWithMentor, PairingNotification::PairedWithMentee);
        batch.event(ctx, began(program, mentorship, actor.id));
    }
    batch.write(tx).await
}
