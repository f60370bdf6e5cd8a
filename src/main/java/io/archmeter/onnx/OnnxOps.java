package io.archmeter.onnx;

import io.archmeter.graph.Op;
import io.archmeter.op.Activation;
import io.archmeter.op.AdaptivePool;
import io.archmeter.op.Attention;
import io.archmeter.op.AvgPool;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Bilinear;
import io.archmeter.op.ChannelShuffle;
import io.archmeter.op.Clamp;
import io.archmeter.op.Concat;
import io.archmeter.op.Conv;
import io.archmeter.op.ConvTranspose;
import io.archmeter.op.Dropout;
import io.archmeter.op.Einsum;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Embedding;
import io.archmeter.op.EmbeddingBag;
import io.archmeter.op.Expand;
import io.archmeter.op.Flatten;
import io.archmeter.op.Flip;
import io.archmeter.op.Fold;
import io.archmeter.op.Gelu;
import io.archmeter.op.GlobalPool;
import io.archmeter.op.Glu;
import io.archmeter.op.GroupNorm;
import io.archmeter.op.Identity;
import io.archmeter.op.InstanceNorm;
import io.archmeter.op.LayerNorm;
import io.archmeter.op.Linear;
import io.archmeter.op.LocalResponseNorm;
import io.archmeter.op.LpPool;
import io.archmeter.op.Matmul;
import io.archmeter.op.MaxPool;
import io.archmeter.op.MaxUnpool;
import io.archmeter.op.MultiheadAttention;
import io.archmeter.op.OwnTensor;
import io.archmeter.op.Pad;
import io.archmeter.op.Permute;
import io.archmeter.op.PixelShuffle;
import io.archmeter.op.PixelUnshuffle;
import io.archmeter.op.Pointwise;
import io.archmeter.op.Pow;
import io.archmeter.op.Prelu;
import io.archmeter.op.Recurrent;
import io.archmeter.op.Reduce;
import io.archmeter.op.Rescale;
import io.archmeter.op.Reshape;
import io.archmeter.op.RmsNorm;
import io.archmeter.op.Roll;
import io.archmeter.op.Select;
import io.archmeter.op.Slice;
import io.archmeter.op.Softmax;
import io.archmeter.op.Split;
import io.archmeter.op.Squeeze;
import io.archmeter.op.Stack;
import io.archmeter.op.StochasticDepth;
import io.archmeter.op.Take;
import io.archmeter.op.Tile;
import io.archmeter.op.Transpose;
import io.archmeter.op.Unfold;
import io.archmeter.op.Unsqueeze;
import io.archmeter.op.Upsample;
import io.archmeter.op.ZeroPad;
import java.util.Map;

/** What our operators are in ONNX: the only list. */
final class OnnxOps {
    private static final Map<Class<? extends Op>, Conversion<? extends Op>> CONVERSIONS = Map.ofEntries(
            // keep sorted
            entry(Activation.class, new ActivationToOnnx()),
            entry(AdaptivePool.class, new AdaptivePoolToOnnx()),
            entry(Attention.class, new AttentionToOnnx()),
            entry(AvgPool.class, new AvgPoolToOnnx()),
            entry(BatchNorm.class, new BatchNormToOnnx()),
            entry(Bilinear.class, new BilinearToOnnx()),
            entry(ChannelShuffle.class, new ChannelShuffleToOnnx()),
            entry(Clamp.class, new ClampToOnnx()),
            entry(Concat.class, new ConcatToOnnx()),
            entry(Conv.class, new ConvToOnnx()),
            entry(ConvTranspose.class, new ConvTransposeToOnnx()),
            entry(Dropout.class, new NoOpConversion<>()),
            entry(Einsum.class, new EinsumToOnnx()),
            entry(Elementwise.class, new ElementwiseToOnnx()),
            entry(Embedding.class, new EmbeddingToOnnx()),
            entry(EmbeddingBag.class, new EmbeddingBagToOnnx()),
            entry(Expand.class, new ExpandToOnnx()),
            entry(Flatten.class, new FlattenToOnnx()),
            entry(Flip.class, new FlipToOnnx()),
            entry(Fold.class, new FoldToOnnx()),
            entry(Gelu.class, new GeluToOnnx()),
            entry(GlobalPool.class, new GlobalPoolToOnnx()),
            entry(Glu.class, new GluToOnnx()),
            entry(GroupNorm.class, new GroupNormToOnnx()),
            entry(Identity.class, new NoOpConversion<>()),
            entry(InstanceNorm.class, new InstanceNormToOnnx()),
            entry(LayerNorm.class, new LayerNormToOnnx()),
            entry(Linear.class, new LinearToOnnx()),
            entry(LocalResponseNorm.class, new LocalResponseNormToOnnx()),
            entry(LpPool.class, new LpPoolToOnnx()),
            entry(Matmul.class, new MatmulToOnnx()),
            entry(MaxPool.class, new MaxPoolToOnnx()),
            entry(MaxUnpool.class, new MaxUnpoolToOnnx()),
            entry(MultiheadAttention.class, new MultiheadAttentionToOnnx()),
            entry(OwnTensor.class, new OwnTensorToOnnx()),
            entry(Pad.class, new PadToOnnx()),
            entry(Permute.class, new PermuteToOnnx()),
            entry(PixelShuffle.class, new PixelShuffleToOnnx()),
            entry(PixelUnshuffle.class, new PixelUnshuffleToOnnx()),
            entry(Pointwise.class, new PointwiseToOnnx()),
            entry(Pow.class, new PowToOnnx()),
            entry(Prelu.class, new PreluToOnnx()),
            entry(Recurrent.class, new RecurrentToOnnx()),
            entry(Reduce.class, new ReduceToOnnx()),
            entry(Rescale.class, new RescaleToOnnx()),
            entry(Reshape.class, new ReshapeToOnnx<>()),
            entry(RmsNorm.class, new RmsNormToOnnx()),
            entry(Roll.class, new RollToOnnx()),
            entry(Select.class, new SelectToOnnx()),
            entry(Slice.class, new SliceToOnnx()),
            entry(Softmax.class, new SoftmaxToOnnx()),
            entry(Split.class, new SplitToOnnx()),
            entry(Squeeze.class, new ReshapeToOnnx<>()),
            entry(Stack.class, new StackToOnnx()),
            entry(StochasticDepth.class, new NoOpConversion<>()),
            entry(Take.class, new TakeToOnnx()),
            entry(Tile.class, new TileToOnnx()),
            entry(Transpose.class, new TransposeToOnnx()),
            entry(Unfold.class, new UnfoldToOnnx()),
            entry(Unsqueeze.class, new ReshapeToOnnx<>()),
            entry(Upsample.class, new UpsampleToOnnx()),
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
