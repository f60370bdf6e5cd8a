package io.archmeter.memory;

import io.archmeter.memory.MemoryPlan.Placement;
import java.util.List;

/**
 * Places for buffers in one piece of memory, such that no two that live at the same step overlap.
 *
 * @param places in the order of the buffers
 * @param bytes up to the end of the last of them
 */
record Arena(List<Placement> places, long bytes) {
    /** Pairs of buffers that live at the same time, which half a second is enough for; a step with 2,000 has as many. */
    private static final long MOST_CONFLICTS = 2_000_000;

    Arena {
        places = List.copyOf(places);
    }

    /**
     * The smaller arena of two greedy orders: by size, which is nearly always the better one, and that of the steps, which takes
     * little time however many buffers live at once.
     *
     * @param buffers in the order of their first steps
     * @param peak the bytes of the buffers that live at the busiest step; no arena is smaller
     */
    static Arena of(List<Buffer> buffers, long peak) {
        if (Conflicts.count(buffers) > MOST_CONFLICTS) {
            return GreedyInOrder.place(buffers);
        }
        Arena bySize = GreedyBySize.place(buffers);
        if (bySize.bytes == peak) {
            return bySize;
        }
        Arena inOrder = GreedyInOrder.place(buffers);
        return inOrder.bytes < bySize.bytes ? inOrder : bySize;
    }
}
