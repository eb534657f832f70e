//! The space of one mentorship.

use super::MentorshipAccess;
use super::waiting::Known;
use super::words::{at_a_glance, head};
use crate::names::called;
use crate::{Actor, Ctx, Error, Reader};
use domain::MentorshipId;
use domain::mentorships::views::{AgreementView, Ended, ReviewView, SignatureView, Space, SpaceMay};
use domain::mentorships::{MentorshipAction, MentorshipStatus};
use i18n::m;
use store::mentorships::{Party, Review, Signature};
use store::{Tx, accounts, goals, mentorships};
use use_case::use_case;

/// The space: who, since when and until when, the agreement, how far the goals are, what waits for the reader.
///
/// # Errors
/// [`Error::NotFound`] for whoever is neither of the two nor a coordinator of the program.
#[use_case]
pub async fn space(ctx: &Ctx, actor: &Actor, id: MentorshipId) -> Result<Space, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let access = MentorshipAccess::read(&mut tx, actor, id).await?;
    let signatures = mentorships::signatures(&mut tx, id).await?;
    let reviews = mentorships::reviews(&mut tx, id).await?;
    let party = access.role.is_party();
    let known = if party { Some(Known::read(&mut tx, reader, Some(id)).await?) } else { None };
    let progress = match &known {
        Some(known) => at_a_glance(known.counted.iter()),
        None => at_a_glance(goals::lists::progress_of(&mut tx, &[id]).await?.iter()),
    };
    let ended = ended(&mut tx, reader, &access).await?;
    Ok(Space {
        head: head(reader, &access, progress.proposed + progress.open),
        ended,
        agreement: agreement(reader, &access, &signatures),
        progress,
        waiting: known.as_ref().map(|known| known.waiting()).unwrap_or_default(),
        more_due: known.is_some_and(|known| known.more_due),
        may: may(actor, &access, &signatures, &reviews),
        reviewed: reviews.iter().any(|r| r.person_id == actor.id),
        reviews: if party { Vec::new() } else { reviews.iter().map(|r| review_view(&access, r)).collect() },
    })
}

fn agreement(reader: Reader, access: &MentorshipAccess, signatures: &[Signature]) -> Option<AgreementView> {
    let row = &access.row;
    if row.agreement.is_empty() && row.status != MentorshipStatus::Proposed {
        return None;
    }
    let place = |party: &Party| SignatureView {
        name: party.name.clone(),
        signed_on: signatures.iter().find(|s| s.person_id == party.id).map(|s| reader.day(s.signed_at)),
    };
    Some(AgreementView { text: row.agreement.clone(), signatures: vec![place(&access.mentor), place(&access.mentee)] })
}

fn may(actor: &Actor, access: &MentorshipAccess, signatures: &[Signature], reviews: &[Review]) -> SpaceMay {
    let (role, status) = (access.role, access.row.status);
    let can = |action| role.may(action) && status.apply(action).is_ok();
    let something_to_sign = status == MentorshipStatus::Proposed || (status.can_be_worked_in() && !access.row.agreement.is_empty());
    SpaceMay {
        sign: role.is_party() && something_to_sign && !signatures.iter().any(|s| s.person_id == actor.id),
        pause: can(MentorshipAction::Pause),
        resume: can(MentorshipAction::Resume),
        complete: can(MentorshipAction::Complete),
        end: can(MentorshipAction::End),
        review: role.is_party() && status.asks_for_review() && !reviews.iter().any(|r| r.person_id == actor.id),
        goals: role.is_party(),
    }
}

fn review_view(access: &MentorshipAccess, review: &Review) -> ReviewView {
    let party = if review.person_id == access.mentor.id { &access.mentor } else { &access.mentee };
    ReviewView { name: party.name.clone(), rating: review.rating, sentence: review.sentence.clone() }
}

/// How it ended, with the name of whoever ended it, who may be a coordinator.
async fn ended(tx: &mut Tx, reader: Reader, access: &MentorshipAccess) -> Result<Option<Ended>, Error> {
    let row = &access.row;
    let Some(at) = row.ended_at else { return Ok(None) };
    let i18n = reader.i18n;
    let by = match row.ended_by {
        Some(person) if person == access.mentor.id => Some(access.mentor.name.clone()),
        Some(person) if person == access.mentee.id => Some(access.mentee.name.clone()),
        Some(person) => called(i18n, accounts::by_id(tx, person).await?.map(|a| a.name)),
        None => None,
    };
    let day = reader.date(at);
    let early = row.status == MentorshipStatus::EndedEarly;
    let sentence = match by {
        Some(name) if early => i18n.f(m::MENTORSHIPS_ENDED_BY, &[("name", &name), ("date", &day)]),
        Some(name) => i18n.f(m::MENTORSHIPS_COMPLETED_BY, &[("name", &name), ("date", &day)]),
        None => i18n.f(m::MENTORSHIPS_ENDED_ON, &[("to", &day)]),
    };
    Ok(Some(Ended { sentence, reason: row.end_reason.clone() }))
}
