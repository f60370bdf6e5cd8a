package io.archmeter.spec;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A layer that is written as a mapping: one key says what it is, the others are its arguments and modifiers. */
final class LayerMapping {
    private static final List<String> JOINS = Catalogue.operators().stream()
            .filter(Operator::joins)
            .map(Operator::kind)
            .toList();

    /** The names of all arguments of all operators. */
    private static final Set<String> ARGUMENTS = Catalogue.operators().stream()
            .flatMap(operator -> operator.arguments().stream())
            .map(Argument::name)
            .collect(Collectors.toSet());

    private final LayerParser parser;
    private final Located.Mapping mapping;
    private final Problems problems;
    private boolean sound = true;

    LayerMapping(LayerParser parser, Located.Mapping mapping, Problems problems) {
        this.parser = parser;
        this.mapping = mapping;
        this.problems = problems;
    }

    /**
     * @param given the name under which the layer stands in a mapping
     * @param at where the layer begins
     */
    Layer parse(Optional<Template> given, Span at) {
        Optional<Template> name = given;
        Optional<Located.Entry> own = find("name");
        if (own.isPresent()) {
            if (given.isPresent()) {
                problems.add(
                        own.get().keyAt(), "duplicate-name", "the layer has a name already: its key", "remove 'name'");
            } else {
                name = text(own.get().value(), "name must be a text", "write a name, such as conv1")
                        .flatMap(text -> parser.template(text.text(), text.at()));
                sound &= name.isPresent();
            }
        }
        Optional<Layer.Body> body = body();
        if (body.isEmpty()) {
            return Layer.broken(at, name);
        }
        Optional<Located.Entry> loop = find("for");
        List<Layer.Each> each = loop.isPresent() ? each(loop.get()) : List.of();
        Optional<Located.Entry> sources = find("from");
        List<Layer.Reference> from = sources.isPresent() ? references(sources.get()) : List.of();
        return new Layer(at, name, written("when"), written("repeat"), each, from, body.get(), sound);
    }

    private Optional<Layer.Body> body() {
        List<Located.Entry> kinds = new ArrayList<>();
        for (Located.Entry entry : mapping.entries()) {
            if (Names.GROUPS.contains(entry.key()) || parser.isKind(entry.key())) {
                kinds.add(entry);
            }
        }
        if (kinds.isEmpty()) {
            reportNoKind();
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

    /** No key is an operator: the first that is neither a modifier nor an argument was probably meant to be one. */
    private void reportNoKind() {
        List<Located.Entry> others = others(List.of());
        Optional<Located.Entry> meant = others.stream()
                .filter(entry -> !ARGUMENTS.contains(entry.key()))
                .findFirst();
        if (meant.isEmpty()) {
            problems.add(
                    mapping.at(),
                    "missing-operator",
                    "this layer does not say what it is",
                    "add an operator such as relu, a block, layers, residual or branches");
            return;
        }
        String word = meant.get().key();
        boolean group = Meant.by(word, Names.GROUPS).isPresent();
        parser.reportUnknown(word, meant.get().keyAt(), group ? Names.GROUPS : parser.kinds());
    }

    private Layer.Body residual(Located.Entry kind) {
        Layer.Sequence body = parser.sequence(kind.key(), kind.value());
        if (body.layers().isEmpty()) {
            problems.add(
                    kind.value().at(),
                    "no-layers",
                    "this residual has no layers",
                    "write the layers whose output is added to what comes in");
        }
        Layer.Sequence shortcut = find("shortcut")
                .map(entry -> parser.sequence("shortcut", entry.value()))
                .orElseGet(() -> new Layer.Sequence(List.of()));
        return new Layer.Residual(kind.keyAt(), body, shortcut);
    }

    private Optional<Layer.Body> branches(Located.Entry kind) {
        List<Layer> paths = parser.entries("branches", kind.value());
        if (paths.isEmpty()) {
            problems.add(kind.value().at(), "no-branches", "these branches are empty", "write two paths or more");
            return Optional.empty();
        }
        Optional<Text> operator = join(kind);
        if (operator.isEmpty()) {
            return Optional.empty();
        }
        Written constant = new Written.Constant(
                operator.get().at(), new Value.Text(operator.get().text()));
        Layer.Call call = new Layer.Call(kind.keyAt(), constant, given(List.of("branches", "join")));
        sound &= parser.check(call);
        return Optional.of(new Layer.Branches(kind.keyAt(), paths, call));
    }

    private Optional<Text> join(Located.Entry kind) {
        Optional<Located.Entry> join = find("join");
        if (join.isEmpty()) {
            Optional<Located.Entry> misspelt = others(List.of("branches")).stream()
                    .filter(entry -> Meant.by(entry.key(), List.of("join")).isPresent())
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
                        "add join: " + String.join(", or join: ", JOINS));
            }
            return Optional.empty();
        }
        Optional<Text> operator = text(
                join.get().value(),
                "join must be the name of an operator",
                "write join: " + String.join(", or join: ", JOINS));
        if (operator.isPresent() && !JOINS.contains(operator.get().text())) {
            problems.add(
                    operator.get().at(),
                    "unknown-choice",
                    "join cannot be '" + Excerpt.of(operator.get().text()) + "'",
                    Meant.remedy(operator.get().text(), JOINS));
            return Optional.empty();
        }
        return operator;
    }

