package io.archmeter.op;

import io.archmeter.problem.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PyTorch, Keras, TensorFlow, ONNX, Caffe and papers call operators. A word leads to an operator here only where both are
 * exactly the same; an operator that is spelt alike would count differently, and is never offered.
 */
public final class OperatorWords {
    private static final String ACTIVATIONS = "its activations are relu, sigmoid and softmax";
    private static final String CONVOLUTIONS = "its convolution is conv";
    private static final String NORMALIZATIONS = "its normalizations are batchnorm and lrn";
    private static final String POOLS = "its pools are maxpool, avgpool, adaptiveavgpool and globalavgpool";
    private static final String JOINS = "it joins tensors with add, multiply and concat";
    private static final String PADS = "it pads with zeros: zeropad";
    private static final String PRODUCTS = "its product of matrices is linear";
    private static final String DROPS = "it has dropout";
    private static final String SHAPES = "it changes shapes with flatten";

    /** The words of operators, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(same(), advice());

    private OperatorWords() {}

    /** What to do about a word that is no operator. */
    public static String remedy(String word, Collection<String> known) {
        return VOCABULARY.remedy(word, known);
    }

    private static Map<String, String> same() {
        Map<String, String> words = new TreeMap<>();
        same(words, "adaptiveavgpool", "adaptiveaveragepool", "adaptiveaveragepooling");
        same(words, "add", "addition", "eltwiseadd", "residualadd");
        same(words, "avgpool", "averagepool", "averagepooling", "avgpooling", "meanpool");
        same(words, "batchnorm", "batchnormalization", "bn", "lazybatchnorm", "syncbatchnorm");
        same(words, "concat", "cat", "concatenate", "concatenation");
        same(words, "conv", "convolution", "lazyconv");
        same(words, "dropout", "featurewisedropout");
        same(words, "flatten", "lazyflatten");
        same(words, "globalavgpool", "gap", "globalaveragepool", "globalaveragepooling", "globalavgpooling");
        same(words, "identity", "noop", "passthrough");
        same(words, "linear", "addmm", "affine", "dense", "fc", "fullyconnected", "gemm", "innerproduct", "lazylinear");
        same(words, "lrn", "localresponsenorm", "localresponsenormalization");
        same(words, "maxpool", "maxpooling");
        same(words, "multiply", "mul");
        same(words, "sigmoid", "logistic");
        same(words, "zeropad", "zeropadding");
        return words;
    }

    private static void same(Map<String, String> words, String kind, String... elsewhere) {
        for (String word : elsewhere) {
            words.put(word, kind);
        }
    }

    private static Map<String, String> advice() {
        Map<String, String> advice = new TreeMap<>();
        missingConvolutions(advice);
        missingActivations(advice);
        missingNormalizations(advice);
        missingPools(advice);
        missingSizes(advice);
        missingProducts(advice);
        missingElementwise(advice);
        byOtherMeans(advice);
        return advice;
    }

