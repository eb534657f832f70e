//! `trellis demo`.

use super::{Failure, database, say};
use crate::cli::Demo;
use crate::config::Config;
use service::Ctx;
use service::demo::{self, DemoError, Report, SignIn};

pub(super) async fn run(config: &Config, asked: &Demo) -> Result<(), Failure> {
    let db = database(config).await?;
    let ctx = Ctx::new(db.clone(), config.settings());
    let people = asked.people.and_then(|people| usize::try_from(people).ok()).unwrap_or(0);
    let told = match demo::fill(&ctx, people).await {
        Ok(report) => Ok(Some(format!("{}\n\n{}", made(&report), block(&config.base_url, &report.sign_ins)))),
        Err(DemoError::NotEmpty) if asked.if_empty => {
            // Whoever starts the demo again still wants to know whom to sign in as.
            demo::sign_ins(&ctx).await.map(|there| there.map(|sign_ins| block(&config.base_url, &sign_ins))).map_err(Failure::from)
        }
        Err(DemoError::Service(error)) => Err(error.into()),
        Err(not_empty) => Err(Failure::Other(not_empty.to_string())),
    };
    db.close().await;
    match told? {
        Some(block) => say(&block),
        None => say("The database has people in it, and none of them are the demo's. Nothing was changed."),
    }
    Ok(())
}

fn made(report: &Report) -> String {
    let Report { people, programs, mentorships, goals, .. } = report;
    format!("The demo is there: {people} people, {programs} programs, {mentorships} mentorships, {goals} goals.")
}

/// Where to sign in, and as whom.
fn block(base_url: &str, sign_ins: &[SignIn]) -> String {
    let width = sign_ins.iter().map(|person| person.email.len()).max().unwrap_or(0);
    let mut lines = vec![format!("  Sign in at {base_url}/login"), format!("  Password: {} (everybody's)", demo::PASSWORD), String::new()];
    lines.extend(sign_ins.iter().map(|person| format!("    {:width$}  {}: {}", person.email, person.name, person.role)));
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_to_sign_in_as_is_read_at_a_glance() {
        let person = |email: &str, name: &str| SignIn { email: email.to_owned(), name: name.to_owned(), role: "mentor".to_owned() };
        let block = block("http://127.0.0.1:3000", &[person("ada@example.org", "Ada"), person("li@example.org", "Li")]);
        let expected = "  Sign in at http://127.0.0.1:3000/login\n  Password: trellis-demo-2026 (everybody's)\n\n    \
                        ada@example.org  Ada: mentor\n    li@example.org   Li: mentor\n";
        assert_eq!(block, expected);
    }
}
