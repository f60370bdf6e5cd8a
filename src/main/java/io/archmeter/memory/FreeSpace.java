package io.archmeter.memory;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Memory that grows at its end, and the gaps in it. */
final class FreeSpace {
    private record Gap(long offset, long bytes) {}

    private final TreeMap<Long, Gap> byOffset = new TreeMap<>();
    private final TreeSet<Gap> bySize =
            new TreeSet<>(Comparator.comparingLong(Gap::bytes).thenComparingLong(Gap::offset));
    private long end;
    private long most;

    /** Takes the begin of the smallest gap that is large enough, the lowest of equal ones; or else the end. */
    long take(long bytes) {
        Gap gap = bySize.ceiling(new Gap(0, bytes));
        if (gap == null) {
            end = Math.addExact(end, bytes);
            most = Math.max(most, end);
            return end - bytes;
        }
        remove(gap);
        add(gap.offset + bytes, gap.bytes - bytes);
        return gap.offset;
    }

    /** Gives back what was taken; gaps that touch become one. */
    void give(long offset, long bytes) {
        long from = offset;
        long to = offset + bytes;
        Map.Entry<Long, Gap> before = byOffset.lowerEntry(offset);
        if (before != null && before.getKey() + before.getValue().bytes == offset) {
            from = before.getKey();
            remove(before.getValue());
        }
        Gap behind = byOffset.get(to);
        if (behind != null) {
            to += behind.bytes;
            remove(behind);
        }
        if (to == end) {
            end = from;
        } else {
            add(from, to - from);
        }
    }

    /** How large the memory was at most. */
    long most() {
        return most;
    }

    private void add(long offset, long bytes) {
        if (bytes > 0) {
            Gap gap = new Gap(offset, bytes);
            byOffset.put(offset, gap);
            bySize.add(gap);
        }
    }

    private void remove(Gap gap) {
        byOffset.remove(gap.offset);
        bySize.remove(gap);
    }
}
