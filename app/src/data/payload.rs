//! Data of any type: as an object where they were fetched, as JSON where they are read out of a page; and what was asked for.

use crate::AppError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// A page's data, of whatever type: an object where it was fetched, JSON where it was read out of a page.
#[derive(Clone)]
pub enum Payload {
    /// The object.
    Object(Object),
    /// What stood in the page.
    Json(Arc<str>),
}

/// An object of whatever type; the server knows besides how it is written into the page.
#[derive(Clone)]
pub struct Object {
    value: Arc<dyn Any + Send + Sync>,
    #[cfg(feature = "ssr")]
    write: fn(&(dyn Any + Send + Sync)) -> serde_json::Result<String>,
}

/// What a page's fetching came to.
pub type Answer = Result<Payload, AppError>;

pub(super) type Fetching = Pin<Box<dyn Future<Output = Answer> + Send>>;

impl Payload {
    /// A payload of an object.
    #[must_use]
    pub fn object<T: Serialize + Send + Sync + 'static>(value: T) -> Self {
        Self::Object(Object {
            value: Arc::new(value),
            #[cfg(feature = "ssr")]
            write: |value| serde_json::to_string(&value.downcast_ref::<T>()),
        })
    }

    /// The value; what can't be read is our fault.
    ///
    /// # Errors
    /// `Internal` when it is of another type.
    pub fn get<T: DeserializeOwned + Clone + Send + Sync + 'static>(&self) -> Result<T, AppError> {
        match self {
            Self::Object(object) => object.value.downcast_ref::<T>().cloned().ok_or_else(|| AppError::Internal("another type".to_owned())),
            // The server fetches whatever it shows.
            #[cfg(feature = "ssr")]
            Self::Json(_) => Err(AppError::Internal("a page that was read on the server".to_owned())),
            #[cfg(not(feature = "ssr"))]
            Self::Json(json) => crate::wire::read(json),
        }
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Object")
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Payload")
    }
}

/// How an [`Answer`] stands in the page: what it holds as JSON, after one character that says whether it is an error.
#[derive(Clone, Copy, Debug)]
pub struct InPage;

impl codee::Encoder<Answer> for InPage {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(answer: &Answer) -> Result<String, Self::Error> {
        Ok(match answer {
            #[cfg(feature = "ssr")]
            Ok(Payload::Object(object)) => format!("+{}", crate::written::in_page(|| (object.write)(&*object.value))?),
            // The client writes no pages.
            #[cfg(not(feature = "ssr"))]
            Ok(Payload::Object(_)) => String::new(),
            Ok(Payload::Json(json)) => format!("+{json}"),
            Err(error) => format!("-{}", serde_json::to_string(error)?),
        })
    }
}

impl codee::Decoder<Answer> for InPage {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(written: &str) -> Result<Answer, Self::Error> {
        Ok(match written.strip_prefix('+') {
            Some(json) => Ok(Payload::Json(json.into())),
            None => Err(serde_json::from_str(written.strip_prefix('-').unwrap_or_default())?),
        })
    }
}

/// What is asked for: fetched anew when it is another.
trait Ask: Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn is(&self, other: &dyn Ask) -> bool;
}

impl<S: PartialEq + Send + Sync + 'static> Ask for S {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is(&self, other: &dyn Ask) -> bool {
        other.as_any().downcast_ref::<S>() == Some(self)
    }
}

/// What a page asks for, of whatever type.
#[derive(Clone)]
pub(super) struct Asked(Arc<dyn Ask>);

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

impl Asked {
    pub(super) fn new<S: PartialEq + Send + Sync + 'static>(asked: S) -> Self {
        Self(Arc::new(asked))
    }

    pub(super) fn get<S: 'static>(&self) -> Option<&S> {
        self.0.as_any().downcast_ref()
    }
}
