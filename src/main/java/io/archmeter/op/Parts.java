package io.archmeter.op;

import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;

/** Into what a tensor is cut along an axis. */
sealed interface Parts {
    /** What no real layer exceeds; each part is a tensor with a name of its own. */
    int MOST = 1_000;

    /**
     * So many parts of one size, rounded up; the last can be smaller.
     *
     * @param count how many there are
     */
    record Equal(int count) implements Parts {
        public Equal {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("nothing is cut into " + count + " parts");
            }
        }
    }

    /**
     * Parts of these sizes.
     *
     * @param sizes from the begin of the axis to its end
     */
    record Sized(List<Long> sizes) implements Parts {
        public Sized {
            sizes = List.copyOf(sizes);
            if (sizes.isEmpty() || sizes.size() > MOST || sizes.stream().anyMatch(size -> size < 1)) {
                throw new IllegalArgumentException("nothing is cut into parts of " + sizes);
            }
        }

        @Override
        public int count() {
            return sizes.size();
        }
    }

    /** How many there are. */
    int count();

    /** Throws {@link Refusal} for a value of another kind. */
    static Parts read(String name, PlainValue value) {
        if (!(value instanceof PlainValue.Items list)) {
            return new Equal((int) Readers.upTo(name, value, MOST));
        }
        if (list.items().isEmpty() || list.items().size() > MOST) {
            throw new Refusal(
                    "out-of-range",
                    name,
                    name + " has " + list.items().size() + " sizes",
                    "write from 1 to " + MOST
                            + " sizes, such as [64, 64, 128], or how many parts of one size there are");
        }
        List<Long> sizes = new ArrayList<>();
        for (PlainValue size : list.items()) {
            sizes.add(Readers.count(name, size));
        }
        return new Sized(sizes);
    }

    /** What is read as the same. */
    static PlainValue write(Parts parts) {
        return parts instanceof Sized sized
                ? new PlainValue.Items(sized.sizes.stream().map(Writers::number).toList())
                : Writers.number(parts.count());
    }
}
