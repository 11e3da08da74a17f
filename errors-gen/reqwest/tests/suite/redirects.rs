//! Redirects: an order that led to another request is not sent again.

use errors_gen::decide::Next;
use errors_reqwest::{Tried, redirects};

use crate::client::{client, client_over, http, retry};
use crate::server::{Reply, Server, nowhere};

#[tokio::test]
async fn an_order_that_was_answered_with_a_redirect_is_sent_once() {
    // reqwest follows with a GET, which is told to come later.
    let later = Reply::new(429, "").header("Retry-After", "1");
    let server = Server::new([Reply::new(303, "").header("Location", "/orders/1"), later]).await;
    let (client, waits) = client(retry());
    let response = client.post(server.url("/orders")).body("{}").send().await.unwrap();
    assert_eq!(response.extensions().get::<Tried>().unwrap().next, Next::Verify);
    assert_eq!(server.seen().iter().filter(|seen| seen.method == "POST").count(), 1);
    assert!(waits.taken().is_empty());
}

#[tokio::test]
async fn an_order_whose_redirect_leads_nowhere_is_sent_once() {
    for status in [301, 302, 303, 307, 308] {
        let server = Server::new([Reply::new(status, "").header("Location", nowhere().await)]).await;
        let (client, waits) = client(retry());
        let error = client.post(server.url("/orders")).body("{}").send().await.unwrap_err();
        assert!(error.is_connect(), "{error}");
        assert_eq!((server.requests(), waits.taken().len()), (1, 0), "{status}");
    }
}

#[tokio::test]
async fn redirects_after_which_an_order_may_be_placed_are_not_followed() {
    for status in [301, 302, 303] {
        let server = Server::new([Reply::new(status, "").header("Location", nowhere().await)]).await;
        let (client, waits) = client_over(http().redirect(redirects()), retry());
        let response = client.post(server.url("/orders")).body("{}").send().await.unwrap();
        assert_eq!((response.status().as_u16(), server.requests()), (status, 1));
        assert!(waits.taken().is_empty());
    }
    for status in [307, 308] {
        let other = Server::new([Reply::success()]).await;
        let server = Server::new([Reply::new(status, "").header("Location", other.url("/"))]).await;
        let (client, _) = client_over(http().redirect(redirects()), retry());
        let response = client.post(server.url("/orders")).body("{}").send().await.unwrap();
        assert_eq!((response.status().as_u16(), server.requests(), other.requests()), (200, 1, 1));
        assert_eq!((&*other.seen()[0].method, &*other.seen()[0].body), ("POST", "{}"));
    }
}

#[tokio::test]
async fn endless_redirects_end() {
    let server = Server::new([Reply::new(307, "").header("Location", "/")]).await;
    let (client, waits) = client_over(http().redirect(redirects()), retry());
    let error = client.get(server.url("/")).send().await.unwrap_err();
    assert!(error.is_redirect(), "{error}");
    assert_eq!((server.requests(), waits.taken().len()), (11, 0));
}
