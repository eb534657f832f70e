//! `/admin/programs/{slug}/participants.csv` and its like: tables as files, for whoever may see them; and `/settings/data.zip`, one's own
//! data.
//!
//! What stands between the fields of a CSV file is what spreadsheets of the reader's language expect: a semicolon where the comma
//! is for decimals. A cell that would be taken for a formula is defused; a workbook's cells are texts or numbers and need none of it.

use app::server::{RequestContext, encode};
use axum::Extension;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use i18n::Locale;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use service::exports::{self, Cell, Table};
use service::{Actor, Ctx, Error, heavy, imports, leaving, match_runs};
use spreadsheet::{Separator, csv};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// What a request is about: who asks, and for which program.
type Asked = (Extension<RequestContext>, Path<String>, Uri);

/// The participants as CSV.
pub async fn participants_csv((Extension(request), Path(slug), uri): Asked) -> Response {
    let table = table(&request, &slug, "participants", async |ctx, actor| exports::participants(ctx, actor, &slug).await).await;
    answer(&request, &uri, table, move |table| csv_file(&slug, "participants", &table)).await
}

/// The participants as a workbook.
pub async fn participants_xlsx((Extension(request), Path(slug), uri): Asked) -> Response {
    let table = table(&request, &slug, "participants", async |ctx, actor| exports::participants(ctx, actor, &slug).await).await;
    answer(&request, &uri, table, move |table| xlsx_file(&slug, "participants", &table)).await
}

/// The mentorships as CSV.
pub async fn mentorships_csv((Extension(request), Path(slug), uri): Asked) -> Response {
    let table = table(&request, &slug, "mentorships", async |ctx, actor| exports::mentorships(ctx, actor, &slug).await).await;
    answer(&request, &uri, table, move |table| csv_file(&slug, "mentorships", &table)).await
}

/// The mentorships as a workbook.
pub async fn mentorships_xlsx((Extension(request), Path(slug), uri): Asked) -> Response {
    let table = table(&request, &slug, "mentorships", async |ctx, actor| exports::mentorships(ctx, actor, &slug).await).await;
    answer(&request, &uri, table, move |table| xlsx_file(&slug, "mentorships", &table)).await
}

/// What a request about one run is about.
type AskedOfRun = (Extension<RequestContext>, Path<(String, i32)>, Uri);

/// A run's pairs as CSV.
pub async fn pairs_csv((Extension(request), Path((slug, number)), uri): AskedOfRun) -> Response {
    let table = table(&request, &slug, "pairs", async |ctx, actor| match_runs::pairs_table(ctx, actor, &slug, number).await).await;
    answer(&request, &uri, table, move |table| csv_file(&slug, &format!("pairs-{number}"), &table)).await
}

/// A run's pairs as a workbook.
pub async fn pairs_xlsx((Extension(request), Path((slug, number)), uri): AskedOfRun) -> Response {
    let table = table(&request, &slug, "pairs", async |ctx, actor| match_runs::pairs_table(ctx, actor, &slug, number).await).await;
    answer(&request, &uri, table, move |table| xlsx_file(&slug, &format!("pairs-{number}"), &table)).await
}

/// The rows of a file that couldn't be enrolled, with the reasons.
pub async fn wrong_rows((Extension(request), Path(slug), uri): Asked) -> Response {
    let rows = asked(&request, async |ctx, actor| imports::wrong_rows(ctx, actor, &slug).await).await;
    let locale = request.locale();
    let file = move |rows: Vec<Vec<String>>| sent("text/csv; charset=utf-8", &format!("{slug}-wrong-rows.csv"), text(&rows, locale));
    answer(&request, &uri, rows, file).await
}

