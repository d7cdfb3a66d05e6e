//! Who may ask: one layer in front of every route, which refuses unless all is right.
//!
//! A page of any site can make the reader's browser send requests to 127.0.0.1. What it cannot
//! do is know the token, send this server's `Origin`, or (after its name was made to point here,
//! DNS rebinding) send this server's `Host`. All three are asked for.

use super::token::Token;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use std::io;

/// What a request must bring.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    host: String,
    origin: String,
    cookie: String,
    token: Token,
}

/// How a request was let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admitted {
    /// By the address: its token is to become a cookie.
    ByAddress,
    /// By the cookie.
    ByCookie,
}

impl Guard {
    /// For the server at this port, with a new token.
    ///
    /// # Errors
    /// The system has no randomness.
    pub fn new(port: u16) -> io::Result<Guard> {
        let host = format!("127.0.0.1:{port}");
        let origin = format!("http://{host}");
        // Cookies know no ports: two servers on one machine need two names.
        Ok(Guard { origin, host, cookie: format!("melon-{port}"), token: Token::new()? })
    }

    /// What the reader is to open.
    pub fn address(&self) -> String {
        format!("{}/?token={}", self.origin, self.token.text())
    }

    /// The header that turns the token into a cookie, which no other site's page can send.
    pub fn cookie(&self) -> HeaderValue {
        let text = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie, self.token.text());
        text.try_into().expect("a token is plain text")
    }

    /// Whether a request may pass.
    ///
    /// # Errors
    /// With which status it is refused.
    pub fn admit(&self, request: &Parts) -> Result<Admitted, StatusCode> {
        let headers = &request.headers;
        let is_ours = |authority: &axum::http::uri::Authority| authority.as_str() == self.host;
        if only(headers, &header::HOST) != Some(self.host.as_str()) || !request.uri.authority().is_none_or(is_ours) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        if !self.is_same_origin(&request.method, headers) {
            return Err(StatusCode::FORBIDDEN);
        }
        if self.has_cookie(headers) {
            return Ok(Admitted::ByCookie);
        }
        let may_bring_token = request.method == Method::GET && request.uri.path() == "/";
        let token = request.uri.query().and_then(|query| query.strip_prefix("token="));
        match token {
            Some(token) if may_bring_token && self.token.is(token) => Ok(Admitted::ByAddress),
            _ => Err(StatusCode::UNAUTHORIZED),
        }
    }

    /// Whatever changes or computes anything must say that it comes from this very page; who only
    /// reads may say nothing (a browser does not, when an address is typed), but nothing else.
    fn is_same_origin(&self, method: &Method, headers: &HeaderMap) -> bool {
        let says_nothing = !headers.contains_key(header::ORIGIN);
        let origin = match method {
            &Method::GET | &Method::HEAD if says_nothing => true,
            _ => only(headers, &header::ORIGIN) == Some(self.origin.as_str()),
        };
        let site = HeaderName::from_static("sec-fetch-site");
        let from_here = ["same-origin", "none"];
        origin && (!headers.contains_key(&site) || only(headers, &site).is_some_and(|site| from_here.contains(&site)))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let texts = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = texts.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(name, value)| name == self.cookie && self.token.is(value))
    }
}

/// The value of a header that is there exactly once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(first)
}
