//! The server functions of wishes.

use crate::AppError;
use domain::PersonId;
use domain::goals::Direction;
use domain::ranks::RankSide;
use domain::ranks::views::{RanksPage, WishList};
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::signed_in, service::ranks};

/// The reader's wishes in a program, and the mentees whom a mentor finds by a part of their name.
#[api("ranks/page")]
pub async fn load_ranks(slug: String, #[server(default)] words: String) -> Result<RanksPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(ranks::page(&ctx, &actor, &slug, &words).await?)
}

/// Wishes for somebody.
#[api("ranks/add")]
pub async fn add_rank(slug: String, side: RankSide, person: PersonId) -> Result<WishList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(ranks::add(&ctx, &actor, &slug, side, person).await?)
}

/// Wishes for somebody no longer.
#[api("ranks/remove")]
pub async fn remove_rank(slug: String, side: RankSide, person: PersonId) -> Result<WishList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(ranks::remove(&ctx, &actor, &slug, side, person).await?)
}

/// Moves a wish one place.
#[api("ranks/shift")]
pub async fn shift_rank(slug: String, side: RankSide, person: PersonId, direction: Direction) -> Result<WishList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(ranks::shift(&ctx, &actor, &slug, side, person, direction).await?)
}
