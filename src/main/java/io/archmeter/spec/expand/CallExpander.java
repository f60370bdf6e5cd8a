package io.archmeter.spec.expand;

import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorWords;
import io.archmeter.op.Trait;
import io.archmeter.problem.Problems;
import io.archmeter.spec.Block;
import io.archmeter.spec.CallCheck;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.Param;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expands what stands for a layer by its name: an operator becomes a node, a block its layers. */
final class CallExpander {
    private final Map<String, Block> blocks;
    private final Scope params;
    private final ImportedParams importedParams;
    private final Expander layers;
    private final Evaluator evaluator;
    private final ExpansionSteps steps;
    private final GraphBuilder graph;
    private final Problems problems;
    private final Deque<String> callers = new ArrayDeque<>();

    /** @param params of the model, which its own blocks see */
    CallExpander(
            Map<String, Block> blocks,
            Scope params,
            Expander layers,
            Evaluator evaluator,
            ExpansionSteps steps,
            GraphBuilder graph,
            Problems problems) {
        this.blocks = blocks;
        this.params = params;
        this.importedParams = new ImportedParams(params, problems);
        this.layers = layers;
        this.evaluator = evaluator;
        this.steps = steps;
        this.graph = graph;
        this.problems = problems;
    }

    /** What the operator or block of a layer puts out; {@code name} is the layer's within its level, and {@code path} that of the graph. */
    LayerOutput call(Layer layer, String name, String path, NameScope level, Scope scope, List<LayerOutput> inputs) {
        Layer.Call call = (Layer.Call) layer.body();
        PlainValue kind = evaluator.value(call.kind(), scope, inputs.get(0), path);
        if (kind instanceof PlainValue.Text text) {
            Optional<Block> block = meant(text.text());
            if (block.isPresent()) {
                refuseStatements(layer, path);
                return block(block.get(), call, level.block(name, inputs.get(0)), path, scope, inputs);
            }
            Optional<Operator> operator = Catalogue.find(text.text());
            if (operator.isPresent()) {
                return operator(operator.get(), layer, path, scope, given(operator.get(), layer, path, inputs));
            }
        }
        boolean reported = kind instanceof PlainValue.Unknown || call.kind() instanceof Unevaluated.Constant;
        if (!reported) {
            graph.problem(
                    call.kind().at(),
                    "unknown-operator",
                    path,
                    "this gives " + kind.described() + ", which is no operator or block",
                    kind instanceof PlainValue.Text text
                            ? OperatorWords.remedy(text.text(), Names.kinds(blocks.keySet()))
                            : "let it give the name of an operator or a block");
        }
        return LayerOutput.UNKNOWN;
    }

    private Optional<Block> meant(String name) {
        return Block.find(
                name,
                blocks,
                callers.isEmpty()
                        ? Optional.empty()
                        : blocks.get(callers.peek()).imported());
    }

    /** Reports what only the end shows to be missing. */
    void report() {
        importedParams.report();
    }

    /** A block or a group takes something, and has no weights of its own. */
    void refuseStatements(Layer layer, String path) {
        refuseAlone(layer, path);
        layer.said()
                .stored()
                .ifPresent(stored -> graph.problem(
                        stored.keyAt(),
                        "no-weights",
                        path,
                        "is a group, and has no weights of its own",
                        "say at its layers what is stored for them"));
    }

    private void refuseAlone(Layer layer, String path) {
        layer.said()
                .alone()
                .ifPresent(at -> graph.problem(
                        at,
                        "wrong-type",
                        path,
                        "from names no layer",
                        "write the name of a layer, or remove 'from'; a custom layer alone may take nothing"));
    }

    /** What an operator is given; one that takes nothing sees what stands before it in expressions alone. */
    private List<LayerOutput> given(Operator operator, Layer layer, String path, List<LayerOutput> inputs) {
        if (layer.said().alone().isPresent() && !operator.traits().contains(Trait.DECLARED)) {
            refuseAlone(layer, path);
            return List.of(LayerOutput.UNKNOWN);
        }
        if (!operator.traits().contains(Trait.SOURCE) || layer.from().isEmpty()) {
            return inputs;
        }
        graph.problem(
                layer.from().get(0).at(),
                "too-many-inputs",
                path,
                operator.kind() + " takes no input",
                "remove 'from'");
        return List.of(LayerOutput.UNKNOWN);
    }

    private LayerOutput operator(Operator operator, Layer layer, String path, Scope scope, List<LayerOutput> inputs) {
        Layer.Call call = (Layer.Call) layer.body();
        boolean sound = call.kind() instanceof Unevaluated.Constant || CallCheck.operator(operator, call, problems);
        return new OperatorCall(operator, call, layer.said(), path, scope, evaluator, graph)
                .add(sound ? inputs : List.of(LayerOutput.UNKNOWN));
    }

    private LayerOutput block(
            Block block, Layer.Call call, NameScope level, String path, Scope scope, List<LayerOutput> inputs) {
        boolean computed = !(call.kind() instanceof Unevaluated.Constant);
        if (callers.contains(block.name())) {
            if (computed) {
                graph.problem(
                        call.at(),
                        "recursive-block",
                        path,
                        "block " + block.name() + " uses itself",
                        block.remedyOfRecursion());
            }
            return LayerOutput.UNKNOWN;
        }
        if (inputs.size() > 1) {
            graph.problem(
                    call.at(),
                    "too-many-inputs",
                    path,
                    "a block takes one input, but " + inputs.size() + " come in",
                    Expander.JOIN_FIRST);
        }
        boolean sound = inputs.size() == 1 && (!computed || CallCheck.block(block, call, problems));
        LayerOutput in = sound ? inputs.get(0) : LayerOutput.UNKNOWN;
        Scope own = block.imported()
                .map(imported -> Scope.within(importedParams.of(imported)))
                .orElse(params)
                .hiding(scope);
        steps.take(block.params().size(), call.at());
        for (Param param : block.params()) {
            own = own.with(param.name(), argument(param, block, call, scope, own, in, path));
        }
        callers.push(block.name());
        graph.enterBlock(call.at());
        LayerOutput output = layers.sequence(block.layers().layers(), level, own, in);
        graph.leaveBlock();
        callers.pop();
        return sound ? output : LayerOutput.UNKNOWN;
    }

    private PlainValue argument(
            Param param, Block block, Layer.Call call, Scope scope, Scope own, LayerOutput in, String path) {
        boolean usual = block.params().get(0) == param;
        for (Layer.Given given : call.given()) {
            if (given.name().equals(param.name()) || (given.name().isEmpty() && usual)) {
                return evaluator.value(given.value(), scope, in, path);
            }
        }
        return param.fallback().isPresent()
                ? evaluator.value(param.fallback().get(), own, in, path)
                : new PlainValue.Unknown();
    }
}
