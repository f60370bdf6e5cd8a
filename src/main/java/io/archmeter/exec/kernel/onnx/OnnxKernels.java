package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import java.util.List;
import java.util.Optional;

/** The kernel of each operator of ONNX that has one: the only list. */
public final class OnnxKernels {
    private OnnxKernels() {}

    /**
     * The kernel of a layer; empty where nothing computes it. How many elements come out is fixed before a network runs, so that one whose
     * elements decide that is not computed: what somebody says of its output holds.
     */
    public static Optional<Kernel<OnnxOperator>> of(OnnxOperator op) {
        return decidesExtents(op) ? Optional.empty() : inRegion(op);
    }

    private static boolean decidesExtents(OnnxOperator op) {
        return switch (op.type()) {
            case "NonMaxSuppression", "NonZero" -> true;
            case "Compress" -> !(op.given().get(1) instanceof OnnxInput.Known);
            default -> false;
        };
    }

    /** The kernel of a node in a region, whose shapes are found on each run; empty where nothing computes it. */
    static Optional<Kernel<OnnxOperator>> inRegion(OnnxOperator op) {
        return find(op).map(kernel -> (operator, shapes, weights) -> kernel.prepare(operator, weights));
    }

    private static Optional<OnnxKernel> find(OnnxOperator op) {
        String type = op.type();
        Optional<OnnxKernel> listed = Optional.ofNullable(type.startsWith("com.microsoft.") ? microsoft(op) : onnx(op));
        boolean own = type.indexOf('.') < 0;
        return listed.or(() -> Functions.kernel(type)).or(() -> own ? Joins.kernel(type) : Optional.empty());
    }

    private static OnnxKernel onnx(OnnxOperator op) {
        return switch (op.type()) {
            // keep sorted
            case "ai.onnx.ml.TreeEnsembleClassifier" ->
                Trees.areOfSeveralClasses(new KernelSettings(op.settings())) ? Trees::classifier : null;
            case "ai.onnx.ml.TreeEnsembleRegressor" ->
                Trees.areAdded(new KernelSettings(op.settings())) ? Trees::regressor : null;
            case "ArgMax" -> Orders::argMax;
            case "ArgMin" -> Orders::argMin;
            case "Attention" -> Attentions::run;
            case "AveragePool" -> Pools::mean;
            case "BatchNormalization" -> Norms::batch;
            case "BlackmanWindow" -> Spectra::blackman;
            case "Cast", "CastLike" -> Views::cast;
            case "Clip" -> Functions::clip;
            case "Compress" -> Picks::compress;
            case "Concat" -> Arrangements::concat;
            case "ConstantOfShape" -> Makers::filled;
            case "Conv" -> Convolutions::plain;
            case "ConvInteger" -> Convolutions::integers;
            case "ConvTranspose" -> Convolutions::transposed;
            case "CumProd" -> Orders::product;
            case "CumSum" -> Orders::sum;
            case "DeformConv" -> Samples::deformed;
            case "DepthToSpace" -> Arrangements::depthToSpace;
            case "DequantizeLinear" -> QuantizedNumbers::dequantize;
            case "DFT" -> Spectra::transform;
            case "Dropout" -> isAtInference(op) ? Views::dropout : null;
            case "DynamicQuantizeLinear" -> QuantizedNumbers::dynamic;
            case "Einsum" -> Einsums::run;
            case "Expand" -> Arrangements::expand;
            case "EyeLike" -> Makers::eye;
            case "Flatten" -> Views::flatten;
            case "Gather" -> Gathers::gather;
            case "GatherElements" -> Gathers::elements;
            case "GatherND" -> Gathers::positions;
            case "Gemm" -> Matrices::general;
            case "GlobalAveragePool" -> Pools::globalMean;
            case "GlobalLpPool" -> Pools::globalNorm;
            case "GlobalMaxPool" -> Pools::globalLargest;
            case "GridSample" -> op.inputs().get(0).rank() == 4 ? Samples::grid : null;
            case "GroupNormalization" -> Norms::group;
            case "GRU", "LSTM", "RNN" -> Recurrents::run;
            case "HammingWindow" -> Spectra::hamming;
            case "HannWindow" -> Spectra::hann;
            case "Hardmax" -> Orders::hardmax;
            case "Identity" -> Views::identity;
            case "If" -> RegionRun.areComputed(op, "then_branch", "else_branch") ? Branches::run : null;
            case "InstanceNormalization" -> Norms::instance;
            case "IsInf" -> Functions::isInfinite;
            case "LayerNormalization" -> Norms::layer;
            case "LogSoftmax" -> Softmaxes::logarithm;
            case "Loop" -> RegionRun.areComputed(op, "body") ? Loops::run : null;
            case "LpNormalization" -> Norms::length;
            case "LpPool" -> Pools::norm;
            case "LRN" -> Norms::response;
            case "MatMul" -> Matrices::product;
            case "MatMulInteger" -> QuantizedProducts::integers;
            case "MaxPool" -> Pools::largest;
            case "Mean" -> Joins::mean;
            case "MeanVarianceNormalization" -> Norms::meanAndVariance;
            case "NonMaxSuppression" -> Picks::boxes;
            case "NonZero" -> Picks::nonZero;
            case "OneHot" -> Makers::oneHot;
            case "Optional", "OptionalGetElement" -> op.given().isEmpty() ? null : Views::identity;
            case "OptionalHasElement" -> Makers::there;
            case "Pad" -> Paddings::pad;
            case "QLinearConv" -> Convolutions::rounded;
            case "QLinearMatMul" -> QuantizedProducts::rounded;
            case "QuantizeLinear" -> QuantizedNumbers::quantize;
            case "Range" -> Makers::range;
            case "ReduceL1" -> Reductions.L1;
            case "ReduceL2" -> Reductions.L2;
            case "ReduceLogSum" -> Reductions.LOG_SUM;
            case "ReduceLogSumExp" -> Reductions.LOG_SUM_EXP;
            case "ReduceMax" -> Reductions.MAX;
            case "ReduceMean" -> Reductions.MEAN;
            case "ReduceMin" -> Reductions.MIN;
            case "ReduceProd" -> Reductions.PROD;
            case "ReduceSum" -> Reductions.SUM;
            case "ReduceSumSquare" -> Reductions.SUM_SQUARE;
            case "Reshape" -> Views::reshape;
            case "Resize", "Upsample" -> Resizes::run;
            case "ReverseSequence" -> Arrangements::reverseSequence;
            case "RMSNormalization" -> Norms::root;
            case "RoiAlign" -> Samples::boxes;
            case "RotaryEmbedding" -> Rotations::run;
            case "Scan" -> RegionRun.areComputed(op, "body") ? Scans::run : null;
            case "Scatter", "ScatterElements" -> Scatters::elements;
            case "ScatterND" -> Scatters::positions;
            case "Shape" -> Makers::shape;
            case "SimplifiedLayerNormalization" -> Norms::simplified;
            case "Size" -> Makers::size;
            case "Slice" -> Arrangements::slice;
            case "Softmax" -> Softmaxes::softmax;
            case "SpaceToDepth" -> Arrangements::spaceToDepth;
            case "Split" -> call -> Arrangements.split(call, op.slots().size());
            case "Squeeze" -> Views::squeeze;
            case "STFT" -> Spectra::frames;
            case "Tile" -> Arrangements::tile;
            case "TopK" -> Orders::top;
            case "Transpose" -> Arrangements::transpose;
            case "Trilu" -> Arrangements::triangle;
            case "Unsqueeze" -> Views::unsqueeze;
            case "Where" -> Joins::where;
            default -> null;
        };
    }

