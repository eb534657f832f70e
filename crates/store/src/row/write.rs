//! Writing the rows that `row!` declares.

use crate::{StoreError, Tx, on};
use sqlx::query_builder::Separated;
use sqlx::{Database, Postgres, QueryBuilder, Sqlite};

/// Values in one statement: SQLite takes 32,766, PostgreSQL 65,535, and more than this is no quicker.
pub(crate) const VALUES: usize = 8_000;

/// A row of a table, as one driver writes it. Implemented by `row!`.
pub(crate) trait Written<DB: Database> {
    /// The table.
    const TABLE: &'static str;
    /// Whether an update writes any of its fields.
    const UPDATED: bool;

    /// Adds the names of the columns.
    fn names(names: &mut Vec<&'static str>);

    /// Adds the values, in the same order.
    fn values(&self, values: &mut Separated<'_, DB, &'static str>);

    /// Adds what an update sets, and which row.
    fn changes(&self, changes: &mut Separated<'_, DB, &'static str>);
}

/// `INSERT INTO … VALUES …` of these rows, of which there must be one; `ON CONFLICT` and `RETURNING` can follow.
pub(crate) fn inserting<DB: Database, R: Written<DB>>(rows: &[R]) -> QueryBuilder<DB>
where
    DB::Arguments: Default,
{
    let mut query = QueryBuilder::new("INSERT INTO ");
    query.push(R::TABLE).push(" (").push(names::<DB, R>().join(", ")).push(") ");
    query.push_values(rows, |mut values, row| row.values(&mut values));
    query
}

/// `UPDATE … SET … WHERE key = …` of a row; more conditions and `RETURNING` can follow.
pub(crate) fn updating<DB: Database, R: Written<DB>>(row: &R) -> QueryBuilder<DB>
where
    DB::Arguments: Default,
{
    const { assert!(R::UPDATED, "no field of this row is `= set`") };
    let mut query = QueryBuilder::new("UPDATE ");
    query.push(R::TABLE).push(" SET ");
    row.changes(&mut query.separated(", "));
    query
}

fn names<DB: Database, R: Written<DB>>() -> Vec<&'static str> {
    let mut names = Vec::new();
    R::names(&mut names);
    names
}

/// Writes a new row.
///
/// # Errors
/// [`StoreError`] of the database, as for one that is there already.
pub(crate) async fn insert<R: Written<Sqlite> + Written<Postgres>>(tx: &mut Tx, row: &R) -> Result<(), StoreError> {
    insert_all(tx, std::slice::from_ref(row)).await
}

/// Writes new rows, many in a statement.
///
/// # Errors
/// As [`insert`].
pub(crate) async fn insert_all<R: Written<Sqlite> + Written<Postgres>>(tx: &mut Tx, rows: &[R]) -> Result<(), StoreError> {
    for chunk in chunks(rows) {
        on!(tx, |c| inserting(chunk).build().execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// As many rows at a time as one statement takes.
pub(crate) fn chunks<R: Written<Sqlite>>(rows: &[R]) -> std::slice::Chunks<'_, R> {
    rows.chunks(VALUES / names::<Sqlite, R>().len().max(1))
}

/// Writes a new row; `false` when one with the same values in the unique columns `unique` (`"(slug)"`; empty: in any) is there already.
///
/// # Errors
/// [`StoreError`] of the database.
pub(crate) async fn insert_new<R: Written<Sqlite> + Written<Postgres>>(tx: &mut Tx, row: &R, unique: &str) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| {
        let mut query = inserting(std::slice::from_ref(row));
        query.push(" ON CONFLICT ").push(unique).push(" DO NOTHING");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// Writes a row in the place of one with the same values in the unique columns `unique`; columns that aren't fields stay as they were.
///
/// # Errors
/// [`StoreError`] of the database.
pub(crate) async fn replace<R: Written<Sqlite> + Written<Postgres>>(tx: &mut Tx, row: &R, unique: &str) -> Result<(), StoreError> {
    let changes: Vec<String> = names::<Sqlite, R>().into_iter().map(|name| format!("{name} = excluded.{name}")).collect();
    on!(tx, |c| {
        let mut query = inserting(std::slice::from_ref(row));
        query.push(" ON CONFLICT ").push(unique).push(" DO UPDATE SET ").push(changes.join(", "));
        query.build().execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Writes what a row says now.
///
/// # Errors
/// [`StoreError`] of the database.
pub(crate) async fn update<R: Written<Sqlite> + Written<Postgres>>(tx: &mut Tx, row: &R) -> Result<(), StoreError> {
    on!(tx, |c| updating(row).build().execute(c).await.map(|_| ()))?;
    Ok(())
}
