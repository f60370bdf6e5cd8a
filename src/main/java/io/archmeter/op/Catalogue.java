package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All operators: the only list, and the only door to their rules. */
public final class Catalogue {
    private static final Map<String, Operator> OPERATORS = byKind(
            // keep sorted
            new Operator("adaptiveavgpool", "average pooling to a given size", false, AdaptiveAvgPool.RULE),
            new Operator("add", "adds tensors element by element", true, Elementwise.rule(Elementwise.Function.ADD)),
            new Operator("avgpool", "average pooling", false, AvgPool.RULE),
            new Operator("batchnorm", "batch normalization", false, BatchNorm.RULE),
            new Operator("concat", "joins tensors along an axis", true, Concat.RULE),
            new Operator("conv", "convolution", false, Conv.RULE),
            new Operator("dropout", "dropout, which passes everything at inference", false, Dropout.RULE),
            new Operator("flatten", "joins axes into one", false, Flatten.RULE),
            new Operator("globalavgpool", "the mean of each channel", false, GlobalAvgPool.RULE),
            new Operator("identity", "passes its input on", false, Identity.RULE),
            new Operator("linear", "fully connected layer", false, Linear.RULE),
            new Operator("lrn", "local response normalization", false, LocalResponseNorm.RULE),
            new Operator("maxpool", "max pooling", false, MaxPool.RULE),
            new Operator(
                    "multiply",
                    "multiplies tensors element by element",
                    true,
                    Elementwise.rule(Elementwise.Function.MULTIPLY)),
            new Operator("relu", "max(x, 0)", false, Activation.rule(Activation.Function.RELU)),
            new Operator("sigmoid", "1 / (1 + exp(-x))", false, Activation.rule(Activation.Function.SIGMOID)),
            new Operator("softmax", "exponentials that add up to 1", false, Softmax.RULE),
            new Operator("zeropad", "zeros around the spatial axes", false, ZeroPad.RULE));

    private Catalogue() {}

    /** All operators in the order of their names. */
    public static Collection<Operator> operators() {
        return OPERATORS.values();
    }

    public static Collection<String> kinds() {
        return OPERATORS.keySet();
    }

    public static Optional<Operator> find(String kind) {
        return Optional.ofNullable(OPERATORS.get(kind));
    }

    /**
     * What an operator makes of its inputs; throws {@link Refusal} where inputs and attributes do not go together, and
     * {@link ArithmeticException} where an extent does not fit a {@code long}.
     */
    public static Inferred infer(Op op, Inputs in) {
        return of(op).infer(op, in);
    }

    /** The attributes of an operator, as {@link Attributes} describes them; there may be none. */
    public static Map<String, PlainValue> attributes(Op op) {
        return of(op).attributes(op);
    }

    /** What an operator is good for. */
    public static Set<Trait> traits(Op op) {
        return of(op).traits();
    }

    /**
     * All that is known of a layer at inference; {@code facts.NetworkFacts} asks for it, and everybody else asks there.
     *
     * @param out the shapes that it puts out
     */
    public static OpFacts facts(Op op, Inputs in, List<Shape> out) {
        return of(op).facts(op, in, out);
    }

    /**
     * What PyTorch does with a layer in training.
     *
     * @param out the shapes that it puts out
     */
    public static Tape tape(Op op, Inputs in, List<Shape> out) {
        return of(op).tape(op, in, out);
    }

    private static Operator of(Op op) {
        return find(op.kind()).orElseThrow(() -> new IllegalArgumentException("no such operator: " + op.kind()));
    }

    private static Map<String, Operator> byKind(Operator... operators) {
        Map<String, Operator> byKind = new LinkedHashMap<>();
        String before = "";
        for (Operator operator : operators) {
            if (operator.kind().compareTo(before) <= 0) {
                throw new IllegalStateException(operator.kind() + " is out of order, or there twice");
            }
            before = operator.kind();
            byKind.put(before, operator);
        }
        return Collections.unmodifiableMap(byKind);
    }
}
