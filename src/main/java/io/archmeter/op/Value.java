package io.archmeter.op;

import java.util.List;
import java.util.stream.Collectors;

/** What an argument can be in a description of a model, after expressions were evaluated. */
public sealed interface Value {
    /** The value in the words of a problem, e.g. {@code the text 'three'}. */
    String described();

    record Num(Rational number) implements Value {
        public static Num of(long whole) {
            return new Num(Rational.of(whole));
        }

        @Override
        public String described() {
            return number.toString();
        }
    }

    record Flag(boolean flag) implements Value {
        @Override
        public String described() {
            return String.valueOf(flag);
        }
    }

    record Text(String text) implements Value {
        private static final int SHOWN = 40;

        @Override
        public String described() {
            return "the text '" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
        }
    }

    record Items(List<Value> items) implements Value {
        private static final int SHOWN = 6;

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            String shown = items.stream().limit(SHOWN).map(Items::item).collect(Collectors.joining(", "));
            return "the list [" + shown + (items.size() > SHOWN ? ", …]" : "]");
        }

        /** Lists in lists are not opened: aliases can nest them deep, and each level would multiply the text. */
        private static String item(Value item) {
            return item instanceof Items ? "[…]" : item.described();
        }
    }

    /** Nothing was written: {@code batchnorm:} with no value. */
    record Nothing() implements Value {
        @Override
        public String described() {
            return "nothing";
        }
    }

    /**
     * Not known because of a problem that has been reported already: the shape that comes in is not known, or an expression
     * failed. Whatever depends on it is silent.
     */
    record Unknown() implements Value {
        @Override
        public String described() {
            return "not known";
        }
    }
}
