package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools call operators: a word leads to what it means, or to nothing. */
class OperatorWordsTest {
    private static final Collection<String> KINDS = Catalogue.kinds();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // torch.nn and torch.nn.functional
        "Conv2d, conv",
        "nn.Conv3d, conv",
        "torch.nn.ReLU, relu",
        "F.relu, relu",
        "BatchNorm2d, batchnorm",
        "MaxPool2d, maxpool",
        "AvgPool1d, avgpool",
        "AdaptiveAvgPool2d, adaptiveavgpool",
        "LocalResponseNorm, lrn",
        "Softmax2d, softmax",
        "ZeroPad2d, zeropad",
        "cat, concat",
        "mul, multiply",
        "torch.chunk, split",
        "torch.split, split",
        "view, reshape",
        "swapaxes, transpose",
        // keras.layers
        "Dense, linear",
        "Conv2D, conv",
        "BatchNormalization, batchnorm",
        "GlobalAveragePooling2D, globalavgpool",
        "MaxPooling2D, maxpool",
        "ZeroPadding2D, zeropad",
        "Concatenate, concat",
        "Permute, permute",
        "Reshape, reshape",
        "ExpandDims, unsqueeze",
        // ONNX
        "Pad, pad",
        "LayerNormalization, layernorm",
        "nn.LayerNorm, layernorm",
        "RMSNormalization, rmsnorm",
        "LazyInstanceNorm2d, instancenorm",
        "reduce_mean, mean",
        "ReduceMean, mean",
        "torch.amax, max",
        "ReduceMax, max",
        "amin, min",
        "reduce_prod, prod",
        "ReduceSum, sum",
        "ReduceL2, norm",
        "ReduceLogSumExp, logsumexp",
        "Subtract, sub",
        "Maximum, maximum",
        "Minimum, minimum",
        "Sub, sub",
        "Div, div",
        "torch.div, div",
        "divide, div",
        "true_divide, div",
        "torch.maximum, maximum",
        "Gemm, linear",
        "AveragePool, avgpool",
        "GlobalAveragePool, globalavgpool",
        "LRN, lrn",
        "LeakyReLU, leakyrelu",
        "HardSwish, hardswish",
        // keras.activations
        "hard_sigmoid, hardsigmoid",
        "leaky_relu, leakyrelu",
        "log_sigmoid, logsigmoid",
        "relu6, relu6",
        "hard_silu, hardswish",
        "swish, silu",
        "Clip, clamp",
        "Neg, neg",
        "Rescaling, rescale",
        "torch.clamp, clamp",
        "torch.rsqrt, rsqrt",
        "Split, split",
        // Caffe
        "AbsVal, abs",
        "InnerProduct, linear",
        "Convolution, conv",
    })
    void aWordLeadsToTheOperatorThatIsTheSame(String word, String kind) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).contains(kind);
        assertThat(OperatorWords.remedy(word, KINDS)).isEqualTo("did you mean '" + kind + "'?");
    }

    /** Each with the name that it has here, or would have: a word means that one or nothing. */
    @ParameterizedTest
    @CsvSource({
        // torch.nn 2.13, in its documentation's order
        "Unfold, unfold",
        "Fold, fold",
        "ConvTranspose1d, convtranspose",
        "ConvTranspose2d, convtranspose",
        "ConvTranspose3d, convtranspose",
        "MaxUnpool2d, maxunpool",
        "FractionalMaxPool2d, fractionalmaxpool",
        "LPPool2d, lppool",
        "AdaptiveMaxPool2d, adaptivemaxpool",
        "ELU, elu",
        "Hardshrink, hardshrink",
        "Hardsigmoid, hardsigmoid",
        "Hardtanh, hardtanh",
        "Hardswish, hardswish",
        "LeakyReLU, leakyrelu",
        "LogSigmoid, logsigmoid",
        "MultiheadAttention, multiheadattention",
        "PReLU, prelu",
        "ReLU6, relu6",
        "RReLU, rrelu",
        "SELU, selu",
        "CELU, celu",
        "GELU, gelu",
        "SiLU, silu",
        "Mish, mish",
        "Softplus, softplus",
        "Softshrink, softshrink",
        "Softsign, softsign",
        "Tanh, tanh",
        "Tanhshrink, tanhshrink",
        "Threshold, threshold",
        "GLU, glu",
        "Softmin, softmin",
        "LogSoftmax, logsoftmax",
        "GroupNorm, groupnorm",
        "InstanceNorm2d, instancenorm",
        "LayerNorm, layernorm",
        "RMSNorm, rmsnorm",
        "FrozenBatchNorm2d, batchnorm",
        "RNN, rnn",
        "LSTM, lstm",
        "GRU, gru",
        "Bilinear, bilinear",
        "Dropout1d, channeldropout",
        "Dropout2d, channeldropout",
        "Dropout3d, channeldropout",
        "AlphaDropout, alphadropout",
        "FeatureAlphaDropout, featurealphadropout",
        "Embedding, embedding",
        "EmbeddingBag, embeddingbag",
        "PixelShuffle, pixelshuffle",
        "PixelUnshuffle, pixelunshuffle",
        "ChannelShuffle, channelshuffle",
        "Upsample, upsample",
        "UpsamplingNearest2d, upsample",
        "Unflatten, unflatten",
        // other tools, and papers
        "deconv, convtranspose",
        "Deconvolution, convtranspose",
        "Conv2DTranspose, convtranspose",
        "upconv, convtranspose",
        "swish, silu",
        "SpatialDropout2D, channeldropout",
        "GlobalMaxPooling2D, globalmaxpool",
        "UpSampling2D, upsample",
        "MatMul, matmul",
        "interpolate, upsample",
        "DropPath, stochasticdepth",
        "drop_path, stochasticdepth",
        "F.dropout2d, channeldropout",
        "nn.GRU, gru",
        "im2col, unfold",
        "Col2Im, fold",
        "SimpleRNN, rnn",
    })
    void aWordOfAnOperatorThatMayBeMissingIsAnsweredByNoOther(String word, String kind) {
        if (KINDS.contains(kind)) {
            aWordLeadsToTheOperatorThatIsTheSame(word, kind);
        } else {
            assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).isEmpty();
            assertThat(OperatorWords.remedy(word, KINDS)).matches("archmeter has no .+ yet; .+");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "log1p, such function of one tensor",
        "sinh, such function of one tensor",
        "localyconnected, locally connected layer",
        "SpectralNormalization, weight normalization",
        "LinearAttention, attention of this kind",
        "ReduceLogSum, such reduction",
        "median, such reduction",
        "BitwiseAnd, such function of two tensors",
        "logaddexp, such function of two tensors",
        "Cast, change of type",
        "sort, order of elements by size",
        "addbmm, such product",
        "baddbm, product of two tensors of this kind"
    })
    void aSlipInTheNameOfAMissingOperatorLeadsToNoOther(String word, String what) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).isEmpty();
        assertThat(OperatorWords.remedy(word, KINDS)).startsWith("archmeter has no " + what + " yet; ");
    }

    /** GELU is one swap away from {@code gleu}, and {@code relu} is two letters away. */
    @ParameterizedTest
    @CsvSource({
        "rleu, relu",
        "gleu, gelu",
        "leakyrellu, leakyrelu",
        "maxpol, maxpool",
        "batchnrom, batchnorm",
        "convolutoin, conv",
        "InerProduct, linear"
    })
    void aSlipInAWordIsRecognized(String word, String kind) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eltwise",
                "Interp",
                "add_scalar",
                "hstack",
                "flipud",
                "Pooling",
                "DepthwiseConv2D",
                "SeparableConv2D",
                "LayerNorm2d",
                "ReflectionPad2d",
                "ReplicationPad2d",
                "ConstantPad2d",
                "CircularPad2d",
                "InputLayer",
                "Resize",
                "UpsamplingBilinear2d"
            })
    void whatIsSaidByOtherMeansIsNotSaidByOneWord(String word) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).isEmpty();
        assertThat(OperatorWords.remedy(word, KINDS)).startsWith("write ");
    }

    @Test
    void aNewOperatorIsMissingNoLonger() {
        assertThat(KINDS).containsAll(OperatorWords.VOCABULARY.elsewhere().values());
        assertThat(KINDS)
                .doesNotContainAnyElementsOf(OperatorWords.VOCABULARY.advice().keySet());
        assertThat(OperatorWords.VOCABULARY.elsewhere().keySet())
                .doesNotContainAnyElementsOf(OperatorWords.VOCABULARY.advice().keySet());
    }
}
