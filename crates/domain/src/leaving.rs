//! Leaving: an account is erased some days after its owner asked for it, and until then they may come back.

use serde::{Deserialize, Serialize};

/// How many days somebody has to come back.
pub const DAYS_TO_COME_BACK: i64 = 14;

/// An organisation or a program that can't do without somebody yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeededBy {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// How it stands with somebody's leaving, for their settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    /// The day on which the account is erased, in words, once its owner has asked for that.
    pub on: Option<String>,
    /// Organisations that would be without an owner.
    pub owner_of: Vec<NeededBy>,
    /// Programs under way that would be without a coordinator.
    pub coordinator_of: Vec<NeededBy>,
}
