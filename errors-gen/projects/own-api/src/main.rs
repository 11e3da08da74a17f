//! Errors of our own warehouse beside those of commercetools.

use errors_gen::decide::{Attempt, Next};
use errors_gen::{Vendor, commercetools};

// A module for each catalog of this project, and the list `VENDORS`.
include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// Every vendor that this program knows.
fn vendors() -> impl Iterator<Item = Vendor<'static>> {
    VENDORS.iter().chain(errors_gen::VENDORS).copied()
}

fn main() {
    let names: Vec<_> = vendors().map(|vendor| vendor.name()).collect();
    println!("{}", names.join(", "));

    // Codes known when the program was written.
    let body = r#"{"status":409,"code":"STOCK_CHANGED","detail":"SKU-7 has 2 left"}"#;
    let response = warehouse::read(409, body);
    match response.code() {
        Some(warehouse::Code::StockChanged) => {
            let left = response.parameters().and_then(|parameters| parameters.get("left"));
            println!("reserve at most {}", left.map_or_else(|| "what is left".to_owned(), |left| left.to_string()));
        }
        Some(code) => println!("{code}: {}", code.action()),
        None => println!("{response}"),
    }

    // A vendor chosen by its name, as a gateway does.
    let responses = [
        ("warehouse", 503, r#"{"status":503,"code":"WAREHOUSE_CLOSED","detail":"Stocktaking"}"#),
        (
            "commercetools",
            503,
            r#"{"statusCode":503,"message":"Service overloaded","errors":[{"code":"OverCapacity","message":"Service overloaded"}]}"#,
        ),
    ];
    for (name, status, body) in responses {
        let Some(vendor) = vendors().find(|vendor| vendor.name() == name) else { continue };
        let response = vendor.read(status, body);
        let next = match response.decide(&Attempt::new().method("POST")).next {
            Next::RetryAfter(wait) => format!("send it again after {} s", wait.as_secs()),
            next => next.to_string(),
        };
        println!("{}: {next}", response.label());
    }
    assert!(commercetools::Code::from_wire("OverCapacity").is_some());
}
