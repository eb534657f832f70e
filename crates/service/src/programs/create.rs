//! A program begins: a template and a name, and everything else has good defaults.

use super::{notify, templates};
use crate::accounts::PROGRAMS_A_DAY;
use crate::{Actor, Ctx, Error, Reader, tokens};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::events::EventKind;
use domain::limits::{OPEN_REQUESTS_DEFAULT, PROPOSAL_DAYS_DEFAULT, REQUEST_DAYS_DEFAULT};
use domain::organisations::OrgRole;
use domain::programs::views::{NewProgram, Place};
use domain::programs::{JoinPolicy, ProgramStatus, ProgramTemplate, PublishAs, free_slug, program_name, suggest_slug};
use domain::{OrganisationId, ProblemCode, Problems, ProgramId, Refusal, fields};
use serde_json::json;
use store::programs::{self, Program};
use store::{Tx, bulk, organisations};
use use_case::use_case;

/// The form on which a program begins.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The word of a [`ProgramTemplate`].
    pub template: String,
    /// Its name.
    pub name: String,
    /// The organisation's id; empty for the open community.
    pub organisation: String,
}

/// What a program can start from, and where the actor may make one.
#[use_case]
pub async fn start(ctx: &Ctx, actor: &Actor) -> Result<NewProgram, Error> {
    let mut tx = ctx.read().await?;
    let places = programs::managed_by(&mut tx, actor.id).await?;
    Ok(NewProgram { templates: templates::cards(actor.locale), places: places.into_iter().map(|(id, name)| Place { id, name }).collect() })
}

/// Makes a program as a draft, with the template's words in the actor's language; they become its coordinator. Gives its
/// name in addresses.
///
/// In an organisation its owners and admins may, in the open community whoever has confirmed their address.
///
/// # Errors
/// What is wrong with the form, [`Refusal::EmailNotVerified`], [`Error::NotFound`] for an organisation that one isn't a member
/// of, [`Error::Forbidden`] for one that one doesn't manage, too many in a day.
#[use_case]
pub async fn create(ctx: &Ctx, actor: &Actor, form: &Start) -> Result<String, Error> {
    if !actor.verified {
        return Err(Refusal::EmailNotVerified.into());
    }
    let (template, name, organisation) = check(form)?;
    let mut tx = ctx.write().await?;
    if let Some(organisation) = organisation {
        match organisations::role_of(&mut tx, organisation, actor.id).await? {
            Some(role) if OrgRole::manages(role) => {}
            Some(_) => return Err(Error::Forbidden),
            None => return Err(Error::NotFound),
        }
    }
    ctx.limits.one_more(ctx, PROGRAMS_A_DAY, actor)?;
    let suggestion = suggest_slug(&name);
    let slug = free_slug(&suggestion, &programs::slugs_like(&mut tx, &suggestion).await?);
    let program = row(ctx, actor, template, name, slug, organisation);
    if !programs::insert(&mut tx, &program).await? {
        // Somebody took the same address in this very moment.
        return Err(Problems::one("name", ProblemCode::Taken).into());
    }
    programs::add_coordinator(&mut tx, program.id, actor.id).await?;
    ask(ctx, &mut tx, actor, program.id, template).await?;
    notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramCreated, json!({ "template": program.template })).await?;
    tx.commit().await?;
    Ok(program.slug)
}

fn check(form: &Start) -> Result<(&'static templates::Template, String, Option<OrganisationId>), Problems> {
    let mut problems = Problems::default();
    let template = fields::choice::<ProgramTemplate>(&form.template).and_then(|id| templates::of(id).ok_or(ProblemCode::NotAChoice));
    let template = problems.check("template", template);
    let name = problems.check("name", program_name(&form.name));
    let organisation = match form.organisation.trim() {
        "" => Some(None),
        id => problems.check("organisation", id.parse().map(Some).map_err(|_| ProblemCode::NotAChoice)),
    };
    match (template, name, organisation) {
        (Some(template), Some(name), Some(organisation)) => Ok((template, name, organisation)),
        _ => Err(problems),
    }
}

fn row(
    ctx: &Ctx,
    actor: &Actor,
    template: &templates::Template,
    name: String,
    slug: String,
    organisation: Option<OrganisationId>,
) -> Program {
    let now = ctx.now();
    Program {
        id: ctx.id(),
        organisation_id: organisation,
        slug,
        template: template.id,
        kind: template.kind,
        status: ProgramStatus::Draft,
        name,
        summary: template.summary.get(actor.locale),
        description: template.description.get(actor.locale),
        picture_id: None,
        starts_on: first_day(Reader::of(ctx, actor).today),
        ends_on: None,
        length_weeks: template.length_weeks,
        join_policy: joining(template.join_policy, organisation.is_some()),
        approval: template.approval,
        join_token: tokens::new(ctx).secret,
        matching: template.matching,
        default_capacity: template.default_capacity,
        max_open_requests: OPEN_REQUESTS_DEFAULT,
        request_days: REQUEST_DAYS_DEFAULT,
        publish_as: PublishAs::Begun,
        proposal_days: PROPOSAL_DAYS_DEFAULT,
        agreement: template.agreement.get(actor.locale),
        roster_version: 1,
        version: 1,
        created_at: now,
        updated_at: now,
    }
}

/// The open community has no members to keep a program to.
const fn joining(template: JoinPolicy, organisation: bool) -> JoinPolicy {
    match template {
        JoinPolicy::Members if !organisation => JoinPolicy::Everyone,
        other => other,
    }
}

/// The first Monday after two weeks: time to invite people.
fn first_day(today: NaiveDate) -> Option<NaiveDate> {
    let soonest = today.checked_add_days(Days::new(14))?;
    soonest.iter_days().take(7).find(|day| day.weekday() == Weekday::Mon)
}

/// The template's questions become the program's, in the actor's language.
async fn ask(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: ProgramId, template: &templates::Template) -> Result<(), Error> {
    let rows: Vec<bulk::Question> = (0_i32..)
        .zip(&template.question)
        .map(|(position, question)| bulk::Question {
            id: ctx.id(),
            program_id: program,
            position,
            kind: question.kind,
            audience: question.audience,
            prompt: question.prompt.get(actor.locale),
            options: question.options(actor.locale),
            required: question.required,
            counted: question.counted,
        })
        .collect();
    Ok(bulk::questions(tx, &rows).await?)
}
