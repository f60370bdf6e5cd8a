package io.archmeter.spec.parse;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceText;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.CallCheck;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.SpecWords;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer that is written as a mapping: one key says what it is, the others are its arguments and modifiers. */
final class LayerMapping {
    private final LayerParser parser;
    private final LayerEntries entries;
    private final Problems problems;
    private boolean sound = true;

    LayerMapping(LayerParser parser, SourceValue.Mapping mapping, Problems problems) {
        this.parser = parser;
        this.entries = new LayerEntries(mapping);
        this.problems = problems;
    }

    /**
     * @param given the name under which the layer stands in a mapping
     * @param at where the layer begins
     */
    Layer parse(Optional<Template> given, Span at) {
        LayerModifiers modifiers = new LayerModifiers(parser, entries, problems);
        Optional<Template> name = modifiers.name(given);
        LayerKind kind = new LayerKind(parser, entries, problems);
        Optional<Layer.Body> body = kind.areNamedLayers()
                ? Optional.of(parser.namedLayers(entries.others(List.of())))
                : kind.find().flatMap(this::body);
        if (body.isEmpty()) {
            return Layer.broken(at, name);
        }
        Optional<Unevaluated> when = modifiers.written("when");
        Optional<Unevaluated> repeat = modifiers.written("repeat");
        List<Layer.Each> each = modifiers.each();
        List<Layer.Reference> from = modifiers.from();
        Optional<Layer.Reference> weights = modifiers.weights();
        List<Layer.SharedWeight> shared = modifiers.shared();
        Optional<Unevaluated> functional = modifiers.written("functional");
        return new Layer(
                at,
                name,
                when,
                repeat,
                each,
                from,
                weights,
                shared,
                functional,
                body.get(),
                sound && modifiers.sound());
    }

    private Optional<Layer.Body> body(SourceValue.Entry kind) {
        return switch (kind.key()) {
            case "layers" -> {
                refuseOthers("layers", List.of("layers"));
                yield Optional.of(parser.sequence(kind.key(), kind.value()));
            }
            case "residual" -> {
                refuseOthers("residual", List.of("residual", "shortcut"));
                yield Optional.of(residual(kind));
            }
            case "branches" -> branches(kind);
            default -> call(kind);
        };
    }

    private Layer.Body residual(SourceValue.Entry kind) {
        Layer.Sequence body = parser.sequence(kind.key(), kind.value());
        if (body.layers().isEmpty()) {
            problems.add(
                    kind.value().at(),
                    "no-layers",
                    "this residual has no layers",
                    "write the layers whose output is added to what comes in");
        }
        Layer.Sequence shortcut = entries.find("shortcut")
                .map(entry -> parser.sequence("shortcut", entry.value()))
                .orElseGet(() -> new Layer.Sequence(List.of()));
        return new Layer.Residual(kind.keyAt(), body, shortcut);
    }

    private Optional<Layer.Body> branches(SourceValue.Entry kind) {
        List<Layer> paths = parser.entries("branches", kind.value());
        if (paths.isEmpty()) {
            problems.add(kind.value().at(), "no-branches", "these branches are empty", "write two paths or more");
            return Optional.empty();
        }
        Optional<SourceText> operator = join(kind);
        if (operator.isEmpty()) {
            return Optional.empty();
        }
        Unevaluated constant = new Unevaluated.Constant(
                operator.get().at(), new PlainValue.Text(operator.get().text()));
        Layer.Call call = new Layer.Call(kind.keyAt(), constant, given(List.of("branches", "join")));
        Operator join = Catalogue.find(operator.get().text()).orElseThrow();
        sound &= CallCheck.operator(join, call, problems);
        return Optional.of(new Layer.Branches(kind.keyAt(), paths, call));
    }

    private static List<String> joins() {
        return Catalogue.operators().stream()
                .filter(Operator::joins)
                .map(Operator::kind)
                .toList();
    }

    private Optional<SourceText> join(SourceValue.Entry kind) {
        List<String> joins = joins();
        Optional<SourceValue.Entry> join = entries.find("join");
        if (join.isEmpty()) {
            Optional<SourceValue.Entry> misspelt = entries.others(List.of("branches")).stream()
                    .filter(entry -> SpecWords.by(entry.key(), List.of("join")).isPresent())
                    .findFirst();
            if (misspelt.isPresent()) {
                problems.add(
                        misspelt.get().keyAt(),
                        "unknown-key",
                        "a layer with 'branches' has no key '" + misspelt.get().key() + "'",
                        "did you mean 'join'?");
            } else {
                problems.add(
                        kind.keyAt(),
                        "missing-argument",
                        "branches need a join",
                        "add join: with one of " + String.join(", ", joins));
            }
            return Optional.empty();
        }
        Optional<SourceText> operator = LayerName.of(
                join.get().value(),
                "join must be the name of an operator",
                "write join: with one of " + String.join(", ", joins),
                problems);
        if (operator.isPresent() && !joins.contains(operator.get().text())) {
            problems.add(
                    operator.get().at(),
                    "unknown-choice",
                    "join cannot be '" + Excerpt.of(operator.get().text()) + "'",
                    OperatorWords.remedy(operator.get().text(), joins));
            return Optional.empty();
        }
        return operator;
    }

    private Optional<Layer.Body> call(SourceValue.Entry kind) {
        if (kind.value() instanceof SourceValue.Mapping arguments) {
            problems.add(
                    arguments.at(),
                    "wrong-type",
                    "the value of '" + kind.key() + "' is a mapping",
                    "write the arguments beside it: {" + kind.key() + ": …, argument: …}; layers that have names of"
                            + " operators belong below 'layers:'");
            return Optional.empty();
        }
        List<Layer.Given> given = new ArrayList<>();
        if (!kind.value().isNothing()) {
            given.add(new Layer.Given(kind.keyAt(), "", Unevaluated.of(kind.value(), problems)));
        }
        given.addAll(given(List.of(kind.key())));
        PlainValue.Text text = new PlainValue.Text(kind.key());
        Unevaluated name = Unevaluated.of(new SourceValue.Scalar(kind.keyAt(), kind.nameAt(), text), problems);
        Layer.Call call = new Layer.Call(kind.keyAt(), name, given);
        sound &= parser.check(call);
        return Optional.of(call);
    }

    private List<Layer.Given> given(List<String> own) {
        List<Layer.Given> given = new ArrayList<>();
        for (SourceValue.Entry entry : entries.others(own)) {
            Unevaluated value = entry.value() instanceof SourceValue.Mapping names && haveNames(own.get(0), entry.key())
                    ? Unevaluated.named(names, problems)
                    : Unevaluated.of(entry.value(), problems);
            given.add(new Layer.Given(entry.keyAt(), entry.key(), value));
        }
        return given;
    }

    private static boolean haveNames(String operator, String argument) {
        return Catalogue.find(operator).stream()
                .flatMap(found -> found.arguments().stream())
                .anyMatch(known -> known.name().equals(argument)
                        && (known.form() == Argument.Form.WEIGHTS
                                || known.form() == Argument.Form.OUTPUTS
                                || known.form() == Argument.Form.COUNTED));
    }

    private void refuseOthers(String kind, List<String> own) {
        List<String> known = new ArrayList<>(own);
        known.addAll(Names.MODIFIERS);
        for (SourceValue.Entry entry : entries.others(own)) {
            sound = false;
            problems.add(
                    entry.keyAt(),
                    "unknown-key",
                    "a layer with '" + kind + "' has no key '" + Excerpt.of(entry.key()) + "'",
                    SpecWords.remedy(entry.key(), known));
        }
    }
}
