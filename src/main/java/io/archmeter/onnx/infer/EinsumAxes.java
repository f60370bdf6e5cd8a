package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An equation of {@code Einsum} with a character for each axis: those that an ellipsis stands for are called by digits, from the last.
 *
 * @param terms the axes of each input
 * @param output those of the output
 * @param extents the extent of each axis, where it is not 1 in all inputs
 */
record EinsumAxes(List<String> terms, String output, Map<Character, Extent> extents) {
    private static final String ELLIPSIS = "...";
    /** The last axis of an ellipsis is the last of these. */
    private static final String DIGITS = "0123456789";

    EinsumAxes {
        terms = List.copyOf(terms);
        extents = Map.copyOf(extents);
    }

    static EinsumAxes of(NodeCall call) {
        String written =
                call.attributes().text("equation").orElse("").replace(" ", "").replace("\t", "");
        int arrow = written.indexOf("->");
        String[] parts = (arrow < 0 ? written : written.substring(0, arrow)).split(",", -1);
        if (parts.length != call.inputs()) {
            throw refusal(
                    "the equation '" + written + "' has " + parts.length + " terms for " + call.inputs() + " inputs");
        }
        List<String> terms = new ArrayList<>();
        Map<Character, Extent> extents = new HashMap<>();
        int longest = 0;
        for (int input = 0; input < parts.length; input++) {
            Shape shape = call.shape(input);
            int hidden = shape.rank() - parts[input].replace(ELLIPSIS, "").length();
            String term = expanded(parts[input], hidden);
            if (hidden < 0 || term.length() != shape.rank() || !term.chars().allMatch(Character::isLetterOrDigit)) {
                throw refusal("the term '" + parts[input] + "' does not go with an input of " + shape);
            }
            longest = Math.max(longest, parts[input].contains(ELLIPSIS) ? hidden : 0);
            for (int axis = 0; axis < shape.rank(); axis++) {
                stretch(call, extents, term.charAt(axis), shape.axis(axis));
            }
            terms.add(term);
        }
        String output = arrow < 0 ? implied(terms, longest) : expanded(written.substring(arrow + 2), longest);
        if (output.chars().anyMatch(letter -> !extents.containsKey((char) letter))) {
            throw refusal("the output of the equation '" + written + "' has axes that no input has");
        }
        return new EinsumAxes(terms, output, extents);
    }

    private static String expanded(String term, int hidden) {
        int count = Math.min(Math.max(hidden, 0), DIGITS.length());
        return term.replace(ELLIPSIS, DIGITS.substring(DIGITS.length() - count));
    }

    /** What the ellipsis stands for, and the letters that occur once, in the order of the alphabet, capitals first. */
    private static String implied(List<String> terms, int longest) {
        Map<Character, Integer> times = new TreeMap<>();
        String.join("", terms)
                .chars()
                .filter(Character::isLetter)
                .forEach(letter -> times.merge((char) letter, 1, Integer::sum));
        StringBuilder output = new StringBuilder(expanded(ELLIPSIS, longest));
        times.forEach((letter, count) -> output.append(count == 1 ? String.valueOf(letter) : ""));
        return output.toString();
    }

    private static void stretch(NodeCall call, Map<Character, Extent> extents, char letter, Extent extent) {
        Extent before = extents.getOrDefault(letter, Extent.of(1));
        extents.put(
                letter,
                NumpyBroadcast.of(call, List.of(Shape.ofAxes(List.of(before)), Shape.ofAxes(List.of(extent))))
                        .axis(0));
    }

    private static Refusal refusal(String fact) {
        return new Refusal("bad-equation", "", fact, "export the model again");
    }

    /** The extents of these axes. */
    List<Extent> axes(String letters) {
        List<Extent> axes = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            axes.add(extents.get(letter));
        }
        return axes;
    }
}
