package io.archmeter.exec.kernel;

import io.archmeter.exec.kernel.conv.ConvKernel;
import io.archmeter.exec.kernel.conv.ConvTransposeKernel;
import io.archmeter.exec.kernel.conv.FastConvKernel;
import io.archmeter.exec.kernel.onnx.OnnxKernels;
import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.matrix.RowSum;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.tensor.Kernel;
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
import io.archmeter.op.Fused;
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
import io.archmeter.op.OnnxOperator;
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
import io.archmeter.provider.Providers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All kernels: the only list, and what a {@link KernelProvider} adds. */
public final class Kernels {
    private static final Map<Class<? extends Op>, Kernel<? extends Op>> KERNELS = Map.ofEntries(
            // keep sorted
            entry(Activation.class, new ActivationKernel()),
            entry(AdaptivePool.class, new AdaptivePoolKernel()),
            entry(Attention.class, new AttentionKernel(Tilings.best(), SoftmaxKernel::normalize)),
            entry(AvgPool.class, new AvgPoolKernel()),
            entry(BatchNorm.class, new BatchNormKernel()),
            entry(Bilinear.class, new BilinearKernel()),
            entry(ChannelShuffle.class, new ChannelShuffleKernel()),
            entry(Clamp.class, new ClampKernel()),
            entry(Concat.class, new ConcatKernel()),
            entry(Conv.class, new PaddedConvKernel(new ConvKernel(Tilings.best()))),
            entry(ConvTranspose.class, new ConvTransposeKernel()),
            entry(Dropout.class, new DropoutKernel()),
            entry(Einsum.class, new EinsumKernel()),
            entry(Elementwise.class, new ElementwiseKernel()),
            entry(Embedding.class, new EmbeddingKernel()),
            entry(EmbeddingBag.class, new EmbeddingBagKernel()),
            entry(Expand.class, new ExpandKernel()),
            entry(Flatten.class, new FlattenKernel()),
            entry(Flip.class, new FlipKernel()),
            entry(Fold.class, new FoldKernel()),
            entry(Fused.class, new FusedKernel(Kernels::of, ActivationKernel::loop, RowSum.best())),
            entry(Gelu.class, new GeluKernel()),
            entry(GlobalPool.class, new GlobalPoolKernel()),
            entry(Glu.class, new GluKernel()),
            entry(GroupNorm.class, new GroupNormKernel()),
            entry(Identity.class, new IdentityKernel()),
            entry(InstanceNorm.class, new InstanceNormKernel()),
            entry(LayerNorm.class, new LayerNormKernel()),
            entry(Linear.class, new LinearKernel(Tilings.best(), DotProducts.best())),
            entry(LocalResponseNorm.class, new LocalResponseNormKernel()),
            entry(LpPool.class, new LpPoolKernel()),
            entry(Matmul.class, new MatmulKernel(Tilings.best())),
            entry(MaxPool.class, new MaxPoolKernel()),
            entry(MaxUnpool.class, new MaxUnpoolKernel()),
            entry(
                    MultiheadAttention.class,
                    new MultiheadAttentionKernel(Tilings.best(), DotProducts.best(), SoftmaxKernel::normalize)),
            entry(OwnTensor.class, new OwnTensorKernel()),
            entry(Pad.class, new PadKernel()),
            entry(Permute.class, new PermuteKernel()),
            entry(PixelShuffle.class, new PixelShuffleKernel()),
            entry(PixelUnshuffle.class, new PixelUnshuffleKernel()),
            entry(Pointwise.class, new PointwiseKernel()),
            entry(Pow.class, new PowKernel()),
            entry(Prelu.class, new PreluKernel()),
            entry(Recurrent.class, new RecurrentKernel()),
            entry(Reduce.class, new ReduceKernel()),
            entry(Rescale.class, new RescaleKernel()),
            entry(Reshape.class, new ReshapeKernel()),
            entry(RmsNorm.class, new RmsNormKernel()),
            entry(Roll.class, new RollKernel()),
            entry(Select.class, new SelectKernel()),
            entry(Slice.class, new SliceKernel()),
            entry(Softmax.class, new SoftmaxKernel()),
            entry(Split.class, new SplitKernel()),
            entry(Squeeze.class, new SqueezeKernel()),
            entry(Stack.class, new StackKernel()),
            entry(StochasticDepth.class, new StochasticDepthKernel()),
            entry(Take.class, new TakeKernel()),
            entry(Tile.class, new TileKernel()),
            entry(Transpose.class, new TransposeKernel()),
            entry(Unfold.class, new UnfoldKernel()),
            entry(Unsqueeze.class, new UnsqueezeKernel()),
            entry(Upsample.class, new UpsampleKernel()),
            entry(ZeroPad.class, new ZeroPadKernel()));

