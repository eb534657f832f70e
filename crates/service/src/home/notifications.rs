//! What somebody was told on the site, in their language as it is now.

use crate::names::nobody;
use crate::{Actor, Ctx, Error, Reader};
use domain::NotificationId;
use domain::home::{NotificationLine, Notifications};
use domain::limits::PAGE_SIZE;
use domain::notifications::NotificationKind;
use domain::shared::Pages;
use serde_json::Value;
use store::notifications::{self, Notification};
use use_case::use_case;

/// A page of what somebody was told: the newest, or what came before one of them.
#[use_case]
pub async fn notifications(ctx: &Ctx, actor: &Actor, before: Option<NotificationId>) -> Result<Notifications, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let limit = i64::try_from(PAGE_SIZE + 1).unwrap_or(i64::MAX);
    let mut rows = notifications::page(&mut tx, actor.id, before, limit).await?;
    let unread = notifications::unread(&mut tx, actor.id).await?;
    let pages = Pages::onward(&mut rows, PAGE_SIZE, |row| row.id);
    Ok(Notifications { pages, lines: rows.iter().filter_map(|row| line(reader, row)).collect(), unread, earlier: before.is_some() })
}

/// Marks everything that somebody was told as read.
#[use_case]
pub async fn mark_read(ctx: &Ctx, actor: &Actor) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    notifications::mark_read(&mut tx, actor.id, ctx.now()).await?;
    Ok(tx.commit().await?)
}

/// One of them in words; nothing for a kind that this version does not know.
fn line(reader: Reader, row: &Notification) -> Option<NotificationLine> {
    let kind: NotificationKind = row.kind.parse().ok()?;
    let i18n = reader.i18n;
    let args = row.body.as_object().into_iter().flatten().filter_map(|(name, value)| Some((name.as_str(), Value::as_str(value)?)));
    // Whoever left has no name there any more.
    let args: Vec<(&str, &str)> =
        args.map(|(arg, value)| (arg, if arg == "name" && value.is_empty() { nobody(i18n) } else { value })).collect();
    Some(NotificationLine {
        id: row.id,
        topic: kind.topic().to_owned(),
        text: i18n.f(wording::notifications::notification(kind), &args),
        link: row.link.clone(),
        at: reader.local(row.created_at),
        unread: row.read_at.is_none(),
    })
}
