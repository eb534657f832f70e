//! A coordinator brings two people together by hand.

use super::lists::of_program;
use super::notification::{NotificationContext, PairingNotification, notify, space_link};
use super::{lock_pair, party, place, words};
use crate::fit;
use crate::names::called;
use crate::{Actor, Ctx, Error, access};
use chrono::Duration;
use domain::fit::views::CardFit;
use domain::requests::views::{ChosenPair, MatchingPage, MatchingSearch, PairMade, PairingChoice, PairingPage};
use domain::shared::Face;
use domain::{MentorshipId, PersonId};
use i18n::I18n;
use store::Tx;
use store::match_runs::publishing;
use store::programs::{self, Program};
use store::requests::{self, Candidate, Contact, parties};
use use_case::use_case;

/// Names offered at once on each side; the search finds the rest.
const CHOICES: i64 = 100;
/// Pairs made by hand that can be taken back from the page.
const LATELY: i64 = 5;
/// How long they are shown there.
const LATE: Duration = Duration::days(1);

/// Makes a mentorship of two participants at once. The mentee's open requests in the program close.
///
/// # Errors
/// Nobody chosen, not a coordinator, or why the pair can't come about.
#[use_case]
pub async fn pair(ctx: &Ctx, actor: &Actor, slug: &str, mentee: &str, mentor: &str) -> Result<MentorshipId, Error> {
    let (mentee, mentor) = domain::requests::pair(mentee, mentor)?;
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    lock_pair(&mut tx, program.id, mentor, mentee).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    place::check(&mut tx, &program, mentor, mentee, place::ReservedPlaces::Places).await??;
    let mentorship = place::make(ctx, &mut tx, &program, mentor, mentee, None, actor.id).await?;
    let people = parties(&mut tx, &[mentor, mentee]).await?;
    let (mentor, mentee) = (party(&people, mentor)?, party(&people, mentee)?);
    let link = space_link(mentorship);
    for (notification, to, other) in
        [(PairingNotification::PairedWithMentor, mentee, mentor), (PairingNotification::PairedWithMentee, mentor, mentee)]
    {
        let context = NotificationContext { program: &program, to, other: &other.name, link: &link, quote: None, until: None };
        notify(ctx, &mut tx, notification, &context).await?;
    }
    tx.commit().await?;
    Ok(mentorship)
}

/// The page of matching: who can be paired, and a page of the program's requests.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who looks.
#[use_case]
pub async fn matching(ctx: &Ctx, actor: &Actor, slug: &str, search: &MatchingSearch) -> Result<MatchingPage, Error> {
    Ok(MatchingPage {
        pairing: pairing(ctx, actor, slug, search).await?,
        requests: of_program(ctx, actor, slug, search.status, search.before).await?,
    })
}

/// Who can be paired: mentees without a mentor and mentors with room, by parts of their names; the two who were chosen; and whom
/// coordinators have brought together lately.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who looks.
#[use_case]
pub async fn pairing(ctx: &Ctx, actor: &Actor, slug: &str, search: &MatchingSearch) -> Result<PairingPage, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let (mentee, mentor) = (search.mentee.trim(), search.mentor.trim());
    let mentees = requests::mentees(&mut tx, program.id, mentee, CHOICES).await?;
    let mentors = requests::mentors(&mut tx, program.id, mentor, CHOICES).await?;
    let chosen = match search.chosen_mentee.zip(search.chosen_mentor) {
        Some((mentee, mentor)) => chosen(ctx, &mut tx, actor, &program, mentee, mentor).await?,
        None => None,
    };
    let lately = publishing::by_hand(&mut tx, program.id, ctx.now() - LATE, LATELY).await?;
    Ok(PairingPage {
        chosen,
        lately: lately.into_iter().map(|made| PairMade { id: made.id, mentee: made.mentee, mentor: made.mentor }).collect(),
        program: words::program_ref(&program),
        mentees: mentees.into_iter().map(choice).collect(),
        mentees_total: requests::count_mentees(&mut tx, program.id, mentee).await?,
        mentors: mentors.into_iter().map(choice).collect(),
        mentors_total: requests::count_mentors(&mut tx, program.id, mentor).await?,
    })
}

fn choice(c: Candidate) -> PairingChoice {
    PairingChoice { face: Face { id: c.id, name: c.name, headline: c.headline, picture: c.picture_id }, room: c.room }
}

/// Two people, how they fit, and what stands in the way. Somebody who takes no part in the program is nobody here.
async fn chosen(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    program: &Program,
    mentee: PersonId,
    mentor: PersonId,
) -> Result<Option<ChosenPair>, Error> {
    let fit = fit::for_coordinator(ctx, tx, program, mentee, mentor, I18n::of(actor.locale)).await?;
    if fit == CardFit::NotAsked {
        return Ok(None);
    }
    let people = called(I18n::of(actor.locale), parties(tx, &[mentor, mentee]).await?);
    let refusal = place::check(tx, program, mentor, mentee, place::ReservedPlaces::Places).await?.err();
    let open = requests::open_mentors_of(tx, program.id, mentee, ctx.now()).await?.len();
    Ok(Some(ChosenPair {
        mentee: face(party(&people, mentee)?),
        mentor: face(party(&people, mentor)?),
        fit,
        refusal,
        closing: i64::try_from(open).unwrap_or(i64::MAX),
    }))
}

fn face(party: &Contact) -> Face {
    Face { id: party.id, name: party.name.clone(), headline: party.headline.clone(), picture: party.picture_id }
}
