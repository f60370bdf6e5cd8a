package io.archmeter.sweep.rows;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.parquet.Column;
import io.archmeter.parquet.ParquetTable;
import io.archmeter.parquet.ParquetWriter;
import io.archmeter.sweep.Axis;
import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.Point;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sweep;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Rows as Parquet: the same columns as {@link CsvRows}, numbers as numbers. A figure of which a part is not known is nothing in its own
 * column, and stands in one beside it that says so: who adds a column up never adds a part of a number. The space's fingerprint, and which
 * positions a file has, are words about the table.
 */
public final class ParquetRows {
    private static final String SPACE = "archmeter.space";
    private static final String POSITIONS = "archmeter.positions";
    private static final String AT_LEAST = "_at_least";

    private final Sweep sweep;
    private final List<String> settings;
    private final List<Column> columns;
    private final int params;

    /**
     * Some positions of a sweep with the rows that are no excluded points.
     *
     * @param from the first position
     * @param to the one after the last
     */
    public record Part(BigInteger from, BigInteger to, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    public ParquetRows(Sweep sweep) {
        this.sweep = sweep;
        this.settings = RowParts.settings(sweep.space());
        this.params = sweep.space().params().size();
        this.columns = columns();
    }

    private List<Column> columns() {
        List<Column> after = new ArrayList<>();
        settings.forEach(name ->
                after.add(Column.required(name, name.equals("batch") ? Column.Type.INT64 : Column.Type.STRING)));
        for (Metric metric : sweep.figures()) {
            after.add(Column.optional(metric.toString(), Column.Type.INT64));
            after.add(Column.optional(metric + AT_LEAST, Column.Type.INT64));
        }
        after.add(Column.optional(RowParts.UNKNOWN, Column.Type.STRING));
        after.add(Column.optional("problem", Column.Type.STRING));
        after.add(Column.optional("fact", Column.Type.STRING));
        List<Column> all = new ArrayList<>(List.of(
                Column.required("index", isIndexLong() ? Column.Type.INT64 : Column.Type.STRING),
                Column.required("model", Column.Type.STRING)));
        Set<String> taken = new HashSet<>();
        all.forEach(column -> taken.add(column.name()));
        after.forEach(column -> taken.add(column.name()));
        for (Axis axis : sweep.space().axes()) {
            for (int i = 0; i < axis.params().size(); i++) {
                String name = free(axis.params().get(i).name(), taken);
                all.add(Column.required(name, ParamType.of(axis.values().get(i))));
            }
        }
        all.addAll(after);
        return List.copyOf(all);
    }

    /** Most readers find columns whatever the case of their names, so that no two may be alike but for that. */
    private static String free(String param, Set<String> taken) {
        String name = param;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = "param_" + name;
        }
        return name;
    }

    private boolean isIndexLong() {
        return sweep.space().size().bitLength() < Long.SIZE;
    }

    /**
     * Writes a part.
     *
     * @param out remains open
     */
    public void write(Part part, OutputStream out) throws IOException {
        ParquetWriter writer = new ParquetWriter(out, columns);
        for (Row row : part.rows()) {
            write(row, writer);
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put(SPACE, sweep.fingerprint());
        said.put(POSITIONS, positions(part.from(), part.to()));
        writer.finish(said);
    }

    private static String positions(BigInteger from, BigInteger to) {
        return from + " " + to;
    }

    private void write(Row row, ParquetWriter writer) throws IOException {
        Point point = row.point();
        if (isIndexLong()) {
            writer.cell(point.index().longValueExact());
        } else {
            writer.cell(point.index().toString());
        }
        writer.cell(PointText.name(point, sweep.space()));
        int column = 2;
        for (PlainValue value : point.settings().values()) {
            write(value, columns.get(column).type(), writer);
            column++;
        }
        for (String name : settings) {
            if (name.equals("batch")) {
                writer.cell(point.batch());
            } else {
                writer.cell(RowParts.setting(name, point));
            }
        }
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            write(row.isNetwork() ? row.figure(figure) : Optional.empty(), writer);
        }
        if (row.origins().isEmpty()) {
            writer.nothing();
        } else {
            writer.cell(RowParts.origins(row));
        }
        if (row.outcome() instanceof Outcome.Refused refused) {
            writer.cell(refused.code()).cell(refused.fact());
        } else {
            writer.nothing().nothing();
        }
    }

    private static void write(PlainValue value, Column.Type type, ParquetWriter writer) throws IOException {
        if (type == Column.Type.INT64) {
            writer.cell(((PlainValue.Num) value).number().numerator().longValueExact());
        } else if (type == Column.Type.DOUBLE) {
            writer.cell(((PlainValue.Num) value).number().toDouble());
        } else if (type == Column.Type.BOOLEAN) {
            writer.cell(((PlainValue.Flag) value).flag());
        } else {
            writer.cell(PointText.of(value));
        }
    }

    private static void write(Optional<Amount> figure, ParquetWriter writer) throws IOException {
        if (figure.isEmpty()) {
            writer.nothing().nothing();
        } else if (figure.get().isExact()) {
            writer.cell(figure.get().atLeast()).nothing();
        } else {
            writer.nothing().cell(figure.get().atLeast());
        }
    }

    /** The part that a file is; empty where it is none of this sweep, or not a whole one. */
    public Optional<Part> read(byte[] file) {
        try {
            ParquetTable table = ParquetTable.read(file, columns);
            if (!table.said(SPACE).equals(Optional.of(sweep.fingerprint()))) {
                return Optional.empty();
            }
            String[] positions = table.said(POSITIONS).orElse("").split(" ", 2);
            List<Row> rows = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                rows.add(row(table, row));
            }
            return Optional.of(new Part(new BigInteger(positions[0]), new BigInteger(positions[1]), rows))
                    .filter(ParquetRows::isInOrder);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static boolean isInOrder(Part part) {
        BigInteger next = part.from();
        for (Row row : part.rows()) {
            if (row.position().compareTo(next) < 0) {
                return false;
            }
            next = row.position().add(BigInteger.ONE);
        }
        return next.compareTo(part.to()) <= 0;
    }

    private Row row(ParquetTable table, int row) {
        String index = isIndexLong()
                ? String.valueOf(table.number(0, row).orElse(-1))
                : table.text(0, row).orElse("");
        int first = 2 + params + settings.size();
        int unknown = first + 2 * sweep.figures().size();
        int problem = unknown + 1;
        Optional<String> code = table.text(problem, row);
        if (code.isPresent()) {
            return RowParts.row(
                    sweep,
                    index,
                    new Outcome.Refused(code.get(), table.text(problem + 1, row).orElse("")));
        }
        List<Optional<Amount>> figures = new ArrayList<>();
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            figures.add(figure(
                    table.number(first + 2 * figure, row),
                    table.number(first + 2 * figure + 1, row),
                    RowParts.origins(table.text(unknown, row).orElse(""))));
        }
        return RowParts.row(sweep, index, new Outcome.Measured(figures));
    }

    private static Optional<Amount> figure(OptionalLong exact, OptionalLong atLeast, List<String> origins) {
        if (exact.isPresent()) {
            return Optional.of(Amount.exactly(exact.getAsLong()));
        }
        return atLeast.isPresent() ? Optional.of(new Amount(atLeast.getAsLong(), origins)) : Optional.empty();
    }
}
