//! The schema of a database, as the database itself tells it; and every text in it.

use crate::{Engine, Tx, on};
use sqlx::AssertSqlSafe;

/// The columns that refer to a table: table and column of each.
pub async fn referring_to(tx: &mut Tx, table: &str) -> Vec<(String, String)> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT m.name, k.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k ON k.\"table\" = $1 WHERE m.type = 'table' ORDER BY 1, 2"
        }
        Engine::Postgres => {
            "SELECT CAST(t.relname AS TEXT), CAST(a.attname AS TEXT) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
             JOIN pg_class r ON r.oid = c.confrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
             WHERE c.contype = 'f' AND r.relname = $1 ORDER BY 1, 2"
        }
    };
    on!(tx, |c| sqlx::query_as(sql).bind(table).fetch_all(c).await).unwrap()
}

/// All columns: table, column, and whether it holds texts.
pub async fn columns(tx: &mut Tx) -> Vec<(String, String, bool)> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT m.name, c.name, c.type = 'TEXT' FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '_sqlx_%' ORDER BY 1, c.cid"
        }
        Engine::Postgres => {
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), data_type IN ('text', 'jsonb', 'json', 'character varying')
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%' ORDER BY 1, ordinal_position"
        }
    };
    on!(tx, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
}

/// All texts of a column.
pub async fn texts(tx: &mut Tx, table: &str, column: &str) -> Vec<String> {
    let sql = || AssertSqlSafe(format!("SELECT CAST(\"{column}\" AS TEXT) FROM {table} WHERE \"{column}\" IS NOT NULL"));
    on!(tx, |c| sqlx::query_scalar(sql()).fetch_all(c).await).unwrap()
}
