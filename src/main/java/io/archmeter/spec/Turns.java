package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unrolls {@code for} and {@code repeat}: the variables that each turn of a layer sees. */
final class Turns {
    private final Evaluator evaluator;
    private final GraphBuilder graph;
    private final Problems problems;

    Turns(Evaluator evaluator, GraphBuilder graph, Problems problems) {
        this.evaluator = evaluator;
        this.graph = graph;
        this.problems = problems;
    }

    /** The scopes of all turns: the lists side by side, and within each of their rows the repetitions. */
    List<Scope> of(Layer layer, Scope scope, Tensor in) {
        List<Scope> turns = new ArrayList<>();
        for (Scope row : rows(layer, scope, in)) {
            if (layer.repeat().isEmpty()) {
                turns.add(row);
                continue;
            }
            Optional<Long> times = times(layer.repeat().get(), row, in);
            for (long i = 0; i < times.orElse(0L); i++) {
                graph.step(layer.repeat().get().at());
                turns.add(row.with("i", Value.Num.of(i)));
            }
        }
        return turns;
    }

    private Optional<Long> times(Written repeat, Scope scope, Tensor in) {
        Value value = evaluator.value(repeat, scope, in, "");
        if (value instanceof Value.Unknown) {
            return Optional.empty();
        }
        if (value instanceof Value.Num num
                && num.number().isWhole()
                && num.number().signum() >= 0) {
            long times = num.number().toLong().orElse(Long.MAX_VALUE);
            if (times <= GraphBuilder.MOST_LAYERS) {
                return Optional.of(times);
            }
            problems.add(
                    repeat.at(),
                    "too-many-layers",
                    "repeat " + value.described() + " makes more than " + GraphBuilder.MOST_LAYERS + " layers",
                    "repeat less often");
            return Optional.empty();
        }
        problems.add(
                repeat.at(),
                "wrong-type",
                "repeat must be a whole number from 0, but is " + value.described(),
                "write how often the layers stand behind each other");
        return Optional.empty();
    }

    private List<Scope> rows(Layer layer, Scope scope, Tensor in) {
        if (layer.each().isEmpty()) {
            return List.of(scope);
        }
        List<Scope> rows = new ArrayList<>();
        int length = -1;
        for (Layer.Each each : layer.each()) {
            Value value = evaluator.value(each.list(), scope, in, "");
            if (value instanceof Value.Unknown) {
                return List.of();
            }
            if (!(value instanceof Value.Items list)) {
                problems.add(
                        each.list().at(),
                        "wrong-type",
                        each.variable() + " must run over a list, but is " + value.described(),
                        "write a list: [a, b, …]");
                return List.of();
            }
            if (length >= 0 && list.items().size() != length) {
                problems.add(
                        each.list().at(),
                        "unequal-lists",
                        each.variable() + " has " + list.items().size() + " elements, but "
                                + layer.each().get(0).variable() + " has " + length,
                        "make the lists equally long");
                return List.of();
            }
            if (length < 0) {
                length = list.items().size();
                list.items().forEach(item -> rows.add(scope));
            }
            for (int row = 0; row < length; row++) {
                rows.set(row, rows.get(row).with(each.variable(), list.items().get(row)));
            }
        }
        return rows;
    }
}
