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
        // keras.layers
        "Dense, linear",
        "Conv2D, conv",
        "BatchNormalization, batchnorm",
        "GlobalAveragePooling2D, globalavgpool",
        "MaxPooling2D, maxpool",
        "ZeroPadding2D, zeropad",
        "Concatenate, concat",
        // ONNX
        "Gemm, linear",
        "AveragePool, avgpool",
        "GlobalAveragePool, globalavgpool",
        "LRN, lrn",
        // Caffe
        "InnerProduct, linear",
        "Convolution, conv",
    })
    void aWordLeadsToTheOperatorThatIsTheSame(String word, String kind) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).contains(kind);
        assertThat(OperatorWords.remedy(word, KINDS)).isEqualTo("did you mean '" + kind + "'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // torch.nn 2.13, in its documentation's order
                "Unfold",
                "Fold",
                "ConvTranspose1d",
                "ConvTranspose2d",
                "ConvTranspose3d",
                "MaxUnpool2d",
                "FractionalMaxPool2d",
                "LPPool2d",
                "AdaptiveMaxPool2d",
                "ReflectionPad2d",
                "ReplicationPad2d",
                "ConstantPad2d",
                "CircularPad2d",
                "ELU",
                "Hardshrink",
                "Hardsigmoid",
                "Hardtanh",
                "Hardswish",
                "LeakyReLU",
                "LogSigmoid",
                "MultiheadAttention",
                "PReLU",
                "ReLU6",
                "RReLU",
                "SELU",
                "CELU",
                "GELU",
                "SiLU",
                "Mish",
                "Softplus",
                "Softshrink",
                "Softsign",
                "Tanh",
                "Tanhshrink",
                "Threshold",
                "GLU",
                "Softmin",
                "LogSoftmax",
                "GroupNorm",
                "InstanceNorm2d",
                "LayerNorm",
                "RMSNorm",
                "RNN",
                "LSTM",
                "GRU",
                "Bilinear",
                "Dropout1d",
                "Dropout2d",
                "Dropout3d",
                "AlphaDropout",
                "FeatureAlphaDropout",
                "Embedding",
                "EmbeddingBag",
                "PixelShuffle",
                "PixelUnshuffle",
                "ChannelShuffle",
                "Upsample",
                "UpsamplingNearest2d",
                "Unflatten",
                // other tools, and papers
                "deconv",
                "Deconvolution",
                "Conv2DTranspose",
                "upconv",
                "swish",
                "SpatialDropout2D",
                "GlobalMaxPooling2D",
                "UpSampling2D",
                "MatMul",
                "Resize",
                "Interp",
                "DropPath",
            })
    void anOperatorThatIsMissingIsAnsweredByNoOther(String word) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).isEmpty();
        assertThat(OperatorWords.remedy(word, KINDS)).matches("archmeter has no .+ yet; .+");
    }

    /** GELU is one swap away from {@code gleu}, and {@code relu} is two letters away. */
    @ParameterizedTest
    @CsvSource({
        "gleu, GELU",
        "leakyrellu, leaky ReLU",
        "Conv2DTranpose, transposed convolution",
        "binlinear, bilinear product"
    })
    void aSlipInTheNameOfAMissingOperatorLeadsToNoOther(String word, String what) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).isEmpty();
        assertThat(OperatorWords.remedy(word, KINDS)).startsWith("archmeter has no " + what + " yet; ");
    }

    @ParameterizedTest
    @CsvSource({"rleu, relu", "maxpol, maxpool", "batchnrom, batchnorm", "convolutoin, conv", "InerProduct, linear"})
    void aSlipInAWordIsRecognized(String word, String kind) {
        assertThat(OperatorWords.VOCABULARY.meant(word, KINDS)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eltwise", "Pooling", "DepthwiseConv2D", "SeparableConv2D", "sum", "Pad", "InputLayer"})
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
