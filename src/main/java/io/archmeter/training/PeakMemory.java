package io.archmeter.training;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.training.Allocation.Use;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The most that an iteration of training holds at one time, for whoever does not ask when and for what: {@link TrainingMemory} says that.
 *
 * @since 0.2.0
 */
public final class PeakMemory {
    private final long[] lasting;
    private final long[] all;
    private final List<String> origins;

    private PeakMemory(Iteration iteration) {
        this.lasting = iteration.liveBytes(PeakMemory::lasts);
        this.all = iteration.liveBytes(use -> true);
        this.origins = Amount.together(
                iteration.gaps().stream().map(Iteration.Gap::origins).toList());
    }

    /**
     * Follows one iteration, in a type of floating point.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static PeakMemory of(NetworkFacts network, Optimizer optimizer) {
        Iteration iteration = Iteration.of(network, optimizer);
        return Exact.at(network.graph().nodes().get(0), () -> new PeakMemory(iteration));
    }

    /** Whether it is as much however many samples there are. */
    private static boolean lasts(Use use) {
        return use == Use.WEIGHTS || use == Use.OPTIMIZER_STATE || use == Use.PARAMETER_GRADIENT;
    }

    public Amount bytes() {
        return new Amount(LongStream.of(all).max().orElse(0), origins);
    }

    /**
     * How many times as many samples fit into some memory, if all grows with them but weights, their gradients and the state of the optimizer.
     * That is nearly so, and proves nothing: a tensor can have more axes than that of samples to follow.
     */
    public long timesWithin(long bytes) {
        long times = Long.MAX_VALUE;
        for (int moment = 0; moment < all.length; moment++) {
            long growing = all[moment] - lasting[moment];
            if (growing > 0) {
                times = Math.min(times, Math.floorDiv(bytes - lasting[moment], growing));
            }
        }
        return times;
    }
}
