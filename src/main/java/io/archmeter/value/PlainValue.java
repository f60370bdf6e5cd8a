package io.archmeter.value;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an argument can be in a description of a model, after expressions were evaluated.
 *
 * @since 0.2.0
 */
public sealed interface PlainValue {
    /** The value in the words of a problem, e.g. {@code the text 'three'}. */
    String described();

    /** How many single values it is made of, a long text counting as several: the work of comparing it. At most {@link Long#MAX_VALUE}. */
    default long size() {
        return 1;
    }

    /** How deep its lists are nested; 0 where it is no list. */
    default int depth() {
        return 0;
    }

    record Num(Rational number) implements PlainValue {
        public static Num of(long whole) {
            return new Num(Rational.of(whole));
        }

        @Override
        public String described() {
            return number.toString();
        }
    }

    record Flag(boolean flag) implements PlainValue {
        @Override
        public String described() {
            return String.valueOf(flag);
        }
    }

    record Text(String text) implements PlainValue {
        private static final int SHOWN = 40;
        private static final int LETTERS_OF_A_VALUE = 16;

        @Override
        public long size() {
            return 1 + text.length() / LETTERS_OF_A_VALUE;
        }

        @Override
        public String described() {
            return "the text '" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
        }
    }

    /** A list. Lists in it may be the same one many times, so that a small one can be of more values than there are atoms. */
    final class Items implements PlainValue {
        private static final int SHOWN = 6;

        private final List<PlainValue> items;
        private final long size;
        private final int depth;

        public Items(List<PlainValue> items) {
            this.items = List.copyOf(items);
            long values = 1;
            int deepest = 0;
            for (PlainValue item : this.items) {
                long more = item.size();
                values = values > Long.MAX_VALUE - more ? Long.MAX_VALUE : values + more;
                deepest = Math.max(deepest, item.depth());
            }
            this.size = values;
            this.depth = 1 + deepest;
        }

        public List<PlainValue> items() {
            return items;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Items list && size == list.size && depth == list.depth && items.equals(list.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }

        @Override
        public String toString() {
            return items.toString();
        }

        @Override
        public String described() {
            String shown = items.stream().limit(SHOWN).map(Items::item).collect(Collectors.joining(", "));
            return "the list [" + shown + (items.size() > SHOWN ? ", …]" : "]");
        }

        /** Lists in lists are not opened: aliases can nest them deep, and each level would multiply the text. */
        private static String item(PlainValue item) {
            return item instanceof Items ? "[…]" : item.described();
        }
    }

    /** Nothing was written: {@code batchnorm:} with no value. */
    record Nothing() implements PlainValue {
        @Override
        public String described() {
            return "nothing";
        }
    }

    /**
     * Not known because of a problem that has been reported already: the shape that comes in is not known, or an expression
     * failed. Whatever depends on it is silent.
     */
    record Unknown() implements PlainValue {
        @Override
        public String described() {
            return "not known";
        }
    }
}
