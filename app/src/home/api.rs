//! The server functions of one's day and of notifications.

use crate::AppError;
use crate::written::PageText;
use domain::NotificationId;
use domain::home::Notifications;
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::signed_in, service::home};

/// Everything that waits for somebody.
#[api("home/day")]
pub async fn load_day() -> Result<PageText, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(super::day_text::text(home::day(&ctx, &actor).await?))
}

/// What somebody was told, before one of the notifications.
#[api("home/notifications")]
pub async fn load_notifications(#[server(default)] before: Option<NotificationId>) -> Result<Notifications, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(home::notifications(&ctx, &actor, before).await?)
}

/// Marks all notifications as read.
#[api("home/mark_read")]
pub async fn mark_read() -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(home::mark_read(&ctx, &actor).await?)
}
