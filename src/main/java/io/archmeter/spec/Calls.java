package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.OperatorWords;
import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expands what stands for a layer by its name: an operator becomes a node, a block its layers. */
final class Calls {
    private final Map<String, Block> blocks;
    private final Scope params;
    private final ImportedParams importedParams;
    private final Expander layers;
    private final Evaluator evaluator;
    private final Steps steps;
    private final GraphBuilder graph;
    private final Problems problems;
    private final Deque<String> callers = new ArrayDeque<>();

    /** @param params of the model, which its own blocks see */
    Calls(
            Map<String, Block> blocks,
            Scope params,
            Expander layers,
            Evaluator evaluator,
            Steps steps,
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

    /** What the operator or block of a layer puts out; {@code name} is the layer's within its level. */
    Tensor call(Layer.Call call, String name, Level level, Scope scope, List<Tensor> inputs) {
        String path = level.path(name);
        Value kind = evaluator.value(call.kind(), scope, inputs.get(0), path);
        if (kind instanceof Value.Text text) {
            if (blocks.containsKey(text.text())) {
                return block(blocks.get(text.text()), call, level.block(name, inputs.get(0)), path, scope, inputs);
            }
            Optional<Operator> operator = Catalogue.find(text.text());
            if (operator.isPresent()) {
                return operator(operator.get(), call, path, scope, inputs);
            }
        }
        boolean reported = kind instanceof Value.Unknown || call.kind() instanceof Written.Constant;
        if (!reported) {
            graph.problem(
                    call.kind().at(),
                    "unknown-operator",
                    path,
                    "this gives " + kind.described() + ", which is no operator or block",
                    kind instanceof Value.Text text
                            ? OperatorWords.remedy(text.text(), LayerParser.kinds(blocks.keySet()))
                            : "let it give the name of an operator or a block");
        }
        return Tensor.UNKNOWN;
    }

    /** Reports what only the end shows to be missing. */
    void report() {
        importedParams.report();
    }

    private Tensor operator(Operator operator, Layer.Call call, String path, Scope scope, List<Tensor> inputs) {
        boolean sound = call.kind() instanceof Written.Constant || CallCheck.operator(operator, call, problems);
        return new OperatorCall(operator, call, path, scope, evaluator, graph)
                .add(sound ? inputs : List.of(Tensor.UNKNOWN));
    }

    private Tensor block(Block block, Layer.Call call, Level level, String path, Scope scope, List<Tensor> inputs) {
        boolean computed = !(call.kind() instanceof Written.Constant);
        if (callers.contains(block.name())) {
            if (computed) {
                graph.problem(
                        call.at(),
                        "recursive-block",
                        path,
                        "block " + block.name() + " uses itself",
                        "repeat its layers with 'repeat' instead");
            }
            return Tensor.UNKNOWN;
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
        Tensor in = sound ? inputs.get(0) : Tensor.UNKNOWN;
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
        Tensor output = layers.sequence(block.layers().layers(), level, own, in);
        graph.leaveBlock();
        callers.pop();
        return sound ? output : Tensor.UNKNOWN;
    }

    private Value argument(Param param, Block block, Layer.Call call, Scope scope, Scope own, Tensor in, String path) {
        boolean usual = block.params().get(0) == param;
        for (Layer.Given given : call.given()) {
            if (given.name().equals(param.name()) || (given.name().isEmpty() && usual)) {
                return evaluator.value(given.value(), scope, in, path);
            }
        }
        return param.fallback().isPresent()
                ? evaluator.value(param.fallback().get(), own, in, path)
                : new Value.Unknown();
    }
}
