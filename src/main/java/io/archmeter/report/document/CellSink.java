package io.archmeter.report.document;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Formula;
import io.archmeter.value.PlainValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a format writes each type of {@link Cell}. There are no defaults: a new type of cell is decided for every format. */
public interface CellSink {
    /** There is no value. */
    void empty();

    /** A word or a sentence, which may come from a file: a format makes it fit for its reader. */
    void text(String text);

    /**
     * Whether something holds.
     *
     * @param phrase how people say it
     */
    void flag(boolean flag, String phrase);

    /** A count, rounded for people. */
    void count(long count);

    /** A count, to the last digit for people too. */
    void exactCount(long count);

    /** A number that was measured, or divided, with all of its decimals. */
    void decimal(BigDecimal number);

    /** Counts by the name of what was counted. */
    void counts(Map<String, Long> counts);

    /** A number of bytes. */
    void bytes(long bytes);

    /** A time, in picoseconds. */
    void time(long picoseconds);

    /**
     * A number of which a part is not known.
     *
     * @param known the rest
     * @param nothing whether that is nothing at all
     */
    void atLeast(Cell known, boolean nothing);

    /** The step that holds most, with what it holds. */
    void peak(Peak peak);

    /** Values in an order. */
    void items(List<Cell> cells);

    /** Values by their names, in an order. */
    void members(List<Cell.Member> members);

    /**
     * A part in percent of a whole.
     *
     * @param whole not zero
     */
    void percent(long part, long whole);

    /** By how much a count is larger now; negative where it is smaller. */
    void countChange(long change);

    /** By how many bytes something is larger now; negative where it is smaller. */
    void bytesChange(long change);

    /**
     * A change in percent of what was there.
     *
     * @param before not zero
     */
    void percentChange(long change, long before);

    /**
     * How many times a count is another.
     *
     * @param other not zero
     */
    void ratio(long count, long other);

    /**
     * What is predicted beside what is observed.
     *
     * @param observed {@link Cell#EMPTY} where nothing was
     */
    void compared(Cell predicted, Cell observed);

    /** A value with a meaning, which is in its words or its sign as well. */
    void toned(Tone tone, Cell cell);

    /**
     * A bar for people, and its number for programs.
     *
     * @param longest what the longest bar stands for; not zero where {@code part} is not
     */
    void bar(long part, long longest);

    /** The shape of a tensor. */
    void shape(Shape shape);

    /** The shapes of several tensors, in their order. */
    void shapes(List<Shape> shapes);

    /** The attributes of an operator, by their names. */
    void attributes(Map<String, PlainValue> attributes);

    /** An attribute of an operator. */
    void attribute(PlainValue value);

    /** How a number comes about. */
    void formula(Formula formula);

    /** What is seen of the input; empty where no window describes it. */
    void field(Optional<ReceptiveField> field);
}
