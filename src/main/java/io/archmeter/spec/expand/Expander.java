package io.archmeter.spec.expand;

import io.archmeter.graph.Graph;
import io.archmeter.op.Catalogue;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Block;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.flat.FlatCall;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** From the layers as they are written to the nodes of a graph: loops unrolled, groups joined, names given. */
public final class Expander {
    static final String JOIN_FIRST = "join them first with concat, add or multiply";

    private final Scope params;
    private final Problems problems;
    private final ExpansionSteps steps;
    private final RepeatedNames loops;
    private final References references;
    private final GraphBuilder graph;
    private final Evaluator evaluator;
    private final LoopUnroller turns;
    private final LayerOutput input;
    private final CallExpander calls;
    private int nested;

    Expander(
            Map<String, Block> blocks,
            Scope params,
            List<InputTensor> inputs,
            Consumer<FlatCall> calls,
            Problems problems) {
        this.params = params;
        this.problems = problems;
        this.steps = new ExpansionSteps(problems);
        this.loops = new RepeatedNames();
        this.references = new References(steps, loops, problems);
        this.graph = new GraphBuilder(references, calls, problems);
        this.evaluator = new Evaluator(problems, steps);
        this.turns = new LoopUnroller(evaluator, steps, problems);
        this.calls = new CallExpander(blocks, params, this, evaluator, steps, graph, problems);
        inputs.forEach(graph::addInput);
        this.input = LayerOutput.of(0, inputs.get(0).shape());
    }

    /**
     * The graph; throws all problems, if there are any.
     *
     * @param outputs the layers whose outputs are those of the network; none: it is that of the last one
     */
    Graph expand(String name, String title, Layer.Sequence layers, List<Layer.Reference> outputs, List<Layer> heads) {
        NameScope root = NameScope.root(input);
        LayerOutput output = sequence(layers.layers(), root, params, input);
        graph.beginHeads();
        List<LayerOutput> ends = new ArrayList<>();
        for (Layer head : heads) {
            ends.addAll(paths(head, root, params, input));
        }
        calls.report();
        List<LayerOutput> all = outputs.isEmpty()
                ? List.of(output)
                : new NetworkOutputs(references, evaluator, graph).of(outputs, root, params);
        return graph.build(name, title, all, ends, layers.layers().get(0).at());
    }

