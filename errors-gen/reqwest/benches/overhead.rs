//! Measures what the middleware adds to a request: `cargo bench -p errors-reqwest`. With `--test`, each way is run once.
#![allow(clippy::unwrap_used, reason = "a measurement that cannot be taken stops")]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Instant;

use errors_gen::commercetools::{self, Code};
use errors_gen::write::{BodyBuilder, NewError};
use errors_reqwest::Retry;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};

const ROUNDS: usize = 31;
const REQUESTS: usize = 400;

/// Answers every request on every connection with the same bytes, from threads of its own.
fn server(status: u16, body: &str) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}/carts", listener.local_addr().unwrap());
    let answer = format!(
        "HTTP/1.1 {status} Any\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    thread::spawn(move || {
        for stream in listener.incoming() {
            let answer = answer.clone();
            thread::spawn(move || serve(stream.unwrap(), answer.as_bytes()));
        }
    });
    url
}

/// Requests have no body, and the next one comes after the answer.
fn serve(mut stream: TcpStream, answer: &[u8]) {
    stream.set_nodelay(true).unwrap();
    let (mut read, mut buffer) = (Vec::new(), [0; 4096]);
    while let Ok(more @ 1..) = stream.read(&mut buffer) {
        read.extend_from_slice(&buffer[..more]);
        if read.ends_with(b"\r\n\r\n") {
            read.clear();
            stream.write_all(answer).unwrap();
        }
    }
}

/// Microseconds a request, with the body read to its end.
async fn round(client: &ClientWithMiddleware, url: &str, requests: usize) -> f64 {
    let start = Instant::now();
    for _ in 0..requests {
        let body = client.get(url).send().await.unwrap().bytes().await.unwrap();
        std::hint::black_box(body);
    }
    #[expect(clippy::cast_precision_loss, reason = "there are few requests")]
    let requests = requests as f64;
    start.elapsed().as_secs_f64() * 1e6 / requests
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let quick = std::env::args().any(|argument| argument == "--test");
    let (rounds, requests) = if quick { (1, 1) } else { (ROUNDS, REQUESTS) };
    let cart = format!(
        r#"{{"type":"Cart","id":"c-1","version":3,"lineItems":[{}]}}"#,
        vec![r#"{"sku":"M-1","quantity":2}"#; 40].join(",")
    );
    // Advice that sends nothing again.
    let error = NewError::new("ResourceNotFound").message("The Cart with ID 'c-1' was not found.");
    let error = BodyBuilder::new(&commercetools::VENDOR).error(error).build().unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let retrying = ClientBuilder::new(http.clone()).with(Retry::<Code>::new()).build();
    let plain = ClientBuilder::new(http).build();
    println!("| answer | bytes | plain, µs | with `Retry`, µs | added, µs |\n|---|--:|--:|--:|--:|");
    for (name, status, body) in [("200, a cart", 200, &cart), ("404, an error", 404, &error.json)] {
        let url = server(status, body);
        let (mut without, mut with, mut added) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..rounds {
            let pair = (round(&plain, &url, requests).await, round(&retrying, &url, requests).await);
            without.push(pair.0);
            with.push(pair.1);
            added.push(pair.1 - pair.0);
        }
        println!("| {name} | {} | {:.1} | {:.1} | {:.1} |", body.len(), median(without), median(with), median(added));
    }
}
