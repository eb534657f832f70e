//! A copy of what somebody gave or did, by the list of [`places`]: lists of rows, and of other people nothing but their names.

use super::places::{Copied, Kind, PLACES, Place};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::PersonId;
use serde_json::{Map, Value};
use sqlx::types::Json;
use sqlx::{ColumnIndex, Database, Decode, QueryBuilder, Row, Type};

type Columns<'a> = &'a [(&'static str, &'static str, Kind)];

/// Everything of a person, list by list. `nobody` is what somebody is called who left.
pub async fn copy(tx: &mut Tx, person: PersonId, nobody: &str) -> Result<Map<String, Value>, StoreError> {
    let mut all = Map::new();
    for place in PLACES {
        let Copied::Rows { title, joins, columns, edited } = place.copy else { continue };
        let columns = [columns, edited].concat();
        let rows: Vec<Value> = on!(tx, |c| {
            let rows = query(place, joins, &columns, person).build().fetch_all(c).await;
            rows.and_then(|rows| rows.iter().map(|row| object(row, &columns, nobody)).collect())
        })?;
        all.insert(title.to_owned(), Value::Array(rows));
    }
    Ok(all)
}

fn query<DB>(place: &Place, joins: &str, columns: Columns<'_>, person: PersonId) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> PersonId: sqlx::Encode<'q, DB> + Type<DB>,
{
    let mut query = QueryBuilder::new("SELECT ");
    for (nth, (_, column, kind)) in columns.iter().enumerate() {
        if nth > 0 {
            query.push(", ");
        }
        match kind {
            Kind::Number => query.push("CAST(").push(column).push(" AS BIGINT)"),
            _ => query.push(column),
        };
    }
    query.push(" FROM ").push(place.table).push(" t ").push(joins).push(" WHERE t.").push(place.column);
    match place.through.split_once("$1") {
        Some((before, after)) => query.push(" IN (").push(before).push_bind(person).push(after).push(")"),
        None => query.push(" = ").push_bind(person),
    };
    query
}

fn object<R>(row: &R, columns: Columns<'_>, nobody: &str) -> Result<Value, sqlx::Error>
where
    R: Row,
    usize: ColumnIndex<R>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> bool: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> DateTime<Utc>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> NaiveDate: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Json<Value>: Decode<'r, R::Database> + Type<R::Database>,
{
    let mut object = Map::new();
    for (nth, (name, _, kind)) in columns.iter().enumerate() {
        let value = match kind {
            Kind::Text | Kind::Word => row.try_get::<Option<String>, _>(nth)?.map(Value::from),
            Kind::Name => {
                row.try_get::<Option<String>, _>(nth)?.map(|name| Value::from(if name.is_empty() { nobody } else { name.as_str() }))
            }
            Kind::Number => row.try_get::<Option<i64>, _>(nth)?.map(Value::from),
            Kind::Yes => row.try_get::<Option<bool>, _>(nth)?.map(Value::from),
            Kind::Time => row.try_get::<Option<DateTime<Utc>>, _>(nth)?.map(|at| Value::from(at.to_rfc3339())),
            Kind::Day => row.try_get::<Option<NaiveDate>, _>(nth)?.map(|day| Value::from(day.to_string())),
            Kind::Json => row.try_get::<Option<Json<Value>>, _>(nth)?.map(|json| json.0),
        };
        object.insert((*name).to_owned(), value.unwrap_or(Value::Null));
    }
    Ok(Value::Object(object))
}
