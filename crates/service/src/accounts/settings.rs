//! The page of settings: name, language, time zone, and where one is signed in.

use super::{devices, signup};
use crate::{Actor, Ctx, Error, Reader};
use domain::accounts::{AccountSettings, Basics, Device, TokenPurpose, name};
use domain::leaving::{Leaving, NeededBy};
use domain::{ProblemCode, Problems};
use i18n::{Locale, m};
use store::Tx;
use store::accounts::{self, sessions::Session};
use store::leaving::{self as rows, Needs};
use use_case::use_case;

/// Everything the page of settings shows.
///
/// # Errors
/// The account is gone.
#[use_case]
pub async fn settings(ctx: &Ctx, actor: &Actor) -> Result<AccountSettings, Error> {
    let (now, reader) = (ctx.now(), Reader::of(ctx, actor));
    let mut tx = ctx.read().await?;
    let account = accounts::by_id(&mut tx, actor.id).await?.ok_or(Error::SignInNeeded)?;
    let pending = accounts::tokens::pending(&mut tx, actor.id, TokenPurpose::ChangeEmail, now).await?;
    let sessions = accounts::sessions::of_person(&mut tx, actor.id, now).await?;
    let mut devices: Vec<Device> = sessions.iter().map(|s| device(reader, actor, s)).collect();
    devices.sort_by_key(|d| !d.current);
    Ok(AccountSettings {
        basics: Basics { name: account.name, locale: account.locale, zone: account.zone },
        email: account.email,
        pending_email: pending.and_then(|t| t.new_email),
        devices,
        leaving: leaving(&mut tx, reader).await?,
    })
}

/// How it stands with somebody's leaving.
async fn leaving(tx: &mut Tx, reader: Reader) -> Result<Leaving, Error> {
    let needed = |needs: Vec<Needs>| needs.into_iter().map(|needs| NeededBy { slug: needs.slug, name: needs.name }).collect();
    Ok(Leaving {
        on: rows::when(tx, reader.id).await?.map(|at| reader.date(at)),
        owner_of: needed(rows::only_owner_of(tx, reader.id).await?),
        coordinator_of: needed(rows::only_coordinator_of(tx, reader.id).await?),
    })
}

fn device(reader: Reader, actor: &Actor, session: &Session) -> Device {
    let i18n = reader.i18n;
    let current = session.id == actor.session;
    let (browser, system) = devices::recognise(&session.user_agent);
    let name = match (browser, system) {
        (Some(browser), Some(system)) => i18n.f(m::ACCOUNTS_DEVICE_ON, &[("browser", browser), ("system", system)]),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => i18n.t(m::ACCOUNTS_DEVICE_UNKNOWN).to_owned(),
    };
    let last_seen = if current {
        i18n.t(m::ACCOUNTS_DEVICE_THIS).to_owned()
    } else {
        i18n.f(m::ACCOUNTS_DEVICE_SEEN, &[("when", &reader.date_time(session.last_seen_at))])
    };
    let handheld = matches!(system, Some("iPhone" | "iPad" | "Android"));
    Device { id: session.id, name, handheld, address: session.address.clone(), last_seen, current }
}

/// Changes name, language and time zone.
///
/// # Errors
/// Wrong fields.
#[use_case]
pub async fn change_basics(ctx: &Ctx, actor: &Actor, input: Basics) -> Result<(), Error> {
    let mut problems = Problems::default();
    let name = problems.check("name", name(&input.name));
    let locale = problems.check("locale", Locale::from_tag(&input.locale).ok_or(ProblemCode::NotAChoice));
    let zone = problems.check("zone", signup::zone(&input.zone));
    let (Some(name), Some(locale), Some(zone)) = (name, locale, zone) else { return Err(problems.into()) };
    let mut tx = ctx.write().await?;
    accounts::set_basics(&mut tx, actor.id, &name, locale.as_str(), &zone, ctx.now()).await?;
    store::programs::touch_rosters_of(&mut tx, actor.id).await?;
    crate::search::index_person(&mut tx, actor.id).await?;
    tx.commit().await?;
    Ok(())
}
