//! A browser that keeps cookies, posts forms and follows where it is sent; and, as the hydrated client does, calls server
//! functions.

use super::html::hidden_fields;
use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, REFERER, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request};
use cookie::Cookie;
use http_body_util::BodyExt;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tokio::net::TcpStream;

const PAGES: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const FORM: &str = "application/x-www-form-urlencoded";

/// A browser.
#[derive(Clone)]
pub struct Browser {
    addr: SocketAddr,
    /// Its cookies.
    pub cookies: BTreeMap<String, String>,
    /// Headers that it sends with everything, before its own.
    pub headers: Vec<(&'static str, String)>,
    /// The path of the page it shows.
    pub page: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Browser {
    pub fn new(addr: SocketAddr) -> Self {
        Self { addr, cookies: BTreeMap::new(), headers: Vec::new(), page: "/".to_owned() }
    }

    /// Opens a page, and those it is sent on to.
    pub async fn open(&mut self, path: &str) -> Answer {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let answer = self.get(&path).await;
            self.page.clone_from(&path);
            match answer.location() {
                Some(next) if (300..400).contains(&answer.status) => path = next,
                _ => return answer,
            }
        }
        panic!("sent from page to page without an end, at last to {path}");
    }

    /// Asks for a page and follows nothing.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[(ACCEPT.as_str(), PAGES)], String::new()).await
    }

    /// Posts a form of the page as a browser without JavaScript does, and follows nothing.
    pub async fn post(&mut self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = format!("http://{}{}", self.addr, self.page);
        let headers = [(ACCEPT.as_str(), PAGES), (CONTENT_TYPE.as_str(), FORM), (REFERER.as_str(), &page)];
        let own = self.own_site();
        let headers: Vec<(&str, &str)> = headers.into_iter().chain(own.iter().map(|(n, v)| (*n, v.as_str()))).collect();
        self.send(Method::POST, action, &headers, encode(fields)).await
    }

    /// Fills in the form of the page that is posted to `action`, with its hidden fields as they are, and shows what comes then.
    pub async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(&self.page.clone()).await;
        let hidden = hidden_fields(&page.body, action);
        let all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(fields.iter().copied()).collect();
        let answer = self.post(action, &all).await;
        assert_eq!(answer.status, 303, "{action}: {}", answer.body);
        self.open(&answer.location().unwrap()).await
    }

    /// Calls a server function as the client does.
    pub async fn call(&mut self, function: &str, fields: &[(&str, &str)]) -> Answer {
        let own = self.own_site();
        let headers = [(ACCEPT.as_str(), "application/json"), (CONTENT_TYPE.as_str(), FORM)];
        let headers: Vec<(&str, &str)> = headers.into_iter().chain(own.iter().map(|(n, v)| (*n, v.as_str()))).collect();
        self.send(Method::POST, function, &headers, encode(fields)).await
    }

    fn own_site(&self) -> [(&'static str, String); 2] {
        [(ORIGIN.as_str(), format!("http://{}", self.addr)), ("sec-fetch-site", "same-origin".to_owned())]
    }

    /// Sends a request with the browser's cookies, and keeps those that come back.
    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(HOST, self.addr.to_string());
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers.iter().filter(|(name, _)| !self.headers.iter().any(|(own, _)| own == name)) {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, cookies.join("; "));
        }
        let stream = TcpStream::connect(self.addr).await.unwrap();
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        let response = sender.send_request(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() };
        for cookie in answer.cookies() {
            self.keep(&cookie);
        }
        answer
    }

    fn keep(&mut self, cookie: &Cookie<'_>) {
        if cookie.max_age() == Some(cookie::time::Duration::ZERO) {
            self.cookies.remove(cookie.name());
        } else {
            self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
    }
}

impl Answer {
    /// A header's value; empty without one.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookies it sets.
    pub fn cookies(&self) -> Vec<Cookie<'_>> {
        self.headers.get_all(SET_COOKIE).iter().map(|value| Cookie::parse(value.to_str().unwrap()).unwrap()).collect()
    }

    /// Where it sends the browser: a path.
    pub fn location(&self) -> Option<String> {
        let place = self.headers.get(LOCATION)?.to_str().unwrap();
        Some(place.to_owned())
    }

    /// What a server function said.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

/// A form's body.
pub fn encode(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap()
}
