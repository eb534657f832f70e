//! The server functions of enrolling people from a spreadsheet.

use crate::AppError;
use domain::ImportId;
use domain::imports::Reading;
use domain::imports::views::ImportPage;
use leptos::server_fn::codec::MultipartData;
use std::collections::BTreeMap;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{redirect, signed_in, uploaded_table},
    service::imports,
};

/// The page.
#[api("imports/page")]
pub async fn load_import(slug: String) -> Result<ImportPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::page(&ctx, &actor, &slug).await?)
}

/// Takes a file in: the field `slug`, then the field `file`.
#[api("imports/upload", files)]
pub async fn upload_import(form: MultipartData) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let table = uploaded_table(form).await?;
    imports::upload(&ctx, &actor, &table.slug, &table.name, &table.bytes).await?;
    redirect(&format!("/admin/programs/{}/participants/import", table.slug));
    Ok(())
}

/// Reads the file again as somebody says.
#[api("imports/read_again")]
pub async fn read_again(slug: String, import: ImportId, #[server(flatten)] reading: Reading) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::read_again(&ctx, &actor, &slug, import, reading).await?)
}

/// Leaves what isn't understood in a column empty, in all rows.
#[api("imports/leave_empty")]
pub async fn leave_empty(slug: String, import: ImportId, column: usize) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::leave_empty(&ctx, &actor, &slug, import, column).await?)
}

/// Says what each column is for, in their order.
#[api("imports/columns")]
pub async fn choose_columns(
    slug: String,
    import: ImportId,
    #[server(default)] side: String,
    #[server(default)] columns: Vec<String>,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::choose_columns(&ctx, &actor, &slug, import, &side, &columns).await?)
}

/// Puts cells right: their texts by `c-line-column`.
#[api("imports/fix")]
pub async fn fix_rows(slug: String, import: ImportId, #[server(default)] cells: BTreeMap<String, String>) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::fix(&ctx, &actor, &slug, import, &cells).await?)
}

/// Enrols and invites the people of the right rows.
#[api("imports/run")]
pub async fn run_import(slug: String, import: ImportId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::run(&ctx, &actor, &slug, import).await?)
}

/// Throws the file away.
#[api("imports/discard")]
pub async fn discard_import(slug: String, import: ImportId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(imports::discard(&ctx, &actor, &slug, import).await?)
}
