package io.archmeter.training;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import java.util.HashMap;
import java.util.Map;

/**
 * What belongs to each layer of what training holds. Together they are what {@link TrainingMemory} says of the network: the input and
 * heads are layers here.
 *
 * @param kept bytes that autograd keeps of outputs and of what layers note beside them, by the layer that put them out
 * @param total bytes of weights, gradients, the optimizer's state and what is kept, by layer
 * @since 0.2.0
 */
public record TrainingShares(Map<String, Amount> kept, Map<String, Amount> total) {
    public TrainingShares {
        kept = Map.copyOf(kept);
        total = Map.copyOf(total);
    }

    /**
     * Follows one iteration, in a type of floating point.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static TrainingShares of(NetworkFacts network, Optimizer optimizer) {
        Iteration iteration = Iteration.of(network, optimizer);
        return Exact.at(network.graph().nodes().get(0), () -> of(iteration));
    }

    private static TrainingShares of(Iteration iteration) {
        Map<String, Amount> kept = new HashMap<>();
        Map<String, Amount> total = new HashMap<>();
        for (Allocation holding : iteration.holdings()) {
            add(holding.use(), holding.layer(), Amount.exactly(holding.bytes()), kept, total);
        }
        for (Iteration.Gap gap : iteration.gaps()) {
            add(gap.use(), gap.layer(), new Amount(0, gap.origins()), kept, total);
        }
        return new TrainingShares(kept, total);
    }

    private static void add(
            Allocation.Use use, String layer, Amount bytes, Map<String, Amount> kept, Map<String, Amount> total) {
        switch (use) {
            case KEPT -> {
                kept.merge(layer, bytes, Amount::plus);
                total.merge(layer, bytes, Amount::plus);
            }
            case WEIGHTS, OPTIMIZER_STATE, PARAMETER_GRADIENT -> total.merge(layer, bytes, Amount::plus);
            case ACTIVATION, GRADIENT, TEMPORARY -> {}
        }
    }
}
