//! Decides which type of a union a value has.

use std::collections::HashSet;

use super::fields::{Field, TypeExpr};
use super::types::Types;

/// How one type of a union is distinguished from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told<'a> {
    /// By the text of a member of the object, or of the first object in an array.
    ByMember {
        /// The keys of the member.
        names: Vec<&'a str>,
        /// The texts that the member has for this type.
        texts: Vec<&'a str>,
    },
    /// By its JSON type and its members.
    ByForm,
}

/// How each type of a union is distinguished from the others. Objects, and arrays of objects, are distinguished by a
/// member whose known texts differ in all of them, if there is one.
#[must_use]
pub(crate) fn told<'a>(types: &'a Types, alternatives: &'a [TypeExpr]) -> Vec<Told<'a>> {
    let mut told: Vec<Told<'a>> = alternatives.iter().map(|_| Told::ByForm).collect();
    for lists in [false, true] {
        let group = objects(types, alternatives, lists);
        for (index, names, texts) in tags(types, &group) {
            if let Some(told) = told.get_mut(index) {
                *told = Told::ByMember { names, texts };
            }
        }
    }
    told
}

/// Two types of a union that cannot be distinguished: a value of the second would be read as the first.
#[must_use]
pub(crate) fn ambiguous<'a>(types: &'a Types, alternatives: &'a [TypeExpr]) -> Option<(&'a TypeExpr, &'a TypeExpr)> {
    let told = told(types, alternatives);
    let pairs = (0..alternatives.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
    pairs.into_iter().find_map(|(first, second)| {
        let (one, other) = (alternatives.get(first)?, alternatives.get(second)?);
        let by_form = told.get(first) == Some(&Told::ByForm);
        (by_form && takes(types, one, other)).then_some((one, other))
    })
}

/// Whether a value of another type can be mistaken for this one, which is tried first.
fn takes(types: &Types, one: &TypeExpr, other: &TypeExpr) -> bool {
    let is_text = |ty: &TypeExpr| matches!(types.resolved(ty), TypeExpr::String | TypeExpr::DateTime);
    let is_text = |ty: &TypeExpr| is_text(ty) || types.texts(ty).is_some();
    match (types.resolved(one), types.members(one), types.members(other)) {
        (TypeExpr::Any, ..) | (TypeExpr::Object, _, Some((false, _))) => true,
        (TypeExpr::Number, ..) => *types.resolved(other) == TypeExpr::Integer,
        (_, Some((lists, own)), Some((others, members))) if lists == others => {
            own.is_empty() || own.iter().any(|field| members.iter().any(|other| shares_name(field, other)))
        }
        _ => is_text(one) && is_text(other),
    }
}

fn shares_name(one: &Field, other: &Field) -> bool {
    names(one).any(|name| names(other).any(|other| other == name))
}

fn names(field: &Field) -> impl Iterator<Item = &str> + Clone {
    std::iter::once(&field.name).chain(&field.also).map(String::as_str)
}

/// The types of a union that are objects, or arrays of objects, with their indices and members.
fn objects<'a>(types: &'a Types, alternatives: &'a [TypeExpr], lists: bool) -> Vec<(usize, &'a [Field])> {
    let members = alternatives.iter().enumerate().filter_map(|(index, ty)| Some((index, types.members(ty)?)));
    members.filter(|(_, (is_list, _))| *is_list == lists).map(|(index, (_, fields))| (index, fields)).collect()
}

/// The keys and texts of the member by which the objects are distinguished; empty if there is no such member.
fn tags<'a>(types: &'a Types, group: &[(usize, &'a [Field])]) -> Vec<(usize, Vec<&'a str>, Vec<&'a str>)> {
    let [(_, first), _, ..] = group else { return Vec::new() };
    let by = |member: &Field| {
        let mut seen = HashSet::new();
        let mut tags = Vec::new();
        for (index, fields) in group {
            let field = fields.iter().find(|field| field.name == member.name)?;
            let texts: Vec<&str> = types.texts(&field.ty)?.collect();
            if !texts.iter().all(|text| seen.insert(*text)) {
                return None;
            }
            tags.push((*index, names(field).collect(), texts));
        }
        Some(tags)
    };
    first.iter().find_map(by).unwrap_or_default()
}