    private static OnnxKernel microsoft(OnnxOperator op) {
        return switch (op.type().substring(op.type().lastIndexOf('.') + 1)) {
            // keep sorted
            case "Attention" -> isWithoutPast(op, 4) ? Attentions::projected : null;
            case "BiasGelu" -> Joins::biasGelu;
            case "DequantizeLinear" -> QuantizedNumbers::dequantize;
            case "DynamicQuantizeMatMul" -> QuantizedProducts::dynamic;
            case "EmbedLayerNormalization" -> Embeddings::normalized;
            case "FastGelu" -> Joins::fastGelu;
            case "FusedConv" -> Convolutions::fused;
            case "FusedGemm" -> Matrices::general;
            case "FusedMatMul", "TransposeMatMul" -> Matrices::fused;
            case "GatherND" -> Gathers::positions;
            case "GridSample" -> Samples::grid;
            case "LayerNormalization" -> Norms::layer;
            case "MatMulIntegerToFloat" -> QuantizedProducts::scaled;
            case "MatMulNBits" -> QuantizedProducts::packed;
            case "MultiHeadAttention" -> isWithoutPast(op, 6) && has(op, 2) ? Attentions::severalHeads : null;
            case "Pad" -> Paddings::pad;
            case "QGemm" -> QuantizedProducts::general;
            case "QLinearAdd" -> QuantizedElements::sum;
            case "QLinearAveragePool" -> QuantizedElements::mean;
            case "QLinearConcat" -> QuantizedElements::concat;
            case "QLinearGlobalAveragePool" -> QuantizedElements::globalMean;
            case "QLinearLeakyRelu" -> QuantizedElements::leakyRelu;
            case "QLinearMul" -> QuantizedElements::product;
            case "QLinearSigmoid" -> QuantizedElements::sigmoid;
            case "QLinearSoftmax" -> QuantizedElements::softmax;
            case "QLinearWhere" -> QuantizedElements::where;
            case "QuantizeLinear" -> QuantizedNumbers::quantize;
            case "Range" -> Makers::range;
            case "RotaryEmbedding" -> Rotations::microsoft;
            case "SimplifiedLayerNormalization" -> Norms::simplified;
            case "SkipLayerNormalization" -> Norms::skip;
            case "SkipSimplifiedLayerNormalization" -> Norms::skipSimplified;
            case "Trilu" -> Arrangements::triangle;
            default -> null;
        };
    }

    /** Whether attention is of this sequence alone: nothing of one before it comes in, from an input on, or is put out. */
    private static boolean isWithoutPast(OnnxOperator op, int past) {
        return op.slots().equals(List.of(0))
                && !has(op, past)
                && op.inputs().stream().allMatch(shape -> shape.rank() < 5);
    }

    /** Whether a dropout is known to pass on what it is given: what it makes where it trains is random. */
    private static boolean isAtInference(OnnxOperator op) {
        if (op.version() < 7) {
            return new KernelSettings(op.settings()).flag("is_test", false);
        }
        return !has(op, 2)
                || op.given().get(2) instanceof OnnxInput.Known known
                        && known.elements().get(0) == 0;
    }

    private static boolean has(OnnxOperator op, int input) {
        return input < op.given().size() && !(op.given().get(input) instanceof OnnxInput.LeftOut);
    }
}
