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

    /** All steps, in their order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * The moment of each step at which it holds the most, the first of several.
     *
     * @param live what each moment holds
     */
    int[] busiest(long[] live) {
        int[] busiest = new int[steps.size()];
        for (int moment = live.length - 1; moment >= 0; moment--) {
            int step = stepOf.get(moment);
            boolean isLastOfStep = moment == live.length - 1 || stepOf.get(moment + 1) != step;
            busiest[step] = isLastOfStep || live[moment] >= live[busiest[step]] ? moment : busiest[step];
        }
        return busiest;
    }

    /**
     * What each step holds, by phase.
     *
     * @param live what each moment holds
     */
    Map<Phase, List<Long>> mostOfSteps(long[] live) {
        int[] busiest = busiest(live);
        Map<Phase, List<Long>> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, new ArrayList<>());
        }
        for (int step = 0; step < busiest.length; step++) {
            phases.get(steps.get(step).phase()).add(live[busiest[step]]);
        }
        phases.replaceAll((phase, bytes) -> List.copyOf(bytes));
        return phases;
    }
}
