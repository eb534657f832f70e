//! `trellis admin create` and `trellis admin erase`.

use super::{Failure, database, say};
use crate::cli::{AdminCreate, AdminErase};
use crate::config::Config;
use domain::Problems;
use domain::organisations::OrganisationDraft;
use i18n::{I18n, Locale};
use service::{Actor, Ctx, Error, accounts, leaving, organisations};
use std::io::{IsTerminal as _, Write as _};

pub(super) async fn create(config: &Config, given: AdminCreate) -> Result<(), Failure> {
    let email = given.email.map_or_else(|| ask("E-mail address"), Ok)?;
    let name = given.name.map_or_else(|| ask("Name"), Ok)?;
    let password = given.password.map_or_else(ask_password, Ok)?;
    let organisation = given.organisation.map(|name| OrganisationDraft { name, ..OrganisationDraft::default() });
    // Checked before the account is made, so that no half of it remains.
    if let Some(draft) = &organisation {
        draft.check().map_err(|problems| of_organisation(problems.into()))?;
    }
    let db = database(config).await?;
    let ctx = Ctx::new(db.clone(), config.settings());
    let id = accounts::create_admin(&ctx, &email, &name, &password).await.map_err(in_words)?;
    say(&format!("{email} can sign in at {}/login.", config.base_url));
    if let Some(draft) = organisation {
        let owner = Actor { id, session: ctx.id(), name, locale: Locale::default(), zone: "UTC".to_owned(), verified: true };
        let slug = organisations::create(&ctx, &owner, &draft).await.map_err(of_organisation)?;
        say(&format!("{} is theirs: {}/admin?org={slug}", draft.name, config.base_url));
    }
    db.close().await;
    Ok(())
}

pub(super) async fn erase(config: &Config, given: &AdminErase) -> Result<(), Failure> {
    let email = &given.email;
    if !given.yes && ask(&format!("Erase {email}, which can't be undone? Type yes to go on"))?.trim() != "yes" {
        return Err(Failure::Other("nothing was erased".to_owned()));
    }
    let db = database(config).await?;
    let ctx = Ctx::new(db.clone(), config.settings());
    leaving::erase_now(&ctx, email).await.map_err(|error| match error {
        Error::NotFound => Failure::Other(format!("no account has the address {email}")),
        Error::Invalid(problems) => Failure::Other(words(&problems, |_| String::new())),
        other => other.into(),
    })?;
    say(&format!("{email} is erased."));
    db.close().await;
    Ok(())
}

/// What is wrong with the organisation, all of which comes from one option.
fn of_organisation(error: Error) -> Failure {
    match error {
        Error::Invalid(mut problems) => {
            problems.0.iter_mut().for_each(|problem| "organisation".clone_into(&mut problem.field));
            in_words(Error::Invalid(problems))
        }
        other => other.into(),
    }
}

/// What is wrong with a field, named by its option.
fn in_words(error: Error) -> Failure {
    match error {
        Error::Invalid(problems) => Failure::Other(words(&problems, |field| format!("--{field}: "))),
        other => other.into(),
    }
}

/// Problems in words, a line each, after what stands `before` those of a field.
fn words(problems: &Problems, before: impl Fn(&str) -> String) -> String {
    let i18n = I18n::of(Locale::En);
    let lines = problems.0.iter().map(|problem| before(&problem.field) + &app::problem_words(i18n, &problem.code));
    lines.collect::<Vec<_>>().join("\n")
}

/// Asks on the terminal, or reads the next line of what is piped in.
fn ask(what: &str) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        prompt(what)?;
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| Failure::Io(what.to_owned(), error))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The same without showing what is typed.
fn ask_password() -> Result<String, Failure> {
    if !std::io::stdin().is_terminal() {
        return ask("Password");
    }
    rpassword::prompt_password("Password: ").map_err(|error| Failure::Io("Password".to_owned(), error))
}

fn prompt(what: &str) -> Result<(), Failure> {
    let mut out = std::io::stderr();
    write!(out, "{what}: ").and_then(|()| out.flush()).map_err(|error| Failure::Io(what.to_owned(), error))
}
