package io.archmeter.report.writer;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Attributes;
import io.archmeter.op.Formula;
import io.archmeter.problem.Visible;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.CellSink;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Readable;
import io.archmeter.value.PlainValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cells for programs, and for spreadsheets: numbers exact and bare. */
final class CsvCells implements CellSink {
    /** With these a spreadsheet takes a text for a formula (OWASP, "CSV Injection"). */
    private static final String DANGEROUS = "=+-@＝＋－＠";

    private final boolean forSpreadsheet;
    private final boolean guarded;
    private final StringBuilder written = new StringBuilder();

    /** @param forSpreadsheet whether texts have to be kept from what a spreadsheet makes of them */
    CsvCells(boolean forSpreadsheet) {
        this(forSpreadsheet, true);
    }

    private CsvCells(boolean forSpreadsheet, boolean guarded) {
        this.forSpreadsheet = forSpreadsheet;
        this.guarded = guarded;
    }

    /** For a place where no text can become a formula. */
    static CsvCells unguarded() {
        return new CsvCells(false, false);
    }

    String textOf(Cell cell) {
        written.setLength(0);
        cell.writeTo(this);
        String text = written.toString();
        return forSpreadsheet && isText(cell) ? SpreadsheetText.of(text) : text;
    }

    private static boolean isText(Cell cell) {
        return cell instanceof Cell.Text
                || cell instanceof Cell.OneShape
                || cell instanceof Cell.Shapes
                || cell instanceof Cell.Arithmetic
                || cell instanceof Cell.Attribute attribute && !(attribute.value() instanceof PlainValue.Num)
                || cell instanceof Cell.Items
                || cell instanceof Cell.Toned toned && isText(toned.cell())
                || cell instanceof Cell.Compared compared && isText(compared.predicted());
    }

    @Override
    public void empty() {
        // an empty field
    }

    @Override
    public void text(String text) {
        String visible = Visible.of(text);
        if (guarded && !visible.isEmpty() && DANGEROUS.indexOf(visible.charAt(0)) >= 0) {
            written.append('\'');
        }
        written.append(visible);
    }

    @Override
    public void flag(boolean flag, String phrase) {
        written.append(flag);
    }

    @Override
    public void count(long count) {
        written.append(count);
    }

    @Override
    public void exactCount(long count) {
        written.append(count);
    }

    @Override
    public void time(long picoseconds) {
        written.append(picoseconds);
    }

    @Override
    public void decimal(BigDecimal number) {
        written.append(number.toPlainString());
    }

    @Override
    public void counts(Map<String, Long> counts) {
        counts.forEach((name, count) -> written.append(written.isEmpty() ? "" : ";")
                .append(name)
                .append(' ')
                .append(count));
    }

    @Override
    public void bytes(long bytes) {
        written.append(bytes);
    }

    /** A text, so that no spreadsheet adds it up. */
    @Override
    public void atLeast(Cell known, boolean nothing) {
        if (nothing) {
            written.append(Extent.Unknown.MARK);
            return;
        }
        written.append(">=");
        known.writeTo(this);
    }

    @Override
    public void peak(Peak peak) {
        bytes(peak.bytes());
    }

    @Override
    public void items(List<Cell> cells) {
        String separator = "";
        for (Cell cell : cells) {
            written.append(separator);
            cell.writeTo(this);
            separator = ";";
        }
    }

    @Override
    public void members(List<Cell.Member> members) {
        String separator = "";
        for (Cell.Member member : members) {
            written.append(separator).append(member.name()).append(' ');
            member.value().writeTo(this);
            separator = ";";
        }
    }

    @Override
    public void percent(long part, long whole) {
        written.append(Readable.percent(part, whole));
    }

    @Override
    public void countChange(long change) {
        written.append(change);
    }

    @Override
    public void bytesChange(long change) {
        written.append(change);
    }

    /** A number with a sign is no formula to a spreadsheet, but a plus would be one more way to write it. */
    @Override
    public void percentChange(long change, long before) {
        written.append(Readable.percentChange(change, before));
    }

    @Override
    public void ratio(long count, long other) {
        written.append(Readable.ratio(count, other));
    }

    @Override
    public void compared(Cell predicted, Cell observed) {
        predicted.writeTo(this);
    }

    @Override
    public void toned(Tone tone, Cell cell) {
        cell.writeTo(this);
    }

    @Override
    public void bar(long part, long longest) {
        written.append(part);
    }

    @Override
    public void shape(Shape shape) {
        shape.writeTo(written);
    }

    @Override
    public void shapes(List<Shape> shapes) {
        String separator = "";
        for (Shape shape : shapes) {
            written.append(separator);
            shape(shape);
            separator = ";";
        }
    }

    @Override
    public void attributes(Map<String, PlainValue> attributes) {
        String separator = "";
        for (Map.Entry<String, PlainValue> attribute : attributes.entrySet()) {
            written.append(separator).append(attribute.getKey()).append(' ');
            attribute(attribute.getValue());
            separator = ";";
        }
    }

    @Override
    public void attribute(PlainValue value) {
        if (value instanceof PlainValue.Text text) {
            text(text.text());
        } else {
            written.append(Attributes.text(value));
        }
    }

    @Override
    public void formula(Formula formula) {
        written.append(formula.text());
    }

    /** The size alone, {@code 11x11}: stride and offset are numbers of their own, and none is where nothing is known. */
    @Override
    public void field(Optional<ReceptiveField> field) {
        field.ifPresent(
                known -> extents(known.axes().stream().map(SeenAxis::size).toList()));
    }

    private void extents(List<Long> extents) {
        String separator = "";
        for (long extent : extents) {
            written.append(separator).append(extent);
            separator = "x";
        }
    }
}
