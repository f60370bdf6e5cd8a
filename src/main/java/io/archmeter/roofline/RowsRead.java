package io.archmeter.roofline;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;

/** Bytes of the rows of a table that indices stand for, where only these know which rows that are. */
final class RowsRead {
    /** A row that a bag of rows leaves out. */
    private static final String PADDING = "padding_idx";

    private RowsRead() {}

    /** At least one row where there is an index; none where all indices may stand for the row that is left out. */
    static long least(Op op, long rowBytes, Shape indices) {
        boolean none = indices.elements() == 0 || Catalogue.attributes(op).containsKey(PADDING);
        return none ? 0 : rowBytes;
    }

    /** A row for each index. */
    static long ofEach(long rowBytes, Shape indices) {
        return Math.multiplyExact(indices.elements(), rowBytes);
    }

    /** At least one row of each sample of a table, of N×rows×…, where there is an index. */
    static long ofSamples(Shape table, DType type, Shape indices) {
        boolean none = indices.elements() == 0 || table.elements() == 0;
        return none ? 0 : type.bytes(table.elements() / table.extent(1));
    }
}
