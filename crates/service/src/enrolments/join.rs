//! Enrolling, and changing one's enrolment: one page, one form.

use super::locked::{self, ActiveMentorships};
use super::notify;
use crate::access::{self, ProgramAccess};
use crate::accounts::WAITING_PER_ENROLMENT;
use crate::parties::program_ref;
use crate::questions::{self, Answers, Typed, asked_by};
use crate::{Actor, Ctx, Error};
use domain::enrolments::views::{Asked, JoinPage};
use domain::enrolments::{EnrolmentAction, EnrolmentDraft, EnrolmentFields, EnrolmentStatus, JoinFacts, may_join};
use domain::events::EventKind;
use domain::fit::Criterion;
use domain::problem::Problems;
use domain::programs::JoinPolicy;
use domain::programs::questions::Question;
use domain::{PersonId, Refusal};
use store::enrolments::Enrolment;
use store::programs::{self, Program};
use store::{Json, Tx, enrolments};
use use_case::use_case;

/// The form as it comes in.
#[derive(Debug, Clone, Default)]
pub struct EnrolmentForm {
    /// Sides, capacity, what matters most.
    pub draft: EnrolmentDraft,
    /// Answers by the questions' ids.
    pub answers: Typed,
}

/// The page one enrols on. `link` is the secret part of the program's link, if one came by it.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, and they have no link to it.
#[use_case]
pub async fn join_page(ctx: &Ctx, actor: &Actor, slug: &str, link: &str) -> Result<JoinPage, Error> {
    let mut tx = ctx.read().await?;
    let access = enter(&mut tx, actor, slug, link).await?;
    let program = &access.program;
    let current = access.enrolment.as_ref().filter(|e| !e.status.is_over());
    let before = access.enrolment.as_ref();
    let asked = asked_by(&mut tx, program).await?;
    let answers = Answers::read(&mut tx, before.map(|e| e.id).as_slice(), actor.locale).await?;
    let typed = |question: &Question| before.map(|e| answers.typed(e.id, question)).unwrap_or_default();
    let active = ActiveMentorships::of(&mut tx, program, actor.id).await?;
    let refusal = if current.is_some() { None } else { may_join(&facts(actor, &access, link)).err() };
    Ok(JoinPage {
        program: program_ref(program),
        summary: program.summary.clone(),
        agreement: program.agreement.clone(),
        approval: program.approval,
        link: link.to_owned(),
        status: current.map(|e| e.status),
        refusal,
        as_mentor: before.is_some_and(|e| e.as_mentor),
        as_mentee: before.is_some_and(|e| e.as_mentee),
        capacity: before.filter(|e| e.as_mentor).map_or(program.default_capacity, |e| e.capacity),
        criteria: before.map(|e| ranked(&e.criteria.0)).unwrap_or_default(),
        questions: asked.into_iter().map(|question| Asked { typed: typed(&question), question }).collect(),
        mentorships: active.count(),
    })
}

/// Enrols, enrols again after having left, or changes what one said before. Says where the enrolment is then.
///
/// # Errors
/// What is wrong with the form, why one may not, or a program that isn't there for the one who asks.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, slug: &str, link: &str, form: &EnrolmentForm) -> Result<EnrolmentStatus, Error> {
    let mut tx = ctx.write().await?;
    let access = enter(&mut tx, actor, slug, link).await?;
    let program = access.program.clone();
    // Looked at again once it is held: two tabs may send the same form.
    let before = locked::lock(&mut tx, &program, actor.id).await?;
    let access = ProgramAccess { enrolment: before.clone(), ..access };
    let joins = before.as_ref().is_none_or(|e| e.status.is_over());
    if joins {
        may_join(&facts(actor, &access, link))?;
    } else if program.status.is_over() {
        return Err(Refusal::EnrolmentClosed.into());
    }
    let mut problems = Problems::default();
    let fields = match form.draft.check() {
        Ok(fields) => Some(fields),
        Err(Problems(found)) => {
            problems.0.extend(found);
            None
        }
    };
    let sides = (form.draft.as_mentor, form.draft.as_mentee);
    let asked = asked_by(&mut tx, &program).await?;
    let answers = questions::check(ctx, &mut tx, actor, &asked, sides, &form.answers, &mut problems).await?;
    problems.into_result()?;
    let Some(fields) = fields else { return Err(Error::Internal("a form without problems and without fields".to_owned())) };

    let enrolment = match before {
        None => join(ctx, &mut tx, &program, actor.id, fields).await?,
        Some(before) => change(ctx, &mut tx, &program, before, fields).await?,
    };
    store::questions::replace_answers(&mut tx, enrolment.id, &answers).await?;
    programs::touch_roster(&mut tx, program.id).await?;
    notify::event(
        ctx,
        &mut tx,
        &program,
        Some(actor.id),
        &enrolment,
        if joins { EventKind::EnrolmentJoined } else { EventKind::EnrolmentChanged },
    )
    .await?;
    // Whoever leaves and comes back again and again sends coordinators no mail each time.
    let waits = joins && enrolment.status == EnrolmentStatus::Pending;
    if waits && ctx.limits.take(ctx.now(), WAITING_PER_ENROLMENT, &enrolment.id.to_string()).is_ok() {
        notify::waiting(ctx, &mut tx, &program, &actor.name).await?;
    }
    tx.commit().await?;
    Ok(enrolment.status)
}

