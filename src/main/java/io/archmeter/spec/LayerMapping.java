package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer that is written as a mapping: one key says what it is, the others are its arguments and modifiers. */
final class LayerMapping {
    private static final List<String> JOINS = Catalogue.operators().stream()
            .filter(Operator::joins)
            .map(Operator::kind)
            .toList();

    private final LayerParser parser;
    private final Located.Mapping mapping;
    private final Problems problems;

    LayerMapping(LayerParser parser, Located.Mapping mapping, Problems problems) {
        this.parser = parser;
        this.mapping = mapping;
        this.problems = problems;
    }

    /**
     * @param given the name under which the layer stands in a mapping
     * @param at where the layer begins
     */
    Optional<Layer> parse(Optional<Template> given, Span at) {
        Optional<Template> name = given;
        Optional<Located.Entry> own = find("name");
        if (own.isPresent()) {
            if (given.isPresent()) {
                problems.add(
                        own.get().keyAt(), "duplicate-name", "the layer has a name already: its key", "remove 'name'");
            } else {
                name = text(own.get().value()).flatMap(text -> parser.template(text.text(), text.at()));
            }
        }
        Optional<Template> named = name;
        return body().map(body -> new Layer(
                at,
                named,
                written("when"),
                written("repeat"),
                find("for").map(this::each).orElse(List.of()),
                find("from").map(this::references).orElse(List.of()),
                body));
    }

    private Optional<Layer.Body> body() {
        List<Located.Entry> kinds = new ArrayList<>();
        for (Located.Entry entry : mapping.entries()) {
            if (Names.GROUPS.contains(entry.key()) || parser.isKind(entry.key())) {
                kinds.add(entry);
            }
        }
        if (kinds.isEmpty()) {
            return Optional.of(unknown());
        }
        Located.Entry kind = kinds.get(0);
        if (kinds.size() > 1) {
            Located.Entry second = kinds.get(1);
            problems.add(
                    second.keyAt(),
                    "several-operators",
                    "a layer is one thing, but this is " + kind.key() + " and " + second.key(),
                    "write two layers; the first may be '" + kind.key() + "'");
            return Optional.empty();
        }
        return switch (kind.key()) {
            case "layers" -> {
                refuseOthers("layers", List.of("layers"));
                yield Optional.of(parser.sequence(kind.value()));
            }
            case "residual" -> {
                refuseOthers("residual", List.of("residual", "shortcut"));
                yield Optional.of(residual(kind));
            }
            case "branches" -> branches(kind);
            default -> Optional.of(call(kind));
        };
    }

    /** No key is an operator: the first that is no modifier was probably meant to be one. */
    private Layer.Body unknown() {
        for (Located.Entry entry : mapping.entries()) {
            if (!Names.MODIFIERS.contains(entry.key())) {
                Written kind = new Written.Constant(entry.keyAt(), new Value.Text(entry.key()));
                return parser.checked(new Layer.Call(entry.keyAt(), kind, List.of()));
            }
        }
        problems.add(
                mapping.at(),
                "missing-operator",
                "the layer says nothing of what it is",
                "give it an operator, a block, layers, residual or branches");
        return new Layer.Sequence(List.of());
    }

    private Layer.Body residual(Located.Entry kind) {
        Layer.Sequence body = parser.sequence(kind.value());
        if (body.layers().isEmpty()) {
            problems.add(
                    kind.value().at(), "no-layers", "a residual without layers", "write the layers that are added");
        }
        Layer.Sequence shortcut = find("shortcut")
                .map(entry -> parser.sequence(entry.value()))
                .orElseGet(() -> new Layer.Sequence(List.of()));
        return new Layer.Residual(kind.keyAt(), body, shortcut);
    }

