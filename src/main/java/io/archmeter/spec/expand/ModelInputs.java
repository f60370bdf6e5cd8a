package io.archmeter.spec.expand;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.NamedInput;
import io.archmeter.spec.Names;
import io.archmeter.spec.SampleShape;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes into a model: the samples of its spec, or those that were asked for in their place, and the batch. */
final class ModelInputs {
    private static final Span OPTION = Span.of("--input");

    private final Spec spec;
    private final LoadOptions options;
    private final Evaluator evaluator;
    private final Problems problems;

    ModelInputs(Spec spec, LoadOptions options, Evaluator evaluator, Problems problems) {
        this.spec = spec;
        this.options = options;
        this.evaluator = evaluator;
        this.problems = problems;
    }

    /** The inputs in the order of the spec; none where a problem keeps one of them from being known. */
    List<InputTensor> of(Scope params) {
        reportOptions();
        if (spec.inputs().isEmpty()) {
            return options.input()
                    .filter(this::hasAxes)
                    .flatMap(sample -> counted(
                            new InputTensor(Names.INPUT, batched(sample), DType.FLOAT32, true, false, spec.at())))
                    .map(List::of)
                    .orElse(List.of());
        }
        List<InputTensor> inputs = new ArrayList<>();
        for (NamedInput input : spec.inputs()) {
            sample(input, params)
                    .flatMap(sample -> counted(new InputTensor(
                            input.name(),
                            input.batch() ? batched(sample) : sample,
                            input.type(),
                            input.batch(),
                            input.unused(),
                            input.sample().shape().at())))
                    .ifPresent(inputs::add);
        }
        reportBatch(inputs);
        return inputs.size() == spec.inputs().size() ? inputs : List.of();
    }

    private void reportBatch(List<InputTensor> inputs) {
        if (options.batch() != 1 && inputs.stream().noneMatch(InputTensor::batch) && !inputs.isEmpty()) {
            problems.add(
                    inputs.get(0).at(),
                    "no-batch",
                    "no input of the model has a batch, and --batch asks for " + options.batch(),
                    "leave --batch out, or remove 'batch: false' from an input and the batch from its shape");
        }
    }

    private Optional<Shape> sample(NamedInput input, Scope params) {
        Optional<Shape> given = Optional.ofNullable(options.inputs().get(input.name()));
        if (given.isEmpty() && spec.inputs().size() == 1) {
            given = options.input();
        }
        if (given.isPresent()) {
            return given.filter(this::hasAxes);
        }
        return new SampleShape(input.sample(), input.batch(), problems)
                .of(evaluator.value(input.sample().shape(), params.before(List.of()), ""));
    }

    private void reportOptions() {
        List<String> names = spec.inputs().stream().map(NamedInput::name).toList();
        if (options.input().isPresent() && names.size() > 1) {
            problems.add(
                    OPTION,
                    "ambiguous-input",
                    "the model has " + names.size() + " inputs: " + String.join(", ", names),
                    "say of which it is the shape: --input " + names.get(0) + "="
                            + options.input().get());
        }
        for (Map.Entry<String, Shape> given : options.inputs().entrySet()) {
            if (!names.contains(given.getKey())) {
                problems.add(
                        OPTION,
                        "unknown-input",
                        "the model has no input '" + Excerpt.of(given.getKey()) + "'",
                        names.isEmpty() ? "write the shape alone" : Nearest.remedy(given.getKey(), names));
            }
        }
    }

    private boolean hasAxes(Shape sample) {
        if (sample.rank() >= 1 && sample.rank() <= Shape.MOST_AXES) {
            return true;
        }
        problems.add(
                OPTION,
                "wrong-rank",
                "input has " + sample.rank() + " axes, where 1 to " + Shape.MOST_AXES + " are possible",
                "write the extents of one sample, e.g. --input 3x224x224");
        return false;
    }

    private Shape batched(Shape sample) {
        return sample.batched(options.batch());
    }

    private Optional<InputTensor> counted(InputTensor input) {
        Shape shape = input.shape().from(input.name());
        try {
            shape.requireCountable();
            return Optional.of(
                    new InputTensor(input.name(), shape, input.type(), input.batch(), input.unused(), input.at()));
        } catch (ArithmeticException overflow) {
            problems.add(
                    input.at(),
                    "overflow",
                    "the input " + shape + " has more elements than a 64-bit number can count",
                    "use a smaller input or batch");
            return Optional.empty();
        }
    }
}
