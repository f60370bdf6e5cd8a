package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as bytes, from one machine to another that knows the sweep: a point is its position. */
final class RowBytes {
    private static final int NONE = -1;

    private final Sweep sweep;
    private final Shuffle order;

    RowBytes(Sweep sweep) {
        this.sweep = sweep;
        this.order = sweep.order();
    }

    static void write(List<Row> rows, DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (Row row : rows) {
            write(row, out);
        }
    }

    /** Writes a row that is not excluded. */
    static void write(Row row, DataOutput out) throws IOException {
        write(row.position().toByteArray(), out);
        if (row.outcome() instanceof Outcome.Measured measured) {
            out.writeBoolean(true);
            for (Optional<Amount> figure : measured.figures()) {
                write(figure, out);
            }
        } else {
            Outcome.Refused refused = (Outcome.Refused) row.outcome();
            out.writeBoolean(false);
            write(refused.code(), out);
            write(refused.fact(), out);
        }
    }

    private static void write(Optional<Amount> figure, DataOutput out) throws IOException {
        if (figure.isEmpty()) {
            out.writeInt(NONE);
            return;
        }
        List<String> origins = figure.get().origins();
        out.writeInt(origins.size());
        for (String origin : origins) {
            write(origin, out);
        }
        out.writeLong(figure.get().atLeast());
    }

    static void write(String text, DataOutput out) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void write(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    List<Row> rows(DataInput in) throws IOException {
        int size = in.readInt();
        List<Row> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(row(in));
        }
        return rows;
    }

    Row row(DataInput in) throws IOException {
        BigInteger position = new BigInteger(bytes(in));
        Outcome outcome = in.readBoolean() ? measured(in) : new Outcome.Refused(text(in), text(in));
        return new Row(position, sweep.space().point(order.index(position)), outcome);
    }

    private Outcome measured(DataInput in) throws IOException {
        List<Optional<Amount>> figures = new ArrayList<>();
        for (int i = 0; i < sweep.figures().size(); i++) {
            int origins = in.readInt();
            figures.add(origins == NONE ? Optional.empty() : Optional.of(amount(origins, in)));
        }
        return new Outcome.Measured(figures);
    }

    private static Amount amount(int origins, DataInput in) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < origins; i++) {
            names.add(text(in));
        }
        return new Amount(in.readLong(), names);
    }

    static String text(DataInput in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
