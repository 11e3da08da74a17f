//! A checkout that places orders with commercetools, once each.

use std::fmt;
use std::time::Duration;

use errors_gen::commercetools::Code;
use errors_gen::decide::{Attempt, Next};
use errors_gen::{Audience, Topic};
use errors_reqwest::{Error, ResponseExt as _, Retry};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use serde::Deserialize;

/// A project of commercetools.
pub struct Shop {
    client: ClientWithMiddleware,
    url: String,
}

/// An order that was placed.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub struct Order {
    pub id: String,
}

/// Why there is no order, by what is to be done now.
#[derive(Debug)]
pub enum Failure {
    /// Show this to the customer; nothing was ordered.
    TellCustomer(&'static str),
    /// Look whether the order was placed before anything is sent again.
    Verify(Error<Code>),
    /// Nothing was ordered, and an operator has to know.
    Report(Error<Code>),
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

impl Shop {
    /// The project at this address. `http` is the client as far as it is not about orders; `retry` says how often and how long
    /// requests are repeated.
    ///
    /// # Errors
    ///
    /// The client cannot be built.
    pub fn new(url: String, http: reqwest::ClientBuilder, retry: Retry<Code>) -> reqwest::Result<Self> {
        let http = http.timeout(Duration::from_secs(10)).redirect(errors_reqwest::redirects()).build()?;
        let (tokens, address) = (http.clone(), format!("{url}/oauth/token"));
        let retry = retry.trust_connect_errors().reauthenticate_with(move |mut request, _| {
            let answer = tokens.post(&address).send();
            async move {
                let Ok(token) = answer.await?.json_or_error::<Code, Token>().await else { return Ok(None) };
                let Ok(bearer) = HeaderValue::from_str(&format!("Bearer {}", token.access_token)) else {
                    return Ok(None);
                };
                request.headers_mut().insert(AUTHORIZATION, bearer);
                Ok(Some(request))
            }
        });
        Ok(Self { client: ClientBuilder::new(http).with(retry).build(), url })
    }

    /// Orders a version of a cart.
    ///
    /// # Errors
    ///
    /// [`Failure`] says what is to be done now.
    pub async fn order(&self, cart: &str, version: i64) -> Result<Order, Failure> {
        let body = serde_json::json!({ "cart": { "typeId": "cart", "id": cart }, "version": version });
        self.place(body.to_string()).await.map_err(Failure::of)
    }

    async fn place(&self, body: String) -> Result<Order, Error<Code>> {
        let request = self.client.post(format!("{}/orders", self.url)).header(CONTENT_TYPE, "application/json");
        request.body(body).send().await?.json_or_error().await
    }
}

impl Failure {
    fn of(error: Error<Code>) -> Self {
        // No answer, or one that is no order: it may have been placed.
        let Some(vendor) = error.vendor() else { return Self::Verify(error) };
        if vendor.decide(&Attempt::new().method("POST")).next == Next::Verify {
            return Self::Verify(error);
        }
        match (*vendor.topic(), *vendor.audience()) {
            (Some(Topic::OutOfStock), _) => Self::TellCustomer("Some of the items are sold out."),
            (Some(Topic::PriceChanged), _) => {
                Self::TellCustomer("A price has changed. Please look at your cart again.")
            }
            (_, Audience::Customer) => Self::TellCustomer("Please check your cart."),
            _ => Self::Report(error),
        }
    }
}

impl fmt::Display for Failure {
    /// One line for the log, with personal data masked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TellCustomer(text) => f.write_str(text),
            Self::Verify(error) => write!(f, "perhaps ordered: {error}"),
            Self::Report(error) => write!(f, "not ordered: {error}"),
        }
    }
}

impl std::error::Error for Failure {}
