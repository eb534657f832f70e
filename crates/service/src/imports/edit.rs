//! Uploading a file, saying what its columns are for, and putting wrong rows right.

use super::guess::guess;
use super::how::{Checked, checked};
use super::preview::{ImportPreview, enter, found, locked_import, may_import, sides};
use super::read::{Table, read};
use crate::questions::asked_by;
use crate::{Actor, Ctx, Error, heavy};
use chrono::Duration;
use domain::ImportId;
use domain::fields::ticked;
use domain::imports::{Reading, Target};
use domain::limits::{LINE_MAX, LONG_TEXT_MAX, line, text};
use domain::problem::{ProblemCode, Problems};
use std::collections::BTreeMap;
use store::imports::{self, Import};
use store::programs::Program;
use store::{Json, Tx};
use use_case::use_case;

/// How long a file is kept for whoever doesn't come back to it.
const KEPT: Duration = Duration::days(1);

/// Takes a file in, instead of the one that this person had for this program.
///
/// # Errors
/// Not a coordinator, a program that takes nobody in, or what is wrong with the file as a whole.
#[use_case]
pub async fn upload(ctx: &Ctx, actor: &Actor, slug: &str, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let mut tx = ctx.read().await?;
    let program = enter(&mut tx, actor, slug).await?;
    may_import(&program)?;
    let (table, targets) =
        understood(tx, &program, bytes.to_vec(), checked(Reading::default())?).await?.map_err(|(_, code)| Problems::one("file", code))?;
    let now = ctx.now();
    let import = Import {
        id: ctx.id(),
        program_id: program.id,
        person_id: actor.id,
        // What a browser says is only shown; what is too strange to be shown is left out.
        file: line(name, 0, LINE_MAX).unwrap_or_default(),
        header: Json(table.header().to_vec()),
        encoding: table.encoding().to_owned(),
        keep_rows: false,
        notes: Json(table.notes()),
        lines: Json(table.lines),
        targets: Json(targets),
        side: String::new(),
        done: None,
        created_at: now,
        expires_at: now + KEPT,
    };
    let mut tx = ctx.write().await?;
    imports::replace(&mut tx, &import).await?;
    imports::keep_bytes(&mut tx, import.id, Some(bytes)).await?;
    Ok(tx.commit().await?)
}

/// Reads the file again as somebody says who looked at it. What was put right in its rows is lost by that; what its columns are for
/// stays, unless they have other names now.
///
/// # Errors
/// Not a coordinator, another file than the form's, one of which people were enrolled already, a word or number that isn't on offer, or
/// one that doesn't make a table of it.
#[use_case]
pub async fn read_again(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId, reading: Reading) -> Result<(), Error> {
    let said = checked(reading)?;
    let mut tx = ctx.read().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let import = found(ctx, &mut tx, actor, &program, id).await?;
    let bytes = imports::bytes(&mut tx, import.id).await?.ok_or_else(|| Error::Conflict(String::new()))?;
    let (table, targets) = understood(tx, &program, bytes, said).await?.map_err(|(field, code)| Problems::one(field, code))?;
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let mut import = locked_import(ctx, &mut tx, actor, &program, id).await?;
    if import.header.0 != table.header() {
        import.targets = Json(targets);
    }
    import.header = Json(table.header().to_vec());
    table.encoding().clone_into(&mut import.encoding);
    import.notes = Json(table.notes());
    import.keep_rows = ticked(&table.how.told.keep_rows);
    import.lines = Json(table.lines);
    imports::replace(&mut tx, &import).await?;
    Ok(tx.commit().await?)
}

/// A file as a table, and what each of its columns is taken for; or the field of the form that it isn't one for, and why. It takes as
/// long as the file is large, so with nothing held.
async fn understood(
    mut tx: Tx,
    program: &Program,
    bytes: Vec<u8>,
    said: Checked,
) -> Result<Result<(Table, Vec<String>), (&'static str, ProblemCode)>, Error> {
    let asked = asked_by(&mut tx, program).await?;
    drop(tx);
    heavy::apart(move || {
        let blamed = said.clone();
        let table = read(&bytes, said).map_err(|code| (blamed.blamed(&code), code))?;
        let targets = guess(&table, &asked).iter().map(ToString::to_string).collect();
        Ok((table, targets))
    })
    .await
}

