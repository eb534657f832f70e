//! Files in forms.

use crate::AppError;
use domain::{ProblemCode, Problems};
use leptos::server_fn::codec::MultipartData;

/// The functions that take files. All others take forms of fields alone, and nothing larger than these is read for them.
pub const TAKE_FILES: [&str; 3] = ["/api/imports/upload", "/api/people/set_photo", "/api/programs/set_picture"];

/// The functions that other buttons of a form send it to, and that look at a part of it alone: without JavaScript, the page that
/// follows shows again what the form held, also when they were done.
pub const BESIDE: [&str; 2] = ["/api/people/set_photo", "/api/people/remove_photo"];

/// The file of a form's field; empty when none was chosen. Its size is limited before it comes here.
///
/// # Errors
/// The form can't be read: a problem with this field.
pub async fn uploaded(form: MultipartData, field: &str) -> Result<Vec<u8>, AppError> {
    let broken = || AppError::from(Problems::one(field, ProblemCode::NotAPicture));
    let mut form = form.into_inner().ok_or_else(broken)?;
    while let Some(part) = form.next_field().await.map_err(|_| broken())? {
        if part.name() == Some(field) {
            return part.bytes().await.map(|bytes| bytes.to_vec()).map_err(|_| broken());
        }
    }
    Ok(Vec::new())
}

/// The file of a form's field `field`, and what its field `name`, which comes before it, says.
///
/// # Errors
/// As [`uploaded`].
pub async fn uploaded_for(form: MultipartData, name: &str, field: &str) -> Result<(String, Vec<u8>), AppError> {
    let broken = || AppError::from(Problems::one(field, ProblemCode::NotAPicture));
    let mut form = form.into_inner().ok_or_else(broken)?;
    let mut said = String::new();
    while let Some(part) = form.next_field().await.map_err(|_| broken())? {
        if part.name() == Some(name) {
            said = part.text().await.map_err(|_| broken())?;
        } else if part.name() == Some(field) {
            return part.bytes().await.map(|bytes| (said, bytes.to_vec())).map_err(|_| broken());
        }
    }
    Ok((said, Vec::new()))
}

/// A file with the program that it is for.
#[derive(Debug, Default)]
pub struct Table {
    /// The program, as the field `slug` says.
    pub slug: String,
    /// What the browser calls the file.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The spreadsheet of a form's field `file`, and what its field `slug`, which comes before it, says.
///
/// # Errors
/// The form can't be read: a problem with the file.
pub async fn uploaded_table(form: MultipartData) -> Result<Table, AppError> {
    let broken = || AppError::from(Problems::one("file", ProblemCode::NotText));
    let mut form = form.into_inner().ok_or_else(broken)?;
    let mut table = Table::default();
    while let Some(part) = form.next_field().await.map_err(|_| broken())? {
        if part.name() == Some("slug") {
            table.slug = part.text().await.map_err(|_| broken())?;
        } else if part.name() == Some("file") {
            table.name = part.file_name().unwrap_or_default().to_owned();
            table.bytes = part.bytes().await.map_err(|_| broken())?.to_vec();
            return Ok(table);
        }
    }
    Ok(table)
}
