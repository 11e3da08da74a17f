//! How many times as long as `errors-gen` each rival takes: a panel for each group, a bar for each rival.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::{BLUE, Error, FAINT, INK, ORANGE, bold, drawing, text};
use crate::figures::{Figures, Row};

const WIDTH: i32 = 1_000;
const COLUMN: i32 = WIDTH / 2;
const MARGIN: i32 = 16;
/// Where the bars of a panel start and end, from its left side.
const SCALE: (i32, i32) = (196, 420);
/// Where the figures of a panel end.
const FIGURE: i32 = 464;
const HEAD: i32 = 76;
const SECTION: i32 = 34;
const TITLE: i32 = 24;
const ROW: i32 = 17;
const TICKS: i32 = 24;

/// The ends of the scale, and what is marked on it.
const ENDS: (f64, f64) = (0.1, 100.0);
const MARKS: [f64; 4] = [0.1, 1.0, 10.0, 100.0];

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// The plot.
pub(in crate::results) fn ratios(figures: &[Figures]) -> String {
    let sections: Vec<&[Figures]> = figures.chunk_by(|left, right| left.section == right.section).collect();
    let height: i32 = sections.iter().map(|section| SECTION + section.chunks(2).map(pair_height).sum::<i32>()).sum();
    drawing((WIDTH.unsigned_abs(), (HEAD + height + MARGIN).unsigned_abs()), |area| {
        area.draw(&Text::new("How many times as long as errors-gen each rival takes", (MARGIN, 24), bold(20)))?;
        let explanation = "Bars to the right of 1: errors-gen is faster; to the left of 1, drawn hollow: the rival is.";
        area.draw(&Text::new(explanation, (MARGIN, 47), text(15, HPos::Left)))?;
        let explanation =
            "Medians; the thin line reaches from the tenth to the ninetieth percentile. The scale is logarithmic.";
        area.draw(&Text::new(explanation, (MARGIN, 65), text(15, HPos::Left)))?;
        let mut top = HEAD;
        for section in sections {
            area.draw(&Text::new(section[0].section, (MARGIN, top + SECTION / 2), bold(17)))?;
            top += SECTION;
            for pair in section.chunks(2) {
                for (figures, left) in pair.iter().zip([0, COLUMN]) {
                    panel(area, figures, (left + MARGIN, top))?;
                }
                top += pair_height(pair);
            }
        }
        Ok(())
    })
}

/// All but the first, which is `errors-gen`.
fn rivals(figures: &Figures) -> &[Row] {
    figures.rows.get(1..).unwrap_or_default()
}

fn pair_height(pair: &[Figures]) -> i32 {
    let rows = pair.iter().map(|figures| rivals(figures).len()).max().unwrap_or(0);
    TITLE + ROW * i32::try_from(rows).expect("a few rows") + TICKS
}

/// Where a ratio stands on the scale.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a small plot")]
fn position(ratio: f64) -> i32 {
    let share = (ratio.clamp(ENDS.0, ENDS.1) / ENDS.0).log10() / (ENDS.1 / ENDS.0).log10();
    SCALE.0 + (share * f64::from(SCALE.1 - SCALE.0)).round() as i32
}

fn panel(area: &Area<'_>, figures: &Figures, (left, top): (i32, i32)) -> Result<(), Error> {
    let length = figures.length.map_or(String::new(), |length| format!(", {length:.0} bytes"));
    area.draw(&Text::new(format!("{}{length}", figures.group), (left, top + TITLE / 2), bold(15)))?;
    let first = top + TITLE;
    let end = first + ROW * i32::try_from(rivals(figures).len()).expect("a few rows");
    for mark in MARKS {
        let x = left + position(mark);
        area.draw(&PathElement::new([(x, first), (x, end + 3)], FAINT.stroke_width(1)))?;
        area.draw(&Text::new(mark.to_string(), (x, end + 11), text(13, HPos::Center)))?;
    }
    let one = left + position(1.0);
    area.draw(&PathElement::new([(one, first), (one, end + 3)], INK.stroke_width(1)))?;
    for (row, middle) in rivals(figures).iter().zip((first + ROW / 2..).step_by(ROW.unsigned_abs() as usize)) {
        bar(area, row, (left, middle))?;
    }
    Ok(())
}

fn bar(area: &Area<'_>, row: &Row, (left, middle): (i32, i32)) -> Result<(), Error> {
    let x = |ratio| left + position(ratio);
    let (one, end) = (x(1.0), x(row.ratio.median));
    let corners = [(one.min(end), middle - 5), (one.max(end), middle + 5)];
    let style = if row.ratio.median >= 1.0 { BLUE.filled() } else { ORANGE.stroke_width(2) };
    area.draw(&Rectangle::new(corners, style))?;
    area.draw(&PathElement::new([(x(row.ratio.p10), middle), (x(row.ratio.p90), middle)], INK.stroke_width(1)))?;
    area.draw(&Text::new(row.variant, (left + SCALE.0 - 8, middle), text(14, HPos::Right)))?;
    area.draw(&Text::new(format!("{:.2}", row.ratio.median), (left + FIGURE, middle), text(14, HPos::Right)))
}