/// Leaves what isn't understood in a column empty, in all rows: nobody is kept out by a column that needn't say anything.
///
/// # Errors
/// Not a coordinator, another file than the form's, or a column that can't be left empty.
#[use_case]
pub async fn leave_empty(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId, column: usize) -> Result<(), Error> {
    let mut tx = ctx.read().await?;
    let program = enter(&mut tx, actor, slug).await?;
    may_import(&program)?;
    let import = found(ctx, &mut tx, actor, &program, id).await?;
    let preview = ImportPreview::read(tx, import, &program, actor.locale).await?;
    if !preview.targets.get(column).is_some_and(|target| target.is_optional()) {
        return Err(Problems::one("column", ProblemCode::NotAChoice).into());
    }
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let mut import = locked_import(ctx, &mut tx, actor, &program, id).await?;
    // What was judged is no longer what is there.
    if import != preview.import {
        return Err(Error::Conflict(String::new()));
    }
    let wrong = preview.judged.wrong.iter().filter(|(_, wrong)| wrong.iter().any(|wrong| wrong.column == column));
    for (place, _) in wrong {
        if let Some(cell) = import.lines.0.get_mut(*place).and_then(|line| line.cells.get_mut(column)) {
            cell.clear();
        }
    }
    imports::replace(&mut tx, &import).await?;
    Ok(tx.commit().await?)
}

/// Says what each column is for, and what whoever doesn't say it is. Whether people can be enrolled by that, the page tells.
///
/// # Errors
/// Not a coordinator, another file than the form's, or a word that means nothing.
#[use_case]
pub async fn choose_columns(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId, side: &str, columns: &[String]) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let mut import = locked_import(ctx, &mut tx, actor, &program, id).await?;
    if columns.len() != import.header.0.len() || columns.iter().any(|word| word.parse::<Target>().is_err()) {
        return Err(Problems::one("columns", ProblemCode::NotAChoice).into());
    }
    if !side.is_empty() && sides(side).is_none() {
        return Err(Problems::one("side", ProblemCode::NotAChoice).into());
    }
    import.targets = Json(columns.to_vec());
    side.clone_into(&mut import.side);
    imports::replace(&mut tx, &import).await?;
    Ok(tx.commit().await?)
}

/// Puts cells right: their texts by `c-line-column`. A line of which any cell is sent has as many fields as it should from then on.
///
/// # Errors
/// Not a coordinator, another file than the form's, or a text that is too long for any cell.
#[use_case]
pub async fn fix(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId, cells: &BTreeMap<String, String>) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let mut import = locked_import(ctx, &mut tx, actor, &program, id).await?;
    let mut problems = Problems::default();
    for (name, typed) in cells {
        let Some((number, column)) = place(name) else { continue };
        // Lines stand in their order, and a form may send as many cells as a file has.
        let found = import.lines.0.binary_search_by_key(&number, |line| line.line).ok();
        let Some(line) = found.and_then(|at| import.lines.0.get_mut(at)) else { continue };
        if let Some(cell) = line.cells.get_mut(column)
            && let Some(typed) = problems.check(name, text(typed, 0, LONG_TEXT_MAX))
        {
            *cell = typed;
            line.ragged = None;
        }
    }
    problems.into_result()?;
    imports::replace(&mut tx, &import).await?;
    Ok(tx.commit().await?)
}

/// Line and column of a cell's field.
fn place(name: &str) -> Option<(u64, usize)> {
    let (line, column) = name.strip_prefix("c-")?.split_once('-')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// Throws the file away.
///
/// # Errors
/// Not a coordinator, or another file than the form's.
#[use_case]
pub async fn discard(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let import = locked_import(ctx, &mut tx, actor, &program, id).await?;
    imports::remove(&mut tx, import.id).await?;
    Ok(tx.commit().await?)
}
