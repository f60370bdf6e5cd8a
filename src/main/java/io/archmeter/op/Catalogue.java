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
import java.util.TreeMap;

/**
 * All operators: the only list, and the only door to their rules. Those of projects ({@link OperatorProvider}) are looked for when
 * somebody asks for all, or for a kind that is not built in.
 */
public final class Catalogue {
    private static Optional<Map<String, Operator>> all = Optional.empty();

    private static final Map<String, Operator> OPERATORS = byKind(
            // keep sorted
            new Operator("adaptiveavgpool", "average pooling to a given size", Category.POOLING, AdaptiveAvgPool.RULE),
            new Operator(
                    "add",
                    "adds tensors element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.ADD)),
            new Operator(
                    "alphadropout",
                    "dropout that keeps mean and variance",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.ALPHA)),
            new Operator("avgpool", "average pooling", Category.POOLING, AvgPool.RULE),
            new Operator("batchnorm", "batch normalization", Category.NORMALIZATION, BatchNorm.RULE),
            new Operator(
                    "channeldropout",
                    "dropout of whole channels",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.CHANNELS)),
            new Operator("concat", "joins tensors along an axis", Category.JOIN, Concat.RULE),
            new Operator("conv", "convolution", Category.CONVOLUTION, Conv.RULE),
            new Operator("convtranspose", "transposed convolution", Category.CONVOLUTION, ConvTranspose.RULE),
            new Operator("custom", "a layer whose facts are declared", Category.DECLARED, Custom.RULE),
            new Operator(
                    "dropout",
                    "dropout, which passes everything at inference",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.DROPOUT)),
            new Operator("embedding", "a row of a table for each index", Category.EMBEDDING, Embedding.RULE),
            new Operator(
                    "embeddingbag", "the mean of rows of a table, or their sum", Category.EMBEDDING, EmbeddingBag.RULE),
            new Operator(
                    "featurealphadropout",
                    "alpha dropout of whole channels",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.FEATURE_ALPHA)),
            new Operator("flatten", "joins axes into one", Category.ARRANGEMENT, Flatten.RULE),
            new Operator("globalavgpool", "the mean of each channel", Category.POOLING, GlobalAvgPool.RULE),
            new Operator("groupnorm", "group normalization", Category.NORMALIZATION, GroupNorm.RULE),
            new Operator("gru", "gated recurrent units", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.GRU)),
            new Operator("identity", "passes its input on", Category.ARRANGEMENT, Identity.RULE),
            new Operator("linear", "fully connected layer", Category.LINEAR, Linear.RULE),
            new Operator("lrn", "local response normalization", Category.NORMALIZATION, LocalResponseNorm.RULE),
            new Operator("lstm", "long short-term memory", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.LSTM)),
            new Operator("maxpool", "max pooling", Category.POOLING, MaxPool.RULE),
            new Operator(
                    "multiply",
                    "multiplies tensors element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.MULTIPLY)),
            new Operator("relu", "max(x, 0)", Category.ACTIVATION, Activation.rule(Activation.Function.RELU)),
            new Operator("rnn", "a recurrent network of Elman", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.RNN)),
            new Operator(
                    "sigmoid", "1 / (1 + exp(-x))", Category.ACTIVATION, Activation.rule(Activation.Function.SIGMOID)),
            new Operator("softmax", "exponentials that add up to 1", Category.ACTIVATION, Softmax.RULE),
            new Operator("split", "cuts a tensor along an axis", Category.ARRANGEMENT, Split.RULE),
            new Operator("stochasticdepth", "dropout of whole samples", Category.ARRANGEMENT, StochasticDepth.RULE),
            new Operator("zeropad", "zeros around the spatial axes", Category.ARRANGEMENT, ZeroPad.RULE));

    private Catalogue() {}

    /**
     * All operators in the order of their names.
     *
     * @throws io.archmeter.problem.ProblemException where those of a project cannot be used; so do {@link #kinds} and {@link #find}
     */
    public static Collection<Operator> operators() {
        return all().values();
    }

    public static Collection<String> kinds() {
        return all().keySet();
    }

    public static Optional<Operator> find(String kind) {
        Operator builtIn = OPERATORS.get(kind);
        return Optional.ofNullable(builtIn == null ? all().get(kind) : builtIn);
    }

    private static synchronized Map<String, Operator> all() {
        if (all.isEmpty()) {
            Map<String, Operator> provided = ProvidedOperators.find(OPERATORS.keySet());
            all = Optional.of(provided.isEmpty() ? OPERATORS : joined(provided));
        }
        return all.get();
    }

    private static Map<String, Operator> joined(Map<String, Operator> provided) {
        Map<String, Operator> joined = new TreeMap<>(OPERATORS);
        joined.putAll(provided);
        return Collections.unmodifiableMap(joined);
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
