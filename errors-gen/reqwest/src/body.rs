//! Bodies that are read up to a limit and handed on as they came.

use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use errors_runtime::http::HeaderMap;
use http_body::{Body as HttpBody, Frame, SizeHint};
use http_body_util::BodyExt as _;
use reqwest::Body;

/// The start of a body, and what follows.
pub(crate) struct Start {
    /// What was read.
    pub(crate) bytes: Bytes,
    pub(crate) rest: Rest,
    /// How many bytes there are still to come, as far as that was told.
    length: Option<u64>,
}

/// What follows what was read of a body.
pub(crate) enum Rest {
    /// Nothing but trailers.
    End(Option<HeaderMap>),
    /// More, which is not read yet.
    More(Body),
    /// The connection failed, or it took too long.
    Broken(reqwest::Error),
}

impl Start {
    /// Reads a body to its end, or until more than `limit` bytes have come.
    pub(crate) async fn read(mut body: Body, limit: usize) -> Self {
        let length = body.size_hint().exact();
        if body.size_hint().lower() > limit as u64 {
            return Self { bytes: Bytes::new(), rest: Rest::More(body), length };
        }
        let mut read = Chunks::Few(Bytes::new());
        let mut trailers = None;
        let rest = loop {
            if read.len() > limit {
                break Rest::More(body);
            }
            match body.frame().await.map(|frame| frame.map(Frame::into_data)) {
                None => break Rest::End(trailers),
                Some(Err(error)) => break Rest::Broken(error),
                Some(Ok(Ok(data))) => read.push(data),
                Some(Ok(Err(frame))) => trailers = frame.into_trailers().ok().or(trailers),
            }
        };
        Self { bytes: read.into_bytes(), rest, length }
    }

    /// The body as it came.
    pub(crate) fn into_body(self) -> Body {
        match self.rest {
            Rest::End(None) if self.length.is_some() => Body::from(self.bytes),
            _ => Body::wrap(self),
        }
    }
}

/// What was read so far. Most bodies come in one chunk, which is not copied.
enum Chunks {
    Few(Bytes),
    Many(BytesMut),
}

impl Chunks {
    fn len(&self) -> usize {
        match self {
            Self::Few(chunk) => chunk.len(),
            Self::Many(chunks) => chunks.len(),
        }
    }

    fn push(&mut self, data: Bytes) {
        match self {
            Self::Few(chunk) if chunk.is_empty() => *chunk = data,
            Self::Few(chunk) => {
                let mut chunks = BytesMut::from(mem::take(chunk));
                chunks.extend_from_slice(&data);
                *self = Self::Many(chunks);
            }
            Self::Many(chunks) => chunks.extend_from_slice(&data),
        }
    }

    fn into_bytes(self) -> Bytes {
        match self {
            Self::Few(chunk) => chunk,
            Self::Many(chunks) => chunks.freeze(),
        }
    }
}

impl HttpBody for Start {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        let start = mem::take(&mut self.bytes);
        let frame = match &mut self.rest {
            _ if !start.is_empty() => Some(Ok(Frame::data(start))),
            Rest::More(body) => ready!(Pin::new(body).poll_frame(cx)),
            rest => match mem::replace(rest, Rest::End(None)) {
                Rest::End(trailers) => trailers.map(|trailers| Ok(Frame::trailers(trailers))),
                Rest::Broken(error) => Some(Err(error)),
                Rest::More(_) => None,
            },
        };
        let bytes = frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref().map(Bytes::len));
        self.length = self.length.map(|length| length.saturating_sub(bytes.unwrap_or(0) as u64));
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
