//! The demo: an organisation with its programs, the open community, and people who are in the middle of it.
//!
//! What they say stands in `data/demo`; when it happened is counted back from today. Everything is worked out first and then
//! written at once, in one transaction, without going through the use cases: nobody is notified by mail of what never
//! happened. That the result keeps the rules which use cases keep is tested (`tests/demo`).

mod answers;
mod builder;
mod cast;
mod crowd;
mod crowd_pairs;
mod data;
mod goals;
mod mentorships;
mod programs;
mod requests;
mod rows;
mod runs;

use crate::{Ctx, Error, search};
use builder::DemoBuilder;
use data::Data;
use domain::PersonId;
use domain::accounts::email_key;
use rows::Rows;
use store::{accounts, bulk, dialect};
use use_case::use_case;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "trellis-demo-2026";

/// Why there is no demo now.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Somebody is in the database already.
    #[error("the database has people in it; the demo is only made in an empty one")]
    NotEmpty,
    /// Something of ours.
    #[error(transparent)]
    Service(#[from] Error),
}

impl From<store::StoreError> for DemoError {
    fn from(error: store::StoreError) -> Self {
        Self::Service(error.into())
    }
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many people.
    pub people: usize,
    /// In how many programs.
    pub programs: usize,
    /// With how many mentorships.
    pub mentorships: usize,
    /// And how many goals.
    pub goals: usize,
    /// Whom one can sign in as.
    pub sign_ins: Vec<SignIn>,
}

/// Somebody whom one can sign in as, with [`PASSWORD`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they are in the demo.
    pub role: String,
}

/// Fills an empty database with the demo: its sixty people, and as many more as make `people` of them, who take part in the
/// open community's program.
///
/// # Errors
/// [`DemoError::NotEmpty`], or the database said no.
#[use_case]
pub async fn fill(ctx: &Ctx, people: usize) -> Result<Report, DemoError> {
    let data = Data::load()?;
    if !bulk::is_empty(&mut ctx.read().await?).await? {
        return Err(DemoError::NotEmpty);
    }
    let rows = play(ctx, &data, people, ctx.hasher.hash(ctx, PASSWORD).await?)?;
    let report = Report {
        people: rows.people.len(),
        programs: rows.programs.len(),
        mentorships: rows.mentorships.len(),
        goals: rows.goals.len(),
        sign_ins: named(&data)?,
    };
    let mut tx = ctx.write().await?;
    // Asked again where it is sure: somebody may have signed up meanwhile.
    if !bulk::is_empty(&mut tx).await? {
        return Err(DemoError::NotEmpty);
    }
    // The first program of an organisation, and whoever coordinates it.
    let program = rows.programs.iter().find(|program| program.organisation_id.is_some()).cloned();
    let by = program.as_ref().and_then(|program| rows.coordinators.iter().find(|c| c.program_id == program.id)).map(|c| c.person_id);
    let proposed = runs::Proposed::of(&data, &rows)?;
    let people: Vec<PersonId> = rows.people.iter().map(|person| person.id).collect();
    rows.write(&mut tx).await?;
    search::index_people(&mut tx, &people).await?;
    if let Some((program, by)) = program.zip(by) {
        runs::make(ctx, &mut tx, &program, by).await?;
    }
    proposed.make(ctx, &mut tx).await?;
    tx.commit().await?;
    let mut tx = ctx.write().await?;
    dialect::analyse(&mut tx).await?;
    tx.commit().await?;
    Ok(report)
}

/// Works out everything that happened.
fn play(ctx: &Ctx, data: &Data, people: usize, password_hash: String) -> Result<Rows, Error> {
    let mut builder = DemoBuilder::new(ctx, data, password_hash);
    cast::enter(&mut builder)?;
    programs::open(&mut builder)?;
    requests::ask(&mut builder)?;
    mentorships::begin(&mut builder)?;
    goals::set(&mut builder)?;
    crowd::gather(&mut builder, people)?;
    Ok(builder.rows)
}

/// Whom one can sign in as, when the database has the demo in it.
#[use_case]
pub async fn sign_ins(ctx: &Ctx) -> Result<Option<Vec<SignIn>>, Error> {
    let named = named(&Data::load()?)?;
    let mut tx = ctx.read().await?;
    let Some(first) = named.first() else { return Ok(None) };
    let there = accounts::by_email_key(&mut tx, &email_key(&first.email)).await?;
    Ok(there.map(|_| named))
}

fn named(data: &Data) -> Result<Vec<SignIn>, Error> {
    let sign_in = |named: &data::DemoSignIn| {
        let person = data.person(&named.who)?;
        Ok(SignIn { email: cast::email(person), name: person.who.name.clone(), role: named.role.clone() })
    };
    data.texts.sign_in.iter().map(sign_in).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
mod tests;
