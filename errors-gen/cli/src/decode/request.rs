//! One line of `decode --lines`.

use std::fmt;

use errors_codegen::model::Vendor;
use errors_codegen::words::{listed, shown};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor};

use super::headers::{Headers, Values};
use crate::operations;

/// A body to decode, read into buffers that are used again.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// The HTTP status.
    pub(super) status: Option<u16>,
    /// The HTTP method of the request.
    pub(super) method: Option<String>,
    /// The headers of the response.
    pub(super) headers: Headers,
    /// The body.
    pub(super) body: Vec<u8>,
}

impl Request {
    /// Reads a line; where it is no request, says why.
    pub(super) fn parse(&mut self, line: &[u8], vendor: &Vendor) -> Result<(), String> {
        let text = std::str::from_utf8(line).map_err(|error| format!("the line is not UTF-8: {error}"))?;
        if text.trim().is_empty() {
            return Err("the line is empty, not a JSON object with `body` or `body_hex`".to_owned());
        }
        self.status = None;
        self.method = None;
        self.headers.clear();
        self.body.clear();
        let mut json = serde_json::Deserializer::from_str(text);
        (Members { request: self, vendor })
            .deserialize(&mut json)
            .and_then(|()| json.end())
            // Each line is a document of its own, so that the number of the line says nothing.
            .map_err(|error| error.to_string().replace(" at line 1 column ", " at column "))
    }
}

/// Reads the members of the object.
struct Members<'a> {
    request: &'a mut Request,
    vendor: &'a Vendor,
}

impl<'de> DeserializeSeed<'de> for Members<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `body` or `body_hex`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut text, mut hex) = (false, false);
        while let Some(name) = map.next_key_seed(Name)? {
            match name {
                Member::Status => {
                    self.request.status = map.next_value_seed(Status)?;
                }
                Member::Operation => {
                    if let Some(key) = map.next_value::<Option<String>>()? {
                        check_operation(self.vendor, &key).map_err(A::Error::custom)?;
                    }
                }
                Member::Method => self.request.method = map.next_value()?,
                Member::Headers => {
                    // Of members with the same name the last one counts.
                    self.request.headers.clear();
                    for (name, values) in map.next_value::<Option<HeaderMap>>()?.unwrap_or_default().0 {
                        self.request.headers.add(&name, values);
                    }
                }
                Member::Body => text = map.next_value_seed(Body { into: &mut self.request.body, hex: false })?,
                Member::BodyHex => hex = map.next_value_seed(Body { into: &mut self.request.body, hex: true })?,
                Member::Other(name) => {
                    let keys = listed(["http_status", "operation", "method", "headers", "body", "body_hex"]);
                    return Err(A::Error::custom(format_args!("unknown key {}; the keys are {keys}", shown(&name))));
                }
            }
        }
        match (text, hex) {
            (true, true) => Err(A::Error::custom("`body` and `body_hex` exclude each other")),
            (false, false) => Err(A::Error::custom("neither `body` nor `body_hex` is there")),
            _ => Ok(()),
        }
    }
}

fn check_operation(vendor: &Vendor, key: &str) -> Result<(), String> {
    operations::check(vendor, key).map_err(|(what, similar)| match similar.as_slice() {
        [] => what,
        _ => format!("{what}; did you mean {}?", listed(similar)),
    })
}

/// The members that mean something.
enum Member {
    Status,
    Operation,
    Method,
    Headers,
    Body,
    BodyHex,
    Other(String),
}

/// Reads a member's name without keeping it.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
        Ok(match name {
            "http_status" => Member::Status,
            "operation" => Member::Operation,
            "method" => Member::Method,
            "headers" => Member::Headers,
            "body" => Member::Body,
            "body_hex" => Member::BodyHex,
            other => Member::Other(other.to_owned()),
        })
    }
}

/// The headers as they are written, in their order.
#[derive(Default)]
struct HeaderMap(Vec<(String, Values)>);

impl<'de> Deserialize<'de> for HeaderMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = HeaderMap;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`headers` as an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HeaderMap, A::Error> {
                let mut headers = Vec::new();
                // A header that is null counts as absent, as the members beside `headers` do.
                while let Some((name, values)) = map.next_entry::<String, Option<Values>>()? {
                    headers.extend(values.map(|values| (name, values)));
                }
                Ok(HeaderMap(headers))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// Reads a status or null.
struct Status;

impl<'de> DeserializeSeed<'de> for Status {
    type Value = Option<u16>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<u16>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Status {
    type Value = Option<u16>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`http_status` as a number from 100 to 599")
    }

    fn visit_none<E: Error>(self) -> Result<Option<u16>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<u16>, D::Error> {
        deserializer.deserialize_u64(self)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<u16>, E> {
        match u16::try_from(number) {
            Ok(status @ 100..=599) => Ok(Some(status)),
            _ => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }
}

/// Reads a body into a buffer; false where it is null, which counts as absent.
struct Body<'a> {
    into: &'a mut Vec<u8>,
    hex: bool,
}

impl<'de> DeserializeSeed<'de> for Body<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Body<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.hex { "`body_hex` as a string of hexadecimal digits" } else { "`body` as a string" })
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        // Of members with the same name the last one counts.
        self.into.clear();
        if !self.hex {
            self.into.extend_from_slice(text.as_bytes());
            return Ok(true);
        }
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if !rest.is_empty() {
            return Err(E::custom("`body_hex` has an odd number of digits"));
        }
        self.into.reserve(pairs.len());
        for &[high, low] in pairs {
            let byte = digit(high).zip(digit(low)).map(|(high, low)| high << 4 | low);
            self.into.push(byte.ok_or_else(|| E::custom("`body_hex` holds something other than hexadecimal digits"))?);
        }
        Ok(true)
    }
}

/// The value of a hexadecimal digit of either case.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
