//! A body of one vendor, with that vendor's types.

use core::marker::PhantomData;

use crate::ErrorCode;
use crate::json::Json;
use crate::read::{Context, Item, ItemSpans, Items, Message, Outcome, RawCode, Reading};
use crate::table::TransportError;
use crate::view::Fields;
use crate::wording::Parameters;

/// A response of one vendor, read. Borrows the body; nothing has been allocated. It is as large as a [`Reading`], and like that
/// best asked where it was read.
///
/// `Display` says in one line what happened, whatever it was.
#[derive(Clone)]
pub struct Response<'b, C> {
    reading: Reading<'b, 'static>,
    code: PhantomData<C>,
}

impl<'b, C: ErrorCode> Response<'b, C> {
    /// Reads a body that came with this HTTP status; `None` where the status is not known. Never fails.
    #[inline]
    #[must_use]
    pub fn read<B: AsRef<[u8]> + ?Sized>(status: impl Into<Option<u16>>, body: &'b B) -> Self {
        Self { reading: Reading::read(C::READER, status.into(), body.as_ref()), code: PhantomData }
    }

    /// The same with room for the items of long lists, as [`Reading::read_with`] explains.
    ///
    /// ```
    /// use errors_gen::bonsai::{Code, Response};
    /// use errors_gen::read::ItemSpans;
    ///
    /// let mut room = [ItemSpans::EMPTY; 256]; // used again for the next body
    /// let body = r#"{"errors": [{"code": "VARIANT_DOES_NOT_EXIST", "title": "Variant does not exist"}]}"#;
    /// let response = Response::read_with(404, body, &mut room);
    /// assert_eq!(response.code(), Some(Code::VariantDoesNotExist));
    /// ```
    #[inline]
    #[must_use]
    pub fn read_with<B: AsRef<[u8]> + ?Sized>(
        status: impl Into<Option<u16>>,
        body: &'b B,
        room: &'b mut [ItemSpans],
    ) -> Self {
        Self { reading: Reading::read_with(C::READER, status.into(), body.as_ref(), room), code: PhantomData }
    }

    /// The code of the error that failed the request; `None` where it is not listed, where the error has no code, and
    /// where nothing failed.
    #[inline]
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.primary()?.code()
    }

    /// The code of the error that failed the request as it came, listed or not.
    #[inline]
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.primary()?.raw_code()
    }

    /// Whether the code of the error that failed the request is this text, listed or not.
    ///
    /// The way to ask for a code that the catalog does not list yet: it keeps working on the day it does.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.raw_code().is_some_and(|code| code.is(wire))
    }

    /// The message of the error that failed the request.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.primary()?.message()
    }

    /// What the error that failed the request says beyond its code and message, typed. A success has none.
    #[must_use]
    pub fn detail(&self) -> Option<C::Detail<'b>> {
        self.primary().map(|error| error.detail())
    }

    /// The parameters of the message of the error that failed the request, as [`ErrorItem::parameters`] gives them.
    #[must_use]
    pub fn parameters(&self) -> Option<Parameters<'b, 'static>> {
        self.primary()?.parameters()
    }

    /// The error that failed the request. A success has none.
    #[inline]
    #[must_use]
    pub fn primary(&self) -> Option<ErrorItem<'b, C>> {
        self.reading.primary().map(|item| ErrorItem::new(item, self.status()))
    }

    /// Every item in order: the top-level one first, then those of lists. Codes that mean success are items too.
    #[inline]
    #[must_use]
    pub fn errors(&self) -> Errors<'_, 'b, C> {
        Errors { items: self.reading.items(), status: self.status(), code: PhantomData }
    }

    /// What the body turned out to be.
    #[inline]
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.reading.outcome()
    }

    /// The HTTP status that was received. It outranks the status that the catalog documents for the code.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.reading.status()
    }

    /// The body as it was given.
    #[inline]
    #[must_use]
    pub const fn body(&self) -> &'b [u8] {
        self.reading.body()
    }

    /// The catalog's name for the body's envelope.
    #[must_use]
    pub fn envelope(&self) -> Option<&'static str> {
        self.reading.envelope()
    }

    /// The documented transport error: what the HTTP status means where the body does not tell.
    #[must_use]
    pub fn transport(&self) -> Option<&'static TransportError<'static>> {
        self.reading.transport()
    }

    /// The members that the envelope keeps beside the errors, as far as they are there.
    #[must_use]
    pub fn context(&self) -> Context<'_, 'b, 'static> {
        self.reading.context()
    }

    /// The whole body as JSON; `None` where it is none.
    #[must_use]
    pub fn json(&self) -> Option<Json<'b>> {
        self.reading.json()
    }

    /// The same without the vendor's types.
    #[inline]
    #[must_use]
    pub const fn reading(&self) -> &Reading<'b, 'static> {
        &self.reading
    }
}

