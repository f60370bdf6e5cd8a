package io.archmeter.sweep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a figure has which value, in a memory that has a bound. While there are at most 65,536 different values, each is counted, and
 * all quantiles are exact. Of more, values that agree in all but some last bits are counted together, with the least and the largest of
 * them, and a quantile is known to lie between two numbers. It does not matter in which order values come, nor in which parts.
 */
public final class Distribution {
    private static final int MOST_GROUPS = 1 << 16;

    private Map<Long, Group> groups = new HashMap<>();
    private int bits;
    private long count;

    private static final class Group {
        private long count;
        private long least = Long.MAX_VALUE;
        private long largest;

        void add(long number, long from, long to) {
            count += number;
            least = Math.min(least, from);
            largest = Math.max(largest, to);
        }
    }

    /**
     * Where a quantile lies.
     *
     * @param least what it is at least
     * @param most what it is at most; the same where it is exact
     */
    public record Quantile(long least, long most) {}

    /** Counts a value that is not negative. */
    void add(long value) {
        add(1, value, value);
    }

    private void add(long number, long from, long to) {
        groups.computeIfAbsent(from >>> bits, unseen -> new Group()).add(number, from, to);
        count += number;
        while (groups.size() > MOST_GROUPS) {
            coarsen();
        }
    }

    /** Counts all that another has counted. */
    void add(Distribution other) {
        while (bits < other.bits) {
            coarsen();
        }
        other.groups.values().forEach(group -> add(group.count, group.least, group.largest));
    }

    private void coarsen() {
        Map<Long, Group> finer = groups;
        groups = new HashMap<>();
        bits++;
        finer.values()
                .forEach(group -> groups.computeIfAbsent(group.least >>> bits, unseen -> new Group())
                        .add(group.count, group.least, group.largest));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(bits);
        out.writeInt(groups.size());
        for (Group group : groups.values()) {
            out.writeLong(group.count);
            out.writeLong(group.least);
            out.writeLong(group.largest);
        }
    }

    /** Counts all that another has counted, and written. */
    void addAll(DataInput in) throws IOException {
        for (int coarser = in.readInt(); bits < coarser; ) {
            coarsen();
        }
        for (int more = in.readInt(); more > 0; more--) {
            add(in.readLong(), in.readLong(), in.readLong());
        }
    }

    /** How many values were counted. */
    public long count() {
        return count;
    }

    /**
     * The value that so many hundredths of all are at most: the smallest for 0, the largest for 100, the (lower) median for 50.
     *
     * @param hundredths from 0 to 100
     * @throws IllegalStateException where nothing was counted
     */
    public Quantile quantile(int hundredths) {
        if (count == 0) {
            throw new IllegalStateException("nothing was counted");
        }
        Map<Long, Group> sorted = new TreeMap<>(groups);
        if (hundredths == 0 || hundredths == 100) {
            return extreme(sorted, hundredths == 100);
        }
        long rank = Math.max(1, Math.addExact(Math.multiplyExact(count, hundredths), 99) / 100);
        long passed = 0;
        for (Group group : sorted.values()) {
            passed += group.count;
            if (passed >= rank) {
                return new Quantile(group.least, group.largest);
            }
        }
        throw new IllegalStateException("fewer values than were counted");
    }

    private static Quantile extreme(Map<Long, Group> sorted, boolean last) {
        long extreme = last ? 0 : Long.MAX_VALUE;
        for (Group group : sorted.values()) {
            extreme = last ? Math.max(extreme, group.largest) : Math.min(extreme, group.least);
        }
        return new Quantile(extreme, extreme);
    }
}
