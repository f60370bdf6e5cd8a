package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The equation of an {@link Einsum}, as it is written. */
final class EinsumEquation {
    private static final String ARROW = "->";

    private EinsumEquation() {}

    /**
     * Without an arrow, the output has the letters that are there once, in the order of the alphabet, as in PyTorch and NumPy; the axes of
     * an ellipsis stand before them.
     */
    static Einsum read(Argument<String> argument, String written, Inputs in) {
        String equation = written.replace(" ", "");
        int arrow = equation.indexOf(ARROW);
        String before = arrow < 0 ? equation : equation.substring(0, arrow);
        List<String> inputs = List.of(before.split(",", -1));
        String output = arrow < 0
                ? (before.contains(EinsumEllipsis.DOTS) ? EinsumEllipsis.DOTS : "") + once(before)
                : equation.substring(arrow + ARROW.length());
        EinsumEllipsis ellipsis = EinsumEllipsis.of(argument, written, inputs, in);
        List<String> spelled = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            spelled.add(ellipsis.spelled(inputs.get(input), input));
        }
        return new Einsum(spelled, ellipsis.spelled(output));
    }

    private static String once(String before) {
        TreeMap<Character, Integer> times = new TreeMap<>();
        for (char letter : before.toCharArray()) {
            times.merge(letter, 1, Integer::sum);
        }
        StringBuilder once = new StringBuilder();
        times.forEach((letter, number) -> once.append(number == 1 && isLetter(letter) ? letter.toString() : ""));
        return once.toString();
    }

    /** Refuses what is no equation. */
    static void require(Argument<String> argument, List<String> inputs, String output) {
        List<String> all = new ArrayList<>(inputs);
        all.add(output);
        String equation = String.join(",", inputs) + ARROW + output;
        if (inputs.isEmpty() || all.stream().anyMatch(letters -> !isLetters(letters))) {
            throw refusal(
                    argument,
                    "equation " + equation + " has something else than a letter for each axis",
                    "write the letters of each input, then those of the output, which has one at least: bij,bjk->bik");
        }
        for (char letter : output.toCharArray()) {
            if (output.indexOf(letter) != output.lastIndexOf(letter)) {
                throw refusal(
                        argument,
                        "the output of equation " + equation + " has " + letter + " twice",
                        "write each letter of the output once");
            }
            if (inputs.stream().noneMatch(letters -> letters.indexOf(letter) >= 0)) {
                throw refusal(
                        argument,
                        "the output of equation " + equation + " has " + letter + ", which no input has",
                        "use letters of the inputs");
            }
        }
    }

    private static boolean isLetters(String letters) {
        return !letters.isEmpty() && letters.chars().allMatch(letter -> isLetter((char) letter));
    }

    static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    static Refusal refusal(Argument<String> argument, String fact, String remedy) {
        return new Refusal("wrong-equation", argument.name(), fact, remedy);
    }
}
