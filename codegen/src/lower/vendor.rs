//! Lowers a vendor, its codes and their attributes.

use errors_tables as tables;
use errors_tables::{
    Codes, DetailCode, Field, Headers, Operation, Part, StatusRule, TransportError, Variant, WaitSource, Wording,
};

use super::advice::{advised, retry};
use super::{Arena, Limit, Lowered, classes, hash, reader, writing};
use crate::{model, template};

/// Lowers a vendor.
pub(super) fn vendor<'t>(arena: &'t Arena, vendor: &model::Vendor) -> Result<Lowered<'t>, Limit> {
    let lower = Lower { arena, vendor };
    let (title, codes) = (arena.text(&vendor.title), lower.codes()?);
    let lookup = hash::lookup(arena, vendor.form, codes.wire);
    let index = |wire: &Option<String>| u32::try_from(lookup.find(codes.wire, wire.as_deref()?)?).ok();
    let replaced_by = arena.each(&vendor.codes, |code| index(&code.replaced_by));
    let detail_codes = arena.each(&vendor.detail_codes, |detail| DetailCode {
        wire: arena.text(&detail.wire),
        name: arena.text(&detail.ident),
        code: index(&detail.code),
        meaning: arena.text(&detail.meaning),
        advised: advised(arena, &detail.advised),
    });
    let transport = arena.each(&vendor.transport, |error| lower.transport(error));
    let headers = lower.headers()?;
    let classes = classes::classes(arena, &vendor.classes);
    let (notes, deferring) = (lower.indices(|code| code.note), lower.indices(|code| code.defers));
    let success = classes::success_rules(arena, &vendor.success, classes);
    let note_rules = classes::note_rules(arena, classes);
    let envelopes = reader::envelopes(arena, vendor)?;
    let with_codes = |reader| tables::Reader {
        title,
        wire: codes.wire,
        lookup,
        notes,
        note_rules,
        success,
        deferring,
        transport,
        headers,
        ..reader
    };
    let elements = arena.each(envelopes.elements, |element| arena.value(with_codes(**element)));
    let elements = arena.each(elements, |element| &**element);
    let reader = tables::Reader { elements, ..with_codes(envelopes) };
    let table = tables::Vendor {
        name: arena.text(&vendor.name),
        title,
        sources: arena.each(&vendor.sources, |source| arena.text(&source.url)),
        reviewed: arena.text(&vendor.reviewed),
        reader: arena.value(reader),
        form: vendor.form,
        classes,
        sections: arena.each(&vendor.sections, |section| arena.text(&section.title)),
        operations: arena.each(&vendor.operations, |operation| Operation {
            key: arena.text(&operation.key),
            title: arena.text(&operation.title),
        }),
        item_fields: arena.each(&vendor.item_fields, |field| {
            let (sensitive, shown) =
                (vendor.is_sensitive_item_field(&field.name), vendor.is_shown_item_field(&field.name));
            lower.field(field, sensitive, shown)
        }),
        detail_codes,
        codes: Codes { replaced_by, ..codes },
    };
    let types = arena.each(&vendor.types, |ty| match &ty.shape {
        model::TypeShape::Object(fields) => Some(arena.each(fields, |field| lower.field(field, false, false))),
        model::TypeShape::Alias(_) | model::TypeShape::Texts(_) => None,
    });
    Ok(Lowered { vendor: arena.value(table), types })
}

/// Lowers the parts of a vendor.
#[derive(Clone, Copy)]
struct Lower<'t, 'm> {
    arena: &'t Arena,
    vendor: &'m model::Vendor,
}

