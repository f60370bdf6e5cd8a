package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.onnx.model.ModelNode;
import java.util.Map;
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
            "DynamicQuantizeMatMul",
            "Einsum",
            "FlexAttention",
            "FusedConv",
            "FusedGemm",
            "FusedMatMul",
            "GRU",
            "Gemm",
            "GroupQueryAttention",
            "If",
            "LSTM",
            "LinearAttention",
            "Loop",
            "MatMul",
            "MatMulInteger",
            "MatMulIntegerToFloat",
            "MatMulNBits",
            "MultiHeadAttention",
            "QAttention",
            "QGemm",
            "QLinearConv",
            "QLinearMatMul",
            "RNN",
            "Scan",
            "SequenceMap");

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
                    case "ai.onnx.ml" -> machineLearning(operator);
                    default -> null;
                });
    }

    private static NodeRule onnx(String operator) {
        return switch (operator) {
            // keep sorted
            case "Add" -> Elementwise.of(Map.of(ADD, 1L), Arithmetic.folded(Math::addExact, (a, b) -> a + b));
            case "AffineGrid" -> Grids.AFFINE_GRID;
            case "Bernoulli" -> Made.RANDOM_LIKE;
            case "BitCast" -> Cast.BITS;
            case "Cast" -> Cast.CAST;
            case "CastLike" -> Cast.LIKE;
            case "CenterCropPad" -> CenterCropPad.RULE;
            case "Compress" -> Picked.COMPRESS;
            case "Concat" -> Concat.RULE;
            case "ConcatFromSequence" -> SequencedParts.CONCAT;
            case "Constant" -> Made.CONSTANT;
            case "ConstantOfShape" -> Made.CONSTANT_OF_SHAPE;
            case "Conv" -> Conv.CONV;
            case "ConvInteger" -> Conv.CONV_INTEGER;
            case "DepthToSpace" -> Blocks.DEPTH_TO_SPACE;
            case "Expand" -> Repeat.EXPAND;
            case "EyeLike" -> Made.EYE_LIKE;
            case "Flatten" -> Ranks.FLATTEN;
            case "Gather" -> Gather.GATHER;
            case "GatherElements" -> Gather.ELEMENTS;
            case "GatherND" -> Gather.BY_PLACES;
            case "GridSample" -> Grids.GRID_SAMPLE;
            case "Identity", "Optional" -> Optionals.OPTIONAL;
            case "ImageDecoder" -> Images.DECODER;
            case "Mul" -> Elementwise.of(Map.of(MULTIPLY, 1L), Arithmetic.folded(Math::multiplyExact, (a, b) -> a * b));
            case "Multinomial" -> Made.MULTINOMIAL;
            case "NonZero" -> Picked.NON_ZERO;
            case "OneHot" -> OneHot.RULE;
            case "OptionalGetElement" -> Optionals.GET_ELEMENT;
            case "OptionalHasElement" -> Optionals.HAS_ELEMENT;
            case "Pad" -> Pad.RULE;
            case "QLinearConv" -> Conv.QLINEAR_CONV;
            case "RandomNormal", "RandomUniform" -> Made.RANDOM;
            case "RandomNormalLike", "RandomUniformLike" -> Made.RANDOM_LIKE;
            case "Range" -> Range.RULE;
            case "RegexFullMatch" -> Texts.REGEX_FULL_MATCH;
            case "Relu" -> Elementwise.of(Map.of(COMPARE, 1L));
            case "Reshape" -> Reshape.RULE;
            case "Resize" -> Resize.RESIZE;
            case "ReverseSequence" -> SameShape.REVERSE_SEQUENCE;
            case "Scatter", "ScatterElements" -> Scatter.ELEMENTS;
            case "ScatterND" -> Scatter.BY_PLACES;
            case "SequenceAt" -> Sequences.AT;
            case "SequenceConstruct" -> Sequences.CONSTRUCT;
            case "SequenceEmpty" -> Sequences.EMPTY;
            case "SequenceErase" -> Sequences.ERASE;
            case "SequenceInsert" -> Sequences.INSERT;
            case "SequenceLength" -> Sequences.LENGTH;
            case "Shape" -> ShapeOf.SHAPE;
            case "Size" -> ShapeOf.SIZE;
            case "Slice" -> Slice.RULE;
            case "SpaceToDepth" -> Blocks.SPACE_TO_DEPTH;
            case "Split" -> Split.RULE;
            case "SplitToSequence" -> SequencedParts.SPLIT;
            case "Squeeze" -> Ranks.SQUEEZE;
            case "StringConcat" -> Texts.CONCAT;
            case "StringNormalizer" -> Texts.NORMALIZER;
            case "StringSplit" -> Texts.SPLIT;
            case "TensorScatter" -> Scatter.CACHE;
            case "TfIdfVectorizer" -> Texts.TF_IDF_VECTORIZER;
            case "Tile" -> Repeat.TILE;
            case "TopK" -> TopK.RULE;
            case "Transpose" -> Ranks.TRANSPOSE;
            case "Trilu" -> SameShape.TRILU;
            case "Unique" -> Unique.RULE;
            case "Unsqueeze" -> Ranks.UNSQUEEZE;
            case "Upsample" -> Resize.UPSAMPLE;
            default -> null;
        };
    }

    private static NodeRule microsoft(String operator) {
        return switch (operator) {
            // keep sorted
            case "FusedConv" -> Conv.CONV;
            default -> null;
        };
    }

    private static NodeRule machineLearning(String operator) {
        return switch (operator) {
            // keep sorted
            default -> null;
        };
    }
}
