//! The wrong rows of a file as a table, with a column that says why.

use super::preview::{ImportPreview, enter, may_import};
use super::words;
use crate::{Actor, Ctx, Error};
use i18n::m;
use store::imports;
use use_case::use_case;

/// The header of the file and its wrong rows, each with the reasons at its end.
///
/// # Errors
/// Not a coordinator, a program that takes nobody in, or no file.
#[use_case]
pub async fn wrong_rows(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Vec<Vec<String>>, Error> {
    let mut tx = ctx.read().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let organisation = may_import(&program)?;
    let import = imports::of(&mut tx, program.id, actor.id, ctx.now()).await?.ok_or(Error::NotFound)?;
    let mut preview = ImportPreview::read(tx, import, &program, actor.locale).await?;
    preview.compare(ctx, &mut ctx.read().await?, actor, &program, organisation).await?;
    let i18n = actor.i18n();
    let mut header = preview.import.header.0.clone();
    header.push(i18n.t(m::IMPORTS_WHY_COLUMN).to_owned());
    let rows = preview.judged.wrong.iter().filter_map(|(place, wrong)| {
        let line = preview.import.lines.0.get(*place)?;
        let cells = wrong.iter().map(|wrong| {
            let name = words::column(i18n, &preview, wrong.column);
            format!("{name}: {}", words::cell_problem(i18n, &wrong.problem))
        });
        let why: Vec<String> = words::row_problem(i18n, &preview, line).into_iter().chain(cells).collect();
        let mut row = line.cells.clone();
        row.push(why.join(" "));
        Some(row)
    });
    Ok(std::iter::once(header).chain(rows).collect())
}
