package io.archmeter.spec.parse;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Names;
import io.archmeter.spec.SpecWords;
import io.archmeter.value.PlainValue;
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
    Optional<SourceValue.Entry> find() {
        List<SourceValue.Entry> kinds = entries.mapping().entries().stream()
                .filter(entry -> isKind(entry.key()))
                .toList();
        List<SourceValue.Entry> meant =
                kinds.stream().filter(kind -> besides(kind, kinds).isEmpty()).toList();
        if (kinds.isEmpty()) {
            reportNone();
        } else if (meant.isEmpty()) {
            SourceValue.Entry first = kinds.get(0);
            SourceValue.Entry second = besides(first, kinds).get(0);
            problems.add(
                    second.keyAt(),
                    "several-operators",
                    "a layer is one thing, but this is " + first.key() + " and " + second.key(),
                    "write each of the two as a layer of its own");
        } else if (meant.size() > 1) {
            String first = meant.get(0).key();
            String second = meant.get(1).key();
            problems.add(
                    meant.get(1).keyAt(),
                    "two-readings",
                    "this is " + first + " with an argument " + second + ", or " + second + " with an argument "
                            + first,
                    "give one of the params another name");
        }
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The others that say what a layer is, and are not arguments of this one. */
    private List<SourceValue.Entry> besides(SourceValue.Entry kind, List<SourceValue.Entry> kinds) {
        return kinds.stream()
                .filter(other -> other != kind && !parser.mayTake(kind.key(), other.key()))
                .toList();
    }

    /**
     * Whether these entries are several layers under their names, and not one layer: at least one value is a layer, which an
     * argument of an operator never is, and no key says what kind of layer the whole would be.
     */
    boolean areNamedLayers() {
        List<SourceValue.Entry> others = entries.others(List.of());
        boolean oneLayer = others.stream().anyMatch(entry -> isLayer(entry.value()));
        return oneLayer && others.stream().noneMatch(entry -> saysWhat(entry, others.size()));
    }

    /** An operator whose value is a layer is a name: {@code relu: relu}, {@code avgpool: {adaptiveavgpool: 6}}. */
    private boolean saysWhat(SourceValue.Entry entry, int keys) {
        String key = entry.key();
        if (parser.block(key).isEmpty() && Catalogue.find(key).isPresent()) {
            return !isCall(entry.value()) || hasArgumentBeside(key);
        }
        return isKind(key) || keys == 1 && SpecWords.by(key, Names.GROUPS).isPresent() || misspeltBesideItsOwn(key);
    }

    /** The name of an operator with an argument of its own beside it: {@code {custom: relu, parameters: 0}}. */
    private boolean hasArgumentBeside(String kind) {
        return entries.others(List.of(kind)).stream()
                .anyMatch(entry -> isArgument(kind, entry.key()) && !isLayer(entry.value()));
    }

    /** A misspelt group that has what only a group has: {@code residul} beside {@code shortcut}, {@code branchs} beside {@code join}. */
    private boolean misspeltBesideItsOwn(String key) {
        boolean own =
                entries.find("shortcut").isPresent() || entries.find("join").isPresent();
        return own && SpecWords.by(key, Names.GROUPS).isPresent();
    }

    /** Whether a value is one layer or several. An argument is never a mapping, and a list of numbers at most. */
    private boolean isLayer(SourceValue value) {
        return value instanceof SourceValue.Mapping
                || isCall(value)
                || value instanceof SourceValue.Items list
                        && list.items().stream().anyMatch(this::isCall);
    }

    /** Whether a value names an operator, a block or a group. */
    private boolean isCall(SourceValue value) {
        if (value instanceof SourceValue.Mapping layer) {
            return layer.entries().stream().anyMatch(entry -> isKind(entry.key()));
        }
        return value instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Text text
                && !text.text().startsWith("=")
                && parser.isKind(text.text());
    }

    private boolean isKind(String key) {
        return Names.GROUPS.contains(key) || parser.isKind(key);
    }

    /** No key is an operator: the first that is neither a modifier nor an argument was probably meant as an operator. */
    private void reportNone() {
        for (SourceValue.Entry entry : entries.others(List.of())) {
            if (!isArgument(entry.key())) {
                boolean group = SpecWords.by(entry.key(), Names.GROUPS).isPresent();
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
        return Catalogue.operators().stream().anyMatch(operator -> hasArgument(operator, key));
    }

    /** Softplus has a {@code threshold}, which is an operator as well. */
    static boolean isArgument(String kind, String key) {
        Optional<Operator> operator = Catalogue.find(kind);
        return operator.isPresent() && hasArgument(operator.get(), key);
    }

    private static boolean hasArgument(Operator operator, String key) {
        for (Argument<?> argument : operator.arguments()) {
            if (argument.name().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