/// One error of a body, with the types of its vendor.
#[derive(Clone, Copy)]
pub struct ErrorItem<'b, C> {
    item: Item<'b, 'static>,
    /// The HTTP status of the response.
    status: Option<u16>,
    code: PhantomData<C>,
}

impl<'b, C: ErrorCode> ErrorItem<'b, C> {
    const fn new(item: Item<'b, 'static>, status: Option<u16>) -> Self {
        Self { item, status, code: PhantomData }
    }

    /// The same without the vendor's types.
    #[inline]
    #[must_use]
    pub const fn item(&self) -> Item<'b, 'static> {
        self.item
    }

    /// The HTTP status of the response that the error is from.
    pub(crate) const fn response_status(&self) -> Option<u16> {
        self.status
    }

    /// The code; `None` where it is not listed or missing.
    #[inline]
    #[must_use]
    pub fn code(&self) -> Option<C> {
        self.item.code_index_by(C::READER).and_then(C::from_index)
    }

    /// The code as it came, listed or not; `None` where the item has none.
    #[inline]
    #[must_use]
    pub fn raw_code(&self) -> Option<RawCode<'b>> {
        self.item.raw_code()
    }

    /// Whether the code is this text, exactly, listed or not.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        self.item.is(wire)
    }

    /// The message; `None` where the item has none.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<Message<'b>> {
        self.item.message()
    }

    /// The parameters of the message, by the wordings that the catalog has for the code; `None` where the code is not
    /// listed or has no wording, and where the message follows none. See [`wording`](crate::wording).
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
    pub fn parameters(&self) -> Option<Parameters<'b, 'static>> {
        self.item.parameters(self.code()?.messages())
    }

    /// The part of the request the item is about, where the vendor says it beside the message.
    #[must_use]
    pub fn field(&self) -> Option<Json<'b>> {
        self.item.field()
    }

    /// The item's own HTTP status, which it can have beside that of the response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.item.status()
    }

    /// The item's own identifier.
    #[must_use]
    pub fn id(&self) -> Option<Json<'b>> {
        self.item.id()
    }

    /// What the item says beyond its code and message, typed: the view that belongs to its code.
    ///
    /// This never fails. What is read from it can, field by field.
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

    /// The object in which the item's documented fields stand: most often the item itself.
    #[must_use]
    pub fn fields(&self) -> Fields<'b> {
        self.item.fields()
    }

    /// The item as it stands in the body.
    #[inline]
    #[must_use]
    pub fn json(&self) -> Json<'b> {
        self.item.json()
    }
}

/// The errors of a body, in order.
#[derive(Clone)]
pub struct Errors<'r, 'b, C> {
    items: Items<'r, 'b, 'static>,
    status: Option<u16>,
    code: PhantomData<C>,
}

impl<'b, C: ErrorCode> Iterator for Errors<'_, 'b, C> {
    type Item = ErrorItem<'b, C>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.items.next().map(|item| ErrorItem::new(item, self.status))
    }
}
