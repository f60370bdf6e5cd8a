package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.program.Growth;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class OccupiedTest {
    private static final int ROOM = 60;
    private static final int ROUNDS = 3_000;

    @Test
    void whatIsSharedIsCountedOnce() {
        Occupied occupied = new Occupied();
        occupied.add(1, 0, 10);
        occupied.add(2, 5, 20);
        occupied.add(3, 30, 31);

        assertThat(occupied.elements()).isEqualTo(21);
        assertThat(occupied.owners(4, 5)).containsExactly(1);
        assertThat(occupied.owners(5, 6)).containsExactly(1, 2);
        assertThat(occupied.owners(20, 30)).isEmpty();
        assertThat(occupied.owners(0, 31)).containsExactly(1, 2, 3);

        assertThat(occupied.remove(1, 0, 10)).isTrue();
        assertThat(occupied.remove(1, 0, 10)).isFalse();
        assertThat(occupied.elements()).isEqualTo(16);
        assertThat(occupied.owners(0, 10)).containsExactly(2);
    }

    /** Tensors that wait for their readers: what a layer asks must not be asked of all of them. */
    static final class ManySkips implements IntConsumer {
        @Override
        public void accept(int tensors) {
            Occupied occupied = new Occupied();
            for (int node = 0; node < tensors; node++) {
                assertThat(occupied.owners(2 * node, 2 * node + 2)).isEmpty();
                occupied.add(node, 2 * node, 2 * node + 2);
                assertThat(occupied.elements()).isEqualTo(2 * node + 2);
            }
            for (int node = 0; node < tensors; node++) {
                assertThat(occupied.remove(node, 2 * node, 2 * node + 2)).isTrue();
            }
        }
    }

    @Test
    void aQuestionTakesAsLongAsThePlaceThatItIsAbout() {
        Growth.requireProportional(ManySkips.class, 500);
    }

    /** Beside a second implementation, which asks every owner of each element. */
    @Test
    void itIsWhatEveryElementSays() {
        SplittableRandom random = new SplittableRandom(11);
        Occupied occupied = new Occupied();
        TreeMap<Integer, int[]> owners = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (owners.size() < 8 || random.nextBoolean()) {
                int begin = random.nextInt(ROOM);
                int end = begin + 1 + random.nextInt(ROOM - begin);
                occupied.add(round, begin, end);
                owners.put(round, new int[] {begin, end});
            } else {
                int one = owners.keySet().stream()
                        .skip(random.nextInt(owners.size()))
                        .findFirst()
                        .orElseThrow();
                int[] own = owners.remove(one);
                assertThat(occupied.remove(one, own[0], own[1])).isTrue();
            }
            int begin = random.nextInt(ROOM);
            int end = begin + 1 + random.nextInt(ROOM - begin);
            assertThat(occupied.owners(begin, end))
                    .as("seed 11, round %d", round)
                    .isEqualTo(owning(owners, begin, end));
            assertThat(occupied.elements()).as("seed 11, round %d", round).isEqualTo(counted(owners));
        }
    }

    private static Set<Integer> owning(TreeMap<Integer, int[]> owners, int begin, int end) {
        Set<Integer> found = new TreeSet<>();
        owners.forEach((node, own) -> {
            if (own[0] < end && begin < own[1]) {
                found.add(node);
            }
        });
        return found;
    }

    private static long counted(TreeMap<Integer, int[]> owners) {
        long elements = 0;
        for (int element = 0; element < ROOM; element++) {
            elements += owning(owners, element, element + 1).isEmpty() ? 0 : 1;
        }
        return elements;
    }
}
