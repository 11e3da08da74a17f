//! The plots. Drawn on a ground of their own, so that they can be read on light and dark pages, and so that no colour has
//! to be told from another.

mod growth;
mod ratios;

pub(super) use growth::growth;
pub(super) use ratios::ratios;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const GROUND: RGBColor = RGBColor(255, 255, 255);
const INK: RGBColor = RGBColor(32, 32, 32);
const FAINT: RGBColor = RGBColor(200, 200, 200);
const BLUE: RGBColor = RGBColor(70, 120, 180);
const ORANGE: RGBColor = RGBColor(200, 100, 20);

/// Text of this size whose anchor is at its side and in the middle of its height.
fn text(size: u32, anchor: HPos) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&INK).pos(Pos::new(anchor, VPos::Center))
}

/// The same in bold type.
fn bold(size: u32) -> TextStyle<'static> {
    ("sans-serif", size, FontStyle::Bold).into_font().color(&INK).pos(Pos::new(HPos::Left, VPos::Center))
}

/// Draws on a ground of this size.
fn drawing(
    size: (u32, u32),
    draw: impl FnOnce(&DrawingArea<SVGBackend<'_>, plotters::coord::Shift>) -> Result<(), Error>,
) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        area.fill(&GROUND).and_then(|()| draw(&area)).and_then(|()| area.present()).expect("a drawing in memory");
    }
    svg
}

/// Drawing to memory does not fail; a chart can be out of range.
type Error = DrawingAreaErrorKind<std::io::Error>;
