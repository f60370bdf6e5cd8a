package io.archmeter.report.diff;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Tone;
import io.archmeter.snapshot.Figure;
import java.util.OptionalLong;

/** Values of figures, by their units. */
final class FigureCells {
    private FigureCells() {}

    /** Empty where it is not known. */
    static Cell of(Figure figure, OptionalLong value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (figure.unit()) {
            case COUNT -> new Cell.Count(value.getAsLong());
            case BYTES -> new Cell.Bytes(value.getAsLong());
        };
    }

    /** By how much it is larger; empty where that is not known. */
    static Cell change(Figure figure, OptionalLong change) {
        if (change.isEmpty()) {
            return Cell.EMPTY;
        }
        return toned(
                figure,
                change.getAsLong(),
                switch (figure.unit()) {
                    case COUNT -> new Cell.CountChange(change.getAsLong());
                    case BYTES -> new Cell.BytesChange(change.getAsLong());
                });
    }

    /** A cell that says by how much a figure is larger, and whether that is worse. */
    static Cell toned(Figure figure, long change, Cell cell) {
        if (change == 0 || cell.equals(Cell.EMPTY)) {
            return cell;
        }
        return new Cell.Toned(change > 0 == figure.moreIsBetter() ? Tone.BETTER : Tone.WORSE, cell);
    }
}
