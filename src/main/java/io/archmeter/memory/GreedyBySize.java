package io.archmeter.memory;

import io.archmeter.memory.MemoryPlan.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places the largest buffers first, each in the smallest gap between those that live at the same time: "Greedy by Size for
 * Offset Calculation" of Pisarchyk and Lee 2020, "Efficient Memory Management for Deep Neural Net Inference".
 */
final class GreedyBySize {
    private final Conflicts conflicts;
    private final Placement[] places;

    private GreedyBySize(List<Buffer> buffers) {
        this.conflicts = Conflicts.of(buffers);
        this.places = new Placement[buffers.size()];
    }

    /** Buffers in the order of their first steps; of equal ones the earlier is placed first. */
    static Arena place(List<Buffer> buffers) {
        GreedyBySize greedy = new GreedyBySize(buffers);
        long end = 0;
        List<Integer> order = IntStream.range(0, buffers.size())
                .boxed()
                .sorted((a, b) ->
                        Long.compare(buffers.get(b).bytes(), buffers.get(a).bytes()))
                .toList();
        for (int number : order) {
            long bytes = buffers.get(number).bytes();
            Placement place = new Placement(smallestGap(greedy.taken(number), bytes), bytes);
            greedy.places[number] = place;
            end = Math.max(end, place.end());
        }
        return new Arena(Arrays.asList(greedy.places), end);
    }

    /** The places that are taken at a step of a buffer's life, from the lowest on. */
    private List<Placement> taken(int number) {
        List<Placement> taken = new ArrayList<>();
        conflicts.forEach(number, other -> {
            if (places[other] != null) {
                taken.add(places[other]);
            }
        });
        taken.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        return taken;
    }

    /** The begin of the smallest gap that is large enough, the lowest of equal ones; or else the end of all places. */
    private static long smallestGap(List<Placement> taken, long bytes) {
        long best = 0;
        long smallest = Long.MAX_VALUE;
        long end = 0;
        for (Placement place : taken) {
            long gap = place.offset() - end;
            if (gap >= bytes && gap < smallest) {
                best = end;
                smallest = gap;
            }
            end = Math.max(end, place.end());
        }
        return smallest == Long.MAX_VALUE ? end : best;
    }
}
