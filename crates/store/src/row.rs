//! Reads a struct out of a row, on both drivers.

/// Implements sqlx's `FromRow` for a struct: `from_row!(Person { id, name })` takes each field from the column of its name;
/// fields after a semicolon are read from the same row by their own `FromRow`. It does what sqlx's derive does, without its
/// compile time (docs/decisions.md). A forgotten field is an error of the compiler.
macro_rules! from_row {
    ($type:ident { $($field:ident),* $(; $($inner:ident),+)? }) => {
        $crate::row::from_row!(@ $type sqlx::sqlite::SqliteRow { $($field),* $(; $($inner),+)? });
        $crate::row::from_row!(@ $type sqlx::postgres::PgRow { $($field),* $(; $($inner),+)? });
    };
    (@ $type:ident $row:ty { $($field:ident),* $(; $($inner:ident),+)? }) => {
        impl<'r> sqlx::FromRow<'r, $row> for $type {
            fn from_row(row: &'r $row) -> sqlx::Result<Self> {
                Ok(Self {
                    $($field: sqlx::Row::try_get(row, stringify!($field))?,)*
                    $($($inner: sqlx::FromRow::from_row(row)?,)+)?
                })
            }
        }
    };
}

pub(crate) use from_row;
