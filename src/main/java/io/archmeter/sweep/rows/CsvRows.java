package io.archmeter.sweep.rows;

import io.archmeter.facts.Amount;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Visible;
import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values (RFC 4180): the space's fingerprint, the index of the point, what varies, the figures, and what is wrong with a point
 * that is no network.
 */
final class CsvRows implements RowFormat {
    private final Sweep sweep;
    private final List<String> settings;

    CsvRows(Sweep sweep) {
        this.sweep = sweep;
        this.settings = RowParts.settings(sweep.space());
    }

    @Override
    public Optional<String> header() {
        List<String> names = new ArrayList<>(List.of("space", "index", "model"));
        names.addAll(sweep.space().params());
        names.addAll(settings);
        sweep.figures().forEach(metric -> names.add(metric.toString()));
        names.add(RowParts.UNKNOWN);
        names.add("problem");
        names.add("fact");
        return Optional.of(line(names));
    }

    @Override
    public String line(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(sweep.fingerprint());
        cells.add(row.point().index().toString());
        cells.add(PointText.name(row.point(), sweep.space()));
        row.point().settings().values().forEach(value -> cells.add(PointText.of(value)));
        settings.forEach(name -> cells.add(RowParts.setting(name, row.point())));
        boolean network = row.isNetwork();
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            cells.add(network ? RowParts.figure(row.figure(figure)) : "");
        }
        cells.add(RowParts.origins(row));
        if (row.outcome() instanceof Outcome.Refused refused) {
            cells.add(refused.code());
            cells.add(refused.fact());
        } else {
            cells.add("");
            cells.add("");
        }
        return line(cells);
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.length() == 0 ? "" : ",").append(quoted(Visible.of(cell)));
        }
        return line.toString();
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public Optional<Row> row(String line) {
        List<String> cells = cells(line);
        int first = 3 + sweep.space().params().size() + settings.size();
        List<Metric> figures = sweep.figures();
        int unknown = first + figures.size();
        int problem = unknown + 1;
        if (cells.size() != problem + 2 || !cells.get(0).equals(sweep.fingerprint())) {
            return Optional.empty();
        }
        try {
            if (!cells.get(problem).isEmpty()) {
                return Optional.of(RowParts.row(
                        sweep, cells.get(1), new Outcome.Refused(cells.get(problem), cells.get(problem + 1))));
            }
            List<Optional<Amount>> read = new ArrayList<>();
            for (int figure = 0; figure < figures.size(); figure++) {
                read.add(RowParts.figure(cells.get(first + figure), RowParts.origins(cells.get(unknown))));
            }
            return Optional.of(RowParts.row(sweep, cells.get(1), new Outcome.Measured(read)));
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
