package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Category;
import io.archmeter.op.Inputs;
import io.archmeter.op.Operator;
import io.archmeter.op.Refusal;
import io.archmeter.op.StoredWeight;
import io.archmeter.op.Trait;
import io.archmeter.op.WeightDeclaration;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.flat.FlatCall;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One use of an operator, at a layer with a name: from what is written to a node. */
final class OperatorCall {
    private final Operator operator;
    private final Layer.Call call;
    private final Layer.Statements said;
    private final String path;
    private final Scope scope;
    private final Evaluator evaluator;
    private final GraphBuilder graph;

    OperatorCall(
            Operator operator,
            Layer.Call call,
            Layer.Statements said,
            String path,
            Scope scope,
            Evaluator evaluator,
            GraphBuilder graph) {
        this.operator = operator;
        this.call = call;
        this.said = said;
        this.path = path;
        this.scope = scope;
        this.evaluator = evaluator;
        this.graph = graph;
    }

    /** Adds the node; what does not fit is a problem, and its output then unknown. */
    LayerOutput add(List<LayerOutput> inputs) {
        Optional<Arguments> arguments = arguments(inputs.get(0));
        if (operator.category() == Category.JOIN && inputs.size() < 2 && inputs.get(0) != LayerOutput.UNKNOWN) {
            graph.problem(
                    call.at(),
                    "too-few-inputs",
                    path,
                    operator.kind() + " joins two or more tensors, but one comes in",
                    "name them: from: [a, b]");
            return LayerOutput.UNKNOWN;
        }
        if (operator.traits().contains(Trait.SOURCE) || said.alone().isPresent()) {
            boolean sound = arguments.isPresent() && inputs.get(0) != LayerOutput.UNKNOWN;
            return sound ? add(List.of(), Inputs.NONE, arguments.get()) : LayerOutput.UNKNOWN;
        }
        List<Shape> shapes = new ArrayList<>(inputs.size());
        List<DType> types = new ArrayList<>(inputs.size());
        List<Operand> operands = new ArrayList<>(inputs.size());
        for (LayerOutput input : inputs) {
            if (input.shape().isPresent()) {
                shapes.add(input.shape().get());
                types.add(graph.type(input));
            }
            operands.add(Operand.value(input.value()));
        }
        boolean known = arguments.isPresent() && shapes.size() == inputs.size();
        return known ? add(operands, new Inputs(shapes, types), arguments.get()) : LayerOutput.UNKNOWN;
    }

    private LayerOutput add(List<Operand> operands, Inputs inputs, Arguments arguments) {
        try {
            AlikeLayers.Known layer = graph.alike(operator.read(arguments, inputs), inputs);
            Optional<List<StoredWeight>> stored = stored(layer.inferred().weights(), inputs);
            if (said.stored().isPresent() && stored.isEmpty()) {
                return LayerOutput.UNKNOWN;
            }
            return graph.add(
                    path, new FlatCall(operator, arguments), layer.op(), operands, layer.inferred(), stored, call.at());
        } catch (Refusal refusal) {
            report(refusal);
        } catch (ArithmeticException overflow) {
            graph.problem(
                    call.at(),
                    "overflow",
                    path,
                    "the output has more elements than a 64-bit number can count",
                    "check the sizes that lead here");
        }
        return LayerOutput.UNKNOWN;
    }

    /** What is stored in place of the weights of its operator; empty where nothing is said of it, or a problem keeps it from being known. */
    private Optional<List<StoredWeight>> stored(List<WeightDeclaration> asked, Inputs inputs) {
        if (said.stored().isEmpty()) {
            return Optional.empty();
        }
        LayerOutput in = inputs.shapes().isEmpty() ? LayerOutput.UNKNOWN : LayerOutput.of(0, inputs.first());
        PlainValue value = evaluator.value(said.stored().get().value(), scope, in, path);
        return value instanceof PlainValue.Unknown ? Optional.empty() : Optional.of(StoredWeight.of(value, asked));
    }

    /** The arguments, if each is known and of the right kind. */
    private Optional<Arguments> arguments(LayerOutput in) {
        Arguments arguments = new Arguments();
        boolean complete = true;
        for (Argument<?> argument : operator.arguments()) {
            Optional<Layer.Given> given = given(argument);
            if (given.isEmpty()) {
                complete &= !argument.required();
                continue;
            }
            PlainValue value = evaluator.value(given.get().value(), scope, in, path);
            if (value instanceof PlainValue.Unknown) {
                complete = false;
                continue;
            }
            try {
                arguments.put(argument, value);
            } catch (Refusal refusal) {
                report(refusal);
                complete = false;
            }
        }
        return complete ? Optional.of(arguments) : Optional.empty();
    }

    private Optional<Layer.Given> given(Argument<?> argument) {
        for (Layer.Given given : call.given()) {
            if (given.name().equals(argument.name()) || (given.name().isEmpty() && argument.usual())) {
                return Optional.of(given);
            }
        }
        return Optional.empty();
    }

    private void report(Refusal refusal) {
        Optional<Argument<?>> argument = operator.arguments().stream()
                .filter(candidate -> candidate.name().equals(refusal.argument()))
                .findFirst();
        Optional<Unevaluated> written = argument.flatMap(this::given)
                .or(() -> said.stored().filter(stored -> stored.name().equals(refusal.argument())))
                .map(Layer.Given::value);
        graph.problem(
                written.map(Unevaluated::at).orElse(call.at()),
                refusal.code(),
                path,
                refusal.fact(),
                refusal.code().equals("wrong-type") && argument.isPresent() && written.isPresent()
                        ? hint(argument.get(), written.get(), refusal.remedy())
                        : refusal.remedy());
    }

    private static String hint(Argument<?> argument, Unevaluated written, String remedy) {
        return argument.form() == Argument.Form.FLAG ? TypeHint.onFlag(written, remedy) : TypeHint.on(written, remedy);
    }
}
