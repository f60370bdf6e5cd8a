package io.archmeter.op;

import io.archmeter.problem.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PyTorch, Keras, TensorFlow, ONNX, Caffe and papers call operators. A word leads to an operator here only where both are
 * exactly the same; an operator that is spelt alike would count differently, and is never offered.
 */
public final class OperatorWords {
    private static final String ACTIVATIONS = "its activations are most of those of torch.nn";
    private static final String CONVOLUTIONS = its("convolution", Category.CONVOLUTION);
    private static final String NORMALIZATIONS = its("normalization", Category.NORMALIZATION);
    private static final String REDUCTIONS = its("reduction", Category.REDUCTION);
    private static final String POOLS = its("pool", Category.POOLING);
    private static final String JOINS = "it joins tensors with " + listed(kinds(Category.JOIN));
    private static final String TABLES = its("table", Category.EMBEDDING);
    private static final String RECURRENCES = its("recurrent layer", Category.RECURRENT);
    private static final String PRODUCTS = "its product with weights is linear, that of two tensors matmul";
    private static final String DROPS = "it has dropout";
    private static final String PIECES = "it cuts tensors with split";
    private static final String PIXELS = "those of PyTorch are pixelshuffle (ONNX's mode CRD) and pixelunshuffle";
    private static final String SHAPES =
            "it changes shapes with flatten, reshape, squeeze and unsqueeze, orders with permute, and takes parts with slice and select";

    /** The words of operators, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new OperatorWords().vocabulary();

    private final Map<String, String> same = new TreeMap<>();
    private final Map<String, String> advice = new TreeMap<>();

    private OperatorWords() {
        same();
        missingConvolutions();
        missingActivations();
        missingNormalizations();
        missingPools();
        missingSizes();
        missingProducts();
        missingElementwise();
        byOtherMeans();
    }

    private Vocabulary vocabulary() {
        return new Vocabulary(same, advice);
    }

    private static String its(String one, Category category) {
        List<String> kinds = kinds(category);
        return "its " + one + (kinds.size() == 1 ? " is " : "s are ") + listed(kinds);
    }

    private static List<String> kinds(Category category) {
        return Catalogue.operators().stream()
                .filter(operator -> operator.category() == category)
                .map(Operator::kind)
                .toList();
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** What to do about a word that is no operator. */
    public static String remedy(String word, Collection<String> known) {
        return VOCABULARY.remedy(word, known);
    }

    private void same() {
        same("abs", "absolute", "absval");
        same("adaptiveavgpool", "adaptiveaveragepool", "adaptiveaveragepooling");
        same("add", "addition", "eltwiseadd", "residualadd");
        same("attention", "scaleddotproductattention", "sdpa");
        same("avgpool", "averagepool", "averagepooling", "avgpooling", "meanpool");
        same("batchnorm", "batchnormalization", "bn", "frozenbatchnorm", "lazybatchnorm", "syncbatchnorm");
        same("channeldropout", "dropout1d", "dropout2d", "dropout3d", "featuredropout", "spatialdropout");
        same("channelshuffle", "shufflechannel");
        same("clamp", "clip", "clipbyvalue");
        same("concat", "cat", "concatenate", "concatenation");
        same("conv", "convolution", "lazyconv");
        same("cos", "cosine");
        same("erf", "errorfunction");
        same("exp", "exponential");
        same("expand", "broadcastto");
        same("flatten", "lazyflatten");
        same("fold", "col2im");
        same("gelu", "geluexact");
        same("globalavgpool", "gap", "globalaveragepool", "globalaveragepooling", "globalavgpooling");
        same("gru", "cudnngru");
        same("hardsigmoid", "hsigmoid");
        same("hardswish", "hardsilu", "hswish");
        same("identity", "noop", "passthrough");
        same("leakyrelu", "lrelu");
        same("linear", "addmm", "affine", "dense", "fc", "fullyconnected", "gemm", "innerproduct", "lazylinear");
        same("log", "logarithm", "naturallogarithm");
        same("logsumexp", "reducelogsumexp");
        same("lrn", "localresponsenorm", "localresponsenormalization");
        same("lstm", "cudnnlstm");
        same("matmul", "batchmatmul", "bmm", "mm");
        same("max", "amax", "reducemax");
        same("maxpool", "maxpooling");
        same("maxunpool", "maxunpooling", "unpool", "unpooling");
        same("mean", "reducemean");
        same("min", "amin", "reducemin");
        same("multiheadattention", "mha");
        same("multiply", "mul");
        same("neg", "negate", "negative");
        same("norm", "reducel2", "vectornorm");
        same("prod", "reduceprod");
        same("rescale", "mulscalar", "rescaling");
        same("reshape", "reshapelayer", "view");
        same("rnn", "elmanrnn", "simplernn");
        same("sigmoid", "logistic");
        same("silu", "swish");
        same("sin", "sine");
        same("split", "chunk", "splitwithsizes");
        same("sqrt", "squareroot");
        same("take", "indexselect");
        same("stochasticdepth", "droppath");
        same("sum", "reducesum");
        same("tanh", "hyperbolictangent", "tanhyperbolic");
        same("transpose", "swapaxes", "swapdims");
        same("unsqueeze", "expanddims");
        same("unfold", "im2col");
        same("upsample", "interpolate", "interpolation", "upsampling", "upsamplingnearest");
        same("zeropad", "zeropadding");
    }

