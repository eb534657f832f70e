//! What server functions answer in: JSON.
//!
//! The same JSON as Leptos' own encoding, but read as a text and not as bytes. A page's data is read as a text too, out of
//! the page; so the client holds one reader a type instead of two, and that is a tenth of its size.

use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The encoding of what a server function answers: `#[server(…, output = Wire)]`.
pub type Wire = Post<Json>;

/// JSON that is read as a text.
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
