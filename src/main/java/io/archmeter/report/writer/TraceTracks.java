package io.archmeter.report.writer;

import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Tracks for what is held: on one of them, an event lies within another or beside it, and none overlaps another in part, which viewers would
 * draw wrong (Perfetto, "Synthetic track events": slices of a thread nest).
 */
final class TraceTracks {
    /** How many events lie within each other at most; the database of Perfetto counted these in a byte once. */
    private static final int DEEPEST = 100;

    private final List<Deque<Integer>> openOf = new ArrayList<>();

    /**
     * When a block is held, on a track.
     *
     * @param first its first step
     * @param last its last step
     * @param track the number of the track, from 0
     */
    record Event(Block block, int first, int last, int track) {
        long bytes() {
            Span span = block.spans().get(0);
            return span.to() - span.from();
        }
    }

    private TraceTracks() {}

    /** Events of blocks in the order in which they begin, the longest of several first. */
    static List<Event> of(List<Block> blocks) {
        List<Event> begins = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            List<Span> spans = block.spans();
            begins.add(new Event(
                    block, spans.get(0).first(), spans.get(spans.size() - 1).last(), 0));
        }
        begins.sort(Comparator.comparingInt(Event::first)
                .thenComparing(Comparator.comparingInt(Event::last).reversed()));
        TraceTracks tracks = new TraceTracks();
        return begins.stream()
                .map(event -> new Event(event.block(), event.first(), event.last(), tracks.trackFor(event)))
                .toList();
    }

    private int trackFor(Event event) {
        for (int track = 0; track < openOf.size(); track++) {
            Deque<Integer> open = openOf.get(track);
            while (!open.isEmpty() && open.peek() < event.first()) {
                open.pop();
            }
            if (open.isEmpty() || open.peek() >= event.last() && open.size() < DEEPEST) {
                open.push(event.last());
                return track;
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        open.push(event.last());
        openOf.add(open);
        return openOf.size() - 1;
    }
}
