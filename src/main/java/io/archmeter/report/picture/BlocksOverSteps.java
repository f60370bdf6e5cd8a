package io.archmeter.report.picture;

import java.util.List;

/**
 * What is held at each step of a run: blocks that lie over each other, each for as long as it is held. At one step no two overlap.
 *
 * @param steps in their order; at least one
 * @param stretches steps that belong together, the first from step 0 on; at least one
 * @param series what the colours mean, in the order of their numbers
 * @param top above which nothing lies, at least 1
 * @param ticks numbers on the scale, from zero up
 * @param mark the step that is marked
 */
public record BlocksOverSteps(
        String name,
        String title,
        String summary,
        List<Step> steps,
        List<Stretch> stretches,
        List<String> series,
        List<Block> blocks,
        Quantity top,
        List<Quantity> ticks,
        Mark mark)
        implements Picture {
    public BlocksOverSteps {
        steps = List.copyOf(steps);
        stretches = List.copyOf(stretches);
        series = List.copyOf(series);
        blocks = List.copyOf(blocks);
        ticks = List.copyOf(ticks);
        if (stretches.isEmpty() || stretches.get(0).first() != 0 || top.exact() < 1 || mark.step() >= steps.size()) {
            throw new IllegalArgumentException("no such steps: " + steps.size() + " up to " + top.exact());
        }
        for (Block block : blocks) {
            if (block.series() >= series.size() || block.last() >= steps.size() || block.to() > top.exact()) {
                throw new IllegalArgumentException("no place for " + block.label());
            }
        }
    }

    /**
     * A step.
     *
     * @param label what runs at it: a path, whose parts have points between them
     * @param held all that is held at it
     * @param words what is said of it, in one line
     */
    public record Step(String label, Quantity held, String words) {}

    /** Steps from one on, until the next stretch. */
    public record Stretch(String label, int first) {}

    /**
     * Something that is held.
     *
     * @param label what it is called, where there is room for it
     * @param words what it is
     * @param series the number of its colour
     * @param tone the number of a shade of that, which tells it from its neighbours
     * @param spans where it lies, in the order of their steps; at least one
     */
    public record Block(String label, String words, int series, int tone, List<Span> spans) {
        public Block {
            spans = List.copyOf(spans);
            if (spans.isEmpty()) {
                throw new IllegalArgumentException(label + " is held at no step");
            }
        }

        private int last() {
            return spans.stream().mapToInt(Span::last).max().orElseThrow();
        }

        private long to() {
            return spans.stream().mapToLong(Span::to).max().orElseThrow();
        }
    }

    /**
     * Where a block lies at some steps, all of them alike.
     *
     * @param first the first of the steps
     * @param last the last of them
     * @param from where it begins
     * @param to where it ends, after its begin
     */
    public record Span(int first, int last, long from, long to) {
        public Span {
            if (first < 0 || last < first || from < 0 || to <= from) {
                throw new IllegalArgumentException(
                        "no such span: " + first + " to " + last + ", " + from + " to " + to);
            }
        }
    }

    /**
     * The step that is marked.
     *
     * @param words what is to be seen there
     * @param witnesses what is held there, the largest first
     */
    public record Mark(int step, String words, List<Witness> witnesses) {
        public Mark {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** One of what is held at a marked step, in the colour of its block. */
    public record Witness(Quantity bytes, String label, String words, int series, int tone) {}
}
