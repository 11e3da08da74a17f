//! What a byte costs as bodies become longer: a line for each family, each with a mark of its own.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::{Error, FAINT, INK, bold, drawing, text};
use crate::growth::GrowthFigures;

const SIZE: (u32, u32) = (900, 502);
/// Where the names of the families stand: three in a row.
const NAMES: [(i32, i32); 6] = [(24, 72), (314, 72), (604, 72), (24, 94), (314, 94), (604, 94)];
/// Half the size of a mark.
const MARK: i32 = 5;

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// The marks of the families.
#[derive(Clone, Copy)]
enum Mark {
    Circle,
    Triangle,
    Cross,
    Square,
    Ring,
}

const MARKS: [(Mark, RGBColor); 5] = [
    (Mark::Circle, RGBColor(0, 90, 170)),
    (Mark::Triangle, RGBColor(190, 80, 0)),
    (Mark::Cross, RGBColor(0, 120, 80)),
    (Mark::Square, RGBColor(150, 40, 120)),
    (Mark::Ring, RGBColor(110, 90, 0)),
];

/// The plot.
pub(in crate::results) fn growth(families: &[GrowthFigures]) -> String {
    let families: Vec<_> = families.iter().filter(|family| !family.hostile).collect();
    drawing(SIZE, |area| {
        area.draw(&Text::new("Nanoseconds for a byte as bodies become longer", (16, 24), bold(20)))?;
        let explanation = "Reading and walking all items. Medians; both scales are logarithmic.";
        area.draw(&Text::new(explanation, (16, 47), text(15, HPos::Left)))?;
        for ((family, (mark, colour)), (x, y)) in marked(&families).zip(NAMES) {
            draw_mark(area, mark, colour, (x, y))?;
            area.draw(&Text::new(family.family, (x + 12, y), text(15, HPos::Left)))?;
        }
        lines(area, &families)
    })
}

/// The families with their marks, which begin anew where there are more families than marks.
fn marked<'f>(families: &'f [&GrowthFigures]) -> impl Iterator<Item = (&'f GrowthFigures, (Mark, RGBColor))> {
    families.iter().copied().zip(MARKS.into_iter().cycle())
}

#[expect(clippy::cast_precision_loss, reason = "bodies are far shorter than 2^52 bytes")]
fn lines(area: &Area<'_>, families: &[&GrowthFigures]) -> Result<(), Error> {
    let costs = || families.iter().flat_map(|family| &family.sizes).map(|size| size.nanoseconds.median);
    let least = costs().fold(f64::INFINITY, f64::min) / 1.5;
    let most = costs().fold(0.0, f64::max) * 1.5;
    let mut chart = ChartBuilder::on(area)
        .margin_top(110)
        .margin_right(30)
        .margin_bottom(10)
        .margin_left(10)
        .x_label_area_size(46)
        .y_label_area_size(60)
        .build_cartesian_2d((150.0..20_000_000.0).log_scale(), (least..most).log_scale())?;
    chart
        .configure_mesh()
        .x_desc("bytes of the body")
        .y_desc("ns for a byte")
        .x_labels(6)
        .x_label_formatter(&|count| bytes(*count))
        .y_label_formatter(&|cost| cost.to_string())
        .label_style(("sans-serif", 15).into_font().color(&INK))
        .axis_desc_style(("sans-serif", 15).into_font().color(&INK))
        .bold_line_style(FAINT)
        .light_line_style(TRANSPARENT)
        .axis_style(INK)
        .draw()?;
    for (family, (mark, colour)) in marked(families) {
        let points = || family.sizes.iter().map(|size| (size.bytes as f64, size.nanoseconds.median));
        chart.draw_series(LineSeries::new(points(), colour.stroke_width(2)))?;
        for point in points() {
            draw_mark(area, mark, colour, chart.backend_coord(&point))?;
        }
    }
    Ok(())
}

/// A number of bytes, as it is told.
fn bytes(count: f64) -> String {
    match count {
        count if count < 1e3 => format!("{count:.0} B"),
        count if count < 1e6 => format!("{:.0} kB", count / 1e3),
        count => format!("{:.0} MB", count / 1e6),
    }
}

fn draw_mark(area: &Area<'_>, mark: Mark, colour: RGBColor, (x, y): (i32, i32)) -> Result<(), Error> {
    match mark {
        Mark::Circle => area.draw(&Circle::new((x, y), MARK, colour.filled())),
        Mark::Triangle => area.draw(&TriangleMarker::new((x, y), MARK + 2, colour.filled())),
        Mark::Cross => area.draw(&Cross::new((x, y), MARK, colour.stroke_width(3))),
        Mark::Ring => area.draw(&Circle::new((x, y), MARK, colour.stroke_width(2))),
        Mark::Square => {
            area.draw(&Rectangle::new([(x - MARK, y - MARK), (x + MARK, y + MARK)], colour.stroke_width(2)))
        }
    }
}
