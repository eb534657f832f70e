//! Signing up, and confirming the address of a new account.

use super::queue::Asker;
use super::{Client, emails, limits, passwords, recipient};
use crate::announce::{self, Event};
use crate::{Ctx, Error, tokens};
use domain::accounts::{SignUp, TokenPurpose, email, email_key, name};
use domain::events::EventKind;
use domain::{PersonId, ProblemCode, Problems};
use i18n::Locale;
use store::accounts::{self, Account, tokens::Token};
use store::{Tx, people};
use use_case::use_case;

/// Signs somebody up. The answer is the same whether or not the address has an account already: "look into your mail".
/// There a new person finds a link that confirms the address, and somebody who has an account a reminder of that.
///
/// # Errors
/// Wrong fields, or too many attempts at this network.
#[use_case]
pub async fn sign_up(ctx: &Ctx, client: &Client, input: SignUp) -> Result<(), Error> {
    // Judging a password is work, so it is asked before whether there may be more of it. Only what fails counts for long: many
    // people may sign up in one room.
    let network = client.network();
    ctx.limits.take(ctx.now(), limits::WRONG_SIGN_UPS, &network)?;
    ctx.limits.take(ctx.now(), limits::SIGN_UPS, &network)?;
    let checked = check(ctx, Asker::Stranger, &input).await;
    if checked.is_err() {
        ctx.limits.give_back(limits::SIGN_UPS, &network);
    }
    if matches!(checked, Ok(_) | Err(Error::Busy(_))) {
        ctx.limits.give_back(limits::WRONG_SIGN_UPS, &network);
    }
    let mut account = checked?;
    ctx.limits
        .evenly(async {
            account.password_hash = ctx.hasher.hash(ctx, &account.password_hash).await?;
            let key = email_key(&account.email);
            let mut tx = ctx.write().await?;
            if accounts::insert(&mut tx, &account, &key, ctx.now()).await? {
                let secret = new_token(ctx, &mut tx, &account, TokenPurpose::Verify, None).await?;
                emails::verify(ctx, &mut tx, &recipient(&account), &secret, &input.next).await?;
                created(ctx, &mut tx, &account).await?;
            } else if let Some(known) = accounts::by_email_key(&mut tx, &key).await?
                && ctx.limits.take(ctx.now(), limits::EXISTS_PER_ACCOUNT, &key).is_ok()
            {
                emails::exists(ctx, &mut tx, &recipient(&known)).await?;
            }
            tx.commit().await?;
            Ok(())
        })
        .await
}

/// Creates an account with a confirmed address, for the operator at the command line.
///
/// # Errors
/// Wrong fields, or the address has an account.
#[use_case]
pub async fn create_admin(ctx: &Ctx, email: &str, name: &str, password: &str) -> Result<PersonId, Error> {
    let input = SignUp {
        name: name.to_owned(),
        email: email.to_owned(),
        password: password.to_owned(),
        locale: Locale::default().as_str().to_owned(),
        zone: domain::accounts::zones::UTC.to_owned(),
        next: String::new(),
    };
    let mut account = check(ctx, Asker::Known, &input).await?;
    account.password_hash = ctx.hasher.hash(ctx, &account.password_hash).await?;
    account.email_verified_at = Some(ctx.now());
    let mut tx = ctx.write().await?;
    if !accounts::insert(&mut tx, &account, &email_key(&account.email), ctx.now()).await? {
        return Err(Problems::one("email", ProblemCode::Taken).into());
    }
    created(ctx, &mut tx, &account).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// Checks the form. The account that comes back holds the password itself where its hash belongs.
async fn check(ctx: &Ctx, who: Asker, input: &SignUp) -> Result<Account, Error> {
    let mut problems = Problems::default();
    let name = problems.check("name", name(&input.name));
    let email = problems.check("email", email(&input.email));
    let about: Vec<&str> = [&name, &email].into_iter().flatten().map(String::as_str).collect();
    let password = passwords::check(ctx, who, &input.password, &about).await?;
    let password = problems.check("password", password);
    let locale = problems.check("locale", Locale::from_tag(&input.locale).ok_or(ProblemCode::NotAChoice));
    let zone = problems.check("zone", zone(&input.zone));
    match (name, email, password, locale, zone) {
        (Some(name), Some(email), Some(password), Some(locale), Some(zone)) => Ok(Account {
            id: ctx.id(),
            email,
            email_verified_at: None,
            password_hash: password,
            name,
            locale: locale.as_str().to_owned(),
            zone,
        }),
        _ => Err(problems.into()),
    }
}

/// Checks a time zone's name.
pub(super) fn zone(name: &str) -> Result<String, ProblemCode> {
    match name.trim() {
        "" => Err(ProblemCode::Required),
        name if name.parse::<chrono_tz::Tz>().is_ok() => Ok(name.to_owned()),
        _ => Err(ProblemCode::UnknownTimeZone),
    }
}

/// Makes a one-time token and returns what goes into the mail.
pub(super) async fn new_token(
    ctx: &Ctx,
    tx: &mut Tx,
    account: &Account,
    purpose: TokenPurpose,
    new_email: Option<&str>,
) -> Result<String, Error> {
    let life = match purpose {
        TokenPurpose::Reset => super::RESET_LIFE,
        TokenPurpose::Verify | TokenPurpose::ChangeEmail => super::VERIFY_LIFE,
    };
    let new = tokens::new(ctx);
    let token = Token {
        id: ctx.id(),
        person_id: account.id,
        purpose,
        new_email: new_email.map(str::to_owned),
        created_at: ctx.now(),
        expires_at: ctx.now() + life,
    };
    accounts::tokens::insert(tx, &token, &new.hash).await?;
    Ok(new.secret)
}

/// What comes with a new account. The language one reads is the first that one is taken to speak, until one says otherwise:
/// without a shared language nobody could be asked.
async fn created(ctx: &Ctx, tx: &mut Tx, account: &Account) -> Result<(), Error> {
    let person = account.id;
    people::set_languages(tx, person, std::slice::from_ref(&account.locale)).await?;
    crate::search::index_person(tx, person).await?;
    let new_event = Event { actor: Some(person), subject: Some(person.0), ..Event::of(EventKind::AccountCreated) };
    announce::event(ctx, tx, new_event).await
}
