package io.archmeter.report.document;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Formula;
import io.archmeter.value.PlainValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a report, exact and not yet formatted. */
public sealed interface Cell {
    /** Where there is no value. */
    Cell EMPTY = new Empty();

    /** Hands the value to a format. */
    void writeTo(CellSink sink);

    /** There is no such value here: the share of a total that is zero, the shape of several layers. */
    record Empty() implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.empty();
        }
    }

    /** A word or a sentence, as it is written where it comes from. */
    record Text(String text) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.text(text);
        }
    }

    /**
     * Whether something holds.
     *
     * @param phrase how people say it, e.g. {@code inference}
     */
    record Flag(boolean flag, String phrase) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.flag(flag, phrase);
        }
    }

    /** A count; people see it rounded. */
    record Count(long count) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.count(count);
        }
    }

    /** A count that people want to see to the last digit. */
    record ExactCount(long count) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.exactCount(count);
        }
    }

    /** A number that was not counted but measured, or divided, with the decimals that it has. */
    record Decimal(BigDecimal number) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.decimal(number);
        }
    }

    /** Counts by the name of what was counted. */
    record Counts(Map<String, Long> counts) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.counts(counts);
        }
    }

    /** A number of bytes; people see it rounded, in a unit that fits. */
    record Bytes(long bytes) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.bytes(bytes);
        }
    }

    /** A time; people see it rounded, in a unit that fits. */
    record Time(long picoseconds) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.time(picoseconds);
        }
    }

    /**
     * A number of which a part is not known.
     *
     * @param known the rest
     * @param nothing whether that is nothing at all
     */
    record AtLeast(Cell known, boolean nothing) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.atLeast(known, nothing);
        }
    }

    /** A part of a whole that is not zero, in percent. */
    record Percent(long part, long whole) implements Cell {
        /** Empty where the whole is zero. */
        public static Cell of(long part, long whole) {
            return whole == 0 ? EMPTY : new Percent(part, whole);
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.percent(part, whole);
        }
    }

    /** By how much a count is larger now; smaller, where that is negative. */
    record CountChange(long change) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.countChange(change);
        }
    }

    /** By how many bytes something is larger now; smaller, where that is negative. */
    record BytesChange(long change) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.bytesChange(change);
        }
    }

    /** A change in percent of what was there before, which is not zero. */
    record PercentChange(long change, long before) implements Cell {
        /** What is so many times as much has no percentage that anyone could read. */
        private static final long MOST_TIMES = 1_000_000;

        /** Empty where there was nothing before, or where nobody could read the percentage. */
        public static Cell of(long change, long before) {
            return before == 0 || change / before > MOST_TIMES ? EMPTY : new PercentChange(change, before);
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.percentChange(change, before);
        }
    }

    /** How many times a count is another that is not zero. */
    record Ratio(long count, long other) implements Cell {
        /** Empty where the other count is zero. */
        public static Cell of(long count, long other) {
            return other == 0 ? EMPTY : new Ratio(count, other);
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.ratio(count, other);
        }
    }

    /**
     * What was predicted, beside what was observed; {@link Cell#EMPTY} where nothing was. Programs find here what was
     * predicted, and in a column of its own what was observed.
     */
    record Compared(Cell predicted, Cell observed) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.compared(predicted, observed);
        }
    }

    /** A value, and what it means to people. */
    record Toned(Tone tone, Cell cell) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.toned(tone, cell);
        }
    }

    /** A bar whose length stands to the longest one as {@code part} to {@code longest}. */
    record Bar(long part, long longest) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.bar(part, longest);
        }
    }

    /** The layer at which a network needs most memory, and what for. */
    record PeakMemory(Peak peak) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.peak(peak);
        }
    }

    /** Values in an order. */
    record Items(List<Cell> cells) implements Cell {
        public Items {
            cells = List.copyOf(cells);
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.items(cells);
        }
    }

    /** Values by their names, in an order. */
    record Members(List<Member> members) implements Cell {
        public Members {
            members = List.copyOf(members);
        }

        /** Those values, in that order. */
        public static Members of(Member... members) {
            return new Members(List.of(members));
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.members(members);
        }
    }

    /**
     * A value with its name.
     *
     * @param label what people call it
     */
    record Member(String name, String label, Cell value) {
        /** One that people call by its name. */
        public Member(String name, Cell value) {
            this(name, name, value);
        }
    }

    /** The shape of a tensor. */
    record OneShape(Shape shape) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.shape(shape);
        }
    }

    /** The shapes of several tensors, in their order. */
    record Shapes(List<Shape> shapes) implements Cell {
        public Shapes {
            shapes = List.copyOf(shapes);
        }

        @Override
        public void writeTo(CellSink sink) {
            sink.shapes(shapes);
        }
    }

    /** Those of an operator, by their names. */
    record Attributes(Op op) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.attributes(Catalogue.attributes(op));
        }
    }

    /** One attribute of an operator. */
    record Attribute(PlainValue value) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.attribute(value);
        }
    }

    /** How a number comes about. */
    record Arithmetic(Formula formula) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.formula(formula);
        }
    }

    /** What is seen of the network's input; empty where no window describes it. */
    record Field(Optional<ReceptiveField> field) implements Cell {
        @Override
        public void writeTo(CellSink sink) {
            sink.field(field);
        }
    }
}
