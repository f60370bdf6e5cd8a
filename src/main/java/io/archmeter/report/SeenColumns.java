package io.archmeter.report;

import io.archmeter.analysis.AxisName;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Receptive fields in a table that is computed with: a column of numbers for the size, the stride and the offset along each axis of the
 * network's input that has positions. What is not known is empty, because a zero would be a number.
 */
final class SeenColumns {
    private static final String KEY = "receptive_field_";

    private final List<Integer> axes;
    private final int rank;

    /**
     * @param axes those of the first input that have positions
     * @param rank how many axes it has in all
     */
    SeenColumns(List<Integer> axes, int rank) {
        this.axes = axes;
        this.rank = rank;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String what : List.of("", "stride_", "offset_")) {
            for (int axis : axes) {
                String name = AxisName.ofPosition(axis, rank).replace(' ', '_');
                columns.add(Column.number(KEY + what + name, "").only(Audience.TABLES));
            }
        }
        return columns;
    }

    /** Of what no window describes: an empty cell in each column. */
    List<Cell> cells(Optional<ReceptiveField> field) {
        // Another input than the first may have other axes.
        if (field.isEmpty() || field.get().axes().size() != axes.size()) {
            return Collections.nCopies(3 * axes.size(), Cell.EMPTY);
        }
        List<Cell> cells = new ArrayList<>(3 * axes.size());
        List<SeenAxis> seen = field.get().axes();
        for (SeenAxis axis : seen) {
            cells.add(new Cell.ExactCount(axis.size()));
        }
        for (SeenAxis axis : seen) {
            cells.add(axis.stride().isPresent() ? fraction(axis.stride().get()) : Cell.EMPTY);
        }
        for (SeenAxis axis : seen) {
            cells.add(new Cell.ExactCount(axis.begin()));
        }
        return cells;
    }

    private static Cell fraction(Rational number) {
        OptionalLong whole = number.toLong();
        return whole.isPresent() ? new Cell.ExactCount(whole.getAsLong()) : new Cell.Text(number.fraction());
    }
}
