package io.archmeter.report.document;

import io.archmeter.analysis.ReceptiveField;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.memory.Peak;
import io.archmeter.op.Formula;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a format writes each type of {@link Cell}. There are no defaults: a new type of cell is decided for every format. */
public interface CellSink {
    void empty();

    void text(String text);

    void flag(boolean flag, String phrase);

    void count(long count);

    void exactCount(long count);

    void counts(Map<String, Long> counts);

    void bytes(long bytes);

    void peak(Peak peak);

    void items(List<Cell> cells);

    void members(List<Cell.Member> members);

    void percent(long part, long whole);

    void countChange(long change);

    void bytesChange(long change);

    void percentChange(long change, long before);

    void ratio(long count, long other);

    void compared(Cell predicted, Cell observed);

    void bar(long part, long longest);

    void shape(Shape shape);

    void shapes(List<Shape> shapes);

    void attributes(Op op);

    void formula(Formula formula);

    void field(Optional<ReceptiveField> field);
}
