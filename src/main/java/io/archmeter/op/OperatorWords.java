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
    private static final String ACTIVATIONS = its("activation", Category.ACTIVATION);
    private static final String CONVOLUTIONS = its("convolution", Category.CONVOLUTION);
    private static final String NORMALIZATIONS = its("normalization", Category.NORMALIZATION);
    private static final String POOLS = its("pool", Category.POOLING);
    private static final String JOINS = "it joins tensors with " + listed(kinds(Category.JOIN));
    private static final String TABLES = its("table", Category.EMBEDDING);
    private static final String RECURRENCES = its("recurrent layer", Category.RECURRENT);
    private static final String PADS = "it pads with zeros: zeropad";
    private static final String PRODUCTS = "its product of matrices is linear";
    private static final String DROPS = "it has dropout";
    private static final String PIECES = "it cuts tensors with split";
    private static final String SHAPES = "it changes shapes with flatten";

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
        same("adaptiveavgpool", "adaptiveaveragepool", "adaptiveaveragepooling");
        same("add", "addition", "eltwiseadd", "residualadd");
        same("avgpool", "averagepool", "averagepooling", "avgpooling", "meanpool");
        same("batchnorm", "batchnormalization", "bn", "lazybatchnorm", "syncbatchnorm");
        same("concat", "cat", "concatenate", "concatenation");
        same("conv", "convolution", "lazyconv");
        same("channeldropout", "dropout1d", "dropout2d", "dropout3d", "featuredropout", "spatialdropout");
        same("dropout", "featurewisedropout");
        same("flatten", "lazyflatten");
        same("globalavgpool", "gap", "globalaveragepool", "globalaveragepooling", "globalavgpooling");
        same("identity", "noop", "passthrough");
        same("linear", "addmm", "affine", "dense", "fc", "fullyconnected", "gemm", "innerproduct", "lazylinear");
        same("lrn", "localresponsenorm", "localresponsenormalization");
        same("maxpool", "maxpooling");
        same("multiply", "mul");
        same("lstm", "cudnnlstm");
        same("gru", "cudnngru");
        same("rnn", "elmanrnn", "simplernn");
        same("sigmoid", "logistic");
        same("split", "chunk", "splitwithsizes");
        same("stochasticdepth", "droppath");
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
        several("ReLU6", ACTIVATIONS, "relu6", "clippedrelu");
        one("leaky ReLU", ACTIVATIONS, "leakyrelu", "lrelu");
        one("PReLU", ACTIVATIONS, "prelu");
        one("RReLU", ACTIVATIONS, "rrelu");
        one("CReLU", ACTIVATIONS, "crelu");
        several("thresholded ReLU", ACTIVATIONS, "threshold", "thresholdedrelu");
        one("ELU", ACTIVATIONS, "elu");
        one("SELU", ACTIVATIONS, "selu");
        one("CELU", ACTIVATIONS, "celu");
        several("GELU", ACTIVATIONS, "fastgelu", "gelu", "quickgelu");
        several("GLU", ACTIVATIONS, "geglu", "glu", "swiglu");
        one("SiLU", ACTIVATIONS, "silu", "swish");
        one("Mish", ACTIVATIONS, "mish");
        one("hard swish", ACTIVATIONS, "hardswish", "hardsilu", "hswish");
        one("hard sigmoid", ACTIVATIONS, "hardsigmoid", "hsigmoid");
        one("hard tanh", ACTIVATIONS, "hardtanh");
        one("tanh", ACTIVATIONS, "tanh");
        one("softplus", ACTIVATIONS, "softplus");
        one("softsign", ACTIVATIONS, "softsign");
        one("softmin", ACTIVATIONS, "softmin");
        one("LogSigmoid", ACTIVATIONS, "logsigmoid");
        one("LogSoftmax", ACTIVATIONS, "logsoftmax");
        several("shrinkage", ACTIVATIONS, "hardshrink", "shrink", "softshrink", "tanhshrink");
        one("maxout", ACTIVATIONS, "maxout");
    }

    private void missingNormalizations() {
        one("layer normalization", NORMALIZATIONS, "layernorm", "layernormalization", "ln");
        one("group normalization", NORMALIZATIONS, "groupnorm", "groupnormalization", "gn");
        one("instance normalization", NORMALIZATIONS, "instancenorm", "instancenormalization");
        one("RMS normalization", NORMALIZATIONS, "rmsnorm", "rmsnormalization");
        several("weight normalization", NORMALIZATIONS, "spectralnorm", "weightnorm");
        several("L2 normalization", NORMALIZATIONS, "l2norm", "lpnormalization", "normalize", "unitnormalization");
        one("mean-variance normalization", NORMALIZATIONS, "meanvariancenormalization", "mvn");
        several("Gaussian dropout or noise", DROPS, "gaussiandropout", "gaussiannoise");
    }

    private void missingPools() {
        one("adaptive max pooling", POOLS, "adaptivemaxpool", "adaptivemaxpooling");
        one("global max pooling", POOLS, "globalmaxpool", "globalmaxpooling", "gmp");
        several("LP pooling", POOLS, "globallppool", "lppool");
        one("fractional max pooling", POOLS, "fractionalmaxpool");
        one("max unpooling", POOLS, "maxunpool", "maxunpooling", "unpool", "unpooling");
        several("pooling of regions", POOLS, "maxroipool", "roialign", "roipool", "roipooling");
        one("pyramid pooling", POOLS, "spatialpyramidpool", "spp");
    }

    private void missingSizes() {
        several(
                "resizing",
                "nothing in it interpolates",
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
        several("pixel shuffle", SHAPES, "depthtospace", "pixelshuffle", "pixelunshuffle", "spacetodepth");
        one("channel shuffle", SHAPES, "channelshuffle", "shufflechannel");
        several("folding of windows", SHAPES, "col2im", "fold", "im2col", "unfold");
        several("reshaping", SHAPES, "expand", "reshape", "squeeze", "unflatten", "unsqueeze", "view");
        several("permutation of axes", SHAPES, "moveaxis", "permute", "swapaxes", "transpose");
        several("slicing", PIECES, "crop", "cropping", "gather", "narrow", "select", "slice", "tensorsplit", "unbind");
        several("repetition of a tensor", SHAPES, "repeatvector", "roll", "tile");
        one("padding with a constant", PADS, "constantpad");
        one("padding by reflection", PADS, "reflectionpad", "reflectpad", "mirrorpad");
        one("padding by replication", PADS, "replicatepad", "replicationpad");
        one("circular padding", PADS, "circularpad");
    }

    private void missingProducts() {
        one("bilinear product", PRODUCTS, "bilinear");
        several("product of two tensors", PRODUCTS, "baddbmm", "batchmatmul", "bmm", "dot", "einsum", "matmul");
        several(
                "attention",
                PRODUCTS,
                "attention",
                "mha",
                "multiheadattention",
                "scaleddotproductattention",
                "sdpa",
                "selfattention");
        one("embedding", TABLES, "embedding", "embed", "lookuptable");
        one("sum of embeddings", TABLES, "embeddingbag");
        several("single step of a recurrence", RECURRENCES, "grucell", "lstmcell", "rnncell", "simplernncell");
    }

    private void missingElementwise() {
        one("subtraction", JOINS, "sub", "subtract");
        one("division", JOINS, "div", "divide", "truediv");
        several("maximum or minimum of tensors", JOINS, "maximum", "minimum");
        one("average of tensors", JOINS, "average");
        one("stacking", JOINS, "stack");
        several(
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
        several("scaling by weights", NORMALIZATIONS, "bias", "biasadd", "layerscale", "scale", "scaleshift");
        several(
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
        advice.put("activation", "write the function itself: relu, sigmoid or softmax");
        advice.put("bidirectional", "write bidirectional: true in rnn, lstm or gru");
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
