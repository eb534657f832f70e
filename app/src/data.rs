//! What a page shows: fetched on the server while the page is written, read out of the page by the client, fetched anew when
//! what it depends on changes.
//!
//! [`Data`] is Leptos' `Resource` for an [`Answer`], one type for all pages: the code around a resource (loading, waiting, writing
//! into the page, reading out of it) is generated once and not for each page. Only [`Data::new`], a few lines, knows the page's type.

use crate::AppError;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
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

type Fetching = Pin<Box<dyn Future<Output = Answer> + Send>>;

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

#[derive(Clone)]
struct Asked(Arc<dyn Ask>);

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

/// A page's data of type `T`, or why there is none.
pub struct Data<T> {
    resource: Resource<Answer, InPage>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T> fmt::Debug for Data<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Data")
    }
}

impl<T: Serialize + Send + Sync + 'static> Data<T> {
    /// Fetches what `asked` says, now and whenever it says something else.
    pub fn new<S, Fut>(asked: impl Fn() -> S + Send + Sync + 'static, fetch: impl Fn(S) -> Fut + Send + Sync + 'static) -> Self
    where
        S: PartialEq + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    {
        let asked = Box::new(move || Asked(Arc::new(asked())));
        let fetch = Box::new(move |asked: Asked| -> Fetching {
            match asked.0.as_any().downcast_ref::<S>() {
                Some(asked) => {
                    let fetched = fetch(asked.clone());
                    Box::pin(async move { fetched.await.map(Payload::object) })
                }
                None => Box::pin(std::future::ready(Err(AppError::Internal("another question".to_owned())))),
            }
        });
        Self { resource: resource(asked, fetch), of: PhantomData }
    }
}

impl<T> Data<T> {
    /// Fetches the same again.
    pub fn refetch(self) {
        self.resource.refetch();
    }

    pub(crate) fn erased(self) -> Resource<Answer, InPage> {
        self.resource
    }
}

fn resource(asked: Box<dyn Fn() -> Asked + Send + Sync>, fetch: Box<dyn Fn(Asked) -> Fetching + Send + Sync>) -> Resource<Answer, InPage> {
    Resource::new_with_options(asked, fetch, false)
}
