package io.archmeter.spec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.located.Excerpt;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.flat.FlatCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** From the layers as they are written to the nodes of a graph: loops unrolled, groups joined, names given. */
final class Expander {
    /** How deep layers may be nested in each other, groups and blocks together. */
    static final int MOST_NESTED = 64;

    static final String JOIN_FIRST = "join them first with concat, add or multiply";

    private final Scope params;
    private final Problems problems;
    private final Steps steps;
    private final RepeatedNames loops;
    private final References references;
    private final GraphBuilder graph;
    private final Evaluator evaluator;
    private final Turns turns;
    private final Tensor input;
    private final Calls calls;
    private int nested;

    Expander(
            Map<String, Block> blocks,
            Scope params,
            Shape input,
            Span inputAt,
            Consumer<FlatCall> calls,
            Problems problems) {
        this.params = params;
        this.problems = problems;
        this.steps = new Steps(problems);
        this.loops = new RepeatedNames();
        this.references = new References(steps, loops, problems);
        this.graph = new GraphBuilder(input, inputAt, references, calls, problems);
        this.evaluator = new Evaluator(problems, steps);
        this.turns = new Turns(evaluator, steps, problems);
        this.calls = new Calls(blocks, params, this, evaluator, steps, graph, problems);
        this.input = Tensor.of(0, input);
    }

    /** The graph; throws all problems, if there are any. */
    Graph expand(String name, String title, Layer.Sequence layers, List<Layer> heads) {
        Level root = Level.root(input);
        Tensor output = sequence(layers.layers(), root, params, input);
        graph.beginHeads();
        List<Tensor> ends = new ArrayList<>();
        for (Layer head : heads) {
            ends.addAll(paths(head, root, params, input));
        }
        calls.report();
        return graph.build(name, title, output, ends, layers.layers().get(0).at());
    }

