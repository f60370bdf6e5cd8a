package io.archmeter.op;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A function of one number, applied to each element; any shape. Definitions and constants are those of {@code torch.nn}.
 *
 * @param constants of the function, in the order of its arguments
 * @param inPlace whether PyTorch overwrites the input in training as well ({@code inplace=True})
 */
public record Activation(Function function, List<Double> constants, boolean inPlace) implements Op {
    private static final Argument<Boolean> IN_PLACE = Argument.flag(
                    "inplace", "whether training overwrites the input, as at inference")
            .or(false);

    /** One row for each function: what autograd keeps, what one element costs, and its constants. */
    public enum Function {
        /** max(x, 0). */
        RELU(ActivationTape.OUTPUT, List.of(COMPARE)),
        /** min(max(x, 0), 6). */
        RELU6(ActivationTape.INPUT_OR_COPY, List.of(COMPARE, COMPARE)),
        /** x where x > 0, else a multiple of it. */
        LEAKYRELU(
                ActivationTape.INPUT_OR_OUTPUT,
                List.of(COMPARE, MULTIPLY),
                List.of(number("negative_slope", "factor below zero").asUsual().or(0.01))),
        /** x where x > 0, else alpha·(exp(x) − 1). */
        ELU(
                ActivationTape.INPUT_OR_OUTPUT,
                List.of(COMPARE, EXPONENTIAL, ADD, MULTIPLY),
                List.of(number("alpha", "factor below zero").asUsual().or(1.0))),
        /** An ELU with the alpha that keeps mean and variance, times a scale (Klambauer et al. 2017, arXiv:1706.02515). */
        SELU(ActivationTape.INPUT_OR_OUTPUT, List.of(COMPARE, EXPONENTIAL, ADD, MULTIPLY, MULTIPLY)),
        /** x where x > 0, else alpha·(exp(x/alpha) − 1). */
        CELU(
                ActivationTape.INPUT_OR_OUTPUT,
                List.of(COMPARE, DIVIDE, EXPONENTIAL, ADD, MULTIPLY),
                List.of(number("alpha", "factor below zero, and divisor of what is raised")
                        .asUsual()
                        .or(1.0))),
        /** 1 / (1 + exp(−x)). */
        SIGMOID(ActivationTape.OUTPUT, List.of(EXPONENTIAL, ADD, DIVIDE)),
        /** x times its sigmoid. */
        SILU(ActivationTape.INPUT_OR_COPY, List.of(EXPONENTIAL, ADD, DIVIDE, MULTIPLY)),
        /** x·tanh(log(1 + exp(x))). */
        MISH(
                ActivationTape.INPUT_OR_COPY,
                List.of(EXPONENTIAL, ADD, LOGARITHM, EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE, MULTIPLY)),
        /** 0 up to −3, x from 3 on, and x·(x + 3)/6 between them. */
        HARDSWISH(ActivationTape.INPUT_OR_COPY, List.of(COMPARE, COMPARE, ADD, MULTIPLY, DIVIDE)),
        /** 0 up to −3, 1 from 3 on, and x/6 + 1/2 between them. */
        HARDSIGMOID(ActivationTape.INPUT_OR_COPY, List.of(COMPARE, COMPARE, DIVIDE, ADD)),
        /** min(max(x, min_val), max_val). */
        HARDTANH(
                ActivationTape.INPUT_OR_COPY,
                List.of(COMPARE, COMPARE),
                List.of(
                        number("min_val", "the least that it puts out").or(-1.0),
                        number("max_val", "the most that it puts out").or(1.0))),
        /** (exp(x) − exp(−x)) / (exp(x) + exp(−x)). */
        TANH(ActivationTape.OUTPUT, List.of(EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE)),
        /** log(1 + exp(beta·x)) / beta, and x where beta·x is beyond the threshold. */
        SOFTPLUS(
                ActivationTape.INPUT,
                List.of(MULTIPLY, COMPARE, EXPONENTIAL, ADD, LOGARITHM, DIVIDE),
                List.of(
                        number("beta", "factor of the input, and divisor of the logarithm")
                                .or(1.0),
                        number("threshold", "beyond it, beta times the input is taken for its softplus")
                                .or(20.0))),
        /** x / (1 + |x|). */
        SOFTSIGN(ActivationTape.SOFTSIGN, List.of(COMPARE, ADD, DIVIDE)),
        /** log(1 / (1 + exp(−x))). */
        LOGSIGMOID(ActivationTape.INPUT_AND_EXPONENTIAL, List.of(EXPONENTIAL, ADD, DIVIDE, LOGARITHM)),
        /** x where it is beyond the threshold, else a value. */
        THRESHOLD(
                ActivationTape.INPUT_OR_COPY,
                List.of(COMPARE),
                List.of(
                        number("threshold", "what is greater is passed on").asUsual(),
                        number("value", "what takes the place of all else"))),
        /** x where its magnitude is beyond lambd, else 0. */
        HARDSHRINK(
                ActivationTape.INPUT,
                List.of(COMPARE, COMPARE),
                List.of(number("lambd", "magnitude up to which it puts out 0")
                        .asUsual()
                        .or(0.5))),
        /** x moved towards 0 by lambd, and 0 where it would get beyond. */
        SOFTSHRINK(
                ActivationTape.INPUT,
                List.of(COMPARE, COMPARE, ADD),
                List.of(number("lambd", "what magnitudes lose").asUsual().or(0.5))),
        /** x − tanh(x). */
        TANHSHRINK(ActivationTape.TANHSHRINK, List.of(EXPONENTIAL, EXPONENTIAL, ADD, ADD, DIVIDE, ADD));

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final ActivationTape tape;
        private final List<ElementaryOperation> perElement;
        private final List<Argument<Double>> constants;

