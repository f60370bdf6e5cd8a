package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
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
            new Operator("abs", "magnitude", Category.FUNCTION),
            new Operator("adaptiveavgpool", "average pooling to a given size", Category.POOLING),
            new Operator("adaptivemaxpool", "max pooling to a given size", Category.POOLING),
            new Operator("add", "adds tensors element by element", Category.JOIN),
            new Operator("alphadropout", "dropout that keeps mean and variance", Category.ARRANGEMENT),
            new Operator("attention", "scaled dot-product attention", Category.PRODUCT),
            new Operator("avgpool", "average pooling", Category.POOLING),
            new Operator("batchnorm", "batch normalization", Category.NORMALIZATION),
            new Operator("bilinear", "a product of two vectors with a matrix each", Category.PRODUCT),
            new Operator("buffer", "a tensor that is kept beside the parameters", Category.WEIGHT),
            new Operator("celu", "x where it is positive, else alpha * (exp(x / alpha) - 1)", Category.ACTIVATION),
            new Operator("channeldropout", "dropout of whole channels", Category.ARRANGEMENT),
            new Operator("channelshuffle", "takes channels by turns out of each group", Category.ARRANGEMENT),
            new Operator("clamp", "x between bounds", Category.FUNCTION),
            new Operator("concat", "joins tensors along an axis", Category.JOIN),
            new Operator("conv", "convolution", Category.CONVOLUTION),
            new Operator("convtranspose", "transposed convolution", Category.CONVOLUTION),
            new Operator("cos", "cosine", Category.FUNCTION),
            new Operator("custom", "a layer whose facts are declared", Category.DECLARED),
            new Operator("div", "divides a tensor by another element by element", Category.JOIN),
            new Operator("dropout", "dropout, which passes everything at inference", Category.ARRANGEMENT),
            new Operator("einsum", "products of tensors, summed as an equation says", Category.PRODUCT),
            new Operator("elu", "x where it is positive, else alpha * (exp(x) - 1)", Category.ACTIVATION),
            new Operator("embedding", "a row of a table for each index", Category.EMBEDDING),
            new Operator("embeddingbag", "the mean of rows of a table, or their sum", Category.EMBEDDING),
            new Operator("erf", "error function", Category.FUNCTION),
            new Operator("exp", "exponential", Category.FUNCTION),
            new Operator("expand", "repeats along axes of one element", Category.ARRANGEMENT),
            new Operator("featurealphadropout", "alpha dropout of whole channels", Category.ARRANGEMENT),
            new Operator("flatten", "joins axes into one", Category.ARRANGEMENT),
            new Operator("flip", "turns axes round", Category.ARRANGEMENT),
            new Operator("fold", "columns back under the windows of an image, added", Category.ARRANGEMENT),
            new Operator("gelu", "x times the probability of less in a normal distribution", Category.ACTIVATION),
            new Operator("globalavgpool", "the mean of each channel", Category.POOLING),
            new Operator("globalmaxpool", "the largest element of each channel", Category.POOLING),
            new Operator("glu", "one half of a tensor, times the sigmoid of the other", Category.ACTIVATION),
            new Operator("groupnorm", "group normalization", Category.NORMALIZATION),
            new Operator("gru", "gated recurrent units", Category.RECURRENT),
            new Operator("hardshrink", "x where its magnitude is beyond lambd, else 0", Category.ACTIVATION),
            new Operator("hardsigmoid", "min(max(x + 3, 0), 6) / 6", Category.ACTIVATION),
            new Operator("hardswish", "x * min(max(x + 3, 0), 6) / 6", Category.ACTIVATION),
            new Operator("hardtanh", "x between two bounds", Category.ACTIVATION),
            new Operator("identity", "passes its input on", Category.ARRANGEMENT),
            new Operator("instancenorm", "instance normalization", Category.NORMALIZATION),
            new Operator("layernorm", "layer normalization", Category.NORMALIZATION),
            new Operator("leakyrelu", "x where it is positive, else a multiple of it", Category.ACTIVATION),
            new Operator("linear", "fully connected layer", Category.LINEAR),
            new Operator("log", "natural logarithm", Category.FUNCTION),
            new Operator("logsigmoid", "log(1 / (1 + exp(-x)))", Category.ACTIVATION),
            new Operator("logsoftmax", "logarithm of a softmax", Category.ACTIVATION),
            new Operator("logsumexp", "the logarithm of the sum of exponentials along axes", Category.REDUCTION),
            new Operator("lppool", "the norm of what is under a window", Category.POOLING),
            new Operator("lrn", "local response normalization", Category.NORMALIZATION),
            new Operator("lstm", "long short-term memory", Category.RECURRENT),
            new Operator("matmul", "the product of two tensors as matrices", Category.PRODUCT),
            new Operator("max", "the largest element along axes", Category.REDUCTION),
            new Operator("maximum", "the largest of tensors element by element", Category.JOIN),
            new Operator("maxpool", "max pooling", Category.POOLING),
            new Operator("maxunpool", "puts what max pooling found back in its place", Category.POOLING),
            new Operator("mean", "the mean along axes", Category.REDUCTION),
            new Operator("min", "the smallest element along axes", Category.REDUCTION),
            new Operator("minimum", "the smallest of tensors element by element", Category.JOIN),
            new Operator("mish", "x * tanh(log(1 + exp(x)))", Category.ACTIVATION),
            new Operator("multiheadattention", "attention with projections that are learnt", Category.PRODUCT),
            new Operator("multiply", "multiplies tensors element by element", Category.JOIN),
            new Operator("neg", "the other sign", Category.FUNCTION),
            new Operator("norm", "the root of the sum of powers along axes", Category.REDUCTION),
            new Operator("pad", "elements around axes", Category.ARRANGEMENT),
            new Operator("parameter", "a tensor that is learnt", Category.WEIGHT),
            new Operator("permute", "axes in another order", Category.ARRANGEMENT),
            new Operator("pixelshuffle", "makes a larger map of channels", Category.ARRANGEMENT),
            new Operator("pixelunshuffle", "makes channels of the pixels of a map", Category.ARRANGEMENT),
            new Operator("pow", "x to a power", Category.FUNCTION),
            new Operator("prelu", "x where it is positive, else a multiple that is learnt", Category.ACTIVATION),
            new Operator("prod", "the product along axes", Category.REDUCTION),
            new Operator("reciprocal", "1 / x", Category.FUNCTION),
            new Operator("relu", "max(x, 0)", Category.ACTIVATION),
            new Operator("relu6", "min(max(x, 0), 6)", Category.ACTIVATION),
            new Operator("rescale", "times a number, plus a number", Category.FUNCTION),
            new Operator("reshape", "the same elements under another shape", Category.ARRANGEMENT),
            new Operator("rmsnorm", "root mean square normalization", Category.NORMALIZATION),
            new Operator("rnn", "a recurrent network of Elman", Category.RECURRENT),
            new Operator("roll", "moves elements along axes, in at the other end", Category.ARRANGEMENT),
            new Operator("rsqrt", "1 / square root", Category.FUNCTION),
            new Operator("select", "what lies at one place of an axis", Category.ARRANGEMENT),
            new Operator("selu", "an ELU that keeps mean and variance", Category.ACTIVATION),
            new Operator("sigmoid", "1 / (1 + exp(-x))", Category.ACTIVATION),
            new Operator("silu", "x * sigmoid(x), which is swish", Category.ACTIVATION),
            new Operator("sin", "sine", Category.FUNCTION),
            new Operator("slice", "a range of an axis", Category.ARRANGEMENT),
            new Operator("softmax", "exponentials that add up to 1", Category.ACTIVATION),
            new Operator("softplus", "log(1 + exp(beta * x)) / beta", Category.ACTIVATION),
            new Operator("softshrink", "x moved towards 0 by lambd", Category.ACTIVATION),
            new Operator("softsign", "x / (1 + abs(x))", Category.ACTIVATION),
            new Operator("split", "cuts a tensor along an axis", Category.ARRANGEMENT),
            new Operator("sqrt", "square root", Category.FUNCTION),
            new Operator("square", "x * x", Category.FUNCTION),
            new Operator("squeeze", "takes out axes of one element", Category.ARRANGEMENT),
            new Operator("stack", "joins tensors along a new axis", Category.JOIN),
            new Operator("stochasticdepth", "dropout of whole samples", Category.ARRANGEMENT),
            new Operator("sub", "subtracts a tensor from another element by element", Category.JOIN),
            new Operator("sum", "the sum along axes", Category.REDUCTION),
            new Operator("take", "rows of a tensor by indices", Category.EMBEDDING),
            new Operator("tanh", "hyperbolic tangent", Category.ACTIVATION),
            new Operator("tanhshrink", "x - tanh(x)", Category.ACTIVATION),
            new Operator("threshold", "x beyond a threshold, else a value", Category.ACTIVATION),
            new Operator("tile", "repeats a tensor along its axes", Category.ARRANGEMENT),
            new Operator("transpose", "lets two axes change places", Category.ARRANGEMENT),
            new Operator("unfold", "what is under each window of an image, as a column", Category.ARRANGEMENT),
            new Operator("unsqueeze", "puts in an axis of one element", Category.ARRANGEMENT),
            new Operator("upsample", "resizes the spatial axes", Category.ARRANGEMENT),
            new Operator("var", "the variance along axes", Category.REDUCTION),
            new Operator("zeropad", "zeros around the spatial axes, or others", Category.ARRANGEMENT));

    private Catalogue() {}

    /** What files bring along. It has no name in specs, and is loaded with the first of them. */
    private static final class Imported {
        static final Operator OPERATOR =
                new Operator("onnx", "an operator of an ONNX file", Category.DECLARED, OnnxOperator.RULE);
    }

    /** What fast passes run as one. It has no name in specs either, and is loaded with the first of them. */
    private static final class OfSeveral {
        static final Operator OPERATOR =
                new Operator("fused", "layers that run as one", Category.CONVOLUTION, Fused.RULE);
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

    /** What it puts out alone, without the weights that it asks for; throws what {@link #infer} does. */
    public static List<Output> outputs(Op op, Inputs in) {
        return of(op).inferOutputs(op, in);
    }

    /** The attributes of an operator, as {@link Attributes} describes them; there may be none. */
    public static Map<String, PlainValue> attributes(Op op) {
        return of(op).attributes(op);
    }

    /** What sort of operator it is. */
    public static Category category(Op op) {
        return of(op).category();
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
        if (op instanceof OnnxOperator) {
            return Imported.OPERATOR;
        }
        return op instanceof Fused
                ? OfSeveral.OPERATOR
                : find(op.kind()).orElseThrow(() -> new IllegalArgumentException("no such operator: " + op.kind()));
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
