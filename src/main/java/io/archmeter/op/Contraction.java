package io.archmeter.op;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of an {@link Einsum}: two tensors become one, by letters. The letters of the equation's output come first everywhere, then
 * the others in the order of the alphabet ({@code einsum} of ATen's {@code Linear.cpp}).
 *
 * @param first letters of what is there so far
 * @param second those of the next input; none where there is one input alone
 * @param firstAlone those that the first alone has, and nobody needs: it is summed along them before
 * @param secondAlone the same of the second
 * @param shared those that both have, and nobody needs: products are summed along them
 * @param result what is there then
 */
record Contraction(String first, String second, String firstAlone, String secondAlone, String shared, String result) {
    /** From the left to the right. */
    static List<Contraction> of(List<String> inputs, String output) {
        String order = ordered(output, String.join("", inputs));
        String sofar = among(order, inputs.get(0));
        List<Contraction> steps = new ArrayList<>();
        for (int next = 1; next < Math.max(2, inputs.size()); next++) {
            String second = next < inputs.size() ? among(order, inputs.get(next)) : "";
            String later = output + String.join("", inputs.subList(Math.min(next + 1, inputs.size()), inputs.size()));
            String gone = without(order, later);
            steps.add(new Contraction(
                    sofar,
                    second,
                    without(among(gone, sofar), second),
                    without(among(gone, second), sofar),
                    among(among(gone, sofar), second),
                    without(among(order, sofar + second), gone)));
            sofar = steps.get(steps.size() - 1).result();
        }
        return steps;
    }

    /** The tensors that are summed before, by their letters. */
    List<String> summed() {
        List<String> summed = new ArrayList<>();
        if (!firstAlone.isEmpty()) {
            summed.add(first);
        }
        if (!secondAlone.isEmpty()) {
            summed.add(second);
        }
        return summed;
    }

    /** The letters of all products. */
    String multiplied() {
        return result + shared;
    }

    private static String ordered(String output, String letters) {
        StringBuilder order = new StringBuilder(output);
        letters.chars()
                .distinct()
                .sorted()
                .filter(letter -> output.indexOf(letter) < 0)
                .forEach(letter -> order.append((char) letter));
        return order.toString();
    }

    private static String among(String letters, String others) {
        return chosen(letters, others, true);
    }

    static String without(String letters, String others) {
        return chosen(letters, others, false);
    }

    private static String chosen(String letters, String others, boolean wanted) {
        StringBuilder chosen = new StringBuilder();
        for (char letter : letters.toCharArray()) {
            if (others.indexOf(letter) >= 0 == wanted) {
                chosen.append(letter);
            }
        }
        return chosen.toString();
    }
}
