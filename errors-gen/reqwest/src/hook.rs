//! What the caller does between two requests.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use errors_runtime::ResponseError;
use reqwest::Request;
use reqwest_middleware::Result;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Makes the request that is sent next out of the one that failed and its error; `None` gives up.
pub(crate) type Hook<C> = Arc<dyn Fn(Request, ResponseError<C>) -> BoxFuture<Result<Option<Request>>> + Send + Sync>;

/// Waits for a time.
pub(crate) type Sleeper = Arc<dyn Fn(Duration) -> BoxFuture<()> + Send + Sync>;

/// Waits by tokio's clock.
pub(crate) fn tokio_sleeper() -> Sleeper {
    Arc::new(|wait| Box::pin(tokio::time::sleep(wait)))
}
