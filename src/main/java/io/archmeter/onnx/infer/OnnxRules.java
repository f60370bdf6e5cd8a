package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.DType;
import io.archmeter.onnx.model.ModelNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rule of each operator of ONNX: the only list. It is a switch, so that of all rules those are loaded that a network needs. */
final class OnnxRules {
    private static final Set<String> MULTIPLYING = Set.of(
            "Attention",
            "CausalConvWithState",
            "Conv",
            "ConvInteger",
            "ConvTranspose",
            "DeformConv",
            "DynamicQuantizeLSTM",
            "DynamicQuantizeMatMul",
            "Einsum",
            "FlexAttention",
            "FusedConv",
            "FusedGemm",
            "FusedMatMul",
            "GRU",
            "Gradient",
            "Gemm",
            "GroupQueryAttention",
            "If",
            "LSTM",
            "LinearAttention",
            "LinearClassifier",
            "LinearRegressor",
            "Loop",
            "MatMul",
            "MatMulBnb4",
            "MatMulInteger",
            "MatMulInteger16",
            "MatMulIntegerToFloat",
            "MatMulNBits",
            "MoE",
            "MultiHeadAttention",
            "NhwcConv",
            "NhwcFusedConv",
            "QAttention",
            "QGemm",
            "QLinearConv",
            "QLinearMatMul",
            "RNN",
            "Scan",
            "SequenceMap",
            "TransposeMatMul");

    private OnnxRules() {}

    /** Whether an operator may have multiply-adds: nobody knows how many where its shapes are not known. */
    static boolean multiplies(ModelNode node) {
        return MULTIPLYING.contains(node.operator());
    }

    static Optional<NodeRule> find(String domain, String operator) {
        return Optional.ofNullable(
                switch (domain) {
                    case "" -> onnx(operator);
                    case "com.microsoft" -> microsoft(operator);
                    case "com.microsoft.nchwc" -> blockedChannels(operator);
                    case "ai.onnx.ml" -> machineLearning(operator);
                    case "ai.onnx.preview" -> preview(operator);
                    case "ai.onnx.preview.training" -> training(operator);
                    default -> null;
                });
    }

