//! Vendors and their codes.

use alloc::string::String;

use bumpalo::Bump;
use errors_codegen::lower::{self, Limit};
use errors_codegen::model;
use errors_codegen::template;

use super::vocabulary::{audience, kind};
use crate::table::{
    CodeForm, Codes, DigitGroup, DigitValue, Field, IntegerRange, Operation, Part, StatusRule, TransportError, Vendor,
    Wording,
};

/// Copies into an arena.
#[derive(Clone, Copy)]
pub(super) struct Copier<'t> {
    /// The arena's memory.
    pub(super) bump: &'t Bump,
}

impl<'t> Copier<'t> {
    /// A text.
    pub(super) fn text(self, text: &str) -> &'t str {
        self.bump.alloc_str(text)
    }

    /// Several texts.
    pub(super) fn texts(self, texts: &[String]) -> &'t [&'t str] {
        self.each(texts, |text| self.text(text))
    }

    /// What becomes of each element.
    pub(super) fn each<A, B>(self, all: &[A], mut copy: impl FnMut(&A) -> B) -> &'t [B] {
        self.bump.alloc_slice_fill_iter(all.iter().map(&mut copy))
    }

    /// What becomes of each element, unless something is too large.
    fn try_each<A, B>(self, all: &[A], mut copy: impl FnMut(&A) -> Result<B, Limit>) -> Result<&'t [B], Limit> {
        Ok(self.bump.alloc_slice_try_fill_iter(all.iter().map(&mut copy))?)
    }

    /// A whole vendor.
    pub(super) fn vendor(self, vendor: &model::Vendor) -> Result<Vendor<'t>, Limit> {
        let wire = self.each(&vendor.codes, |code| self.text(&code.wire));
        let lookup = self.lookup(&lower::lookup(&vendor.form, wire));
        let transport = self.each(&vendor.transport, |transport| self.transport(transport));
        let title = self.text(&vendor.title);
        let statuses = self.bump.alloc_slice_copy(&vendor.success_without_body);
        let reader = self.reader(title, wire, lookup, transport, statuses, &lower::reader(vendor)?);
        Ok(Vendor {
            name: self.text(&vendor.name),
            title,
            sources: self.texts(&vendor.sources),
            reviewed: self.text(&vendor.reviewed),
            reader: self.bump.alloc(reader),
            form: self.form(&vendor.form),
            sections: self.each(&vendor.sections, |section| self.text(&section.title)),
            operations: self.each(&vendor.operations, |operation| Operation {
                key: self.text(&operation.key),
                title: self.text(&operation.title),
            }),
            item_fields: self
                .each(&vendor.item_fields, |field| self.field(field, vendor.is_sensitive_item_field(&field.name))),
            codes: self.codes(&vendor.codes, wire, |successor| lookup.find(wire, successor))?,
        })
    }

    /// All codes; `find` tells the index of a successor.
    fn codes(
        self,
        codes: &[model::Code],
        wire: &'t [&'t str],
        find: impl Fn(&str) -> Option<usize>,
    ) -> Result<Codes<'t>, Limit> {
        Ok(Codes {
            wire,
            names: self.each(codes, |code| self.text(&code.ident)),
            sections: self.try_each(codes, |code| small("sections", code.section))?,
            statuses: self.try_each(codes, |code| self.try_each(&code.statuses, |status| self.status(status)))?,
            operations: self.try_each(codes, |code| self.operations(code.operations.as_deref()))?,
            messages: self.each(codes, |code| self.each(&code.messages, |message| self.wording(message))),
            fields: self.each(codes, |code| {
                self.each(&code.fields, |field| self.field(field, code.sensitive.contains(&field.name)))
            }),
            sensitive: self.each(codes, |code| self.texts(&code.sensitive)),
            meanings: self.each(codes, |code| self.text(&code.meaning)),
            actions: self.each(codes, |code| self.text(&code.action)),
            kinds: self.each(codes, |code| kind(code.kind)),
            retries: self.each(codes, |code| self.retry(&code.retry)),
            audiences: self.each(codes, |code| audience(code.audience)),
            deprecated: self.each(codes, |code| code.deprecated.as_ref().map(|since| self.text(since))),
            replaced_by: self.each(codes, |code| u32::try_from(find(code.replaced_by.as_deref()?)?).ok()),
            links: self.each(codes, |code| self.text(&code.link)),
        })
    }

    /// A documented status.
    fn status(self, status: &model::StatusRule) -> Result<StatusRule<'t>, Limit> {
        Ok(StatusRule { http: status.http, operations: self.operations(status.operations.as_deref())? })
    }

    /// Indices of operations.
    fn operations(self, operations: Option<&[usize]>) -> Result<Option<&'t [u16]>, Limit> {
        operations.map(|all| self.try_each(all, |&operation| small("operations", operation))).transpose()
    }

    /// A wording and its parts.
    fn wording(self, wording: &model::Wording) -> Wording<'t> {
        let part = |part: &template::Part| match part {
            template::Part::Literal(text) => Part::Literal(self.text(text)),
            template::Part::Hole(name) => Part::Hole(self.text(name)),
            template::Part::Again(name) => Part::Again(self.text(name)),
        };
        Wording { text: self.text(&wording.text), parts: self.each(&wording.template.parts, part) }
    }

    /// A documented field.
    fn field(self, field: &model::Field, sensitive: bool) -> Field<'t> {
        Field {
            name: self.text(&field.name),
            also: self.texts(&field.also),
            ty: bumpalo::format!(in self.bump, "{}", field.ty).into_bump_str(),
            required: field.required,
            sensitive,
        }
    }

    /// What a code looks like.
    fn form(self, form: &model::CodeForm) -> CodeForm<'t> {
        match form {
            model::CodeForm::Text { .. } => CodeForm::Text,
            model::CodeForm::Integer { ranges, .. } => {
                CodeForm::Integer { ranges: self.each(ranges, |range| self.range(range)) }
            }
            model::CodeForm::Digits { width, structure, .. } => {
                CodeForm::Digits { width: *width, groups: self.each(structure, |group| self.group(group)) }
            }
        }
    }

    /// A named range.
    fn range(self, range: &model::IntegerRange) -> IntegerRange<'t> {
        IntegerRange {
            name: self.text(&range.name),
            from: range.from,
            to: range.to,
            meaning: self.text(&range.meaning),
            advised: self.advised(&range.advised),
        }
    }

    /// A group of digits.
    fn group(self, group: &model::DigitGroup) -> DigitGroup<'t> {
        DigitGroup {
            name: self.text(&group.name),
            start: group.start,
            len: group.len,
            meaning: self.text(&group.meaning),
            values: self.each(&group.values, |value| DigitValue {
                digits: self.text(&value.digits),
                name: self.text(&value.name),
                meaning: self.text(&value.meaning),
                success: value.success,
                advised: self.advised(&value.advised),
            }),
        }
    }

    /// A status that comes without a code.
    fn transport(self, transport: &model::Transport) -> TransportError<'t> {
        TransportError {
            http: transport.http,
            name: self.text(&transport.name),
            meaning: self.text(&transport.meaning),
            action: self.text(&transport.action),
            kind: kind(transport.kind),
            retry: self.retry(&transport.retry),
            audience: audience(transport.audience),
        }
    }
}

/// An index as the tables hold it.
fn small(what: &'static str, index: usize) -> Result<u16, Limit> {
    let most = usize::from(u16::MAX) + 1;
    u16::try_from(index).map_err(|_| Limit { what, needed: index.saturating_add(1), most })
}
