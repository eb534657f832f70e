//! Skills: the field in which one names them.

mod api;
mod field;

pub use api::*;
pub use field::SkillField;
