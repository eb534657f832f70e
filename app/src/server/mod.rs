//! The server's side of a server function: who is asking, and how an error of a use case becomes an answer.

mod cookies;
mod upload;

pub use cookies::{cookie_header, set_cookie};
pub use upload::{BESIDE, TAKE_FILES, Table, uploaded, uploaded_for, uploaded_table};

use crate::extension::extension;
use crate::{AppError, flash::Flash, viewer::Viewer};
use i18n::{I18n, Locale};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use service::accounts::Client;
use service::{Actor, Ctx, Error};

/// What the middleware found out about a request; in the request's extensions.
#[derive(Clone, Debug)]
pub struct RequestContext {
    /// What use cases take.
    pub ctx: Ctx,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// What pages know of who looks at them.
    pub viewer: Viewer,
    /// The secret of the session cookie, if one was sent.
    pub session_token: Option<String>,
    /// The secret of the device's cookie, if one was sent.
    pub device_token: Option<String>,
    /// The client's address, for limits and the list of devices.
    pub address: String,
    /// The client's `User-Agent`.
    pub user_agent: String,
    /// Whether the site is served under https: cookies are `Secure` and `__Host-` then.
    pub secure: bool,
    /// The folder of the client's files as an absolute path, e.g. `/pkg/1f2e…`.
    pub pkg: String,
    /// What a form held that could not be saved, when the browser runs no JavaScript.
    pub flash: Option<Flash>,
    /// The id of this request in the log.
    pub request_id: String,
}

impl RequestContext {
    /// Name of the session cookie: bound to this host under https.
    #[must_use]
    pub const fn session_cookie(&self) -> &'static str {
        if self.secure { "__Host-trellis_session" } else { "trellis_session" }
    }

    /// Name of the cookie that says that somebody signed in on this device before.
    #[must_use]
    pub const fn device_cookie(&self) -> &'static str {
        if self.secure { "__Host-trellis_device" } else { "trellis_device" }
    }

    /// Puts it beside the request that it is of, and once more what pages read by themselves: who looks ([`Viewer`]) and what became
    /// of a form ([`Flash`]).
    pub fn put_beside(self, extensions: &mut http::Extensions) {
        extensions.insert(self.viewer.clone());
        if let Some(flash) = self.flash.clone() {
            extensions.insert(flash);
        }
        extensions.insert(self);
    }

    /// Where the request comes from.
    #[must_use]
    pub fn client(&self) -> Client {
        Client { address: self.address.parse().ok(), user_agent: self.user_agent.clone(), device: self.device_token.clone() }
    }

    /// The reader's language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.viewer.locale
    }

    /// The words of the reader's language.
    #[must_use]
    pub fn i18n(&self) -> I18n {
        I18n::of(self.viewer.locale)
    }
}

/// The context of the request being answered.
///
/// # Errors
/// `Internal` outside a request: a mistake in the set-up of the router.
pub fn request() -> Result<RequestContext, AppError> {
    extension::<RequestContext>().ok_or_else(|| AppError::Internal("no request context".to_owned()))
}

/// The context of use cases, and who is signed in.
///
/// # Errors
/// `SignInNeeded` when nobody is.
pub fn signed_in() -> Result<(Ctx, Actor), AppError> {
    let request = request()?;
    match request.actor {
        Some(actor) => Ok((request.ctx, actor)),
        None => Err(answer(Error::SignInNeeded)),
    }
}

/// The context of use cases, and who is signed in, if anybody.
///
/// # Errors
/// As [`request`].
pub fn anyone() -> Result<(Ctx, Option<Actor>), AppError> {
    let request = request()?;
    Ok((request.ctx, request.actor))
}

/// Turns a use case's error into the answer, with its HTTP status; our own faults are logged and shown as an id.
pub fn answer(error: Error) -> AppError {
    let answer = match error {
        Error::Invalid(problems) => AppError::Invalid(problems),
        Error::Refused(refusal) => AppError::Refused(refusal),
        Error::SignInNeeded => AppError::SignInNeeded,
        Error::Forbidden => AppError::Forbidden,
        Error::NotFound => AppError::NotFound,
        Error::Conflict(theirs) => AppError::Conflict(theirs),
        Error::TooMany(seconds) => AppError::TooMany(seconds),
        Error::Busy(seconds) => AppError::Busy(seconds),
        fault @ (Error::Store(_) | Error::Internal(_)) => {
            let id = request().map(|r| r.request_id).unwrap_or_default();
            tracing::error!(error = %fault, request_id = %id, "a use case failed");
            AppError::Internal(id)
        }
    };
    set_status(answer.status());
    if let AppError::TooMany(seconds) | AppError::Busy(seconds) = &answer {
        come_again(*seconds);
    }
    answer
}

/// Says after how many seconds another try makes sense.
fn come_again(seconds: u64) {
    if let Some(options) = use_context::<ResponseOptions>() {
        options.insert_header(http::header::RETRY_AFTER, http::HeaderValue::from(seconds));
    }
}

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        answer(error)
    }
}

impl From<domain::Problems> for AppError {
    fn from(problems: domain::Problems) -> Self {
        answer(Error::Invalid(problems))
    }
}

/// Sets the status of the answer being made.
pub fn set_status(status: u16) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), http::StatusCode::from_u16(status)) {
        options.set_status(status);
    }
}

/// Sends the browser elsewhere: a path of this site.
pub fn redirect(path: &str) {
    leptos_axum::redirect(path);
}

/// A path of this site that somebody else's link can't turn into another site's: `/…` but neither `//…` nor `/\…`.
#[must_use]
pub fn safe_path(path: &str) -> Option<&str> {
    let second = path.chars().nth(1);
    let fine =
        path.starts_with('/') && second != Some('/') && second != Some('\\') && path.chars().all(|c| !c.is_control() && c.is_ascii());
    fine.then_some(path)
}

/// A page couldn't be shown: sets the status, and sends whoever must sign in to do so and back again.
pub fn page_error(error: &AppError) {
    if matches!(error, AppError::SignInNeeded) {
        let here =
            use_context::<http::request::Parts>().and_then(|p| p.uri.path_and_query().map(|pq| pq.as_str().to_owned())).unwrap_or_default();
        redirect(&format!("/login?next={}", encode(&here)));
    } else {
        set_status(error.status());
    }
}

/// Percent-encodes a path for use in a query.
#[must_use]
pub fn encode(text: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(text, KEPT).to_string()
}
