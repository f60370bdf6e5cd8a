package io.archmeter.op;

import io.archmeter.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** From the values of a spec to the types of attributes. Each method throws {@link Refusal} for a value of another kind. */
final class Readers {
    /** What no real layer exceeds; keeps the arithmetic of windows far from overflow and its loops short. */
    static final int MOST_PER_AXIS = 32_767;

    private Readers() {}

    static long count(String name, Value value) {
        return whole(name, value, 1, Long.MAX_VALUE, "a count (1, 2, 3, …)");
    }

    static int integer(String name, Value value) {
        return (int) whole(name, value, -MOST_PER_AXIS, MOST_PER_AXIS, "a whole number");
    }

    static double number(String name, Value value) {
        if (value instanceof Value.Num num) {
            return num.number().toDouble();
        }
        throw wrongType(name, "a number", value);
    }

    static boolean flag(String name, Value value) {
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        throw wrongType(name, "true or false", value);
    }

    static String choice(String name, List<String> words, Value value) {
        if (!(value instanceof Value.Text) && !(value instanceof Value.Flag)) {
            throw wrongType(name, "one of " + String.join(", ", words), value);
        }
        String word = value instanceof Value.Text text ? text.text() : value.described();
        if (!words.contains(word)) {
            throw new Refusal("unknown-choice", name, name + " cannot be '" + word + "'", Nearest.remedy(word, words));
        }
        return word;
    }

    static PerAxis perAxis(String name, Value value) {
        return new PerAxis(numbers(name, value, 1, "a count, or a list of one per spatial axis"));
    }

    static Padding padding(String name, List<String> words, Value value) {
        if (value instanceof Value.Text && !words.isEmpty()) {
            choice(name, words, value);
            return new Padding.Same();
        }
        String expected = "0 or a count, a list of one per spatial axis, or of one per side";
        return new Padding.Explicit(
                numbers(name, value, 0, words.isEmpty() ? expected : expected + ", or " + words.get(0)));
    }

    private static List<Integer> numbers(String name, Value value, int least, String expected) {
        if (!(value instanceof Value.Items list)) {
            return List.of((int) whole(name, value, least, MOST_PER_AXIS, expected));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Value item : list.items()) {
            numbers.add((int) whole(name, item, least, MOST_PER_AXIS, expected));
        }
        if (numbers.isEmpty()) {
            throw wrongType(name, expected, value);
        }
        return numbers;
    }

    private static long whole(String name, Value value, long least, long most, String expected) {
        if (!(value instanceof Value.Num num)) {
            throw wrongType(name, expected, value);
        }
        if (!num.number().isWhole()) {
            throw new Refusal(
                    "fraction",
                    name,
                    name + " must be whole, but is " + num.described(),
                    "round it: =floor(…), =ceil(…), =round(…) or =round_to(…, 8)");
        }
        OptionalLong whole = num.number().toLong();
        if (whole.isEmpty() || whole.getAsLong() < least || whole.getAsLong() > most) {
            String limit = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
            throw new Refusal(
                    "out-of-range", name, name + " cannot be " + num.described(), "use a whole number, " + limit);
        }
        return whole.getAsLong();
    }

    private static Refusal wrongType(String name, String expected, Value value) {
        String fact = name + " must be " + expected + ", but is " + value.described();
        return new Refusal("wrong-type", name, fact, "write " + name + ": " + expected);
    }
}
