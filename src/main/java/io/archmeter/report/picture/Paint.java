package io.archmeter.report.picture;

/**
 * A colour by what it means; which one that is on light and on dark paper, the style says.
 *
 * @param number from 0 to {@link Sort#last()}
 */
public record Paint(Sort sort, int number) {
    /** What does not deserve a colour of its own. */
    public static final Paint REST = new Paint(Sort.REST, 0);

    /** What colours tell. */
    public enum Sort {
        /** Things that differ from each other. */
        SERIES(7),
        /** More and more of the same. */
        HEAT(6),
        /** All others. */
        REST(0);

        private final int last;

        Sort(int last) {
            this.last = last;
        }

        /** The largest number that one of these has. */
        public int last() {
            return last;
        }
    }

    public Paint {
        if (number < 0 || number > sort.last) {
            throw new IllegalArgumentException("no such colour: " + sort + " " + number);
        }
    }

    /** One of things that differ; after the last the first comes again. */
    public static Paint series(int number) {
        return new Paint(Sort.SERIES, number % (Sort.SERIES.last + 1));
    }

    /** One of several steps in an order, from 0; the first of them are pale. */
    public static Paint step(int number, int steps) {
        return new Paint(Sort.HEAT, steps == 1 ? Sort.HEAT.last : 1 + number * (Sort.HEAT.last - 1) / (steps - 1));
    }
}
