package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
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
        TextBytes.write(row.position().toByteArray(), out);
        if (row.outcome() instanceof Outcome.Measured measured) {
            out.writeBoolean(true);
            for (Optional<Amount> figure : measured.figures()) {
                write(figure, out);
            }
        } else {
            Outcome.Refused refused = (Outcome.Refused) row.outcome();
            out.writeBoolean(false);
            TextBytes.write(refused.code(), out);
            TextBytes.write(refused.fact(), out);
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
            TextBytes.write(origin, out);
        }
        out.writeLong(figure.get().atLeast());
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
        BigInteger position = new BigInteger(TextBytes.bytes(in));
        Outcome outcome = in.readBoolean() ? measured(in) : new Outcome.Refused(TextBytes.read(in), TextBytes.read(in));
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
            names.add(TextBytes.read(in));
        }
        return new Amount(in.readLong(), names);
    }
}
