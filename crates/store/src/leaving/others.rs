//! Somebody's name and address in what belongs to others: notifications, mails in the outbox, files that people are enrolled from.

use super::{AT_ONCE, Leaver, rewrite};
use crate::imports::Line;
use crate::{StoreError, Tx, on};
use domain::accounts::email_key;
use domain::{ImportId, MailId, NotificationId};
use serde_json::Value;
use sqlx::types::Json;

/// Who has something to do with `$1`: in a program, or in an organisation.
macro_rules! acquainted {
    () => {
        "(SELECT b.person_id FROM enrolments a JOIN enrolments b ON b.program_id = a.program_id WHERE a.person_id = $1
          UNION SELECT k.person_id FROM enrolments a JOIN program_coordinators k ON k.program_id = a.program_id WHERE a.person_id = $1
          UNION SELECT e.person_id FROM program_coordinators k JOIN enrolments e ON e.program_id = k.program_id WHERE k.person_id = $1
          UNION SELECT b.person_id FROM program_coordinators a JOIN program_coordinators b ON b.program_id = a.program_id WHERE a.person_id = $1
          UNION SELECT m.person_id FROM enrolments a JOIN programs p ON p.id = a.program_id
              JOIN memberships m ON m.organisation_id = p.organisation_id WHERE a.person_id = $1
          UNION SELECT b.person_id FROM memberships a JOIN memberships b ON b.organisation_id = a.organisation_id WHERE a.person_id = $1)"
    };
}

/// Takes somebody's name and address out of what others have. Do it while it is known who had to do with them.
pub async fn forget_in_what_others_have(tx: &mut Tx, leaver: &Leaver) -> Result<(), StoreError> {
    if !leaver.name.is_empty() {
        in_notifications(tx, leaver).await?;
        in_mails(tx, leaver).await?;
    }
    in_imports(tx, leaver).await
}

/// Whoever was told something of them was told it of nobody in particular: screens say "somebody who left" for an empty name.
async fn in_notifications(tx: &mut Tx, leaver: &Leaver) -> Result<(), StoreError> {
    let found: Vec<(NotificationId, Json<Value>)> = on!(tx, |c| sqlx::query_as(concat!(
        "SELECT id, body FROM notifications WHERE person_id <> $1 AND CAST(body AS TEXT) LIKE $2 ESCAPE '!' AND person_id IN ",
        acquainted!()
    ))
    .bind(leaver.id)
    .bind(pattern(&quoted(&leaver.name)))
    .fetch_all(c)
    .await)?;
    let mut changed = Vec::new();
    for (id, Json(mut body)) in found {
        let args = body.as_object_mut().into_iter().flatten().filter(|(arg, _)| arg.as_str() != "goal" && arg.as_str() != "program");
        let names: Vec<&mut Value> = args.map(|(_, value)| value).filter(|value| value.as_str() == Some(leaver.name.as_str())).collect();
        if !names.is_empty() {
            names.into_iter().for_each(|name| *name = Value::from(""));
            changed.push((id, body));
        }
    }
    rewrite!(tx, changed, "notifications SET body = changed.body FROM changed WHERE notifications.id = changed.id");
    Ok(())
}

/// Mails that name them go: what was sent has been read, and what still waits leads to what has ended. What was sent may be to
/// anybody; what waits, only to who had to do with them, as others may be called the same.
async fn in_mails(tx: &mut Tx, leaver: &Leaver) -> Result<(), StoreError> {
    let found: Vec<(MailId, String, String, String)> = on!(tx, |c| sqlx::query_as(concat!(
        "SELECT m.id, m.to_name, m.subject, m.body_text FROM mails m
         WHERE (m.subject LIKE $2 ESCAPE '!' OR m.body_text LIKE $2 ESCAPE '!') AND (m.sent_at IS NOT NULL OR m.given_up OR EXISTS (
             SELECT 1 FROM people p WHERE p.email = m.to_email AND p.id IN ",
        acquainted!(),
        "))"
    ))
    .bind(leaver.id)
    .bind(pattern(&leaver.name))
    .fetch_all(c)
    .await)?;
    // The reader's own name, in the greeting, may hold theirs.
    let names_them = |to: &str, parts: [&str; 2]| parts.iter().any(|part| mentions(&part.replace(to, " "), &leaver.name));
    let gone: Vec<MailId> = found.iter().filter(|(_, to, subject, text)| names_them(to, [subject, text])).map(|(id, ..)| *id).collect();
    for chunk in gone.chunks(AT_ONCE) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("DELETE FROM mails WHERE id IN (");
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(*id);
            }
            query.push(")");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Their lines go from files that others are enrolling people from, and with them the file's bytes.
async fn in_imports(tx: &mut Tx, leaver: &Leaver) -> Result<(), StoreError> {
    let all: Vec<(ImportId, Json<Vec<Line>>)> =
        on!(tx, |c| sqlx::query_as("SELECT id, lines FROM imports WHERE person_id <> $1").bind(leaver.id).fetch_all(c).await)?;
    let mut changed = Vec::new();
    for (id, Json(mut lines)) in all {
        let before = lines.len();
        lines.retain(|line| !line.cells.iter().any(|cell| is_theirs(cell, leaver)));
        if lines.len() < before {
            changed.push((id, lines));
        }
    }
    rewrite!(tx, changed, "imports SET lines = changed.body, bytes = NULL FROM changed WHERE imports.id = changed.id");
    Ok(())
}

fn is_theirs(cell: &str, leaver: &Leaver) -> bool {
    let address = !leaver.email_key.is_empty() && (email_key(cell) == leaver.email_key || cell.to_lowercase().contains(&leaver.email_key));
    address || (!leaver.name.is_empty() && cell.trim() == leaver.name)
}

/// The pattern that finds a text anywhere in another, capitals and all: for `LIKE $n ESCAPE '!'`.
fn pattern(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}

/// A text as it stands within JSON.
fn quoted(text: &str) -> String {
    let json = Value::from(text).to_string();
    json.get(1..json.len().saturating_sub(1)).unwrap_or_default().to_owned()
}

/// Whether a text has a name in it as words of their own, and not as a part of others.
fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        assert!(mentions("Al has accepted.", "Al") && mentions("By Ada Lovelace", "Ada Lovelace") && mentions("(Al)", "Al"));
        assert!(!mentions("Also this", "Al") && !mentions("Signal", "Al") && !mentions("", "Al"));
    }

    #[test]
    fn a_name_with_quotation_marks_is_found_in_json() {
        assert_eq!(quoted("Ada \"Al\" L"), "Ada \\\"Al\\\" L");
        assert_eq!(pattern("50%_!"), "%50!%!_!!%");
    }
}
