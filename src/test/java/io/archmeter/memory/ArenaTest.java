package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.memory.MemoryPlan.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArenaTest {
    private static final long SEED = 2_001;
    private static final int CASES = 2_000;

    /** A, B, C and D, each of which is read by the next. */
    private static final List<Buffer> CHAIN =
            List.of(new Buffer(0, 1, 3), new Buffer(1, 2, 3), new Buffer(2, 3, 4), new Buffer(3, 4, 5));

    private static List<Long> offsets(Arena arena) {
        return arena.places().stream().map(Placement::offset).toList();
    }

    /**
     * By hand: D, the largest, begins at 0. C meets it at step 3 and lies after it, at 5. A meets only B, which has no place
     * yet: 0. B meets A at 0 … 3 and C at 5 … 9; between them are 2, so it lies after C, at 9.
     */
    @Test
    void theLargestBuffersArePlacedFirst() {
        Arena arena = GreedyBySize.place(CHAIN);

        assertThat(offsets(arena)).containsExactly(0L, 9L, 5L, 0L);
        assertThat(arena.bytes()).isEqualTo(12);
    }

    /**
     * The same buffers in their order: A at 0, B after it at 3. When C comes, A is gone, but its 3 are too few, so C lies at 6.
     * Then B is gone as well, and D finds 6 at 0.
     */
    @Test
    void inTheOrderOfTheStepsGapsAreWhatIsThere() {
        Arena arena = GreedyInOrder.place(CHAIN);

        assertThat(offsets(arena)).containsExactly(0L, 3L, 6L, 0L);
        assertThat(arena.bytes()).isEqualTo(10);
        assertThat(Arena.of(CHAIN, 9)).isEqualTo(arena);
    }

    /**
     * A chain of 1, 2 and 3: by size, 3 lies at 0, 2 after it, and 1, which meets 2 alone, at 0: 5 in all, the peak. In their
     * order, 3 finds only the 1 that is free at 0, and lies after 2, at 3: 6 in all.
     */
    @Test
    void theSmallerArenaIsTaken() {
        List<Buffer> buffers = List.of(new Buffer(0, 1, 1), new Buffer(1, 2, 2), new Buffer(2, 3, 3));

        assertThat(GreedyInOrder.place(buffers).bytes()).isEqualTo(6);
        assertThat(Arena.of(buffers, 5))
                .isEqualTo(new Arena(List.of(new Placement(0, 1), new Placement(3, 2), new Placement(0, 3)), 5));
    }

    /**
     * Gaps of 4 and of 2 lie between three large buffers that stay, where two others were. What has 2 bytes belongs into the
     * smaller gap, though the larger comes first: 10, 4, 10, 2, 10 bytes lie in a row, so the second gap is at 24.
     */
    @Test
    void theSmallestGapIsTaken() {
        List<Buffer> buffers = List.of(
                new Buffer(0, 9, 10),
                new Buffer(1, 5, 4),
                new Buffer(2, 9, 10),
                new Buffer(3, 5, 2),
                new Buffer(4, 9, 10),
                new Buffer(6, 9, 2));

        assertThat(offsets(GreedyInOrder.place(buffers))).containsExactly(0L, 10L, 14L, 24L, 26L, 24L);
    }

    /** Both ways against the algorithm as it is printed: each buffer looks at all that are placed already. */
    @Test
    void bothWaysFindWhatALookAtAllBuffersFinds() {
        int[] smaller = new int[2];
        for (int round = 0; round < CASES; round++) {
            List<Buffer> buffers = random(new Random(SEED + round));
            Arena ofSizes = GreedyBySize.place(buffers);
            Arena ofSteps = GreedyInOrder.place(buffers);
            List<Integer> inOrder = IntStream.range(0, buffers.size()).boxed().toList();
            List<Integer> bySize = inOrder.stream()
                    .sorted(Comparator.comparingLong(
                            number -> -buffers.get(number).bytes()))
                    .toList();
            assertThat(offsets(ofSteps)).as("seed %d", SEED + round).isEqualTo(printed(buffers, inOrder));
            assertThat(offsets(ofSizes)).as("seed %d", SEED + round).isEqualTo(printed(buffers, bySize));
            assertThat(Conflicts.count(buffers)).as("seed %d", SEED + round).isEqualTo(pairs(buffers));
            // No arena has a peak of nothing, so both ways are tried.
            assertThat(Arena.of(buffers, 0).bytes())
                    .as("seed %d", SEED + round)
                    .isEqualTo(Math.min(ofSizes.bytes(), ofSteps.bytes()));
            smaller[0] += ofSizes.bytes() < ofSteps.bytes() ? 1 : 0;
            smaller[1] += ofSteps.bytes() < ofSizes.bytes() ? 1 : 0;
        }
        assertThat(smaller).as("either way is sometimes the better one").doesNotContain(0);
    }

    private static List<Buffer> random(Random random) {
        List<Buffer> buffers = new ArrayList<>();
        int steps = 1 + random.nextInt(40);
        for (int step = 0; step < steps; step++) {
            if (random.nextInt(4) > 0) {
                buffers.add(new Buffer(step, step + random.nextInt(steps - step), 1 + random.nextInt(12)));
            }
        }
        return buffers;
    }

    /** "Greedy by Size for Offset Calculation" of Pisarchyk and Lee 2020, for any order. */
    private static List<Long> printed(List<Buffer> buffers, List<Integer> order) {
        Long[] offsets = new Long[buffers.size()];
        List<Integer> placed = new ArrayList<>();
        for (int number : order) {
            Buffer buffer = buffers.get(number);
            long previous = 0;
            long best = -1;
            long smallest = Long.MAX_VALUE;
            placed.sort(Comparator.comparingLong(other -> offsets[other]));
            for (int other : placed) {
                Buffer there = buffers.get(other);
                if (Math.max(buffer.first(), there.first()) <= Math.min(buffer.last(), there.last())) {
                    long gap = offsets[other] - previous;
                    if (gap >= buffer.bytes() && gap < smallest) {
                        smallest = gap;
                        best = previous;
                    }
                    previous = Math.max(previous, offsets[other] + there.bytes());
                }
            }
            offsets[number] = best < 0 ? previous : best;
            placed.add(number);
        }
        return List.of(offsets);
    }

    private static long pairs(List<Buffer> buffers) {
        long pairs = 0;
        for (Buffer some : buffers) {
            for (Buffer other : buffers) {
                boolean meet = some.first() <= other.last() && other.first() <= some.last();
                pairs += meet && some.first() < other.first() ? 1 : 0;
            }
        }
        return pairs;
    }

    @Test
    void placesBuffersAndPlansRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new Buffer(3, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Buffer(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Placement(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        Peak empty = new Peak(0, "input", "input", 0, List.of());
        assertThatThrownBy(() -> new Peak(0, "input", "input", 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MemoryPlan(List.of(), List.of(), List.of(), -1, empty))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