    private Optional<Layer.Body> call(Located.Entry kind) {
        if (kind.value() instanceof Located.Mapping arguments) {
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
            given.add(new Layer.Given(kind.keyAt(), "", Written.of(kind.value(), problems)));
        }
        given.addAll(given(List.of(kind.key())));
        Value.Text text = new Value.Text(kind.key());
        Written name = Written.of(new Located.Scalar(kind.keyAt(), kind.keyAt(), text), problems);
        Layer.Call call = new Layer.Call(kind.keyAt(), name, given);
        sound &= parser.check(call);
        return Optional.of(call);
    }

    private List<Layer.Given> given(List<String> own) {
        List<Layer.Given> given = new ArrayList<>();
        for (Located.Entry entry : others(own)) {
            given.add(new Layer.Given(entry.keyAt(), entry.key(), Written.of(entry.value(), problems)));
        }
        return given;
    }

    private List<Layer.Each> each(Located.Entry entry) {
        List<Layer.Each> lists = new ArrayList<>();
        if (!(entry.value() instanceof Located.Mapping variables)) {
            sound = false;
            if (!entry.value().isUnknown()) {
                problems.add(
                        entry.value().at(),
                        "wrong-type",
                        "for must be a mapping from variables to lists, but is "
                                + entry.value().described(),
                        "write for: {width: [64, 128], depth: [2, 2]}");
            }
            return lists;
        }
        for (Located.Entry variable : variables.entries()) {
            Names.remedyOfVariable(variable.key())
                    .ifPresent(remedy -> problems.add(
                            variable.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(variable.key()) + "' cannot be the name of a variable",
                            remedy));
            lists.add(new Layer.Each(variable.keyAt(), variable.key(), Written.of(variable.value(), problems)));
        }
        if (lists.isEmpty()) {
            sound = false;
            problems.add(variables.at(), "wrong-type", "for has no variable", "write for: {width: [64, 128]}");
        }
        return lists;
    }

    private List<Layer.Reference> references(Located.Entry entry) {
        List<Located> names = entry.value() instanceof Located.Items list ? list.items() : List.of(entry.value());
        List<Layer.Reference> references = new ArrayList<>();
        for (Located name : names) {
            text(name, "from must name a layer", "write from: conv1, or from: [conv1, conv2]")
                    .flatMap(text -> parser.template(text.text(), text.at())
                            .map(template -> new Layer.Reference(text.at(), template)))
                    .ifPresentOrElse(references::add, () -> sound = false);
        }
        if (names.isEmpty()) {
            sound = false;
            problems.add(
                    entry.value().at(),
                    "wrong-type",
                    "from names no layer",
                    "write the name of a layer, or remove 'from'");
        }
        return references;
    }

    private record Text(Span at, String text) {}

    /** The text of a name; a layer in a list is named by its number. */
    private Optional<Text> text(Located located, String must, String remedy) {
        if (located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Text text) {
            return Optional.of(new Text(scalar.textAt(), text.text()));
        }
        boolean number = located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Num;
        if (number && isLayerNumber((Located.Scalar) located)) {
            return Optional.of(new Text(located.at(), located.described()));
        }
        if (!located.isUnknown()) {
            problems.add(
                    located.at(),
                    "wrong-type",
                    must + ", but this is " + (number ? "a number" : located.described()),
                    number ? "put it in quotes" : remedy);
        }
        return Optional.empty();
    }

    private static boolean isLayerNumber(Located.Scalar scalar) {
        return scalar.value() instanceof Value.Num num && num.number().isWhole() && !scalar.pointed();
    }

    private Optional<Written> written(String key) {
        Optional<Located.Entry> entry = find(key);
        return entry.isPresent() ? Optional.of(Written.of(entry.get().value(), problems)) : Optional.empty();
    }

    private Optional<Located.Entry> find(String key) {
        for (Located.Entry entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The entries that are neither modifiers nor among {@code own}. */
    private List<Located.Entry> others(List<String> own) {
        List<Located.Entry> others = new ArrayList<>();
        for (Located.Entry entry : mapping.entries()) {
            if (!Names.MODIFIERS.contains(entry.key()) && !own.contains(entry.key())) {
                others.add(entry);
            }
        }
        return others;
    }

    private void refuseOthers(String kind, List<String> own) {
        List<String> known = new ArrayList<>(own);
        known.addAll(Names.MODIFIERS);
        for (Located.Entry entry : others(own)) {
            sound = false;
            problems.add(
                    entry.keyAt(),
                    "unknown-key",
                    "a layer with '" + kind + "' has no key '" + Excerpt.of(entry.key()) + "'",
                    Meant.remedy(entry.key(), known));
        }
    }
}