    private static void missingConvolutions(Map<String, String> advice) {
        missing(
                advice,
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
        missing(advice, "deformable convolution", CONVOLUTIONS, "deformconv", "deformableconv", "dcn");
        missing(advice, "locally connected layer", CONVOLUTIONS, "locallyconnected");
    }

    private static void missingActivations(Map<String, String> advice) {
        missing(advice, "ReLU6", ACTIVATIONS, "relu6", "clippedrelu");
        missing(advice, "leaky ReLU", ACTIVATIONS, "leakyrelu", "lrelu");
        missing(advice, "PReLU", ACTIVATIONS, "prelu");
        missing(advice, "RReLU", ACTIVATIONS, "rrelu");
        missing(advice, "CReLU", ACTIVATIONS, "crelu");
        missing(advice, "thresholded ReLU", ACTIVATIONS, "threshold", "thresholdedrelu");
        missing(advice, "ELU", ACTIVATIONS, "elu");
        missing(advice, "SELU", ACTIVATIONS, "selu");
        missing(advice, "CELU", ACTIVATIONS, "celu");
        missing(advice, "GELU", ACTIVATIONS, "fastgelu", "gelu", "quickgelu");
        missing(advice, "GLU", ACTIVATIONS, "geglu", "glu", "swiglu");
        missing(advice, "SiLU", ACTIVATIONS, "silu", "swish");
        missing(advice, "Mish", ACTIVATIONS, "mish");
        missing(advice, "hard swish", ACTIVATIONS, "hardswish", "hardsilu", "hswish");
        missing(advice, "hard sigmoid", ACTIVATIONS, "hardsigmoid", "hsigmoid");
        missing(advice, "hard tanh", ACTIVATIONS, "hardtanh");
        missing(advice, "tanh", ACTIVATIONS, "tanh");
        missing(advice, "softplus", ACTIVATIONS, "softplus");
        missing(advice, "softsign", ACTIVATIONS, "softsign");
        missing(advice, "softmin", ACTIVATIONS, "softmin");
        missing(advice, "LogSigmoid", ACTIVATIONS, "logsigmoid");
        missing(advice, "LogSoftmax", ACTIVATIONS, "logsoftmax");
        missing(advice, "shrinkage", ACTIVATIONS, "hardshrink", "shrink", "softshrink", "tanhshrink");
        missing(advice, "maxout", ACTIVATIONS, "maxout");
    }

    private static void missingNormalizations(Map<String, String> advice) {
        missing(advice, "layer normalization", NORMALIZATIONS, "layernorm", "layernormalization", "ln");
        missing(advice, "group normalization", NORMALIZATIONS, "groupnorm", "groupnormalization", "gn");
        missing(advice, "instance normalization", NORMALIZATIONS, "instancenorm", "instancenormalization");
        missing(advice, "RMS normalization", NORMALIZATIONS, "rmsnorm", "rmsnormalization");
        missing(advice, "weight normalization", NORMALIZATIONS, "spectralnorm", "weightnorm");
        missing(
                advice,
                "L2 normalization",
                NORMALIZATIONS,
                "l2norm",
                "lpnormalization",
                "normalize",
                "unitnormalization");
        missing(advice, "mean-variance normalization", NORMALIZATIONS, "meanvariancenormalization", "mvn");
        missing(advice, "alpha dropout", DROPS, "alphadropout", "featurealphadropout");
        missing(
                advice,
                "dropout of whole channels",
                DROPS,
                "channeldropout",
                "dropout1d",
                "dropout2d",
                "dropout3d",
                "spatialdropout");
        missing(advice, "stochastic depth", DROPS, "droppath", "stochasticdepth");
        missing(advice, "Gaussian dropout or noise", DROPS, "gaussiandropout", "gaussiannoise");
    }

    private static void missingPools(Map<String, String> advice) {
        missing(advice, "adaptive max pooling", POOLS, "adaptivemaxpool", "adaptivemaxpooling");
        missing(advice, "global max pooling", POOLS, "globalmaxpool", "globalmaxpooling", "gmp");
        missing(advice, "LP pooling", POOLS, "globallppool", "lppool");
        missing(advice, "fractional max pooling", POOLS, "fractionalmaxpool");
        missing(advice, "max unpooling", POOLS, "maxunpool", "maxunpooling", "unpool", "unpooling");
        missing(advice, "pooling of regions", POOLS, "maxroipool", "roialign", "roipool", "roipooling");
        missing(advice, "pyramid pooling", POOLS, "spatialpyramidpool", "spp");
    }

    private static void missingSizes(Map<String, String> advice) {
        missing(
                advice,
                "resizing",
                "nothing in it enlarges a map",
                "interpolate",
                "interpolation",
                "interp",
                "nearest",
                "resize",
                "resizebilinear",
                "resizenearestneighbor",
                "upsample",
                "upsampling",
                "upsamplingbilinear",
                "upsamplingnearest");
        missing(advice, "pixel shuffle", SHAPES, "depthtospace", "pixelshuffle", "pixelunshuffle", "spacetodepth");
        missing(advice, "channel shuffle", SHAPES, "channelshuffle", "shufflechannel");
        missing(advice, "folding of windows", SHAPES, "col2im", "fold", "im2col", "unfold");
        missing(advice, "reshaping", SHAPES, "expand", "reshape", "squeeze", "unflatten", "unsqueeze", "view");
        missing(advice, "permutation of axes", SHAPES, "moveaxis", "permute", "swapaxes", "transpose");
        missing(advice, "slicing", SHAPES, "chunk", "crop", "cropping", "gather", "select", "slice", "split", "unbind");
        missing(advice, "repetition of a tensor", SHAPES, "repeatvector", "roll", "tile");
        missing(advice, "padding with a constant", PADS, "constantpad");
        missing(advice, "padding by reflection", PADS, "reflectionpad", "reflectpad", "mirrorpad");
        missing(advice, "padding by replication", PADS, "replicatepad", "replicationpad");
        missing(advice, "circular padding", PADS, "circularpad");
    }

    private static void missingProducts(Map<String, String> advice) {
        missing(advice, "bilinear product", PRODUCTS, "bilinear");
        missing(advice, "product of two tensors", PRODUCTS, "baddbmm", "batchmatmul", "bmm", "dot", "einsum", "matmul");
        missing(
                advice,
                "attention",
                PRODUCTS,
                "attention",
                "mha",
                "multiheadattention",
                "scaleddotproductattention",
                "sdpa",
                "selfattention");
        missing(advice, "embedding", PRODUCTS, "embed", "embedding", "embeddingbag");
        missing(
                advice,
                "recurrence",
                PRODUCTS,
                "gru",
                "grucell",
                "lstm",
                "lstmcell",
                "rnn",
                "simplernn",
                "bidirectional");
    }

    private static void missingElementwise(Map<String, String> advice) {
        missing(advice, "subtraction", JOINS, "sub", "subtract");
        missing(advice, "division", JOINS, "div", "divide", "truediv");
        missing(advice, "maximum or minimum of tensors", JOINS, "maximum", "minimum");
        missing(advice, "average of tensors", JOINS, "average");
        missing(advice, "stacking", JOINS, "stack");
        missing(
                advice,
                "such function of one tensor",
                ACTIVATIONS,
                "abs",
                "clamp",
                "clip",
                "cos",
                "erf",
                "exp",
                "log",
                "neg",
                "negative",
                "pow",
                "power",
                "reciprocal",
                "rsqrt",
                "sin",
                "sqrt",
                "square");
        missing(advice, "scaling by weights", NORMALIZATIONS, "bias", "biasadd", "layerscale", "scale", "scaleshift");
        missing(
                advice,
                "reduction",
                "globalavgpool takes the mean of each map",
                "mean",
                "reducemax",
                "reducemean",
                "reducemin",
                "reduceprod",
                "reducesum",
                "cumsum",
                "logsumexp",
                "argmax");
    }

    private static void missing(Map<String, String> advice, String what, String present, String... words) {
        for (String word : words) {
            advice.put(word, "archmeter has no " + what + " yet; " + present + "; custom declares any other");
        }
    }

    /** Words that are no operators here, but can be expressed with those that there are. */
    private static void byOtherMeans(Map<String, String> advice) {
        advice.put("activation", "write the function itself: relu, sigmoid or softmax");
        advice.put("depthwiseconv", "write {conv: =in.channels, kernel: …, groups: =in.channels}");
        advice.put("eltwise", "write add or multiply, as its operation says");
        advice.put("input", "write 'input:' with a shape at the top of the spec, and no layer for it");
        advice.put("inputlayer", advice.get("input"));
        advice.put("pad", "write zeropad for zeros; archmeter has no other padding of its own yet");
        advice.put("pool", "write maxpool or avgpool; Caffe's rounding is ceil_mode: caffe");
        advice.put("pooling", advice.get("pool"));
        advice.put(
                "separableconv",
                "write two layers: {conv: =in.channels, kernel: …, groups: =in.channels} and"
                        + " {conv: …, kernel: 1}");
        advice.put("sequential", "write the layers as a list, or below 'layers:'");
        advice.put("sum", "write add where tensors are added; archmeter has no sum over axes yet");
    }
}
