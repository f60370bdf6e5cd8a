package io.archmeter.report;

import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts what is held at each step over each other, without gaps: the top of the stack is all that is held. */
final class MemoryStack {
    /** Neighbours of one colour have another of these shades. */
    static final int TONES = 3;

    private final long[] top;

    /** @param steps how many there are */
    MemoryStack(int steps) {
        this.top = new long[steps];
    }

    /** Blocks from the lowest to the highest; what has no bytes has no block. */
    List<Block> blocks(List<Held> lowestFirst) {
        List<Block> blocks = new ArrayList<>(lowestFirst.size());
        int[] tones = new int[lowestFirst.stream().mapToInt(Held::series).max().orElse(0) + 1];
        for (Held held : lowestFirst) {
            List<Span> spans = put(held);
            if (!spans.isEmpty()) {
                blocks.add(new Block(held.label(), held.words(), held.series(), tones[held.series()]++ % TONES, spans));
            }
        }
        return blocks;
    }

    private List<Span> put(Held held) {
        int first = held.members().stream().mapToInt(Held.Member::first).min().orElse(0);
        int last = held.members().stream().mapToInt(Held.Member::last).max().orElse(-1);
        long[] bytes = new long[last - first + 2];
        for (Held.Member member : held.members()) {
            bytes[member.first() - first] =
                    Math.addExact(bytes[member.first() - first], member.bytes().exact());
            bytes[member.last() - first + 1] = Math.subtractExact(
                    bytes[member.last() - first + 1], member.bytes().exact());
        }
        List<Span> spans = new ArrayList<>();
        long height = 0;
        for (int step = first; step <= last; step++) {
            height = Math.addExact(height, bytes[step - first]);
            if (height > 0) {
                add(step, top[step], Math.addExact(top[step], height), spans);
                top[step] = Math.addExact(top[step], height);
            }
        }
        return spans;
    }

    /** Steps at which a block lies alike are one span. */
    private static void add(int step, long from, long to, List<Span> spans) {
        int before = spans.size() - 1;
        Span last = spans.isEmpty() ? null : spans.get(before);
        if (last != null && last.last() == step - 1 && last.from() == from && last.to() == to) {
            spans.set(before, new Span(last.first(), step, from, to));
        } else {
            spans.add(new Span(step, step, from, to));
        }
    }
}
