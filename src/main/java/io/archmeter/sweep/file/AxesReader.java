package io.archmeter.sweep.file;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Param;
import io.archmeter.spec.Spec;
import io.archmeter.spec.SpecWords;
import io.archmeter.sweep.Axis;
import io.archmeter.sweep.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what varies: params by their names, and those that vary together. */
final class AxesReader {
    private static final String EXAMPLE = "params with their values: {width: [16, 32, 64]}";

    private final List<String> known;
    private final Problems problems;
    private final ValuesReader values;
    private final Set<String> named = new HashSet<>();
    private final List<Axis> axes = new ArrayList<>();

    AxesReader(Spec spec, Problems problems) {
        this.known = spec.params().stream().map(Param::name).toList();
        this.problems = problems;
        this.values = new ValuesReader(problems);
    }

    List<Axis> read(CheckedMapping keys) {
        keys.find("params").ifPresent(found -> {
            for (SourceValue.Entry entry : CheckedMapping.anyKeys("params", EXAMPLE, found, problems)) {
                Optional<Values> all = values.read(Excerpt.of(entry.key()), entry.value());
                if (isKnown(entry.key(), entry.keyAt()) && all.isPresent()) {
                    axes.add(Axis.of(entry.key(), entry.keyAt(), all.get()));
                }
            }
        });
        keys.find("zip").ifPresent(this::zipped);
        return axes;
    }

    private void zipped(SourceValue located) {
        List<SourceValue> groups = located instanceof SourceValue.Items list ? list.items() : List.of(located);
        for (SourceValue group : groups) {
            List<Axis.Param> params = new ArrayList<>();
            List<Values> columns = new ArrayList<>();
            for (SourceValue.Entry entry : CheckedMapping.anyKeys("zip", EXAMPLE, group, problems)) {
                Optional<Values> column = values.read(Excerpt.of(entry.key()), entry.value());
                if (isKnown(entry.key(), entry.keyAt()) && column.isPresent()) {
                    params.add(new Axis.Param(entry.key(), entry.keyAt()));
                    columns.add(column.get());
                }
            }
            add(params, columns);
        }
    }

    private void add(List<Axis.Param> params, List<Values> columns) {
        for (int i = 1; i < columns.size(); i++) {
            if (!columns.get(i).size().equals(columns.get(0).size())) {
                problems.add(
                        params.get(i).at(),
                        "unequal-lists",
                        params.get(i).name() + " has " + columns.get(i).size() + " values, but "
                                + params.get(0).name() + " has "
                                + columns.get(0).size(),
                        "give all that vary together as many values");
                return;
            }
        }
        if (!params.isEmpty()) {
            axes.add(new Axis(params, columns));
        }
    }

    private boolean isKnown(String name, Span at) {
        if (!known.contains(name)) {
            problems.add(
                    at,
                    "unknown-param",
                    "the spec has no param '" + Excerpt.of(name) + "'",
                    known.isEmpty() ? "give the spec params: what varies is one" : SpecWords.remedy(name, known));
            return false;
        }
        if (!named.add(name)) {
            problems.add(
                    at,
                    "duplicate-name",
                    "'" + name + "' has its values already",
                    "let it vary alone below params, or with others below zip");
            return false;
        }
        return true;
    }
}
