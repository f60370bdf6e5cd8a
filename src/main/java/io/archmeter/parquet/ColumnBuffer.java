package io.archmeter.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The cells of a column in a group of rows, as a page has them: which rows have one, in runs, and then these (encoding PLAIN). */
final class ColumnBuffer {
    private final Column column;
    private final ByteArrayOutputStream cells = new ByteArrayOutputStream();
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private int rows;
    private int values;
    private int flags;
    private boolean present;
    private int run;

    ColumnBuffer(Column column) {
        this.column = column;
    }

    Column column() {
        return column;
    }

    int rows() {
        return rows;
    }

    void add(long number) {
        begin(Column.Type.INT64);
        little(number);
    }

    void add(double number) {
        begin(Column.Type.DOUBLE);
        little(Double.doubleToLongBits(number));
    }

    void add(boolean flag) {
        begin(Column.Type.BOOLEAN);
        int place = (values - 1) % Byte.SIZE;
        flags |= flag ? 1 << place : 0;
        if (place == Byte.SIZE - 1) {
            flush();
        }
    }

    void add(String text) {
        begin(Column.Type.STRING);
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        cells.writeBytes(little(Integer.BYTES).putInt(encoded.length).array());
        cells.writeBytes(encoded);
    }

    /** A row that has nothing in this column. */
    void addNothing() {
        if (!column.optional()) {
            throw new IllegalStateException(column.name() + " has something in every row");
        }
        level(false);
    }

    private void begin(Column.Type type) {
        if (column.type() != type) {
            throw new IllegalStateException(column.name() + " is of " + column.type() + ", and not of " + type);
        }
        level(true);
        values++;
    }

    private void level(boolean has) {
        rows++;
        if (has != present) {
            endRun();
            present = has;
        }
        run++;
    }

    private void endRun() {
        if (run > 0) {
            Compact.varint(levels, (long) run << 1);
            levels.write(present ? 1 : 0);
            run = 0;
        }
    }

    private void flush() {
        cells.write(flags);
        flags = 0;
    }

    private void little(long number) {
        cells.writeBytes(little(Long.BYTES).putLong(number).array());
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All that was added, without the header of the page. */
    byte[] page() {
        if (column.type() == Column.Type.BOOLEAN && values % Byte.SIZE != 0) {
            flush();
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        if (column.optional()) {
            endRun();
            page.writeBytes(little(Integer.BYTES).putInt(levels.size()).array());
            page.writeBytes(levels.toByteArray());
        }
        page.writeBytes(cells.toByteArray());
        return page.toByteArray();
    }
}
