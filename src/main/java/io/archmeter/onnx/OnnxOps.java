package io.archmeter.onnx;

import io.archmeter.graph.Op;
import io.archmeter.op.Activation;
import io.archmeter.op.AdaptiveAvgPool;
import io.archmeter.op.AvgPool;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Concat;
import io.archmeter.op.Conv;
import io.archmeter.op.ConvTranspose;
import io.archmeter.op.Dropout;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Embedding;
import io.archmeter.op.EmbeddingBag;
import io.archmeter.op.Flatten;
import io.archmeter.op.GlobalAvgPool;
import io.archmeter.op.GroupNorm;
import io.archmeter.op.Identity;
import io.archmeter.op.Linear;
import io.archmeter.op.LocalResponseNorm;
import io.archmeter.op.MaxPool;
import io.archmeter.op.Recurrent;
import io.archmeter.op.Softmax;
import io.archmeter.op.Split;
import io.archmeter.op.StochasticDepth;
import io.archmeter.op.ZeroPad;
import java.util.Map;

/** What our operators are in ONNX: the only list. */
final class OnnxOps {
    private static final Map<Class<? extends Op>, Conversion<? extends Op>> CONVERSIONS = Map.ofEntries(
            // keep sorted
            entry(Activation.class, new ActivationToOnnx()),
            entry(AdaptiveAvgPool.class, new AdaptiveAvgPoolToOnnx()),
            entry(AvgPool.class, new AvgPoolToOnnx()),
            entry(BatchNorm.class, new BatchNormToOnnx()),
            entry(Concat.class, new ConcatToOnnx()),
            entry(Conv.class, new ConvToOnnx()),
            entry(ConvTranspose.class, new ConvTransposeToOnnx()),
            entry(Dropout.class, new NoOpConversion<>()),
            entry(Elementwise.class, new ElementwiseToOnnx()),
            entry(Embedding.class, new EmbeddingToOnnx()),
            entry(EmbeddingBag.class, new EmbeddingBagToOnnx()),
            entry(Flatten.class, new FlattenToOnnx()),
            entry(GlobalAvgPool.class, new GlobalAvgPoolToOnnx()),
            entry(GroupNorm.class, new GroupNormToOnnx()),
            entry(Identity.class, new NoOpConversion<>()),
            entry(Linear.class, new LinearToOnnx()),
            entry(LocalResponseNorm.class, new LocalResponseNormToOnnx()),
            entry(MaxPool.class, new MaxPoolToOnnx()),
            entry(Recurrent.class, new RecurrentToOnnx()),
            entry(Softmax.class, new SoftmaxToOnnx()),
            entry(Split.class, new SplitToOnnx()),
            entry(StochasticDepth.class, new NoOpConversion<>()),
            entry(ZeroPad.class, new ZeroPadToOnnx()));

    private OnnxOps() {}

    /** @throws CannotConvert where there is none */
    @SuppressWarnings("unchecked") // an entry's conversion takes what its class names
    static Conversion<Op> of(Op op) {
        Conversion<Op> conversion = (Conversion<Op>) CONVERSIONS.get(op.getClass());
        if (conversion == null) {
            throw new CannotConvert(op.kind() + " has no counterpart in ONNX", "leave the layer out");
        }
        return conversion;
    }

    private static <O extends Op> Map.Entry<Class<? extends Op>, Conversion<? extends Op>> entry(
            Class<O> type, Conversion<O> conversion) {
        return Map.entry(type, conversion);
    }
}
