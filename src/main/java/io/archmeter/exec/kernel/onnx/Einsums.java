package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code Einsum}: two operands after the other, from the left; what nobody needs any more is summed. */
final class Einsums {
    /** Letters that stand for the axes of an ellipsis, counted from the last. */
    private static final char ELLIPSIS = '\u0100';

    private Einsums() {}

    /** A tensor whose axes have letters, from 0 on in its array. */
    private record Lettered(String letters, float[] elements) {}

    static void run(OnnxCall call) {
        String equation = call.settings().text("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        Map<Character, Integer> extents = new HashMap<>();
        List<Lettered> operands = new ArrayList<>();
        String dots = "";
        for (int i = 0; i < terms.length; i++) {
            Tensor x = call.input(i);
            String open = ellipsis(x.rank() - terms[i].replace("...", "").length());
            dots = open.length() > dots.length() ? open : dots;
            String letters = terms[i].replace("...", open);
            for (int axis = 0; axis < x.rank(); axis++) {
                extents.merge(letters.charAt(axis), x.extent(axis), Math::max);
            }
            operands.add(new Lettered(letters, call.elements(i)));
        }
        for (int i = 0; i < operands.size(); i++) {
            operands.set(i, stretched(operands.get(i), call.input(i), extents));
        }
        String output = arrow < 0
                ? implied(operands, dots)
                : equation.substring(arrow + 2).replace("...", dots);
        Lettered left = operands.get(0);
        for (int i = 1; i < operands.size(); i++) {
            left = joined(call, left, operands.get(i), needed(operands, i + 1, output), extents);
        }
        float[] sums = summed(List.of(left), output, extents, new long[1]);
        Tensor y = call.output(Positions.shape(extents(output, extents)));
        System.arraycopy(sums, 0, y.data(), y.offset(), sums.length);
    }

    private static String ellipsis(int axes) {
        StringBuilder letters = new StringBuilder();
        for (int axis = axes - 1; axis >= 0; axis--) {
            letters.append((char) (ELLIPSIS + axis));
        }
        return letters.toString();
    }

    /** Without an arrow: the ellipsis, then the letters that occur once, in their order. */
    private static String implied(List<Lettered> operands, String dots) {
        StringBuilder all = new StringBuilder();
        operands.forEach(operand -> all.append(operand.letters));
        StringBuilder once = new StringBuilder(dots);
        all.chars()
                .filter(letter -> letter < ELLIPSIS
                        && all.chars().filter(other -> other == letter).count() == 1)
                .sorted()
                .forEach(letter -> once.append((char) letter));
        return once.toString();
    }

    /** Without extents of 1 that others stretch. */
    private static Lettered stretched(Lettered operand, Tensor x, Map<Character, Integer> extents) {
        StringBuilder letters = new StringBuilder();
        for (int axis = 0; axis < x.rank(); axis++) {
            char letter = operand.letters.charAt(axis);
            if (x.extent(axis) == extents.get(letter)) {
                letters.append(letter);
            }
        }
        return new Lettered(letters.toString(), operand.elements);
    }

    private static String needed(List<Lettered> operands, int from, String output) {
        StringBuilder needed = new StringBuilder(output);
        operands.subList(from, operands.size()).forEach(operand -> needed.append(operand.letters));
        return needed.toString();
    }

    /** A product, summed over what nobody needs; it has multiply-adds where there is something to sum. */
    private static Lettered joined(
            OnnxCall call, Lettered left, Lettered right, String needed, Map<Character, Integer> extents) {
        Lettered a = alone(left, right.letters + needed, extents);
        Lettered b = alone(right, left.letters + needed, extents);
        StringBuilder kept = new StringBuilder();
        Set<Character> all = letters(a.letters + b.letters);
        all.stream().filter(letter -> needed.indexOf(letter) >= 0).forEach(kept::append);
        long[] done = {0};
        float[] sums = summed(List.of(a, b), kept.toString(), extents, done);
        if (kept.length() < all.size()) {
            call.count(done[0]);
        }
        return new Lettered(kept.toString(), sums);
    }

    /** What only one operand has is summed before the product, which multiplies less. */
    private static Lettered alone(Lettered operand, String others, Map<Character, Integer> extents) {
        StringBuilder kept = new StringBuilder();
        letters(operand.letters).stream()
                .filter(letter -> others.indexOf(letter) >= 0)
                .forEach(kept::append);
        return kept.length() == operand.letters.length()
                ? operand
                : new Lettered(kept.toString(), summed(List.of(operand), kept.toString(), extents, new long[1]));
    }

    /** @param done learns how many products it took */
    private static float[] summed(List<Lettered> operands, String kept, Map<Character, Integer> extents, long[] done) {
        StringBuilder order = new StringBuilder(kept);
        StringBuilder written = new StringBuilder(kept);
        operands.forEach(operand -> written.append(operand.letters));
        letters(written.toString()).stream()
                .filter(letter -> kept.indexOf(letter) < 0)
                .forEach(order::append);
        int[] all = extents(order.toString(), extents);
        int[] to = steps(kept, order.toString(), extents);
        List<int[]> from = operands.stream()
                .map(operand -> steps(operand.letters, order.toString(), extents))
                .toList();
        double[] sums = new double[Positions.elements(extents(kept, extents))];
        Positions.each(all, (position, number) -> {
            double product = 1;
            for (int i = 0; i < operands.size(); i++) {
                product *= operands.get(i).elements[Positions.place(position, from.get(i))];
            }
            sums[Positions.place(position, to)] += product;
            done[0]++;
        });
        float[] floats = new float[sums.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) sums[i];
        }
        return floats;
    }

    private static Set<Character> letters(String text) {
        Set<Character> letters = new LinkedHashSet<>();
        text.chars().forEach(letter -> letters.add((char) letter));
        return letters;
    }

    private static int[] extents(String letters, Map<Character, Integer> extents) {
        return letters.chars().map(letter -> extents.get((char) letter)).toArray();
    }

    /** The steps of a tensor along an order of letters; a letter that it has twice is its diagonal. */
    private static int[] steps(String letters, String order, Map<Character, Integer> extents) {
        int[] own = Positions.steps(extents(letters, extents));
        int[] steps = new int[order.length()];
        for (int axis = 0; axis < own.length; axis++) {
            steps[order.indexOf(letters.charAt(axis))] += own[axis];
        }
        return steps;
    }
}