    /** Layers in sequence: each takes the output of the one before. */
    Tensor sequence(List<Layer> layers, Level level, Scope scope, Tensor in) {
        Tensor current = in;
        Tensor before = in;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (i > 0 && RepeatedCondition.changed(layers.get(i - 1), layer, scope, before, current)) {
                reportChanged(layer);
            }
            before = current;
            current = layer(layer, level, scope, current);
        }
        return current;
    }

    private void reportChanged(Layer layer) {
        problems.add(
                layer.when().orElseThrow().at(),
                "when-changed",
                "this condition held for the layer before, which has changed the channels, and holds no longer",
                "put both layers below one condition, {when: …, layers: [a, b]}, or into a block");
    }

    /** A layer in a sequence: each turn takes the output of the one before. */
    private Tensor layer(Layer layer, Level level, Scope scope, Tensor in) {
        Optional<String> module = moduleOfTurns(layer, scope);
        Level around = module.isPresent() ? module(module.get(), layer, level) : level;
        Tensor current = in;
        Optional<List<Turns.Row>> rows = turns.of(layer, scope, in);
        loops.enter(layer);
        for (Turns.Row row : rows.orElse(List.of())) {
            for (long i = 0; i < row.turns(); i++) {
                loops.turn();
                current = turn(layer, module.isPresent(), around, row.turn(i), current)
                        .orElse(current);
            }
        }
        loops.leave();
        if (rows.isEmpty()) {
            current = Tensor.UNKNOWN;
        }
        if (module.isPresent()) {
            references.finish(level.path(module.get()), current);
        }
        return current;
    }

    /** A layer among branches: each turn takes the same input. */
    private List<Tensor> paths(Layer layer, Level level, Scope scope, Tensor in) {
        Optional<String> module = moduleOfTurns(layer, scope);
        Level around = module.isPresent() ? module(module.get(), layer, level) : level;
        List<Tensor> outputs = new ArrayList<>();
        Optional<List<Turns.Row>> rows = turns.of(layer, scope, in);
        loops.enter(layer);
        for (Turns.Row row : rows.orElse(List.of())) {
            for (long i = 0; i < row.turns(); i++) {
                loops.turn();
                turn(layer, module.isPresent(), around, row.turn(i), in).ifPresent(outputs::add);
            }
        }
        loops.leave();
        return rows.isPresent() ? outputs : List.of(Tensor.UNKNOWN);
    }

    /** The turns of a loop under one fixed name are a module of that name, and numbered in it. */
    private Optional<String> moduleOfTurns(Layer layer, Scope scope) {
        boolean fixed =
                layer.loops() && layer.name().isPresent() && layer.name().get().isFixed();
        return fixed ? name(layer, scope, input) : Optional.empty();
    }

    private Level module(String name, Layer layer, Level level) {
        references.claim(level.path(name), nameAt(layer));
        return level.module(name);
    }

    /** One turn of a layer; empty where {@code when} says that it does not exist. */
    private Optional<Tensor> turn(Layer layer, boolean nameIsUsed, Level level, Scope scope, Tensor before) {
        steps.take(1, layer.at());
        Optional<String> name = nameIsUsed ? Optional.empty() : name(layer, scope, before);
        if (!nameIsUsed && layer.name().isPresent() && name.isEmpty()) {
            return Optional.of(Tensor.UNKNOWN);
        }
        String label = name.isPresent() ? level.path(name.get()) : "";
        if (layer.when().isPresent()) {
            Optional<Boolean> exists = exists(layer.when().get(), scope, before, label);
            if (exists.isEmpty()) {
                return Optional.of(Tensor.UNKNOWN);
            }
            if (!exists.get()) {
                if (name.isPresent()) {
                    references.leaveOut(label);
                }
                return Optional.empty();
            }
        }
        List<Tensor> inputs = inputs(layer, level, scope, before, label);
        if (!layer.sound()) {
            inputs = List.of(Tensor.UNKNOWN);
        }
        if (nested >= MOST_NESTED) {
            problems.add(
                    layer.at(),
                    "too-deep",
                    "layers are nested more than " + MOST_NESTED + " deep",
                    "use fewer levels of blocks and groups");
            problems.throwIfAny();
        }
        nested++;
        Tensor output = body(layer, name, level, scope, inputs);
        nested--;
        return Optional.of(layer.sound() ? output : Tensor.UNKNOWN);
    }

    private static Span nameAt(Layer layer) {
        return layer.name().map(Template::at).orElse(layer.at());
    }

    private Optional<Boolean> exists(Written when, Scope scope, Tensor in, String label) {
        Value value = evaluator.value(when, scope, in, label);
        if (value instanceof Value.Flag flag) {
            return Optional.of(flag.flag());
        }
        if (!(value instanceof Value.Unknown)) {
            graph.problem(
                    when.at(),
                    "wrong-type",
                    label,
                    "when must be true or false, but is " + value.described(),
                    Hint.onFlag(when, "write a comparison, such as =stride != 1"));
        }
        return Optional.empty();
    }

    private List<Tensor> inputs(Layer layer, Level level, Scope scope, Tensor before, String label) {
        if (layer.from().isEmpty()) {
            return List.of(before);
        }
        List<Tensor> inputs = new ArrayList<>();
        for (Layer.Reference reference : layer.from()) {
            inputs.add(evaluator
                    .text(reference.name(), scope, before)
                    .map(name -> references.resolve(name, reference.at(), level, label))
                    .orElse(Tensor.UNKNOWN));
        }
        return inputs;
    }

    private Tensor body(Layer layer, Optional<String> name, Level level, Scope scope, List<Tensor> inputs) {
        if (layer.body() instanceof Layer.Call call) {
            String own = name.isPresent() ? name.get() : level.nextNumber();
            references.claim(level.path(own), name.isPresent() ? nameAt(layer) : call.at());
            Tensor output = calls.call(call, own, level, scope, inputs);
            references.finish(level.path(own), output);
            return output;
        }
        if (inputs.size() > 1) {
            graph.problem(
                    layer.from().get(1).at(),
                    "too-many-inputs",
                    name.isPresent() ? level.path(name.get()) : "",
                    "a group takes one input, but " + inputs.size() + " come in",
                    JOIN_FIRST);
        }
        Level inner = name.isPresent() ? module(name.get(), layer, level) : level;
        Tensor output = group(layer.body(), inner, scope, inputs.size() > 1 ? Tensor.UNKNOWN : inputs.get(0));
        if (name.isPresent()) {
            references.finish(level.path(name.get()), output);
        }
        return output;
    }

    private Tensor group(Layer.Body body, Level level, Scope scope, Tensor in) {
        if (body instanceof Layer.Residual residual) {
            Tensor transformed = sequence(residual.body().layers(), level, scope, in);
            Tensor shortcut = sequence(residual.shortcut().layers(), level, scope, in);
            Layer.Call add = new Layer.Call(
                    residual.at(), new Written.Constant(residual.at(), new Value.Text("add")), List.of());
            return join(add, level, scope, List.of(transformed, shortcut));
        }
        if (body instanceof Layer.Branches branches) {
            List<Tensor> outputs = new ArrayList<>();
            branches.paths().forEach(path -> outputs.addAll(paths(path, level, scope, in)));
            if (outputs.isEmpty()) {
                problems.add(
                        branches.at(),
                        "no-branches",
                        "none of the branches exists",
                        "let at least one have no 'when', or one that is true");
                return Tensor.UNKNOWN;
            }
            return outputs.size() == 1 ? outputs.get(0) : join(branches.join(), level, scope, outputs);
        }
        return sequence(((Layer.Sequence) body).layers(), level, scope, in);
    }

    private Tensor join(Layer.Call join, Level level, Scope scope, List<Tensor> inputs) {
        String kind = ((Value.Text) join.kind().value()).text();
        String path = references.free(level, kind);
        references.claim(path, join.at());
        return new OperatorCall(Catalogue.find(kind).orElseThrow(), join, path, scope, evaluator, graph).add(inputs);
    }

    private Optional<String> name(Layer layer, Scope scope, Tensor in) {
        if (layer.name().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = evaluator.text(layer.name().get(), scope, in);
        Optional<String> remedy = name.flatMap(Names::remedyOfLayer);
        if (remedy.isEmpty()) {
            return name;
        }
        problems.add(
                nameAt(layer),
                "wrong-name",
                "'" + Excerpt.of(name.orElseThrow()) + "' cannot be the name of a layer",
                remedy.get());
        return Optional.empty();
    }
}
