package io.archmeter.sweep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some networks for pictures, from all over a space. Positions have a number that looks as if drawn, and those are taken whose number ends
 * in so many zero bits that they are few enough: it does not matter in which order rows come, nor in which parts.
 */
final class DrawnRows {
    private static final int MOST = 2_000;

    private List<Row> rows = new ArrayList<>();
    private long mask;

    void add(Row row) {
        if (isDrawn(row)) {
            rows.add(row);
            while (rows.size() > MOST) {
                thinOut();
            }
        }
    }

    void add(DrawnRows other) {
        while (mask < other.mask) {
            thinOut();
        }
        other.rows.forEach(this::add);
    }

    private boolean isDrawn(Row row) {
        return (Shuffle.mixed(row.position().longValue()) & mask) == 0;
    }

    private void thinOut() {
        mask = mask << 1 | 1;
        rows = new ArrayList<>(rows.stream().filter(this::isDrawn).toList());
    }

    /** They are, in the order of their positions. */
    List<Row> rows() {
        return rows.stream().sorted(Comparator.comparing(Row::position)).toList();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(mask);
        RowBytes.write(rows, out);
    }

    /** Takes those that another had, and has written. */
    void addAll(RowBytes bytes, DataInput in) throws IOException {
        DrawnRows other = new DrawnRows();
        other.mask = in.readLong();
        other.rows = bytes.rows(in);
        add(other);
    }
}