    private static NodeRule onnx(String operator) {
        return switch (operator) {
            // keep sorted
            case "Abs" -> FunctionsOfOne.of(operator);
            case "Acos" -> FunctionsOfOne.of(operator);
            case "Acosh" -> FunctionsOfOne.of(operator);
            case "Add" -> FunctionsOfTwo.of(operator);
            case "Affine" -> FunctionsOfOne.of(operator);
            case "AffineGrid" -> Grids.AFFINE_GRID;
            case "And" -> FunctionsOfTwo.of(operator);
            case "ArgMax" -> ExtremePlace::infer;
            case "ArgMin" -> ExtremePlace::infer;
            case "Asin" -> FunctionsOfOne.of(operator);
            case "Asinh" -> FunctionsOfOne.of(operator);
            case "Atan" -> FunctionsOfOne.of(operator);
            case "Atanh" -> FunctionsOfOne.of(operator);
            case "Attention" -> AttentionRule.RULE;
            case "AveragePool" -> Pool::average;
            case "BatchNormalization" -> BatchNormalization::infer;
            case "Bernoulli" -> Made.RANDOM_LIKE;
            case "BitCast" -> Cast.BITS;
            case "BitShift" -> FunctionsOfTwo.of(operator);
            case "BitwiseAnd" -> FunctionsOfTwo.of(operator);
            case "BitwiseNot" -> FunctionsOfOne.of(operator);
            case "BitwiseOr" -> FunctionsOfTwo.of(operator);
            case "BitwiseXor" -> FunctionsOfTwo.of(operator);
            case "BlackmanWindow" -> Spectra.window(2);
            case "Cast" -> Cast.CAST;
            case "CastLike" -> Cast.LIKE;
            case "CausalConvWithState" -> CausalConv.RULE;
            case "Ceil" -> FunctionsOfOne.of(operator);
            case "Celu" -> Activations.of(operator);
            case "CenterCropPad" -> CenterCropPad.RULE;
            case "Clip" -> Clip::infer;
            case "Col2Im" -> Col2Im::infer;
            case "Compress" -> Picked.COMPRESS;
            case "Concat" -> ConcatRule.RULE;
            case "ConcatFromSequence" -> SequencedParts.CONCAT;
            case "Constant" -> Made.CONSTANT;
            case "ConstantOfShape" -> Made.CONSTANT_OF_SHAPE;
            case "Conv" -> ConvRule.CONV;
            case "ConvInteger" -> ConvRule.CONV_INTEGER;
            case "ConvTranspose" -> ConvTransposeRule::infer;
            case "Cos" -> FunctionsOfOne.of(operator);
            case "Cosh" -> FunctionsOfOne.of(operator);
            case "Crop" -> Crop.RULE;
            case "CumProd" -> Cumulative::infer;
            case "CumSum" -> Cumulative::infer;
            case "DFT" -> Spectra.DFT;
            case "DeformConv" -> DeformConv.RULE;
            case "DepthToSpace" -> Blocks.DEPTH_TO_SPACE;
            case "DequantizeLinear" -> QuantizationRules.DEQUANTIZE;
            case "Det" -> Determinant::infer;
            case "Div" -> FunctionsOfTwo.of(operator);
            case "Dropout" -> DropoutRule::infer;
            case "DynamicQuantizeLinear" -> QuantizationRules.DYNAMIC;
            case "Einsum" -> EinsumRule::infer;
            case "Elu" -> Activations.of(operator);
            case "Equal" -> FunctionsOfTwo.of(operator);
            case "Erf" -> FunctionsOfOne.of(operator);
            case "Exp" -> FunctionsOfOne.of(operator);
            case "Expand" -> Repeat.EXPAND;
            case "EyeLike" -> Made.EYE_LIKE;
            case "Flatten" -> Ranks.FLATTEN;
            case "Floor" -> FunctionsOfOne.of(operator);
            case "GRU" -> RecurrentRule.GRU.rule();
            case "Gather" -> GatherRules.GATHER;
            case "GatherElements" -> GatherRules.ELEMENTS;
            case "GatherND" -> GatherRules.BY_PLACES;
            case "Gelu" -> Activations.of(operator);
            case "Gemm" -> Gemm::infer;
            case "GlobalAveragePool" -> Pool::global;
            case "GlobalLpPool" -> Pool::global;
            case "GlobalMaxPool" -> Pool::global;
            case "Greater" -> FunctionsOfTwo.of(operator);
            case "GreaterOrEqual" -> FunctionsOfTwo.of(operator);
            case "GridSample" -> Grids.GRID_SAMPLE;
            case "GroupNormalization" -> Normalization::group;
            case "HammingWindow" -> Spectra.window(1);
            case "HannWindow" -> Spectra.window(1);
            case "HardSigmoid" -> Activations.of(operator);
            case "HardSwish" -> Activations.of(operator);
            case "Hardmax" -> SoftmaxRule::infer;
            case "Identity", "Optional" -> Optionals.OPTIONAL;
            case "If" -> If.RULE;
            case "ImageDecoder" -> Images.DECODER;
            case "ImageScaler" -> FunctionsOfOne.of(operator);
            case "InstanceNormalization" -> Normalization::instance;
            case "IsInf" -> FunctionsOfOne.of(operator);
            case "IsNaN" -> FunctionsOfOne.of(operator);
            case "LRN" -> Normalization::localResponse;
            case "LSTM" -> RecurrentRule.LSTM.rule();
            case "LayerNormalization" -> LayerNormalization::layer;
            case "LeakyRelu" -> Activations.of(operator);
            case "Less" -> FunctionsOfTwo.of(operator);
            case "LessOrEqual" -> FunctionsOfTwo.of(operator);
            case "LinearAttention" -> LinearAttention.RULE;
            case "Log" -> FunctionsOfOne.of(operator);
            case "LogSoftmax" -> SoftmaxRule::infer;
            case "Loop" -> Loop.RULE;
            case "LpNormalization" -> Normalization::lp;
            case "LpPool" -> Pool::lp;
            case "MatMul" -> MatMul::infer;
            case "MatMulInteger" -> MatrixProducts.INTEGER;
            case "Max" -> FunctionsOfTwo.of(operator);
            case "MaxPool" -> Pool::max;
            case "MaxRoiPool" -> Boxes.POOL;
            case "MaxUnpool" -> MaxUnpoolRule::infer;
            case "Mean" -> FunctionsOfTwo.of(operator);
            case "MeanVarianceNormalization" -> Normalization::meanVariance;
            case "MelWeightMatrix" -> Spectra.MEL;
            case "Min" -> FunctionsOfTwo.of(operator);
            case "Mish" -> Activations.of(operator);
            case "Mod" -> FunctionsOfTwo.of(operator);
            case "Mul" -> FunctionsOfTwo.of(operator);
            case "Multinomial" -> Made.MULTINOMIAL;
            case "Neg" -> FunctionsOfOne.of(operator);
            case "NegativeLogLikelihoodLoss" -> Losses.NEGATIVE_LOG_LIKELIHOOD;
            case "NonMaxSuppression" -> Boxes.SUPPRESSION;
            case "NonZero" -> Picked.NON_ZERO;
            case "Not" -> FunctionsOfOne.of(operator);
            case "OneHot" -> OneHot.RULE;
            case "OptionalGetElement" -> Optionals.GET_ELEMENT;
            case "OptionalHasElement" -> Optionals.HAS_ELEMENT;
            case "Or" -> FunctionsOfTwo.of(operator);
            case "PRelu" -> Activations.of(operator);
            case "Pad" -> PadRule.RULE;
            case "ParametricSoftplus" -> FunctionsOfOne.of(operator);
            case "Pow" -> FunctionsOfTwo.of(operator);
            case "QLinearConv" -> ConvRule.QLINEAR_CONV;
            case "QLinearMatMul" -> MatrixProducts.QLINEAR;
            case "QuantizeLinear" -> QuantizationRules.QUANTIZE;
            case "RMSNormalization" -> LayerNormalization::rootMeanSquare;
            case "RNN" -> RecurrentRule.RNN.rule();
            case "RandomNormal", "RandomUniform" -> Made.RANDOM;
            case "RandomNormalLike", "RandomUniformLike" -> Made.RANDOM_LIKE;
            case "Range" -> RangeRule.RULE;
            case "Reciprocal" -> FunctionsOfOne.of(operator);
            case "ReduceL1" -> ReduceRule::infer;
            case "ReduceL2" -> ReduceRule::infer;
            case "ReduceLogSum" -> ReduceRule::infer;
            case "ReduceLogSumExp" -> ReduceRule::infer;
            case "ReduceMax" -> ReduceRule::infer;
            case "ReduceMean" -> ReduceRule::infer;
            case "ReduceMin" -> ReduceRule::infer;
            case "ReduceProd" -> ReduceRule::infer;
            case "ReduceSum" -> ReduceRule::infer;
            case "ReduceSumSquare" -> ReduceRule::infer;
            case "RegexFullMatch" -> TextRules.REGEX_FULL_MATCH;
            case "Relu" -> Activations.of(operator);
            case "Reshape" -> ReshapeRule.RULE;
            case "Resize" -> Resize.RESIZE;
            case "ReverseSequence" -> SameShape.REVERSE_SEQUENCE;
            case "RoiAlign" -> Boxes.ALIGN;
            case "RotaryEmbedding" -> Rotary.RULE;
            case "Round" -> FunctionsOfOne.of(operator);
            case "STFT" -> Spectra.STFT;
            case "Scale" -> FunctionsOfOne.of(operator);
            case "ScaledTanh" -> FunctionsOfOne.of(operator);
            case "Scan" -> Scan.RULE;
            case "Scatter", "ScatterElements" -> Scatter.ELEMENTS;
            case "ScatterND" -> Scatter.BY_PLACES;
            case "Selu" -> Activations.of(operator);
            case "SequenceAt" -> Sequences.AT;
            case "SequenceConstruct" -> Sequences.CONSTRUCT;
            case "SequenceEmpty" -> Sequences.EMPTY;
            case "SequenceErase" -> Sequences.ERASE;
            case "SequenceInsert" -> Sequences.INSERT;
            case "SequenceLength" -> Sequences.LENGTH;
            case "SequenceMap" -> SequenceMap.RULE;
            case "Shape" -> ShapeOf.SHAPE;
            case "Shrink" -> Activations.of(operator);
            case "Sigmoid" -> Activations.of(operator);
            case "Sign" -> FunctionsOfOne.of(operator);
            case "SimplifiedLayerNormalization" -> FusedNormalization.SIMPLIFIED;
            case "Sin" -> FunctionsOfOne.of(operator);
            case "Sinh" -> FunctionsOfOne.of(operator);
            case "Size" -> ShapeOf.SIZE;
            case "Slice" -> SliceRule.RULE;
            case "Softmax" -> SoftmaxRule::infer;
            case "SoftmaxCrossEntropyLoss" -> Losses.CROSS_ENTROPY;
            case "Softplus" -> Activations.of(operator);
            case "Softsign" -> Activations.of(operator);
            case "SpaceToDepth" -> Blocks.SPACE_TO_DEPTH;
            case "Split" -> SplitRule.RULE;
            case "SplitToSequence" -> SequencedParts.SPLIT;
            case "Sqrt" -> FunctionsOfOne.of(operator);
            case "Squeeze" -> Ranks.SQUEEZE;
            case "StringConcat" -> TextRules.CONCAT;
            case "StringNormalizer" -> TextRules.NORMALIZER;
            case "StringSplit" -> TextRules.SPLIT;
            case "Sub" -> FunctionsOfTwo.of(operator);
            case "Sum" -> FunctionsOfTwo.of(operator);
            case "SwiGLU" -> FusedActivations.SWIGLU;
            case "Swish" -> Activations.of(operator);
            case "Tan" -> FunctionsOfOne.of(operator);
            case "Tanh" -> FunctionsOfOne.of(operator);
            case "TensorScatter" -> Scatter.CACHE;
            case "TfIdfVectorizer" -> TextRules.TF_IDF_VECTORIZER;
            case "ThresholdedRelu" -> Activations.of(operator);
            case "Tile" -> Repeat.TILE;
            case "TopK" -> TopK.RULE;
            case "Transpose" -> Ranks.TRANSPOSE;
            case "Trilu" -> SameShape.TRILU;
            case "Unique" -> Unique.RULE;
            case "Unsqueeze" -> Ranks.UNSQUEEZE;
            case "Upsample" -> Resize.UPSAMPLE;
            case "Where" -> Where::infer;
            case "Xor" -> FunctionsOfTwo.of(operator);
            default -> null;
        };
    }

