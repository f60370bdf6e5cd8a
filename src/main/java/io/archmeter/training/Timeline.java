package io.archmeter.training;

import io.archmeter.graph.Node;
import io.archmeter.training.Step.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of one iteration of training, and the moments of each: between two moments memory is taken and freed, and a step holds
 * what it holds at the moment with the most.
 */
final class Timeline {
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> stepOf = new ArrayList<>();

    /** Begins a step, and gives its first moment. */
    int begin(Phase phase, Node node) {
        return begin(new Step(phase, node.name()));
    }

    /** Begins a step, and gives its first moment. */
    int begin(Step step) {
        steps.add(step);
        return next();
    }

    /** One more moment of the same step. */
    int next() {
        stepOf.add(steps.size() - 1);
        return last();
    }

    /** The last moment so far. */
    int last() {
        return stepOf.size() - 1;
    }

    /** The number of moments. */
    int moments() {
        return stepOf.size();
    }

    /** The step that a moment belongs to. */
    Step at(int moment) {
        return steps.get(stepOf.get(moment));
    }

    /**
     * What each step holds, by phase.
     *
     * @param live what each moment holds
     */
    Map<Phase, List<Long>> mostOfSteps(long[] live) {
        long[] most = new long[steps.size()];
        for (int moment = 0; moment < live.length; moment++) {
            int step = stepOf.get(moment);
            most[step] = Math.max(most[step], live[moment]);
        }
        Map<Phase, List<Long>> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, new ArrayList<>());
        }
        for (int step = 0; step < most.length; step++) {
            phases.get(steps.get(step).phase()).add(most[step]);
        }
        phases.replaceAll((phase, bytes) -> List.copyOf(bytes));
        return phases;
    }
}
