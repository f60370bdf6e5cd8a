package io.archmeter.report;

import io.archmeter.graph.Shape;
import io.archmeter.report.document.Cell;
import io.archmeter.verify.Comparison;
import java.util.function.Function;

/** Predicted and observed, each as a cell. */
record Beside(Cell predicted, Cell observed) {
    static final Beside NOTHING = new Beside(Cell.EMPTY, Cell.EMPTY);

    static Beside counts(Comparison<Long> comparison) {
        return of(comparison, Cell.ExactCount::new);
    }

    static Beside shapes(Comparison<Shape> comparison) {
        return of(comparison, Cell.OneShape::new);
    }

    static <T> Beside words(Comparison<T> comparison) {
        return of(comparison, word -> new Cell.Text(word.toString()));
    }

    private static <T> Beside of(Comparison<T> comparison, Function<T, Cell> cell) {
        return new Beside(
                cell.apply(comparison.predicted()),
                comparison.observed().map(cell).orElse(Cell.EMPTY));
    }

    /** Both in one cell. */
    Cell compared() {
        return equals(NOTHING) ? Cell.EMPTY : new Cell.Compared(predicted, observed);
    }
}
