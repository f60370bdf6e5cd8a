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
            function("abs", "magnitude", Pointwise.Function.ABS),
            new Operator("adaptiveavgpool", "average pooling to a given size", Category.POOLING, AdaptiveAvgPool.RULE),
            new Operator("adaptivemaxpool", "max pooling to a given size", Category.POOLING, AdaptiveMaxPool.RULE),
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
            new Operator("attention", "scaled dot-product attention", Category.PRODUCT, Attention.RULE),
            new Operator("avgpool", "average pooling", Category.POOLING, AvgPool.RULE),
            new Operator("batchnorm", "batch normalization", Category.NORMALIZATION, BatchNorm.RULE),
            new Operator("bilinear", "a product of two vectors with a matrix each", Category.PRODUCT, Bilinear.RULE),
            activation("celu", "x where it is positive, else alpha * (exp(x / alpha) - 1)", Activation.Function.CELU),
            new Operator(
                    "channeldropout",
                    "dropout of whole channels",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.CHANNELS)),
            new Operator(
                    "channelshuffle",
                    "takes channels by turns out of each group",
                    Category.ARRANGEMENT,
                    ChannelShuffle.RULE),
            new Operator("clamp", "x between bounds", Category.FUNCTION, Clamp.RULE),
            new Operator("concat", "joins tensors along an axis", Category.JOIN, Concat.RULE),
            new Operator("conv", "convolution", Category.CONVOLUTION, Conv.RULE),
            new Operator("convtranspose", "transposed convolution", Category.CONVOLUTION, ConvTranspose.RULE),
            function("cos", "cosine", Pointwise.Function.COS),
            new Operator("custom", "a layer whose facts are declared", Category.DECLARED, Custom.RULE),
            new Operator(
                    "div",
                    "divides a tensor by another element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.DIV)),
            new Operator(
                    "dropout",
                    "dropout, which passes everything at inference",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.DROPOUT)),
            activation("elu", "x where it is positive, else alpha * (exp(x) - 1)", Activation.Function.ELU),
            new Operator("embedding", "a row of a table for each index", Category.EMBEDDING, Embedding.RULE),
            new Operator(
                    "embeddingbag", "the mean of rows of a table, or their sum", Category.EMBEDDING, EmbeddingBag.RULE),
            function("erf", "error function", Pointwise.Function.ERF),
            function("exp", "exponential", Pointwise.Function.EXP),
            new Operator("expand", "repeats along axes of one element", Category.ARRANGEMENT, Expand.RULE),
            new Operator(
                    "featurealphadropout",
                    "alpha dropout of whole channels",
                    Category.ARRANGEMENT,
                    Dropout.rule(Dropout.Function.FEATURE_ALPHA)),
            new Operator("flatten", "joins axes into one", Category.ARRANGEMENT, Flatten.RULE),
            new Operator("flip", "turns axes round", Category.ARRANGEMENT, Flip.RULE),
            new Operator(
                    "gelu", "x times the probability of less in a normal distribution", Category.ACTIVATION, Gelu.RULE),
            new Operator("globalavgpool", "the mean of each channel", Category.POOLING, GlobalAvgPool.RULE),
            new Operator("globalmaxpool", "the largest element of each channel", Category.POOLING, GlobalMaxPool.RULE),
            new Operator("glu", "one half of a tensor, times the sigmoid of the other", Category.ACTIVATION, Glu.RULE),
            new Operator("groupnorm", "group normalization", Category.NORMALIZATION, GroupNorm.RULE),
            new Operator("gru", "gated recurrent units", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.GRU)),
            activation("hardshrink", "x where its magnitude is beyond lambd, else 0", Activation.Function.HARDSHRINK),
            activation("hardsigmoid", "min(max(x + 3, 0), 6) / 6", Activation.Function.HARDSIGMOID),
            activation("hardswish", "x * min(max(x + 3, 0), 6) / 6", Activation.Function.HARDSWISH),
            activation("hardtanh", "x between two bounds", Activation.Function.HARDTANH),
            new Operator("identity", "passes its input on", Category.ARRANGEMENT, Identity.RULE),
            new Operator("instancenorm", "instance normalization", Category.NORMALIZATION, InstanceNorm.RULE),
            new Operator("layernorm", "layer normalization", Category.NORMALIZATION, LayerNorm.RULE),
            activation("leakyrelu", "x where it is positive, else a multiple of it", Activation.Function.LEAKYRELU),
            new Operator("linear", "fully connected layer", Category.LINEAR, Linear.RULE),
            function("log", "natural logarithm", Pointwise.Function.LOG),
            activation("logsigmoid", "log(1 / (1 + exp(-x)))", Activation.Function.LOGSIGMOID),
            new Operator("logsoftmax", "logarithm of a softmax", Category.ACTIVATION, LogSoftmax.RULE),
            new Operator(
                    "logsumexp",
                    "the logarithm of the sum of exponentials along axes",
                    Category.REDUCTION,
                    Reduce.rule(Reduce.Function.LOGSUMEXP)),
            new Operator("lrn", "local response normalization", Category.NORMALIZATION, LocalResponseNorm.RULE),
            new Operator("lstm", "long short-term memory", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.LSTM)),
            new Operator("matmul", "the product of two tensors as matrices", Category.PRODUCT, Matmul.RULE),
            new Operator("max", "the largest element along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.MAX)),
            new Operator(
                    "maximum",
                    "the largest of tensors element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.MAXIMUM)),
            new Operator("maxpool", "max pooling", Category.POOLING, MaxPool.RULE),
            new Operator("mean", "the mean along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.MEAN)),
            new Operator(
                    "min", "the smallest element along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.MIN)),
            new Operator(
                    "minimum",
                    "the smallest of tensors element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.MINIMUM)),
            activation("mish", "x * tanh(log(1 + exp(x)))", Activation.Function.MISH),
            new Operator(
                    "multiheadattention",
                    "attention with projections that are learnt",
                    Category.PRODUCT,
                    MultiheadAttention.RULE),
            new Operator(
                    "multiply",
                    "multiplies tensors element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.MULTIPLY)),
            function("neg", "the other sign", Pointwise.Function.NEG),
            new Operator(
                    "norm",
                    "the root of the sum of powers along axes",
                    Category.REDUCTION,
                    Reduce.rule(Reduce.Function.NORM)),
            new Operator("pad", "elements around axes", Category.ARRANGEMENT, Pad.RULE),
            new Operator("permute", "axes in another order", Category.ARRANGEMENT, Permute.RULE),
            new Operator("pixelshuffle", "makes a larger map of channels", Category.ARRANGEMENT, PixelShuffle.RULE),
            new Operator(
                    "pixelunshuffle",
                    "makes channels of the pixels of a map",
                    Category.ARRANGEMENT,
                    PixelUnshuffle.RULE),
            new Operator("pow", "x to a power", Category.FUNCTION, Pow.RULE),
            new Operator(
                    "prelu", "x where it is positive, else a multiple that is learnt", Category.ACTIVATION, Prelu.RULE),
            new Operator("prod", "the product along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.PROD)),
            function("reciprocal", "1 / x", Pointwise.Function.RECIPROCAL),
            activation("relu", "max(x, 0)", Activation.Function.RELU),
            activation("relu6", "min(max(x, 0), 6)", Activation.Function.RELU6),
            new Operator("rescale", "times a number, plus a number", Category.FUNCTION, Rescale.RULE),
            new Operator("reshape", "the same elements under another shape", Category.ARRANGEMENT, Reshape.RULE),
            new Operator("rmsnorm", "root mean square normalization", Category.NORMALIZATION, RmsNorm.RULE),
            new Operator("rnn", "a recurrent network of Elman", Category.RECURRENT, Recurrent.rule(Recurrent.Cell.RNN)),
            new Operator("roll", "moves elements along axes, in at the other end", Category.ARRANGEMENT, Roll.RULE),
            function("rsqrt", "1 / square root", Pointwise.Function.RSQRT),
            new Operator("select", "what lies at one place of an axis", Category.ARRANGEMENT, Select.RULE),
            activation("selu", "an ELU that keeps mean and variance", Activation.Function.SELU),
            activation("sigmoid", "1 / (1 + exp(-x))", Activation.Function.SIGMOID),
            activation("silu", "x * sigmoid(x), which is swish", Activation.Function.SILU),
            function("sin", "sine", Pointwise.Function.SIN),
            new Operator("slice", "a range of an axis", Category.ARRANGEMENT, Slice.RULE),
            new Operator("softmax", "exponentials that add up to 1", Category.ACTIVATION, Softmax.RULE),
            activation("softplus", "log(1 + exp(beta * x)) / beta", Activation.Function.SOFTPLUS),
            activation("softshrink", "x moved towards 0 by lambd", Activation.Function.SOFTSHRINK),
            activation("softsign", "x / (1 + abs(x))", Activation.Function.SOFTSIGN),
            new Operator("split", "cuts a tensor along an axis", Category.ARRANGEMENT, Split.RULE),
            function("sqrt", "square root", Pointwise.Function.SQRT),
            function("square", "x * x", Pointwise.Function.SQUARE),
            new Operator("squeeze", "takes out axes of one element", Category.ARRANGEMENT, Squeeze.RULE),
            new Operator("stack", "joins tensors along a new axis", Category.JOIN, Stack.RULE),
            new Operator("stochasticdepth", "dropout of whole samples", Category.ARRANGEMENT, StochasticDepth.RULE),
            new Operator(
                    "sub",
                    "subtracts a tensor from another element by element",
                    Category.JOIN,
                    Elementwise.rule(Elementwise.Function.SUB)),
            new Operator("sum", "the sum along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.SUM)),
            activation("tanh", "hyperbolic tangent", Activation.Function.TANH),
            activation("tanhshrink", "x - tanh(x)", Activation.Function.TANHSHRINK),
            activation("threshold", "x beyond a threshold, else a value", Activation.Function.THRESHOLD),
            new Operator("tile", "repeats a tensor along its axes", Category.ARRANGEMENT, Tile.RULE),
            new Operator("transpose", "lets two axes change places", Category.ARRANGEMENT, Transpose.RULE),
            new Operator("unsqueeze", "puts in an axis of one element", Category.ARRANGEMENT, Unsqueeze.RULE),
            new Operator("upsample", "resizes the spatial axes", Category.ARRANGEMENT, Upsample.RULE),
            new Operator("var", "the variance along axes", Category.REDUCTION, Reduce.rule(Reduce.Function.VAR)),
            new Operator("zeropad", "zeros around the spatial axes", Category.ARRANGEMENT, ZeroPad.RULE));

    private Catalogue() {}

    private static Operator activation(String kind, String meaning, Activation.Function function) {
        return new Operator(kind, meaning, Category.ACTIVATION, Activation.rule(function));
    }

    private static Operator function(String kind, String meaning, Pointwise.Function function) {
        return new Operator(kind, meaning, Category.FUNCTION, Pointwise.rule(function));
    }

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
