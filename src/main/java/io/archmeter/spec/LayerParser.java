package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** From the entries of a file to layers as they are written. Knows which names are operators and which are blocks. */
final class LayerParser {
    private final Map<String, Block> blocks;
    private final Collection<String> blockNames;
    private final Problems problems;

    /**
     * @param blockNames all blocks, those that are still to be parsed among them
     * @param blocks the blocks whose params are known
     */
    LayerParser(Collection<String> blockNames, Map<String, Block> blocks, Problems problems) {
        this.blockNames = blockNames;
        this.blocks = blocks;
        this.problems = problems;
    }

    /** Layers behind each other: a mapping from names to layers, or a list. */
    Layer.Sequence sequence(Located located) {
        return new Layer.Sequence(entries(located));
    }

    /** The layers of a mapping or a list. */
    List<Layer> entries(Located located) {
        List<Layer> layers = new ArrayList<>();
        if (located instanceof Located.Items list) {
            list.items()
                    .forEach(item -> layer(Optional.empty(), item.at(), item).ifPresent(layers::add));
        } else if (located instanceof Located.Mapping mapping) {
            for (Located.Entry entry : mapping.entries()) {
                Optional<Template> name = template(entry.key(), entry.keyAt());
                name.flatMap(given -> layer(Optional.of(given), entry.keyAt(), entry.value()))
                        .ifPresent(layers::add);
            }
        } else {
            problems.add(
                    located.at(),
                    "wrong-type",
                    "layers must be a mapping from names to layers, or a list",
                    "write [" + described(located) + "] or name: " + described(located));
        }
        return layers;
    }

    private Optional<Layer> layer(Optional<Template> name, Span at, Located located) {
        if (located instanceof Located.Mapping mapping) {
            return new LayerMapping(this, mapping, problems).parse(name, at);
        }
        Optional<Layer.Body> body = located instanceof Located.Items ? Optional.of(sequence(located)) : call(located);
        return body.map(
                parsed -> new Layer(at, name, Optional.empty(), Optional.empty(), List.of(), List.of(), parsed));
    }

    /** An operator or block that is written alone. */
    private Optional<Layer.Body> call(Located located) {
        Value value = ((Located.Scalar) located).value();
        if (!(value instanceof Value.Text)) {
            problems.add(
                    located.at(),
                    "wrong-type",
                    "a layer must be the name of an operator or block, or a mapping with one, but is "
                            + value.described(),
                    "write relu, or {conv: 64, kernel: 3}");
            return Optional.empty();
        }
        return Optional.of(checked(new Layer.Call(located.at(), Written.of(located, problems), List.of())));
    }

    /** The call, after its keys were held against the operator's or block's arguments. */
    Layer.Call checked(Layer.Call call) {
        if (!(call.kind() instanceof Written.Constant constant && constant.value() instanceof Value.Text text)) {
            return call;
        }
        String kind = text.text();
        if (blocks.containsKey(kind)) {
            CallCheck.block(blocks.get(kind), call, problems);
        } else if (Catalogue.find(kind).isPresent()) {
            CallCheck.operator(Catalogue.find(kind).get(), call, problems);
        } else if (!blockNames.contains(kind)) {
            problems.add(
                    call.kind().at(),
                    "unknown-operator",
                    "there is no operator or block '" + kind + "'",
                    Nearest.remedy(kind, kinds()));
            return new Layer.Call(call.at(), new Written.Constant(call.kind().at(), new Value.Unknown()), call.given());
        }
        return call;
    }

    boolean isKind(String key) {
        return key.startsWith("=")
                || blockNames.contains(key)
                || Catalogue.find(key).isPresent();
    }

    private TreeSet<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>(Catalogue.kinds());
        kinds.addAll(blockNames);
        return kinds;
    }

    Optional<Template> template(String text, Span at) {
        try {
            return Optional.of(Template.parse(text, at));
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private static String described(Located located) {
        return located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Text text
                ? text.text()
                : "relu";
    }
}
