package io.archmeter.memory;

import io.archmeter.facts.Amount;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each tensor of a forward pass lies in the arena, and how much is held at each step. A step is the number of the node
 * that runs at it. Those of inputs come first, and hold them all: an input is there from the start.
 *
 * @param placements by the number of the value; empty for one of a node that does not run, and one that lies in a weight
 * @param steps those that run, in order: without heads, their nodes do not
 * @param liveBytes by step: bytes of all tensors that are held while the node runs, its inputs and its outputs among them; what
 *     several tensors share counts once
 * @param arenaBytes bytes of one buffer in which all tensors find their place
 * @param peak the step at which most is held
 * @param unknown by step, where tensors come from whose bytes are not known; they count as none in all other numbers
 * @since 0.1.0
 */
public record MemoryPlan(
        List<Optional<Placement>> placements,
        List<Integer> steps,
        List<Long> liveBytes,
        long arenaBytes,
        Peak peak,
        Map<Integer, List<String>> unknown) {
    /** A tensor's place in the arena, in bytes. */
    public record Placement(long offset, long bytes) {
        public Placement {
            if (offset < 0 || bytes < 0) {
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
        unknown = unknown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(unknown));
    }

    /** One of whose tensors all bytes are known. */
    public MemoryPlan(
            List<Optional<Placement>> placements,
            List<Integer> steps,
            List<Long> liveBytes,
            long arenaBytes,
            Peak peak) {
        this(placements, steps, liveBytes, arenaBytes, peak, Map.of());
    }

    /** Bytes of all tensors that are held while a node runs. */
    public Amount live(int step) {
        return new Amount(liveBytes.get(step), unknown.getOrDefault(step, List.of()));
    }

    /** The most that is held at one step. */
    public Amount most() {
        return new Amount(peak.bytes(), origins());
    }

    /** Bytes of one buffer in which all tensors find their place. */
    public Amount arena() {
        return new Amount(arenaBytes, origins());
    }

    private List<String> origins() {
        return Amount.together(unknown.values());
    }
}
