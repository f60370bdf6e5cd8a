package io.archmeter.training;

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
 */
public record TrainingShares(Map<String, Long> kept, Map<String, Long> total) {
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
        Map<String, Long> kept = new HashMap<>();
        Map<String, Long> total = new HashMap<>();
        for (Allocation holding : iteration.holdings()) {
            switch (holding.use()) {
                case KEPT -> {
                    kept.merge(holding.layer(), holding.bytes(), Math::addExact);
                    total.merge(holding.layer(), holding.bytes(), Math::addExact);
                }
                case WEIGHTS, OPTIMIZER_STATE, PARAMETER_GRADIENT ->
                    total.merge(holding.layer(), holding.bytes(), Math::addExact);
                case ACTIVATION, GRADIENT, TEMPORARY -> {}
            }
        }
        return new TrainingShares(kept, total);
    }
}