    private static NodeRule microsoft(String operator) {
        return switch (operator) {
            // keep sorted
            case "Attention" -> FusedAttention.ATTENTION;
            case "BiasAdd" -> PerElement.rule(List.of(ADD, ADD));
            case "BiasGelu" -> FusedActivations.BIAS_GELU;
            case "BiasSoftmax" -> FusedActivations.BIAS_SOFTMAX;
            case "BiasSplitGelu" -> FusedActivations.BIAS_SPLIT_GELU;
            case "CDist" -> Distances.PAIRWISE;
            case "DequantizeLinear" -> QuantizationRules.DEQUANTIZE;
            case "DynamicQuantizeLSTM" -> RecurrentRule.LSTM.ruleOfTurned();
            case "DynamicQuantizeMatMul" -> MatrixProducts.DYNAMIC;
            case "EmbedLayerNormalization" -> FusedNormalization.EMBEDDED;
            case "ExpandDims" -> Ranks.EXPAND_DIMS;
            case "FastGelu" -> FusedActivations.FAST_GELU;
            case "FusedConv" -> ConvRule.CONV;
            case "FusedGemm" -> Gemm::infer;
            case "FusedMatMul" -> MatrixProducts.FUSED;
            case "GatherBlockQuantized" -> BlockQuantized.GATHER;
            case "GatherND" -> GatherRules.BY_PLACES;
            case "Gelu" -> FusedActivations.GELU;
            case "GridSample" -> Grids.GRID_SAMPLE;
            case "GroupNorm" -> FusedNormalization.GROUP;
            case "GroupQueryAttention" -> ManyHeads.GROUP_QUERY;
            case "Inverse" -> FusedActivations.INVERSE;
            case "Irfft" -> FusedSpectra.BACK;
            case "LayerNormalization" -> LayerNormalization::layer;
            case "MatMulBnb4" -> MatrixProducts.PACKED;
            case "MatMulInteger16" -> MatrixProducts.INTEGER;
            case "MatMulIntegerToFloat" -> MatrixProducts.INTEGER_TO_FLOAT;
            case "MatMulNBits" -> MatrixProducts.PACKED;
            case "MaxpoolWithMask" -> Pool::max;
            case "MoE" -> Experts.MIXTURE;
            case "MultiHeadAttention" -> ManyHeads.MULTI_HEAD;
            case "NGramRepeatBlock" -> SameShape.OF_SECOND;
            case "NhwcConv" -> ChannelsLast.CONV;
            case "NhwcFusedConv" -> ChannelsLast.CONV;
            case "NhwcMaxPool" -> ChannelsLast.MAX_POOL;
            case "Pad" -> PadRule.RULE;
            case "QAttention" -> FusedAttention.QUANTIZED;
            case "QEmbedLayerNormalization" -> FusedNormalization.QUANTIZED_EMBEDDED;
            case "QGemm" -> MatrixProducts.QGEMM;
            case "QLinearAdd" -> QuantizedElements.of(ADD);
            case "QLinearAveragePool" -> ChannelsLast.QUANTIZED_AVERAGE_POOL;
            case "QLinearConcat" -> QuantizedElements.CONCAT;
            case "QLinearConv" -> ChannelsLast.QUANTIZED_CONV;
            case "QLinearGlobalAveragePool" -> ChannelsLast.QUANTIZED_GLOBAL_POOL;
            case "QLinearLeakyRelu" -> PerElement.quantized(List.of(COMPARE, MULTIPLY));
            case "QLinearMul" -> QuantizedElements.of(MULTIPLY);
            case "QLinearSigmoid" -> PerElement.quantized(PerElement.SIGMOID);
            case "QLinearSoftmax" -> PerElement.quantized(PerElement.SOFTMAX);
            case "QLinearWhere" -> QuantizedElements.WHERE;
            case "QuantizeLinear" -> QuantizationRules.QUANTIZE;
            case "QuickGelu" -> FusedActivations.QUICK_GELU;
            case "Range" -> RangeRule.RULE;
            case "Rfft" -> FusedSpectra.FORTH;
            case "RotaryEmbedding" -> Rotary.RULE;
            case "SampleOp" -> PerElement.rule(List.of());
            case "SimplifiedLayerNormalization" -> FusedNormalization.SIMPLIFIED;
            case "SkipGroupNorm" -> FusedNormalization.SKIP_GROUP;
            case "SkipLayerNormalization" -> FusedNormalization.SKIP;
            case "SkipSimplifiedLayerNormalization" -> FusedNormalization.SKIP_SIMPLIFIED;
            case "TransposeMatMul" -> MatrixProducts.FUSED;
            case "Trilu" -> SameShape.TRILU;
            case "Unique" -> Unique.RULE;
            default -> null;
        };
    }

