//! `trellis admin create`.

use super::{Failure, database, say};
use crate::cli::AdminCreate;
use crate::config::Config;
use i18n::{I18n, Locale};
use service::accounts;
use service::{Ctx, Settings};
use std::io::{IsTerminal as _, Write as _};

pub(super) async fn create(config: &Config, given: AdminCreate) -> Result<(), Failure> {
    let email = given.email.map_or_else(|| ask("E-mail address"), Ok)?;
    let name = given.name.map_or_else(|| ask("Name"), Ok)?;
    let password = given.password.map_or_else(ask_password, Ok)?;
    let db = database(config).await?;
    let ctx = Ctx::new(db.clone(), Settings { base_url: config.base_url.clone() });
    let created = accounts::create_admin(&ctx, &email, &name, &password).await;
    created.map_err(in_words)?;
    db.close().await;
    say(&format!("{email} can sign in at {}/login.", config.base_url));
    Ok(())
}

/// What is wrong with a field, named by its option.
fn in_words(error: service::Error) -> Failure {
    match error {
        service::Error::Invalid(problems) => {
            let i18n = I18n::of(Locale::En);
            let lines = problems.0.iter().map(|p| format!("--{}: {}", p.field, app::problem_words(i18n, &p.code)));
            Failure::Other(lines.collect::<Vec<_>>().join("\n"))
        }
        other => other.into(),
    }
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