/// Everything that the one who asks gave or did, with their pictures.
pub async fn own_data(Extension(request): Extension<RequestContext>, uri: Uri) -> Response {
    let client = request.client();
    let copy = asked(&request, async |ctx, actor| leaving::copy(ctx, actor, &client).await).await;
    answer(&request, &uri, copy, |copy| match zipped(&copy) {
        Ok(bytes) => sent("application/zip", "trellis-data.zip", bytes),
        Err(error) => {
            tracing::error!(%error, "a copy of somebody's data could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    })
    .await
}

fn zipped(copy: &leaving::OwnData) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("data.json", SimpleFileOptions::default())?;
    zip.write_all(&serde_json::to_vec_pretty(&copy.data).map_err(std::io::Error::from)?)?;
    for (id, bytes) in &copy.pictures {
        // Every stored picture is a JPEG.
        zip.start_file(format!("pictures/{id}.jpg"), SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A table about people: that somebody took it is noted before they have it.
async fn table(
    request: &RequestContext,
    slug: &str,
    what: &str,
    ask: impl AsyncFnOnce(&Ctx, &Actor) -> Result<Table, Error>,
) -> Result<Table, Error> {
    let table = asked(request, ask).await?;
    let actor = request.actor.as_ref().ok_or(Error::SignInNeeded)?;
    exports::note(&request.ctx, actor, &request.client(), slug, what, table.rows.len()).await?;
    Ok(table)
}

async fn asked<T>(request: &RequestContext, ask: impl AsyncFnOnce(&Ctx, &Actor) -> Result<T, Error>) -> Result<T, Error> {
    match &request.actor {
        Some(actor) => ask(&request.ctx, actor).await,
        None => Err(Error::SignInNeeded),
    }
}

/// The answer: a file, written where writing it holds nobody up.
async fn answer<T: Send + 'static>(
    request: &RequestContext,
    uri: &Uri,
    answer: Result<T, Error>,
    file: impl FnOnce(T) -> Response + Send + 'static,
) -> Response {
    let written = match answer {
        Ok(table) => heavy::apart(move || file(table)).await,
        Err(error) => Err(error),
    };
    match written {
        Ok(file) => file,
        Err(Error::SignInNeeded) => Redirect::to(&format!("/login?next={}", encode(uri.path()))).into_response(),
        Err(Error::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(Error::Forbidden) => StatusCode::FORBIDDEN.into_response(),
        Err(Error::TooMany(seconds)) => (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, seconds.to_string())]).into_response(),
        Err(Error::Store(_) | Error::Internal(_)) => {
            tracing::error!(request_id = %request.request_id, "a table could not be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::CONFLICT.into_response(),
    }
}

fn csv_file(slug: &str, what: &str, table: &Table) -> Response {
    let header = std::iter::once(table.header.clone());
    let rows: Vec<Vec<String>> = header.chain(table.rows.iter().map(|row| row.iter().map(Cell::written).collect())).collect();
    sent("text/csv; charset=utf-8", &format!("{slug}-{what}.csv"), text(&rows, table.locale))
}

fn text(rows: &[Vec<String>], locale: Locale) -> Vec<u8> {
    let separator = match locale {
        Locale::En | Locale::Ar => Separator::Comma,
        Locale::Es | Locale::Fr | Locale::De => Separator::Semicolon,
    };
    csv(rows.iter().map(Vec::as_slice), separator)
}

fn xlsx_file(slug: &str, what: &str, table: &Table) -> Response {
    match workbook(table) {
        Ok(bytes) => sent("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &format!("{slug}-{what}.xlsx"), bytes),
        Err(error) => {
            tracing::error!(%error, "a workbook could not be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Excel's longest text in a cell, in UTF-16 units.
const CELL_MAX: usize = 32_767;

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    sheet.set_name(&table.title)?;
    sheet.set_right_to_left(table.locale == Locale::Ar).set_freeze_panes(1, 0)?;
    for (column, name) in (0_u16..).zip(&table.header) {
        sheet.write_string_with_format(0, column, cut(name), &bold)?;
    }
    for (line, row) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => drop(sheet.write_string(line, column, cut(text))?),
                // Numbers of people and goals: no float loses a digit of them.
                #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
                Cell::Number(number) => drop(sheet.write_number(line, column, *number as f64)?),
            }
        }
    }
    workbook.save_to_buffer()
}

/// A text that fits into a cell.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL_MAX
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn sent(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    // Names of programs in addresses have letters, digits and hyphens only.
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    fn table(locale: Locale) -> Table {
        let rows = vec![vec![Cell::Text("=1+1".to_owned()), Cell::Number(7)], vec![Cell::Text("x".repeat(40_000)), Cell::Number(0)]];
        Table { title: "People".to_owned(), header: vec!["Name".to_owned(), "-".to_owned()], rows, locale }
    }

    #[test]
    fn spreadsheets_of_each_language_find_their_columns() {
        let rows = vec![vec!["a".to_owned(), "=b".to_owned()]];
        assert_eq!(text(&rows, Locale::En), "\u{FEFF}a,'=b\r\n".as_bytes());
        assert_eq!(text(&rows, Locale::De), "\u{FEFF}a;'=b\r\n".as_bytes());
    }

    #[test]
    fn a_workbook_takes_any_text() {
        for locale in Locale::ALL {
            assert!(workbook(&table(locale)).unwrap().starts_with(b"PK\x03\x04"));
        }
        assert_eq!(cut(&"é".repeat(40_000)).chars().count(), CELL_MAX);
    }
}
