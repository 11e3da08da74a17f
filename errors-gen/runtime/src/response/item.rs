//! One error of a response.

use crate::json::Json;
use crate::read::{Item, Message, RawCode};
use crate::table::{ClassBy, DetailCode, Statement, Variant, statements};
use crate::view::Fields;
use crate::wording::Parameters;
use crate::{AnyCode, Codes, ErrorCode, Vendor};

/// One error of a response.
#[derive(Clone, Copy)]
pub struct ErrorItem<'b, C = AnyCode<'b>> {
    item: Item<'b, 'b>,
    /// The HTTP status of the response, or the one that the body tells.
    status: Option<u16>,
    /// Whether the response is a success.
    succeeded: bool,
    /// An arbitrary code of the vendor.
    whose: C,
}

impl<'b, C: ErrorCode> ErrorItem<'b, C> {
    /// The typed fields of the error, without code and message: the view that belongs to its code.
    ///
    /// This never fails, but reading a field of the view can.
    ///
    /// ```
    /// use errors_gen::commercetools::{self, Detail};
    ///
    /// let body = r#"{"statusCode": 400, "message": "...", "errors": [
    ///     {"code": "DuplicateField", "message": "...", "field": "slug.en", "duplicateValue": "shirt"}
    /// ]}"#;
    /// for error in commercetools::read(400, body).errors() {
    ///     if let Detail::DuplicateField(detail) = error.detail() {
    ///         assert_eq!(detail.field()?.unwrap(), "slug.en");
    ///         assert_eq!(detail.duplicate_value()?.unwrap().text().unwrap(), "shirt");
    ///     }
    /// }
    /// # Ok::<(), errors_gen::view::FieldError>(())
    /// ```
    #[must_use]
    pub fn detail(&self) -> C::Detail<'b> {
        C::detail(self.code(), self.fields())
    }
}

impl<'b, C: ErrorCode> ErrorItem<'b, C> {
    /// The typed fields that every error may have, even if its code is not listed or missing.
    ///
    /// ```
    /// use errors_gen::abicart;
    ///
    /// let body = r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": 999, "message": "New", "data": "more"}}"#;
    /// let response = abicart::read(200, body);
    /// assert!(response.primary().unwrap().item_fields().data().unwrap().is_some());
    /// ```
    #[must_use]
    pub fn item_fields(&self) -> C::ItemFields<'b> {
        self.fields().into()
    }
}

impl<'b, 't, C: Codes<'t>> ErrorItem<'b, C> {
    #[inline]
    pub(super) const fn new(item: Item<'b, 'b>, status: Option<u16>, succeeded: bool, whose: C) -> Self {
        Self { item, status, succeeded, whose }
    }

    pub(crate) const fn whose(&self) -> C {
        self.whose
    }

    /// The HTTP status of the response that the error is from; where it is not known, the one that the body tells.
    pub(crate) const fn response_status(&self) -> Option<u16> {
        self.status
    }

    /// Whether it is not a failure: it is in a success, or its code means success.
    pub(crate) fn is_of_success(&self) -> bool {
        self.succeeded || self.means_success() == Some(true)
    }

    /// Whether the code means success (`true`) or failure (`false`); `None` if the catalog does not say.
    pub(crate) fn means_success(&self) -> Option<bool> {
        self.item.means_success()
    }

