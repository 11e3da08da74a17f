//! Reads one response of each vendor and says what it means: `cargo run -p tour`.

use errors_gen::{ErrorCode, Response, abicart, bonsai, commercetools, dukanext, omnicart};

/// Says what a response means, whichever vendor it is from.
fn explain<C: ErrorCode>(response: &Response<'_, C>) {
    println!("{response}");
    for error in response.errors() {
        match (error.code(), error.raw_code()) {
            (Some(code), _) => {
                println!("    {} is {}: {}", code, code.name(), code.meaning());
                println!("    What to do ({}): {}", code.audience(), code.action());
                println!("    Retry {}: {}", code.retry().advice, code.retry().reason);
            }
            (None, Some(raw)) => println!("    {raw} is not listed"),
            (None, None) => println!("    an error without a code"),
        }
    }
    println!();
}

fn main() {
    explain(&commercetools::read(
        409,
        r#"{"statusCode":409,"message":"Object 6d0b1a2e-9f53-4b0e-a0c7-4c3c53c1f8f4 has a different version than expected. Expected: 4 - Actual: 5.",
            "errors":[{"code":"ConcurrentModification","message":"Object 6d0b1a2e-9f53-4b0e-a0c7-4c3c53c1f8f4 has a different version than expected. Expected: 4 - Actual: 5.","currentVersion":5}]}"#,
    ));
    explain(&omnicart::read(
        400,
        r#"{"code":122001,"message":"cartId has invalid format","timestamp":"2026-03-14T09:26:53Z",
            "debug":[{"code":"101001","message":"Tag(s) [gift] defined but not used"}]}"#,
    ));
    explain(&abicart::read(
        200,
        r#"[{"jsonrpc":"2.0","id":1,"result":{"uid":1184}},
            {"jsonrpc":"2.0","id":2,"error":{"code":2031,"message":"Invalid discount code","data":"SUMMER26"}}]"#,
    ));
    explain(&dukanext::read(
        429,
        r#"{"status":"failed","message":"Too many login attempts. Try again in 15 minutes.","code":"TOO_MANY_LOGIN_ATTEMPTS"}"#,
    ));
    explain(&bonsai::read(
        200,
        r#"{"data":{"subtotal":0,"total":0,"line_items":[{"public_id":"clad6pg5z00eaw012gfz7hfm92","quantity":1}],"currency":"USD"},
            "errors":[{"id":"a32b6540-80cb-11ed-9719-0bf8a5afe259","status":404,"code":"PRODUCT_DOES_NOT_EXIST",
                       "title":"Product does not exist","detail":{"publicId":"clad6pg5z00eaw012gfz7hfm92"}}]}"#,
    ));
    // A gateway in front of a vendor answers in its own way.
    explain(&omnicart::read(503, "<html><body>Service Unavailable</body></html>"));
}
