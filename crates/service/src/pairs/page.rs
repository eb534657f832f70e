//! Who can be brought together by hand, and how two fit who were chosen, for a coordinator.

use super::{ReservedPlaces, may_pair};
use crate::names::called;
use crate::parties::{Parties, face, program_ref};
use crate::{Actor, Ctx, Error, access, fit};
use chrono::Duration;
use domain::PersonId;
use domain::fit::views::CardFit;
use domain::requests::views::{ChosenPair, MatchingSearch, PairMade, PairingChoice, PairingPage};
use domain::shared::Face;
use store::Tx;
use store::match_runs::publishing;
use store::programs::Program;
use store::requests::{self, Candidate};
use use_case::use_case;

/// Names offered at once on each side; the search finds the rest.
const CHOICES: i64 = 100;
/// Pairs made by hand that can be taken back from the page.
const LATELY: i64 = 5;
/// How long they are shown there.
const LATE: Duration = Duration::days(1);

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
        program: program_ref(&program),
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
    let fit = fit::for_coordinator(ctx, tx, program, mentee, mentor, actor.i18n()).await?;
    if fit == CardFit::NotAsked {
        return Ok(None);
    }
    let people = called(actor.i18n(), Parties::read(tx, vec![mentor, mentee]).await?);
    let refusal = may_pair(tx, program, mentor, mentee, ReservedPlaces::Places).await?.err();
    let open = requests::open_mentors_of(tx, program.id, mentee, ctx.now()).await?.len();
    Ok(Some(ChosenPair {
        mentee: face(people.get(mentee)?),
        mentor: face(people.get(mentor)?),
        fit,
        refusal,
        closing: i64::try_from(open).unwrap_or(i64::MAX),
    }))
}
