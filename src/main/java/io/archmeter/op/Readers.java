package io.archmeter.op;

import io.archmeter.problem.Nearest;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** From the values of a spec to the types of attributes. Each method throws {@link Refusal} for a value of another kind. */
final class Readers {
    /** What no real layer exceeds; keeps the arithmetic of windows far from overflow and its loops short. */
    static final int MOST_PER_AXIS = 32_767;

    private Readers() {}

    static long count(String name, PlainValue value) {
        return whole(name, value, 1, Long.MAX_VALUE, "a count", "a count, such as 64");
    }

    static long upTo(String name, PlainValue value, long most) {
        return whole(
                name, value, 1, most, "a count, or a list of counts", "a count such as 2, or a list such as [64, 64]");
    }

    static long amount(String name, PlainValue value) {
        return whole(name, value, 0, Long.MAX_VALUE, "a whole number", "a whole number, 0 or more");
    }

    static String text(String name, PlainValue value) {
        if (value instanceof PlainValue.Text text) {
            return text.text();
        }
        throw wrongType(name, value, "a text", "a word");
    }

    static int integer(String name, PlainValue value) {
        return (int)
                whole(name, value, -MOST_PER_AXIS, MOST_PER_AXIS, "a whole number", "a whole number, such as 1 or -1");
    }

    static double number(String name, PlainValue value) {
        if (value instanceof PlainValue.Num num) {
            double number = num.number().toDouble();
            if (Double.isFinite(number)) {
                return number;
            }
            throw new Refusal("out-of-range", name, name + " cannot be that large", "use a smaller number");
        }
        throw wrongType(name, value, "a number", "a number, such as 0.5");
    }

    static boolean flag(String name, PlainValue value) {
        if (value instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        throw wrongType(name, value, "true or false", "true or false");
    }

    static String choice(String name, List<String> words, PlainValue value) {
        String allowed = "one of " + String.join(", ", words);
        if (!(value instanceof PlainValue.Text) && !(value instanceof PlainValue.Flag)) {
            throw wrongType(name, value, allowed, allowed);
        }
        String word = value instanceof PlainValue.Text text ? text.text() : value.described();
        if (!words.contains(word)) {
            throw new Refusal("unknown-choice", name, name + " cannot be '" + word + "'", Nearest.remedy(word, words));
        }
        return word;
    }

    static PerAxis perAxis(String name, PlainValue value) {
        return new PerAxis(numbers(
                name,
                value,
                1,
                "a count, or a list of one per spatial axis",
                "a count such as 3, or one per spatial axis such as [3, 3]"));
    }

    static Padding padding(String name, List<String> words, PlainValue value) {
        if (value instanceof PlainValue.Text text && !words.isEmpty() && isWord(text.text())) {
            if (words.contains(text.text())) {
                return text.text().equals(Padding.VALID) ? Padding.NONE : new Padding.Same();
            }
            throw new Refusal(
                    "unknown-choice",
                    name,
                    name + " cannot be '" + text.text() + "'",
                    Nearest.to(text.text(), words)
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("write 0 or a count such as 1, or " + String.join(" or ", words)));
        }
        String or = words.isEmpty() ? "" : ", or " + String.join(" or ", words);
        return new Padding.Explicit(numbers(
                name,
                value,
                0,
                "0 or a count, or a list of one per spatial axis or side" + or,
                "a count such as 1, one per axis such as [1, 1], or one per side such as [0, 0, 1, 1]" + or));
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }

    private static List<Integer> numbers(String name, PlainValue value, int least, String expected, String example) {
        if (!(value instanceof PlainValue.Items list)) {
            return List.of((int) whole(name, value, least, MOST_PER_AXIS, expected, example));
        }
        List<Integer> numbers = new ArrayList<>();
        for (PlainValue item : list.items()) {
            numbers.add((int) whole(name, item, least, MOST_PER_AXIS, expected, example));
        }
        if (numbers.isEmpty()) {
            throw wrongType(name, value, expected, example);
        }
        return numbers;
    }

    private static long whole(String name, PlainValue value, long least, long most, String expected, String example) {
        if (!(value instanceof PlainValue.Num num)) {
            throw wrongType(name, value, expected, example);
        }
        if (!num.number().isWhole()) {
            throw new Refusal(
                    "fraction",
                    name,
                    name + " must be whole, but is " + num.described(),
                    "write a whole number; an expression is rounded by =floor(…), =ceil(…) or =round_to(…, 8)");
        }
        OptionalLong whole = num.number().toLong();
        if (whole.isEmpty() || whole.getAsLong() < least || whole.getAsLong() > most) {
            String limit = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
            throw new Refusal(
                    "out-of-range", name, name + " cannot be " + num.described(), "use a whole number, " + limit);
        }
        return whole.getAsLong();
    }

    /**
     * @param expected what the value must be
     * @param example what can be written
     */
    static Refusal wrongType(String name, PlainValue value, String expected, String example) {
        String fact = name + " must be " + expected + ", but is " + value.described();
        return new Refusal("wrong-type", name, fact, "write " + example);
    }
}