    private void same(String kind, String... elsewhere) {
        for (String word : elsewhere) {
            same.put(word, kind);
        }
    }

    private void missingConvolutions() {
        one(
                "transposed convolution",
                CONVOLUTIONS,
                "convtranspose",
                "convtransposed",
                "deconv",
                "deconvolution",
                "fractionallystridedconv",
                "lazyconvtranspose",
                "transposeconv",
                "transposedconv",
                "upconv");
        one("deformable convolution", CONVOLUTIONS, "deformconv", "deformableconv", "dcn");
        one("locally connected layer", CONVOLUTIONS, "locallyconnected");
    }

    private void missingActivations() {
        several("quick GELU", ACTIVATIONS, "quickgelu");
        several("clipped ReLU", ACTIVATIONS, "clippedrelu");
        one("PReLU", ACTIVATIONS, "prelu", "parametricrelu");
        one("RReLU", ACTIVATIONS, "rrelu");
        one("CReLU", ACTIVATIONS, "crelu");
        one("GLU", ACTIVATIONS, "glu", "gatedlinearunit");
        several("gated linear layer", ACTIVATIONS, "geglu", "reglu", "swiglu");
        one("softmin", ACTIVATIONS, "softmin");
        one("LogSoftmax", ACTIVATIONS, "logsoftmax");
        one("maxout", ACTIVATIONS, "maxout");
    }

    private void missingNormalizations() {
        one("layer normalization", NORMALIZATIONS, "layernorm", "layernormalization", "ln");
        one("group normalization", NORMALIZATIONS, "groupnorm", "groupnormalization", "gn");
        one("instance normalization", NORMALIZATIONS, "instancenorm", "instancenormalization", "lazyinstancenorm");
        one("RMS normalization", NORMALIZATIONS, "rmsnorm", "rmsnormalization");
        several(
                "weight normalization",
                NORMALIZATIONS,
                "spectralnorm",
                "spectralnormalization",
                "weightnorm",
                "weightnormalization");
        several("L2 normalization", NORMALIZATIONS, "l2norm", "lpnormalization", "normalize", "unitnormalization");
        one("mean-variance normalization", NORMALIZATIONS, "meanvariancenormalization", "mvn");
        several("Gaussian dropout or noise", DROPS, "gaussiandropout", "gaussiannoise");
    }

    private void missingPools() {
        one("adaptive max pooling", POOLS, "adaptivemaxpool", "adaptivemaxpooling");
        one("global max pooling", POOLS, "globalmaxpool", "globalmaxpooling", "gmp");
        several("LP pooling of whole maps", POOLS, "globallppool");
        one("fractional max pooling", POOLS, "fractionalmaxpool");
        several("pooling of regions", POOLS, "maxroipool", "roialign", "roipool", "roipooling");
        one("pyramid pooling", POOLS, "spatialpyramidpool", "spp");
    }

    private void missingSizes() {
        several(
                "DepthToSpace or SpaceToDepth, whose channels have another order",
                PIXELS,
                "depthtospace",
                "spacetodepth");
        several("vector for each position", SHAPES, "repeatvector");
        several("reshaping of one axis", SHAPES, "unflatten");
        several("move of one axis", SHAPES, "moveaxis", "movedim");
        several("cropping on all sides", SHAPES, "crop", "cropping");
        several("cutting along an axis that way", PIECES, "tensorsplit", "unbind");
        several("narrowing", SHAPES, "narrow");
    }

    private void missingProducts() {
        several("product of two tensors of this kind", PRODUCTS, "baddbmm", "dot");
        several(
                "such product",
                PRODUCTS,
                "addbmm",
                "addmv",
                "addr",
                "groupedmm",
                "inner",
                "kron",
                "mv",
                "outer",
                "tensordot");
        several(
                "attention of this kind",
                PRODUCTS,
                "additiveattention",
                "groupqueryattention",
                "linearattention",
                "selfattention");
        one("embedding", TABLES, "embedding", "embed", "lookuptable");
        one("sum of embeddings", TABLES, "embeddingbag");
        several("single step of a recurrence", RECURRENCES, "grucell", "lstmcell", "rnncell", "simplernncell");
    }

