//! A coordinator brings two people together by hand.

use super::lists::of_program;
use super::news::{News, Telling, space_link, tell};
use super::{hold_pair, party, place, words};
use crate::{Actor, Ctx, Error, access};
use domain::MentorshipId;
use domain::requests::views::{Face, MatchingPage, MatchingSearch, PairingChoice, PairingPage};
use store::programs;
use store::requests::{self, Candidate, parties};
use use_case::use_case;

/// Names offered at once on each side; the search finds the rest.
const CHOICES: i64 = 100;

/// Makes a mentorship of two participants at once. The mentee's open requests in the program close.
///
/// # Errors
/// Nobody chosen, not a coordinator, or why the pair can't come about.
#[use_case]
pub async fn pair(ctx: &Ctx, actor: &Actor, slug: &str, mentee: &str, mentor: &str) -> Result<MentorshipId, Error> {
    let (mentee, mentor) = domain::requests::pair(mentee, mentor)?;
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    hold_pair(&mut tx, program.id, mentor, mentee).await?;
    requests::hold_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    place::check(&mut tx, &program, mentor, mentee, place::Held::Places).await??;
    let mentorship = place::make(ctx, &mut tx, &program, mentor, mentee, None, actor.id).await?;
    let people = parties(&mut tx, &[mentor, mentee]).await?;
    let (mentor, mentee) = (party(&people, mentor)?, party(&people, mentee)?);
    let link = space_link(mentorship);
    for (news, to, other) in [(News::PairedWithMentor, mentee, mentor), (News::PairedWithMentee, mentor, mentee)] {
        let telling = Telling { program: &program, to, other: &other.name, link: &link, quote: None, until: None };
        tell(ctx, &mut tx, news, &telling).await?;
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
        pairing: pairing(ctx, actor, slug, &search.mentee, &search.mentor).await?,
        requests: of_program(ctx, actor, slug, search.status, search.before).await?,
    })
}

/// Who can be paired: mentees without a mentor and mentors with room, by parts of their names.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who looks.
#[use_case]
pub async fn pairing(ctx: &Ctx, actor: &Actor, slug: &str, mentee: &str, mentor: &str) -> Result<PairingPage, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let (mentee, mentor) = (mentee.trim(), mentor.trim());
    let mentees = requests::mentees(&mut tx, program.id, mentee, CHOICES).await?;
    let mentors = requests::mentors(&mut tx, program.id, mentor, CHOICES).await?;
    Ok(PairingPage {
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
