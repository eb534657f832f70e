//! Files of people: what a column may be about.

use domain::imports::ImportField as F;
use i18n::{Key, m};

/// What a field is called.
#[must_use]
pub const fn field(field: F) -> Key {
    match field {
        F::Name => m::IMPORTS_FIELD_NAME,
        F::FirstName => m::IMPORTS_FIELD_FIRST_NAME,
        F::LastName => m::IMPORTS_FIELD_LAST_NAME,
        F::Email => m::IMPORTS_FIELD_EMAIL,
        F::Side => m::IMPORTS_FIELD_SIDE,
        F::Capacity => m::IMPORTS_FIELD_CAPACITY,
        F::Languages => m::IMPORTS_FIELD_LANGUAGES,
        F::Offered => m::IMPORTS_FIELD_OFFERED,
        F::Wanted => m::IMPORTS_FIELD_WANTED,
        F::Headline => m::IMPORTS_FIELD_HEADLINE,
        F::Job => m::IMPORTS_FIELD_JOB,
        F::Industry => m::IMPORTS_FIELD_INDUSTRY,
        F::Country => m::IMPORTS_FIELD_COUNTRY,
        F::Zone => m::IMPORTS_FIELD_ZONE,
        F::Years => m::IMPORTS_FIELD_YEARS,
    }
}
