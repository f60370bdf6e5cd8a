package io.archmeter.source;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.List;

/** What a YAML or JSON file says, each part with its place. */
public sealed interface SourceValue {
    /** Where it begins. */
    Span at();

    /** Whether nothing is written there. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.value() instanceof PlainValue.Nothing;
    }

    /** Whether a problem, reported already, keeps it from being known. */
    default boolean isUnknown() {
        return this instanceof Scalar scalar && scalar.value() instanceof PlainValue.Unknown;
    }

    /** How a problem names it. */
    default String described() {
        if (this instanceof Scalar scalar) {
            return scalar.value().described();
        }
        return this instanceof Items ? "a list" : "a mapping";
    }

    /** How a value is written, where that matters. */
    enum Form {
        STRAIGHT,
        /** A whole number with a point in it: 3.0 is 3, but as the name of a layer it is not. */
        POINTED,
        /** A number with a sign that its value does not show: +5 is 5, but as a bound it is an increase. */
        SIGNED,
        /** A text over several lines, which were folded into one. */
        FOLDED
    }

    /**
     * One value. A text that begins with {@code =} is an expression, not evaluated yet.
     *
     * @param textAt where the characters of the value begin: after the quote, if there is one
     */
    record Scalar(Span at, Span textAt, PlainValue value, Form form) implements SourceValue {
        public Scalar(Span at, Span textAt, PlainValue value) {
            this(at, textAt, value, Form.STRAIGHT);
        }

        /** A number as it is written. */
        public static Scalar number(Span at, String written, PlainValue value) {
            return new Scalar(at, at, value, value instanceof PlainValue.Num num ? form(written, num) : Form.STRAIGHT);
        }

        private static Form form(String written, PlainValue.Num num) {
            if (written.startsWith("+")
                    || written.startsWith("-") && num.number().signum() == 0) {
                return Form.SIGNED;
            }
            return num.number().isWhole() && written.indexOf('.') >= 0 ? Form.POINTED : Form.STRAIGHT;
        }

        /** The text of a value that is a text. */
        public SourceText source(String text) {
            return new SourceText(text, textAt, form != Form.FOLDED);
        }
    }

    /** Elements in their order; many of them are a {@link LongList}. */
    record Items(Span at, List<SourceValue> items) implements SourceValue {
        public Items {
            items = items instanceof LongList ? items : List.copyOf(items);
        }
    }

    /** Entries in the order of the file, each key once; merged entries ({@code <<}) after the others. */
    record Mapping(Span at, List<Entry> entries) implements SourceValue {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** @param nameAt where the characters of the key begin: after the quote, if there is one */
    record Entry(Span keyAt, Span nameAt, String key, SourceValue value) {}
}