async fn join(ctx: &Ctx, tx: &mut Tx, program: &Program, person: PersonId, fields: EnrolmentFields) -> Result<Enrolment, Error> {
    let now = ctx.now();
    let enrolment = Enrolment {
        id: ctx.id(),
        program_id: program.id,
        person_id: person,
        status: EnrolmentStatus::first(program.approval),
        as_mentor: fields.as_mentor,
        as_mentee: fields.as_mentee,
        capacity: fields.capacity,
        criteria: Json(words(&fields.criteria)),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    if enrolments::insert(tx, &enrolment).await? { Ok(enrolment) } else { Err(Refusal::AlreadyEnrolled.into()) }
}

async fn change(ctx: &Ctx, tx: &mut Tx, program: &Program, before: Enrolment, fields: EnrolmentFields) -> Result<Enrolment, Error> {
    let active = ActiveMentorships::of(tx, program, before.person_id).await?;
    if (!fields.as_mentor && active.mentees > 0) || (!fields.as_mentee && active.placed) {
        return Err(Refusal::HasActiveMentorships.into());
    }
    if fields.as_mentor && i64::from(fields.capacity) < active.mentees {
        return Err(Refusal::CapacityBelowMentorships.into());
    }
    let status = if before.status == EnrolmentStatus::Left {
        before.status.apply(EnrolmentAction::Rejoin, program.approval)?
    } else {
        before.status
    };
    let mut enrolment = Enrolment {
        status,
        as_mentor: fields.as_mentor,
        as_mentee: fields.as_mentee,
        capacity: fields.capacity,
        criteria: Json(words(&fields.criteria)),
        ..before
    };
    locked::write(ctx, tx, program, &mut enrolment).await?;
    Ok(enrolment)
}

/// The program as the one who asks sees it; who came by its link sees it too.
async fn enter(tx: &mut Tx, actor: &Actor, slug: &str, link: &str) -> Result<ProgramAccess, Error> {
    let program = programs::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    if link_opens(&program, link) && program.status.is_published() {
        return access::program_roles(tx, Some(actor.id), program).await;
    }
    access::program(tx, Some(actor), slug).await
}

fn link_opens(program: &Program, link: &str) -> bool {
    program.join_policy == JoinPolicy::Link && !link.is_empty() && program.join_token == link
}

fn facts(actor: &Actor, access: &ProgramAccess, link: &str) -> JoinFacts {
    JoinFacts {
        program: access.program.status,
        policy: access.program.join_policy,
        in_organisation: access.program.organisation_id.is_some(),
        member: access.org_role.is_some() || access.coordinator,
        has_link: link_opens(&access.program, link),
        before: access.enrolment.as_ref().map(|e| e.status),
        verified: actor.verified,
    }
}

fn words(criteria: &[Criterion]) -> Vec<String> {
    criteria.iter().map(ToString::to_string).collect()
}

fn ranked(words: &[String]) -> Vec<Criterion> {
    words.iter().filter_map(|word| word.parse().ok()).collect()
}
