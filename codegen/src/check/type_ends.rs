//! Checks that declared types are not cyclic, and do not nest too deeply.

use std::collections::{HashMap, HashSet};

use super::context::Context;
use super::types;
use crate::model::{TypeDef, TypeExpr, TypeShape, Types};
use crate::schema::Catalog;
use crate::words::shown;

/// For each type, the declared types that it refers to.
type Steps<'n> = HashMap<&'n str, Vec<&'n str>>;

/// Whether no type is an alias of itself. Cycles are reported, with one finding each. A type with members may contain
/// itself.
pub(super) fn cycles(context: &mut Context<'_>, catalog: &Catalog, types: &[TypeDef]) -> bool {
    let (mut onward, mut backward) = (Steps::new(), Steps::new());
    for ty in types {
        if let TypeShape::Alias(target) = &ty.shape {
            for name in types::names(target) {
                onward.entry(&ty.name).or_default().push(name);
                backward.entry(name).or_default().push(&ty.name);
            }
        }
    }
    // Most types are not connected to a cycle. Removing these first keeps the time linear for a long chain of aliases.
    let mut left: HashSet<&str> = onward.keys().copied().collect();
    strip(&mut left, &onward, &backward);
    strip(&mut left, &backward, &onward);
    let mut reported: HashSet<&str> = HashSet::new();
    for name in types.iter().map(|ty| ty.name.as_str()).filter(|name| left.contains(name)) {
        let after = reached(&onward, name);
        if reported.contains(name) || !after.contains(name) {
            continue;
        }
        let before = reached(&backward, name);
        reported.extend(after.intersection(&before));
        let span = catalog.types.get(name).map_or(catalog.code.span, |ty| ty.span.key());
        let message = format!("type {} leads back to itself", shown(name));
        context.report(span, message, "never comes to an end", "give one type of the circle members");
    }
    reported.is_empty()
}

/// Removes the types that refer to no remaining type, until there are none.
fn strip<'n>(left: &mut HashSet<&'n str>, onward: &Steps<'n>, backward: &Steps<'n>) {
    let next = |steps: &Steps<'n>, name: &str| steps.get(name).cloned().unwrap_or_default();
    let mut count: HashMap<&str, usize> = HashMap::new();
    for &name in left.iter() {
        count.insert(name, next(onward, name).iter().filter(|next| left.contains(*next)).count());
    }
    let mut open: Vec<&str> = left.iter().copied().filter(|name| count.get(name) == Some(&0)).collect();
    while let Some(name) = open.pop() {
        left.remove(name);
        for before in next(backward, name) {
            if let Some(count) = count.get_mut(before) {
                *count -= 1;
                if *count == 0 {
                    open.push(before);
                }
            }
        }
    }
}

fn reached<'n>(steps: &Steps<'n>, from: &str) -> HashSet<&'n str> {
    let mut seen = HashSet::new();
    let mut open: Vec<&str> = steps.get(from).cloned().unwrap_or_default();
    while let Some(name) = open.pop() {
        if seen.insert(name) {
            open.extend(steps.get(name).into_iter().flatten());
        }
    }
    seen
}

/// Reports types that nest too deeply, since the Rust types nest as deeply.
pub(super) fn depth(context: &mut Context<'_>, catalog: &Catalog, types: &Types) {
    unions(context, catalog, types);
    containers(context, catalog, types);
}

/// Reports a union of unions that nests too deeply.
fn unions(context: &mut Context<'_>, catalog: &Catalog, types: &Types) {
    let alternatives = |ty: &TypeDef| match &ty.shape {
        TypeShape::Alias(TypeExpr::Union(alternatives)) => Some(alternatives.clone()),
        TypeShape::Alias(_) | TypeShape::Object(_) | TypeShape::Texts(_) => None,
    };
    let mut left: HashMap<&str, Vec<TypeExpr>> =
        types.iter().filter_map(|ty| Some((ty.name.as_str(), alternatives(ty)?))).collect();
    // Each round removes the unions that hold no remaining one, so that as many rounds as they may nest leave none.
    for _ in 0..types::DEEPEST {
        let names: HashSet<&str> = left.keys().copied().collect();
        left.retain(|_, alternatives| {
            alternatives.iter().any(|ty| match types.resolved(ty) {
                TypeExpr::Named(name) => names.contains(name.as_str()),
                _ => false,
            })
        });
    }
    if let Some(ty) = types.iter().find(|ty| left.contains_key(ty.name.as_str())) {
        let span = catalog.types.get(&ty.name).map_or(catalog.code.span, |ty| ty.span.key());
        let message = format!("type {} holds unions more than {} deep", shown(&ty.name), types::DEEPEST);
        context.report(span, message, "nests too deeply", "list the types of the inner unions here");
    }
}

/// Reports a type that nests arrays or maps too deeply.
fn containers(context: &mut Context<'_>, catalog: &Catalog, types: &Types) {
    let nested = |ty: &TypeDef| {
        let TypeShape::Alias(mut at) = ty.shape.clone() else { return false };
        for _ in 0..=types::DEEPEST {
            let (TypeExpr::List(inner) | TypeExpr::Map(inner)) = types.resolved(&at) else { return false };
            at = (**inner).clone();
        }
        true
    };
    if let Some(ty) = types.iter().find(|ty| nested(ty)) {
        let span = catalog.types.get(&ty.name).map_or(catalog.code.span, |ty| ty.span.key());
        let message = format!("type {} holds lists and maps more than {} deep", shown(&ty.name), types::DEEPEST);
        context.report(span, message, "nests too deeply", "give a type in between members, or write `any`");
    }
}
