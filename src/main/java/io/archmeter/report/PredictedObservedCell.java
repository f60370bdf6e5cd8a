package io.archmeter.report;

import io.archmeter.graph.Shape;
import io.archmeter.report.document.Cell;
import io.archmeter.verify.Comparison;
import java.util.function.Function;

/** Predicted and observed, each as a cell. */
record PredictedObservedCell(Cell predicted, Cell observed) {
    static final PredictedObservedCell NOTHING = new PredictedObservedCell(Cell.EMPTY, Cell.EMPTY);

    static PredictedObservedCell counts(Comparison<Long> comparison) {
        return of(comparison, Cell.ExactCount::new);
    }

    static PredictedObservedCell shapes(Comparison<Shape> comparison) {
        return of(comparison, Cell.OneShape::new);
    }

    static <T> PredictedObservedCell words(Comparison<T> comparison) {
        return of(comparison, word -> new Cell.Text(word.toString()));
    }

    private static <T> PredictedObservedCell of(Comparison<T> comparison, Function<T, Cell> cell) {
        return new PredictedObservedCell(
                cell.apply(comparison.predicted()),
                comparison.observed().map(cell).orElse(Cell.EMPTY));
    }

    /** Both in one cell. */
    Cell compared() {
        return equals(NOTHING) ? Cell.EMPTY : new Cell.Compared(predicted, observed);
    }
}
