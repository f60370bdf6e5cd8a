package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Weight;

/**
 * The rule of each operator that is built in. It is a switch and no map, so that of all rules those are loaded that a network needs:
 * they would be half of what a short command loads.
 */
final class Rules {
    private Rules() {}

    static OpRule<? extends Op> of(String kind) {
        return switch (kind) {
            // keep sorted
            case "abs" -> Pointwise.rule(Pointwise.Function.ABS);
            case "adaptiveavgpool" -> AdaptivePool.rule(PoolFunction.MEAN);
            case "adaptivemaxpool" -> AdaptivePool.rule(PoolFunction.LARGEST);
            case "add" -> Elementwise.rule(Elementwise.Function.ADD);
            case "alphadropout" -> Dropout.rule(Dropout.Function.ALPHA);
            case "attention" -> Attention.RULE;
            case "avgpool" -> AvgPool.RULE;
            case "batchnorm" -> BatchNorm.RULE;
            case "bilinear" -> Bilinear.RULE;
            case "buffer" -> OwnTensor.rule(Weight.Kind.BUFFER);
            case "celu" -> Activation.rule(Activation.Function.CELU);
            case "channeldropout" -> Dropout.rule(Dropout.Function.CHANNELS);
            case "channelshuffle" -> ChannelShuffle.RULE;
            case "clamp" -> Clamp.RULE;
            case "concat" -> Concat.RULE;
            case "conv" -> Conv.RULE;
            case "convtranspose" -> ConvTranspose.RULE;
            case "cos" -> Pointwise.rule(Pointwise.Function.COS);
            case "custom" -> Custom.RULE;
            case "div" -> Elementwise.rule(Elementwise.Function.DIV);
            case "dropout" -> Dropout.rule(Dropout.Function.DROPOUT);
            case "einsum" -> Einsum.RULE;
            case "elu" -> Activation.rule(Activation.Function.ELU);
            case "embedding" -> Embedding.RULE;
            case "embeddingbag" -> EmbeddingBag.RULE;
            case "erf" -> Pointwise.rule(Pointwise.Function.ERF);
            case "exp" -> Pointwise.rule(Pointwise.Function.EXP);
            case "expand" -> Expand.RULE;
            case "featurealphadropout" -> Dropout.rule(Dropout.Function.FEATURE_ALPHA);
            case "flatten" -> Flatten.RULE;
            case "flip" -> Flip.RULE;
            case "fold" -> Fold.RULE;
            case "gelu" -> Gelu.RULE;
            case "globalavgpool" -> GlobalPool.rule(PoolFunction.MEAN);
            case "globalmaxpool" -> GlobalPool.rule(PoolFunction.LARGEST);
            case "glu" -> Glu.RULE;
            case "groupnorm" -> GroupNorm.RULE;
            case "gru" -> Recurrent.rule(Recurrent.Cell.GRU);
            case "hardshrink" -> Activation.rule(Activation.Function.HARDSHRINK);
            case "hardsigmoid" -> Activation.rule(Activation.Function.HARDSIGMOID);
            case "hardswish" -> Activation.rule(Activation.Function.HARDSWISH);
            case "hardtanh" -> Activation.rule(Activation.Function.HARDTANH);
            case "identity" -> Identity.RULE;
            case "instancenorm" -> InstanceNorm.RULE;
            case "layernorm" -> LayerNorm.RULE;
            case "leakyrelu" -> Activation.rule(Activation.Function.LEAKYRELU);
            case "linear" -> Linear.RULE;
            case "log" -> Pointwise.rule(Pointwise.Function.LOG);
            case "logsigmoid" -> Activation.rule(Activation.Function.LOGSIGMOID);
            case "logsoftmax" -> Softmax.rule(true);
            case "logsumexp" -> Reduce.rule(Reduce.Function.LOGSUMEXP);
            case "lppool" -> LpPool.RULE;
            case "lrn" -> LocalResponseNorm.RULE;
            case "lstm" -> Recurrent.rule(Recurrent.Cell.LSTM);
            case "matmul" -> Matmul.RULE;
            case "max" -> Reduce.rule(Reduce.Function.MAX);
            case "maximum" -> Elementwise.rule(Elementwise.Function.MAXIMUM);
            case "maxpool" -> MaxPool.RULE;
            case "maxunpool" -> MaxUnpool.RULE;
            case "mean" -> Reduce.rule(Reduce.Function.MEAN);
            case "min" -> Reduce.rule(Reduce.Function.MIN);
            case "minimum" -> Elementwise.rule(Elementwise.Function.MINIMUM);
            case "mish" -> Activation.rule(Activation.Function.MISH);
            case "multiheadattention" -> MultiheadAttention.RULE;
            case "multiply" -> Elementwise.rule(Elementwise.Function.MULTIPLY);
            case "neg" -> Pointwise.rule(Pointwise.Function.NEG);
            case "norm" -> Reduce.rule(Reduce.Function.NORM);
            case "pad" -> Pad.RULE;
            case "parameter" -> OwnTensor.rule(Weight.Kind.PARAMETER);
            case "permute" -> Permute.RULE;
            case "pixelshuffle" -> PixelShuffle.RULE;
            case "pixelunshuffle" -> PixelUnshuffle.RULE;
            case "pow" -> Pow.RULE;
            case "prelu" -> Prelu.RULE;
            case "prod" -> Reduce.rule(Reduce.Function.PROD);
            case "reciprocal" -> Pointwise.rule(Pointwise.Function.RECIPROCAL);
            case "relu" -> Activation.rule(Activation.Function.RELU);
            case "relu6" -> Activation.rule(Activation.Function.RELU6);
            case "rescale" -> Rescale.RULE;
            case "reshape" -> Reshape.RULE;
            case "rmsnorm" -> RmsNorm.RULE;
            case "rnn" -> Recurrent.rule(Recurrent.Cell.RNN);
            case "roll" -> Roll.RULE;
            case "rsqrt" -> Pointwise.rule(Pointwise.Function.RSQRT);
            case "select" -> Select.RULE;
            case "selu" -> Activation.rule(Activation.Function.SELU);
            case "sigmoid" -> Activation.rule(Activation.Function.SIGMOID);
            case "silu" -> Activation.rule(Activation.Function.SILU);
            case "sin" -> Pointwise.rule(Pointwise.Function.SIN);
            case "slice" -> Slice.RULE;
            case "softmax" -> Softmax.rule(false);
            case "softplus" -> Activation.rule(Activation.Function.SOFTPLUS);
            case "softshrink" -> Activation.rule(Activation.Function.SOFTSHRINK);
            case "softsign" -> Activation.rule(Activation.Function.SOFTSIGN);
            case "split" -> Split.RULE;
            case "sqrt" -> Pointwise.rule(Pointwise.Function.SQRT);
            case "square" -> Pointwise.rule(Pointwise.Function.SQUARE);
            case "squeeze" -> Squeeze.RULE;
            case "stack" -> Stack.RULE;
            case "stochasticdepth" -> StochasticDepth.RULE;
            case "sub" -> Elementwise.rule(Elementwise.Function.SUB);
            case "sum" -> Reduce.rule(Reduce.Function.SUM);
            case "take" -> Take.RULE;
            case "tanh" -> Activation.rule(Activation.Function.TANH);
            case "tanhshrink" -> Activation.rule(Activation.Function.TANHSHRINK);
            case "threshold" -> Activation.rule(Activation.Function.THRESHOLD);
            case "tile" -> Tile.RULE;
            case "transpose" -> Transpose.RULE;
            case "unfold" -> Unfold.RULE;
            case "unsqueeze" -> Unsqueeze.RULE;
            case "upsample" -> Upsample.RULE;
            case "var" -> Reduce.rule(Reduce.Function.VAR);
            case "zeropad" -> ZeroPad.RULE;
            default -> throw new IllegalArgumentException("no operator is built in as " + kind);
        };
    }
}