    private Optional<Layer.Body> branches(Located.Entry kind) {
        List<Layer> paths = parser.entries(kind.value());
        Optional<Located.Entry> join = find("join");
        if (join.isEmpty()) {
            problems.add(
                    kind.keyAt(),
                    "missing-argument",
                    "branches need a join",
                    "add join: " + String.join(", or join: ", JOINS));
            return Optional.empty();
        }
        Optional<Text> operator = text(join.get().value());
        if (operator.isEmpty()) {
            return Optional.empty();
        }
        String word = operator.get().text();
        if (!JOINS.contains(word)) {
            problems.add(
                    operator.get().at(),
                    "unknown-choice",
                    "join cannot be '" + word + "'",
                    Nearest.remedy(word, JOINS));
            return Optional.empty();
        }
        List<Layer.Given> given = new ArrayList<>();
        for (Located.Entry entry : others(List.of("branches", "join"))) {
            given.add(new Layer.Given(entry.keyAt(), entry.key(), Written.of(entry.value(), problems)));
        }
        Written constant = new Written.Constant(operator.get().at(), new Value.Text(word));
        Layer.Call call = parser.checked(new Layer.Call(kind.keyAt(), constant, given));
        return Optional.of(new Layer.Branches(kind.keyAt(), paths, call));
    }

    private Layer.Body call(Located.Entry kind) {
        if (kind.value() instanceof Located.Mapping) {
            problems.add(
                    kind.value().at(),
                    "wrong-type",
                    "the value of '" + kind.key() + "' is a mapping",
                    "write the arguments beside it: {" + kind.key() + ": …, argument: …}; layers that have names of"
                            + " operators belong below 'layers:'");
            return new Layer.Sequence(List.of());
        }
        List<Layer.Given> given = new ArrayList<>();
        Written usual = Written.of(kind.value(), problems);
        if (CallCheck.isGiven(usual)) {
            given.add(new Layer.Given(kind.keyAt(), "", usual));
        }
        for (Located.Entry entry : others(List.of(kind.key()))) {
            given.add(new Layer.Given(entry.keyAt(), entry.key(), Written.of(entry.value(), problems)));
        }
        Value.Text text = new Value.Text(kind.key());
        Written name = Written.of(new Located.Scalar(kind.keyAt(), kind.keyAt(), text), problems);
        return parser.checked(new Layer.Call(kind.keyAt(), name, given));
    }

    private List<Layer.Each> each(Located.Entry entry) {
        List<Layer.Each> lists = new ArrayList<>();
        if (!(entry.value() instanceof Located.Mapping variables)) {
            problems.add(
                    entry.value().at(),
                    "wrong-type",
                    "for must be a mapping from variables to lists",
                    "write for: {width: [64, 128], depth: [2, 2]}");
            return lists;
        }
        for (Located.Entry variable : variables.entries()) {
            if (!Names.isVariable(variable.key())) {
                problems.add(
                        variable.keyAt(),
                        "wrong-name",
                        "'" + variable.key() + "' cannot be the name of a variable",
                        "use letters, digits and '_', and no word of the language");
            }
            lists.add(new Layer.Each(variable.keyAt(), variable.key(), Written.of(variable.value(), problems)));
        }
        return lists;
    }

    private List<Layer.Reference> references(Located.Entry entry) {
        List<Located> names = entry.value() instanceof Located.Items list ? list.items() : List.of(entry.value());
        List<Layer.Reference> references = new ArrayList<>();
        for (Located name : names) {
            text(name)
                    .flatMap(text -> parser.template(text.text(), text.at())
                            .map(template -> new Layer.Reference(text.at(), template)))
                    .ifPresent(references::add);
        }
        if (names.isEmpty()) {
            problems.add(
                    entry.value().at(), "wrong-type", "from names no layer", "name one or more layers, or remove it");
        }
        return references;
    }

    private record Text(Span at, String text) {}

    private Optional<Text> text(Located located) {
        if (located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Text text) {
            return Optional.of(new Text(scalar.textAt(), text.text()));
        }
        if (located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Num num) {
            return Optional.of(new Text(scalar.textAt(), num.described()));
        }
        problems.add(located.at(), "wrong-type", "a name must be a text", "write the name of a layer");
        return Optional.empty();
    }

    private Optional<Written> written(String key) {
        return find(key).map(entry -> Written.of(entry.value(), problems));
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
            problems.add(
                    entry.keyAt(),
                    "unknown-key",
                    "a layer with '" + kind + "' has no key '" + entry.key() + "'",
                    Nearest.remedy(entry.key(), known));
        }
    }
}