        Function(ActivationTape tape, List<ElementaryOperation> perElement) {
            this(tape, perElement, List.of());
        }

        Function(ActivationTape tape, List<ElementaryOperation> perElement, List<Argument<Double>> constants) {
            this.tape = tape;
            this.perElement = perElement;
            this.constants = constants;
        }

        private static Argument<Double> number(String name, String meaning) {
            return Argument.number(name, meaning);
        }

        private List<Argument<?>> arguments() {
            List<Argument<?>> arguments = new ArrayList<>(constants);
            if (tape.knowsInPlace()) {
                arguments.add(IN_PLACE);
            }
            return arguments;
        }

        private List<Double> read(Arguments given) {
            List<Double> read = new ArrayList<>(constants.size());
            for (Argument<Double> constant : constants) {
                read.add(given.get(constant));
            }
            return read;
        }
    }

    public Activation {
        constants = List.copyOf(constants);
        if (constants.size() != function.constants.size() || inPlace && !function.tape.knowsInPlace()) {
            throw new IllegalArgumentException("no such " + function.kind + ": " + constants + ", in place " + inPlace);
        }
        switch (function) {
            case CELU, SOFTPLUS -> require(constants.get(0) != 0, function, 0, constants, "use a number other than 0");
            case SOFTSHRINK ->
                require(constants.get(0) >= 0, function, 0, constants, "use a number that is not negative");
            case HARDTANH ->
                require(
                        constants.get(1) > constants.get(0),
                        function,
                        1,
                        constants,
                        "use a number above " + constants.get(0));
            default -> {}
        }
    }

    /** With the constants of {@code torch.nn}; throws {@code NoSuchElementException} where it has none. */
    public Activation(Function function) {
        this(function, function.read(new Arguments()), false);
    }

    private static void require(boolean holds, Function function, int number, List<Double> constants, String remedy) {
        if (!holds) {
            String name = function.constants.get(number).name();
            throw new Refusal("out-of-range", name, name + " cannot be " + constants.get(number), remedy);
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Activation> rule(Function function) {
        return new PointwiseRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return function.arguments();
            }

            @Override
            protected Set<Trait> traits() {
                return function.tape.overwrites() ? Set.of(Trait.ACTIVATION) : Set.of();
            }

            @Override
            protected Activation read(Arguments given, Inputs in) {
                return new Activation(function, function.read(given), given.get(IN_PLACE));
            }

            /** Whether it is computed in place is said where it is. */
            @Override
            protected Attributes attributes(Activation op) {
                Attributes attributes = new Attributes();
                for (int i = 0; i < op.constants.size(); i++) {
                    attributes = attributes.and(function.constants.get(i), op.constants.get(i));
                }
                return op.inPlace ? attributes.and(IN_PLACE, true) : attributes;
            }

            @Override
            protected List<ElementaryOperation> perElement(Activation op) {
                return op.function.perElement;
            }

            @Override
            protected Tape tape(Activation op, Inputs in, Shape out) {
                return op.function.tape.of(op.inPlace, in, out);
            }
        };
    }
}
