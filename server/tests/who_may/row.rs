//! A row of the table.

use super::stage::Stage;

/// The people in the order of a row's statuses.
///
/// * anonymous: not signed in;
/// * outsider: signed in, member of nothing, takes part in nothing;
/// * other organisation: owns another organisation, and coordinates and takes part there;
/// * participant: a member of the organisation, the mentee in its program: asker of the request, mentee of the mentorship;
/// * coordinator: a member of the organisation who coordinates its program;
/// * admin: the owner of the organisation.
pub const WHO: [&str; 6] = ["anonymous", "outsider", "other organisation", "participant", "coordinator", "admin"];

/// Done.
pub const YES: u16 = 200;
/// One must be signed in.
pub const SIGN_IN: u16 = 401;
/// One sees it, but may not do that.
pub const NO: u16 = 403;
/// For whoever asks, it isn't there.
pub const HIDDEN: u16 = 404;
/// One may, but a rule says no to what is asked here.
pub const REFUSED: u16 = 409;
/// One may, but what is asked here makes no sense for them.
#[allow(dead_code, reason = "for rows to come")]
pub const INVALID: u16 = 422;

/// A function's fields, given the stage.
pub type Fields = fn(&Stage) -> Vec<(String, String)>;

/// A kind of file in a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// A picture, in the field `picture`.
    Picture,
    /// A spreadsheet, in the field `file`.
    Table,
}

/// A function, how it is called, and what each kind of person is answered.
pub struct Row {
    pub function: &'static str,
    pub fields: Fields,
    pub file: Option<File>,
    pub who: [u16; 6],
}

/// A row of a function that takes a form.
pub fn row(function: &'static str, fields: Fields, who: [u16; 6]) -> Row {
    Row { function, fields, file: None, who }
}

/// A row of a function that takes a form with a picture in the field `picture`.
#[allow(dead_code, reason = "for rows to come")]
pub fn upload(function: &'static str, fields: Fields, who: [u16; 6]) -> Row {
    Row { function, fields, file: Some(File::Picture), who }
}

/// A row of a function that takes a form with a spreadsheet in the field `file`.
pub fn table(function: &'static str, fields: Fields, who: [u16; 6]) -> Row {
    Row { function, fields, file: Some(File::Table), who }
}

impl Row {
    /// The function's address.
    pub fn path(&self) -> String {
        format!("/api/{}", self.function)
    }
}

/// `fields! { slug: s.slug, "base[title]": "x" }`: names and values, as a form sends them.
macro_rules! fields {
    ($($name:tt : $value:expr),* $(,)?) => {
        vec![$((fields!(@name $name).to_owned(), $value.to_string())),*]
    };
    (@name $name:ident) => { stringify!($name) };
    (@name $name:literal) => { $name };
}
pub(crate) use fields;