impl<'t> Lower<'t, '_> {
    /// All codes, without the codes that replace them.
    fn codes(self) -> Result<Codes<'t>, Limit> {
        let Self { arena, vendor: model::Vendor { codes, .. } } = self;
        Ok(Codes {
            wire: arena.each(codes, |code| arena.text(&code.wire)),
            names: arena.each(codes, |code| arena.text(&code.ident)),
            sections: arena.try_each(codes, |code| small("sections", code.section))?,
            statuses: arena.try_each(codes, |code| arena.try_each(&code.statuses, |status| self.status(status)))?,
            item_statuses: arena.each(codes, |code| arena.all(&code.item_statuses)),
            operations: arena.try_each(codes, |code| self.operations(code.operations.as_deref()))?,
            messages: arena.each(codes, |code| arena.each(&code.messages, |message| self.wording(message))),
            variants: arena.each(codes, |code| {
                arena.each(&code.variants, |variant| Variant {
                    http: arena.all(&variant.http),
                    messages: arena.texts(&variant.messages),
                    meaning: arena.text(&variant.meaning),
                    advised: advised(arena, &variant.advised),
                })
            }),
            fields: arena.each(codes, |code| {
                arena.each(&code.fields, |field| {
                    self.field(field, code.sensitive.contains(&field.name), code.shown.contains(&field.name))
                })
            }),
            sensitive: arena.each(codes, |code| arena.texts(&code.sensitive)),
            meanings: arena.each(codes, |code| arena.text(&code.meaning)),
            actions: arena.each(codes, |code| arena.text(&code.action)),
            kinds: arena.each(codes, |code| code.kind),
            topics: arena.each(codes, |code| code.topic),
            retries: arena.each(codes, |code| retry(arena, &code.retry)),
            audiences: arena.each(codes, |code| code.audience),
            deprecated: arena.each(codes, |code| self.text(code.deprecated.as_deref())),
            replaced_by: &[],
            written_in: arena.each(codes, |code| code.written_in.as_ref().map(|place| writing::place(arena, place))),
            links: arena.each(codes, |code| arena.text(&code.link)),
        })
    }

    /// The indices of the codes that meet a condition.
    fn indices(self, which: impl Fn(&model::Code) -> bool) -> &'t [u32] {
        let codes = (0..).zip(&self.vendor.codes).filter(|(_, code)| which(code));
        self.arena.all(&codes.map(|(index, _)| index).collect::<Vec<u32>>())
    }

    /// Copies an optional text.
    fn text(self, text: Option<&str>) -> Option<&'t str> {
        text.map(|text| self.arena.text(text))
    }

    /// A documented status.
    fn status(self, status: &model::StatusRule) -> Result<StatusRule<'t>, Limit> {
        Ok(StatusRule { http: status.http, operations: self.operations(status.operations.as_deref())? })
    }

    /// Indices of operations.
    fn operations(self, operations: Option<&[usize]>) -> Result<Option<&'t [u16]>, Limit> {
        operations.map(|all| self.arena.try_each(all, |&operation| small("operations", operation))).transpose()
    }

    /// A wording and its parts.
    fn wording(self, wording: &model::Wording) -> Wording<'t> {
        let part = |part: &template::Part| match part {
            template::Part::Literal(text) => Part::Literal(self.arena.text(text)),
            template::Part::Hole(name) => Part::Hole(self.arena.text(name)),
            template::Part::Again(name) => Part::Again(self.arena.text(name)),
        };
        Wording { text: self.arena.text(&wording.text), parts: self.arena.each(&wording.template.parts, part) }
    }

    /// A documented field.
    fn field(self, field: &model::Field, sensitive: bool, shown: bool) -> Field<'t> {
        Field {
            name: self.arena.text(&field.name),
            also: self.arena.texts(&field.also),
            ty: self.arena.text(&field.ty.to_string()),
            required: field.required,
            sensitive,
            shown,
        }
    }

    /// The headers that matter for errors.
    fn headers(self) -> Result<Headers<'t>, Limit> {
        let headers = &self.vendor.headers;
        let mut code_waits: Vec<&str> = Vec::new();
        for retry in self.vendor.retries() {
            if let Some(model::Wait::Said { by: WaitSource::Header, name, .. }) = &retry.wait
                && !code_waits.iter().any(|known| known.eq_ignore_ascii_case(name))
            {
                code_waits.push(name);
            }
        }
        Limit::check("headers that codes have their wait in", code_waits.len(), Headers::MOST_CODE_WAITS)?;
        Ok(Headers {
            wait: self.arena.texts(&headers.wait),
            request_id: self.arena.texts(&headers.request_id),
            retry_verdict: self.arena.texts(&headers.retry_verdict),
            idempotency_key: self.arena.texts(&headers.idempotency_key),
            code_waits: self.arena.each(&code_waits, |name| self.arena.text(name)),
        })
    }

    /// A status that comes without a code.
    fn transport(self, error: &model::Transport) -> TransportError<'t> {
        TransportError {
            http: error.http,
            name: self.arena.text(&error.name),
            meaning: self.arena.text(&error.meaning),
            action: self.arena.text(&error.action),
            kind: error.kind,
            topic: error.topic,
            retry: retry(self.arena, &error.retry),
            audience: error.audience,
        }
    }
}

/// An index as the tables hold it.
fn small(what: &'static str, index: usize) -> Result<u16, Limit> {
    let most = usize::from(u16::MAX) + 1;
    u16::try_from(index).map_err(|_| Limit { what, needed: index.saturating_add(1), most })
}

#[cfg(test)]
mod tests;
