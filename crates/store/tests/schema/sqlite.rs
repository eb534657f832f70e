//! What SQLite's catalogue says of a schema.
//!
//! Conditions are in no table of the catalogue, only in the text of the statement that it keeps. They are looked for as our migrations write
//! them (`CHECK (`, ` WHERE `); one that is written otherwise is a difference to PostgreSQL, never an agreement.

use super::postgres::{self, column_said, constraint};
use super::{MIGRATIONS, PRESENT, Parts};
use sqlx::{PgConnection, SqlitePool};

const TABLES: &str = "SELECT t.name, t.strict, s.sql FROM pragma_table_list t JOIN sqlite_schema s ON s.name = t.name
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT GLOB 'sqlite_*'";

const OTHERS: &str = "SELECT type, name FROM sqlite_schema WHERE type NOT IN ('table', 'index')";

const COLUMNS: &str = r#"SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_xinfo($1)"#;

const PRIMARY_KEY: &str = "SELECT group_concat(name, ', ' ORDER BY pk) FROM pragma_table_info($1) WHERE pk > 0";

/// Each foreign key as PostgreSQL writes it.
const FOREIGN_KEYS: &str = r#"SELECT 'FOREIGN KEY (' || group_concat("from", ', ' ORDER BY seq) || ') REFERENCES '
        || "table" || '(' || COALESCE(group_concat("to", ', ' ORDER BY seq), 'its key') || ')'
        || CASE on_update WHEN 'NO ACTION' THEN '' ELSE ' ON UPDATE ' || on_update END
        || CASE on_delete WHEN 'NO ACTION' THEN '' ELSE ' ON DELETE ' || on_delete END
    FROM pragma_foreign_key_list($1) GROUP BY id"#;

/// Keys besides the primary one.
const UNIQUE: &str = "SELECT 'UNIQUE (' || group_concat(i.name, ', ' ORDER BY i.seqno) || ')'
    FROM pragma_index_list($1) l JOIN pragma_index_info(l.name) i WHERE l.origin = 'u' GROUP BY l.name";

/// Indexes that migrations make.
const INDEXES: &str = r#"SELECT l.name, l."unique", s.sql FROM pragma_index_list($1) l JOIN sqlite_schema s ON s.name = l.name
    WHERE l.origin = 'c'"#;

/// The schema of a database. Indexes and checks are shown to PostgreSQL, which writes them as it writes its own.
pub(super) async fn parts(file: &SqlitePool, server: &mut PgConnection) -> Parts {
    let mut parts = Parts::new();
    let tables: Vec<(String, bool, String)> = sqlx::query_as(TABLES).fetch_all(file).await.unwrap();
    for (table, strict, made) in tables.into_iter().filter(|(name, ..)| name != MIGRATIONS) {
        parts.insert(format!("table {table}"), if strict { PRESENT } else { "one that isn't STRICT" }.into());
        columns(file, &table, &made, &mut parts).await;
        for query in [FOREIGN_KEYS, UNIQUE] {
            let constraints: Vec<String> = sqlx::query_scalar(query).bind(&table).fetch_all(file).await.unwrap();
            parts.extend(constraints.iter().map(|written| constraint(&table, written)));
        }
        for condition in checks(&made) {
            let written = postgres::check(server, &table, &condition).await;
            parts.extend([constraint(&table, &written)]);
        }
        let indexes: Vec<(String, bool, String)> = sqlx::query_as(INDEXES).bind(&table).fetch_all(file).await.unwrap();
        for (name, unique, made) in indexes {
            let made = without_comments(&made);
            let (columns, rest) = parenthesised(&made).unwrap();
            let condition = rest.trim_start().strip_prefix("WHERE ");
            parts.insert(format!("index {name}"), postgres::index(server, unique, &table, &each_apart(columns), condition).await);
        }
    }
    let others: Vec<(String, String)> = sqlx::query_as(OTHERS).fetch_all(file).await.unwrap();
    parts.extend(others.into_iter().map(|(kind, name)| (format!("{kind} {name}"), PRESENT.into())));
    parts
}

async fn columns(file: &SqlitePool, table: &str, made: &str, parts: &mut Parts) {
    let columns: Vec<(String, String, bool, i64, Option<String>)> = sqlx::query_as(COLUMNS).bind(table).fetch_all(file).await.unwrap();
    for (column, kind, required, key, default) in columns {
        let counted = key > 0 && made.contains("AUTOINCREMENT");
        // A row's own number is never NULL, though the catalogue says nothing of it.
        let said = column_said(&kind, required || key > 0, default.as_deref(), counted);
        parts.insert(format!("column {table}.{column}"), said);
    }
    let key: Option<String> = sqlx::query_scalar(PRIMARY_KEY).bind(table).fetch_one(file).await.unwrap();
    parts.extend(key.map(|columns| constraint(table, &format!("PRIMARY KEY ({columns})"))));
}

/// The conditions of a table.
fn checks(made: &str) -> Vec<String> {
    let made = without_comments(made);
    let rests = made.match_indices("CHECK (").map(|(at, _)| &made[at..]);
    rests.filter_map(parenthesised).map(|(condition, _)| condition.to_owned()).collect()
}

fn without_comments(sql: &str) -> String {
    sql.lines().map(code).collect::<Vec<_>>().join("\n")
}

/// A line without the comment at its end.
fn code(line: &str) -> &str {
    match line.find("--") {
        Some(at) if line[..at].matches('\'').count().is_multiple_of(2) => &line[..at],
        _ => line,
    }
}

/// What stands in the first parentheses, and what follows them.
fn parenthesised(sql: &str) -> Option<(&str, &str)> {
    let open = sql.find('(')?;
    let (mut depth, mut quoted) = (0, false);
    for (at, sign) in sql.char_indices().skip_while(|(at, _)| *at < open) {
        match sign {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&sql[open + 1..at], &sql[at + 1..]));
        }
    }
    None
}

/// The columns of an index, with each expression in parentheses: PostgreSQL asks for them where SQLite doesn't.
fn each_apart(columns: &str) -> String {
    let mut whole: Vec<String> = Vec::new();
    for piece in columns.split(',') {
        match whole.last_mut().filter(|begun| begun.matches('(').count() > begun.matches(')').count()) {
            Some(begun) => *begun = format!("{begun},{piece}"),
            None => whole.push(piece.trim().to_owned()),
        }
    }
    let apart = whole.into_iter().map(|column| if column.contains('(') { format!("({column})") } else { column });
    apart.collect::<Vec<_>>().join(", ")
}

#[test]
fn expressions_are_put_apart() {
    assert_eq!(each_apart("a, b DESC"), "a, b DESC");
    assert_eq!(each_apart("lower(a), COALESCE(b, max(c, d)), e"), "(lower(a)), (COALESCE(b, max(c, d))), e");
}

#[test]
fn conditions_are_found_whatever_stands_around_them() {
    let made = "CREATE TABLE t (\n a TEXT CHECK (a IN ('(', ')')), -- isn't CHECK (this)\n b TEXT, CHECK (a <> (b)))";
    assert_eq!(checks(made), ["a IN ('(', ')')", "a <> (b)"]);
}
