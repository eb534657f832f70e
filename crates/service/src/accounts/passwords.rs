//! Which passwords are good enough, and changing one.

use super::limits::GUESS_SIGNED_IN;
use super::queue::Asker;
use super::{emails, recipient};
use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error};
use domain::accounts::TokenPurpose;
use domain::events::EventKind;
use domain::{ProblemCode, Problems};
use store::{Tx, accounts};
use use_case::use_case;

/// Passwords that everybody tries first: one a line, in lower case, sorted by bytes.
const COMMON: &str = include_str!("../../data/common_passwords.txt");

/// So many characters of a password are judged. What is hard to guess up to here doesn't become easier after; judging more
/// takes long: seconds, with what somebody chose for that.
const JUDGED: usize = 40;

/// Checks a new password: its length, that it isn't common, and that it can't be guessed from what is known of the person.
/// Returns it normalised. What is known of the person has been checked before, at least for its length.
pub(super) async fn check(ctx: &Ctx, who: Asker, password: &str, about: &[&str]) -> Result<Result<String, ProblemCode>, Error> {
    let password = match domain::accounts::password(password) {
        Ok(password) => password,
        Err(code) => return Ok(Err(code)),
    };
    let about: Vec<String> = about.iter().map(|s| (*s).to_owned()).collect();
    let judge = move || Ok(if guessable(&password, &about) { Err(ProblemCode::CommonPassword) } else { Ok(password) });
    ctx.hasher.judge(who, judge).await
}

fn guessable(password: &str, about: &[String]) -> bool {
    let common: Vec<&str> = COMMON.lines().collect();
    if common.binary_search(&password.to_lowercase().as_str()).is_ok() {
        return true;
    }
    // A name or an address gives several words that people like to put into passwords.
    let words: Vec<&str> = about.iter().flat_map(|s| std::iter::once(s.as_str()).chain(s.split(|c: char| !c.is_alphanumeric()))).collect();
    let words: Vec<&str> = words.into_iter().filter(|w| w.chars().count() > 2).collect();
    let judged: String = password.chars().take(JUDGED).collect();
    zxcvbn::zxcvbn(&judged, &words).score() < zxcvbn::Score::Two
}

/// Checks the present password of somebody signed in before something important changes. `field` is the form's. What it answers
/// is of a moment ago when the change is written: [`still_theirs`] asks again then.
pub(crate) async fn confirm(ctx: &Ctx, actor: &Actor, password: &str, field: &str) -> Result<accounts::Account, Error> {
    if password.is_empty() {
        return Err(Problems::one(field, ProblemCode::Required).into());
    }
    ctx.limits.pace(ctx.now(), &[(GUESS_SIGNED_IN, &actor.session.to_string())]).await?;
    let account = accounts::by_id(&mut ctx.read().await?, actor.id).await?.ok_or(Error::SignInNeeded)?;
    if !fits(ctx, Asker::Known, password, Some(&account)).await? {
        return Err(Problems::one(field, ProblemCode::WrongPassword).into());
    }
    Ok(account)
}

/// Holds the account until the transaction ends, if its password is still the one that was checked and the person still signed
/// in: both may have ended while the password was being looked at.
pub(crate) async fn still_theirs(ctx: &Ctx, tx: &mut Tx, actor: &Actor, account: &accounts::Account, field: &str) -> Result<(), Error> {
    if !accounts::lock(tx, account.id, &account.password_hash).await? {
        return Err(Problems::one(field, ProblemCode::WrongPassword).into());
    }
    if !accounts::sessions::is_open(tx, account.id, actor.session, ctx.now()).await? {
        return Err(Error::SignInNeeded);
    }
    Ok(())
}

/// It was the right person, who did what they came for.
pub(crate) fn right(ctx: &Ctx, actor: &Actor) {
    ctx.limits.forgive(GUESS_SIGNED_IN, &actor.session.to_string());
}

/// Whether a password fits an account. The work is the same without one, and for what can't be a password at all.
pub(super) async fn fits(ctx: &Ctx, who: Asker, password: &str, account: Option<&accounts::Account>) -> Result<bool, Error> {
    let password = domain::accounts::password(password).ok();
    let hash = account.filter(|_| password.is_some()).map(|a| a.password_hash.as_str());
    ctx.hasher.verify(who, password.as_deref().unwrap_or_default(), hash).await
}

/// Changes the password of somebody signed in. All other devices are signed out, open mails that could change the account
/// stop working, and a mail says so.
///
/// # Errors
/// `current` is wrong, `password` isn't good enough, or too many attempts.
#[use_case]
pub async fn change_password(ctx: &Ctx, actor: &Actor, current: &str, password: &str) -> Result<(), Error> {
    let account = confirm(ctx, actor, current, "current_password").await?;
    let password = check(ctx, Asker::Known, password, &[&account.name, &account.email]).await?;
    let password = password.map_err(|code| Problems::one("new_password", code))?;
    let hash = ctx.hasher.hash_for(Asker::Known, ctx, &password).await?;

    let mut tx = ctx.write().await?;
    still_theirs(ctx, &mut tx, actor, &account, "current_password").await?;
    replace(ctx, &mut tx, &account, &hash, Some(actor)).await?;
    let new_event = Event { actor: Some(actor.id), subject: Some(actor.id.0), ..Event::of(EventKind::AccountPasswordChanged) };
    announce::event(ctx, &mut tx, new_event).await?;
    tx.commit().await?;
    right(ctx, actor);
    Ok(())
}

/// What every change of a password entails: others are signed out and no longer known, mails on their way lose their power, the
/// person is told.
pub(super) async fn replace(ctx: &Ctx, tx: &mut Tx, account: &accounts::Account, hash: &str, keeps: Option<&Actor>) -> Result<(), Error> {
    accounts::set_password_hash(tx, account.id, hash, ctx.now()).await?;
    accounts::sessions::delete_all(tx, account.id, keeps.map(|a| a.session)).await?;
    accounts::devices::forget(tx, account.id).await?;
    accounts::tokens::discard(tx, account.id, TokenPurpose::Reset).await?;
    accounts::tokens::discard(tx, account.id, TokenPurpose::ChangeEmail).await?;
    emails::password_changed(ctx, tx, &recipient(account)).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_list_is_sorted_and_in_lower_case() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() > 1_000);
        assert!(lines.is_sorted());
        assert!(lines.iter().all(|l| *l == l.to_lowercase()));
    }

    store::both! {
        async fn good_and_bad_passwords(db) {
            let ctx = crate::testing::Stage::new(db).ctx;
            let about = ["Ada Lovelace", "ada.lovelace@example.org"];
            let long = format!("{}{}", "a".repeat(JUDGED), "violet-kettle-42-orbit");
            for bad in ["1234567890", "Password123", "qwertyuiop", "aaaaaaaaaaaa", "AdaLovelace", "ada.lovelace@example.org", "lovelace12", &long] {
                assert_eq!(check(&ctx, Asker::Stranger, bad, &about).await.unwrap(), Err(ProblemCode::CommonPassword), "{bad}");
            }
            for good in ["violet-kettle-42-orbit", "Ünder dem Kirschbaum!", "كتاب على الطاولة الخضراء", &"p4$$w0rd-".repeat(14)] {
                assert!(check(&ctx, Asker::Stranger, good, &about).await.unwrap().is_ok(), "{good}");
            }
            assert_eq!(check(&ctx, Asker::Stranger, "short", &about).await.unwrap(), Err(ProblemCode::TooShort { min: 10 }));
        }
    }
}
