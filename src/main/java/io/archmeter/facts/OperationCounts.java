package io.archmeter.facts;

import io.archmeter.op.ElementaryOperation;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How many elementary operations there are, by kind: a map of numbers in an array. A kind that does not occur is no key; one of which there are none can be.
 *
 * @since 0.2.0
 */
public final class OperationCounts extends AbstractMap<ElementaryOperation, Long> {
    public static final OperationCounts NONE = new OperationCounts(new long[0], 0);

    private static final ElementaryOperation[] KINDS = ElementaryOperation.values();

    private final long[] counts;

    /** A bit for each kind that occurs. */
    private final int kinds;

    private OperationCounts(long[] counts, int kinds) {
        this.counts = counts;
        this.kinds = kinds;
    }

    public static OperationCounts of(Map<ElementaryOperation, Long> counts) {
        Sum sum = new Sum();
        counts.forEach(sum::add);
        return sum.counts();
    }

    /** The operations of all kinds; throws {@link ArithmeticException} where they do not fit a {@code long}. */
    long ofAllKinds() {
        long all = 0;
        for (long count : counts) {
            all = Math.addExact(all, count);
        }
        return all;
    }

    @Override
    public boolean containsKey(Object kind) {
        return kind instanceof ElementaryOperation operation && occurs(operation.ordinal());
    }

    @Override
    public Long get(Object kind) {
        return containsKey(kind) ? counts[((ElementaryOperation) kind).ordinal()] : null;
    }

    private boolean occurs(int kind) {
        return (kinds & 1 << kind) != 0;
    }

    @Override
    public int size() {
        return Integer.bitCount(kinds);
    }

    @Override
    public void forEach(BiConsumer<? super ElementaryOperation, ? super Long> action) {
        for (int kind = 0; kind < counts.length; kind++) {
            if (occurs(kind)) {
                action.accept(KINDS[kind], counts[kind]);
            }
        }
    }

    @Override
    public Set<Entry<ElementaryOperation, Long>> entrySet() {
        Map<ElementaryOperation, Long> entries = new LinkedHashMap<>();
        for (ElementaryOperation kind : KINDS) {
            if (occurs(kind.ordinal())) {
                entries.put(kind, counts[kind.ordinal()]);
            }
        }
        return Collections.unmodifiableMap(entries).entrySet();
    }

    /** A sum that grows. */
    static final class Sum {
        /** As long as the kinds that occur want it. */
        private long[] counts = {};

        private int kinds;

        /** Throws {@link ArithmeticException} where a {@code long} does not hold the sum; so does the other. */
        void add(ElementaryOperation kind, long count) {
            makeRoom(kind.ordinal() + 1);
            counts[kind.ordinal()] = Math.addExact(counts[kind.ordinal()], count);
            kinds |= 1 << kind.ordinal();
        }

        private void makeRoom(int wanted) {
            if (counts.length < wanted) {
                counts = Arrays.copyOf(counts, wanted);
            }
        }

        void add(OperationCounts more) {
            makeRoom(more.counts.length);
            for (int kind = 0; kind < more.counts.length; kind++) {
                counts[kind] = Math.addExact(counts[kind], more.counts[kind]);
            }
            kinds |= more.kinds;
        }

        OperationCounts counts() {
            return kinds == 0 ? NONE : new OperationCounts(Arrays.copyOf(counts, counts.length), kinds);
        }
    }
}
