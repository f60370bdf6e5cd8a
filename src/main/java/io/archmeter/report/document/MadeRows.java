package io.archmeter.report.document;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rows that are made whenever somebody asks for them: those of a million layers would take more memory than the network. */
public final class MadeRows<T> extends AbstractList<Row> implements RandomAccess {
    private final List<T> subjects;
    private final Function<T, Row> row;

    /**
     * @param subjects what the rows are about, which nobody changes
     * @param row that of one: the same each time, and on any thread
     */
    public MadeRows(List<T> subjects, Function<T, Row> row) {
        this.subjects = subjects;
        this.row = row;
    }

    /** Other rows, made of these. */
    MadeRows<T> mapped(UnaryOperator<Row> other) {
        return new MadeRows<>(subjects, row.andThen(other));
    }

    @Override
    public Row get(int index) {
        return row.apply(subjects.get(index));
    }

    @Override
    public int size() {
        return subjects.size();
    }
}
