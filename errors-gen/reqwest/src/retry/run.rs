//! One request, sent until it is answered for good.

use std::time::{Duration, Instant};

use backon::{BackoffBuilder as _, ExponentialBackoff};
use errors_runtime::Codes;
use errors_runtime::decide::Next as Step;
use errors_runtime::http::Extensions;
use reqwest::{Request, Response};
use reqwest_middleware::{Next, Result};

use super::Retry;
use crate::intent::Sent;
use crate::judge::{self, Verdict};
use crate::received::{self, Received};
use crate::tried::Tried;

/// What was done so far.
pub(super) struct Run<'r, C: Codes<'static>> {
    retry: &'r Retry<C>,
    requests: u32,
    renewed: bool,
    started: Instant,
    waited: Duration,
    delays: ExponentialBackoff,
}

/// What came back.
enum Answer {
    /// A response whose body nobody needs to decide.
    Unread(Response),
    Read(Box<Received>),
}

impl<'r, C: Codes<'static>> Run<'r, C> {
    pub(super) fn new(retry: &'r Retry<C>) -> Self {
        Self {
            retry,
            requests: 0,
            renewed: false,
            started: Instant::now(),
            waited: Duration::ZERO,
            delays: retry.backoff.build(),
        }
    }

    /// Sends the request, and those that follow it.
    pub(super) async fn send_all(
        mut self,
        mut request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        loop {
            // None of one whose body is a stream: it is sent once.
            let copy = request.try_clone();
            let (answer, verdict) = self.send_one(request, extensions, next.clone()).await;
            match self.following(verdict, copy, answer.as_ref().ok()).await? {
                Some(following) => request = following,
                None => return self.finish(answer, verdict),
            }
        }
    }

    /// Sends one request, and says what to do about what came back.
    async fn send_one(
        &mut self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> (Result<Answer>, Verdict) {
        let judge = &self.retry.judge;
        let sent = Sent::of(&request, extensions, judge.vendor);
        self.requests += 1;
        match next.run(request, extensions).await {
            Ok(response) if received::is_to_be_read(&response, sent.is_head()) => {
                let received = Received::new(response, judge.limit).await;
                let verdict = judge.response(&sent, &received);
                (Ok(Answer::Read(Box::new(received))), verdict)
            }
            Ok(response) => (Ok(Answer::Unread(response)), Verdict::NOTHING),
            Err(error) => {
                let verdict = judge::failure(&sent, &error, self.retry.connect_errors_trusted);
                (Err(error), verdict)
            }
        }
    }

    /// The request that is sent next; `None` where there is none.
    async fn following(
        &mut self,
        verdict: Verdict,
        copy: Option<Request>,
        answer: Option<&Answer>,
    ) -> Result<Option<Request>> {
        let hook = match verdict.next {
            Step::Reauthenticate if !self.renewed => self.retry.renew.as_ref(),
            Step::Refresh => self.retry.refresh.as_ref(),
            _ => None,
        };
        if hook.is_none() && !verdict.next.sends_again() {
            return Ok(None);
        }
        let Some(copy) = copy else { return Ok(None) };
        let wait = self.wait(verdict);
        if self.requests >= self.retry.attempts || self.spent().saturating_add(wait) > self.retry.within {
            return Ok(None);
        }
        if !wait.is_zero() {
            (self.retry.sleeper)(wait).await;
            self.waited += wait;
        }
        match (hook, answer) {
            (Some(hook), Some(Answer::Read(received))) => {
                self.renewed |= verdict.next == Step::Reauthenticate;
                hook(copy, self.retry.judge.error(received)).await
            }
            _ => Ok(Some(copy)),
        }
    }

    /// How long to wait before the next request.
    fn wait(&mut self, verdict: Verdict) -> Duration {
        match (verdict.wait, verdict.next) {
            (Some(wait), _) => wait,
            // Nothing says that it would help to wait, unless it did not help to send it again.
            (None, Step::Retry) if self.requests == 1 => Duration::ZERO,
            (None, Step::Retry | Step::Backoff | Step::Wait) => self.delays.next().unwrap_or_default(),
            (None, _) => Duration::ZERO,
        }
    }

    /// The time since the first request, by the clock or by what was waited, whichever is longer.
    fn spent(&self) -> Duration {
        self.started.elapsed().max(self.waited)
    }

    fn finish(self, answer: Result<Answer>, verdict: Verdict) -> Result<Response> {
        let mut response = match answer? {
            Answer::Unread(response) => response,
            Answer::Read(received) => received.into_response(),
        };
        response.extensions_mut().insert(Tried { requests: self.requests, next: verdict.next });
        Ok(response)
    }
}