    /** Layers in sequence: each takes the output of the one before. */
    LayerOutput sequence(List<Layer> layers, NameScope level, Scope scope, LayerOutput in) {
        LayerOutput current = in;
        LayerOutput before = in;
        Optional<Layer> last = Optional.empty();
        for (Layer layer : layers) {
            if (last.isPresent() && RepeatedCondition.changed(last.get(), layer, scope, before, current)) {
                reportChanged(layer);
            }
            before = current;
            current = layer(layer, level, scope, current);
            last = Optional.of(layer);
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
    private LayerOutput layer(Layer layer, NameScope level, Scope scope, LayerOutput in) {
        Optional<String> module = moduleOfTurns(layer, scope);
        NameScope around = module.isPresent() ? module(module.get(), layer, level) : level;
        LayerOutput current = in;
        Optional<List<LoopUnroller.Row>> rows = turns.of(layer, scope, in);
        loops.enter(layer);
        for (LoopUnroller.Row row : rows.orElse(List.of())) {
            for (long i = 0; i < row.turns(); i++) {
                loops.turn();
                current = turn(layer, module.isPresent(), around, row.turn(i), current)
                        .orElse(current);
            }
        }
        loops.leave();
        if (rows.isEmpty()) {
            current = LayerOutput.UNKNOWN;
        }
        if (module.isPresent()) {
            references.finish(level.path(module.get()), current);
        }
        return current;
    }

    /** A layer among branches: each turn takes the same input. */
    private List<LayerOutput> paths(Layer layer, NameScope level, Scope scope, LayerOutput in) {
        Optional<String> module = moduleOfTurns(layer, scope);
        NameScope around = module.isPresent() ? module(module.get(), layer, level) : level;
        List<LayerOutput> outputs = new ArrayList<>();
        Optional<List<LoopUnroller.Row>> rows = turns.of(layer, scope, in);
        loops.enter(layer);
        for (LoopUnroller.Row row : rows.orElse(List.of())) {
            for (long i = 0; i < row.turns(); i++) {
                loops.turn();
                turn(layer, module.isPresent(), around, row.turn(i), in).ifPresent(outputs::add);
            }
        }
        loops.leave();
        return rows.isPresent() ? outputs : List.of(LayerOutput.UNKNOWN);
    }

    /** The turns of a loop under one fixed name are a module of that name, and numbered in it. */
    private Optional<String> moduleOfTurns(Layer layer, Scope scope) {
        boolean fixed =
                layer.loops() && layer.name().isPresent() && layer.name().get().isFixed();
        return fixed ? name(layer, scope, input) : Optional.empty();
    }

    private NameScope module(String name, Layer layer, NameScope level) {
        references.claim(level.path(name), nameAt(layer));
        return level.module(name);
    }

    /** One turn of a layer; empty where {@code when} says that it does not exist. */
    private Optional<LayerOutput> turn(
            Layer layer, boolean nameIsUsed, NameScope level, Scope scope, LayerOutput before) {
        steps.take(1, layer.at());
        Optional<String> name = nameIsUsed ? Optional.empty() : name(layer, scope, before);
        if (!nameIsUsed && layer.name().isPresent() && name.isEmpty()) {
            return Optional.of(LayerOutput.UNKNOWN);
        }
        String label = name.isPresent() ? level.path(name.get()) : "";
        if (layer.when().isPresent()) {
            Optional<Boolean> exists = flag("when", layer.when().get(), scope, before, label);
            if (exists.isEmpty()) {
                return Optional.of(LayerOutput.UNKNOWN);
            }
            if (!exists.get()) {
                if (name.isPresent()) {
                    references.leaveOut(label);
                }
                return Optional.empty();
            }
        }
        List<LayerOutput> inputs = inputs(layer, level, scope, before, label);
        if (!layer.sound()) {
            inputs = List.of(LayerOutput.UNKNOWN);
        }
        if (nested >= Layer.MOST_NESTED) {
            problems.add(
                    layer.at(),
                    "too-deep",
                    "layers are nested more than " + Layer.MOST_NESTED + " deep",
                    "use fewer levels of blocks and groups");
            problems.throwIfAny();
        }
        nested++;
        boolean around = graph.callsFunctions();
        layer.said()
                .functional()
                .flatMap(written -> flag("functional", written, scope, before, label))
                .ifPresent(graph::callFunctions);
        LayerOutput output = body(layer, name, level, scope, inputs);
        graph.callFunctions(around);
        nested--;
        if (layer.said().unused()) {
            graph.leave(output);
        }
        return Optional.of(layer.sound() ? output : LayerOutput.UNKNOWN);
    }

    private static Span nameAt(Layer layer) {
        return layer.name().map(Template::at).orElse(layer.at());
    }

    private Optional<Boolean> flag(String key, Unevaluated written, Scope scope, LayerOutput in, String label) {
        PlainValue value = evaluator.value(written, scope, in, label);
        if (value instanceof PlainValue.Flag flag) {
            return Optional.of(flag.flag());
        }
        if (!(value instanceof PlainValue.Unknown)) {
            graph.problem(
                    written.at(),
                    "wrong-type",
                    label,
                    key + " must be true or false, but is " + value.described(),
                    TypeHint.onFlag(written, "write a comparison, such as =stride != 1"));
        }
        return Optional.empty();
    }

    private List<LayerOutput> inputs(Layer layer, NameScope level, Scope scope, LayerOutput before, String label) {
        if (layer.from().isEmpty()) {
            return List.of(before);
        }
        List<LayerOutput> inputs = new ArrayList<>();
        for (Layer.Reference reference : layer.from()) {
            inputs.add(evaluator
                    .text(reference.name(), scope, before)
                    .map(name -> references.resolve(name, reference.at(), level, label))
                    .orElse(LayerOutput.UNKNOWN));
        }
        return inputs;
    }

    private LayerOutput body(
            Layer layer, Optional<String> name, NameScope level, Scope scope, List<LayerOutput> inputs) {
        if (layer.body() instanceof Layer.Call call) {
            String own = name.isPresent() ? name.get() : level.nextNumber();
            String path = level.path(own);
            references.claim(path, name.isPresent() ? nameAt(layer) : call.at());
            Optional<String> source = sourceOfWeights(layer, path, level, scope, inputs.get(0));
            boolean shares = sharesWeights(layer, path, level, scope, inputs.get(0));
            LayerOutput output = calls.call(layer, own, path, level, scope, inputs);
            source.ifPresent(entered -> graph.sharing().leave());
            if (shares) {
                graph.sharing().leave();
            }
            references.finish(path, output);
            return output;
        }
        calls.refuseStatements(layer, name.isPresent() ? level.path(name.get()) : "");
        if (!layer.shared().isEmpty()) {
            graph.problem(
                    layer.shared().get(0).at(),
                    "no-weights",
                    name.isPresent() ? level.path(name.get()) : "",
                    "is a group, and has no weights of its own",
                    "name them at its layers");
        }
        if (inputs.size() > 1) {
            graph.problem(
                    layer.from().get(1).at(),
                    "too-many-inputs",
                    name.isPresent() ? level.path(name.get()) : "",
                    "a group takes one input, but " + inputs.size() + " come in",
                    JOIN_FIRST);
        }
        NameScope inner = name.isPresent() ? module(name.get(), layer, level) : level;
        Optional<String> source = sourceOfWeights(layer, inner.module(), level, scope, inputs.get(0));
        LayerOutput output = group(layer.body(), inner, scope, inputs.size() > 1 ? LayerOutput.UNKNOWN : inputs.get(0));
        source.ifPresent(entered -> graph.sharing().leave());
        if (name.isPresent()) {
            references.finish(level.path(name.get()), output);
        }
        return output;
    }

    /** The path of the layer, block or group whose weights are taken from now on; empty where these are its own. */
    private Optional<String> sourceOfWeights(Layer layer, String path, NameScope level, Scope scope, LayerOutput in) {
        if (layer.weights().isEmpty()) {
            return Optional.empty();
        }
        Layer.Reference weights = layer.weights().get();
        Optional<String> source = evaluator
                .text(weights.name(), scope, in)
                .flatMap(name -> references.resolveWeights(name, weights.at(), level, path));
        source.ifPresent(found -> graph.sharing().enter(path, found, weights.at()));
        return source;
    }

    /** Whether single weights of others are taken by the layer that comes now. */
    private boolean sharesWeights(Layer layer, String path, NameScope level, Scope scope, LayerOutput in) {
        List<WeightSharing.Part> parts = new ArrayList<>();
        for (Layer.SharedWeight weight : layer.shared()) {
            Layer.Reference written = weight.source();
            Optional<String> name = evaluator.text(written.name(), scope, in);
            Optional<String> whole = name.flatMap(text -> references.known(text, level));
            if (whole.filter(graph.sharing()::isTensor).isPresent()) {
                parts.add(WeightSharing.Part.whole(weight.name(), whole.get(), written.at()));
                continue;
            }
            int dot = name.map(text -> text.lastIndexOf('.')).orElse(-1);
            if (name.isPresent() && dot < 0) {
                graph.problem(
                        written.at(),
                        "wrong-type",
                        path,
                        "'" + name.get() + "' names no weight of a layer",
                        "write the layer and its weight, such as " + name.get() + "." + weight.name());
            }
            if (dot >= 0) {
                String source = name.get().substring(dot + 1);
                references
                        .resolveWeights(name.get().substring(0, dot), written.at(), level, path)
                        .ifPresent(
                                found -> parts.add(new WeightSharing.Part(weight.name(), found, source, written.at())));
            }
        }
        if (!parts.isEmpty()) {
            graph.sharing().enter(path, parts);
        }
        return !parts.isEmpty();
    }

    private LayerOutput group(Layer.Body body, NameScope level, Scope scope, LayerOutput in) {
        if (body instanceof Layer.Residual residual) {
            LayerOutput transformed = sequence(residual.body().layers(), level, scope, in);
            LayerOutput shortcut = sequence(residual.shortcut().layers(), level, scope, in);
            Layer.Call add = new Layer.Call(
                    residual.at(), new Unevaluated.Constant(residual.at(), new PlainValue.Text("add")), List.of());
            return join(add, level, scope, List.of(transformed, shortcut));
        }
        if (body instanceof Layer.Branches branches) {
            List<LayerOutput> outputs = new ArrayList<>();
            branches.paths().forEach(path -> outputs.addAll(paths(path, level, scope, in)));
            if (outputs.isEmpty()) {
                problems.add(
                        branches.at(),
                        "no-branches",
                        "none of the branches exists",
                        "let at least one have no 'when', or one that is true");
                return LayerOutput.UNKNOWN;
            }
            return outputs.size() == 1 ? outputs.get(0) : join(branches.join(), level, scope, outputs);
        }
        return sequence(((Layer.Sequence) body).layers(), level, scope, in);
    }

    private LayerOutput join(Layer.Call join, NameScope level, Scope scope, List<LayerOutput> inputs) {
        String kind = ((PlainValue.Text) join.kind().value()).text();
        String path = references.free(level, kind);
        references.claim(path, join.at());
        LayerOutput output = new OperatorCall(
                        Catalogue.find(kind).orElseThrow(), join, Layer.Statements.NONE, path, scope, evaluator, graph)
                .add(inputs);
        references.finish(path, output);
        return output;
    }

    private Optional<String> name(Layer layer, Scope scope, LayerOutput in) {
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
