//! A row of the table.

use super::stage::Stage;

/// The people in the order of a row's statuses.
///
/// * anonymous: not signed in;
/// * outsider: signed in, member of nothing, takes part in nothing;
/// * other organisation: owns another organisation, and coordinates and takes part there;
/// * bystander: a member of the organisation, a mentee in its programs, and nothing to do with the pair;
/// * participant: the same, the mentee of the pair: asker of the requests, mentee of the mentorships, proposed;
/// * mentor: a member of the organisation, the mentor of the pair: asked, mentor of the mentorships, proposed;
/// * coordinator: a member of the organisation who coordinates its programs;
/// * admin: the owner of the organisation.
pub const WHO: [&str; 8] = ["anonymous", "outsider", "other organisation", "bystander", "participant", "mentor", "coordinator", "admin"];

/// What each of them is answered.
pub type Statuses = [u16; 8];

/// It is for everybody.
pub const ANYBODY: Statuses = [YES; 8];
/// For everybody who is signed in.
pub const SIGNED_IN: Statuses = [SIGN_IN, YES, YES, YES, YES, YES, YES, YES];
/// For everybody in the organisation.
pub const INSIDE: Statuses = [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES, YES, YES];
/// For the mentor and the mentee; coordinators see that it is there, others in the program don't.
pub const PAIR: Statuses = [SIGN_IN, HIDDEN, HIDDEN, HIDDEN, YES, YES, NO, NO];
/// For the mentee alone.
pub const MENTEE: Statuses = [SIGN_IN, HIDDEN, HIDDEN, HIDDEN, YES, NO, NO, NO];
/// For the mentor alone.
pub const MENTOR: Statuses = [SIGN_IN, HIDDEN, HIDDEN, HIDDEN, NO, YES, NO, NO];
/// For the two, and for who coordinates.
pub const PAIR_AND_COORDINATORS: Statuses = [SIGN_IN, HIDDEN, HIDDEN, HIDDEN, YES, YES, YES, YES];
/// For who coordinates the program.
pub const COORDINATORS: Statuses = [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO, YES, YES];
/// For who manages the organisation.
pub const MANAGERS: Statuses = [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO, NO, YES];

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
/// One is led elsewhere; for addresses alone, as functions answer 200 and say where to.
pub const ELSEWHERE: u16 = 303;

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
pub struct FunctionRow {
    pub function: &'static str,
    pub fields: Fields,
    pub file: Option<File>,
    pub who: Statuses,
}

/// A row of a function that takes a form.
pub fn row(function: &'static str, fields: Fields, who: Statuses) -> FunctionRow {
    FunctionRow { function, fields, file: None, who }
}

/// A row of a function that takes a form with a picture in the field `picture`.
pub fn upload(function: &'static str, fields: Fields, who: Statuses) -> FunctionRow {
    FunctionRow { function, fields, file: Some(File::Picture), who }
}

/// A row of a function that takes a form with a spreadsheet in the field `file`.
pub fn table(function: &'static str, fields: Fields, who: Statuses) -> FunctionRow {
    FunctionRow { function, fields, file: Some(File::Table), who }
}

impl FunctionRow {
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
