//! A row, declared once: the struct, how it is read on both drivers and, for a row of a table, its columns and what is written.
//!
//! What it does not do: statements that join or compute, which stand where they are used.

mod write;

pub(crate) use write::{VALUES, Written, chunks, insert, insert_all, insert_new, inserting, replace, update, updating};

/// Declares a struct that is read from a row: each field from the column of its name, by sqlx's `FromRow` on both drivers, as sqlx's
/// derive does without its compile time (docs/decisions.md). A field that ends in `= row` is a struct read from the same row.
///
/// With `in "table"` it is also written ([`insert()`], [`update()`] and what they are made of): every field to the column of its name.
/// The first field is the key. A field that ends in `= set` is written by an update too, one that ends in `= next` is then raised by one,
/// all others stay as they were. With `as columns` there is a macro `columns!()` with all columns for a `SELECT`; `columns!("g.")` has
/// those of `g`. With `with Fields`, the fields that end in `= edited` are those of the struct `Fields`: there are `fields()` and
/// `set_fields()`, `of_fields()` for a function that makes a new row, and `EDITED` for a copy of somebody's data. They are written by
/// an update, too.
///
/// ```ignore
/// row! {
///     /// A goal.
///     #[derive(Debug)]
///     pub struct Goal in "goals" as columns {
///         /// Its id.
///         pub id: GoalId,
///         /// What is to be reached.
///         pub title: String = set,
///     }
/// }
/// ```
macro_rules! row {
    (
        $(#[$meta:meta])* $vis:vis struct $row:ident {
            $($(#[$doc:meta])* $access:vis $field:ident: $type:ty $(= $how:ident)?),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $row { $($(#[$doc])* $access $field: $type),+ }
        $crate::row::row!(@read $row sqlx::sqlite::SqliteRow { $($field $($how)?),+ });
        $crate::row::row!(@read $row sqlx::postgres::PgRow { $($field $($how)?),+ });
    };
    (
        $(#[$meta:meta])* $vis:vis struct $row:ident in $table:literal $(as $columns:ident)? $(with $fields:ident)? {
            $($(#[$doc:meta])* $access:vis $field:ident: $type:ty $(= $how:ident)?),+ $(,)?
        }
    ) => {
        $crate::row::row! {
            $(#[$meta])* $vis struct $row { $($(#[$doc])* $access $field: $type $(= $how)?),+ }
        }
        $crate::row::row!(@write $row $table sqlx::Sqlite { $($field: $type $(= $how)?),+ });
        $crate::row::row!(@write $row $table sqlx::Postgres { $($field: $type $(= $how)?),+ });
        $crate::row::row!(@columns ($) [$($columns)?] $($field)+);
        $crate::row::row!(@with [$($fields)?] $row [] [] $($field: $type $(= $how)?,)+);
    };
    (@read $row:ident $from:ty { $($field:ident $($how:ident)?),+ }) => {
        impl<'r> sqlx::FromRow<'r, $from> for $row {
            fn from_row(row: &'r $from) -> sqlx::Result<Self> {
                Ok(Self { $($field: $crate::row::row!(@get row $field $($how)?)),+ })
            }
        }
    };
    (@get $from:ident $field:ident row) => { sqlx::FromRow::from_row($from)? };
    (@get $from:ident $field:ident $($how:ident)?) => { sqlx::Row::try_get($from, stringify!($field))? };
    (@write $row:ident $table:literal $db:ty { $key:ident: $key_type:ty $(= $key_how:ident)? $(, $field:ident: $type:ty $(= $how:ident)?)* }) => {
        impl $crate::row::Written<$db> for $row {
            const TABLE: &'static str = $table;
            const UPDATED: bool = false $(|| $crate::row::row!(@updated $($how)?))*;

            fn names(names: &mut Vec<&'static str>) {
                $crate::row::row!(@name names $db, $key: $key_type $(= $key_how)?);
                $($crate::row::row!(@name names $db, $field: $type $(= $how)?);)*
            }

            fn values(&self, values: &mut sqlx::query_builder::Separated<'_, $db, &'static str>) {
                $crate::row::row!(@value values self $key $($key_how)?);
                $($crate::row::row!(@value values self $field $($how)?);)*
            }

            fn changes(&self, changes: &mut sqlx::query_builder::Separated<'_, $db, &'static str>) {
                $($crate::row::row!(@change changes self $field $($how)?);)*
                $crate::row::row!(@find changes self $key $($key_how)?);
            }
        }
    };
    (@updated set) => { true };
    (@updated edited) => { true };
    (@updated next) => { true };
    (@updated $($how:ident)?) => { false };
    (@name $names:ident $db:ty, $field:ident: $type:ty = row) => { <$type as $crate::row::Written<$db>>::names($names) };
    (@name $names:ident $db:ty, $field:ident: $type:ty $(= $how:ident)?) => { $names.push(stringify!($field)) };
    (@value $values:ident $self:ident $field:ident row) => { $crate::row::Written::values(&$self.$field, $values) };
    (@value $values:ident $self:ident $field:ident $($how:ident)?) => { $values.push_bind(&$self.$field) };
    (@change $changes:ident $self:ident $field:ident set) => {
        $changes.push(concat!(stringify!($field), " = ")).push_bind_unseparated(&$self.$field)
    };
    (@change $changes:ident $self:ident $field:ident edited) => { $crate::row::row!(@change $changes $self $field set) };
    (@change $changes:ident $self:ident $field:ident next) => {
        $changes.push(concat!(stringify!($field), " = ", stringify!($field), " + 1"))
    };
    (@change $changes:ident $self:ident $field:ident $($how:ident)?) => {};
    (@find $changes:ident $self:ident $key:ident row) => { $crate::row::Written::changes(&$self.$key, $changes) };
    (@find $changes:ident $self:ident $key:ident $($how:ident)?) => {
        $changes.push_unseparated(concat!(" WHERE ", stringify!($key), " = ")).push_bind_unseparated(&$self.$key)
    };
    (@columns ($dollar:tt) [] $($field:ident)+) => {};
    (@columns ($dollar:tt) [$columns:ident] $first:ident $($field:ident)*) => {
        macro_rules! $columns {
            () => { $columns!("") };
            ($dollar of:literal) => {
                concat!($dollar of, stringify!($first) $(, ", ", $dollar of, stringify!($field))*)
            };
        }
    };
    (@with [] $($any:tt)*) => {};
    (@with [$fields:ident] $row:ident [$($edited:ident: $edited_type:ty,)*] [$($own:ident: $own_type:ty,)*]) => {
        impl $row {
            /// The fields that are edited together: the name, the column of a row `t` and what it is.
            pub(crate) const EDITED: &'static [(&'static str, &'static str, $crate::leaving::places::Kind)] = &[$((
                stringify!($edited),
                concat!("t.", stringify!($edited)),
                <$edited_type as $crate::leaving::places::Copyable>::KIND,
            )),*];

            /// The fields that are edited together.
            #[must_use]
            pub fn fields(&self) -> $fields {
                $fields { $($edited: Clone::clone(&self.$edited)),* }
            }

            /// Takes over fields.
            pub fn set_fields(&mut self, fields: $fields) {
                $(self.$edited = fields.$edited;)*
            }

            #[allow(clippy::too_many_arguments, reason = "one for each field that isn't edited; for a function with fewer")]
            fn of_fields(fields: $fields, $($own: $own_type),*) -> Self {
                Self { $($edited: fields.$edited,)* $($own),* }
            }
        }
    };
    (@with [$fields:ident] $row:ident [$($edited:tt)*] [$($own:tt)*] $field:ident: $type:ty = edited, $($rest:tt)*) => {
        $crate::row::row!(@with [$fields] $row [$($edited)* $field: $type,] [$($own)*] $($rest)*);
    };
    (@with [$fields:ident] $row:ident [$($edited:tt)*] [$($own:tt)*] $field:ident: $type:ty $(= $how:ident)?, $($rest:tt)*) => {
        $crate::row::row!(@with [$fields] $row [$($edited)*] [$($own)* $field: $type,] $($rest)*);
    };
}

pub(crate) use row;
