//! What every request goes through, one step a file. `router.rs` says in which order.

mod apart;
pub mod context;
pub mod forms;
pub mod guard;
pub mod headers;
pub mod kept;
pub mod log;
pub mod nul;
pub mod panic;
pub mod size;
pub mod whole;
