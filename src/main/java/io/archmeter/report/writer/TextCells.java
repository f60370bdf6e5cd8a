package io.archmeter.report.writer;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Attributes;
import io.archmeter.op.Formula;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.CellSink;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Bars;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cells as people read them. */
public final class TextCells implements CellSink {
    /** How many steps the longest bar has. */
    private static final int BAR = 8;

    /** How many of the tensors that make up a peak are named; a join may have hundreds. */
    private static final int NAMED_TENSORS = 4;

    private final Glyphs glyphs;
    private final StringBuilder written = new StringBuilder();

    /** Cells in one kind of glyphs. */
    public TextCells(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** What people read in a cell; nothing where it is empty. */
    public String textOf(Cell cell) {
        written.setLength(0);
        cell.writeTo(this);
        return written.toString();
    }

    @Override
    public void empty() {
        // nothing is how it looks
    }

    @Override
    public void text(String text) {
        written.append(PlainText.of(text));
    }

    @Override
    public void flag(boolean flag, String phrase) {
        written.append(phrase);
    }

    @Override
    public void count(long count) {
        written.append(Readable.count(count));
    }

    @Override
    public void exactCount(long count) {
        written.append(Readable.exact(count));
    }

    @Override
    public void decimal(BigDecimal number) {
        written.append(number.toPlainString());
    }

    @Override
    public void counts(Map<String, Long> counts) {
        counts.forEach((name, count) -> {
            written.append(written.isEmpty() ? "" : ", ").append(name).append(' ');
            count(count);
        });
    }

    @Override
    public void bytes(long bytes) {
        written.append(Readable.bytes(bytes));
    }

    @Override
    public void time(long picoseconds) {
        written.append(glyphs.translate(Readable.time(picoseconds)));
    }

    /** {@code ≥ 1.2 M}, or a question mark. */
    @Override
    public void atLeast(Cell known, boolean nothing) {
        if (nothing) {
            written.append(Extent.Unknown.MARK);
            return;
        }
        written.append(glyphs.translate("≥ "));
        known.writeTo(this);
    }

    /** {@code 1.3 MiB at features.0 (conv): features.0 756.3 KiB (last read by features.1) + input …}. */
    @Override
    public void peak(Peak peak) {
        bytes(peak.bytes());
        written.append(" at ");
        text(peak.layer());
        written.append(" (").append(peak.operator()).append(')');
        int named = Math.min(NAMED_TENSORS, peak.live().size());
        String separator = ": ";
        for (Peak.LiveTensor tensor : peak.live().subList(0, named)) {
            written.append(separator);
            live(tensor);
            separator = " + ";
        }
        if (named < peak.live().size()) {
            written.append(separator).append(peak.live().size() - named).append(" more of ");
            bytes(Peak.bytes(peak.live().subList(named, peak.live().size())));
        }
    }

    private void live(Peak.LiveTensor tensor) {
        text(tensor.name());
        written.append(' ');
        MetricCells.bytes(tensor.bytes()).writeTo(this);
        if (tensor.lastReader().isPresent()) {
            written.append(" (last read by ");
            text(tensor.lastReader().get());
            written.append(')');
        } else {
            written.append(" (output)");
        }
    }

    @Override
    public void items(List<Cell> cells) {
        String separator = "";
        for (Cell cell : cells) {
            written.append(separator);
            cell.writeTo(this);
            separator = ", ";
        }
    }

    @Override
    public void members(List<Cell.Member> members) {
        String separator = "";
        for (Cell.Member member : members) {
            written.append(separator).append(member.label()).append(' ');
            member.value().writeTo(this);
            separator = ", ";
        }
    }

    @Override
    public void percent(long part, long whole) {
        written.append(Readable.percent(part, whole));
    }

    /** {@code +9,408}; nothing stands in front of a zero. */
    @Override
    public void countChange(long change) {
        sign(change);
        count(Math.abs(change));
    }

    @Override
    public void bytesChange(long change) {
        sign(change);
        bytes(Math.abs(change));
    }

    @Override
    public void percentChange(long change, long before) {
        sign(change);
        percent(Math.abs(change), before);
    }

    private void sign(long change) {
        written.append(change > 0 ? "+" : change < 0 ? glyphs.translate("−") : "");
    }

    @Override
    public void ratio(long count, long other) {
        written.append(Readable.ratio(count, other)).append(glyphs.times());
    }

    /** {@code 70,276,800 =}, or {@code 70,276,800 ≠ 70,276,801}; {@code 70,276,800 ?} where nothing was observed. */
    @Override
    public void compared(Cell predicted, Cell observed) {
        predicted.writeTo(this);
        if (observed.equals(Cell.EMPTY)) {
            written.append(" ?");
        } else if (observed.equals(predicted)) {
            written.append(" =");
        } else {
            written.append(glyphs.translate(" ≠ "));
            observed.writeTo(this);
        }
    }

    @Override
    public void toned(Tone tone, Cell cell) {
        cell.writeTo(this);
    }

    @Override
    public void bar(long part, long longest) {
        Bars.append(written, glyphs, part, longest, BAR);
    }

    @Override
    public void shape(Shape shape) {
        if (shape.rank() == 0) {
            written.append("scalar");
        }
        String separator = "";
        for (Extent extent : shape.axes()) {
            written.append(separator).append(extent.text());
            separator = glyphs.times();
        }
    }

    /** Joins have many inputs; the first and their number tell most, and a table must not be as wide as all of them. */
    @Override
    public void shapes(List<Shape> shapes) {
        if (!shapes.isEmpty()) {
            shape(shapes.get(0));
        }
        if (shapes.size() > 1) {
            written.append(" +").append(shapes.size() - 1);
        }
    }

    @Override
    public void attributes(Map<String, PlainValue> attributes) {
        String separator = "";
        for (Map.Entry<String, PlainValue> attribute : attributes.entrySet()) {
            written.append(separator).append(attribute.getKey()).append(' ');
            attribute(attribute.getValue());
            separator = ", ";
        }
    }

    @Override
    public void attribute(PlainValue value) {
        text(Attributes.text(value));
    }

    @Override
    public void formula(Formula formula) {
        written.append(glyphs.translate(formula.text()));
    }

    /** {@code 11×11 /4}: size and stride; the stride along each axis where they differ. Everything is {@code all}. */
    @Override
    public void field(Optional<ReceptiveField> field) {
        if (field.isEmpty()) {
            written.append("unknown");
            return;
        }
        List<SeenAxis> axes = field.get().axes();
        if (seesEverything(axes)) {
            written.append("all");
            return;
        }
        String separator = "";
        boolean strides = false;
        boolean same = true;
        for (SeenAxis axis : axes) {
            written.append(separator).append(axis.everything() ? "all" : String.valueOf(axis.size()));
            separator = glyphs.times();
            strides |= axis.stride().isPresent();
            same &= axis.stride().equals(axes.get(0).stride());
        }
        if (strides) {
            strides(same ? axes.subList(0, 1) : axes);
        }
    }

    private static boolean seesEverything(List<SeenAxis> axes) {
        boolean everything = !axes.isEmpty();
        for (SeenAxis axis : axes) {
            everything &= axis.everything();
        }
        return everything;
    }

    private void strides(List<SeenAxis> axes) {
        String separator = " /";
        for (SeenAxis axis : axes) {
            Optional<Rational> stride = axis.stride();
            written.append(separator).append(stride.isPresent() ? stride.get().fraction() : "none");
            separator = glyphs.times();
        }
    }
}
