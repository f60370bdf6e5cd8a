package io.archmeter.spec;

import io.archmeter.located.Located;
import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the one key that says what a layer is: an operator, a block or a group. */
final class LayerKind {
    private final LayerParser parser;
    private final LayerEntries entries;
    private final Problems problems;

    LayerKind(LayerParser parser, LayerEntries entries, Problems problems) {
        this.parser = parser;
        this.entries = entries;
        this.problems = problems;
    }

    /** The entry that says what the layer is; without exactly one, there is a problem. */
    Optional<Located.Entry> find() {
        List<Located.Entry> kinds = new ArrayList<>();
        for (Located.Entry entry : entries.mapping().entries()) {
            if (isKind(entry.key())) {
                kinds.add(entry);
            }
        }
        if (areNamedLayers()) {
            problems.add(
                    entries.others(List.of()).get(0).keyAt(),
                    "missing-operator",
                    "these are layers with names, and no layer itself",
                    "write them below 'layers:'");
            return Optional.empty();
        }
        if (kinds.isEmpty()) {
            reportNone();
            return Optional.empty();
        }
        Located.Entry kind = kinds.get(0);
        if (kinds.size() > 1) {
            Located.Entry second = kinds.get(1);
            problems.add(
                    second.keyAt(),
                    "several-operators",
                    "a layer is one thing, but this is " + kind.key() + " and " + second.key(),
                    "write each of the two as a layer of its own");
            return Optional.empty();
        }
        return Optional.of(kind);
    }

    /** Whether each value would be a layer, which no argument of an operator is. */
    private boolean areNamedLayers() {
        List<Located.Entry> others = entries.others(List.of());
        for (Located.Entry entry : others) {
            if (!isLayer(entry.value()) || isGroupOrBlock(entry.key())) {
                return false;
            }
        }
        return !others.isEmpty();
    }

    private boolean isGroupOrBlock(String key) {
        boolean operator = Catalogue.find(key).isPresent();
        return !operator && isKind(key) || Meant.by(key, Names.GROUPS).isPresent();
    }

    private boolean isLayer(Located value) {
        if (value instanceof Located.Mapping layer) {
            return layer.entries().stream().anyMatch(entry -> isKind(entry.key()));
        }
        if (value instanceof Located.Items list) {
            return !list.items().isEmpty() && list.items().stream().allMatch(this::isLayer);
        }
        return value instanceof Located.Scalar scalar
                && scalar.value() instanceof Value.Text text
                && !text.text().startsWith("=")
                && parser.isKind(text.text());
    }

    private boolean isKind(String key) {
        return Names.GROUPS.contains(key) || parser.isKind(key);
    }

    /** No key is an operator: the first that is neither a modifier nor an argument was probably meant to be one. */
    private void reportNone() {
        for (Located.Entry entry : entries.others(List.of())) {
            if (!isArgument(entry.key())) {
                boolean group = Meant.by(entry.key(), Names.GROUPS).isPresent();
                parser.reportUnknown(entry.key(), entry.keyAt(), group ? Names.GROUPS : parser.kinds());
                return;
            }
        }
        problems.add(
                entries.mapping().at(),
                "missing-operator",
                "this layer does not say what it is",
                "add an operator such as relu, a block, layers, residual or branches");
    }

    private static boolean isArgument(String key) {
        for (Operator operator : Catalogue.operators()) {
            for (Argument<?> argument : operator.arguments()) {
                if (argument.name().equals(key)) {
                    return true;
                }
            }
        }
        return false;
    }
}
