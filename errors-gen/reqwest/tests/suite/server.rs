//! A server that answers as it is told, and remembers what it was sent.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use errors_gen::Vendor;
use errors_gen::commercetools;
use errors_gen::write::{BodyBuilder, NewError};
use http_body_util::BodyExt as _;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// What the server does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Answers.
    Answer(Answer),
    /// Closes the connection.
    Close,
    /// Never answers.
    Hang,
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    chunks: Vec<Bytes>,
    end: End,
}

/// What comes behind the last chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The end, whose place was told before.
    Told,
    /// The end, which was not told before.
    Open,
    /// The connection is closed before the end.
    CutOff,
    /// The connection is closed now.
    Closed,
    /// Nothing more comes, and no end either.
    Never,
}

/// A request that came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) headers: hyper::HeaderMap,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self::Answer(Answer { status, headers: Vec::new(), chunks: vec![body.into()], end: End::Told })
    }

    pub(crate) fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::new(status, body).header("Content-Type", "application/json")
    }

    /// What every test is after.
    pub(crate) fn success() -> Self {
        Self::json(200, r#"{"id":"o-1","version":1}"#)
    }

    /// One error of commercetools, as REST has it.
    pub(crate) fn error(code: &str) -> Self {
        Self::of(commercetools::VENDOR, NewError::new(code).message("Not now."))
    }

    /// The same as GraphQL has it, with HTTP 200.
    pub(crate) fn graphql(code: &str) -> Self {
        let error = NewError::new(code).message("Not now.");
        let body = BodyBuilder::new(&commercetools::VENDOR).envelope("graphql").status(200).error(error).build();
        Self::json(200, body.unwrap().json)
    }

    /// An error of any vendor, with its documented status.
    pub(crate) fn of(vendor: Vendor<'_>, error: NewError) -> Self {
        let body = BodyBuilder::new(&vendor).error(error).build().unwrap();
        Self::json(body.status.unwrap(), body.json)
    }

    fn with(self, change: impl FnOnce(&mut Answer)) -> Self {
        match self {
            Self::Answer(mut answer) => {
                change(&mut answer);
                Self::Answer(answer)
            }
            other => other,
        }
    }

    pub(crate) fn header(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(|answer| answer.headers.push((name, value.into())))
    }

    /// The body in chunks of this many bytes, whose number is not told.
    pub(crate) fn in_chunks(self, bytes: usize) -> Self {
        self.with(|answer| {
            let body = answer.chunks.concat();
            answer.chunks = body.chunks(bytes).map(Bytes::copy_from_slice).collect();
            answer.end = End::Open;
        })
    }

    /// The connection is closed behind the body, before its end.
    pub(crate) fn cut_off(self) -> Self {
        self.with(|answer| answer.end = End::CutOff)
    }

    /// The body never ends.
    pub(crate) fn endless(self) -> Self {
        self.with(|answer| answer.end = End::Never)
    }
}

/// What the server does, and what it was sent.
#[derive(Default)]
struct State {
    replies: VecDeque<Reply>,
    seen: Vec<Seen>,
}

/// A server, up to the end of the test.
pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Server {
    /// A server that does these things in order, and the last one for ever.
    pub(crate) async fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State { replies: replies.into_iter().collect(), seen: Vec::new() }));
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    let service = service_fn(|request| answer(Arc::clone(&shared), request));
                    // What fails here fails at the client.
                    let _ = hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        });
        Self { address, state }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.state.lock().unwrap().seen.clone()
    }

    /// How many requests came.
    pub(crate) fn requests(&self) -> usize {
        self.state.lock().unwrap().seen.len()
    }
}

/// An address where nobody answers.
pub(crate) async fn nowhere() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    format!("http://{}/", listener.local_addr().unwrap())
}

async fn answer(state: Arc<Mutex<State>>, request: Request<Incoming>) -> Result<Response<Chunks>, io::Error> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let reply = {
        let mut state = state.lock().unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        state.seen.push(Seen { method: parts.method.to_string(), headers: parts.headers, body });
        let last = state.replies.len() == 1;
        if last { state.replies.front().cloned() } else { state.replies.pop_front() }
    };
    match reply.unwrap() {
        Reply::Close => Err(io::Error::other("closed")),
        Reply::Hang => future::pending::<Result<_, Infallible>>().await.map_err(io::Error::other),
        Reply::Answer(answer) => {
            let mut response = Response::builder().status(answer.status);
            for (name, value) in answer.headers {
                response = response.header(name, value);
            }
            Ok(response.body(Chunks { chunks: answer.chunks.into(), end: answer.end }).unwrap())
        }
    }
}

/// A body that ends as it is told.
struct Chunks {
    chunks: VecDeque<Bytes>,
    end: End,
}

impl Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match (self.chunks.pop_front(), self.end) {
            (Some(chunk), _) => Poll::Ready(Some(Ok(Frame::data(chunk)))),
            (None, End::Told | End::Open) => Poll::Ready(None),
            // Not before what came so far is sent.
            (None, End::CutOff) => {
                self.end = End::Closed;
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            (None, End::Closed) => Poll::Ready(Some(Err(io::Error::other("cut off")))),
            (None, End::Never) => Poll::Pending,
        }
    }

    fn size_hint(&self) -> SizeHint {
        let bytes = self.chunks.iter().map(|chunk| chunk.len() as u64).sum();
        if self.end == End::Told { SizeHint::with_exact(bytes) } else { SizeHint::default() }
    }
}
