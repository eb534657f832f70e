//! A program's settings, also when somebody else changed them meanwhile: what fits is joined, what doesn't is shown, nothing
//! is lost.

use super::{face, tell};
use crate::{Actor, Ctx, Error, access};
use domain::events::EventKind;
use domain::programs::views::{Coordinator, Settings, SettingsVersions};
use domain::programs::{SettingsDraft, SettingsField, SettingsFields, SettingsMerge, changes, merge};
use domain::{ProblemCode, Problems, Refusal};
use serde_json::json;
use store::programs::{self, Program};
use use_case::use_case;

/// The settings' form as it comes back.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// The version that the form was made from.
    pub version: i32,
    /// What it said then.
    pub base: SettingsDraft,
    /// What it says now.
    pub mine: SettingsDraft,
    /// Fields of which the version in `base` is kept, whatever `mine` says: an answer to a conflict.
    pub keep: Vec<SettingsField>,
}

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
        version: program.version,
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
/// As [`settings`], everything that is wrong with the form, a refusal once the program is over, and [`Error::Conflict`] with
/// [`SettingsVersions`] when both changed the same field differently.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, slug: &str, edit: &Edit) -> Result<String, Error> {
    let mut tx = ctx.write().await?;
    let seen = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let mut program = programs::lock(&mut tx, seen.id).await?.ok_or(Error::NotFound)?;
    if program.status.is_over() {
        return Err(Refusal::NotFromThisState.into());
    }
    let organisation = program.organisation_id.is_some();
    let mut mine = edit.mine.clone();
    for field in &edit.keep {
        mine.set(*field, edit.base.value(*field).to_owned());
    }
    let mine = mine.check(organisation)?;
    let theirs = fields_of(&program);
    let fields = if edit.version == program.version {
        mine
    } else {
        // The base is only what the form said: one that doesn't read is no form of ours.
        let base = edit.base.check(organisation).map_err(|_| Refusal::NotFromThisState)?;
        match merge(&base, &mine, &theirs) {
            SettingsMerge::Clean(fields) => fields,
            SettingsMerge::Conflict { joined, fields } => {
                let versions = SettingsVersions { version: program.version, theirs: SettingsDraft::from(&theirs), joined: *joined, fields };
                return Err(match serde_json::to_string(&versions) {
                    Ok(json) => Error::Conflict(json),
                    Err(error) => Error::Internal(error.to_string()),
                });
            }
        }
    };
    let changed: Vec<&str> = changes(&theirs, &fields).into_iter().map(|change| change.field.as_str()).collect();
    if !changed.is_empty() {
        take(&mut program, fields);
        program.updated_at = ctx.now();
        if !programs::update(&mut tx, &program).await? {
            return Err(Problems::one("slug", ProblemCode::Taken).into());
        }
        tell::event(ctx, &mut tx, actor, &program, EventKind::ProgramChanged, json!({ "fields": changed })).await?;
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
