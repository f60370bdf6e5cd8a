package io.archmeter.exec.kernel;

import io.archmeter.exec.kernel.conv.ConvKernel;
import io.archmeter.exec.kernel.conv.ConvTransposeKernel;
import io.archmeter.exec.kernel.conv.FastConvKernel;
import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.matrix.WinogradTransforms;
import io.archmeter.exec.tensor.Kernel;
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
import io.archmeter.provider.Providers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All kernels: the only list, and what a {@link KernelProvider} adds. */
public final class Kernels {
    private static final Map<Class<? extends Op>, Kernel<? extends Op>> KERNELS = Map.ofEntries(
            // keep sorted
            entry(Activation.class, new ActivationKernel()),
            entry(AdaptiveAvgPool.class, new AdaptiveAvgPoolKernel()),
            entry(AvgPool.class, new AvgPoolKernel()),
            entry(BatchNorm.class, new BatchNormKernel()),
            entry(Concat.class, new ConcatKernel()),
            entry(Conv.class, new ConvKernel(Tilings.best())),
            entry(ConvTranspose.class, new ConvTransposeKernel()),
            entry(Dropout.class, new DropoutKernel()),
            entry(Elementwise.class, new ElementwiseKernel()),
            entry(Embedding.class, new EmbeddingKernel()),
            entry(EmbeddingBag.class, new EmbeddingBagKernel()),
            entry(Flatten.class, new FlattenKernel()),
            entry(GlobalAvgPool.class, new GlobalAvgPoolKernel()),
            entry(GroupNorm.class, new GroupNormKernel()),
            entry(Identity.class, new IdentityKernel()),
            entry(Linear.class, new LinearKernel(DotProducts.best())),
            entry(LocalResponseNorm.class, new LocalResponseNormKernel()),
            entry(MaxPool.class, new MaxPoolKernel()),
            entry(Recurrent.class, new RecurrentKernel()),
            entry(Softmax.class, new SoftmaxKernel()),
            entry(Split.class, new SplitKernel()),
            entry(StochasticDepth.class, new StochasticDepthKernel()),
            entry(ZeroPad.class, new ZeroPadKernel()));

    /** Those that may do less than the definition of their operator says. */
    private static final Map<Class<? extends Op>, Kernel<? extends Op>> FAST =
            Map.ofEntries(entry(Conv.class, new FastConvKernel(Tilings.best(), WinogradTransforms.best())));

    private static Optional<Map<Class<? extends Op>, Kernel<? extends Op>>> provided = Optional.empty();

    private Kernels() {}

    /**
     * The kernel of an operator; empty where there is none.
     *
     * @throws io.archmeter.problem.ProblemException where those of a project cannot be used
     */
    public static Optional<Kernel<Op>> of(Op op) {
        Optional<Kernel<Op>> builtIn = find(KERNELS, op);
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

    /** Whether the kernel of an operator is one of Archmeter's own. */
    public static boolean isBuiltIn(Op op) {
        return find(KERNELS, op).isPresent();
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