    private static NodeRule blockedChannels(String operator) {
        return switch (operator) {
            // keep sorted
            case "AveragePool" -> Pool::average;
            case "Conv" -> BlockedChannels.CONV;
            case "GlobalAveragePool" -> Pool::global;
            case "GlobalMaxPool" -> Pool::global;
            case "MaxPool" -> Pool::max;
            case "ReorderInput" -> BlockedChannels.INPUT;
            case "ReorderOutput" -> BlockedChannels.OUTPUT;
            case "Upsample" -> BlockedChannels.UPSAMPLE;
            default -> null;
        };
    }

    private static NodeRule machineLearning(String operator) {
        return switch (operator) {
            // keep sorted
            case "ArrayFeatureExtractor" -> Features.EXTRACTOR;
            case "Binarizer" -> PerElement.rule(List.of(COMPARE));
            case "CastMap" -> Features.CAST_MAP;
            case "CategoryMapper" -> Features.MAPPER;
            case "DictVectorizer" -> Features.DICTIONARY;
            case "FeatureVectorizer" -> Features.VECTORIZER;
            case "Imputer" -> PerElement.rule(List.of(COMPARE));
            case "LabelEncoder" -> Features.LABELS;
            case "LinearClassifier" -> MachineLearning.LINEAR_CLASSIFIER;
            case "LinearRegressor" -> MachineLearning.LINEAR_REGRESSOR;
            case "Normalizer" -> PerElement.rule(DType.FLOAT32, MULTIPLY, ADD, DIVIDE);
            case "OneHotEncoder" -> Features.ONE_HOT;
            case "SVMClassifier" -> MachineLearning.SVM_CLASSIFIER;
            case "SVMRegressor" -> MachineLearning.SVM_REGRESSOR;
            case "Scaler" -> PerElement.rule(DType.FLOAT32, ADD, MULTIPLY);
            case "TreeEnsemble" -> MachineLearning.TREE_REGRESSOR;
            case "TreeEnsembleClassifier" -> MachineLearning.TREE_CLASSIFIER;
            case "TreeEnsembleRegressor" -> MachineLearning.TREE_REGRESSOR;
            case "ZipMap" -> Features.ZIP_MAP;
            default -> null;
        };
    }

    private static NodeRule preview(String operator) {
        return switch (operator) {
            // keep sorted
            case "FlexAttention" -> AttentionRule.FLEX;
            default -> null;
        };
    }

    private static NodeRule training(String operator) {
        return switch (operator) {
            // keep sorted
            case "Adagrad" -> Training.ADAGRAD;
            case "Adam" -> Training.ADAM;
            case "Gradient" -> Training.GRADIENT;
            case "Momentum" -> Training.MOMENTUM;
            default -> null;
        };
    }
}
