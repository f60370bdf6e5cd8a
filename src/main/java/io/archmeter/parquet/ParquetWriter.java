package io.archmeter.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a table, cell by cell, as Parquet (apache/parquet-format 2.11, "parquet.thrift"): groups of rows, of each column a page in each of
 * them, and at the end what is where. Nothing is compressed: what a compressor gives is not the same on every machine.
 */
public final class ParquetWriter {
    /** Begins and ends a file. */
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    static final String CREATED_BY = "archmeter";
    static final int PLAIN = 0;
    static final int RLE = 3;
    static final int UNCOMPRESSED = 0;
    static final int OPTIONAL = 1;

    /** So many rows are in memory at once. */
    private static final int ROWS_OF_A_GROUP = 8_192;

    private final OutputStream out;
    private final List<Column> columns;
    private final List<Group> groups = new ArrayList<>();
    private List<ColumnBuffer> buffers;
    private int next;
    private long position;

    private record Chunk(Column column, long at, long bytes, int rows) {}

    private record Group(List<Chunk> chunks, int rows) {
        long bytes() {
            return chunks.stream().mapToLong(Chunk::bytes).sum();
        }
    }

    /**
     * Begins a file.
     *
     * @param out remains open
     */
    public ParquetWriter(OutputStream out, List<Column> columns) throws IOException {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
        this.out = out;
        this.columns = List.copyOf(columns);
        this.buffers = buffers();
        write(MAGIC);
    }

    private List<ColumnBuffer> buffers() {
        return columns.stream().map(ColumnBuffer::new).toList();
    }

    /** The next cell of a row, the cells being in the order of the columns. */
    public ParquetWriter cell(long number) throws IOException {
        buffers.get(next).add(number);
        return after();
    }

    /** The next cell of a row. */
    public ParquetWriter cell(double number) throws IOException {
        buffers.get(next).add(number);
        return after();
    }

    /** The next cell of a row. */
    public ParquetWriter cell(boolean flag) throws IOException {
        buffers.get(next).add(flag);
        return after();
    }

    /** The next cell of a row. */
    public ParquetWriter cell(String text) throws IOException {
        buffers.get(next).add(text);
        return after();
    }

    /** The next cell of a row, which has nothing in it. */
    public ParquetWriter nothing() throws IOException {
        buffers.get(next).addNothing();
        return after();
    }

    private ParquetWriter after() throws IOException {
        next = (next + 1) % columns.size();
        if (next == 0 && buffers.get(0).rows() == ROWS_OF_A_GROUP) {
            flush();
        }
        return this;
    }

    private void flush() throws IOException {
        int rows = buffers.get(0).rows();
        if (rows == 0) {
            return;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (ColumnBuffer buffer : buffers) {
            byte[] page = buffer.page();
            long begin = position;
            write(header(page.length, rows));
            write(page);
            chunks.add(new Chunk(buffer.column(), begin, position - begin, rows));
        }
        groups.add(new Group(chunks, rows));
        buffers = buffers();
    }

    /** PageHeader, of a DATA_PAGE. */
    private static byte[] header(int bytes, int rows) {
        return Compact.struct(page -> page.number(1, 0)
                .number(2, bytes)
                .number(3, bytes)
                .struct(
                        5,
                        data -> data.number(1, rows)
                                .number(2, PLAIN)
                                .number(3, RLE)
                                .number(4, RLE)));
    }

    /**
     * Ends the file.
     *
     * @param said words about the table by their keys, written in the order of the map
     */
    public void finish(Map<String, String> said) throws IOException {
        if (next != 0) {
            throw new IllegalStateException("the last row has " + next + " of " + columns.size() + " cells");
        }
        flush();
        byte[] footer = footer(List.copyOf(said.entrySet()));
        write(footer);
        write(ColumnBuffer.little(Integer.BYTES).putInt(footer.length).array());
        write(MAGIC);
        out.flush();
    }

    /** FileMetaData. */
    private byte[] footer(List<Map.Entry<String, String>> said) {
        long rows = groups.stream().mapToLong(Group::rows).sum();
        List<Column> schema = new ArrayList<>(List.of(Column.required("rows", Column.Type.INT64)));
        schema.addAll(columns);
        return Compact.struct(file -> file.number(1, 1)
                .structs(2, schema, (element, column) -> element(element, column, column == schema.get(0)))
                .number(3, rows)
                .structs(4, groups, ParquetWriter::group)
                .structs(5, said, (pair, entry) -> pair.text(1, entry.getKey()).text(2, entry.getValue()))
                .text(6, CREATED_BY));
    }

    /** SchemaElement: the first one has the columns as its children. */
    private void element(Compact element, Column column, boolean root) {
        if (root) {
            element.text(4, column.name()).number(5, columns.size());
            return;
        }
        element.number(1, column.type().number())
                .number(3, column.optional() ? OPTIONAL : 0)
                .text(4, column.name());
        if (column.type() == Column.Type.STRING) {
            element.number(6, 0).struct(10, logical -> logical.struct(1, utf8 -> {}));
        }
    }

    /** RowGroup. */
    private static void group(Compact struct, Group group) {
        struct.structs(1, group.chunks(), ParquetWriter::chunk)
                .number(2, group.bytes())
                .number(3, (long) group.rows());
    }

    /** ColumnChunk, with its ColumnMetaData. */
    private static void chunk(Compact struct, Chunk chunk) {
        struct.number(2, chunk.at())
                .struct(
                        3,
                        data -> data.number(1, chunk.column().type().number())
                                .numbers(2, List.of(PLAIN, RLE))
                                .texts(3, List.of(chunk.column().name()))
                                .number(4, UNCOMPRESSED)
                                .number(5, (long) chunk.rows())
                                .number(6, chunk.bytes())
                                .number(7, chunk.bytes())
                                .number(9, chunk.at()));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
