package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the normalizations have in common that scale and shift channels. */
final class ChannelNorm {
    static final Argument<Double> EPSILON =
            Argument.number("eps", "what is added to the variance").or(1e-5);

    private static final Argument<Boolean> AFFINE = Argument.flag("affine", "whether scale and shift are learnt");

    private static final Argument<Boolean> RUNNING_STATISTICS =
            Argument.flag("running_stats", "whether mean and variance are kept");

    private ChannelNorm() {}

    static Argument<Boolean> affine(boolean fallback) {
        return AFFINE.or(fallback);
    }

    static Argument<Boolean> runningStatistics(boolean fallback) {
        return RUNNING_STATISTICS.or(fallback);
    }

    /**
     * The tensors of the channels of N×C×….
     *
     * @param runningStatistics whether mean, variance and the count of batches are kept
     */
    static List<WeightDeclaration> weights(Shape x, boolean affine, boolean runningStatistics) {
        return weights(x, affine, runningStatistics, true);
    }

    /** @param counted whether batches are counted where mean and variance are kept */
    static List<WeightDeclaration> weights(Shape x, boolean affine, boolean runningStatistics, boolean counted) {
        List<WeightDeclaration> weights = new ArrayList<>();
        if (!affine && !runningStatistics) {
            // How many channels there are need not be known.
            return weights;
        }
        long channels = x.channels();
        if (affine) {
            weights.add(WeightDeclaration.parameter("weight", channels));
            weights.add(WeightDeclaration.parameter("bias", channels));
        }
        if (runningStatistics) {
            weights.add(WeightDeclaration.buffer("running_mean", channels));
            weights.add(WeightDeclaration.buffer("running_var", channels));
            if (counted) {
                weights.add(WeightDeclaration.counter("num_batches_tracked"));
            }
        }
        return weights;
    }

    /** The tensors where nothing is learnt, and no batch is counted. */
    static List<WeightDeclaration> frozen(Shape x) {
        return Stream.of("weight", "bias", "running_mean", "running_var")
                .map(name -> WeightDeclaration.buffer(name, x.channels()))
                .toList();
    }
}
