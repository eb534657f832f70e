//! What PostgreSQL's catalogue says of a schema, in SQLite's types.

use super::{MIGRATIONS, PRESENT, Parts};
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, Connection, Executor, FromRow, PgConnection};

/// What each type of ours is in SQLite's strict tables (docs/decisions.md). One that isn't here is a difference.
const TYPES: [(&str, &str); 9] = [
    ("bigint", "INTEGER"),
    ("boolean", "INTEGER"),
    ("bytea", "BLOB"),
    ("date", "TEXT"),
    ("integer", "INTEGER"),
    ("jsonb", "TEXT"),
    ("text", "TEXT"),
    ("timestamp with time zone", "TEXT"),
    ("uuid", "BLOB"),
];

/// Everything that isn't a table, and that a migration can make.
const OTHERS: &str = "SELECT CASE relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, relname::text
    FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger', tgname::text FROM pg_trigger WHERE NOT tgisinternal";

const COLUMNS: &str = "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '',
        pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace";

/// Keys, foreign keys and checks, as statements write them.
const CONSTRAINTS: &str = "SELECT t.relname::text, pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
    WHERE k.contype IN ('p', 'u', 'f', 'c') AND t.relnamespace = 'public'::regnamespace";

/// Indexes that migrations make, not those that a key brings along.
const INDEXES: &str = "SELECT i.relname::text, x.indisunique, t.relname::text, substring(pg_get_indexdef(i.oid) FROM ' (USING .*)$')
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u'))";

/// The name of what is made for a moment, to see how PostgreSQL writes it.
const LOOKED_AT: &str = "as_sqlite_has_it";

/// The schema of a database.
pub(super) async fn parts(server: &mut PgConnection) -> Parts {
    let mut parts = Parts::new();
    let columns: Vec<(String, String, String, bool, bool, Option<String>)> = sqlx::query_as(COLUMNS).fetch_all(&mut *server).await.unwrap();
    for (table, column, kind, required, counted, default) in columns {
        parts.insert(format!("table {table}"), PRESENT.into());
        let kind = TYPES.iter().find(|(ours, _)| *ours == kind).map_or(kind.as_str(), |(_, sqlite)| sqlite);
        let default = default.as_deref().map(translated);
        parts.insert(format!("column {table}.{column}"), column_said(kind, required, default, counted));
    }
    let constraints: Vec<(String, String)> = sqlx::query_as(CONSTRAINTS).fetch_all(&mut *server).await.unwrap();
    parts.extend(constraints.into_iter().map(|(table, written)| constraint(&table, &written)));
    let indexes: Vec<(String, bool, String, String)> = sqlx::query_as(INDEXES).fetch_all(&mut *server).await.unwrap();
    parts.extend(indexes.into_iter().map(|(name, unique, table, rest)| (format!("index {name}"), index_said(unique, &table, &rest))));
    let others: Vec<(String, String)> = sqlx::query_as(OTHERS).fetch_all(&mut *server).await.unwrap();
    parts.extend(others.into_iter().map(|(kind, name)| (format!("{kind} {name}"), PRESENT.into())));
    parts.retain(|name, _| !name.contains(MIGRATIONS));
    parts
}

/// What is said of a column.
pub(super) fn column_said(kind: &str, required: bool, default: Option<&str>, counted: bool) -> String {
    let required = if required { " NOT NULL" } else { "" };
    let default = default.map(|value| format!(" DEFAULT {value}")).unwrap_or_default();
    let counted = if counted { " counted by the database" } else { "" };
    format!("{kind}{required}{default}{counted}")
}

/// A default as SQLite writes it: without its type, and truth as a number.
fn translated(default: &str) -> &str {
    match default {
        "false" => "0",
        "true" => "1",
        other => other.rfind("'::").map_or(other, |at| &other[..=at]),
    }
}

/// The part that a constraint is: what it is about in the name, so that what differs stands in one line.
pub(super) fn constraint(table: &str, written: &str) -> (String, String) {
    let (name, said) = match (written.strip_prefix("PRIMARY KEY "), written.find(" REFERENCES ")) {
        (Some(columns), _) => ("PRIMARY KEY", columns),
        (None, Some(at)) => (&written[..at], &written[at + 1..]),
        (None, None) => (written, PRESENT),
    };
    (format!("{table} {name}"), said.into())
}

fn index_said(unique: bool, table: &str, rest: &str) -> String {
    format!("{}ON {table} {rest}", if unique { "UNIQUE " } else { "" })
}

/// How PostgreSQL writes an index that SQLite has.
pub(super) async fn index(server: &mut PgConnection, unique: bool, table: &str, columns: &str, condition: Option<&str>) -> String {
    let kind = if unique { "UNIQUE INDEX" } else { "INDEX" };
    let condition = condition.map(|text| format!(" WHERE {text}")).unwrap_or_default();
    let made = format!("CREATE {kind} {LOOKED_AT} ON {table} ({columns}){condition}");
    let answer = made_and_undone(server, made, format!("{INDEXES} AND i.relname = '{LOOKED_AT}'")).await;
    answer.map_or_else(|refused| refused, |(_, unique, table, rest): (String, bool, String, String)| index_said(unique, &table, &rest))
}

/// How PostgreSQL writes a `CHECK` that SQLite has.
pub(super) async fn check(server: &mut PgConnection, table: &str, condition: &str) -> String {
    let made = format!("ALTER TABLE {table} ADD CONSTRAINT {LOOKED_AT} CHECK ({condition})");
    let answer = made_and_undone(server, made, format!("{CONSTRAINTS} AND k.conname = '{LOOKED_AT}'")).await;
    answer.map_or_else(|refused| format!("CHECK {refused}"), |(_, written): (String, String)| written)
}

/// Makes something, reads how the catalogue writes it, and undoes it. What PostgreSQL doesn't understand is told with its reason.
async fn made_and_undone<R>(server: &mut PgConnection, made: String, asked: String) -> Result<R, String>
where
    R: for<'r> FromRow<'r, PgRow> + Send + Unpin,
{
    let mut tx = server.begin().await.unwrap();
    let answer = match tx.execute(AssertSqlSafe(made.clone())).await {
        Ok(_) => Ok(sqlx::query_as(AssertSqlSafe(asked)).fetch_one(&mut *tx).await.unwrap()),
        Err(error) => Err(format!("what PostgreSQL refuses ({made}: {error})")),
    };
    tx.rollback().await.unwrap();
    answer
}