    /// The vendor, with everything that its catalog says.
    #[must_use]
    pub fn vendor(&self) -> Vendor<'t> {
        self.whose.vendor()
    }

    /// The code; `None` if it is not listed or missing.
    #[inline]
    #[must_use]
    pub fn code(&self) -> Option<C> {
        // For a vendor known at compile time this is a constant, so that the lookup is specialized for that vendor.
        let reader = self.whose.reader();
        self.whose.listed(self.item.code_index_by(reader)?)
    }

    /// The code as received, listed or not; `None` if the item has none.
    #[inline]
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.item.raw_code()
    }

    /// Whether the code is exactly this text, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.item.is(wire)
    }

    /// The detail code, which refines the code; `None` if it is not listed or missing. An entry for this code takes
    /// precedence over one for any code.
    #[must_use]
    pub fn detail_code(&self) -> Option<C::DetailCode> {
        let (index, _) = self.listed_detail()?;
        self.whose.listed_detail(index)
    }

    /// The detail code as received, listed or not; `None` if the item has none.
    #[must_use]
    pub fn raw_detail_code(&self) -> Option<RawCode<'b>> {
        self.item.raw_detail_code()
    }

    /// The parent code, which is less specific than the code; `None` if it is not listed or missing.
    #[must_use]
    pub fn parent_code(&self) -> Option<C> {
        self.whose.listed(self.item.parent_code_index()?)
    }

    /// The parent code as received, listed or not; `None` if the item has none.
    #[must_use]
    pub fn raw_parent_code(&self) -> Option<RawCode<'b>> {
        self.item.raw_parent_code()
    }

    /// The table's entry for the detail code, and its index.
    pub(crate) fn listed_detail(&self) -> Option<(usize, &'t DetailCode<'t>)> {
        let listed = self.whose.detail_codes();
        if listed.is_empty() {
            return None;
        }
        let raw = self.raw_detail_code()?;
        let code = self.code().and_then(|code| u32::try_from(code.index()).ok());
        let found = |code| listed.iter().enumerate().find(|(_, detail)| detail.code == code && raw.is(detail.wire));
        code.and_then(|code| found(Some(code))).or_else(|| found(None))
    }

    /// What the code means with this error's status or wording, if the catalog distinguishes such variants.
    #[must_use]
    pub fn variant(&self) -> Option<&'t Variant<'t>> {
        let code = self.code()?;
        let variants = code.variants();
        if variants.is_empty() {
            return None;
        }
        let status = self.status().or(self.status);
        let wording = self.message().and_then(|message| message.parameters(code.wordings()));
        let wording = wording.map(|parameters| parameters.wording().text);
        variants.iter().find(|variant| {
            (variant.http.is_empty() || status.is_some_and(|status| variant.http.contains(&status)))
                && (variant.messages.is_empty() || wording.is_some_and(|text| variant.messages.contains(&text)))
        })
    }

    /// What the error means: the meaning of its detail code, its code (as it applies to this status and wording) or its
    /// parent code, the first that is listed.
    #[must_use]
    pub fn meaning(&self) -> Option<&'t str> {
        let code = || Some(self.code().or_else(|| self.parent_code())?.meaning());
        let refined = self.listed_detail().map(|(_, detail)| detail.meaning);
        refined.or_else(|| Some(self.variant()?.meaning)).or_else(code)
    }

    /// The message; `None` if the item has none.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.item.message()
    }

    /// The parameters of the message, by the code's wordings; `None` if the code is not listed or has no wording, or if
    /// the message matches none. See [`wording`](crate::wording).
    ///
    /// ```
    /// use errors_gen::omnicart;
    ///
    /// let body = r#"{"code": "124104", "message": "Cannot pause a pending timer, item(s): [mug-1, pot \"42\"]"}"#;
    /// let response = omnicart::read(409, body);
    /// let parameters = response.primary().unwrap().parameters().unwrap();
    /// assert_eq!(parameters.get("list").unwrap(), "mug-1, pot \"42\"");
    /// assert!(parameters.list("list").unwrap().eq(["mug-1", "pot \"42\""]));
    /// ```
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 't>> {
        self.message()?.parameters(self.code()?.wordings())
    }

    /// Whether the item is a note, which is never why the request failed: a warning, or debug output that was
    /// requested.
    #[must_use]
    pub fn is_note(&self) -> bool {
        self.item.is_note()
    }

    /// Calls `ask` with each [statement](Statement) of the catalog's classes about this error until it returns `Some`,
    /// and returns that; the code need not be listed. First come the statements about the code, the most particular
    /// first, then those about other members.
    ///
    /// ```
    /// use errors_gen::omnicart;
    ///
    /// let response = omnicart::read(409, r#"{"code": "124999", "message": "cartId is being moved"}"#);
    /// let error = response.primary().unwrap();
    /// let area = |name| error.find_statement(|said| (said.class.name == name).then_some(said.value.name));
    /// assert_eq!(area("category"), Some("data"));
    /// assert_eq!(area("subcategory"), Some("conflict"));
    /// ```
    pub fn find_statement<T>(&self, mut ask: impl FnMut(Statement<'t>) -> Option<T>) -> Option<T> {
        let classes = self.whose.classes();
        if classes.is_empty() {
            return None;
        }
        let by_code = self.raw_code().and_then(|raw| {
            raw.with_bytes(|code| statements(classes, core::str::from_utf8(code).ok()?).find_map(&mut ask))
        });
        by_code.or_else(|| {
            classes.iter().find_map(|class| {
                let ClassBy::Member(member) = class.by else { return None };
                let text = self.item.class_text(member)?;
                let value = class.values.iter().find(|value| text == *value.text)?;
                ask(Statement { class, value })
            })
        })
    }

    /// Whether its code is listed as one that defers to its classes.
    pub(crate) fn defers(&self) -> bool {
        self.item.defers()
    }

    /// The part of the request that the item is about, if the vendor has a member for it.
    #[must_use]
    pub fn field(&self) -> Option<Json<'b>> {
        self.item.field()
    }

    /// The item's own HTTP status, which can differ from that of the response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.item.status()
    }

    /// The item's own identifier.
    #[must_use]
    pub fn id(&self) -> Option<Json<'b>> {
        self.item.id()
    }

    /// The object with the item's documented fields, which is usually the item itself.
    #[must_use]
    pub fn fields(&self) -> Fields<'b> {
        self.item.fields()
    }

    /// The item as JSON.
    #[inline]
    #[must_use]
    pub fn json(&self) -> Json<'b> {
        self.item.json()
    }
}
