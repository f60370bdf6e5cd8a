package io.archmeter.memory;

import java.util.List;
import java.util.Optional;

/**
 * Where each tensor of a forward pass lies in the arena, and how much is held at each step. A step is the number of the node
 * that runs at it; inputs arrive at theirs.
 *
 * @param placements by the number of the value; empty for one of a node that does not run
 * @param steps those that run, in order: without heads, their nodes do not
 * @param liveBytes by step: bytes of all tensors that are held while the node runs, its inputs and its outputs among them; what
 *     several tensors share counts once
 * @param arenaBytes bytes of one buffer in which all tensors find their place
 * @param peak the step at which most is held
 */
public record MemoryPlan(
        List<Optional<Placement>> placements, List<Integer> steps, List<Long> liveBytes, long arenaBytes, Peak peak) {
    /** A tensor's place in the arena, in bytes. */
    public record Placement(long offset, long bytes) {
        public Placement {
            if (offset < 0 || bytes < 1) {
                throw new IllegalArgumentException("no such place: " + bytes + " bytes at " + offset);
            }
        }

        long end() {
            return Math.addExact(offset, bytes);
        }
    }

    public MemoryPlan {
        placements = List.copyOf(placements);
        steps = List.copyOf(steps);
        liveBytes = List.copyOf(liveBytes);
        if (arenaBytes < peak.bytes()) {
            throw new IllegalArgumentException("an arena of " + arenaBytes + " bytes does not hold " + peak.bytes());
        }
    }
}
