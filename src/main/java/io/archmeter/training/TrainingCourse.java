package io.archmeter.training;

import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * What is held at each step of an iteration of training. Of each step it tells the first of the moments with the most, as {@link
 * TrainingMemory#liveBytes()} does: what is taken and freed within a step, and is not there at that moment, is not in it.
 *
 * @param steps each node forward from the input on, each layer backward, the update
 * @param stays in the order of their first steps
 * @since 0.2.0
 */
public record TrainingCourse(List<Step> steps, List<Stay> stays) {
    /**
     * Memory that is held at several steps, one after the other.
     *
     * @param first the place of the first among the steps
     * @param last that of the last
     */
    public record Stay(Allocation held, int first, int last) {
        public Stay {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("no such stay: from " + first + " to " + last);
            }
        }
    }

    public TrainingCourse {
        steps = List.copyOf(steps);
        stays = List.copyOf(stays);
    }

    /**
     * Follows one iteration, in a type of floating point.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static TrainingCourse of(NetworkFacts network, Optimizer optimizer) {
        Iteration iteration = Iteration.of(network, optimizer);
        return Exact.at(network.graph().nodes().get(0), () -> of(iteration));
    }

    private static TrainingCourse of(Iteration iteration) {
        Timeline timeline = iteration.timeline();
        int[] busiest = timeline.busiest(iteration.liveBytes());
        int[] from = stepsFrom(busiest, timeline.moments());
        List<Stay> stays = new ArrayList<>();
        for (Allocation held : iteration.holdings()) {
            int first = from[held.first()];
            int last = from[held.last() + 1] - 1;
            if (first <= last) {
                stays.add(new Stay(held, first, last));
            }
        }
        stays.sort((a, b) -> Integer.compare(a.first(), b.first()));
        return new TrainingCourse(timeline.steps(), stays);
    }

    /** For each moment, and for the one after the last, the first step whose busiest moment is not before it. */
    private static int[] stepsFrom(int[] busiest, int moments) {
        int[] from = new int[moments + 1];
        int step = 0;
        for (int moment = 0; moment <= moments; moment++) {
            while (step < busiest.length && busiest[step] < moment) {
                step++;
            }
            from[moment] = step;
        }
        return from;
    }
}
