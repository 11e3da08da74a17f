//! Responses whose bodies are read for a decision, and handed on as if they were not.

use bytes::Bytes;
use errors_runtime::http::response::{Builder, Parts};
use errors_runtime::http::{self, HeaderMap, StatusCode, header};
use reqwest::{Response, ResponseBuilderExt as _, Url};

use crate::body::{Rest, Start};

/// A response, read as far as it is needed.
pub(crate) struct Received {
    parts: Parts,
    url: Url,
    body: Start,
}

/// What is known of a body.
pub(crate) enum Content<'r> {
    /// All of it.
    Whole(&'r Bytes),
    /// The connection failed after this.
    CutOff(&'r Bytes),
    /// It has more bytes than are read.
    TooLong,
}

impl Received {
    pub(crate) async fn new(response: Response, limit: usize) -> Self {
        let url = response.url().clone();
        let (parts, body) = http::Response::from(response).into_parts();
        Self { parts, url, body: Start::read(body, limit).await }
    }

    pub(crate) const fn status(&self) -> StatusCode {
        self.parts.status
    }

    pub(crate) const fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    pub(crate) const fn url(&self) -> &Url {
        &self.url
    }

    pub(crate) const fn content(&self) -> Content<'_> {
        match &self.body.rest {
            Rest::End(_) => Content::Whole(&self.body.bytes),
            Rest::Broken(_) => Content::CutOff(&self.body.bytes),
            Rest::More(_) => Content::TooLong,
        }
    }

    /// The response as it came.
    pub(crate) fn into_response(mut self) -> Response {
        // The address travels in an extension that only a builder can add.
        if let Ok(with_url) = Builder::new().url(self.url).body(()) {
            self.parts.extensions.extend(with_url.into_parts().0.extensions);
        }
        Response::from(http::Response::from_parts(self.parts, self.body.into_body()))
    }
}

/// Whether the body of a response is to be read. That of a success is only where it can be a vendor's error: where it
/// is said to be JSON, or nothing is said of it.
pub(crate) fn is_to_be_read(response: &Response, to_head: bool) -> bool {
    let status = response.status();
    if status.is_informational() || status == StatusCode::NOT_MODIFIED {
        return false;
    }
    if !status.is_success() {
        return true;
    }
    !to_head && response.headers().get(header::CONTENT_TYPE).is_none_or(|value| value.to_str().is_ok_and(is_json))
}

/// Whether a media type is JSON: `application/json`, `text/json`, or one that ends in `+json`.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Whether a body of which no media type is said looks like JSON of a vendor.
pub(crate) fn may_be_json(headers: &HeaderMap, body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    headers.contains_key(header::CONTENT_TYPE) || matches!(body.first(), None | Some(b'{' | b'['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_of_json() {
        for json in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "text/json",
            "application/problem+json",
            "application/graphql-response+json;charset=utf-8",
        ] {
            assert!(is_json(json), "{json}");
        }
        for other in ["", "text/html", "application/x-ndjson", "text/event-stream", "application/pdf", "json"] {
            assert!(!is_json(other), "{other}");
        }
    }

    #[test]
    fn what_looks_like_json() {
        let untyped = HeaderMap::new();
        for body in ["", " \n", "{}", "\u{feff} [1]"] {
            assert!(may_be_json(&untyped, body.as_bytes()), "{body}");
        }
        assert!(!may_be_json(&untyped, b"%PDF-1.7"));
        let typed =
            HeaderMap::from_iter([(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"))]);
        assert!(may_be_json(&typed, b"<html>"));
    }
}
