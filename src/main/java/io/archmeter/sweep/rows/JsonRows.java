package io.archmeter.sweep.rows;

import io.archmeter.facts.Amount;
import io.archmeter.json.JsonLayout;
import io.archmeter.json.JsonValues;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sweep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** JSON, an object in each line: the same as {@link CsvRows}, with the values of params as a spec has them. */
final class JsonRows implements RowFormat {
    private static final JsonLayout ONE_LINE = JsonLayout.ofLines(0);

    private final Sweep sweep;
    private final List<String> settings;

    JsonRows(Sweep sweep) {
        this.sweep = sweep;
        this.settings = RowParts.settings(sweep.space());
    }

    @Override
    public Optional<String> header() {
        return Optional.empty();
    }

    @Override
    public String line(Row row) {
        StringWriter text = new StringWriter();
        try {
            ONE_LINE.write(text, json -> write(row, json));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text takes all that is written", impossible);
        }
        return text.toString().stripTrailing();
    }

    private void write(Row row, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("space", sweep.fingerprint());
        json.writeStringProperty("index", row.point().index().toString());
        json.writeStringProperty("model", PointText.name(row.point(), sweep.space()));
        json.writeName("params");
        json.writeStartObject();
        row.point().settings().forEach((name, value) -> {
            json.writeName(name);
            JsonValues.write(value, json);
        });
        json.writeEndObject();
        settings.forEach(name -> json.writeStringProperty(name, RowParts.setting(name, row.point())));
        if (row.outcome() instanceof Outcome.Refused refused) {
            json.writeStringProperty("problem", refused.code());
            json.writeStringProperty("fact", refused.fact());
        } else {
            writeFigures(row, json);
        }
        json.writeEndObject();
    }

    private void writeFigures(Row row, JsonGenerator json) {
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            json.writeName(sweep.figures().get(figure).toString());
            Optional<Amount> amount = row.figure(figure);
            if (amount.isEmpty()) {
                json.writeNull();
            } else if (amount.get().isExact()) {
                json.writeNumber(amount.get().atLeast());
            } else {
                json.writeString(RowParts.figure(amount));
            }
        }
        if (!row.origins().isEmpty()) {
            json.writeStringProperty(RowParts.UNKNOWN, RowParts.origins(row));
        }
    }

    @Override
    public Optional<Row> row(String line) {
        Map<String, String> members = members(line);
        if (!sweep.fingerprint().equals(members.get("space")) || !members.containsKey("index")) {
            return Optional.empty();
        }
        try {
            if (members.containsKey("problem")) {
                return Optional.of(RowParts.row(
                        sweep,
                        members.get("index"),
                        new Outcome.Refused(members.get("problem"), members.getOrDefault("fact", ""))));
            }
            List<Optional<Amount>> figures = new ArrayList<>();
            for (int figure = 0; figure < sweep.figures().size(); figure++) {
                figures.add(RowParts.figure(
                        members.getOrDefault(sweep.figures().get(figure).toString(), "none"),
                        RowParts.origins(members.getOrDefault(RowParts.UNKNOWN, ""))));
            }
            return Optional.of(RowParts.row(sweep, members.get("index"), new Outcome.Measured(figures)));
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** Single values by their names; none where the line is no object. */
    private static Map<String, String> members(String line) {
        Map<String, String> members = new HashMap<>();
        try {
            TextFile text = TextFile.of("row.json", line.getBytes(StandardCharsets.UTF_8));
            Optional<SourceValue> object = SourceReader.read(text, new Problems());
            if (object.isPresent() && object.get() instanceof SourceValue.Mapping mapping) {
                for (SourceValue.Entry entry : mapping.entries()) {
                    if (entry.value() instanceof SourceValue.Scalar scalar) {
                        members.put(entry.key(), PointText.of(scalar.value()));
                    }
                }
            }
        } catch (ProblemException none) {
            members.clear();
        }
        return members;
    }
}