    private void missingElementwise() {
        one("subtraction", JOINS, "sub", "subtract");
        one("division", JOINS, "div", "divide", "truediv");
        one("maximum of tensors", JOINS, "maximum");
        one("minimum of tensors", JOINS, "minimum");
        one("average of tensors", JOINS, "average");
        several(
                "such function of one tensor",
                its("function", Category.FUNCTION),
                "acos",
                "acosh",
                "asin",
                "asinh",
                "atan",
                "atanh",
                "ceil",
                "cosh",
                "erfc",
                "erfinv",
                "exp2",
                "expm1",
                "floor",
                "frac",
                "log10",
                "log1p",
                "log2",
                "logit",
                "round",
                "sgn",
                "sign",
                "sinc",
                "sinh",
                "tan",
                "trunc");
        several("scaling by weights", NORMALIZATIONS, "bias", "biasadd", "layerscale", "scale", "scaleshift");
        several(
                "such reduction",
                REDUCTIONS,
                "argmax",
                "argmin",
                "cummax",
                "cumprod",
                "cumsum",
                "logcumsumexp",
                "median",
                "mode",
                "reducel1",
                "reducelogsum",
                "reducesumsquare",
                "std");
        several("such function of two tensors", JOINS, "and", "bitwiseand", "equal", "logaddexp", "or", "where", "xor");
        several("order of elements by size", SHAPES, "argsort", "sort", "topk");
        several("change of type", "--dtype is that of all layers", "cast", "castlike");
    }

    /**
     * One operator that the catalogue may have some day: its other words mean it from then on.
     *
     * @param kind its name in the catalogue then
     */
    private void one(String what, String present, String kind, String... elsewhere) {
        if (Catalogue.find(kind).isPresent()) {
            same(kind, elsewhere);
        } else {
            several(what, present, kind);
            several(what, present, elsewhere);
        }
    }

    /** Operators of which none is the same as another. */
    private void several(String what, String present, String... words) {
        for (String word : words) {
            advice.put(word, "archmeter has no " + what + " yet; " + present + "; custom declares any other");
        }
    }

    /** Words that are no operators here, but can be expressed with those that there are. */
    private void byOtherMeans() {
        advice.put("addscalar", "write {rescale: , offset: …}");
        advice.put("activation", "write the function itself: relu, gelu, sigmoid, softmax or another");
        advice.put("bidirectional", "write bidirectional: true in rnn, lstm or gru");
        advice.put("depthwiseconv", "write {conv: =in.channels, kernel: …, groups: =in.channels}");
        advice.put("eltwise", "write add, maximum or multiply, as its operation says");
        advice.put("fastgelu", "write {gelu: , approximate: tanh} for the approximation by tanh");
        advice.put("gelunew", advice.get("fastgelu"));
        advice.put("gelutanh", advice.get("fastgelu"));
        advice.put(
                "gather",
                "write take, whose rows lie along the first axis after the batch, as those of ONNX's Gather;"
                        + " there is no gather of single elements yet, which custom declares");
        advice.put("input", "write 'input:' with a shape at the top of the spec, and no layer for it");
        advice.put("inputlayer", advice.get("input"));
        advice.put("circularpad", "write {pad: …, mode: circular}");
        advice.put("constantpad", "write {pad: …, value: …}");
        for (String word : List.of("mirrorpad", "reflectionpad", "reflectpad")) {
            advice.put(word, "write {pad: …, mode: reflect}");
        }
        for (String word : List.of("replicatepad", "replicationpad")) {
            advice.put(word, "write {pad: …, mode: replicate}");
        }
        for (String word : List.of("layerscale", "scale")) {
            advice.put(word, "write {parameter: …}, one factor for each channel, and multiply by it");
        }
        for (String word : List.of("bias", "biasadd")) {
            advice.put(word, "write {parameter: …}, and add it");
        }
        advice.put("scaleshift", "write two layers {parameter: …}, multiply by one and add the other");
        advice.put("pool", "write maxpool or avgpool; Caffe's rounding is ceil_mode: caffe");
        advice.put("pooling", advice.get("pool"));
        advice.put("power", "write pow; what Caffe's Power adds and multiplies by before is a rescale before it");
        advice.put("nearest", "write upsample with a scale_factor or a size");
        advice.put("resize", "write upsample with a scale_factor or a size, a mode, and align_corners");
        advice.put("resizebilinear", "write {upsample: , size: …, mode: bilinear}");
        advice.put("resizenearestneighbor", "write {upsample: , size: …}");
        advice.put("upsamplingbilinear", "write {upsample: …, mode: bilinear, align_corners: true}");
        advice.put(
                "separableconv",
                "write two layers: {conv: =in.channels, kernel: …, groups: =in.channels, bias: false} and"
                        + " {conv: …, kernel: 1}");
        advice.put("interp", "write {upsample: , size: …, mode: bilinear, align_corners: true}");
        advice.put("loop", "write repeat: with a count, or for: with lists");
        advice.put("reduction", "write sum or mean, as its operation says, with its axes");
        advice.put("size", "ask for it where it is needed: =in.height, =in.width, =in.channels or =in.elements");
        for (String word : List.of("columnstack", "dstack", "hstack", "vstack")) {
            advice.put(word, "write {concat: , axis: …}");
        }
        for (String word : List.of("fliplr", "flipud")) {
            advice.put(word, "write {flip: …} with the axis");
        }
        advice.put("sequential", "write the layers as a list, or below 'layers:'");
        advice.put("layernorm2d", "write {layernorm: , axes: 1}, which normalizes the channels");
        advice.put("shrink", "write hardshrink, or softshrink where ONNX's bias is its lambd");
        advice.put("thresholdedrelu", "write {threshold: …, value: 0}");
    }
}