    /** Those that may do less than the definition of their operator says, or less exactly. */
    private static final Map<Class<? extends Op>, Kernel<? extends Op>> FAST = fastKernels(FloatFunctions.best());

    private static Map<Class<? extends Op>, Kernel<? extends Op>> fastKernels(FloatFunctions functions) {
        FastActivationKernel activations = new FastActivationKernel(functions);
        return Map.ofEntries(
                // keep sorted
                entry(Activation.class, activations),
                entry(Attention.class, new AttentionKernel(Tilings.best(), functions::softmax)),
                entry(Conv.class, new PaddedConvKernel(new FastConvKernel(Tilings.best(), ChannelWinograd.best()))),
                entry(Fused.class, new FusedKernel(Kernels::fast, activations::loop, RowSum.best())),
                entry(Gelu.class, new FastGeluKernel(functions)),
                entry(
                        MultiheadAttention.class,
                        new MultiheadAttentionKernel(Tilings.best(), DotProducts.best(), functions::softmax)),
                entry(Softmax.class, new FastSoftmaxKernel(functions)));
    }

    private static Optional<Map<Class<? extends Op>, Kernel<? extends Op>>> provided = Optional.empty();

    private Kernels() {}

    /**
     * The kernel of an operator; empty where there is none.
     *
     * @throws io.archmeter.problem.ProblemException where those of a project cannot be used
     */
    public static Optional<Kernel<Op>> of(Op op) {
        Optional<Kernel<Op>> builtIn = builtIn(op);
        return builtIn.isPresent() ? builtIn : find(provided(), op);
    }

    /** Those of projects, which are looked for when none that is built in fits. */
    private static synchronized Map<Class<? extends Op>, Kernel<? extends Op>> provided() {
        if (provided.isEmpty()) {
            Map<Class<? extends Op>, Kernel<? extends Op>> found = new HashMap<>();
            for (KernelProvider provider : Providers.of(KernelProvider.class)) {
                found.putAll(Providers.ask(provider, provider::kernels));
            }
            provided = Optional.of(found);
        }
        return provided.get();
    }

    /** Whether an operator is one of an ONNX file, which the catalogue does not have. */
    public static boolean isOfFile(Op op) {
        return op instanceof OnnxOperator;
    }

    /** Whether the kernel of an operator is one of Archmeter's own. */
    public static boolean isBuiltIn(Op op) {
        return builtIn(op).isPresent();
    }

    @SuppressWarnings("unchecked") // it is asked for the operator that it takes
    private static Optional<Kernel<Op>> builtIn(Op op) {
        return op instanceof OnnxOperator onnx
                ? OnnxKernels.of(onnx).map(kernel -> (Kernel<Op>) (Kernel<?>) kernel)
                : find(KERNELS, op);
    }

    /** The kernel that is taken where a little accuracy may be given for speed. */
    public static Optional<Kernel<Op>> fast(Op op) {
        return find(FAST, op).or(() -> of(op));
    }

    @SuppressWarnings("unchecked") // an entry's kernel takes what its class names
    private static Optional<Kernel<Op>> find(Map<Class<? extends Op>, Kernel<? extends Op>> kernels, Op op) {
        return Optional.ofNullable((Kernel<Op>) kernels.get(op.getClass()));
    }

    private static <O extends Op> Map.Entry<Class<? extends Op>, Kernel<? extends Op>> entry(
            Class<O> type, Kernel<O> kernel) {
        return Map.entry(type, kernel);
    }
}
