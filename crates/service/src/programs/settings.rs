//! A program's settings, also when somebody else changed them meanwhile: what fits is joined, what doesn't is shown, nothing
//! is lost.

use super::{face, notify};
use crate::{Actor, Ctx, Error, access};
use domain::editing::{Edit, changes};
use domain::events::EventKind;
use domain::programs::views::{Coordinator, Settings};
use domain::programs::{SettingsDraft, SettingsFields, merge_settings};
use domain::{ProblemCode, Problems, Refusal};
use serde_json::json;
use store::programs::{self, Program};
use use_case::use_case;

/// A program's settings.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn settings(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Settings, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let coordinators = programs::coordinators(&mut tx, program.id).await?;
    Ok(Settings {
        draft: SettingsDraft::from(&fields_of(&program)),
        organisation: program.organisation_id.is_some(),
        picture: program.picture_id,
        coordinators: coordinators.into_iter().map(|c| Coordinator { me: c.id == actor.id, face: face::face(c) }).collect(),
        slug: program.slug,
        name: program.name,
    })
}

/// Saves a program's settings and gives its name in addresses. Changes that somebody else made since the form's version stay.
///
/// # Errors
/// As [`settings`], everything that is wrong with the form, a refusal once the program is over, and [`Error::Conflict`] when
/// both changed the same field differently.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, slug: &str, edit: &Edit<SettingsDraft>) -> Result<String, Error> {
    let mut tx = ctx.write().await?;
    let seen = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let mut program = programs::lock(&mut tx, seen.id).await?.ok_or(Error::NotFound)?;
    if program.status.is_over() {
        return Err(Refusal::NotFromThisState.into());
    }
    let organisation = program.organisation_id.is_some();
    let mine = SettingsDraft::from(&edit.chosen().check(organisation)?);
    let theirs = SettingsDraft::from(&fields_of(&program));
    let base = match &edit.base {
        // The base is only what the form said: one that doesn't read is no form of ours.
        Some(base) => SettingsDraft::from(&base.check(organisation).map_err(|_| Refusal::NotFromThisState)?),
        None => theirs.clone(),
    };
    let draft = merge_settings(&base, &mine, &theirs).map_err(|conflict| Error::conflict(&conflict))?;
    let changed: Vec<&str> = changes(&theirs, &draft).into_iter().map(|change| change.field.as_str()).collect();
    if !changed.is_empty() {
        take(&mut program, draft.check(organisation)?);
        program.updated_at = ctx.now();
        if !programs::update(&mut tx, &program).await? {
            return Err(Problems::one("slug", ProblemCode::Taken).into());
        }
        notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramChanged, json!({ "fields": changed })).await?;
    }
    tx.commit().await?;
    Ok(program.slug)
}

fn fields_of(program: &Program) -> SettingsFields {
    SettingsFields {
        name: program.name.clone(),
        slug: program.slug.clone(),
        summary: program.summary.clone(),
        description: program.description.clone(),
        starts_on: program.starts_on,
        ends_on: program.ends_on,
        length_weeks: program.length_weeks,
        join_policy: program.join_policy,
        approval: program.approval,
        matching: program.matching,
        default_capacity: program.default_capacity,
        max_open_requests: program.max_open_requests,
        request_days: program.request_days,
        publish_as: program.publish_as,
        proposal_days: program.proposal_days,
        agreement: program.agreement.clone(),
    }
}

fn take(program: &mut Program, fields: SettingsFields) {
    program.name = fields.name;
    program.slug = fields.slug;
    program.summary = fields.summary;
    program.description = fields.description;
    program.starts_on = fields.starts_on;
    program.ends_on = fields.ends_on;
    program.length_weeks = fields.length_weeks;
    program.join_policy = fields.join_policy;
    program.approval = fields.approval;
    program.matching = fields.matching;
    program.default_capacity = fields.default_capacity;
    program.max_open_requests = fields.max_open_requests;
    program.request_days = fields.request_days;
    program.publish_as = fields.publish_as;
    program.proposal_days = fields.proposal_days;
    program.agreement = fields.agreement;
}
