//! How server functions are called: forms in, JSON out, and as little code for each function as can be.
//!
//! Leptos' own protocol is generic over everything around a call, so that each function makes a copy of the request, the answer
//! and their errors. [`Wire`] has those once; of a function it knows how its arguments are read and its answer is written. What
//! crosses is the same: the address, a body as forms have it, JSON.

use crate::AppError;
use leptos::server_fn::client::Client;
#[cfg(not(feature = "ssr"))]
use leptos::server_fn::client::browser::BrowserClient;
use leptos::server_fn::codec::Post;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::request::Req;
use leptos::server_fn::response::TryRes;
use leptos::server_fn::server::Server;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, Protocol};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::future::Future;

/// How a server function is called: `#[api(…)]` says so.
#[derive(Clone, Copy, Debug)]
pub struct Wire;

/// What a function that takes files answers in: `#[api(…, files)]` says so.
pub type JsonAnswer = Post<Json>;

/// What arguments are sent as.
const FORM: &str = "application/x-www-form-urlencoded";
/// How deep arguments nest: `base[title]`.
const DEPTH: usize = 5;

impl<In, Out, C, S> Protocol<In, Out, C, S, AppError> for Wire
where
    In: Serialize + DeserializeOwned + Send,
    Out: Serialize + DeserializeOwned + Send,
    C: Client<AppError>,
    S: Server<AppError>,
{
    const METHOD: http::Method = http::Method::POST;

    async fn run_server<F, Fut>(request: S::Request, server_fn: F) -> Result<S::Response, AppError>
    where
        F: Fn(In) -> Fut + Send,
        Fut: Future<Output = Result<Out, AppError>> + Send,
    {
        let arguments = body::<S>(request).await?;
        let arguments = serde_qs::Config::new(DEPTH, false).deserialize_str(&arguments).map_err(unreadable)?;
        let output = server_fn(arguments).await?;
        json::<S>(serde_json::to_vec(&output))
    }

    async fn run_client(path: &str, arguments: In) -> Result<Out, AppError> {
        read(&call::<C>(path, written(&arguments)).await?)
    }
}

async fn body<S: Server<AppError>>(request: S::Request) -> Result<String, AppError> {
    request.try_into_string().await
}

/// Arguments that no form of ours sends: the sender's fault, and the parser's words are not for them.
fn unreadable(error: serde_qs::Error) -> AppError {
    AppError::from_server_fn_error(ServerFnErrorErr::Args(error.to_string()))
}

fn json<S: Server<AppError>>(written: serde_json::Result<Vec<u8>>) -> Result<S::Response, AppError> {
    let written = written.map_err(|error| AppError::Internal(error.to_string()))?;
    S::Response::try_from_bytes(Json::CONTENT_TYPE, Bytes::from(written))
}

/// Arguments as a form has them. Nothing that a server function takes can't be written so.
pub(crate) fn written(arguments: &impl Serialize) -> String {
    serde_qs::to_string(arguments).unwrap_or_default()
}

/// An answer's value.
pub(crate) fn read<T: DeserializeOwned>(answer: &str) -> Result<T, AppError> {
    serde_json::from_str(answer).map_err(|error| AppError::Internal(error.to_string()))
}

/// Posts to a server function and gives its answer's text; goes where the answer says.
async fn call<C: Client<AppError>>(path: &str, body: String) -> Result<String, AppError> {
    use leptos::server_fn::redirect::call_redirect_hook;
    use leptos::server_fn::request::ClientReq;
    use leptos::server_fn::response::ClientRes;

    let request = C::Request::try_new_post(path, FORM, Json::CONTENT_TYPE, body)?;
    let response = C::send(request).await?;
    let (status, location, elsewhere) = (response.status(), response.location(), response.has_redirect());
    let text = response.try_into_string().await?;
    if (400..=599).contains(&status) {
        return Err(failure(status, &text));
    }
    let text = success(text)?;
    if (300..=399).contains(&status) || elsewhere {
        call_redirect_hook(&location);
    }
    Ok(text)
}

/// What an answer with a success's status says. Our functions answer in JSON, so anything else is a network's own page, which wants
/// one to sign in first: nothing was done.
///
/// # Errors
/// `Offline` when it is no JSON.
pub fn success(text: String) -> Result<String, AppError> {
    match serde_json::from_str::<IgnoredAny>(&text) {
        Ok(_) => Ok(text),
        Err(_) => Err(AppError::Offline),
    }
}

/// What an answer with an error's status says. A proxy that can't reach the server answers with a page of its own.
#[must_use]
pub fn failure(status: u16, text: &str) -> AppError {
    serde_json::from_str(text).unwrap_or_else(|_| match status {
        502..=504 => AppError::Offline,
        _ => AppError::Internal(status.to_string()),
    })
}

/// Posts a form's fields to a server function, in the browser.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn post(path: &str, body: String) -> Result<String, AppError> {
    call::<BrowserClient>(path, body).await
}

/// JSON that is read as a text: a page's data is read as a text too, out of the page, so the client holds one reader a type
/// instead of two, and that is a tenth of its size.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl ContentType for Json {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for Json {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for Json {
    type Error = serde_json::Error;

    fn encode(output: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(output).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for Json {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        // What isn't UTF-8 is no JSON: the empty text says so in the reader's own words.
        serde_json::from_str(std::str::from_utf8(&bytes).unwrap_or_default())
    }
}

impl FromServerFnError for AppError {
    type Encoder = Json;

    fn from_server_fn_error(value: ServerFnErrorErr) -> Self {
        match value {
            ServerFnErrorErr::Request(_) => Self::Offline,
            // Fields that no form of ours sends: the sender's fault, and the parser's words are not for them.
            #[cfg(feature = "ssr")]
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                crate::server::answer(service::Error::Invalid(domain::Problems::default()))
            }
            // What a server function didn't write comes from a proxy whose server is away.
            #[cfg(not(feature = "ssr"))]
            ServerFnErrorErr::Deserialization(_) | ServerFnErrorErr::Response(_) => Self::Offline,
            other => Self::Internal(other.to_string()),
        }
    }
}
