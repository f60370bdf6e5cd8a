package io.archmeter.memory;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Which buffers live at the same time as which others, so that they must not overlap. */
final class Conflicts {
    private final List<Buffer> buffers;
    private final int[][] before;

    private Conflicts(List<Buffer> buffers) {
        this.buffers = buffers;
        this.before = new int[buffers.size()][];
    }

    /** How many pairs there are. */
    static long count(List<Buffer> buffers) {
        int[] ends = buffers.stream().mapToInt(Buffer::last).sorted().toArray();
        long pairs = 0;
        int past = 0;
        for (int number = 0; number < ends.length; number++) {
            while (ends[past] < buffers.get(number).first()) {
                past++;
            }
            pairs += number - past;
        }
        return pairs;
    }

    /** Finds all pairs of buffers that are in the order of their first steps. */
    static Conflicts of(List<Buffer> buffers) {
        Conflicts conflicts = new Conflicts(buffers);
        int[] living = new int[buffers.size()];
        int count = 0;
        for (int number = 0; number < buffers.size(); number++) {
            int step = buffers.get(number).first();
            int left = 0;
            for (int i = 0; i < count; i++) {
                if (buffers.get(living[i]).livesAt(step)) {
                    living[left++] = living[i];
                }
            }
            conflicts.before[number] = Arrays.copyOf(living, left);
            living[left] = number;
            count = left + 1;
        }
        return conflicts;
    }

    /** Hands over the numbers of all buffers that live at a step of this one. */
    void forEach(int number, IntConsumer other) {
        for (int earlier : before[number]) {
            other.accept(earlier);
        }
        // Those that begin while this one lives have the next numbers.
        int last = buffers.get(number).last();
        for (int later = number + 1;
                later < buffers.size() && buffers.get(later).first() <= last;
                later++) {
            other.accept(later);
        }
    }
}
