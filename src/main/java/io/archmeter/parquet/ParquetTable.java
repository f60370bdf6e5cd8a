package io.archmeter.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A table that {@link ParquetWriter} has written, read again: numbers and texts. */
public final class ParquetTable {
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<Object[]> columns = new ArrayList<>();
    private final int rows;

    /**
     * The table that bytes are.
     *
     * @throws IOException where they are none with these columns that was written here, or not all of it
     */
    public static ParquetTable read(byte[] file, List<Column> columns) throws IOException {
        try {
            return new ParquetTable(file, columns);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new IOException("the file is damaged", damaged);
        }
    }

    private ParquetTable(byte[] file, List<Column> schema) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int magic = ParquetWriter.MAGIC.length;
        int end = file.length - magic;
        if (!Arrays.equals(ParquetWriter.MAGIC, Arrays.copyOfRange(file, Math.max(0, end), file.length))) {
            throw new IOException("the file does not end as Parquet does");
        }
        int footer = bytes.getInt(end - Integer.BYTES);
        CompactReader.Struct about = new CompactReader(bytes.slice(end - Integer.BYTES - footer, footer)).struct();
        requireSchema(about.structs(2), schema);
        for (CompactReader.Struct pair : about.structs(5)) {
            said.put(pair.text(1), pair.text(2));
        }
        this.rows = atMost(about.number(3), (long) file.length * Byte.SIZE);
        schema.forEach(column -> columns.add(new Object[rows]));
        int row = 0;
        for (CompactReader.Struct group : about.structs(4)) {
            int more = atMost(group.number(3), rows - row);
            for (int i = 0; i < schema.size(); i++) {
                CompactReader.Struct data = group.structs(1).get(i).struct(3);
                bytes.position(atMost(data.number(9), file.length));
                new CompactReader(bytes).struct();
                read(bytes, schema.get(i), columns.get(i), row, more);
            }
            row += more;
        }
    }

    /** A damaged number must not ask for more memory than there is. */
    private static int atMost(long number, long most) throws IOException {
        if (number < 0 || number > Math.min(most, Integer.MAX_VALUE)) {
            throw new IOException("more rows than there is room for: " + number);
        }
        return (int) number;
    }

    private static void requireSchema(List<CompactReader.Struct> elements, List<Column> schema) throws IOException {
        List<Column> found = new ArrayList<>();
        for (CompactReader.Struct element : elements.subList(1, elements.size())) {
            long type = element.number(1);
            Column.Type known = Arrays.stream(Column.Type.values())
                    .filter(kind -> kind.number() == type)
                    .findFirst()
                    .orElseThrow(() -> new IOException("a column of another type: " + type));
            found.add(new Column(element.text(4), known, element.number(3) == ParquetWriter.OPTIONAL));
        }
        if (!found.equals(schema)) {
            throw new IOException("the table has other columns");
        }
    }

    private static void read(ByteBuffer page, Column column, Object[] cells, int first, int rows) throws IOException {
        boolean[] present = new boolean[rows];
        Arrays.fill(present, true);
        if (column.optional()) {
            int end = page.getInt();
            end += page.position();
            int row = 0;
            while (page.position() < end) {
                int run = atMost(CompactReader.varint(page) >>> 1, rows - row);
                boolean has = page.get() == 1;
                Arrays.fill(present, row, row + run, has);
                row += run;
            }
        }
        int flags = 0;
        int values = 0;
        for (int row = 0; row < rows; row++) {
            if (present[row]) {
                boolean isFlag = column.type() == Column.Type.BOOLEAN;
                flags = isFlag && values % Byte.SIZE == 0 ? page.get() : flags;
                cells[first + row] = isFlag ? (Object) ((flags >> values % Byte.SIZE & 1) == 1) : value(page, column);
                values++;
            }
        }
    }

    private static Object value(ByteBuffer page, Column column) throws IOException {
        return switch (column.type()) {
            case INT64 -> page.getLong();
            case DOUBLE -> page.getDouble();
            default -> CompactReader.text(page, page.getInt());
        };
    }

    public int rows() {
        return rows;
    }

    /** The words about the table under a key; empty where there are none. */
    public Optional<String> said(String key) {
        return Optional.ofNullable(said.get(key));
    }

    /** The number in a cell; empty where there is none. */
    public OptionalLong number(int column, int row) {
        return columns.get(column)[row] instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The text in a cell; empty where there is none. */
    public Optional<String> text(int column, int row) {
        return columns.get(column)[row] instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
