//! Clients whose waits are written down and not waited for.

use std::future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use errors_gen::commercetools::Code;
use errors_reqwest::Retry;
use errors_runtime::Codes;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};

/// How long a request may take that is to be answered. Long, as the machine may be busy.
const LONG: Duration = Duration::from_secs(20);

/// The waits between requests.
#[derive(Clone, Default)]
pub(crate) struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    pub(crate) fn taken(&self) -> Vec<Duration> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn millis(&self) -> Vec<u128> {
        self.taken().iter().map(Duration::as_millis).collect()
    }

    /// The same, with the waits written down here.
    pub(crate) fn of<C: Codes<'static>>(&self, retry: Retry<C>) -> Retry<C> {
        let waits = self.clone();
        retry.sleep_with(move |wait| {
            waits.0.lock().unwrap().push(wait);
            future::ready(())
        })
    }
}

/// At most three requests.
pub(crate) fn retry() -> Retry<Code> {
    Retry::new().attempts(3)
}

pub(crate) fn http() -> reqwest::ClientBuilder {
    reqwest::Client::builder().no_proxy().timeout(LONG)
}

/// A client with this middleware, and the waits of it.
pub(crate) fn client<C: Codes<'static> + Send + Sync + 'static>(retry: Retry<C>) -> (ClientWithMiddleware, Waits) {
    client_over(http(), retry)
}

pub(crate) fn client_over<C>(http: reqwest::ClientBuilder, retry: Retry<C>) -> (ClientWithMiddleware, Waits)
where
    C: Codes<'static> + Send + Sync + 'static,
{
    let waits = Waits::default();
    (ClientBuilder::new(http.build().unwrap()).with(waits.of(retry)).build(), waits)
}
