package io.archmeter.spec.expand;

import io.archmeter.problem.Problems;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unrolls {@code for} and {@code repeat}: the variables that each turn of a layer sees. */
final class LoopUnroller {
    private final Evaluator evaluator;
    private final ExpansionSteps steps;
    private final Problems problems;

    LoopUnroller(Evaluator evaluator, ExpansionSteps steps, Problems problems) {
        this.evaluator = evaluator;
        this.steps = steps;
        this.problems = problems;
    }

    /**
     * One row of the lists of a {@code for}, and how often the layer is repeated in it.
     *
     * @param times empty: once, and not counted by {@code i}
     */
    record Row(Scope scope, Optional<Long> times) {
        long turns() {
            return times.orElse(1L);
        }

        /** The variables of one turn. */
        Scope turn(long i) {
            return times.isPresent() ? scope.with("i", PlainValue.Num.of(i)) : scope;
        }
    }

    /** The rows of a layer; empty where a problem, reported already, keeps them from being known. */
    Optional<List<Row>> of(Layer layer, Scope scope, LayerOutput in) {
        Optional<List<Scope>> scopes = rows(layer, scope, in);
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Scope row : scopes.get()) {
            Optional<Long> times = Optional.empty();
            if (layer.repeat().isPresent()) {
                times = times(layer.repeat().get(), row, in);
                if (times.isEmpty()) {
                    return Optional.empty();
                }
            }
            rows.add(new Row(row, times));
        }
        return Optional.of(rows);
    }

    private Optional<Long> times(Unevaluated repeat, Scope scope, LayerOutput in) {
        PlainValue value = evaluator.value(repeat, scope, in, "");
        if (value instanceof PlainValue.Unknown) {
            return Optional.empty();
        }
        if (value instanceof PlainValue.Num num
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
                TypeHint.on(repeat, "write how many times the layers are repeated"));
        return Optional.empty();
    }

    private Optional<List<Scope>> rows(Layer layer, Scope scope, LayerOutput in) {
        if (layer.each().isEmpty()) {
            return Optional.of(List.of(scope));
        }
        List<Scope> rows = new ArrayList<>();
        int length = -1;
        for (Layer.Each each : layer.each()) {
            Optional<List<PlainValue>> list = list(each, scope, in);
            if (list.isEmpty()) {
                return Optional.empty();
            }
            List<PlainValue> items = list.get();
            if (length >= 0 && items.size() != length) {
                problems.add(
                        each.list().at(),
                        "unequal-lists",
                        each.variable() + " has " + items.size() + " elements, but "
                                + layer.each().get(0).variable() + " has " + length,
                        "make the lists equally long");
                return Optional.empty();
            }
            if (length < 0) {
                length = items.size();
                items.forEach(item -> rows.add(scope));
            }
            steps.take(length, each.at());
            for (int row = 0; row < length; row++) {
                rows.set(row, rows.get(row).with(each.variable(), items.get(row)));
            }
        }
        return Optional.of(rows);
    }

    private Optional<List<PlainValue>> list(Layer.Each each, Scope scope, LayerOutput in) {
        PlainValue value = evaluator.value(each.list(), scope, in, "");
        if (value instanceof PlainValue.Items list) {
            return Optional.of(list.items());
        }
        if (!(value instanceof PlainValue.Unknown)) {
            problems.add(
                    each.list().at(),
                    "wrong-type",
                    each.variable() + " must run over a list, but is " + value.described(),
                    TypeHint.on(each.list(), "write a list: [a, b, …]"));
        }
        return Optional.empty();
    }
}
