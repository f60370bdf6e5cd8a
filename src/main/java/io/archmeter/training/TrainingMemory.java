package io.archmeter.training;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one iteration of training holds, heads included: forward, backward, update. It follows PyTorch on a CPU, with its defaults: the
 * state of the optimizer is there, as it is in every iteration but the first; there are no gradients of parameters before the
 * iteration, and all of them at the update; each operation frees what it kept when it has run backward; every operation that can
 * work in place does.
 *
 * <p>Left out is what depends on the machine and its libraries: the workspaces of kernels, what an optimizer needs while it
 * works, how an allocator rounds; and so is the loss, and whatever the caller holds longer than the network needs it.
 *
 * @param liveBytes by phase and step: each node forward from the input on, each layer backward, the update; of each step the most
 * @param bytes of each use, where memory that is used again counts again; of what is kept each piece counts once
 * @param peak the first of the steps at which most is held
 * @param peakHoldings what is held at that step, the largest first
 * @param unknown by use, where memory comes from of which nobody knows how much it is; it counts as none in all other numbers
 * @since 0.1.0
 */
public record TrainingMemory(
        Map<Step.Phase, List<Long>> liveBytes,
        Map<Allocation.Use, Long> bytes,
        Step peak,
        long peakBytes,
        List<Allocation> peakHoldings,
        Map<Allocation.Use, List<String>> unknown) {
    public TrainingMemory {
        liveBytes = Map.copyOf(liveBytes);
        bytes = Map.copyOf(bytes);
        peakHoldings = List.copyOf(peakHoldings);
        unknown = unknown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(unknown));
    }

    /**
     * Follows one iteration, in a type of floating point.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static TrainingMemory of(NetworkFacts network, Optimizer optimizer) {
        Iteration iteration = Iteration.of(network, optimizer);
        return Exact.at(network.graph().nodes().get(0), () -> of(iteration));
    }

    private static TrainingMemory of(Iteration iteration) {
        Timeline timeline = iteration.timeline();
        long[] live = iteration.liveBytes();
        int peak = 0;
        for (int moment = 1; moment < live.length; moment++) {
            peak = live[moment] > live[peak] ? moment : peak;
        }
        int busiest = peak;
        List<Allocation> held = iteration.holdings().stream()
                .filter(holding -> holding.isHeldAt(busiest))
                .sorted(Comparator.comparingLong(Allocation::bytes).reversed())
                .toList();
        return new TrainingMemory(
                timeline.mostOfSteps(live),
                sums(iteration.holdings()),
                timeline.at(peak),
                live[peak],
                held,
                unknown(iteration));
    }

    private static Map<Allocation.Use, List<String>> unknown(Iteration iteration) {
        Map<Allocation.Use, List<String>> unknown = new EnumMap<>(Allocation.Use.class);
        iteration.gaps().forEach(gap -> unknown.merge(gap.use(), gap.origins(), Amount::together));
        return unknown;
    }

    private static Map<Allocation.Use, Long> sums(List<Allocation> holdings) {
        long[] sums = new long[Allocation.Use.values().length];
        for (Allocation holding : holdings) {
            int use = holding.use().ordinal();
            sums[use] = Math.addExact(sums[use], holding.bytes());
        }
        Map<Allocation.Use, Long> bytes = new EnumMap<>(Allocation.Use.class);
        for (Allocation.Use use : Allocation.Use.values()) {
            bytes.put(use, sums[use.ordinal()]);
        }
        return bytes;
    }

    /** Parameters and buffers, heads included. */
    public Amount weights() {
        return of(Allocation.Use.WEIGHTS);
    }

    public Amount optimizerState() {
        return of(Allocation.Use.OPTIMIZER_STATE);
    }

    /** One for each parameter. */
    public Amount gradients() {
        return of(Allocation.Use.PARAMETER_GRADIENT);
    }

    /** What autograd keeps from the forward for the backward pass, the input among it, each piece of memory once. */
    public Amount keptForBackward() {
        return of(Allocation.Use.KEPT);
    }

    private Amount of(Allocation.Use use) {
        return new Amount(bytes.get(use), unknown.getOrDefault(use, List.of()));
    }

    /** weights + gradients + optimizer state + kept for backward. */
    public Amount total() {
        return weights().plus(gradients()).plus(optimizerState()).plus(keptForBackward());
    }

    /** The most that is held at one time. */
    public Amount most() {
        return new Amount(peakBytes, Amount.together(unknown.values()));
    }
}
